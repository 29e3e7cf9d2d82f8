import { writeJson } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import type { Answer } from '../registry/index.js'
import { itemLength, renderedLength, renderInto, renderItemInto, StoredRecord } from '../storage/index.js'
import type { ByteSource } from './contract.js'

const comma = 0x2c
const tail = Buffer.from(']}\n')

/** How a list shows its items: with kind and apiVersion, or without, as upstream those of its own kinds. */
export type ItemForm = 'named' | 'bare'

/** A list's JSON: items under one head. Records pass unparsed, copied once, straight to where they are sent from. */
export class ListSource implements ByteSource {
  readonly byteLength: number
  readonly #pieces: (StoredRecord | Buffer)[]
  readonly #lengthOf: (piece: StoredRecord | Buffer) => number
  readonly #form: ItemForm
  #next = 0
  /** Of a piece that did not fit, what has not been read. */
  #rest: Uint8Array[] = []

  /** `head` ends with the items' opening bracket; texts are items that were encoded already. */
  constructor(head: string, items: readonly (Answer | Buffer)[], { form = 'named', end = tail }: ListOptions = {}) {
    this.#form = form
    this.#lengthOf = form === 'bare' ? bareLengthOf : lengthOf
    const start = Buffer.from(head)
    const pieces: (StoredRecord | Buffer)[] = new Array(items.length + 2)
    pieces[0] = start
    let length = start.length + end.length + Math.max(0, items.length - 1)
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!
      const piece = pieceOf(item, form)
      length += this.#lengthOf(piece)
      pieces[at + 1] = piece
    }
    pieces[items.length + 1] = end
    this.#pieces = pieces
    this.byteLength = length
  }

  read(target: Buffer): number {
    let at = this.#readRest(target, 0)
    while (this.#rest.length === 0 && this.#next < this.#pieces.length) {
      const piece = this.#pieces[this.#next]!
      const isSeparated = this.#next > 1 && this.#next < this.#pieces.length - 1
      const length = this.#lengthOf(piece) + (isSeparated ? 1 : 0)
      if (length > target.length - at) {
        if (at > 0 && length <= target.length) return at
        this.#rest = this.#partsOf(piece, isSeparated)
        at = this.#readRest(target, at)
      } else at = write(target, { at, piece, isSeparated, form: this.#form })
      this.#next++
    }
    return at
  }

  #readRest(target: Buffer, at: number): number {
    while (this.#rest.length > 0 && at < target.length) {
      const [first, ...others] = this.#rest
      const part = first!.subarray(0, target.length - at)
      target.set(part, at)
      at += part.length
      this.#rest = part.length === first!.length ? others : [first!.subarray(part.length), ...others]
    }
    return at
  }

  /** What `write` writes; what stands stored behind the revision is not copied. */
  #partsOf(piece: StoredRecord | Buffer, isSeparated: boolean): Uint8Array[] {
    if (!(piece instanceof StoredRecord)) return isSeparated ? [Buffer.of(comma), piece] : [piece]
    const { bytes, splice } = piece.value
    const beginning = { ...piece.value, bytes: bytes.subarray(0, splice) }
    const start = new StoredRecord(piece.key, piece.revision, beginning)
    const head = Buffer.allocUnsafe(this.#lengthOf(start) + (isSeparated ? 1 : 0))
    write(head, { at: 0, piece: start, isSeparated, form: this.#form })
    return [head, bytes.subarray(splice)]
  }
}

interface ListOptions {
  readonly form?: ItemForm
  readonly end?: Buffer
}

const pieceOf = (item: Answer | Buffer, form: ItemForm): StoredRecord | Buffer =>
  'record' in item
    ? item.record
    : 'object' in item
      ? Buffer.from(writeJson(form === 'bare' ? bare(item.object) : item.object))
      : item

/** An item of a list that says kind and apiVersion for all. */
export function bare({ kind: _, apiVersion: __, ...rest }: KubeObject): Omit<KubeObject, 'kind' | 'apiVersion'> {
  return rest
}

const bareLengthOf = (piece: StoredRecord | Buffer): number =>
  piece instanceof StoredRecord ? itemLength(piece.value, piece.revision) : piece.length

const lengthOf = (piece: StoredRecord | Buffer): number =>
  piece instanceof StoredRecord ? renderedLength(piece.value, piece.revision) : piece.length

interface Place {
  readonly at: number
  readonly piece: StoredRecord | Buffer
  readonly isSeparated: boolean
  readonly form: ItemForm
}

/** Writes a piece that fits; answers where it ends. */
function write(target: Buffer, { at, piece, isSeparated, form }: Place): number {
  if (isSeparated) target[at++] = comma
  if (!(piece instanceof StoredRecord)) return at + piece.copy(target, at)
  const { value, revision } = piece
  return form === 'bare' ? renderItemInto(target, { at, value, revision }) : renderInto(target, { at, value, revision })
}
