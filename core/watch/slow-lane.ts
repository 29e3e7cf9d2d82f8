/** Watchers whose selectors cost much: each change is put to them in slices of the loop, in order, behind the others. */
import { pauseNow } from '../kit/index.js'
import type { Subscription } from './subscription.js'

export class SlowLane {
  readonly #waiting = new Set<Subscription>()
  readonly #onError: (error: unknown) => void
  #isWorking = false

  /** `onError`: told what a selector threw. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  /** It has changes to look at. */
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
        this.#onError(error)
        subscription.end('closed')
      }
    }
    this.#isWorking = false
  }
}
