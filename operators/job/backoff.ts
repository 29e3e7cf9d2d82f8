/** How long to wait before failed pods are replaced: 10 s, doubled with each failure since the last success, at most 10 minutes (upstream's figures). */
import { isFinished } from '../kit/pod-state.js'
import type { Pod } from '../kit/kinds.js'

const firstMs = 10_000
const mostMs = 600_000

/** Milliseconds left; 0: now. Failures before the newest success do not count. Cost: one pass, and sorting the finished pods. */
export function backoffLeftMs(pods: readonly Pod[], now: number): number {
  const ended = pods.filter((pod) => isFinished(pod) && !pod.metadata.deletionTimestamp)
  const newestFirst = ended.map((pod) => ({ pod, at: finishedAtMs(pod) })).sort((a, b) => b.at - a.at)
  let failures = 0
  for (const { pod } of newestFirst) {
    if (pod.status?.phase === 'Succeeded') break
    failures++
  }
  if (failures === 0) return 0
  const waitMs = Math.min(mostMs, firstMs * 2 ** (failures - 1))
  return Math.max(0, newestFirst[0]!.at + waitMs - now)
}

/** When the last container ended; for a pod without such a record, when its Ready condition changed, or it was made. */
function finishedAtMs({ status, metadata }: Pod): number {
  const ends = (status?.containerStatuses ?? []).map(({ state }) => Date.parse(state?.terminated?.finishedAt ?? ''))
  const known = ends.filter((ms) => ms >= 0)
  if (known.length > 0) return Math.max(...known)
  const ready = status?.conditions?.find(({ type }) => type === 'Ready')?.lastTransitionTime
  return Date.parse(ready ?? metadata.creationTimestamp ?? '') || 0
}
