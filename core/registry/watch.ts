/** The verb watch: the present state when asked for, then every change, without a gap between them. */
import { type MaybePromise, pauseNow, whenThere } from '../kit/index.js'
import { expired, internalError, type Status, StatusError } from '../meta/index.js'
import { CompactedError, type Page, StoredRecord } from '../storage/index.js'
import type { WatchEvent, WatchFilter, WatchHandle } from '../watch/index.js'
import type { Ground } from './ground.js'
import { awaitRevision } from './resource-version.js'
import { fieldEqualities, labelEqualities, readSelection, type Selection } from './selection.js'
import { lateDeliveries } from './late-events.js'
import { shareAnswers } from './shared-answers.js'
import { keyOf, prefixOf, type Shelf } from './shelf.js'
import type { Delivery, Resource, Target, WatchOptions, WatchReceiver } from './verbs.js'
import { readWatchQuery, type WatchQuery } from './watch-query.js'
import { whenConvertible } from './when-convertible.js'
import { pageBytes } from './page-bytes.js'

export interface Watching {
  resume(): void
  stop(): void
  bookmark(): void
}

/** Objects of the present state that are read and delivered at once, and the bytes of their values: of everyday objects the number counts. */
const statePage = 500
const stateBytes = 4 * pageBytes

/** Deliveries may begin before this resolves. Throws 400 and 422 for the parameters, 429 for a state that can't be converted; a start that is too old ends the stream with 410, a state that does not come with 504, as upstream. */
export async function watch(
  ground: Ground,
  target: Target,
  asked: { readonly options: WatchOptions; readonly receiver: WatchReceiver },
): Promise<Watching> {
  const { options, receiver } = asked
  const shelf = ground.catalog.shelf(target.resource.definition)
  const selection = readSelection(shelf, target, options)
  const query = readWatchQuery(options)
  if (query.sendsState && query.from > ground.log.revision()) {
    const status = await failureToReach(ground, query.from)
    if (status) return endedWatch(receiver, status)
  }
  const feed = new Feed(ground, { shelf, resource: target.resource, selection, query, receiver })
  if (query.sendsState) await feed.readState()
  else feed.follow(query.from || ground.log.revision())
  return feed
}

async function failureToReach(ground: Ground, revision: number): Promise<Status | undefined> {
  try {
    await awaitRevision(ground, revision)
    return undefined
  } catch (error) {
    if (error instanceof StatusError) return error.status
    throw error
  }
}

function endedWatch(receiver: WatchReceiver, status: Status): Watching {
  receiver.end(status)
  return { resume() {}, stop() {}, bookmark() {} }
}

interface Subscription {
  readonly shelf: Shelf
  readonly resource: Resource
  readonly selection: Selection
  readonly query: WatchQuery
  readonly receiver: WatchReceiver
}

/** One watch. Invariant: what is delivered is the state at one revision, then each change after it, once and in order. */
class Feed implements Watching {
  readonly #ground: Ground
  readonly #in: Subscription
  #live: WatchHandle | undefined
  /** Set while the state is being sent and the receiver is behind: goes on. */
  #wake: (() => void) | undefined
  /** The receiver has caught up since the last page began. */
  #isReady = false
  #isOver = false
  #isConverting = false

  constructor(ground: Ground, subscription: Subscription) {
    this.#ground = ground
    this.#in = subscription
  }

