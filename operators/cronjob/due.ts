/** Which run of a schedule is due. */
import type { CronJob } from '../kit/kinds.js'
import type { Schedule } from './schedule.js'

export interface Due {
  /** The newest time that was not served; undefined: there is none. Older ones are not made up for. */
  readonly time?: number
  /** The time to look again at; undefined: never. */
  readonly next?: number
  /** More than a hundred times were passed over. */
  readonly isTooMany: boolean
  /** The newest unserved time, when its starting deadline has gone by. */
  readonly missed?: number
}

/** Most times that may have been passed over without a warning (upstream's figure). */
const mostMissed = 100

/** `served`: the time of the newest run, epoch milliseconds. Cost: at most about a hundred steps of the schedule. */
export function dueOf(schedule: Schedule, { spec, metadata }: CronJob, when: { served?: number; now: number }): Due {
  const { now } = when
  const since = when.served ?? Date.parse(metadata.creationTimestamp ?? '')
  const deadlineMs = (spec.startingDeadlineSeconds ?? Number.POSITIVE_INFINITY) * 1000
  const earliest = Math.max(since, now - deadlineMs)
  const time = schedule.latest(since, now)
  const after = schedule.next(time ?? since)
  const next = after === undefined ? {} : { next: after }
  if (time === undefined) return { ...next, isTooMany: false }
  if (time + deadlineMs < now) return { ...next, isTooMany: false, missed: time }
  return { ...next, time, isTooMany: isTooMany(schedule, earliest, now) }
}

function isTooMany(schedule: Schedule, earliest: number, now: number): boolean {
  let at = earliest
  for (let missed = 0; missed <= mostMissed; missed++) {
    const next = schedule.next(at)
    if (next === undefined || next > now) return false
    at = next
  }
  return true
}
