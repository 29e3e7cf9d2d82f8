/** One stream of a SPDY session, as node's Duplex. */
import { Duplex } from 'node:stream'
import type { Headers } from './header-block.js'

/** What a stream needs of its session. */
export interface StreamCarrier {
  send(streamId: number, bytes: Buffer, isLast: boolean, sent: () => void): void
  reset(streamId: number): void
  /** There is room again for what comes in. */
  drained(): void
}

/** What may wait in a stream before the session stops reading. */
const roomBytes = 1024 * 1024

export class SpdyStream extends Duplex {
  readonly id: number
  /** Those that it was opened with, names in lower case. */
  readonly headers: Headers
  readonly #carrier: StreamCarrier
  #inEnded = false
  #outEnded = false

  constructor(id: number, headers: Headers, carrier: StreamCarrier) {
    super({ allowHalfOpen: true, readableHighWaterMark: roomBytes })
    this.id = id
    this.headers = headers
    this.#carrier = carrier
  }

  /** Both directions have come to their end. */
  get isOver(): boolean {
    return this.destroyed || (this.#inEnded && this.#outEnded)
  }

  /** False: the session is to wait for `drained`. */
  receive(bytes: Buffer, isLast: boolean): boolean {
    if (this.#inEnded || this.destroyed) return true
    const hasRoom = bytes.length ? this.push(bytes) : true
    if (isLast) {
      this.#inEnded = true
      this.push(null)
    }
    return hasRoom
  }

  /** Nothing more comes, nor is anything more sent. */
  endReading(): void {
    this.receive(Buffer.alloc(0), true)
    this.end()
  }

  override _read(): void {
    this.#carrier.drained()
  }

  override _write(bytes: Buffer, _encoding: string, done: () => void): void {
    this.#carrier.send(this.id, bytes, false, done)
  }

  override _final(done: () => void): void {
    this.#outEnded = true
    this.#carrier.send(this.id, Buffer.alloc(0), true, done)
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.#inEnded || !this.#outEnded) this.#carrier.reset(this.id)
    this.#carrier.drained()
    done(error)
  }
}
