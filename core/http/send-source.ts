/** A body of known length onto node's response, in pieces of the same few buffers: memory that is warm, never mapped anew, and no more of it than connections are being written to. */
import type { ServerResponse } from 'node:http'
import type { ByteSource } from '../funnel/index.js'

/** Encrypted, one piece still is what node hands to the socket at once (ten buffers of 16 kB). */
const pieceBytes = 128 * 1024
/** What is kept for the next answers. */
const mostFree = 64
const free: Buffer[] = []

/** Sends what the source has behind a head that was written; each piece when the one before has gone. Stops reading when the client is gone. */
export function sendSource(response: ServerResponse, source: ByteSource): void {
  let left = source.byteLength
  const sendPiece = () => {
    const buffer = free.pop() ?? Buffer.allocUnsafeSlow(pieceBytes)
    const length = source.read(buffer)
    left -= length
    const release = () => {
      if (free.length < mostFree) free.push(buffer)
    }
    if (left <= 0) {
      response.end(buffer.subarray(0, length), release)
      return
    }
    response.write(buffer.subarray(0, length), (error) => {
      release()
      if (!error && !response.destroyed) sendPiece()
    })
  }
  sendPiece()
}
