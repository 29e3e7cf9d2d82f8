import { parseQuantity, quantityValue } from '../../core/meta/index.js'
import type { Node, Taint } from '../kit/kinds.js'
import { HostPorts } from '../kit/host-ports.js'
import type { PodNeeds } from './pod-needs.js'
import { add, noResources, type Resources, readResources } from './resources.js'

/** A node, and what the pods on it and on their way to it have taken. */
export class NodeState {
  readonly name: string
  node: Node
  allocatable: Resources = noResources()
  mostPods = 0
  taints: readonly Taint[] = []
  readonly taken = noResources()
  readonly scored = noResources()
  readonly ports = new HostPorts()
  pods = 0
  /** How many pods of each controller are here, by its uid. */
  readonly siblings = new Map<string, number>()

  constructor(node: Node) {
    this.name = String(node.metadata.name)
    this.node = node
    this.update(node)
  }

  /** Takes a newer state of the node. Answers whether a pod that did not fit may fit now. */
  update(node: Node): boolean {
    const before = decidingParts(this.node)
    this.node = node
    this.allocatable = readResources(node.status?.allocatable)
    this.mostPods = quantityValue(parseQuantity(node.status?.allocatable?.['pods'] ?? 0))
    this.taints = node.spec.taints ?? []
    return decidingParts(node) !== before
  }

  /** `family`: the uid of the pod's controller. */
  place(needs: PodNeeds, family: string | undefined): void {
    this.pods++
    if (family) this.siblings.set(family, (this.siblings.get(family) ?? 0) + 1)
    add(this.taken, needs.requests)
    add(this.scored, needs.scored)
    this.ports.take(needs.ports)
  }

  displace(needs: PodNeeds, family: string | undefined): void {
    this.pods--
    const left = (this.siblings.get(family ?? '') ?? 0) - 1
    if (left > 0) this.siblings.set(family!, left)
    else if (family) this.siblings.delete(family)
    add(this.taken, needs.requests, -1)
    add(this.scored, needs.scored, -1)
    this.ports.release(needs.ports)
  }
}

/** A heartbeat changes none of these. */
function decidingParts({ metadata, spec, status }: Node): string {
  return JSON.stringify([metadata.labels, spec.unschedulable, spec.taints, status?.allocatable])
}
