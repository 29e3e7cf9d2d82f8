import { writeJson } from '../kit/index.js'
import type { Answer } from '../registry/index.js'
import { renderedLength, renderInto, StoredRecord } from '../storage/index.js'
import type { ByteSource } from './contract.js'

const comma = 0x2c
const tail = Buffer.from(']}')

/** A list's JSON: items under one head. Records pass unparsed, copied once, straight to where they are sent from. */
export class ListSource implements ByteSource {
  readonly byteLength: number
  readonly #pieces: (StoredRecord | Buffer)[]
  #next = 0
  /** A piece that did not fit, whole, and how much of it has been read. */
  #rest: Uint8Array | undefined
  #restAt = 0

  /** `head` ends with the items' opening bracket; texts are items that were encoded already. */
  constructor(head: string, items: readonly (Answer | Buffer)[], end = tail) {
    const start = Buffer.from(head)
    const pieces: (StoredRecord | Buffer)[] = new Array(items.length + 2)
    pieces[0] = start
    let length = start.length + end.length + Math.max(0, items.length - 1)
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!
      const piece = pieceOf(item)
      length += lengthOf(piece)
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
      const length = lengthOf(piece) + (isSeparated ? 1 : 0)
      if (length > target.length - at) {
        if (at > 0 && length <= target.length) return at
        this.#rest = Buffer.allocUnsafe(length)
        write(this.#rest as Buffer, { at: 0, piece, isSeparated })
        at = this.#readRest(target, at)
      } else at = write(target, { at, piece, isSeparated })
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

const pieceOf = (item: Answer | Buffer): StoredRecord | Buffer =>
  'record' in item ? item.record : 'object' in item ? Buffer.from(writeJson(item.object)) : item

const lengthOf = (piece: StoredRecord | Buffer): number =>
  piece instanceof StoredRecord ? renderedLength(piece.value, piece.revision) : piece.length

interface Place {
  readonly at: number
  readonly piece: StoredRecord | Buffer
  readonly isSeparated: boolean
}

/** Writes a piece that fits; answers where it ends. */
function write(target: Buffer, { at, piece, isSeparated }: Place): number {
  if (isSeparated) target[at++] = comma
  if (!(piece instanceof StoredRecord)) return at + piece.copy(target, at)
  return renderInto(target, { at, value: piece.value, revision: piece.revision })
}
