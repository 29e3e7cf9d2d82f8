import type { Change, Storage, StoredRecord } from '../storage/index.js'
import { pauseNow } from '../kit/index.js'
import { CompactedError } from '../storage/index.js'
import { SeenChange } from './changes.js'
import type { CommittedChange, Watcher, WatchFilter, WatchHandle, WatchLog } from './contract.js'
import { type LiveView, openView } from './live-view.js'
import { PastChanges } from './replay.js'
import { Routes } from './routes.js'
import { Lane } from './lane.js'
import { Subscription, type WatchBudget } from './subscription.js'
import { ChangeWindow, type WindowLimits } from './window.js'

export interface CommitLogOptions {
  /** What is kept in memory for watchers that start a little behind; 10,000 changes and 8 MB when left out. */
  readonly window?: WindowLimits
  /** How far a watcher may fall behind; 10,000 events and 16 MB when left out. */
  readonly budget?: WatchBudget
  /** Told what watchers threw, and what kept history from being read. */
  readonly onError?: (error: unknown) => void
}

const eightMegabytes = 8 * 1024 * 1024
/** Records of the last writes that somebody was shown, kept for the next write to the same key: it needs the state before, decoded as like as not. */
const recentRecords = 256
/** Larger ones (definitions of kinds) would hold much memory, decoded, for as long as nobody writes. */
const largestRecent = 16_384

/** The watch log over a storage: fed by its stream of commits and nothing else. Order within a batch: Views and indexes, then those who wait for a revision; watchers beside them, in slices of the loop. */
export class CommitLog implements WatchLog {
  readonly #storage: Storage
  readonly #window: ChangeWindow
  readonly #past: PastChanges
  readonly #budget: WatchBudget
  readonly #onError: (error: unknown) => void
  readonly #routes = new Routes<Subscription>()
  readonly #subscriptions = new Set<Subscription>()
  readonly #lane: Lane
  /** Of watchers whose selectors cost much: the others don't wait for them. */
  readonly #slow: Lane
  readonly #taps = new Map<string, Set<(change: CommittedChange) => void>>()
  readonly #views = new Map<string, Promise<LiveView>>()
  readonly #recent = new Map<string, StoredRecord>()
  /** Invariant: revisions rise; each is waited for by nobody who could have been answered. */
  #waiting: { readonly revision: number; readonly resolve: () => void }[] = []
  readonly #unsubscribe: () => void
  #revision: number

  constructor(storage: Storage, { window, budget, onError }: CommitLogOptions = {}) {
    this.#storage = storage
    this.#revision = storage.revision()
    this.#past = new PastChanges(storage)
    this.#window = new ChangeWindow(this.#revision, window ?? { changes: 10_000, bytes: eightMegabytes })
    this.#budget = budget ?? { events: 10_000, bytes: 2 * eightMegabytes }
    this.#onError = onError ?? (() => {})
    this.#lane = new Lane(this.#onError)
    this.#slow = new Lane(this.#onError)
    this.#unsubscribe = storage.subscribe((changes) => this.#take(changes))
  }

  revision(): number {
    return this.#revision
  }

