import type { ReplicaSet } from '../kit/kinds.js'
import { maxSurge, maxUnavailable, replicasOf } from './limits.js'
import type { Rollout } from './rollout.js'
import { askedFor, availableToStay, isActive } from './sets.js'

/** How large the newest ReplicaSet may be now, without more pods in all than the surge allows. It never shrinks by this. */
export function roomForNewest(rollout: Rollout): number {
  const desired = replicasOf(rollout.deployment)
  const current = rollout.newest ? replicasOf(rollout.newest) : 0
  const room = desired + maxSurge(rollout.deployment) - askedFor(rollout.all)
  return room <= 0 ? current : current + Math.min(room, desired - current)
}

/** One step: the newest grows into the room there is, the old ones shrink as far as availability allows. */
export function rollOn(rollout: Rollout): void {
  const newest = rollout.newest
  if (!newest) return
  const desired = replicasOf(rollout.deployment)
  if (replicasOf(newest) > desired) rollout.scale(newest, desired)
  else if (replicasOf(newest) < desired) rollout.scale(newest, roomForNewest(rollout))
  shrinkOld(rollout)
}

function shrinkOld(rollout: Rollout): void {
  const newest = rollout.newest
  if (!newest || askedFor(rollout.old) === 0) return
  const atLeast = replicasOf(rollout.deployment) - maxUnavailable(rollout.deployment)
  const missingInNewest = replicasOf(newest) - availableToStay(newest)
  const mayGo = askedFor(rollout.all) - atLeast - missingInNewest
  if (mayGo <= 0) return
  // Unhealthy ones first: they would hold the rollout up until its deadline.
  shrink(rollout, mayGo, (set) => replicasOf(set) - availableToStay(set))
  const available = rollout.all.reduce((total, set) => total + availableToStay(set), 0)
  shrink(rollout, available - atLeast, replicasOf)
}

/** Takes up to `count` pods away, from the oldest ReplicaSet on, of each as many as `share` says. */
function shrink(rollout: Rollout, count: number, share: (set: ReplicaSet) => number): void {
  let left = count
  for (const set of rollout.old.filter(isActive)) {
    if (left <= 0) return
    const taken = Math.min(left, share(set))
    if (taken <= 0) continue
    rollout.scale(set, replicasOf(set) - taken)
    left -= taken
  }
}
