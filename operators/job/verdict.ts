/** Whether a job has come to its end, and why. */
import type { Job } from '../kit/kinds.js'
import { conditionOf } from '../kit/condition.js'
import { parseIndexes } from './index-set.js'
import type { Tally } from './tally.js'

export interface Verdict {
  /** What is said at once; the last word (Complete, Failed) follows when no pod runs any more. */
  readonly type: 'SuccessCriteriaMet' | 'FailureTarget'
  readonly reason: string
  readonly message: string
}

/** The verdict that stands, or the one that the pods and the time come to. Undefined: the job goes on. */
export function verdictOf(tally: Tally, startMs: number | undefined, now: number): Verdict | undefined {
  return standing(tally.job) ?? failure(tally, startMs, now) ?? success(tally)
}

export function isSuspended({ spec }: Job): boolean {
  return spec.suspend === true
}

function standing({ status }: Job): Verdict | undefined {
  for (const type of ['FailureTarget', 'SuccessCriteriaMet'] as const) {
    const found = conditionOf(status?.conditions, type)
    if (found?.status === 'True') return { type, reason: found.reason ?? '', message: found.message ?? '' }
  }
  return undefined
}

function failure(tally: Tally, startMs: number | undefined, now: number): Verdict | undefined {
  const { job, indexes, fatal } = tally
  const { spec } = job
  const failed = (reason: string, message: string): Verdict => ({ type: 'FailureTarget', reason, message })
  if (fatal !== undefined) return failed('PodFailurePolicy', fatal)
  const limit = spec.backoffLimit ?? 6
  if (tally.failed > limit || isPastRestarts(tally, limit)) {
    return failed('BackoffLimitExceeded', 'Job has reached the specified backoff limit')
  }
  const deadlineMs = deadlineOf(job, startMs)
  if (deadlineMs !== undefined && deadlineMs <= now) {
    return failed('DeadlineExceeded', 'Job was active longer than specified deadline')
  }
  if (!indexes || spec.backoffLimitPerIndex === undefined) return undefined
  if (spec.maxFailedIndexes !== undefined && indexes.failed.size > spec.maxFailedIndexes) {
    return failed('MaxFailedIndexesExceeded', 'Job has exceeded the specified maximal number of failed indexes')
  }
  const isThrough = indexes.completed.size + indexes.failed.size >= (spec.completions ?? 0)
  return isThrough && indexes.failed.size > 0 ? failed('FailedIndexes', 'Job has failed indexes') : undefined
}

/** When an unsuspended job has been active too long, epoch milliseconds. */
export function deadlineOf(job: Job, startMs: number | undefined): number | undefined {
  const seconds = job.spec.activeDeadlineSeconds
  return seconds === undefined || startMs === undefined || isSuspended(job) ? undefined : startMs + seconds * 1000
}

/** With restartPolicy OnFailure it is the containers' restarts that count. */
function isPastRestarts({ job, active }: Tally, limit: number): boolean {
  if (job.spec.template.spec?.restartPolicy !== 'OnFailure') return false
  let restarts = 0
  for (const { status } of active) {
    const all = [...(status?.initContainerStatuses ?? []), ...(status?.containerStatuses ?? [])]
    for (const { restartCount } of all) restarts += restartCount
  }
  return limit === 0 ? restarts > 0 : restarts >= limit
}

function success(tally: Tally): Verdict | undefined {
  const { job, succeeded, active } = tally
  const rule = matchedRule(tally)
  if (rule !== undefined) {
    const message = `Matched rules at index ${rule}`
    return { type: 'SuccessCriteriaMet', reason: 'SuccessPolicy', message }
  }
  const { completions } = job.spec
  const isEnough = completions === undefined ? succeeded > 0 && active.length === 0 : succeeded >= completions
  if (!isEnough || isSuspended(job)) return undefined
  const message = 'Reached expected number of succeeded pods'
  return { type: 'SuccessCriteriaMet', reason: 'CompletionsReached', message }
}

/** The first rule of the success policy that the completed indexes fulfil. */
function matchedRule({ job, indexes }: Tally): number | undefined {
  if (!indexes) return undefined
  const at = (job.spec.successPolicy?.rules ?? []).findIndex(({ succeededIndexes, succeededCount }) => {
    const named = succeededIndexes === undefined ? undefined : parseIndexes(succeededIndexes, job.spec.completions ?? 0)
    const done = named ? [...named].filter((index) => indexes.completed.has(index)).length : indexes.completed.size
    return done >= (succeededCount ?? named?.size ?? Number.POSITIVE_INFINITY)
  })
  return at < 0 ? undefined : at
}
