/** What a CronJob's jobs tell. */
import { conditionOf } from '../kit/condition.js'
import type { CronJob, Job } from '../kit/kinds.js'

export const scheduledKey = 'batch.kubernetes.io/cronjob-scheduled-timestamp'

/** Complete or Failed; undefined: it goes on. */
export function endOf({ status }: Job): 'Complete' | 'Failed' | undefined {
  return (['Complete', 'Failed'] as const).find((type) => conditionOf(status?.conditions, type)?.status === 'True')
}

/** The time that the job was made for, epoch milliseconds; undefined: somebody made it by hand. */
export function scheduledTimeOf({ metadata }: Job): number | undefined {
  const ms = Date.parse(metadata.annotations?.[scheduledKey] ?? '')
  return Number.isNaN(ms) ? undefined : ms
}

/** Ended jobs beyond the history limits, the oldest. */
export function outdatedOf({ spec }: CronJob, jobs: readonly Job[]): Job[] {
  const limits = { Complete: spec.successfulJobsHistoryLimit, Failed: spec.failedJobsHistoryLimit }
  return (['Complete', 'Failed'] as const).flatMap((end) => {
    const limit = limits[end]
    const ended = jobs.filter((job) => endOf(job) === end && !job.metadata.deletionTimestamp)
    if (limit === undefined || ended.length <= limit) return []
    return [...ended].sort((a, b) => startedAt(a).localeCompare(startedAt(b))).slice(0, ended.length - limit)
  })
}

function startedAt({ status, metadata }: Job): string {
  return status?.startTime ?? metadata.creationTimestamp ?? ''
}
