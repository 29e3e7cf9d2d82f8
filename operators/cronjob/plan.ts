import { timestamp } from '../../core/meta/index.js'
import type { Observed, Plan, PlannedEvent } from '../../core/operator.js'
import { type CronJob, type CronJobStatus, Job } from '../kit/kinds.js'
import { type Due, dueOf } from './due.js'
import { endOf, outdatedOf, scheduledKey, scheduledTimeOf } from './jobs.js'
import { isTimeZone, parseSchedule, type Schedule } from './schedule.js'

/** Timers hold no more than 24 days. */
const longestMs = 24 * 3600_000
/** So much later than its time a run is looked for, against clocks that are a little apart. */
const delayMs = 100

/** The jobs that should be, and when to look again. Cost: a pass over the jobs, and a few steps of the schedule. */
export function plan(observed: Observed<CronJob>): Plan<CronJob> {
  const { parent, now } = observed
  const jobs = observed.children(Job)
  const events: PlannedEvent[] = [...refused(observed), ...changes(parent, jobs)]
  const outdated = outdatedOf(parent, jobs)
  const kept = jobs.filter((job) => !outdated.includes(job))
  for (const job of outdated) events.push(normal('SuccessfulDelete', `Deleted job ${job.metadata.name}`))
  const schedule = scheduleOf(parent, events)
  const served = servedOf(parent, jobs)
  const status = (children: readonly Job[]) => statusOf(parent, { served, jobs, children })
  if (!schedule || parent.spec.suspend) return { children: kept, status: status(kept), events }
  const due = dueOf(schedule, parent, { ...(served === undefined ? {} : { served }), now })
  const children = due.time === undefined ? kept : started(parent, { jobs, kept, time: due.time, events })
  warn(due, events)
  if (due.next === undefined)
    events.push(warning('InvalidSchedule', `invalid schedule: ${parent.spec.schedule} : none of its times ever comes`))
  return {
    children,
    status: status(children.filter(({ metadata }) => metadata.uid !== undefined)),
    events,
    ...(due.next === undefined ? {} : { lookAgainMs: Math.min(Math.max(0, due.next - now) + delayMs, longestMs) }),
  }
}

/** The jobs with the one that is due, as far as those that go on allow it. */
function started(
  cronJob: CronJob,
  {
    jobs,
    kept,
    time,
    events,
  }: {
    readonly jobs: readonly Job[]
    readonly kept: readonly Job[]
    readonly time: number
    readonly events: PlannedEvent[]
  },
): readonly Job[] {
  const { concurrencyPolicy } = cronJob.spec
  const active = new Set(activeOf(kept))
  if (concurrencyPolicy === 'Forbid' && active.size > 0) {
    const why = 'prior execution is running and concurrency policy is Forbid'
    events.push(normal('JobAlreadyActive', `Not starting job because ${why}`))
    return kept
  }
  const job = jobOf(cronJob, time)
  // A schedule of less than a minute: the minute's job is there already.
  if (jobs.some(({ metadata }) => metadata.name === job.metadata.name)) return kept
  const stay = concurrencyPolicy === 'Replace' ? kept.filter((job) => !active.has(job)) : kept
  if (stay !== kept) {
    for (const { metadata } of active) events.push(normal('SuccessfulDelete', `Deleted job ${metadata.name}`))
  }
  events.push(normal('SuccessfulCreate', `Created job ${job.metadata.name}`))
  return [...stay, job]
}

/** The name comes from the time, so that a run is made once. */
function jobOf({ metadata, spec }: CronJob, time: number): Job {
  const { labels, annotations } = spec.jobTemplate.metadata ?? {}
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: `${metadata.name}-${Math.floor(time / 60_000)}`,
      ...(labels ? { labels } : {}),
      annotations: { ...annotations, [scheduledKey]: timestamp(time) },
    },
    spec: spec.jobTemplate.spec as Job['spec'],
  }
}

function scheduleOf({ spec }: CronJob, events: PlannedEvent[]): Schedule | undefined {
  if (spec.timeZone !== undefined && !isTimeZone(spec.timeZone)) {
    events.push(warning('UnknownTimeZone', `invalid timeZone: ${JSON.stringify(spec.timeZone)}`))
    return undefined
  }
  try {
    return parseSchedule(spec.schedule, spec.timeZone)
  } catch (error) {
    events.push(
      warning('UnparseableSchedule', `unparseable schedule: ${JSON.stringify(spec.schedule)} : ${messageOf(error)}`),
    )
    return undefined
  }
}

/** The newest time that a job was made for: the jobs know it before the status does. */
function servedOf({ status }: CronJob, jobs: readonly Job[]): number | undefined {
  const times = [Date.parse(status?.lastScheduleTime ?? ''), ...jobs.map((job) => scheduledTimeOf(job) ?? Number.NaN)]
  const known = times.filter((ms) => !Number.isNaN(ms))
  return known.length > 0 ? Math.max(...known) : undefined
}

function activeOf(jobs: readonly Job[]): Job[] {
  return jobs.filter((job) => !endOf(job) && scheduledTimeOf(job) !== undefined)
}

function statusOf(
  { status }: CronJob,
  seen: { readonly served: number | undefined; readonly jobs: readonly Job[]; readonly children: readonly Job[] },
): CronJobStatus {
  const active = activeOf(seen.children).map(({ metadata }) => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    name: String(metadata.name),
    namespace: String(metadata.namespace),
    uid: String(metadata.uid),
  }))
  const successes = seen.jobs.flatMap(({ status }) => status?.completionTime ?? [])
  const lastSuccessfulTime = [status?.lastSuccessfulTime ?? '', ...successes].sort().at(-1)
  return {
    ...(active.length > 0 ? { active } : {}),
    ...(seen.served === undefined ? {} : { lastScheduleTime: timestamp(seen.served) }),
    ...(lastSuccessfulTime ? { lastSuccessfulTime } : {}),
  }
}

/** What has become of the jobs that the status calls active, and of those that it never heard of. */
function changes({ status }: CronJob, jobs: readonly Job[]): PlannedEvent[] {
  const events: PlannedEvent[] = []
  for (const { uid, name } of status?.active ?? []) {
    const job = jobs.find(({ metadata }) => metadata.uid === uid)
    const end = job && endOf(job)
    if (!job) events.push(normal('MissingJob', `Active job went missing: ${name}`))
    else if (end) events.push(normal('SawCompletedJob', `Saw completed job: ${name}, condition: ${end}`))
  }
  return events
}

function refused({ refusals }: Observed<CronJob>): PlannedEvent[] {
  return refusals.map(({ verb, name, message }) =>
    verb === 'create'
      ? warning('FailedCreate', `Error creating job: ${message}`)
      : warning('FailedDelete', `Error deleting job ${name}: ${message}`),
  )
}

function warn({ isTooMany, missed }: Due, events: PlannedEvent[]): void {
  if (missed !== undefined)
    events.push(warning('MissSchedule', `Missed scheduled time to start a job: ${timestamp(missed)}`))
  if (!isTooMany) return
  const advice = 'Set or decrease .spec.startingDeadlineSeconds or check clock skew'
  events.push(warning('TooManyMissedTimes', `too many missed start times. ${advice}`))
}

function normal(reason: string, message: string): PlannedEvent {
  return { type: 'Normal', reason, message }
}

function warning(reason: string, message: string): PlannedEvent {
  return { type: 'Warning', reason, message }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
