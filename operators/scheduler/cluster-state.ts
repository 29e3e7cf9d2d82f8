import { controllerOf } from '../../core/meta/index.js'
import type { Node, Pod } from '../kit/kinds.js'
import { NodeState } from './node-state.js'
import type { NeedsReader, PodNeeds } from './pod-needs.js'

interface Placement {
  readonly nodeName: string
  readonly needs: PodNeeds
  readonly family: string | undefined
  readonly generation: number | undefined
}

/** Nodes, and the pods on them or on their way to them. */
export class ClusterState {
  readonly #reader: NeedsReader
  readonly #nodes = new Map<string, NodeState>()
  #list: readonly NodeState[] | undefined
  readonly #placements = new Map<string, Placement>()
  /** Pods of nodes that are not known yet, or not any more. */
  readonly #homeless = new Map<string, Set<string>>()

  constructor(reader: NeedsReader) {
    this.#reader = reader
  }

  /** In the order of their coming. The same array until a node comes or goes. */
  get nodes(): readonly NodeState[] {
    this.#list ??= [...this.#nodes.values()]
    return this.#list
  }

  /** Answers whether a pod that did not fit may fit now. */
  putNode(node: Node): boolean {
    const name = String(node.metadata.name)
    const known = this.#nodes.get(name)
    if (known) return known.update(node)
    const state = new NodeState(node)
    this.#nodes.set(name, state)
    this.#list = undefined
    for (const uid of this.#homeless.get(name) ?? []) {
      const { needs, family } = this.#placements.get(uid)!
      state.place(needs, family)
    }
    this.#homeless.delete(name)
    // A node often comes first without what it has to give.
    return state.mostPods > 0
  }

  removeNode(name: string): void {
    if (!this.#nodes.delete(name)) return
    this.#list = undefined
    const left = [...this.#placements].filter(([, placement]) => placement.nodeName === name).map(([uid]) => uid)
    if (left.length) this.#homeless.set(name, new Set(left))
  }

  /** Notes that `pod` is on a node or on its way there. Doing so again costs a look-up while its spec stays. */
  place(pod: Pod, nodeName: string): void {
    const uid = String(pod.metadata.uid)
    const { generation } = pod.metadata
    const known = this.#placements.get(uid)
    if (known?.nodeName === nodeName && known.generation === generation && generation !== undefined) return
    if (known) this.displace(uid)
    const needs = this.#reader.read(pod)
    const family = controllerOf(pod)?.uid
    this.#placements.set(uid, { nodeName, needs, family, generation })
    const state = this.#nodes.get(nodeName)
    if (state) state.place(needs, family)
    else this.#homelessOf(nodeName).add(uid)
  }

  /** Answers whether the pod had a place. */
  displace(uid: string): boolean {
    const placement = this.#placements.get(uid)
    if (!placement) return false
    this.#placements.delete(uid)
    const { nodeName, needs, family } = placement
    const state = this.#nodes.get(nodeName)
    if (state) state.displace(needs, family)
    else if (this.#homelessOf(nodeName).delete(uid) && this.#homelessOf(nodeName).size === 0)
      this.#homeless.delete(nodeName)
    return true
  }

  #homelessOf(nodeName: string): Set<string> {
    const known = this.#homeless.get(nodeName)
    if (known) return known
    const uids = new Set<string>()
    this.#homeless.set(nodeName, uids)
    return uids
  }
}
