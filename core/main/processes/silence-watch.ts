/** Tells a child that is stuck from one that gets no processor: by the CPU time that it used since it fell silent. */
import type { Clock, Timer } from '../../kit/index.js'

export interface SilenceParts {
  readonly clock: Clock
  /** CPU milliseconds that the child's main thread has used in all; undefined where that can't be told. */
  readonly cpuMs: () => number | undefined
  /** Called once for each silence; `why` continues "operators ...". */
  readonly onStuck: (why: string) => void
}

/** Without a sign of life for this long (they come every 2 s), it is looked at closely. */
const overdueMs = 3000
const lookEveryMs = 1000
/** More work than this in one go, without a turn of its event loop, is a loop without end. */
const busyLimitMs = 3000
/** A child that does nothing and says nothing waits for something that never comes. */
const longestMs = 60_000
/** Where the CPU time of a process can't be read, only the wall is left. */
const blindLimitMs = 15_000

/** Invariant: while this process itself can't run, nothing counts against the child: CPU is counted from the first look that found it overdue, and a sign of life that waited to be read is read between looks. */
export class SilenceWatch {
  readonly #parts: SilenceParts
  #timer: Timer | undefined
  #isOverdue = false

  constructor(parts: SilenceParts) {
    this.#parts = parts
  }

  /** The child showed a sign of life: the watch begins anew. */
  beat(): void {
    this.#timer?.cancel()
    this.#isOverdue = false
    this.#timer = this.#parts.clock.after(overdueMs, () => this.#look(overdueMs, this.#parts.cpuMs()))
  }

  end(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }

  /** Whether the last sign of life is longer ago than it should be. */
  get isOverdue(): boolean {
    return this.#isOverdue
  }

  #look(silentMs: number, cpuBeforeMs: number | undefined): void {
    this.#isOverdue = true
    const cpuMs = this.#parts.cpuMs()
    const isBlind = cpuMs === undefined || cpuBeforeMs === undefined
    const busyMs = isBlind ? 0 : cpuMs - cpuBeforeMs
    if (busyMs >= busyLimitMs || silentMs >= (isBlind ? blindLimitMs : longestMs)) {
      this.#timer = undefined
      const how = busyMs >= busyLimitMs ? ', busy all the time' : ''
      this.#parts.onStuck(`gave no sign of life for ${Math.round(silentMs / 1000)} s${how}`)
      return
    }
    this.#timer = this.#parts.clock.after(lookEveryMs, () => this.#look(silentMs + lookEveryMs, cpuBeforeMs))
  }
}
