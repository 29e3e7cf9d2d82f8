/** The driver: what is published stands in an index in memory and in the file, what is pending in the group commit. */
import { type MaybePromise, pauseNow } from '../../../core/kit/index.js'
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
import { type Batch, Reopening, type StoreFile } from './file.js'
import { GroupCommit } from './group-commit.js'
import { Past, type Snapshot } from './past.js'
import { Published } from './published.js'
import type { Version } from './stored-form.js'

export interface LmdbParts {
  readonly file: StoreFile
  /** Bytes of values to keep in memory. */
  readonly cacheBytes: number
  /** Called after the file is closed. */
  readonly onClosed: () => Promise<void>
}

/** Memory: every key (some 150 bytes each) and the last used values. Reads answer at once, but for the few milliseconds in which the file is opened anew. */
export class LmdbStorage implements Storage {
  readonly #file: StoreFile
  readonly #onClosed: () => Promise<void>
  readonly #published: Published
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
    this.#published = new Published({ file, cacheBytes, beneath: (key) => this.#commits.pending(key)?.previous })
    const marks = file.marks()
    this.#revision = this.#readKeys(marks?.revision ?? 1)
    this.#past = new Past((revision) => this.#logged(revision))
    this.#commits = new GroupCommit({
      revision: this.#revision,
      persist: (changes) => file.write(this.#batchOf(changes)),
      publish: (changes) => this.#publish(changes),
      between: () => this.#trim(),
    })
    this.#compaction = new Compaction({
      file,
      oldest: marks?.oldest ?? 1,
      isCurrent: (key, revision) => this.#published.slots.revision(key) === revision && !this.#commits.pending(key),
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

  get(key: string): MaybePromise<Entry | undefined> {
    return whenOpen(() => this.#published.get(key))
  }

  count(prefix: string, after?: string): number {
    return this.#published.slots.count(prefix, after)
  }

  list(range: Range): MaybePromise<Page> {
    const { revision = this.#revision } = range
    if (this.#revision - revision > mostReadAtOnce) return this.#listFarBack(range.prefix, revision, range)
    return whenOpen(() => this.#listed(range))
  }

  /** What has changed since is read in slices: it may be all that was written for minutes. */
  async #listFarBack(prefix: string, revision: number, range: Range): Promise<Page> {
    const snapshot = this.#past.snapshot(prefix, revision)
    while (this.#revision - snapshot.seen > mostReadAtOnce && revision >= this.oldestRevision()) {
      await whenOpen(() => this.#past.read(snapshot, snapshot.seen + mostReadAtOnce))
      await pauseNow()
    }
    return whenOpen(() => this.#listed({ ...range, revision }, snapshot))
  }

  #listed(range: Range, snapshot?: Snapshot): Page {
    const page = this.#list(range, snapshot)
    if (this.#file.needsReopening()) this.#commits.nudge()
    return page
  }

  commit(write: Write): Promise<Outcome> {
    try {
      checkKey(write.key)
      const busy = this.#busyKey(write)
      return busy === undefined ? this.#decide(write) : this.#commits.settled(busy).then(() => this.commit(write))
    } catch (error) {
      return error instanceof Reopening ? error.done.then(() => this.commit(write)) : Promise.reject(error)
    }
  }

  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  history(after: number, upTo: number, limit = Number.POSITIVE_INFINITY): MaybePromise<readonly Change[]> {
    return whenOpen(() => {
      if (after < this.oldestRevision() - 1) throw new CompactedError(this.oldestRevision())
      const found: Change[] = []
      const end = Math.min(upTo, this.#revision)
      for (let revision = Math.max(after + 1, firstChange); revision <= end && found.length < limit; revision++) {
        found.push(this.#changeAt(revision))
      }
      return found
    })
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

  /** Answers the newest revision, which is not before the one that was noted. */
  #readKeys(noted: number): number {
    const newest = Math.max(1, this.#file.newestLogged())
    for (const { key, revision } of this.#file.versions()) {
      if (revision > newest) throw this.#file.damaged(`revision ${revision} is missing from the log`)
      this.#published.slots.publish(key, revision)
    }
    if (newest < noted) throw this.#file.damaged(`revision ${noted} is missing from the log`)
    return newest
  }

  #list({ prefix, after, revision = this.#revision, ...range }: Range, read?: Snapshot): Page {
    if (revision > this.#revision) throw new FutureRevisionError(this.#revision)
    if (revision < this.oldestRevision()) throw new CompactedError(this.oldestRevision())
    const limit = range.limit || Number.POSITIVE_INFINITY
    const { slots } = this.#published
    if (revision === this.#revision) {
      const keys = slots.keys(prefix, after, limit + 1)
      const isCut = keys.length > limit
      if (isCut) keys.pop()
      const entries = this.#published.entries(keys, range.bytes)
      return { entries, revision, more: isCut || entries.length < keys.length }
    }
    const snapshot = read ?? this.#past.snapshot(prefix, revision)
    this.#past.read(snapshot, this.#revision)
    const found = this.#past.keys(snapshot, { now: slots, after, limit: limit + 1 })
    const isCut = found.length > limit
    if (isCut) found.pop()
    const entries: Entry[] = []
    for (let left = range.bytes ?? Number.POSITIVE_INFINITY; entries.length < found.length && left > 0; ) {
      const { key, revision: of } = found[entries.length]!
      const entry = this.#entryAt(key, of)
      entries.push(entry)
      left -= entry.value.bytes.byteLength
    }
    return { entries, revision, more: isCut || entries.length < found.length }
  }

  /** A key that the write depends on and that has a pending write. */
  #busyKey({ key, guards }: Write): string | undefined {
    if (this.#commits.pending(key)) return key
    return guards?.find((guard) => this.#commits.pending(guard.key))?.key
  }

  /** Nothing that the write depends on is pending, so what is published is what it meets. */
  #decide(write: Write): Promise<Outcome> {
    if (this.#closing) throw new StorageFailedError('the storage is closed')
    const { slots } = this.#published
    for (const { key, revision } of write.guards ?? []) {
      if ((slots.revision(key) ?? 0) !== revision) return this.#mismatch(key)
    }
    const present = slots.revision(write.key)
    if ((present ?? 0) !== (write.expect === 'absent' ? 0 : write.expect)) return this.#mismatch(write.key)
    if (present === undefined && write.value === undefined) return this.#mismatch(write.key)
    const previous = present === undefined ? undefined : this.#published.get(write.key)
    return new Promise((resolve, reject) => {
      const committed = (revision: number) => resolve({ result: 'committed', revision })
      this.#commits.add({ write, previous, resolve: committed, reject })
    })
  }

  async #mismatch(key: string): Promise<Outcome> {
    return { result: 'mismatch', key, current: await this.get(key) }
  }

  /** What a write stands on goes back to the log where compaction may have taken it. */
  #batchOf(changes: readonly Change[]): Batch {
    const logged: Version[] = []
    const versions = changes.map(({ key, revision, value, previous }) => {
      if (previous && previous.revision < this.oldestRevision()) {
        logged.push(this.#published.version(key, previous.revision))
      }
      return { key, revision, previous: previous?.revision ?? 0, value }
    })
    return { versions, logged }
  }

  #publish(changes: readonly Change[]): void {
    for (const change of changes) this.#published.take(change)
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

  /** Empties the file's map when it has grown large and nothing is being written. */
  #trim(): Promise<void> | undefined {
    if (this.#compaction.isRunning() || this.#closing || !this.#file.needsReopening()) return undefined
    return this.#file.reopen().catch(() => {})
  }

  #entryAt(key: string, revision: number): Entry {
    if (this.#published.slots.revision(key) === revision) return this.#published.get(key) as Entry
    return { key, revision, value: this.#valueAt(key, revision) }
  }

  #changeAt(revision: number): Change {
    const { key, value, previous } = this.#logged(revision)
    if (previous === 0) return { revision, key, value, previous: undefined }
    return { revision, key, value, previous: { revision: previous, value: this.#valueAt(key, previous) } }
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

/** Changes that are read from the log in one go: a millisecond of work, about. */
const mostReadAtOnce = 250

/** A store begins at revision 1, with nothing in it. */
const firstChange = 2

/** What `read` answers: now, or, when the file is being opened anew, as soon as it is open. */
function whenOpen<T>(read: () => T): MaybePromise<T> {
  try {
    return read()
  } catch (error) {
    if (error instanceof Reopening) return error.done.then(() => whenOpen(read)) as Promise<T>
    throw error
  }
}
