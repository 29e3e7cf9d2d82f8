import { timestamp } from '../../core/meta/index.js'
import type { PlannedEvent } from '../../core/operator.js'
import { conditionOf, newCondition, withCondition } from '../kit/condition.js'
import { withoutZeros } from '../kit/without-zeros.js'
import type { Condition, Job, JobStatus } from '../kit/kinds.js'
import { formatIndexes } from './index-set.js'
import type { Tally } from './tally.js'
import { isSuspended, type Verdict } from './verdict.js'

/** Complete or Failed: nothing is done for it any more. */
export function isOver({ status }: Job): boolean {
  return ['Complete', 'Failed'].some((type) => conditionOf(status?.conditions, type)?.status === 'True')
}

/** The start that counts for the deadline: the first, or the last time the job was resumed. */
export function startOf(job: Job, now: number): string | undefined {
  const { startTime, conditions } = job.status ?? {}
  if (isSuspended(job)) return startTime
  const isResumed = conditionOf(conditions, 'Suspended')?.status === 'True'
  return startTime === undefined || isResumed ? timestamp(now) : startTime
}

/** The status as it is, and what is told about the changes. */
export function statusOf(
  tally: Tally,
  { verdict, startTime, now }: { verdict: Verdict | undefined; startTime: string | undefined; now: number },
): { readonly status: JobStatus; readonly events: readonly PlannedEvent[] } {
  const { job, indexes, active, ready, terminating, succeeded } = tally
  const before = (job.status?.conditions ?? []) as Condition[]
  const judged = verdict ? withVerdict(before, { verdict, isQuiet: active.length + terminating === 0, now }) : before
  const conditions = verdict ? judged : withSuspension(before, job, now)
  const isNewFailure = verdict?.type === 'FailureTarget' && !conditionOf(before, 'FailureTarget')
  const completionTime =
    job.status?.completionTime ?? (conditionOf(conditions, 'Complete') ? timestamp(now) : undefined)
  const completedIndexes = indexes && formatIndexes(indexes.completed)
  const isPerIndex = job.spec.backoffLimitPerIndex !== undefined
  const status: JobStatus = {
    ...(conditions.length > 0 ? { conditions: conditions as NonNullable<JobStatus['conditions']> } : {}),
    ...(startTime === undefined ? {} : { startTime }),
    ...(completionTime === undefined ? {} : { completionTime }),
    // The pods that a failing job still had are counted as failed, for they are ended now.
    ...withoutZeros({ active: active.length, succeeded, failed: tally.failed + (isNewFailure ? active.length : 0) }),
    ready,
    terminating,
    ...(completedIndexes ? { completedIndexes } : {}),
    ...(indexes && isPerIndex ? { failedIndexes: formatIndexes(indexes.failed) } : {}),
    uncountedTerminatedPods: {},
  }
  return { status, events: eventsOf(before, conditions) }
}

/** Jobs say when they were looked at, too. */
function begun(condition: Parameters<typeof newCondition>[0], now: number): Condition & { lastProbeTime: string } {
  return { ...newCondition(condition, now), lastProbeTime: timestamp(now) }
}

function withVerdict(
  before: Condition[],
  { verdict, isQuiet, now }: { readonly verdict: Verdict; readonly isQuiet: boolean; readonly now: number },
): Condition[] {
  const said = withCondition(before, begun({ ...verdict, status: 'True' }, now))
  if (!isQuiet) return said
  const type = verdict.type === 'FailureTarget' ? 'Failed' : 'Complete'
  return withCondition(said, begun({ ...verdict, type, status: 'True' }, now))
}

function withSuspension(before: Condition[], job: Job, now: number): Condition[] {
  const type = 'Suspended'
  if (isSuspended(job)) {
    const message = 'Job suspended'
    return withCondition(before, begun({ type, status: 'True', reason: 'JobSuspended', message }, now))
  }
  if (conditionOf(before, type)?.status !== 'True') return before
  return withCondition(before, begun({ type, status: 'False', reason: 'JobResumed', message: 'Job resumed' }, now))
}

function eventsOf(before: Condition[], after: Condition[]): PlannedEvent[] {
  const changed = after.filter(({ type, status }) => conditionOf(before, type)?.status !== status)
  return changed.flatMap(({ type, status, reason = '', message = '' }): PlannedEvent[] => {
    if (type === 'Complete') return [{ type: 'Normal', reason: 'Completed', message: 'Job completed' }]
    if (type === 'Failed') return [{ type: 'Warning', reason, message }]
    if (type !== 'Suspended') return []
    return [{ type: 'Normal', reason: status === 'True' ? 'Suspended' : 'Resumed', message }]
  })
}
