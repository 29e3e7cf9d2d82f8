/** An upgrade to a kubelet: asked for before the client is answered, then bytes both ways until either side ends. */
import type { Duplex } from 'node:stream'
import { badRequest, type KubeObject } from '../../core/meta/index.js'
import type { SubresourceAnswer, SubresourceRequest } from '../../core/registry/contract.js'
import { withoutBearer } from '../kit/passed-headers.js'
import { splice } from '../kit/splice.js'
import { addressOf, type NodeLink } from './node-link.js'

type Connection = Extract<Awaited<ReturnType<NodeLink['upgrade']>>, { socket: Duplex }>

/** Throws 500 for a node without an address, then BadRequest for what is no upgrade. To what else than a WebSocket or SPDY/3.1 is the kubelet's to refuse. */
export async function connect(
  link: NodeLink,
  request: SubresourceRequest,
  to: { readonly node: KubeObject; readonly path: string },
): Promise<SubresourceAnswer> {
  addressOf(to.node)
  const upgraded = await link.upgrade(to.node, to.path, { headers: upgradeHeaders(request), signal: request.signal })
  if ('refused' in upgraded) return { relayed: upgraded.refused }
  return { upgrade: (socket, head) => join(socket, head, upgraded) }
}

/** Of the client's headers those alone that make the upgrade. */
function upgradeHeaders({ headers }: SubresourceRequest): Record<string, string> {
  const upgrade = headers['upgrade'] ?? ''
  const wanted = upgrade.toLowerCase()
  if (!/upgrade/i.test(headers['connection'] ?? '') || !wanted) throw badRequest('Upgrade request required')
  if (wanted === 'spdy/3.1') {
    const versions = headers['x-stream-protocol-version'] ?? ''
    return { connection: 'Upgrade', upgrade: 'SPDY/3.1', 'x-stream-protocol-version': versions }
  }
  if (wanted !== 'websocket') return { connection: 'Upgrade', upgrade }
  const protocols = withoutBearer(headers['sec-websocket-protocol'])
  return {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': headers['sec-websocket-key'] ?? '',
    'sec-websocket-version': headers['sec-websocket-version'] ?? '13',
    ...(protocols.length ? { 'sec-websocket-protocol': protocols.join(', ') } : {}),
  }
}

const answered = [
  'upgrade',
  'connection',
  'sec-websocket-accept',
  'sec-websocket-protocol',
  'x-stream-protocol-version',
]

function join(client: Duplex, first: Uint8Array, { headers, socket, head }: Connection): void {
  const shown = Object.fromEntries(answered.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])))
  splice({ client, first }, { headers: shown, socket, head })
}
