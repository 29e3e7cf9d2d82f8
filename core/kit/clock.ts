/** Time as it is handed to everyone: the wall, the monotonic clock and timers. Tests and the simulator hand in a virtual one. */
export interface Clock {
  /** Wall-clock milliseconds since the epoch; may jump. */
  now(): number
  /** Milliseconds from an arbitrary start; never goes back. */
  monotonicMs(): number
  /** Calls `fire` once after `delayMs`. The timer keeps the process alive only when `keepAlive` is set. */
  after(delayMs: number, fire: () => void, options?: { readonly keepAlive?: boolean }): Timer
}

/** A pending call of `Clock.after`. */
export interface Timer {
  /** Invariant: after `cancel`, `fire` is never called. */
  cancel(): void
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after(delayMs, fire, options) {
    const timer = setTimeout(fire, Math.max(0, delayMs))
    if (!options?.keepAlive) timer.unref()
    return { cancel: () => clearTimeout(timer) }
  },
}

/** Resolves after `delayMs` on `clock`; rejects with the signal's reason when aborted first. */
export function sleep(clock: Clock, delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const onAbort = () => {
      timer.cancel()
      reject(signal?.reason)
    }
    const timer = clock.after(
      delayMs,
      () => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      },
      { keepAlive: true },
    )
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}
