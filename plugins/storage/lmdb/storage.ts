/** The driver: what is published stands in an index in memory, what is pending in the group commit, the bytes in the file and, the last used of them, in a cache. */
import { LRUCache } from 'lru-cache'
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
import { Compaction } from './compaction.js'
import type { Batch, StoreFile } from './file.js'
import { GroupCommit } from './group-commit.js'
import { Past } from './past.js'
import type { Version } from './stored-form.js'

export interface LmdbParts {
  readonly file: StoreFile
  /** Bytes of values to keep in memory. */
  readonly cacheBytes: number
  /** Called after the file is closed. */
  readonly onClosed: () => Promise<void>
}

/** Memory: every key (some 150 bytes each) and the last used values. Reads are synchronous and never wait. */
export class LmdbStorage implements Storage {
  readonly #file: StoreFile
  readonly #onClosed: () => Promise<void>
  /** The published state: the revision of each key's version. */
  readonly #index = new SortedMap<number>()
  /** Published entries. */
  readonly #cache: LRUCache<string, Entry>
  readonly #commits: GroupCommit
  readonly #compaction: Compaction
  readonly #past: Past
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()
  #revision: number
  #closing: Promise<void> | undefined

  /** Reads every key. Throws `StorageFailedError` when something is damaged. */
  constructor({ file, cacheBytes, onClosed }: LmdbParts) {
    this.#file = file
    this.#onClosed = onClosed
    this.#cache = new LRUCache({ maxSize: cacheBytes, sizeCalculation: ({ value }) => value.bytes.byteLength + 250 })
    const marks = file.marks()
    const newest = Math.max(1, file.newestLogged())
    for (const { key, revision } of file.versions()) {
      if (revision > newest) throw file.damaged(`revision ${revision} is missing from the log`)
      this.#index.set(key, revision)
    }
    if (marks && newest < marks.revision) throw file.damaged(`revision ${marks.revision} is missing from the log`)
    this.#revision = newest
    this.#past = new Past((revision) => this.#logged(revision))
    this.#commits = new GroupCommit({
      revision: newest,
      persist: (changes) => file.write(this.#batchOf(changes)),
      publish: (changes) => this.#publish(changes),
    })
    this.#compaction = new Compaction({
      file,
      oldest: marks?.oldest ?? 1,
      isCurrent: (key, revision) => this.#index.get(key) === revision && !this.#commits.pending(key),
      newest: () => this.#revision,
    })
  }

  revision(): number {
    return this.#revision
  }

  oldestRevision(): number {
    return this.#compaction.oldest()
  }

  historyBytes(): number {
    return this.#file.logBytes()
  }

  get(key: string): Entry | undefined {
    const revision = this.#index.get(key)
    if (revision === undefined) return undefined
    return this.#cache.get(key) ?? this.#load(key, revision)
  }

  count(prefix: string, after?: string): number {
    return this.#index.count(prefix, after)
  }

  list(range: Range): Page {
    const { prefix, after, revision = this.#revision } = range
    const limit = range.limit || Number.POSITIVE_INFINITY
    if (revision > this.#revision) throw new FutureRevisionError(this.#revision)
    if (revision < this.oldestRevision()) throw new CompactedError(this.oldestRevision())
    if (revision === this.#revision) {
      const keys = this.#index.keys(prefix, after, limit + 1)
      const more = keys.length > limit
      if (more) keys.pop()
      return { entries: keys.map((key) => this.get(key) as Entry), revision, more }
    }
    const found = this.#past.keys(
      { prefix, revision, newest: this.#revision },
      { now: this.#index, after, limit: limit + 1 },
    )
    const more = found.length > limit
    if (more) found.pop()
    return { entries: found.map((at) => this.#entryAt(at.key, at.revision)), revision, more }
  }

  commit(write: Write): Promise<Outcome> {
    try {
      checkKey(write.key)
      const busy = this.#busyKey(write)
      return busy === undefined ? this.#decide(write) : this.#decideAfter(busy, write)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  history(after: number, upTo: number, limit = Number.POSITIVE_INFINITY): readonly Change[] {
    if (after < this.oldestRevision() - 1) throw new CompactedError(this.oldestRevision())
    const found: Change[] = []
    const end = Math.min(upTo, this.#revision)
    for (let revision = Math.max(after + 1, firstChange); revision <= end && found.length < limit; revision++) {
      const { key, value, previous } = this.#logged(revision)
      found.push({
        revision,
        key,
        value,
        previous: previous === 0 ? undefined : { revision: previous, value: this.#valueAt(key, previous) },
      })
    }
    return found
  }

  compact(revision: number): Promise<void> {
    if (this.#closing) return Promise.reject(new StorageFailedError('the storage is closed'))
    this.#past.clear()
    return this.#compaction.compact(revision)
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      await this.#commits.idle()
      await this.#compaction.idle()
      this.#listeners.clear()
      await this.#file.close()
      await this.#onClosed()
    })()
    return this.#closing
  }

  /** A key that the write depends on and that has a pending write. */
  #busyKey({ key, guards }: Write): string | undefined {
    if (this.#commits.pending(key)) return key
    return guards?.find((guard) => this.#commits.pending(guard.key))?.key
  }

  async #decideAfter(first: string, write: Write): Promise<Outcome> {
    for (let busy: string | undefined = first; busy !== undefined; busy = this.#busyKey(write)) {
      await this.#commits.settled(busy)
    }
    return this.#decide(write)
  }

  /** Nothing that the write depends on is pending, so what is published is what it meets. */
  #decide(write: Write): Promise<Outcome> {
    if (this.#closing) throw new StorageFailedError('the storage is closed')
    for (const { key, revision } of write.guards ?? []) {
      if ((this.#index.get(key) ?? 0) !== revision) return this.#mismatch(key)
    }
    const present = this.#index.get(write.key)
    if ((present ?? 0) !== (write.expect === 'absent' ? 0 : write.expect)) return this.#mismatch(write.key)
    if (present === undefined && write.value === undefined) return this.#mismatch(write.key)
    const previous = this.get(write.key)
    return new Promise((resolve, reject) => {
      const committed = (at: number) => resolve({ result: 'committed', revision: at })
      this.#commits.add({ write, previous, resolve: committed, reject })
    })
  }

  async #mismatch(key: string): Promise<Outcome> {
    return { result: 'mismatch', key, current: this.get(key) }
  }

  /** What a write stands on goes back to the log where compaction may have taken it. */
  #batchOf(changes: readonly Change[]): Batch {
    const logged: Version[] = []
    const versions = changes.map(({ key, revision, value, previous }) => {
      if (previous && previous.revision < this.oldestRevision()) logged.push(this.#published(key, previous.revision))
      return { key, revision, previous: previous?.revision ?? 0, value }
    })
    return { versions, logged }
  }

  #publish(changes: readonly Change[]): void {
    for (const { key, revision, value } of changes) {
      if (value) {
        this.#index.set(key, revision)
        this.#cache.set(key, { key, revision, value })
      } else {
        this.#index.delete(key)
        this.#cache.delete(key)
      }
    }
    this.#revision = (changes.at(-1) as Change).revision
    for (const listener of this.#listeners) {
      try {
        listener(changes)
      } catch (error) {
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }

  /** Reads a published entry. A later version may be on disk already: then what stood before is at hand. */
  #load(key: string, revision: number): Entry {
    const pending = this.#commits.pending(key)?.previous
    if (pending) return pending
    const { value } = this.#published(key, revision)
    if (!value) throw this.#file.damaged(`key ${JSON.stringify(key)} is a tombstone`)
    const entry = { key, revision, value }
    this.#cache.set(key, entry)
    return entry
  }

  #published(key: string, revision: number): Version {
    let version = this.#file.current(key)
    if (version?.revision !== revision) {
      this.#file.refresh()
      version = this.#file.current(key)
    }
    if (version?.revision === revision && version.key === key) return version
    throw this.#file.damaged(`key ${JSON.stringify(key)} is not what was written to it`)
  }

  #entryAt(key: string, revision: number): Entry {
    if (this.#index.get(key) === revision) return this.get(key) as Entry
    return { key, revision, value: this.#valueAt(key, revision) }
  }

  /** A change that can still be replayed. */
  #logged(revision: number): Version {
    const version = this.#file.logged(revision)
    if (version) return version
    throw this.#file.damaged(`revision ${revision} is missing from the log`)
  }

  #valueAt(key: string, revision: number): NonNullable<Version['value']> {
    const version = this.#file.logged(revision)
    if (version?.key === key && version.value) return version.value
    throw this.#file.damaged(`revision ${revision} of ${JSON.stringify(key)} is missing from the log`)
  }
}

/** A store begins at revision 1, with nothing in it. */
const firstChange = 2