  reached(revision: number): Promise<void> | undefined {
    if (revision <= this.#revision) return undefined
    return new Promise((resolve) => this.#waiting.push({ revision, resolve }))
  }

  tap(prefix: string, listener: (change: CommittedChange) => void): () => void {
    const listeners = this.#taps.get(prefix) ?? new Set()
    this.#taps.set(prefix, listeners)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#taps.get(prefix) === listeners) this.#taps.delete(prefix)
    }
  }

  watch(filter: WatchFilter, from: number, watcher: Watcher): WatchHandle {
    let leave = () => {}
    let isLive = false
    const subscription = new Subscription({
      filter,
      from,
      watcher,
      budget: this.#budget,
      onError: this.#onError,
      onOver: () => {
        this.#subscriptions.delete(subscription)
        leave()
      },
    })
    this.#subscriptions.add(subscription)
    const goLive = () => {
      for (const change of from < this.#revision ? this.#window.after(subscription.seen()) : []) {
        if (subscription.isCostly) subscription.offerLater(this.#seen(change))
        else subscription.offer(this.#seen(change))
      }
      if (subscription.isCostly) this.#slow.add(subscription)
      leave = this.#routes.add(filter, subscription)
      isLive = true
      queueMicrotask(() => subscription.drain())
    }
    if (from >= this.#window.start()) goLive()
    else void this.#past.during(() => this.#replay(subscription, goLive))
    return {
      resume: () => subscription.resume(),
      stop: () => subscription.end(undefined),
      revision: () => {
        if (isLive && subscription.isEmpty()) subscription.advance(this.#revision)
        return subscription.sent()
      },
    }
  }

  release(prefix: string): void {
    queueMicrotask(() => {
      for (const subscription of [...this.#subscriptions])
        if (subscription.prefix.startsWith(prefix)) subscription.end('closed')
    })
  }

  /** A View of the keys below `prefix`; one for all who ask for it. Resolves when it is current. */
  view(prefix: string): Promise<LiveView> {
    const present = this.#views.get(prefix)
    if (present) return present
    const view = openView(this, this.#storage, prefix)
    this.#views.set(prefix, view)
    view.catch(() => this.#views.delete(prefix))
    return view
  }

  close(): void {
    this.#unsubscribe()
    for (const subscription of [...this.#subscriptions]) subscription.end('closed')
    this.#taps.clear()
  }

  /** Watchers are given what the batch brings when it has been taken whole: what they do finds the log at its new revision. */
  #take(changes: readonly Change[]): void {
    for (const change of changes) {
      this.#window.add(change)
      const seen = this.#seen(change)
      let isWanted = false
      for (const [prefix, listeners] of this.#taps) {
        if (!change.key.startsWith(prefix)) continue
        isWanted = true
        for (const listener of listeners) listener(seen)
      }
      this.#routes.forEach(seen, (subscription) => {
        isWanted = true
        if (subscription.isCostly) {
          subscription.offerLater(seen)
          this.#slow.add(subscription)
        } else if (subscription.offer(seen)) this.#lane.add(subscription)
      })
      if (isWanted) this.#remember(seen)
    }
    this.#revision = Math.max(this.#revision, this.#storage.revision())
    this.#answerWaiting()
  }

  #seen(change: Change): SeenChange {
    return new SeenChange(change, this.#recent.get(change.key))
  }

  #remember({ key, after }: SeenChange): void {
    this.#recent.delete(key)
    if (!after || after.value.bytes.byteLength > largestRecent) return
    this.#recent.set(key, after)
    if (this.#recent.size > recentRecords) this.#recent.delete(this.#recent.keys().next().value as string)
  }

  #answerWaiting(): void {
    if (this.#waiting.length === 0) return
    const due = this.#waiting.filter((waiting) => waiting.revision <= this.#revision)
    this.#waiting = this.#waiting.filter((waiting) => waiting.revision > this.#revision)
    for (const { resolve } of due) resolve()
  }

  /** Reads history page by page, no faster than the watcher takes it, until the window goes on from there. */
  async #replay(subscription: Subscription, goLive: () => void): Promise<void> {
    await Promise.resolve()
    try {
      while (!subscription.isOver() && subscription.seen() < this.#window.start()) {
        const { changes, upTo } = await this.#past.after(subscription.seen(), this.#revision)
        for (const change of changes) {
          const pause = subscription.isCostly && pauseNow()
          if (pause) await pause
          subscription.offer(change)
        }
        subscription.advance(upTo)
        await drained(subscription)
      }
      if (!subscription.isOver()) goLive()
    } catch (error) {
      if (!(error instanceof CompactedError)) this.#onError(error)
      subscription.end(error instanceof CompactedError ? 'compacted' : 'closed')
    }
  }
}

/** Resolves when the watcher has taken everything, or is over. */
function drained(subscription: Subscription): Promise<void> {
  return new Promise((resolve) => {
    subscription.onDrained = () => {
      subscription.onDrained = undefined
      resolve()
    }
    subscription.drain()
    if (subscription.isOver()) resolve()
  })
}
