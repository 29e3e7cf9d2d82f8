import type { Clock, Timer } from '../kit/index.js'

/** Something that must be over by a certain time. */
export interface Due {
  expire(): void
}

/**
 * One deadline for many short things, for next to nothing each: they stand in sets by age, and a timer that runs only while there are any lets the eldest
 * expire. What `add` answers is the set to take the thing out of when it is over.
 */
export class Deadlines {
  readonly #clock: Clock
  readonly #stepMs: number
  readonly #generations: Set<Due>[]
  #timer: Timer | undefined

  /** Expires what has been there for `allowedMs`, up to a fifth later. */
  constructor(clock: Clock, allowedMs: number) {
    this.#clock = clock
    this.#stepMs = allowedMs / 5
    this.#generations = Array.from({ length: 6 }, () => new Set<Due>())
  }

  add(due: Due): Set<Due> {
    const newest = this.#generations[0]!
    newest.add(due)
    this.#timer ??= this.#clock.after(this.#stepMs, () => this.#age())
    return newest
  }

  #age(): void {
    const oldest = this.#generations.pop()!
    this.#generations.unshift(new Set())
    this.#timer = undefined
    for (const due of oldest) due.expire()
    if (this.#generations.some((each) => each.size > 0)) {
      this.#timer = this.#clock.after(this.#stepMs, () => this.#age())
    }
  }
}
