import { controllerOf, type KindToken } from '../../../core/meta/index.js'
import type { Observed } from '../../../core/operator.js'
import { isActive, readySinceMs } from '../pod-state.js'
import { Pod } from '../kinds.js'
import type { Replicated } from './replicated.js'
import { restartsOf } from './restarts.js'

/**
 * The `count` pods that are missed least, in upstream's order (operators/replicaset/README.md). Cost: sorting the pods once; a pass over the namespace's pods
 * when the parent has siblings.
 */
export function leastMissed<P extends Replicated>(of: {
  readonly kind: KindToken<P>
  readonly observed: Observed<P>
  readonly active: readonly Pod[]
  readonly count: number
}): readonly Pod[] {
  const { active, count, observed } = of
  if (count >= active.length) return active
  const onNode = siblingsByNode(of)
  const ranked = active.map((pod) => rank(pod, { now: observed.now, onNode }))
  ranked.sort(compareRanks)
  return ranked.slice(0, count).map((each) => each.pod)
}

/** How many active pods of the same Deployment (of this parent alone, when it has none) run on each node. */
function siblingsByNode<P extends Replicated>(of: {
  readonly kind: KindToken<P>
  readonly observed: Observed<P>
  readonly active: readonly Pod[]
}): ReadonlyMap<string, number> {
  const { kind, observed, active } = of
  const owner = controllerOf(observed.parent)?.uid
  const family = new Set<string>()
  if (owner !== undefined) {
    for (const sibling of observed.related(kind)) {
      if (controllerOf(sibling)?.uid === owner && sibling !== observed.parent) family.add(String(sibling.metadata.uid))
    }
    family.delete(String(observed.parent.metadata.uid))
  }
  const counts = new Map<string, number>()
  const count = (pod: Pod) => {
    if (pod.spec.nodeName) counts.set(pod.spec.nodeName, (counts.get(pod.spec.nodeName) ?? 0) + 1)
  }
  active.forEach(count)
  if (family.size === 0) return counts
  for (const pod of observed.related(Pod)) {
    if (isActive(pod) && family.has(controllerOf(pod)?.uid ?? '')) count(pod)
  }
  return counts
}

/** Compared from the first number on; the lower goes first. */
interface Rank {
  readonly pod: Pod
  readonly numbers: readonly number[]
}

const phases: Readonly<Record<string, number>> = { Pending: 0, Unknown: 1, Running: 2 }

function rank(pod: Pod, { now, onNode }: { now: number; onNode: ReadonlyMap<string, number> }): Rank {
  const node = pod.spec.nodeName
  const readySince = readySinceMs(pod)
  const restarts = restartsOf(pod)
  return {
    pod,
    numbers: [
      node ? 1 : 0,
      phases[pod.status?.phase ?? 'Pending'] ?? 0,
      readySince === undefined ? 0 : 1,
      deletionCost(pod),
      node ? -(onNode.get(node) ?? 0) : 0,
      readySince === undefined ? 0 : ageClass(readySince, now),
      -restarts.containers,
      -restarts.sidecars,
      ageClass(pod.metadata.creationTimestamp ? Date.parse(pod.metadata.creationTimestamp) : 0, now),
    ],
  }
}

/** Ages are alike within a power of two, so that uids, which are random, spread deletions over them. An unknown age comes first. */
function ageClass(sinceMs: number, now: number): number {
  if (sinceMs === 0) return Number.NEGATIVE_INFINITY
  const age = now - sinceMs
  return age > 0 ? Math.floor(Math.log2(age * 1e6)) : -1
}

function deletionCost(pod: Pod): number {
  const text = pod.metadata.annotations?.['controller.kubernetes.io/pod-deletion-cost']
  return text && /^(0|-?[1-9]\d{0,9})$/.test(text) ? Number(text) : 0
}

function compareRanks(a: Rank, b: Rank): number {
  for (let at = 0; at < a.numbers.length; at++) {
    if (a.numbers[at] !== b.numbers[at]) return a.numbers[at]! < b.numbers[at]! ? -1 : 1
  }
  return String(a.pod.metadata.uid) < String(b.pod.metadata.uid) ? -1 : 1
}
