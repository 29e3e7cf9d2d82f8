/** Which pod, container and node a request for logs, exec, attach or port-forward means, checked as upstream's pod registry does. */
import { badRequest, type KubeObject } from '../../core/meta/index.js'
import type { Guarded, SubresourceRequest } from '../../core/registry/contract.js'

export interface Pod extends KubeObject {
  spec: {
    nodeName?: string
    containers: { name: string }[]
    initContainers?: { name: string }[]
    ephemeralContainers?: { name: string }[]
  }
  status?: {
    phase?: string
    containerStatuses?: ContainerStatus[]
    initContainerStatuses?: ContainerStatus[]
    ephemeralContainerStatuses?: ContainerStatus[]
  }
}

interface ContainerStatus {
  name: string
  state?: { running?: object }
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
  const { nodeName } = pod.spec
  return { pod, container, node: nodeName ? await guarded.get('/nodes', '', nodeName) : undefined }
}

/** The node of a pod that something is to run in. Throws BadRequest when it has none, or has ended. */
export function nodeOf({ pod, node }: Pick<PodTarget, 'pod' | 'node'>): KubeObject {
  const { name } = pod.metadata
  const phase = pod.status?.phase
  if (phase === 'Succeeded' || phase === 'Failed') {
    throw badRequest(`cannot exec into a container in a completed pod; current phase is ${phase}`)
  }
  if (!node) throw badRequest(`pod ${name} does not have a host assigned`)
  return node
}

/** Throws BadRequest unless the container runs. */
export function requireRunning({ pod, container }: PodTarget): void {
  const {
    containerStatuses: mains = [],
    initContainerStatuses: inits = [],
    ephemeralContainerStatuses = [],
  } = pod.status ?? {}
  const status = [...mains, ...inits, ...ephemeralContainerStatuses].find(({ name }) => name === container)
  if (!status?.state?.running) throw badRequest(`container not found ("${container}")`)
}

function containerOf({ metadata, spec }: Pod, wanted: string): string {
  const names = (list: readonly { readonly name: string }[] | undefined) => (list ?? []).map(({ name }) => name)
  const [mains, inits, ephemerals] = [spec.containers, spec.initContainers, spec.ephemeralContainers].map(names)
  if (wanted) {
    if ([mains, inits, ephemerals].some((list) => list?.includes(wanted))) return wanted
    throw badRequest(`container ${wanted} is not valid for pod ${metadata.name}`)
  }
  if (mains?.length === 1) return mains[0] ?? ''
  const chosen = metadata.annotations?.['kubectl.kubernetes.io/default-container']
  if (chosen && mains?.includes(chosen)) return chosen
  const others = inits?.length ? ` or one of the init containers: [${inits.join(' ')}]` : ''
  throw badRequest(
    `a container name must be specified for pod ${metadata.name}, choose one of: [${mains?.join(' ')}]${others}`,
  )
}
