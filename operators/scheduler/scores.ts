/** Which of the nodes that fit is best: 0 to 100 by each measure, weighted as upstream's default profile. */
import type { NodeState } from './node-state.js'
import type { PodNeeds } from './pod-needs.js'
import { unwelcome } from './taints.js'

const weights = { taints: 3, affinity: 2, spread: 2 }

/** Scores in the order of `candidates`; higher is better. `family`: the uid of the pod's controller. */
export function scores(needs: PodNeeds, candidates: readonly NodeState[], family?: string): number[] {
  const totals = candidates.map((state) => leastAllocated(needs, state) + balanced(needs, state))
  if (candidates.some(({ taints }) => taints.length > 0)) {
    const counts = candidates.map(({ taints }) => unwelcome(taints, needs.tolerations))
    const most = Math.max(...counts)
    counts.forEach((count, at) => {
      totals[at]! += weights.taints * (most === 0 ? 100 : 100 - Math.trunc((100 * count) / most))
    })
  }
  if (needs.prefers.length) {
    const sums = candidates.map((state) => preference(needs, state))
    const most = Math.max(...sums)
    sums.forEach((sum, at) => {
      totals[at]! += weights.affinity * (most === 0 ? 0 : Math.trunc((100 * sum) / most))
    })
  }
  if (family) {
    const counts = candidates.map(({ siblings }) => siblings.get(family) ?? 0)
    const most = Math.max(...counts)
    if (most > 0) {
      counts.forEach((count, at) => {
        totals[at]! += weights.spread * Math.trunc((100 * (most - count)) / most)
      })
    }
  }
  return totals
}

function preference({ prefers }: PodNeeds, { node }: NodeState): number {
  let sum = 0
  for (const { weight, test } of prefers) if (test(node)) sum += weight
  return sum
}

/** The share of cpu and memory that stays free, with the pod on the node. */
function leastAllocated({ scored }: PodNeeds, state: NodeState): number {
  const { allocatable } = state
  const cpu = freeShare(allocatable.cpu, state.scored.cpu + scored.cpu)
  const memory = freeShare(allocatable.memory, state.scored.memory + scored.memory)
  return Math.trunc((cpu + memory) / 2)
}

function freeShare(capacity: number, used: number): number {
  return capacity === 0 || used > capacity ? 0 : Math.trunc(((capacity - used) * 100) / capacity)
}

/** How evenly cpu and memory are used, with the pod on the node. */
function balanced({ requests }: PodNeeds, { allocatable, taken }: NodeState): number {
  const cpu = usedShare(allocatable.cpu, taken.cpu + requests.cpu)
  const memory = usedShare(allocatable.memory, taken.memory + requests.memory)
  if (cpu === undefined || memory === undefined) return 100
  return Math.trunc((1 - Math.abs(cpu - memory) / 2) * 100)
}

function usedShare(capacity: number, used: number): number | undefined {
  return capacity === 0 ? undefined : Math.min(1, used / capacity)
}
