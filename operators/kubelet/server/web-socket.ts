/** Takes a WebSocket upgrade with one of the subprotocols offered. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { HttpError } from './http-error.js'

export interface Upgrade {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
}

/** The first of `known` that the client offers; '' is for those that offer none. Throws an HttpError when there is none, or when it is no WebSocket. */
export function chooseProtocol(request: IncomingMessage, known: readonly string[]): string {
  if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
    throw new HttpError(400, `upgrade to ${request.headers.upgrade ?? 'nothing'} is not supported: use WebSocket`)
  }
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const chosen = known.find((name) => offered.includes(name))
  if (chosen === undefined) {
    throw new HttpError(400, `none of the subprotocols ${offered.join(', ')} is supported: use ${known[0]}`)
  }
  return chosen
}

/** Frames of a message are put together up to this size. */
const mostMessageBytes = 32 * 1024 * 1024

export function acceptWebSocket({ request, socket, head }: Upgrade, protocol: string): Promise<WebSocket> {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: mostMessageBytes,
  })
  // kubectl's name of the tunnel has a slash, which ws takes for a broken header: the choice is made and answered here.
  delete request.headers['sec-websocket-protocol']
  if (protocol) server.on('headers', (lines) => void lines.push(`Sec-WebSocket-Protocol: ${protocol}`))
  return new Promise((resolve) => server.handleUpgrade(request, socket, head, resolve))
}
