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
    let first: Buffer | undefined
    let pieces: Buffer[] | undefined
    let bytes = 0
    let readNow = 0
    message.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (bytes > maxBodyBytes) {
        message.pause()
        return reject(bodyTooLarge())
      }
      if (!first) first = piece
      else (pieces ??= [first]).push(piece)
      readNow += piece.length
      if (readNow <= mostATurn) return
      readNow = 0
      message.pause()
      void nextTurn().then(() => message.resume())
    })
    message.on('end', () => resolve(pieces ? Buffer.concat(pieces, bytes) : (first ?? nothing)))
    // Node tells of a body that breaks off by an error only where somebody listens for it, and by `close` always.
    message.on('close', () => {
      if (!message.complete) reject(badRequest('the body was cut off'))
    })
  })
}

const nothing = new Uint8Array(0)

const bodyTooLarge = () => tooLarge(`Request entity too large: limit is ${maxBodyBytes}`)
