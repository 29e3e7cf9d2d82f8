import { SortedMap } from '../../../core/kit/index.js'
import {
  type Change,
  CompactedError,
  checkKey,
  type Entry,
  FutureRevisionError,
  type Outcome,
  type Page,
  type Range,
  type Storage,
  StorageFailedError,
  type Write,
} from '../../../core/storage/contract.js'

/** The reference driver: state and history live in this process's memory, history until `compact` is called. Writes apply one by one, each in a microtask of its own. */
export class MemoryStorage implements Storage {
  readonly #current = new SortedMap<Entry>()
  /** Invariant: changes without a gap between revisions; the first is of `#oldest`, or later by one. */
  #log: Change[] = []
  #logBytes = 0
  #revision = 1
  #oldest = 1
  #closed = false
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()

  revision(): number {
    return this.#revision
  }

  oldestRevision(): number {
    return this.#oldest
  }

  historyBytes(): number {
    return this.#logBytes
  }

  get(key: string): Entry | undefined {
    return this.#current.get(key)
  }

  count(prefix: string, after?: string): number {
    return this.#current.count(prefix, after)
  }

  list(range: Range): Page {
    const revision = range.revision ?? this.#revision
    if (revision > this.#revision) throw new FutureRevisionError(this.#revision)
    if (revision < this.#oldest) throw new CompactedError(this.#oldest)
    const state = revision === this.#revision ? this.#current : this.#stateAt(revision)
    const limit = range.limit || Number.POSITIVE_INFINITY
    const keys = state.keys(range.prefix, range.after, limit + 1)
    const more = keys.length > limit
    if (more) keys.pop()
    return { entries: keys.map((key) => state.get(key) as Entry), revision, more }
  }

  async commit(write: Write): Promise<Outcome> {
    await Promise.resolve()
    if (this.#closed) throw new StorageFailedError('the storage is closed')
    checkKey(write.key)
    for (const { key, revision } of [...(write.guards ?? []), { key: write.key, revision: expected(write) }]) {
      const current = this.#current.get(key)
      if ((current?.revision ?? 0) !== revision) return { result: 'mismatch', key, current }
    }
    if (write.expect === 'absent' && !write.value) return { result: 'mismatch', key: write.key, current: undefined }
    return { result: 'committed', revision: this.#apply(write) }
  }

  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  history(after: number, upTo: number, limit = Number.POSITIVE_INFINITY): readonly Change[] {
    if (after < this.#oldest - 1) throw new CompactedError(this.#oldest)
    const first = this.#log[0]?.revision ?? 0
    const start = Math.max(0, after + 1 - first)
    return this.#log.slice(start, Math.max(start, Math.min(upTo + 1 - first, start + limit)))
  }

  async compact(revision: number): Promise<void> {
    const oldest = Math.min(revision, this.#revision)
    if (oldest <= this.#oldest) return
    for (const change of this.#log.splice(0, Math.max(0, oldest - (this.#log[0]?.revision ?? oldest)))) {
      this.#logBytes -= changeBytes(change)
    }
    this.#oldest = oldest
  }

  async close(): Promise<void> {
    await Promise.resolve()
    this.#closed = true
    this.#listeners.clear()
  }

  #apply({ key, value }: Write): number {
    const revision = ++this.#revision
    const before = this.#current.get(key)
    const change: Change = {
      revision,
      key,
      value,
      previous: before && { revision: before.revision, value: before.value },
    }
    if (value) this.#current.set(key, { key, revision, value })
    else this.#current.delete(key)
    this.#log.push(change)
    this.#logBytes += changeBytes(change)
    for (const listener of this.#listeners) listener([change])
    return revision
  }

  /** The state as of an older revision. Cost: a copy of the whole. */
  #stateAt(revision: number): SortedMap<Entry> {
    const state = new SortedMap<Entry>()
    for (const key of this.#current.keys('')) state.set(key, this.#current.get(key) as Entry)
    for (let at = this.#log.length - 1; at >= 0; at--) {
      const { key, previous, revision: changed } = this.#log[at] as Change
      if (changed <= revision) break
      if (previous) state.set(key, { key, revision: previous.revision, value: previous.value })
      else state.delete(key)
    }
    return state
  }
}

const expected = (write: Write) => (write.expect === 'absent' ? 0 : write.expect)
const changeBytes = ({ key, value }: Change) => key.length + (value?.bytes.byteLength ?? 0)
