/** One watcher's place in the stream: what it is still owed, and whether it is keeping up. */
import type { KubeObject } from '../meta/index.js'
import type { SeenChange } from './changes.js'
import type { Watcher, WatchEvent, WatchFilter } from './contract.js'
import { fieldValue, labelValue } from './equality.js'

/** How far a watcher may fall behind before it is ended with `slow`. */
export interface WatchBudget {
  readonly events: number
  readonly bytes: number
}

/** More than these take longer to be asked than the rest of what a change costs. */
const fewRequirements = 16
/** Events handed over in one call at most. */
const batchEvents = 500

export type EndReason = Parameters<Watcher['onEnd']>[0]

export class Subscription {
  readonly #watcher: Watcher
  readonly prefix: string
  readonly #key: string | undefined
  readonly #matches: ((object: KubeObject) => boolean) | undefined
  readonly #budget: WatchBudget
  readonly #onOver: () => void
  readonly #onError: (error: unknown) => void
  #backlog: WatchEvent[] = []
  #backlogBytes = 0
  /** Changes that it has not looked at. */
  #later: SeenChange[] = []
  #nextLater = 0
  /** Its selector asks so much that it looks at changes in slices. */
  readonly isCostly: boolean
  /** Everything up to here was looked at for this watcher. */
  #seen: number
  #isPaused = false
  #isDraining = false
  #isOver = false
  /** Called when the watcher has taken what it was owed, while it is being replayed to. */
  onDrained: (() => void) | undefined

  constructor(parts: {
    readonly filter: WatchFilter
    readonly from: number
    readonly watcher: Watcher
    readonly budget: WatchBudget
    readonly onOver: () => void
    /** Told what the watcher threw. */
    readonly onError: (error: unknown) => void
  }) {
    this.#watcher = parts.watcher
    this.prefix = parts.filter.prefix
    this.#key = parts.filter.key
    this.#matches = matcherOf(parts.filter)
    this.isCostly = (parts.filter.requirements ?? 0) > fewRequirements
    this.#seen = parts.from
    this.#budget = parts.budget
    this.#onOver = parts.onOver
    this.#onError = parts.onError
  }

  isOver(): boolean {
    return this.#isOver
  }

  /** Everything up to this revision was looked at. */
  seen(): number {
    return this.#seen
  }

  /** Everything that it wants up to this revision was delivered. Never goes back. */
  sent(): number {
    const owed = this.#backlog[0]
    return owed ? owed.record.revision - 1 : this.#seen
  }

  /** Whether it is owed nothing at the moment. */
  isEmpty(): boolean {
    return this.#backlog.length === 0 && this.#later.length === 0
  }

  /** Keeps a change to be looked at; `lookOn` does. Ends the watcher when there are too many. */
  offerLater(change: SeenChange): void {
    if (this.#isOver) return
    this.#later.push(change)
    if (this.#later.length - this.#nextLater > 2 * this.#budget.events) this.end('slow')
  }

  /** Looks at the next change that was kept; answers whether there was one. */
  lookOn(): boolean {
    const change = this.#later[this.#nextLater]
    if (!change) {
      this.#later = []
      this.#nextLater = 0
      return false
    }
    this.#nextLater++
    this.offer(change)
    return true
  }

  /** Looks at a change; answers whether the watcher is now owed an event of it. Changes that it has seen, and those at or before its start, are left out. */
  offer(change: SeenChange): boolean {
    if (this.#isOver || change.revision <= this.#seen) return false
    this.#seen = change.revision
    if (this.#key === undefined ? !change.key.startsWith(this.prefix) : change.key !== this.#key) return false
    const event = change.eventFor(this.#matches)
    if (!event) return false
    this.#backlog.push(event)
    this.#backlogBytes += event.record.value.bytes.byteLength
    return true
  }

  /** Notes that nothing up to `revision` is owed besides what was offered. */
  advance(revision: number): void {
    if (revision > this.#seen) this.#seen = revision
  }

  resume(): void {
    if (!this.#isPaused || this.#isOver) return
    this.#isPaused = false
    this.drain()
  }

  /** Hands over what is owed until the watcher says it is behind. Ends it when it has fallen too far behind. */
  drain(): void {
    if (this.#isDraining) return
    this.#isDraining = true
    try {
      while (!this.#isOver && !this.#isPaused && this.#backlog.length > 0) this.#deliver()
    } finally {
      this.#isDraining = false
    }
    if (this.#isOver) return
    if (this.#backlog.length > this.#budget.events || this.#backlogBytes > this.#budget.bytes) this.end('slow')
    else if (!this.#isPaused) this.onDrained?.()
  }

  #deliver(): void {
    const batch = this.#backlog.length <= batchEvents ? this.#backlog : this.#backlog.slice(0, batchEvents)
    this.#backlog = this.#backlog.length <= batchEvents ? [] : this.#backlog.slice(batchEvents)
    for (const event of batch) this.#backlogBytes -= event.record.value.bytes.byteLength
    this.#isPaused = true
    let isReady = false
    try {
      isReady = this.#watcher.onEvents(batch)
    } catch (error) {
      this.#onError(error)
      this.end('closed')
    }
    if (isReady) this.#isPaused = false
  }

  /** Ends the watcher; `undefined`: it left by itself, and is not told. */
  end(reason: EndReason | undefined): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#later = []
    this.#nextLater = 0
    this.#backlog = []
    this.#backlogBytes = 0
    this.#onOver()
    this.onDrained?.()
    if (reason) this.#watcher.onEnd(reason)
  }
}

/** `matches` decides when given; else the equalities themselves do. */
function matcherOf({ matches, labels = [], fields = [] }: WatchFilter): WatchFilter['matches'] {
  if (matches || (labels.length === 0 && fields.length === 0)) return matches
  return (object) =>
    labels.every(([name, value]) => labelValue(object, name) === value) &&
    fields.every(([path, value]) => fieldValue(object, path) === value)
}
