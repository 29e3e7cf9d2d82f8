/** Questions to ReplicaSets, and orders of them. */
import { conditionOf } from '../kit/condition.js'
import type { Condition, ReplicaSet } from '../kit/kinds.js'
import { replicasOf } from './limits.js'

/** A ReplicaSet that is to have pods. */
export function isActive(set: ReplicaSet): boolean {
  return replicasOf(set) > 0
}

/** Pods asked for. */
export function askedFor(sets: readonly ReplicaSet[]): number {
  return sum(sets, replicasOf)
}

/** Pods there are, as the ReplicaSets last said. */
export function present(sets: readonly ReplicaSet[]): number {
  return sum(sets, (set) => set.status?.replicas ?? 0)
}

export function ready(sets: readonly ReplicaSet[]): number {
  return sum(sets, (set) => set.status?.readyReplicas ?? 0)
}

export function available(sets: readonly ReplicaSet[]): number {
  return sum(sets, (set) => set.status?.availableReplicas ?? 0)
}

/** Available ones that nobody has decided to delete: what a ReplicaSet still counts beyond what is asked for is about to go. */
export function availableToStay(set: ReplicaSet): number {
  return Math.min(set.status?.availableReplicas ?? 0, replicasOf(set))
}

/** Pods on their way out. Undefined: no ReplicaSet says. */
export function terminating(sets: readonly ReplicaSet[]): number | undefined {
  const known = sets.filter((set) => set.status?.terminatingReplicas !== undefined)
  return known.length ? sum(known, (set) => set.status?.terminatingReplicas ?? 0) : undefined
}

export function failureOf(set: ReplicaSet): Condition | undefined {
  return conditionOf(set.status?.conditions, 'ReplicaFailure')
}

/** Oldest first; of the same second, by name. */
export function byAge(a: ReplicaSet, b: ReplicaSet): number {
  return compare(created(a), created(b)) || compare(String(a.metadata.name), String(b.metadata.name))
}

export function bySizeThenNewer(a: ReplicaSet, b: ReplicaSet): number {
  return replicasOf(b) - replicasOf(a) || byAge(b, a)
}

export function bySizeThenOlder(a: ReplicaSet, b: ReplicaSet): number {
  return replicasOf(b) - replicasOf(a) || byAge(a, b)
}

/** One that is only planned is the newest. */
function created(set: ReplicaSet): string {
  return set.metadata.creationTimestamp ?? '~'
}

function sum(sets: readonly ReplicaSet[], count: (set: ReplicaSet) => number): number {
  let total = 0
  for (const set of sets) total += count(set)
  return total
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
