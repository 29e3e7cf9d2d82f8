import { intOrPercent } from '../kit/int-or-percent.js'
import type { Deployment } from '../kit/kinds.js'
/** How far a rollout may go at a time. */

export function replicasOf(object: { readonly spec: { readonly replicas?: number } }): number {
  return object.spec.replicas ?? 1
}

export function isRolling(deployment: Deployment): boolean {
  return deployment.spec.strategy?.type !== 'Recreate'
}

/** Pods allowed beyond `replicas`; 0 when old pods go before new ones come. */
export function maxSurge(deployment: Deployment): number {
  return isRolling(deployment) ? fenceposts(deployment).surge : 0
}

/** Pods that may be missing from `replicas`. */
export function maxUnavailable(deployment: Deployment): number {
  const replicas = replicasOf(deployment)
  if (!isRolling(deployment) || replicas === 0) return 0
  return Math.min(fenceposts(deployment).unavailable, replicas)
}

/** The surge rounds up, the unavailable down; a rollout that may do neither could not move. */
function fenceposts(deployment: Deployment): { readonly surge: number; readonly unavailable: number } {
  const rolling = deployment.spec.strategy?.rollingUpdate
  const replicas = replicasOf(deployment)
  const surge = Math.ceil(intOrPercent(rolling?.maxSurge ?? '25%', replicas))
  const unavailable = Math.floor(intOrPercent(rolling?.maxUnavailable ?? '25%', replicas))
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable }
}
