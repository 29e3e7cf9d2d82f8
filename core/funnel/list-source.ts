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
  /** A piece that did not fit, whole, and how much of it has been read. */
  #rest: Uint8Array | undefined
  #restAt = 0

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
    let at = this.#rest ? this.#readRest(target, 0) : 0
    while (!this.#rest && this.#next < this.#pieces.length) {
      const piece = this.#pieces[this.#next]!
      const isSeparated = this.#next > 1 && this.#next < this.#pieces.length - 1
      const length = this.#lengthOf(piece) + (isSeparated ? 1 : 0)
      if (length > target.length - at) {
        if (at > 0 && length <= target.length) return at
        this.#rest = Buffer.allocUnsafe(length)
        write(this.#rest as Buffer, { at: 0, piece, isSeparated, form: this.#form })
        at = this.#readRest(target, at)
      } else at = write(target, { at, piece, isSeparated, form: this.#form })
      this.#next++
    }
    return at
  }

  #readRest(target: Buffer, at: number): number {
    const rest = this.#rest!
    const part = rest.subarray(this.#restAt, this.#restAt + target.length - at)
    target.set(part, at)
    this.#restAt += part.length
    if (this.#restAt === rest.length) {
      this.#rest = undefined
      this.#restAt = 0
    }
    return at + part.length
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
