/** A heavy write that the thread has been given. */
import type { Clock, Timer } from '../../kit/index.js'
import type { Question } from './messages.js'

/** An answer that takes longer than this is waited for by nobody else: another write goes on meanwhile. */
const patienceMs = 250
/** A write that is worked at for so long, and asks nothing, will never be done. */
const mostWorkMs = 60_000

export interface UnderWayEvents {
  /** It waits for the API. */
  onWait(): void
  /** It holds the thread. */
  onStuck(): void
}

export class UnderWay {
  readonly #clock: Clock
  readonly #events: UnderWayEvents
  readonly #stuck: { timer: Timer }
  #asked = 0
  #patience: Timer | undefined
  #isWaiting = false
  #hasCommitted = false

  constructor(clock: Clock, events: UnderWayEvents) {
    this.#clock = clock
    this.#events = events
    this.#stuck = { timer: this.#watch() }
  }

  /** Whether it waits for the API, and not the thread for it. */
  get isWaiting(): boolean {
    return this.#isWaiting
  }

  /** Whether it may have been carried out. */
  get hasCommitted(): boolean {
    return this.#hasCommitted
  }

  asks({ ask }: Pick<Question, 'ask'> | { readonly ask: 'others' }): void {
    this.#asked++
    if (ask === 'commit') this.#hasCommitted = true
    this.#patience ??= this.#clock.after(patienceMs, () => {
      this.#isWaiting = true
      this.#events.onWait()
    })
  }

  isAnswered(): void {
    if (--this.#asked > 0) return
    this.#patience?.cancel()
    this.#patience = undefined
    this.#isWaiting = false
    this.#stuck.timer.cancel()
    this.#stuck.timer = this.#watch()
  }

  end(): void {
    this.#patience?.cancel()
    this.#stuck.timer.cancel()
  }

  #watch(): Timer {
    return this.#clock.after(mostWorkMs, () => {
      if (this.#asked === 0) this.#events.onStuck()
    })
  }
}
