import type { Clock, MaybePromise, Timer } from '../kit/index.js'
import type { Storage } from '../storage/index.js'
import type { WatchLog } from './contract.js'
import { KeyIndex } from './key-index.js'

/** What objects are looked up by: the value of a label, or the text of a field ('' when it is absent). */
export interface Equality {
  readonly by: 'label' | 'field'
  /** The label's name, or the field's dotted path. */
  readonly name: string
  readonly value: string
}

export interface Indexes {
  /**
   * The keys below `within` whose object has that value, in byte order, as of the log's revision. `prefix` is what all keys of the kind begin with, and of `within`.
   * Undefined: there is no index yet (it is being built), or the kind is too small for one; go through the objects then.
   * Memory: some 10 bytes for each indexed object; an index that nobody asks for is dropped after 5 minutes.
   */
  keys(prefix: string, equality: Equality, within?: string): readonly string[] | undefined
  close(): void
}

/** Kinds with fewer objects are gone through as fast. */
const leastKeys = 200
/** The names come from users: no more than this many indexes at a time. */
const mostIndexes = 64
const idleMs = 300_000

interface Kept {
  readonly index: KeyIndex
  lastUsedMs: number
}

/** Indexes over the objects of each kind, built when first asked for and kept current by the log. */
export function createIndexes(parts: {
  readonly storage: Storage
  readonly log: WatchLog
  readonly clock: Clock
  readonly onError?: (error: unknown) => void
}): Indexes {
  return new KeptIndexes(parts)
}

class KeptIndexes implements Indexes {
  readonly #storage: Storage
  readonly #log: WatchLog
  readonly #clock: Clock
  readonly #onError: (error: unknown) => void
  /** The least recently used first. */
  readonly #kept = new Map<string, Kept>()
  #timer: Timer | undefined

  constructor({
    storage,
    log,
    clock,
    onError,
  }: {
    readonly storage: Storage
    readonly log: WatchLog
    readonly clock: Clock
    readonly onError?: (error: unknown) => void
  }) {
    this.#storage = storage
    this.#log = log
    this.#clock = clock
    this.#onError = onError ?? (() => {})
  }

  keys(prefix: string, equality: Equality, within = prefix): readonly string[] | undefined {
    const id = `${equality.by} ${equality.name} ${prefix}`
    const kept = this.#kept.get(id) ?? this.#open(prefix, equality)
    if (!kept) return undefined
    kept.lastUsedMs = this.#clock.monotonicMs()
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    if (this.#kept.size > mostIndexes) this.#drop(this.#kept.keys().next().value as string)
    return kept.index.keys(equality.value, within)
  }

  close(): void {
    this.#timer?.cancel()
    for (const id of [...this.#kept.keys()]) this.#drop(id)
  }

  #open(prefix: string, equality: Equality): Kept | undefined {
    if (isFewer(this.#storage.count(prefix), leastKeys)) return undefined
    const index = new KeyIndex(prefix, equality)
    index.build({ storage: this.#storage, log: this.#log, clock: this.#clock }).catch((error: unknown) => {
      this.#onError(error)
      for (const [id, kept] of this.#kept) if (kept.index === index) this.#drop(id)
    })
    this.#dropIdleLater()
    return { index, lastUsedMs: 0 }
  }

  #drop(id: string): void {
    this.#kept.get(id)?.index.close()
    this.#kept.delete(id)
  }

  #dropIdleLater(): void {
    this.#timer ??= this.#clock.after(idleMs, () => {
      this.#timer = undefined
      const limit = this.#clock.monotonicMs() - idleMs
      for (const [id, { lastUsedMs }] of this.#kept) if (lastUsedMs <= limit) this.#drop(id)
      if (this.#kept.size > 0) this.#dropIdleLater()
    })
  }
}

/** A count that comes later counts as large. */
const isFewer = (count: MaybePromise<number>, limit: number): boolean => typeof count === 'number' && count < limit
