/** WebSockets that end at the API, and not at a kubelet. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { SubresourceAnswer, SubresourceRequest } from '../../core/registry/contract.js'

/** As upstream's library reads them. */
const mostMessageBytes = 32 * 1024 * 1024
const version = '13'

/** What may wait to be sent before the kubelet is made to wait. */
export const roomBytes = 1024 * 1024

const server = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: mostMessageBytes,
})

/** Empty for what asks for no WebSocket. */
export function offeredProtocols({ headers }: SubresourceRequest): string[] {
  const isSocket = headers['upgrade']?.toLowerCase() === 'websocket' && /upgrade/i.test(headers['connection'] ?? '')
  if (!isSocket) return []
  return (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
}

/** The answer to a handshake that is none, as bare as upstream's. */
export function refusedHandshake({ method, headers }: SubresourceRequest): SubresourceAnswer | undefined {
  const refuse = (status: number, why: string, more: Record<string, string> = {}) => ({
    relayed: { status, headers: { ...more, connection: 'close' }, body: Buffer.from(why) },
  })
  if (method !== 'GET') return refuse(405, 'a WebSocket is asked for by GET')
  if (!headers['sec-websocket-key']) return refuse(400, 'Sec-WebSocket-Key is missing')
  if (headers['sec-websocket-version'] !== version)
    return refuse(400, `Sec-WebSocket-Version must be ${version}`, { 'sec-websocket-version': version })
  return undefined
}

/** Rejects when `ws` likes the handshake less than `refusedHandshake` did; the client has been told then. `protocol`: '' for none. */
export function shakeHands(
  client: Duplex,
  first: Uint8Array,
  { request, protocol }: { readonly request: SubresourceRequest; readonly protocol: string },
): Promise<WebSocket> {
  const { 'sec-websocket-protocol': _, ...headers } = request.headers
  // No more of a request is looked at. The tunnel's name has a slash, which ws takes for a broken header: it is answered here.
  const message = { method: 'GET', headers: { ...headers, upgrade: 'websocket' }, protocol } as unknown
  return new Promise((resolve, reject) => {
    client.once('close', () => reject(new Error('the client went away')))
    server.handleUpgrade(message as IncomingMessage, client, Buffer.from(first), (socket) => {
      socket.on('error', () => socket.terminate())
      resolve(socket)
    })
  })
}

server.on('headers', (lines: string[], message: IncomingMessage & { readonly protocol?: string }) => {
  if (message.protocol) lines.push(`Sec-WebSocket-Protocol: ${message.protocol}`)
})
