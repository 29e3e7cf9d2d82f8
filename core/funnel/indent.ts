/** JSON indented by two spaces as it passes, piece by piece and unparsed. */
import type { ByteSource } from './contract.js'

const [quote, backslash, comma, colon, space, newline] = [0x22, 0x5c, 0x2c, 0x3a, 0x20, 0x0a]
const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d
const isBlank = (byte: number): boolean => byte === space || (byte >= 0x09 && byte <= 0x0d)

/** Takes one text in pieces that end anywhere. */
export class Indenter {
  #out = Buffer.alloc(0)
  #at = 0
  #depth = 0
  #state: 'outside' | 'opened' | 'string' | 'escape' = 'outside'

  /** What the piece becomes. */
  indent(piece: Uint8Array): Uint8Array {
    this.#out = Buffer.allocUnsafe(2 * piece.length + 64)
    this.#at = 0
    for (const byte of piece) {
      if (this.#out.length - this.#at < 2 * this.#depth + 8) this.#grow()
      if (this.#state === 'string' || this.#state === 'escape') this.#inString(byte)
      else if (!isBlank(byte)) this.#outside(byte)
    }
    return this.#out.subarray(0, this.#at)
  }

  #inString(byte: number): void {
    this.#out[this.#at++] = byte
    if (this.#state === 'escape') this.#state = 'string'
    else if (byte === backslash) this.#state = 'escape'
    else if (byte === quote) this.#state = 'outside'
  }

  #outside(byte: number): void {
    const isEmpty = this.#state === 'opened' && isClosing(byte)
    if (isClosing(byte)) this.#depth--
    if (!isEmpty && (this.#state === 'opened' || isClosing(byte))) this.#breakLine()
    this.#out[this.#at++] = byte
    this.#state = byte === quote ? 'string' : isOpening(byte) ? 'opened' : 'outside'
    if (isOpening(byte)) this.#depth++
    else if (byte === comma) this.#breakLine()
    else if (byte === colon) this.#out[this.#at++] = space
  }

  #breakLine(): void {
    this.#out[this.#at++] = newline
    this.#out.fill(space, this.#at, this.#at + 2 * this.#depth)
    this.#at += 2 * this.#depth
  }

  #grow(): void {
    const larger = Buffer.allocUnsafe(2 * this.#out.length + 2 * this.#depth)
    this.#out.copy(larger, 0, 0, this.#at)
    this.#out = larger
  }
}

const pieceBytes = 32 * 1024

/** A body of JSON, indented while it is sent. */
export class IndentedSource implements ByteSource {
  readonly byteLength = undefined
  readonly #source: ByteSource
  readonly #indenter = new Indenter()
  readonly #piece = Buffer.allocUnsafe(pieceBytes)
  #ready: Uint8Array = Buffer.alloc(0)

  constructor(source: ByteSource) {
    this.#source = source
  }

  read(target: Buffer): number {
    let at = 0
    while (at < target.length) {
      if (this.#ready.length === 0) {
        const length = this.#source.read(this.#piece)
        if (length === 0) break
        this.#ready = this.#indenter.indent(this.#piece.subarray(0, length))
      }
      const part = this.#ready.subarray(0, target.length - at)
      target.set(part, at)
      this.#ready = this.#ready.subarray(part.length)
      at += part.length
    }
    return at
  }

  more(): Promise<boolean> {
    return this.#source.more?.() ?? Promise.resolve(false)
  }
}
