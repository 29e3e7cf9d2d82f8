/** Which pods a job that goes on should have. */
import { podFromTemplate } from '../kit/pod-from-template.js'
import { isActive, isReady, isTerminating } from '../kit/pod-state.js'
import type { Job, Pod } from '../kit/kinds.js'
import { backoffLeftMs } from './backoff.js'
import { indexedPod, indexOf } from './indexed-pod.js'
import type { Indexes, Tally } from './tally.js'
import { isSuspended } from './verdict.js'

export interface Wanted {
  readonly pods: readonly Pod[]
  /** When pods may be made that have to wait for now. */
  readonly lookAgainMs?: number
}

/** Cost: a pass over the pods; sorting the active ones when there are too many. */
export function wantedPods(tally: Tally, now: number): Wanted {
  const { pods } = tally
  const surplus = new Set(surplusOf(tally))
  const kept = surplus.size > 0 ? pods.filter((pod) => !surplus.has(pod)) : pods
  const active = tally.active.length - surplus.size
  // Pods that are being deleted hold their place when only failed ones are replaced.
  const held = onlyFailed(tally.job) ? tally.terminating : 0
  const missing = wantedCount(tally) - active - held
  if (missing <= 0) return { pods: kept }
  if (tally.indexes) return indexed(tally, tally.indexes, { kept, missing, now })
  const lookAgainMs = backoffLeftMs(pods, now)
  if (lookAgainMs > 0) return { pods: kept, lookAgainMs }
  const template = tally.job.spec.template as Parameters<typeof podFromTemplate>[1]
  return { pods: [...kept, ...Array.from({ length: missing }, () => podFromTemplate(tally.job, template))] }
}

function onlyFailed({ spec }: Job): boolean {
  return spec.podReplacementPolicy === 'Failed'
}

function wantedCount({ job, succeeded, active, indexes }: Tally): number {
  if (isSuspended(job)) return 0
  const { completions, parallelism = 1 } = job.spec
  if (completions === undefined) return succeeded > 0 ? Math.min(active.length, parallelism) : parallelism
  return Math.min(completions - succeeded - (indexes?.failed.size ?? 0), parallelism)
}

/** Active pods that are one too many: of no index or one already served, then beyond what is wanted: not ready before ready, younger before older. */
function surplusOf(tally: Tally): Pod[] {
  const { active, indexes, job } = tally
  const surplus: Pod[] = []
  const served = new Set<number>()
  const useful = active.filter((pod) => {
    const index = indexes && indexOf(pod)
    const isUseless =
      indexes &&
      (index === undefined ||
        index >= (job.spec.completions ?? 0) ||
        served.has(index) ||
        indexes.completed.has(index) ||
        indexes.failed.has(index))
    if (isUseless) surplus.push(pod)
    else if (index !== undefined) served.add(index)
    return !isUseless
  })
  const over = useful.length - wantedCount(tally)
  if (over <= 0) return surplus
  const missedLeast = [...useful].sort(
    (a, b) =>
      Number(isReady(a)) - Number(isReady(b)) ||
      String(b.metadata.creationTimestamp).localeCompare(String(a.metadata.creationTimestamp)),
  )
  return [...surplus, ...missedLeast.slice(0, over)]
}

/** The lowest indexes that nobody works for. Where failures are limited by index, each waits for itself. */
function indexed(
  { job, pods }: Tally,
  { completed, failed, failures }: Indexes,
  { kept, missing, now }: { readonly kept: readonly Pod[]; readonly missing: number; readonly now: number },
): Wanted {
  const isPerIndex = job.spec.backoffLimitPerIndex !== undefined
  const wholeMs = isPerIndex ? 0 : backoffLeftMs(pods, now)
  if (wholeMs > 0) return { pods: kept, lookAgainMs: wholeMs }
  const taken = new Set(
    kept.filter((pod) => isActive(pod) || (onlyFailed(job) && isTerminating(pod))).map((pod) => indexOf(pod)),
  )
  const byIndex = groupByIndex(isPerIndex ? pods : [])
  const made: Pod[] = []
  let lookAgainMs = Number.POSITIVE_INFINITY
  for (let index = 0; index < (job.spec.completions ?? 0) && made.length < missing; index++) {
    if (completed.has(index) || failed.has(index) || taken.has(index)) continue
    const count = failures.get(index) ?? 0
    const waitMs = backoffLeftMs(byIndex.get(index) ?? [], now)
    if (waitMs > 0) lookAgainMs = Math.min(lookAgainMs, waitMs)
    else made.push(indexedPod(job, index, count))
  }
  return { pods: [...kept, ...made], ...(lookAgainMs < Number.POSITIVE_INFINITY ? { lookAgainMs } : {}) }
}

function groupByIndex(pods: readonly Pod[]): ReadonlyMap<number | undefined, readonly Pod[]> {
  const groups = new Map<number | undefined, Pod[]>()
  for (const pod of pods) {
    const index = indexOf(pod)
    const group = groups.get(index)
    if (group) group.push(pod)
    else groups.set(index, [pod])
  }
  return groups
}
