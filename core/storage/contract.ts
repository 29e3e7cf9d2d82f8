/** The storage seam: revisions like etcd's MVCC. Implementations: plugins/storage/memory (reference), lmdb (embedded), and a test driver that knows a revision only after the commit. */
import type { MaybePromise } from '../kit/index.js'

/**
 * What is stored for a key. `bytes` are the object's JSON without its resourceVersion; the reader renders
 * `bytes[0, splice) + '"resourceVersion":"N",' + bytes[splice, end)`. Invariant: the byte at `splice` begins another member of metadata.
 */
export interface StoredValue {
  readonly bytes: Uint8Array
  /** Byte offset at which the resourceVersion member belongs. */
  readonly splice: number
  /** uint32: which version and definition the bytes were written with. Equal stamps mean that the bytes may pass unparsed. */
  readonly stamp: number
}

/** A key's value as of `revision`, the revision of its last write. */
export interface Entry {
  readonly key: string
  readonly revision: number
  readonly value: StoredValue
}

/** One committed, durable write. */
export interface Change {
  readonly revision: number
  readonly key: string
  /** Undefined: the key was deleted. */
  readonly value: StoredValue | undefined
  /** What stood there before; undefined: the key was created. Its revision is that of the earlier write. */
  readonly previous: { readonly revision: number; readonly value: StoredValue } | undefined
}

/** The longest key in UTF-8 bytes that every driver takes. Keys are well-formed, without NUL, and not empty; `commit` throws a RangeError for any other. */
const maxKeyBytes = 1024

/** One write. Cost: one durable group commit, shared with every write that is under way. The value's bytes belong to the storage from now on: never change them. */
export interface Write {
  readonly key: string
  /** `absent`: the key must not exist; a number: the revision of its last write must be that. */
  readonly expect: 'absent' | number
  /** Undefined deletes; what is absent can't be deleted, and is a mismatch. */
  readonly value: StoredValue | undefined
  /** Other keys whose last write must be of exactly this revision (0: absent) in the same commit. How a create is tied to its namespace. */
  readonly guards?: readonly { readonly key: string; readonly revision: number }[]
}

export type Outcome =
  | { readonly result: 'committed'; readonly revision: number }
  /** `key` (the write's own, or a guard's) was not as expected; `current` is what stands there, durable by the time of this answer. */
  | { readonly result: 'mismatch'; readonly key: string; readonly current: Entry | undefined }

export interface Range {
  /** Keys that begin with it, in byte order. */
  readonly prefix: string
  /** Only keys after this one. */
  readonly after?: string
  /** The state as of this revision; newest when left out. Throws `CompactedError` when it is older than `oldestRevision`, `FutureRevisionError` when newer than `revision`. */
  readonly revision?: number
  readonly limit?: number
  /** A driver that has to read its values ends the page, with `more`, where they have come to so many bytes: reading them is one turn of the event loop. At least one entry comes. */
  readonly bytes?: number
}

export interface Page {
  readonly entries: readonly Entry[]
  /** The state that the entries show. */
  readonly revision: number
  /** Whether keys follow in the range. */
  readonly more: boolean
}

/**
 * Invariants: revisions are whole numbers that only rise, across restarts too; a change is emitted once, in order, durable before it is visible; reads never wait for writes.
 * Bytes that are handed out are stable for as long as they are held, and shared: never change them.
 */
export interface Storage {
  /** The newest published revision: everything up to it was emitted and is readable. At least 1. */
  revision(): number
  /** The oldest revision whose state can still be listed and from which changes can be replayed. */
  oldestRevision(): number
  get(key: string): MaybePromise<Entry | undefined>
  list(range: Range): MaybePromise<Page>
  /** How many keys the prefix holds now (after `after`, when given). */
  count(prefix: string, after?: string): MaybePromise<number>
  /** Resolves when the write is durable and published. A write to a key with an unfinished write is checked against that one, and answered after it. Throws `StorageFailedError` (disk full, damage) when the outcome is failure; nothing is visible then. */
  commit(write: Write): Promise<Outcome>
  /** Calls `listener` with each batch of changes after the call, in order, without a gap to `revision()` at the time of the call; `revision()` has moved on by then. A batch without changes says that it moved on alone (others write to the same database). Answers a function that ends it. */
  subscribe(listener: (changes: readonly Change[]) => void): () => void
  /** Changes with revisions in (`after`, `upTo`], oldest first, `limit` at most. Throws `CompactedError` when `after` < `oldestRevision() - 1`. */
  history(after: number, upTo: number, limit?: number): MaybePromise<readonly Change[]>
  /** About how many bytes the history holds, of which `compact` frees. 0 when the driver keeps that to itself. */
  historyBytes(): number
  /** Forgets history before `revision`, in small steps: the state at `revision` and later can still be listed, and the present one is never touched. Never past `revision()`. */
  compact(revision: number): Promise<void>
  /** Waits for writes under way, then lets go of every resource. */
  close(): Promise<void>
}

/** The revision asked for has been compacted away: the API's 410 Expired. */
export class CompactedError extends Error {
  readonly oldestRevision: number

  constructor(oldestRevision: number) {
    super(`the requested revision has been compacted; the oldest kept is ${oldestRevision}`)
    this.oldestRevision = oldestRevision
  }
}

/** The revision asked for has not been reached yet. */
export class FutureRevisionError extends Error {
  readonly newest: number

  constructor(newest: number) {
    super(`the requested revision is newer than the newest, ${newest}`)
    this.newest = newest
  }
}

/** The medium failed: full, damaged, gone. The message says what to do. */
export class StorageFailedError extends Error {}

/** Throws a RangeError for a key that no driver takes. */
export function checkKey(key: string): void {
  if (plainKey.test(key)) return
  const bytes = Buffer.byteLength(key)
  if (bytes === 0 || bytes > maxKeyBytes || key.includes('\0') || loneSurrogate.test(key)) {
    throw new RangeError(
      `a storage key must be well-formed, without NUL, and of 1 to ${maxKeyBytes} bytes; this one has ${bytes}`,
    )
  }
}

/** All that the usual keys are made of. */
const plainKey = /^[!-~]{1,1024}$/
const loneSurrogate = /\p{Surrogate}/u
