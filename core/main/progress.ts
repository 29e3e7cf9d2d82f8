import type { Clock } from '../kit/index.js'

/** What a person sees while something starts: a line a step with the time it took. */
export interface Progress {
  /** Ends the step under way and prints it. */
  step(text: string): void
  /** A line of its own. */
  say(text: string): void
}

/** Times are counted from `startMs` on the monotonic clock. */
export function lineProgress(options: {
  readonly clock: Clock
  readonly startMs: number
  readonly write: (text: string) => void
}): Progress {
  return {
    step: (text) =>
      options.write(`${((options.clock.monotonicMs() - options.startMs) / 1000).toFixed(2).padStart(6)} s  ${text}\n`),
    say: (text) => options.write(`${text}\n`),
  }
}
