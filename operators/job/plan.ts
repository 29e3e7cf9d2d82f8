import type { Observed, Plan } from '../../core/operator.js'
import { type Job, Pod } from '../kit/kinds.js'
import { wantedPods } from './pods.js'
import { isOver, startOf, statusOf } from './status.js'
import { tallyOf } from './tally.js'
import { deadlineOf, verdictOf } from './verdict.js'

/** The one value of `spec.managedBy` that means this operator; another leaves the job to somebody else. */
const manager = 'kubernetes.io/job-controller'

/** The pods that should be, and the status that is. Cost: a few passes over the pods. */
export function plan(observed: Observed<Job>): Plan<Job> {
  const { parent, now } = observed
  if (isOver(parent) || (parent.spec.managedBy ?? manager) !== manager) return {}
  const tally = tallyOf(parent, observed.children(Pod))
  const startTime = startOf(parent, now)
  const startMs = startTime === undefined ? undefined : Date.parse(startTime)
  const verdict = verdictOf(tally, startMs, now)
  const { status, events } = statusOf(tally, { verdict, startTime, now })
  if (verdict) {
    const active = new Set(tally.active)
    return { children: tally.pods.filter((pod) => !active.has(pod)), status, events }
  }
  const { pods, lookAgainMs = Number.POSITIVE_INFINITY } = wantedPods(tally, now)
  const nextMs = Math.min(lookAgainMs, (deadlineOf(parent, startMs) ?? Number.POSITIVE_INFINITY) - now)
  return {
    children: pods,
    status,
    events,
    ...(nextMs < Number.POSITIVE_INFINITY ? { lookAgainMs: Math.min(nextMs, longestMs) } : {}),
  }
}

/** Timers hold no more than 24 days. */
const longestMs = 24 * 3600_000
