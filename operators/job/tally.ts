/** What a job's pods come to. */
import { isActive, isReady, isTerminating } from '../kit/pod-state.js'
import type { Job, Pod } from '../kit/kinds.js'
import { policyMatch } from './failure-policy.js'
import { failuresBefore, indexOf } from './indexed-pod.js'
import { parseIndexes } from './index-set.js'

export interface Tally {
  readonly job: Job
  readonly pods: readonly Pod[]
  readonly active: readonly Pod[]
  readonly ready: number
  readonly terminating: number
  readonly succeeded: number
  readonly failed: number
  /** Only in completion mode Indexed. */
  readonly indexes?: Indexes
  /** Why the pod failure policy ends the job. */
  readonly fatal?: string
}

export interface Indexes {
  readonly completed: ReadonlySet<number>
  /** Those given up, where failures are limited by index. */
  readonly failed: ReadonlySet<number>
  /** Failures counted by index, where they are limited so. */
  readonly failures: ReadonlyMap<number, number>
}

function isIndexed({ spec }: Job): boolean {
  return spec.completionMode === 'Indexed'
}

/**
 * Counts never fall below those of the status: a finished pod that was deleted after it was counted stays counted.
 * A failed pod that is being deleted was ended by somebody, and does not count anew. Cost: one pass.
 */
export function tallyOf(job: Job, pods: readonly Pod[]): Tally {
  const active = pods.filter(isActive)
  const ended = pods.filter(({ status, metadata }) => status?.phase === 'Failed' && !metadata.deletionTimestamp)
  const matches = ended.map((pod) => ({ pod, match: policyMatch(job, pod) }))
  const counted = matches.filter(({ match }) => match?.action !== 'Ignore')
  const succeeded = pods.filter(({ status }) => status?.phase === 'Succeeded')
  const indexes = isIndexed(job) ? indexesOf(job, succeeded, counted) : undefined
  const fatal = matches.find(({ match }) => match?.action === 'FailJob')?.match?.message
  return {
    job,
    pods,
    active,
    ready: active.filter(isReady).length,
    terminating: pods.filter(isTerminating).length,
    succeeded: indexes ? indexes.completed.size : Math.max(job.status?.succeeded ?? 0, succeeded.length),
    failed: Math.max(job.status?.failed ?? 0, counted.length),
    ...(indexes ? { indexes } : {}),
    ...(fatal === undefined ? {} : { fatal }),
  }
}

function indexesOf(
  { spec, status }: Job,
  succeeded: readonly Pod[],
  counted: readonly { readonly pod: Pod; readonly match: ReturnType<typeof policyMatch> }[],
): Indexes {
  const completions = spec.completions ?? 0
  const limit = spec.backoffLimitPerIndex
  const completed = parseIndexes(status?.completedIndexes, completions)
  const failed = parseIndexes(status?.failedIndexes, completions)
  const failures = new Map<number, number>()
  for (const pod of succeeded) {
    const index = indexOf(pod)
    if (index !== undefined && index < completions && !failed.has(index)) completed.add(index)
  }
  if (limit !== undefined) {
    for (const { pod, match } of counted) {
      const index = indexOf(pod)
      if (index === undefined || index >= completions || completed.has(index)) continue
      const count = Math.max(failures.get(index) ?? 0, failuresBefore(pod) + 1)
      failures.set(index, count)
      if (count > limit || match?.action === 'FailIndex') failed.add(index)
    }
  }
  return { completed, failed, failures }
}
