/** Bytes of one slab: larger than what the C library keeps in its heap, so that it goes back to the system when nobody holds a part. */
const slabBytes = 1024 * 1024

/** Keeps many parts of a document beside one another: thousands of buffers of their own would leave holes in the process's memory. */
export class Slab {
  #bytes = Buffer.alloc(0)
  #used = 0

  /** A copy. A part as large as a slab has one for itself. Cost: the copy. */
  keep(part: Uint8Array): Uint8Array {
    if (this.#used + part.byteLength > this.#bytes.byteLength) {
      this.#bytes = Buffer.allocUnsafeSlow(Math.max(slabBytes, part.byteLength))
      this.#used = 0
    }
    const kept = this.#bytes.subarray(this.#used, this.#used + part.byteLength)
    kept.set(part)
    this.#used += part.byteLength
    return kept
  }
}
