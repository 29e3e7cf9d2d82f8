/** Values that a pod tells its containers about itself: `fieldRef` and `resourceFieldRef`, pure. */
import { parseQuantity, quantityMilliValue, quantityValue } from '../../../core/meta/index.js'
import type { ContainerSpec, Pod, ResourceFieldRef } from '../shapes/index.js'

export interface PodFacts {
  readonly pod: Pod
  readonly hostIPs: readonly string[]
  readonly podIPs: readonly string[]
  /** Limits that count where a container sets none. */
  readonly allocatable: Readonly<Record<string, string>>
}

/** Throws, in words for an event, for a path that is no field. */
export function fieldValue(path: string, { pod, hostIPs, podIPs }: PodFacts): string {
  const { metadata, spec } = pod
  const keyed = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path)
  if (keyed) return metadata[keyed[1] as 'labels' | 'annotations']?.[keyed[2] ?? ''] ?? ''
  switch (path) {
    case 'metadata.name':
    case 'metadata.namespace':
    case 'metadata.uid':
      return String(metadata[path.slice('metadata.'.length) as 'name' | 'namespace' | 'uid'] ?? '')
    case 'metadata.labels':
      return showMap(metadata.labels)
    case 'metadata.annotations':
      return showMap(metadata.annotations)
    case 'spec.nodeName':
      return spec.nodeName ?? ''
    case 'spec.serviceAccountName':
      return spec.serviceAccountName ?? ''
    case 'status.hostIP':
      return hostIPs[0] ?? ''
    case 'status.hostIPs':
      return hostIPs.join(',')
    case 'status.podIP':
      return podIPs[0] ?? ''
    case 'status.podIPs':
      return podIPs.join(',')
    default:
      throw new Error(`unsupported fieldPath: ${path}`)
  }
}

/** A limit or request of a container in units of the divisor, rounded up. */
export function resourceValue(ref: ResourceFieldRef, container: ContainerSpec | undefined, facts: PodFacts): string {
  const [side, ...rest] = ref.resource.split('.')
  const name = rest.join('.')
  if (!container || (side !== 'limits' && side !== 'requests')) {
    throw new Error(`unsupported resourceFieldRef: ${ref.containerName ?? ''} ${ref.resource}`)
  }
  const { limits, requests } = container.resources ?? {}
  const amount = side === 'limits' ? (limits?.[name] ?? facts.allocatable[name]) : (requests?.[name] ?? '0')
  const divisor = parseQuantity(ref.divisor && String(ref.divisor) !== '0' ? ref.divisor : '1')
  const quantity = parseQuantity(amount ?? '0')
  const of = name === 'cpu' ? quantityMilliValue : quantityValue
  return String(Math.ceil(of(quantity) / of(divisor)))
}

/** `key="value"` lines in order of key, values as Go quotes them. */
function showMap(map: Readonly<Record<string, string>> | undefined): string {
  const keys = Object.keys(map ?? {}).sort()
  return keys.map((key) => `${key}=${JSON.stringify(map?.[key])}`).join('\n')
}
