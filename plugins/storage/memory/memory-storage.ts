import {
  type Change,
  CompactedError,
  type Entry,
  FutureRevisionError,
  type Outcome,
  type Page,
  type Range,
  type Storage,
  type Write,
} from '../../../core/storage/contract.js'

/** The reference driver: everything in memory, forgotten at the end. Commits are made at once and published in the next microtask. */
export class MemoryStorage implements Storage {
  readonly #current = new Map<string, Entry>()
  /** Keys in byte order; rebuilt when a key came or went. */
  #sorted: string[] | undefined = []
  #log: Change[] = []
  #revision = 1
  #oldest = 1
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()

  revision(): number {
    return this.#revision
  }

  oldestRevision(): number {
    return this.#oldest
  }

  get(key: string): Entry | undefined {
    return this.#current.get(key)
  }

  list(range: Range): Page {
    const revision = range.revision ?? this.#revision
    if (revision > this.#revision) throw new FutureRevisionError(this.#revision)
    if (revision < this.#oldest) throw new CompactedError(this.#oldest)
    const limit = range.limit ?? Number.POSITIVE_INFINITY
    const entries: Entry[] = []
    for (const entry of this.#entriesAt(range, revision)) {
      if (entries.length === limit) return { entries, revision, more: true }
      entries.push(entry)
    }
    return { entries, revision, more: false }
  }

  count(prefix: string, after?: string): number {
    const keys = this.#keys()
    return (
      firstAtLeast(keys, `${prefix}\uffff`) - firstAfter(keys, { prefix, ...(after === undefined ? {} : { after }) })
    )
  }

  async commit(write: Write): Promise<Outcome> {
    for (const guard of write.guards ?? []) {
      const current = this.#current.get(guard.key)
      if ((current?.revision ?? 0) !== guard.revision) return { result: 'mismatch', key: guard.key, current }
    }
    const current = this.#current.get(write.key)
    const asExpected = write.expect === 'absent' ? !current : current?.revision === write.expect
    if (!asExpected) return { result: 'mismatch', key: write.key, current }
    const revision = ++this.#revision
    this.#put(write, { revision, current })
    return { result: 'committed', revision }
  }

  #put(write: Write, at: { readonly revision: number; readonly current: Entry | undefined }): void {
    const { key, value } = write
    const { revision, current } = at
    if (!current || !value) this.#sorted = undefined
    if (value) this.#current.set(key, { key, revision, value })
    else this.#current.delete(key)
    const previous = current ? { revision: current.revision, value: current.value } : undefined
    const change: Change = { revision, key, value, previous }
    this.#log.push(change)
    for (const listener of this.#listeners) listener([change])
  }

  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  history(after: number, upTo: number, limit = Number.POSITIVE_INFINITY): readonly Change[] {
    if (after < this.#oldest - 1) throw new CompactedError(this.#oldest)
    const found: Change[] = []
    for (const change of this.#log) {
      if (change.revision > upTo || found.length >= limit) break
      if (change.revision > after) found.push(change)
    }
    return found
  }

  async compact(revision: number): Promise<void> {
    const oldest = Math.min(revision, this.#revision)
    if (oldest <= this.#oldest) return
    this.#log = this.#log.filter((change) => change.revision >= oldest)
    this.#oldest = oldest
  }

  async close(): Promise<void> {
    this.#listeners.clear()
  }

  #keys(): string[] {
    this.#sorted ??= [...this.#current.keys()].sort(byBytes)
    return this.#sorted
  }

  *#entriesAt(range: Range, revision: number): Iterable<Entry> {
    const past = revision === this.#revision ? undefined : this.#pastOf(range.prefix, revision)
    const keys = past ? [...new Set([...this.#keys(), ...past.keys()])].sort(byBytes) : this.#keys()
    for (let at = firstAfter(keys, range); at < keys.length; at++) {
      const key = keys[at] as string
      if (!key.startsWith(range.prefix)) return
      const entry = past?.has(key) ? past.get(key) : this.#current.get(key)
      if (entry) yield entry
    }
  }

  /** What stood at `revision` for each key that changed after it. */
  #pastOf(prefix: string, revision: number): Map<string, Entry | undefined> {
    const past = new Map<string, Entry | undefined>()
    for (const change of this.#log) {
      if (change.revision <= revision || past.has(change.key) || !change.key.startsWith(prefix)) continue
      past.set(change.key, change.previous && { key: change.key, ...change.previous })
    }
    return past
  }
}

function firstAfter(keys: readonly string[], range: { readonly prefix: string; readonly after?: string }): number {
  const after = range.after !== undefined && range.after >= range.prefix ? `${range.after}\0` : range.prefix
  return firstAtLeast(keys, after)
}

function firstAtLeast(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (byBytes(keys[middle] as string, key) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Names are ASCII, where the order of UTF-16 units is that of bytes. */
const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
