import type { ReplicaSet } from '../kit/kinds.js'
import { replicasOf } from './limits.js'
import { revisionOf } from './revision.js'
import type { Rollout } from './rollout.js'

/** Upstream takes the largest int32 for "keep all". */
const unlimited = 2_147_483_647

/** Leaves out old, empty ReplicaSets beyond `revisionHistoryLimit`, lowest revision first. */
export function forgetOldRevisions(rollout: Rollout): void {
  const limit = rollout.deployment.spec.revisionHistoryLimit
  if (limit === undefined || limit === unlimited) return
  const alive = rollout.old.filter((set) => !set.metadata.deletionTimestamp)
  const surplus = alive
    .sort((a, b) => (revisionOf(a) < revisionOf(b) ? -1 : revisionOf(a) > revisionOf(b) ? 1 : 0))
    .slice(0, Math.max(0, alive.length - limit))
  for (const set of surplus) if (isEmpty(set)) rollout.remove(set)
}

function isEmpty(set: ReplicaSet): boolean {
  const upToDate = (set.metadata.generation ?? 0) <= (set.status?.observedGeneration ?? 0)
  return upToDate && replicasOf(set) === 0 && (set.status?.replicas ?? 0) === 0
}
