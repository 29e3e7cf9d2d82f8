import { replicasOf } from './limits.js'
import type { Rollout } from './rollout.js'
import { isActive, present, terminating } from './sets.js'

/** Asks the old ReplicaSets for no pods. Answers whether their last pod has gone, so that new ones may come. */
export function clearAway(rollout: Rollout): boolean {
  const old = rollout.old
  const active = old.filter(isActive)
  for (const set of active) rollout.scale(set, 0)
  if (active.length > 0) return false
  const behind = old.some((set) => (set.metadata.generation ?? 0) > (set.status?.observedGeneration ?? 0))
  return !behind && present(old) === 0 && !terminating(old)
}

/** Asks the newest for all pods. */
export function bringBack(rollout: Rollout): void {
  if (rollout.newest) rollout.scale(rollout.newest, replicasOf(rollout.deployment))
}
