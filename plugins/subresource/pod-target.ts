/** Which pod, container and node a request for logs, exec, attach or port-forward means, checked as upstream's pod registry does. */
import { badRequest, isNotFound, type KubeObject, notFound } from '../../core/meta/index.js'
import type { Guarded, SubresourceRequest } from '../../core/registry/contract.js'

export interface Pod extends KubeObject {
  spec: {
    nodeName?: string
    containers: { name: string }[]
    initContainers?: { name: string }[]
    ephemeralContainers?: { name: string }[]
  }
}

export interface PodTarget {
  readonly pod: Pod
  readonly container: string
  /** Undefined: the pod has none yet. */
  readonly node: KubeObject | undefined
}

/** Throws NotFound, or BadRequest when the container is not named clearly. */
export async function podTarget(request: SubresourceRequest, guarded: Guarded): Promise<PodTarget> {
  const pod = (await guarded.get('/pods', request.namespace, request.name)) as Pod
  const container = containerOf(pod, request.query.get('container') ?? '')
  return { pod, container, node: await nodeUnder(pod, guarded) }
}

/** Undefined: the pod has none yet. One that is gone is told as if it were a pod, as upstream. */
export async function nodeUnder({ spec: { nodeName } }: Pod, guarded: Guarded): Promise<KubeObject | undefined> {
  if (!nodeName) return undefined
  return guarded.get('/nodes', '', nodeName).catch((error) => {
    throw isNotFound(error) ? notFound({ group: '', plural: 'pods' }, nodeName) : error
  })
}

/** The node of a pod that something is to run in. Throws BadRequest when it has none. */
export function nodeOf({ pod, node }: Pick<PodTarget, 'pod' | 'node'>): KubeObject {
  if (!node) throw badRequest(`pod ${pod.metadata.name} does not have a host assigned`)
  return node
}

/** Whether the node's kubelet takes WebSockets of v5 and tunnels itself (1.36 and later, and Operon's); to others they are translated. */
export function takesWebSockets({ status }: KubeObject): boolean {
  const { declaredFeatures = [] } = (status ?? {}) as { declaredFeatures?: readonly string[] }
  return declaredFeatures.includes('ExtendWebSocketsToKubelet')
}

function containerOf({ metadata, spec }: Pod, wanted: string): string {
  const names = (list: readonly { readonly name: string }[] | undefined) => (list ?? []).map(({ name }) => name)
  const [mains, inits, ephemerals] = [spec.containers, spec.initContainers, spec.ephemeralContainers].map(names)
  if (wanted) {
    if ([mains, inits, ephemerals].some((list) => list?.includes(wanted))) return wanted
    throw badRequest(`container ${wanted} is not valid for pod ${metadata.name}`)
  }
  if (mains?.length === 1) return mains[0] ?? ''
  const all = [inits, mains, ephemerals].flat().join(' ')
  throw badRequest(`a container name must be specified for pod ${metadata.name}, choose one of: [${all}]`)
}
