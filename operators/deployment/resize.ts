/** Scaling of the Deployment while it is paused or in the middle of a rollout. */
import type { Deployment, ReplicaSet } from '../kit/kinds.js'
import { isRolling, maxSurge, replicasOf } from './limits.js'
import { desiredSize, maxSize } from './revision.js'
import type { Rollout } from './rollout.js'
import { askedFor, bySizeThenNewer, bySizeThenOlder, isActive } from './sets.js'

/** Whether `replicas` has changed since the ReplicaSets were last scaled. */
export function wasResized({ deployment, all }: Rollout): boolean {
  return all.some((set) => {
    const noted = desiredSize(set)
    return isActive(set) && noted !== undefined && noted !== replicasOf(deployment)
  })
}

/** Brings the ReplicaSets to the Deployment's size without rolling on. */
export function resize(rollout: Rollout): void {
  const { deployment, newest, all } = rollout
  const active = all.filter(isActive)
  const only = active.length === 1 ? active[0] : active.length === 0 ? (newest ?? all.at(-1)) : undefined
  if (only) {
    rollout.scale(only, replicasOf(deployment))
  } else if (newest && isSaturated(deployment, newest)) {
    for (const set of rollout.old.filter(isActive)) rollout.scale(set, 0)
  } else if (isRolling(deployment)) {
    spread(rollout, active)
  }
}

function isSaturated(deployment: Deployment, newest: ReplicaSet): boolean {
  const desired = replicasOf(deployment)
  const counts = [desiredSize(newest), replicasOf(newest), newest.status?.availableReplicas ?? 0]
  return counts.every((count) => count === desired)
}

/** Adds or takes away in proportion to the sizes that the ReplicaSets have; what rounding leaves over goes to the largest. */
function spread(rollout: Rollout, active: readonly ReplicaSet[]): void {
  const { deployment } = rollout
  const desired = replicasOf(deployment)
  const allowed = desired > 0 ? desired + maxSurge(deployment) : 0
  const toAdd = allowed - askedFor(active)
  const sets = [...active].sort(toAdd < 0 ? bySizeThenOlder : bySizeThenNewer)
  let added = 0
  const shares = sets.map((set) => {
    const share = toAdd === 0 ? 0 : clamp(proportion(deployment, set), toAdd - added)
    added += share
    return share
  })
  sets.forEach((set, at) => {
    const leftover = at === 0 ? toAdd - added : 0
    rollout.scale(set, Math.max(0, replicasOf(set) + shares[at]! + leftover))
  })
}

/** How much the ReplicaSet changes if it is to keep its share of the whole. */
function proportion(deployment: Deployment, set: ReplicaSet): number {
  const current = replicasOf(set)
  const desired = replicasOf(deployment)
  if (desired === 0) return -current
  const before = maxSize(set) || deployment.status?.replicas || current
  return Math.round((current * (desired + maxSurge(deployment))) / before) - current
}

/** No further than `limit`, on either side of zero. */
function clamp(amount: number, limit: number): number {
  return limit > 0 ? Math.min(amount, limit) : Math.max(amount, limit)
}
