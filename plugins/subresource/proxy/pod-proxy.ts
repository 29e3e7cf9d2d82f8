/** `pods/proxy`: HTTP to a port of a pod, at the pod's own address. */
import type { Clock } from '../../../core/kit/index.js'
import { badRequest, type KubeObject } from '../../../core/meta/index.js'
import type { Guarded, SubresourcePlugin } from '../../../core/registry/contract.js'
import { addressOf } from '../node-link.js'
import { isGlobalAddress } from './address-rules.js'
import { type Backend, portNumber, proxyName } from './backend.js'
import { relay } from './relay.js'

export interface Pod extends KubeObject {
  readonly spec: {
    readonly nodeName?: string
    readonly containers: readonly {
      readonly ports?: readonly { readonly name?: string; readonly containerPort: number }[]
    }[]
  }
  readonly status?: {
    readonly podIP?: string
    readonly podIPs?: readonly { readonly ip: string }[]
    readonly conditions?: readonly { readonly type: string; readonly status: string }[]
  }
}

export function podProxy(clock: Clock): SubresourcePlugin {
  return {
    group: '',
    plural: 'pods',
    subresource: 'proxy',
    raw: true,
    answer: async (request, { guarded }) => relay(request, await backendOf(request, guarded), clock),
  }
}

async function backendOf(
  request: { readonly namespace: string; readonly name: string },
  guarded: Guarded,
): Promise<Backend> {
  const { scheme, name, port } = proxyName(request.name, 'pod')
  const pod = (await guarded.get('/pods', request.namespace, name)) as Pod
  const host = await podAddress(pod, guarded)
  return { scheme, host, port: podPort(pod, port) }
}

/** The first that is declared unless one is named, by number or by name. Undefined: none is declared. */
function podPort({ spec, metadata }: Pod, wanted: string): number | undefined {
  const ports = spec.containers.flatMap((container) => container.ports ?? [])
  if (wanted === '') return ports[0]?.containerPort
  const named = ports.find(({ name }) => name === wanted)
  if (!named && !/^\d+$/.test(wanted))
    throw badRequest(`pod ${metadata.name} has no port named ${JSON.stringify(wanted)}`)
  return named?.containerPort ?? portNumber(wanted)
}

/**
 * Throws BadRequest for a pod without an address, and for addresses that mean another machine wherever they are dialled, as upstream. Those of a node that has registered nothing else are
 * its pods' own where pods share the host's network (`operon up` as a user).
 */
export async function podAddress(pod: Pod, guarded: Guarded): Promise<string> {
  const address = pod.status?.podIPs?.[0]?.ip ?? pod.status?.podIP ?? ''
  if (isGlobalAddress(address)) return address
  const { nodeName } = pod.spec
  const node = nodeName ? await guarded.get('/nodes', '', nodeName) : undefined
  if (!node || addressOf(node).host !== address) throw badRequest('address not allowed')
  return address
}
