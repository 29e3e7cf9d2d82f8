import { conditionOf } from '../kit/condition.js'
import type { Job } from '../kit/kinds.js'

/** When the job is to be deleted, epoch milliseconds; undefined: it has not ended, or lives on. */
export function expiryOf({ spec, status, metadata }: Job): number | undefined {
  const seconds = spec.ttlSecondsAfterFinished
  if (seconds === undefined || metadata.deletionTimestamp) return undefined
  for (const type of ['Complete', 'Failed']) {
    const ended = conditionOf(status?.conditions, type)
    if (ended?.status === 'True') return Date.parse(ended.lastTransitionTime ?? '') + seconds * 1000
  }
  return undefined
}
