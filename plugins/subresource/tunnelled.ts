/** Port-forwards whose SPDY comes inside of a WebSocket (kubectl since 1.31), for kubelets of before 1.36: they get the SPDY alone, as upstream's API does it. */
import type { Duplex } from 'node:stream'
import type { RawData } from 'ws'
import type { KubeObject } from '../../core/meta/index.js'
import type { SubresourceAnswer, SubresourceRequest } from '../../core/registry/contract.js'
import { addressOf, type NodeLink } from './node-link.js'
import { offeredProtocols, refusedHandshake, roomBytes, shakeHands } from './socket-server.js'
import { normalEnd } from './told-in-band.js'

const prefix = 'SPDY/3.1+'

/** What the client offers of SPDY inside of a WebSocket: its versions. Empty: nothing. */
export function tunnelledProtocols(request: SubresourceRequest): string[] {
  const tunnels = offeredProtocols(request).filter((name) => name.startsWith(prefix) && name.endsWith('.k8s.io'))
  return tunnels.map((name) => name.slice(prefix.length))
}

/** Throws 500 for a node without an address or that can't be reached. */
export async function tunnelled(
  link: NodeLink,
  request: SubresourceRequest,
  to: { readonly node: KubeObject; readonly path: string },
): Promise<SubresourceAnswer> {
  addressOf(to.node)
  const versions = tunnelledProtocols(request).join(', ')
  const headers = { connection: 'Upgrade', upgrade: 'SPDY/3.1', 'x-stream-protocol-version': versions }
  const upgraded = await link.upgrade(to.node, to.path, { headers, signal: request.signal })
  if ('refused' in upgraded) return { relayed: upgraded.refused }
  const { socket: wire, head: early } = upgraded
  const refused = refusedHandshake(request)
  if (refused) {
    wire.destroy()
    return refused
  }
  wire.on('error', () => wire.destroy())
  if (early.length) wire.unshift(early)
  const chosen = upgraded.headers['x-stream-protocol-version']
  const protocol = chosen ? `${prefix}${String(chosen)}` : ''
  return { upgrade: (socket, head) => void join(socket, head, { request, protocol, wire }).catch(() => wire.destroy()) }
}

async function join(
  socket: Duplex,
  head: Uint8Array,
  { wire, ...shaking }: { readonly request: SubresourceRequest; readonly protocol: string; readonly wire: Duplex },
): Promise<void> {
  const client = await shakeHands(socket, head, shaking)
  client.on('message', (data: RawData) => {
    if (wire.write(data as Buffer)) return
    client.pause()
    wire.once('drain', () => client.resume())
  })
  client.on('close', () => wire.destroy())
  wire.on('data', (bytes: Buffer) => {
    if (client.bufferedAmount > roomBytes) wire.pause()
    client.send(bytes, () => wire.resume())
  })
  wire.on('close', () => client.close(normalEnd))
}
