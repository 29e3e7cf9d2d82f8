/** What a pod's object says about its life, as upstream's workload controllers read it. */
import type { Pod } from './kinds.js'

/** All containers have ended and none is started again. */
export function isFinished(pod: Pod): boolean {
  const phase = pod.status?.phase
  return phase === 'Succeeded' || phase === 'Failed'
}

/** Neither finished nor being deleted: counts as a replica. */
export function isActive(pod: Pod): boolean {
  return !pod.metadata.deletionTimestamp && !isFinished(pod)
}

/** Being deleted, and its containers may still run. */
export function isTerminating(pod: Pod): boolean {
  return !!pod.metadata.deletionTimestamp && !isFinished(pod)
}

/** When the pod became ready, epoch milliseconds; undefined: it is not ready. 0 when ready since nobody knows when. */
export function readySinceMs(pod: Pod): number | undefined {
  const conditions = pod.status?.conditions
  if (!conditions) return undefined
  for (const condition of conditions) {
    if (condition.type !== 'Ready') continue
    if (condition.status !== 'True') return undefined
    return condition.lastTransitionTime ? Date.parse(condition.lastTransitionTime) : 0
  }
  return undefined
}

export function isReady(pod: Pod): boolean {
  return pod.status?.conditions?.find(({ type }) => type === 'Ready')?.status === 'True'
}

/** How long until a ready pod counts as available: 0 when it does already. Undefined: it is not ready. */
export function msUntilAvailable(
  pod: Pod,
  { minReadySeconds, now }: { minReadySeconds: number; now: number },
): number | undefined {
  if (minReadySeconds === 0) return isReady(pod) ? 0 : undefined
  const since = readySinceMs(pod)
  if (since === undefined) return undefined
  return since === 0 ? undefined : Math.max(0, since + minReadySeconds * 1000 - now)
}
