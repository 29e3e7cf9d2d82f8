/** Deletes objects whose kind has a time to live, counted from their last write. One timer, and only while such objects exist. */
import type { Clock, Timer } from '../kit/index.js'
import { type Entry, type Storage, StoredRecord } from '../storage/index.js'
import type { Shelf } from './shelf.js'

/** Objects that fall due within this time of each other go in one sweep. */
const sweepMs = 10_000
/** Deletes under way at once. */
const atOnce = 64

export class Expiry {
  readonly #storage: Storage
  readonly #clock: Clock
  readonly #onError: (error: unknown) => void
  /** By shelf prefix: keys and when they are due, oldest first, as one kind's objects all live equally long. */
  readonly #due = new Map<string, Map<string, number>>()
  #timer: Timer | undefined
  #isClosed = false

  constructor(parts: { readonly storage: Storage; readonly clock: Clock; readonly onError: (error: unknown) => void }) {
    this.#storage = parts.storage
    this.#clock = parts.clock
    this.#onError = parts.onError
  }

  /** An object was written just now. */
  note(shelf: Shelf, key: string): void {
    this.#add(shelf, key, this.#clock.now())
    this.#schedule()
  }

  /** Finds the objects that an earlier run has left; their last write is told from managedFields, else from the creation. */
  async recall(shelf: Shelf): Promise<void> {
    const { entries } = await this.#storage.list({ prefix: shelf.prefix })
    const written = entries.map((entry) => ({ key: entry.key, atMs: lastWriteMs(entry) }))
    for (const { key, atMs } of written.sort((a, b) => a.atMs - b.atMs)) this.#add(shelf, key, atMs)
    this.#schedule()
  }

  #add(shelf: Shelf, key: string, writtenMs: number): void {
    let due = this.#due.get(shelf.prefix)
    if (!due) this.#due.set(shelf.prefix, (due = new Map()))
    due.delete(key)
    due.set(key, writtenMs + shelf.strategy.timeToLiveSeconds! * 1000)
  }

  #schedule(): void {
    if (this.#timer || this.#isClosed) return
    let first = Number.POSITIVE_INFINITY
    for (const due of this.#due.values()) first = Math.min(first, due.values().next().value ?? first)
    if (first === Number.POSITIVE_INFINITY) return
    const delayMs = Math.max(first - this.#clock.now(), 0) + sweepMs
    this.#timer = this.#clock.after(delayMs, () => {
      void this.sweep().catch(this.#onError)
    })
  }

  /** Deletes what is due. Answers when that is done. */
  async sweep(): Promise<void> {
    const now = this.#clock.now()
    const drops: { readonly key: string; readonly due: ReadonlyMap<string, number> }[] = []
    for (const due of this.#due.values()) {
      for (const [key, atMs] of due) {
        if (atMs > now) break
        due.delete(key)
        drops.push({ key, due })
      }
    }
    try {
      for (let at = 0; at < drops.length; at += atOnce) {
        await Promise.all(drops.slice(at, at + atOnce).map(({ key, due }) => this.#drop(key, due)))
      }
    } finally {
      this.#timer = undefined
      this.#schedule()
    }
  }

  async #drop(key: string, due: ReadonlyMap<string, number>): Promise<void> {
    const entry = await this.#storage.get(key)
    // Written again meanwhile, it lives on.
    if (!entry || due.has(key)) return
    await this.#storage.commit({ key, expect: entry.revision, value: undefined })
  }

  close(): void {
    this.#isClosed = true
    this.#timer?.cancel()
  }
}

function lastWriteMs(entry: Entry): number {
  const { metadata } = StoredRecord.of(entry).object()
  const times = [metadata.creationTimestamp, ...(metadata.managedFields ?? []).map((managed) => managed.time)]
  return Math.max(0, ...times.map((time) => (time ? Date.parse(time) : 0)))
}
