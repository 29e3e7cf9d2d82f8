/** A body onto node's response, in pieces of the same few buffers: memory that is warm, never mapped anew, and no more of it than connections are being written to. */
import type { ServerResponse } from 'node:http'
import type { Writable } from 'node:stream'
import { constants, createGzip, type Gzip } from 'node:zlib'
import type { ByteSource } from '../funnel/index.js'
import { pauseNow } from '../kit/index.js'

/** Encrypted, one piece still is what node hands to the socket at once (ten buffers of 16 kB). */
const pieceBytes = 128 * 1024
/** What is kept for the next answers. */
const mostFree = 64
const free: Buffer[] = []

/** Sends what the source has behind a head that was written; each piece when the one before has gone. Stops reading when the client is gone, and cuts the connection when the rest can't be had. */
export function sendSource(response: ServerResponse, source: ByteSource, form?: 'gzip'): void {
  if (source.byteLength === undefined) response.flushHeaders()
  new Sending(response, source, form === 'gzip' ? compressed(response) : undefined).run()
}

/** Compresses in a thread of its own, at the level that upstream has chosen for its speed. */
function compressed(response: ServerResponse): Gzip {
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, chunkSize: 64 * 1024 })
  gzip.pipe(response)
  gzip.on('error', () => response.destroy())
  response.once('close', () => gzip.destroy())
  return gzip
}

/** Room for the length of a chunk before it: five digits and a line end; and for the line end behind. */
const frameHead = 7
const frameTail = 2

class Sending {
  readonly #response: ServerResponse
  readonly #source: ByteSource
  readonly #out: Writable
  /** Frames chunks itself: node's own framing would copy each piece once more. Then the head was flushed, and nothing but the end goes through the response. */
  readonly #isFramed: boolean
  #left: number

  constructor(response: ServerResponse, source: ByteSource, gzip: Gzip | undefined) {
    this.#response = response
    this.#source = source
    this.#isFramed = !gzip && source.byteLength === undefined && response.chunkedEncoding && response.socket !== null
    this.#out = gzip ?? (this.#isFramed ? response.socket! : response)
    this.#left = source.byteLength ?? Number.POSITIVE_INFINITY
  }

  run(): void {
    const buffer = free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes)
    const release = () => {
      if (free.length < mostFree) free.push(buffer)
    }
    const at = this.#isFramed ? frameHead : 0
    const length = this.#source.read(this.#isFramed ? buffer.subarray(at, -frameTail) : buffer)
    this.#left -= length
    if (length === 0 && this.#source.more) {
      release()
      this.#goOn(this.#source.more())
    } else if (this.#left <= 0 || length === 0) this.#end(buffer.subarray(0, length), release)
    else
      this.#out.write(this.#isFramed ? framed(buffer, length) : buffer.subarray(0, length), (error) => {
        release()
        if (!error && !this.#response.destroyed) this.#goOnSoon()
      })
  }

  /** To a client that is quick each piece is gone at once, and all of them would be one turn. */
  #goOnSoon(): void {
    const pause = pauseNow()
    if (!pause) {
      this.run()
      return
    }
    void pause.then(() => {
      if (!this.#response.destroyed) this.run()
    })
  }

  #end(last: Buffer, release: () => void): void {
    if (this.#isFramed) this.#response.end(release)
    else this.#out.end(last, release)
  }

  #goOn(more: Promise<boolean>): void {
    more.then(
      (isThere) => {
        if (this.#response.destroyed) return
        if (isThere) this.run()
        else this.#end(nothing, () => {})
      },
      () => this.#response.destroy(),
    )
  }
}

const nothing = Buffer.alloc(0)

/** The chunk of `length` bytes that stand behind the room for its head. */
function framed(buffer: Buffer, length: number): Buffer {
  buffer.write(`${length.toString(16).padStart(5, '0')}\r\n`, 0, 'latin1')
  buffer.write('\r\n', frameHead + length, 'latin1')
  return buffer.subarray(0, frameHead + length + frameTail)
}