  /** Resolves when the first page is read; the rest follows as the receiver takes it. */
  async readState(): Promise<void> {
    const first = await this.#page(undefined, undefined)
    const { conversion } = this.#in.shelf.definition
    const converted = conversion ? await whenConvertible(this.#read(first)) : undefined
    void this.#sendState(first, converted).catch((error: unknown) => this.#fail(error))
  }

  #page(after: string | undefined, revision: number | undefined): Page | Promise<Page> {
    const { shelf, selection } = this.#in
    const prefix = prefixOf(shelf, selection.namespace)
    return this.#ground.storage.list({
      prefix,
      limit: this.#in.receiver.atOnce ?? statePage,
      bytes: stateBytes,
      ...(after === undefined ? {} : { after }),
      ...(revision === undefined ? {} : { revision }),
    })
  }

  /** `converted`: what is made of the first page, where that has been asked for. */
  async #sendState(first: Page, converted: readonly Delivery[] | undefined): Promise<void> {
    let page = first
    for (;;) {
      // A small state goes at once, as the head of its answer does.
      const pause = page !== first && pauseNow()
      if (pause) await pause
      this.#isReady = false
      const isReady = await this.#sendPage(page, page === first ? converted : undefined)
      if (!page.more) break
      if (!isReady && !this.#isReady && !this.#isOver) await new Promise<void>((wake) => void (this.#wake = wake))
      if (this.#isOver) return
      page = await this.#page(page.entries.at(-1)!.key, first.revision)
    }
    if (this.#isOver) return
    if (this.#in.query.marksEnd) {
      this.#in.receiver.deliver([{ kind: 'bookmark', revision: first.revision, initialEventsEnd: true }])
    }
    this.follow(first.revision)
  }

  /** Apart, so that nothing holds what was delivered while its receiver is waited for: of a hundred watchers that made collections of garbage twice as long. */
  async #sendPage(page: Page, converted: readonly Delivery[] | undefined): Promise<boolean> {
    const deliveries = converted ?? (await this.#read(page))
    return this.#isOver || deliveries.length === 0 || this.#in.receiver.deliver(deliveries)
  }

  async #read({ entries }: Page): Promise<readonly Delivery[]> {
    const { selection } = this.#in
    const events: WatchEvent[] = []
    for (const { key, revision, value } of entries) {
      const pause = selection.matches && pauseNow()
      if (pause) await pause
      const record = new StoredRecord(key, revision, value)
      if (selection.selects(record)) events.push(stateEvent(record))
    }
    return this.#deliveries(events)
  }

  #deliveries(events: readonly WatchEvent[]): MaybePromise<readonly Delivery[]> {
    const { shelf, resource, selection } = this.#in
    if (selection.late.length > 0) return lateDeliveries(events, { shelf, resource, selection })
    const others = events.filter(({ record }) => record.value.stamp !== resource.version.stamp)
    if (others.length === 0) return events.map((event) => ({ kind: 'shared', event }))
    const records = others.map(({ record }) => record)
    return whenThere(shareAnswers(shelf, resource, records), (answers) => {
      let next = 0
      return events.map((event): Delivery => {
        const answer = event === others[next] ? answers[next++]! : undefined
        return answer && 'object' in answer
          ? { kind: 'own', type: event.type, object: answer.object }
          : { kind: 'shared', event }
      })
    })
  }

  /** False also while a webhook is asked: nothing more comes before its answer, and memory holds one batch. */
  #take(events: readonly WatchEvent[]): boolean {
    const { receiver } = this.#in
    const deliveries = this.#deliveries(events)
    if (!(deliveries instanceof Promise)) return deliveries.length === 0 || receiver.deliver(deliveries)
    this.#isConverting = true
    deliveries.then(
      (converted) => {
        this.#isConverting = false
        if (!this.#isOver && (converted.length === 0 || receiver.deliver(converted))) this.#live?.resume()
      },
      (error: unknown) => this.#fail(error),
    )
    return false
  }

  /** Delivers everything after `revision`. */
  follow(revision: number): void {
    const { shelf, selection } = this.#in
    this.#live = this.#ground.log.watch(filterOf(shelf, selection), revision, {
      onEvents: (events) => this.#take(events),
      onEnd: (reason) => this.#end(reason === 'compacted' ? tooOld(revision, this.#ground) : undefined),
    })
    if (this.#isOver) this.#live.stop()
  }

  resume(): void {
    const wake = this.#wake
    this.#wake = undefined
    this.#isReady = true
    if (wake) wake()
    else if (!this.#isConverting) this.#live?.resume()
  }

  stop(): void {
    this.#isOver = true
    this.#wake?.()
    this.#live?.stop()
  }

  bookmark(): void {
    if (!this.#live || this.#isOver || this.#isConverting) return
    this.#in.receiver.deliver([{ kind: 'bookmark', revision: this.#live.revision(), initialEventsEnd: false }])
  }

  #fail(error: unknown): void {
    if (error instanceof CompactedError) this.#end(tooOld(0, this.#ground))
    else this.#end((error instanceof StatusError ? error : internalError(String(error))).status)
    this.#live?.stop()
  }

  #end(status: Status | undefined): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#in.receiver.end(status)
  }
}

/** The present state of an object as an event of its own: nobody shares it. */
function stateEvent(record: StoredRecord): WatchEvent {
  return { type: 'ADDED', record, frame: () => Buffer.concat([addedHead, record.bytes(), tail]) }
}

const addedHead = Buffer.from('{"type":"ADDED","object":')
const tail = Buffer.from('}\n')

function filterOf(shelf: Shelf, selection: Selection): WatchFilter {
  const { namespace, name, matches } = selection
  const isOne = name && (namespace || !shelf.definition.namespaced)
  return {
    prefix: prefixOf(shelf, namespace),
    ...(isOne ? { key: keyOf(shelf, namespace, name) } : {}),
    labels: labelEqualities(selection),
    fields: fieldEqualities(selection).filter(([path]) => !shelf.plugin?.fields?.[path]),
    ...(matches ? { matches, requirements: selection.labels.length + selection.fields.length } : {}),
  }
}

const tooOld = (from: number, { storage }: Ground): Status =>
  expired(`too old resource version: ${from} (${storage.oldestRevision()})`).status
