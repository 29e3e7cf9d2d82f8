/** Exponential delays of tries that failed, pure (upstream's flowcontrol.Backoff). */
export interface Backoff {
  readonly delayMs: number
  /** When the delay was last raised. */
  readonly sinceMs: number
}

export interface Pace {
  readonly firstMs: number
  readonly mostMs: number
}

/** Of restarts and pulls: 10 s doubling to 5 minutes. */
const crashPace: Pace = { firstMs: 10_000, mostMs: 300_000 }
/** Of volumes and sandboxes: half a second doubling to half a minute. */
export const setupPace: Pace = { firstMs: 500, mostMs: 30_000 }

/** The backoff after one more failure, which happened at `failedAtMs`. */
export function nextBackoff(
  last: Backoff | undefined,
  failed: { readonly atMs: number; readonly now: number },
  pace: Pace = crashPace,
): Backoff {
  if (!last || isForgotten(last, failed.atMs, pace)) return { delayMs: pace.firstMs, sinceMs: failed.now }
  return { delayMs: Math.min(last.delayMs * 2, pace.mostMs), sinceMs: failed.now }
}

/** When the thing that failed at `failedAtMs` may be tried again; that time itself when there is nothing to wait for. */
export function mayTryAt(backoff: Backoff | undefined, failedAtMs: number, pace: Pace = crashPace): number {
  return !backoff || isForgotten(backoff, failedAtMs, pace) ? failedAtMs : failedAtMs + backoff.delayMs
}

/** `10s`, `2m40s`, as Go prints durations. */
export function showDelay(delayMs: number): string {
  const seconds = Math.round(delayMs / 1000)
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`
}

/** A delay is forgotten after twice the longest without a failure. */
function isForgotten(backoff: Backoff, failedAtMs: number, pace: Pace): boolean {
  return failedAtMs - backoff.sinceMs > 2 * pace.mostMs
}
