/** Takes an upgrade to SPDY/3.1 with one of the protocols offered in X-Stream-Protocol-Version. */
import type { IncomingMessage } from 'node:http'
import { HttpError } from './http-error.js'
import type { Upgrade } from './web-socket.js'

export const isSpdy = (request: IncomingMessage): boolean => request.headers.upgrade?.toLowerCase() === 'spdy/3.1'

/** Throws an HttpError (403, as upstream) when none of `known` is offered. The socket carries SPDY from then on. */
export function acceptSpdy({ request, socket, head }: Upgrade, known: readonly string[]): void {
  const offered = [request.headers['x-stream-protocol-version'] ?? []]
    .flat()
    .flatMap((names) => names.split(',').map((name) => name.trim()))
  const chosen = known.find((name) => offered.includes(name))
  if (!chosen) {
    throw new HttpError(
      403,
      `none of the stream protocols ${offered.join(', ')} is supported: use ${known.join(' or ')}`,
    )
  }
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\nX-Stream-Protocol-Version: ${chosen}\r\n\r\n`,
  )
  if (head.length > 0) socket.unshift(head)
}
