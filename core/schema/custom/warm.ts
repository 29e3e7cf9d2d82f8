/** What has been made of definitions that are in use; forgotten when nobody has asked for a while. */
import type { Clock, Timer } from '../../kit/index.js'

const idleMs = 30_000

interface Entry {
  readonly made: unknown
  usedMs: number
}

/** A cache by definition's version. No timer runs while it is empty. */
export class WarmSchemas {
  readonly #entries = new Map<object, Entry>()
  readonly #clock: Clock
  #timer: Timer | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** What `make` made for `of`, made again after half a minute or more without a call. */
  get<T>(of: object, make: () => T): T {
    const known = this.#entries.get(of)
    if (known) {
      known.usedMs = this.#clock.monotonicMs()
      return known.made as T
    }
    const made = make()
    this.#entries.set(of, { made, usedMs: this.#clock.monotonicMs() })
    this.#timer ??= this.#clock.after(idleMs, () => this.#cool())
    return made
  }

  #cool(): void {
    const now = this.#clock.monotonicMs()
    for (const [of, { usedMs }] of this.#entries) if (now - usedMs >= idleMs) this.#entries.delete(of)
    this.#timer = this.#entries.size > 0 ? this.#clock.after(idleMs, () => this.#cool()) : undefined
  }

  close(): void {
    this.#timer?.cancel()
    this.#entries.clear()
  }
}
