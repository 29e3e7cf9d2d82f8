/** A body that is made while it is sent: the next pieces when those before have gone. */
import type { ByteSource } from './contract.js'

export class GeneratedSource implements ByteSource {
  readonly byteLength = undefined
  readonly #pieces: AsyncIterator<Uint8Array>
  #piece: Uint8Array = new Uint8Array(0)

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  read(target: Buffer): number {
    const part = this.#piece.subarray(0, target.length)
    target.set(part)
    this.#piece = this.#piece.subarray(part.length)
    return part.length
  }

  async more(): Promise<boolean> {
    const { done, value } = await this.#pieces.next()
    if (done) return false
    this.#piece = value
    return true
  }
}
