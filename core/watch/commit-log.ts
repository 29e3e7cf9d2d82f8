import { type Change, CompactedError, type Storage } from '../storage/index.js'
import { ChangeView } from './change-view.js'
import type { Watcher, WatchFilter, WatchHandle, WatchLog } from './contract.js'
import { LiveView } from './live-view.js'
import { Router } from './router.js'
import { type Budget, Subscription } from './subscription.js'

const ordinaryBudget: Budget = { events: 10_000, bytes: 16 * 1024 * 1024 }
/** Changes of history that are read at once. */
const historyPage = 1000

/** The watch log over a storage: fed by its stream of commits and nothing else. Order within a batch: Views, then watchers, then those who wait for a revision. */
export class CommitLog implements WatchLog {
  readonly #storage: Storage
  readonly #budget: Budget
  readonly #router = new Router()
  readonly #all = new Set<Subscription>()
  readonly #views = new Map<string, LiveView>()
  readonly #waiters: { readonly revision: number; readonly resolve: () => void }[] = []
  readonly #unsubscribe: () => void
  #revision: number

  constructor(storage: Storage, budget: Budget = ordinaryBudget) {
    this.#storage = storage
    this.#budget = budget
    this.#revision = storage.revision()
    this.#unsubscribe = storage.subscribe((changes) => this.#take(changes))
  }

  revision(): number {
    return this.#revision
  }

  reached(revision: number): Promise<void> | undefined {
    if (revision <= this.#revision) return undefined
    return new Promise((resolve) => void this.#waiters.push({ revision, resolve }))
  }

  watch(filter: WatchFilter, from: number, watcher: Watcher): WatchHandle {
    const subscription = new Subscription({
      filter,
      watcher,
      from,
      budget: this.#budget,
      newest: () => this.#revision,
      onStop: (stopped) => {
        this.#all.delete(stopped)
        this.#router.remove(stopped)
      },
    })
    this.#all.add(subscription)
    this.#router.add(subscription)
    if (from < this.#revision) {
      subscription.catchUp()
      void this.#replay(subscription, from)
    }
    return subscription
  }

  /** A View of the keys below `prefix`; one for all who ask for it. Resolves when it is current. */
  async view(prefix: string): Promise<LiveView> {
    const present = this.#views.get(prefix)
    if (present) return present
    const view = new LiveView(prefix)
    this.#views.set(prefix, view)
    view.fill((await this.#storage.list({ prefix })).entries)
    return view
  }

  /** Ends every watch. */
  close(): void {
    this.#unsubscribe()
    for (const subscription of [...this.#all]) subscription.end('closed')
  }

  #take(changes: readonly Change[]): void {
    const touched: Subscription[] = []
    for (const change of changes) {
      for (const [prefix, view] of this.#views) if (change.key.startsWith(prefix)) view.take(change)
      if (this.#all.size === 0) continue
      const view = new ChangeView(change)
      this.#router.visit(view, (subscription) => {
        if (subscription.take(view)) touched.push(subscription)
      })
    }
    this.#revision = changes.at(-1)?.revision ?? this.#revision
    for (const subscription of touched) subscription.flush()
    this.#release()
  }

  #release(): void {
    for (let at = this.#waiters.length - 1; at >= 0; at--) {
      const waiter = this.#waiters[at]
      if (waiter && waiter.revision <= this.#revision) {
        this.#waiters.splice(at, 1)
        waiter.resolve()
      }
    }
  }

  /** Sends what history has after `from` up to the revision at which live events begin to wait. */
  async #replay(subscription: Subscription, from: number): Promise<void> {
    const target = this.#revision
    try {
      for (let after = from; after < target && !subscription.isOver; ) {
        const changes = await this.#storage.history(after, target, historyPage)
        const last = changes.at(-1)
        await subscription.replay(changes.flatMap((change) => subscription.eventOf(new ChangeView(change)) ?? []))
        after = last ? last.revision : target
      }
      subscription.caughtUp(target)
    } catch (error) {
      subscription.end(error instanceof CompactedError ? 'compacted' : 'closed')
    }
  }
}
