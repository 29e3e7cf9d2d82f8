import type { IncomingMessage } from 'node:http'
import { nextTurn } from '../kit/index.js'
import { badRequest, tooLarge } from '../meta/index.js'

/** Bytes a body may have, as upstream. */
export const maxBodyBytes = 3 * 1024 * 1024

/** Bytes that are taken in in one turn of the event loop: decrypting them is work too, and a socket gives as much as it has. */
const mostATurn = 256 * 1024

/** Collects a request's body. Rejects with 413 beyond `maxBodyBytes` and 400 when the client goes away in the middle. */
export function readBody(message: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (Number(message.headers['content-length']) > maxBodyBytes) return reject(bodyTooLarge())
    const body = new Body(Number(message.headers['content-length']))
    let readNow = 0
    message.on('data', (piece: Buffer) => {
      if (body.byteLength + piece.length > maxBodyBytes) {
        message.pause()
        return reject(bodyTooLarge())
      }
      body.add(piece)
      readNow += piece.length
      if (readNow <= mostATurn) return
      readNow = 0
      message.pause()
      void nextTurn().then(() => message.resume())
    })
    message.on('end', () => resolve(body.whole()))
    // Node tells of a body that breaks off by an error only where somebody listens for it, and by `close` always.
    message.on('close', () => {
      if (!message.complete) reject(badRequest('the body was cut off'))
    })
  })
}

/** Beyond this a body of a known length is copied to its place piece by piece: joining it at its end would be one long turn. A client that only says a length takes no memory by it. */
const keptApartBytes = 256 * 1024

class Body {
  byteLength = 0
  #pieces: Buffer[] = []
  #joined: Buffer | undefined
  readonly #said: number

  /** `said`: NaN for a length that nobody has told. */
  constructor(said: number) {
    this.#said = said
  }

  add(piece: Buffer): void {
    if (this.#joined) this.#joined.set(piece, this.byteLength)
    else this.#pieces.push(piece)
    this.byteLength += piece.length
    if (!this.#joined && this.byteLength >= keptApartBytes && this.byteLength < this.#said) this.#join()
  }

  whole(): Uint8Array {
    const [first, second] = this.#pieces
    return this.#joined ?? (second ? Buffer.concat(this.#pieces, this.byteLength) : (first ?? nothing))
  }

  #join(): void {
    this.#joined = Buffer.allocUnsafeSlow(this.#said)
    let at = 0
    for (const piece of this.#pieces) at += piece.copy(this.#joined, at)
    this.#pieces = []
  }
}

const nothing = new Uint8Array(0)

const bodyTooLarge = () => tooLarge(`Request entity too large: limit is ${maxBodyBytes}`)
