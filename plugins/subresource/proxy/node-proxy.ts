/** `nodes/proxy`: HTTPS to a node's kubelet as the API, or HTTP to another port of the node as nobody. */
import type { Clock } from '../../../core/kit/index.js'
import { badRequest } from '../../../core/meta/index.js'
import type { Guarded, SubresourcePlugin } from '../../../core/registry/contract.js'
import { addressOf, type NodeLink } from '../node-link.js'
import { isGlobalAddress } from './address-rules.js'
import { type Backend, portNumber, proxyName } from './backend.js'
import { relay } from './relay.js'

export function nodeProxy(link: NodeLink, clock: Clock): SubresourcePlugin {
  return {
    group: '',
    plural: 'nodes',
    subresource: 'proxy',
    raw: true,
    answer: async (request, { guarded }) => relay(request, await backendOf(request.name, link, guarded), clock),
  }
}

/** Other ports are reached only at an address that means the node wherever it is dialled from: never our own loopback, never a name. */
async function backendOf(asked: string, link: NodeLink, guarded: Guarded): Promise<Backend> {
  const { scheme, name, port } = proxyName(asked, 'node')
  const { host, port: kubelets } = addressOf(await guarded.get('/nodes', '', name))
  if (port === '' || port === String(kubelets)) return { scheme: 'https', host, port: kubelets, trust: link.trust }
  if (!isGlobalAddress(host)) throw badRequest(`address not allowed: ${host} of node ${name}`)
  return { scheme, host, port: portNumber(port) }
}
