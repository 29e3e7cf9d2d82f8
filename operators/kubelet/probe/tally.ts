/** Counts results of one probe against its thresholds, pure. */
import type { Probe } from '../shapes/index.js'

export interface Tally {
  readonly successes: number
  readonly failures: number
}

export type Verdict = 'passed' | 'failed' | 'undecided'

export function count(
  before: Tally,
  isSuccess: boolean,
  probe: Probe,
): { readonly tally: Tally; readonly verdict: Verdict } {
  const tally = isSuccess
    ? { successes: before.successes + 1, failures: 0 }
    : { successes: 0, failures: before.failures + 1 }
  if (tally.successes >= (probe.successThreshold ?? 1)) return { tally, verdict: 'passed' }
  return { tally, verdict: tally.failures >= (probe.failureThreshold ?? 3) ? 'failed' : 'undecided' }
}
