/** Watchers that have something to look at, or to be given: one after the other, in slices of the loop. What comes meanwhile for one that waits is given with the rest. */
import { pauseNow } from '../kit/index.js'
import type { Subscription } from './subscription.js'

export class Lane {
  readonly #waiting = new Set<Subscription>()
  readonly #onError: (error: unknown) => void
  #isWorking = false

  /** `onError`: told what a selector threw. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  /** Its turn comes after the code that runs now. */
  add(subscription: Subscription): void {
    this.#waiting.add(subscription)
    if (this.#isWorking) return
    this.#isWorking = true
    void this.#work()
  }

  async #work(): Promise<void> {
    await Promise.resolve()
    for (const subscription of this.#waiting) {
      this.#waiting.delete(subscription)
      try {
        while (subscription.lookOn()) {
          const pause = pauseNow()
          if (pause) await pause
        }
        subscription.drain()
      } catch (error) {
        this.#end(subscription, error)
      }
      const pause = this.#waiting.size > 0 && pauseNow()
      if (pause) await pause
    }
    this.#isWorking = false
  }

  /** One that can't be ended keeps nobody else from being given anything. */
  #end(subscription: Subscription, error: unknown): void {
    this.#onError(error)
    try {
      subscription.end('closed')
    } catch (again) {
      this.#onError(again)
    }
  }
}
