import type { Clock, Timer } from '../kit/index.js'
import type { Storage } from './contract.js'

export interface HistoryLimits {
  /** What is younger stays unless there is too much of it; 5 minutes when left out. */
  readonly ordinaryMs?: number
  /** What is younger stays in any case; 75 seconds when left out, upstream's own promise to watchers that resume. */
  readonly leastMs?: number
  /** How much history there may be; 256 MB when left out. */
  readonly mostBytes?: number
}

const checkEveryMs = 10_000

/**
 * Forgets history that is older than the limits say, whatever the driver; answers a function that ends it. The past of before this call counts as having been written just then.
 * Cost: a look every 10 seconds while there is something to forget, and no timer otherwise. `onError` is told what a compaction threw; the next look tries again.
 */
export function keepHistory(
  storage: Storage,
  parts: { readonly clock: Clock; readonly limits?: HistoryLimits; readonly onError?: (error: unknown) => void },
): () => void {
  const keeper = new HistoryKeeper(storage, parts)
  return () => keeper.stop()
}

class HistoryKeeper {
  readonly #storage: Storage
  readonly #clock: Clock
  readonly #ordinaryMs: number
  readonly #leastMs: number
  readonly #mostBytes: number
  readonly #onError: (error: unknown) => void
  readonly #unsubscribe: () => void
  /** How far the store was when, oldest first. */
  #marks: { readonly atMs: number; readonly revision: number }[] = []
  #timer: Timer | undefined
  #isStopped = false

  constructor(
    storage: Storage,
    {
      clock,
      limits = {},
      onError,
    }: { readonly clock: Clock; readonly limits?: HistoryLimits; readonly onError?: (error: unknown) => void },
  ) {
    this.#storage = storage
    this.#clock = clock
    this.#ordinaryMs = limits.ordinaryMs ?? 300_000
    this.#leastMs = limits.leastMs ?? 75_000
    this.#mostBytes = limits.mostBytes ?? 256 * 1024 * 1024
    this.#onError = onError ?? (() => {})
    this.#mark()
    this.#unsubscribe = storage.subscribe(() => this.#schedule())
    this.#schedule()
  }

  stop(): void {
    this.#isStopped = true
    this.#timer?.cancel()
    this.#unsubscribe()
  }

  #mark(): void {
    this.#marks.push({ atMs: this.#clock.monotonicMs(), revision: this.#storage.revision() })
  }

  #schedule(): void {
    if (this.#timer || this.#isStopped || this.#storage.oldestRevision() >= this.#storage.revision()) return
    this.#timer = this.#clock.after(checkEveryMs, () => {
      void this.#look().then(() => {
        this.#timer = undefined
        this.#schedule()
      })
    })
  }

  async #look(): Promise<void> {
    this.#mark()
    const needed = this.#marks.findLastIndex((mark) => mark.atMs <= this.#clock.monotonicMs() - this.#ordinaryMs)
    if (needed > 0) this.#marks.splice(0, needed)
    const target = Math.max(this.#markBefore(this.#ordinaryMs), this.#tooMuchUpTo())
    try {
      if (target > this.#storage.oldestRevision()) await this.#storage.compact(target)
    } catch (error) {
      this.#onError(error)
    }
  }

  /** How far the store was that long ago; 0 when that is not known. */
  #markBefore(ageMs: number): number {
    const limit = this.#clock.monotonicMs() - ageMs
    return this.#marks.findLast((mark) => mark.atMs <= limit)?.revision ?? 0
  }

  /** As many of the oldest revisions as take the surplus, each taken for as large as the others; never what is too young. */
  #tooMuchUpTo(): number {
    const bytes = this.#storage.historyBytes()
    if (bytes <= this.#mostBytes) return 0
    const oldest = this.#storage.oldestRevision()
    const surplus = Math.ceil(((this.#storage.revision() - oldest) * (bytes - this.#mostBytes)) / bytes)
    return Math.min(oldest + surplus, this.#markBefore(this.#leastMs))
  }
}
