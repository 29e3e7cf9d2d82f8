import type { IncomingMessage } from 'node:http'
import { type Clock, nextTurn, notePassing, sleep } from '../kit/index.js'
import { badRequest, tooLarge } from '../meta/index.js'

/** Bytes a body may have, as upstream. */
export const maxBodyBytes = 3 * 1024 * 1024

/** Bytes that are taken in in one turn of the event loop: decrypting them is work too, and a socket gives as much as it has. */
const mostATurn = 64 * 1024

/** What nobody will read is taken in slowly, this much at a time: it makes garbage all the same. */
const droppedATime = 64 * 1024
const droppedPauseMs = 2

export interface Reading {
  readonly clock: Clock
  /** Of a longer body about this much is kept, its beginning; left out: all. */
  readonly kept?: number | undefined
}

/** Collects a request's body. Rejects with 413 beyond `maxBodyBytes` and 400 when the client goes away in the middle. */
export function readBody(message: IncomingMessage, { clock, kept = maxBodyBytes }: Reading): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (Number(message.headers['content-length']) > maxBodyBytes) return reject(bodyTooLarge())
    const body = new Body(Number(message.headers['content-length']))
    let bytes = 0
    let readNow = 0
    const take = (piece: Buffer) => {
      bytes += piece.length
      if (bytes > maxBodyBytes) {
        message.off('data', take).pause()
        return reject(bodyTooLarge())
      }
      const isDropped = body.byteLength > kept
      if (!isDropped) body.add(piece)
      notePassing(piece.length)
      readNow += piece.length
      if (readNow <= (isDropped ? droppedATime : mostATurn)) return
      readNow = 0
      message.pause()
      void (isDropped ? sleep(clock, droppedPauseMs) : nextTurn()).then(() => message.resume())
    }
    message.on('data', take)
    message.on('end', () => resolve(body.whole()))
    // Node tells of a body that breaks off by an error only where somebody listens for it, and by `close` always.
    message.on('close', () => {
      if (!message.complete) reject(badRequest('the body was cut off'))
    })
  })
}

/** Takes in what is left of a body, for nobody. */
export function dropBody(message: IncomingMessage, clock: Clock): void {
  let readNow = 0
  message.on('data', (piece: Buffer) => {
    readNow += piece.length
    if (readNow <= droppedATime) return
    readNow = 0
    message.pause()
    void sleep(clock, droppedPauseMs).then(() => message.resume())
  })
  message.resume()
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
    return (
      this.#joined?.subarray(0, this.byteLength) ??
      (second ? Buffer.concat(this.#pieces, this.byteLength) : (first ?? nothing))
    )
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
