/** An upgrade to a kubelet: asked for before the client is answered, then bytes both ways until either side ends. */
import type { Duplex } from 'node:stream'
import { badRequest, type KubeObject } from '../../core/meta/index.js'
import type { SubresourceAnswer, SubresourceRequest } from '../../core/registry/contract.js'
import type { NodeLink, Upgraded } from './node-link.js'

const bearerProtocol = 'base64url.bearer.authorization.k8s.io.'

/** Throws a clear BadRequest for an upgrade that is no WebSocket: SPDY/3.1 is spoken inside a WebSocket only. Newer clients try it when a WebSocket failed, and show that answer alone: so a kubelet that can't be reached is told first. */
export async function connect(
  link: NodeLink,
  request: SubresourceRequest,
  to: { readonly node: KubeObject; readonly path: string },
): Promise<SubresourceAnswer> {
  if (isSpdy(request)) await link.reach(to.node, request.signal)
  const upgraded = await link.upgrade(to.node, to.path, { headers: webSocketHeaders(request), signal: request.signal })
  return { upgrade: (socket, head) => join(socket, head, upgraded) }
}

const isSpdy = ({ headers }: SubresourceRequest): boolean => /spdy/i.test(headers['upgrade'] ?? '')

function webSocketHeaders(request: SubresourceRequest): Record<string, string> {
  const { headers } = request
  const wanted = headers['upgrade'] ?? ''
  if (isSpdy(request)) {
    throw badRequest(
      'SPDY/3.1 is not supported: use a client that speaks WebSocket (kubectl 1.31 or newer; 1.29 and 1.30 with KUBECTL_REMOTE_COMMAND_WEBSOCKETS=true)',
    )
  }
  if (wanted.toLowerCase() !== 'websocket') throw badRequest('Upgrade request required')
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const protocols = offered.filter((name) => name && !name.startsWith(bearerProtocol))
  return {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': headers['sec-websocket-key'] ?? '',
    'sec-websocket-version': headers['sec-websocket-version'] ?? '13',
    ...(protocols.length ? { 'sec-websocket-protocol': protocols.join(', ') } : {}),
  }
}

function join(client: Duplex, head: Uint8Array, { headers, socket, head: first }: Upgraded): void {
  const lines = ['upgrade', 'connection', 'sec-websocket-accept', 'sec-websocket-protocol'].flatMap((name) =>
    headers[name] ? [`${name}: ${headers[name]}`] : [],
  )
  client.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`)
  if (first.length) client.write(first)
  if (head.length) socket.write(head)
  client.on('error', () => socket.destroy())
  socket.on('error', () => client.destroy())
  client.once('close', () => socket.destroy())
  socket.once('close', () => client.writableEnded || client.destroy())
  client.pipe(socket)
  socket.pipe(client)
}
