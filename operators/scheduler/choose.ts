import type { Random } from '../../core/kit/index.js'
import { fits, obstacles } from './filters.js'
import type { NodeState } from './node-state.js'
import type { PodNeeds } from './pod-needs.js'
import { scores } from './scores.js'

export type Choice =
  | { readonly nodeName: string }
  /** `reasons` are those of single nodes; the message counts them. */
  | { readonly message: string; readonly reasons: readonly string[] }

/** Chooses nodes; remembers where the last search ended, so that all nodes have their turn. */
export class Chooser {
  readonly #random: Random
  #start = 0

  constructor(random: Random) {
    this.#random = random
  }

  /** `family`: the uid of the pod's controller, whose pods are spread. Cost: a filter for each node looked at, a score for each that fits. */
  choose(needs: PodNeeds, nodes: readonly NodeState[], family?: string): Choice {
    if (needs.unsupported) return unsupported(needs.unsupported, nodes.length)
    if (nodes.length === 0) return { message: 'no nodes available to schedule pods', reasons: [] }
    const candidates = this.#candidates(needs, nodes)
    if (candidates.length === 0) return explain(needs, nodes)
    return { nodeName: this.#best(needs, candidates, family).name }
  }

  #candidates(needs: PodNeeds, nodes: readonly NodeState[]): NodeState[] {
    const enough = nodesToFind(nodes.length)
    const found: NodeState[] = []
    let looked = 0
    for (; looked < nodes.length && found.length < enough; looked++) {
      const state = nodes[(this.#start + looked) % nodes.length]!
      if (fits(needs, state)) found.push(state)
    }
    this.#start = (this.#start + looked) % nodes.length
    return found
  }

  /** Of several equally good ones each is as likely. */
  #best(needs: PodNeeds, candidates: readonly NodeState[], family: string | undefined): NodeState {
    if (candidates.length === 1) return candidates[0]!
    const scored = scores(needs, candidates, family)
    let best = 0
    let equals = 1
    for (let at = 1; at < scored.length; at++) {
      if (scored[at]! > scored[best]!) {
        best = at
        equals = 1
      } else if (scored[at] === scored[best] && this.#random.fraction() < 1 / ++equals) best = at
    }
    return candidates[best]!
  }
}

/** How many nodes that fit are enough to choose from (upstream's numFeasibleNodesToFind). */
export function nodesToFind(count: number): number {
  if (count < 100) return count
  const percent = Math.max(5, 50 - Math.trunc(count / 125))
  return Math.max(100, Math.trunc((count * percent) / 100))
}

/** `0/3 nodes are available: 1 Insufficient cpu, 2 Too many pods.` */
function explain(needs: PodNeeds, nodes: readonly NodeState[]): Choice {
  const counts = new Map<string, number>()
  for (const state of nodes) {
    for (const reason of obstacles(needs, state)) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`).sort()
  return { message: `0/${nodes.length} nodes are available: ${parts.join(', ')}.`, reasons: [...counts.keys()] }
}

function unsupported(what: string, count: number): Choice {
  return {
    message: `0/${count} nodes are available: the pod asks for ${what}, which this scheduler does not know yet.`,
    reasons: [],
  }
}
