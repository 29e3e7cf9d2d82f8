/** What the watch room offers: the stream of commits seen from above. Fed by storage's stream and nothing else. */
import type { KubeObject } from '../meta/index.js'
import type { StoredRecord } from '../storage/index.js'

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  /** For DELETED: the last state, under the deletion's revision. */
  readonly record: StoredRecord
  /** For MODIFIED out of the log: the state before, under the revision of its own write. */
  readonly before?: StoredRecord
  /** `{"type":...,"object":...}\n`: made once, shared by all watchers. */
  frame(): Uint8Array
}

/** Which objects a watcher wants. `equals` are parts that can be looked up instead of scanned; `matches` decides in the end. */
export interface WatchFilter {
  /** Keys that begin with it. */
  readonly prefix: string
  /** One object only. */
  readonly key?: string
  /** Label equalities, from the selector. */
  readonly labels?: readonly (readonly [name: string, value: string])[]
  /** Field equalities (spec.nodeName), from the selector, with a way to read the field. */
  readonly fields?: readonly (readonly [path: string, value: string])[]
  /** Undefined: everything below `prefix`. */
  readonly matches?: (object: KubeObject) => boolean
  /** How many requirements `matches` asks, where they are many. */
  readonly requirements?: number
}

export interface Watcher {
  /** Events in order, one call a batch; return false when behind: delivery pauses until `resume`, and the watcher is ended with `slow` when its backlog outgrows its budget. */
  onEvents(events: readonly WatchEvent[]): boolean
  /** The last call: too old a start (410), cut off, or the server stops. */
  onEnd(reason: 'compacted' | 'slow' | 'closed'): void
}

export interface WatchLog {
  /** Everything up to this revision has been handed to watchers and Views. */
  revision(): number
  /** Resolves at once, or when the log has reached `revision`. What a write waits for before it is answered. */
  reached(revision: number): Promise<void> | undefined
  /** Delivers every event after revision `from` (from memory, else from storage's history), then live; the first call comes after this one has returned. A `from` beyond the newest waits for it and sends nothing older. */
  watch(filter: WatchFilter, from: number, watcher: Watcher): WatchHandle
  /** Calls `listener` with each change below `prefix` after the call, in order, before any watcher and before `reached` answers. For what is built on the log itself; it must not throw. */
  tap(prefix: string, listener: (change: CommittedChange) => void): () => void
  /** Ends the watchers of keys below `prefix` with `closed`, soon: what they watch is not served any more, or otherwise than before. */
  release(prefix: string): void
  /** Ends every watcher with `closed`. The storage stays open. */
  close(): void
}

/** A change with its records before and after, decoded at most once for all. */
export interface CommittedChange {
  readonly key: string
  readonly revision: number
  readonly after: StoredRecord | undefined
  /** Under the revision of its own write. */
  readonly before: StoredRecord | undefined
}

export interface WatchHandle {
  resume(): void
  stop(): void
  /** The revision up to which this watcher has been sent everything that it wants: what a bookmark may say. */
  revision(): number
}
