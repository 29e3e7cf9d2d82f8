/** A body that is there in pieces, which many answers share. */
import type { ByteSource } from './contract.js'

export class PieceSource implements ByteSource {
  readonly byteLength: number
  readonly #pieces: readonly Uint8Array[]
  #next = 0
  /** How much of the next piece has been read. */
  #at = 0

  constructor(pieces: readonly Uint8Array[]) {
    this.#pieces = pieces
    this.byteLength = pieces.reduce((sum, piece) => sum + piece.byteLength, 0)
  }

  read(target: Buffer): number {
    let written = 0
    while (written < target.length && this.#next < this.#pieces.length) {
      const piece = this.#pieces[this.#next]!
      const part = piece.subarray(this.#at, this.#at + target.length - written)
      target.set(part, written)
      written += part.byteLength
      this.#at += part.byteLength
      if (this.#at < piece.byteLength) continue
      this.#next++
      this.#at = 0
    }
    return written
  }
}
