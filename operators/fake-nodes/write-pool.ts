/** Runs writes, some at a time; one that fails is logged and tried twice more. */
import type { Log } from '../../core/kit/index.js'

export class WritePool {
  readonly #most: number
  readonly #log: Log
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(most: number, log: Log) {
    this.#most = most
    this.#log = log
  }

  /** Resolves when it was written, or given up. */
  async run(write: () => Promise<void>): Promise<void> {
    if (this.#running >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#running++
    try {
      for (let tries = 1; ; tries++) {
        const error = await write().then(
          () => undefined,
          (reason: unknown) => reason ?? new Error('failed'),
        )
        if (error === undefined) return
        if (tries === 3) return this.#log.warn('write given up', { error })
      }
    } finally {
      this.#running--
      this.#waiting.shift()?.()
    }
  }
}
