/** Writes a protobuf message from its end to its start, so that a part's length is known when its head is written: no second pass, no copies. Memory is reused from message to message. */
const firstBytes = 64 * 1024
/** More than this is not kept for the next message. */
const mostKept = 1024 * 1024

export class BackwardWriter {
  #bytes = Buffer.allocUnsafeSlow(firstBytes)
  #at = firstBytes

  /** How much has been written. */
  get length(): number {
    return this.#bytes.length - this.#at
  }

  /** A copy of what was written; the writer is empty then. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(this.#at))
    this.clear()
    return taken
  }

  /** Forgets what was written. */
  clear(): void {
    if (this.#bytes.length > mostKept) this.#bytes = Buffer.allocUnsafeSlow(firstBytes)
    this.#at = this.#bytes.length
  }

  /** An integer as int32 and int64 are written: ten bytes when negative. */
  varint(value: number | bigint): void {
    if (typeof value === 'bigint' || value < 0 || value > 0xffffffff) {
      this.#long(value)
      return
    }
    let size = 1
    for (let left = value; left > 127; left = Math.floor(left / 128)) size++
    this.#reserve(size)
    let at = this.#at
    let left = value
    while (left > 127) {
      this.#bytes[at++] = (left % 128) | 128
      left = Math.floor(left / 128)
    }
    this.#bytes[at] = left
  }

  /** Of any whole number; one of 64 bits as a bigint. */
  #long(value: number | bigint): void {
    let left = BigInt.asUintN(64, typeof value === 'bigint' ? value : BigInt(Math.trunc(value)))
    const digits: number[] = []
    for (; left > 127n; left >>= 7n) digits.push(Number(left & 127n) | 128)
    digits.push(Number(left))
    this.#reserve(digits.length)
    this.#bytes.set(digits, this.#at)
  }

  double(value: number): void {
    this.#reserve(8)
    this.#bytes.writeDoubleLE(value, this.#at)
  }

  text(value: string): void {
    const length = Buffer.byteLength(value)
    this.#reserve(length)
    this.#bytes.write(value, this.#at, length, 'utf8')
  }

  raw(value: Uint8Array): void {
    this.#reserve(value.length)
    this.#bytes.set(value, this.#at)
  }

  /** The head of a part that ends where the writer stood at `end`: its length, and its number and wire type. */
  head(number: number, end: number): void {
    this.varint(this.length - end)
    this.varint(number * 8 + 2)
  }

  #reserve(size: number): void {
    if (size > this.#at) {
      const written = this.length
      const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, written + size))
      this.#bytes.copy(larger, larger.length - written, this.#at)
      this.#bytes = larger
      this.#at = larger.length - written
    }
    this.#at -= size
  }
}
