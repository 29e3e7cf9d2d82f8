/** One watcher's place in the log: what it wants, what it has been sent, what waits for it. */
import type { ChangeView } from './change-view.js'
import type { Watcher, WatchEvent, WatchFilter, WatchHandle } from './contract.js'

/** What may wait for a watcher that is behind, before it is cut off. */
export interface Budget {
  readonly events: number
  readonly bytes: number
}

export interface SubscriptionOptions {
  readonly filter: WatchFilter
  readonly watcher: Watcher
  /** Changes up to here are not sent. */
  readonly from: number
  readonly budget: Budget
  /** The newest revision of the log. */
  readonly newest: () => number
  readonly onStop: (subscription: Subscription) => void
}

export class Subscription implements WatchHandle {
  readonly filter: WatchFilter
  readonly #options: SubscriptionOptions
  #batch: WatchEvent[] = []
  #waiting: WatchEvent[] = []
  #waitingBytes = 0
  #isBehind = false
  /** While history is read, live events wait. */
  #catchesUp = false
  #isOver = false
  /** Invariant: everything up to here that the filter wants has been handed over or waits. */
  #from: number
  #wake: () => void = () => {}

  constructor(options: SubscriptionOptions) {
    this.#options = options
    this.filter = options.filter
    this.#from = options.from
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** Takes a live change; true when something is now in the batch that `flush` hands over. */
  take(view: ChangeView): boolean {
    if (this.#isOver || view.change.revision <= this.#from) return false
    const event = this.eventOf(view)
    if (!event) return false
    if (!this.#isBehind && !this.#catchesUp) return this.#batch.push(event) === 1
    this.#wait(event)
    return false
  }

  /** What the watcher sees of a change; undefined: nothing. */
  eventOf(view: ChangeView): WatchEvent | undefined {
    const { prefix, key, matches } = this.filter
    if (key === undefined ? !view.change.key.startsWith(prefix) : view.change.key !== key) return undefined
    const sees = (record: ChangeView['after']) => record !== undefined && (!matches || matches(record.object()))
    return view.eventFor({ before: sees(view.before), after: sees(view.after) })
  }

  flush(): void {
    if (this.#batch.length === 0 || this.#isOver) return
    const events = this.#batch
    this.#batch = []
    this.#hand(events)
  }

  #hand(events: readonly WatchEvent[]): void {
    if (!this.#options.watcher.onEvents(events)) this.#isBehind = true
  }

  #wait(event: WatchEvent): void {
    this.#waiting.push(event)
    this.#waitingBytes += event.record.value.bytes.length
    const { events, bytes } = this.#options.budget
    if (this.#waiting.length > events || this.#waitingBytes > bytes) this.end('slow')
  }

  /** Live events wait from now on, until `caughtUp`. */
  catchUp(): void {
    this.#catchesUp = true
  }

  /** Hands over events of history; resolves when the watcher is ready for more. */
  async replay(events: readonly WatchEvent[]): Promise<void> {
    if (events.length > 0 && !this.#isOver) this.#hand(events)
    if (this.#isBehind && !this.#isOver) await new Promise<void>((resolve) => (this.#wake = resolve))
  }

  /** History has been sent up to `revision`. */
  caughtUp(revision: number): void {
    this.#from = revision
    this.#catchesUp = false
    this.#drain()
  }

  resume(): void {
    this.#isBehind = false
    this.#wake()
    if (!this.#catchesUp) this.#drain()
  }

  #drain(): void {
    while (this.#waiting.length > 0 && !this.#isBehind && !this.#isOver) {
      const events = this.#waiting.splice(0, 500)
      for (const event of events) this.#waitingBytes -= event.record.value.bytes.length
      this.#hand(events)
    }
  }

  revision(): number {
    const first = this.#waiting[0]
    if (this.#catchesUp) return this.#options.from
    return first ? first.record.revision - 1 : Math.max(this.#from, this.#options.newest())
  }

  stop(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#batch = []
    this.#waiting = []
    this.#wake()
    this.#options.onStop(this)
  }

  end(reason: 'compacted' | 'slow' | 'closed'): void {
    if (this.#isOver) return
    this.stop()
    this.#options.watcher.onEnd(reason)
  }
}
