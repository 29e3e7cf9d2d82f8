/** Whether a node has room for one more pod, pure: what upstream's kubelet checks before it takes one (PodFitsResources, PodFitsHostPorts). */
import { parseQuantity, quantityMilliValue, quantityValue } from '../../../core/meta/index.js'
import { HostPorts, hostPortsOf } from '../../kit/host-ports.js'
import type { ContainerSpec, Pod } from '../shapes/index.js'

export interface Lack {
  /** `OutOfcpu`, `OutOfmemory`, `OutOfpods`, `NodePorts` */
  readonly reason: string
  readonly message: string
}

/** Undefined: it fits. `others`: pods that hold their share of the node. */
export function lackFor(
  pod: Pod,
  others: readonly Pod[],
  allocatable: Readonly<Record<string, string>>,
): Lack | undefined {
  const amounts = [
    { name: 'pods', of: () => 1 },
    { name: 'cpu', of: (one: Pod) => requestOf(one, 'cpu') },
    { name: 'memory', of: (one: Pod) => requestOf(one, 'memory') },
  ]
  for (const { name, of } of amounts) {
    const requested = of(pod)
    const used = others.reduce((sum, other) => sum + of(other), 0)
    const capacity = amountOf(name, allocatable[name] ?? '0')
    if (requested === 0 || used + requested <= capacity) continue
    const message = `Pod was rejected: Node didn't have enough resource: ${name}, requested: ${requested}, used: ${used}, capacity: ${capacity}`
    return { reason: `OutOf${name}`, message }
  }
  return undefined
}

/** Undefined: nobody else holds a port of the node that the pod claims. */
export function conflictFor(pod: Pod, others: readonly Pod[]): Lack | undefined {
  const claimed = hostPortsOf(pod.spec)
  if (claimed.length === 0) return undefined
  const taken = new HostPorts()
  for (const other of others) taken.take(hostPortsOf(other.spec))
  if (taken.areFree(claimed)) return undefined
  const why = "node(s) didn't have free ports for the requested pod ports"
  return { reason: 'NodePorts', message: `Pod was rejected: Predicate NodePorts failed: ${why}` }
}

/** What a pod requests: its containers and sidecars together, or the largest step of its initialisation if that is more. */
export function requestOf(pod: Pod, name: 'cpu' | 'memory'): number {
  const of = ({ resources }: ContainerSpec) =>
    amountOf(name, resources?.requests?.[name] ?? resources?.limits?.[name] ?? '0')
  let sidecars = 0
  let largest = 0
  for (const init of pod.spec.initContainers ?? []) {
    if (init.restartPolicy === 'Always') sidecars += of(init)
    largest = Math.max(largest, sidecars + (init.restartPolicy === 'Always' ? 0 : of(init)))
  }
  const mains = pod.spec.containers.reduce((sum, container) => sum + of(container), 0)
  return Math.max(largest, mains + sidecars) + amountOf(name, pod.spec.overhead?.[name] ?? '0')
}

function amountOf(name: string, text: string): number {
  const quantity = parseQuantity(text)
  return name === 'cpu' ? quantityMilliValue(quantity) : quantityValue(quantity)
}
