/** A failure told inside of a WebSocket, as upstream's API tells it to clients of v5 before any kubelet is reached: the handshake is done, then the error channel says what went wrong. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { StatusError } from '../../core/meta/index.js'
import type { SubresourceRequest } from '../../core/registry/contract.js'

const protocol = 'v5.channel.k8s.io'
const channels = { stdout: 1, stderr: 2, error: 3 } as const
const normalEnd = 1000

/** Whether the client offers v5, in a handshake that can be answered. */
export function hearsInBand({ method, headers }: SubresourceRequest): boolean {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const isHandshake = headers['sec-websocket-version'] === '13' && Boolean(headers['sec-websocket-key'])
  return method === 'GET' && isHandshake && offered.includes(protocol)
}

/** Ends the connection. `hears`: the output that the client has asked for. */
export function tellInBand(
  client: Duplex,
  { status }: StatusError,
  { request, hears }: { readonly request: SubresourceRequest; readonly hears: 'stdout' | 'stderr' | 'error' },
): void {
  const server = new WebSocketServer({ noServer: true, clientTracking: false, handleProtocols: () => protocol })
  const { kind: _, apiVersion: __, ...told } = status
  // No more of a request is looked at.
  const handshake = { method: request.method, headers: { ...request.headers, upgrade: 'websocket' } } as IncomingMessage
  server.handleUpgrade(handshake, client, Buffer.alloc(0), (socket) => {
    socket.on('error', () => {})
    // That the stream stands.
    socket.send(Buffer.from([channels[hears]]))
    socket.send(Buffer.concat([Buffer.from([channels.error]), Buffer.from(JSON.stringify(told))]))
    socket.close(normalEnd)
  })
}
