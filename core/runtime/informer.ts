import { type Client, type ObjectEvent, TransportError } from '../client/index.js'
import { Backoff, type Clock, Heap, type Log, type Random, sleep } from '../kit/index.js'
import { type KindToken, type KubeObject, StatusError } from '../meta/index.js'
import type { Change } from './contract.js'
import { ObjectStore } from './object-store.js'

/** Which objects of a kind an informer keeps. */
export interface Narrowing {
  readonly namespace?: string
  readonly labelSelector?: string
  readonly fieldSelector?: string
  /** Only metadata is kept. */
  readonly metadataOnly?: boolean
}

export interface InformerOptions<T extends object> {
  readonly kind: KindToken<T>
  readonly narrowing?: Narrowing
  /** Asked before each list and each watch: under whose rights. */
  readonly client: () => Client
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

type Listener<T> = (change: Change<T>) => void

/**
 * Keeps a kind as the API shows it: lists, then watches from there; after a broken watch it goes on from the last revision (bookmarks move it); when the server has forgotten that (410), it lists anew and tells the difference.
 * Invariant: `revision` never runs ahead of `store`; listeners are called after the store has the change, in order of revision.
 * Deliveries that repeat change nothing; an object made anew under its old name is told as a deletion and an addition; an event that comes out of order makes it list anew.
 */
export class Informer<T extends object = KubeObject> {
  readonly kind: KindToken<T>
  readonly store = new ObjectStore<T>()
  readonly #options: InformerOptions<T>
  readonly #log: Log
  readonly #listeners = new Set<Listener<T>>()
  readonly #waiting = new Heap<{ readonly revision: number; readonly reached: () => void }>(
    (a, b) => a.revision < b.revision,
  )
  readonly #synced: Promise<void>
  #setSynced: () => void = () => {}
  #hasSynced = false
  #revision = 0
  #listNext = true

  constructor(options: InformerOptions<T>) {
    this.kind = options.kind
    this.#options = options
    this.#log = options.log.with({ kind: options.kind.kind })
    this.#synced = new Promise((resolve) => {
      this.#setSynced = resolve
    })
  }

  /** The newest revision of which the store certainly has everything. */
  get revision(): number {
    return this.#revision
  }

  get hasSynced(): boolean {
    return this.#hasSynced
  }

  /** Resolves after the first list. */
  whenSynced(): Promise<void> {
    return this.#synced
  }

  /** Calls for every change from now on; the function returned stops it. */
  onChange(listener: Listener<T>): () => void {
    // A wrapper of its own, so that the same function may listen twice.
    const own: Listener<T> = (change) => listener(change)
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  /** Calls once `revision` is reached: at once, when it is. */
  whenReached(revision: number, reached: () => void): void {
    if (revision <= this.#revision) reached()
    else this.#waiting.push({ revision, reached })
  }

  /** Runs until the signal; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#options
    const backoff = new Backoff({ firstMs: 50, maxMs: 30_000, random })
    let failures = 0
    while (!signal.aborted) {
      const before = this.#revision
      const started = clock.monotonicMs()
      try {
        if (this.#listNext) await this.#list(signal)
        await this.#watch(signal)
      } catch (error) {
        if (signal.aborted) return
        this.#note(error, ++failures)
      }
      if (this.#revision !== before || clock.monotonicMs() - started > 10_000) {
        backoff.reset()
        failures = 0
      } else await sleep(clock, backoff.next(), signal).catch(() => {})
    }
  }

  #note(error: unknown, failures: number): void {
    if (error instanceof StatusError && error.code === 410) {
      this.#listNext = true
      this.#log.debug('the watch is too old: listing anew', { revision: this.#revision })
    } else if (error instanceof OutOfOrder) {
      this.#listNext = true
      this.#log.warn('an event came out of order: listing anew', { revision: this.#revision })
    } else {
      const isGone = this.#hasSynced && error instanceof StatusError && error.code === 404
      const expected = error instanceof TransportError || (isGone && failures < patience)
      this.#log[expected ? 'debug' : 'warn']('list or watch failed', { error })
    }
  }

  async #list(signal: AbortSignal): Promise<void> {
    const { client, kind, narrowing } = this.#options
    const found = new Map<string, T>()
    let next: string | undefined
    let revision: string | undefined
    do {
      const page = await client().list(kind, { ...narrowing, limit: 500, signal, ...(next ? { continue: next } : {}) })
      for (const object of page.items) found.set(this.store.keyOf(object), object)
      revision = page.metadata.resourceVersion ?? revision
      next = page.metadata.continue
    } while (next)
    if (signal.aborted) return
    for (const key of [...this.store.keys()]) if (!found.has(key)) this.#take(key)
    for (const [key, object] of found) this.#put(key, object)
    this.#listNext = false
    this.#reach(Number(revision ?? 0), 'listed')
    this.#hasSynced = true
    this.#setSynced()
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const { client, kind, narrowing, random } = this.#options
    const timeoutSeconds = 300 + Math.floor(random.fraction() * 300)
    const asked = { ...narrowing, resourceVersion: String(this.#revision), timeoutSeconds, signal }
    for await (const events of client().watchOnce(kind, asked)) {
      for (const event of events) this.#apply(event)
      if (signal.aborted) return
    }
  }

  #apply({ type, object }: ObjectEvent<T>): void {
    const { metadata } = object as unknown as KubeObject
    const revision = Number(metadata.resourceVersion)
    if (type === 'BOOKMARK') {
      this.#reach(revision, 'watched')
      return
    }
    const key = this.store.keyOf(object)
    if (revision <= this.#revision) {
      if (this.#repeats(key, type, revision)) return
      throw new OutOfOrder()
    }
    if (type === 'DELETED') this.#take(key, object)
    else this.#put(key, object)
    this.#reach(revision, 'watched')
  }

  /** Whether an event from the past says what the store knows already. */
  #repeats(key: string, type: string, revision: number): boolean {
    const known = this.store.get(key) as unknown as KubeObject | undefined
    if (!known) return type === 'DELETED'
    return Number(known.metadata.resourceVersion) >= revision
  }

  #put(key: string, object: T): void {
    const { metadata } = object as unknown as KubeObject
    const known = this.store.get(key) as unknown as KubeObject | undefined
    if (known && known.metadata.uid !== metadata.uid) this.#take(key)
    else if (known && known.metadata.resourceVersion === metadata.resourceVersion) return
    metadata.managedFields = undefined
    const old = this.store.replace(key, object)
    this.#tell(old ? { type: 'changed', object, old } : { type: 'added', object })
  }

  #take(key: string, last?: T): void {
    const old = this.store.replace(key, undefined)
    if (old) this.#tell({ type: 'deleted', object: last ?? old, old })
  }

  #tell(change: Change<T>): void {
    for (const listener of this.#listeners) {
      try {
        listener(change)
      } catch (error) {
        this.#log.error('a listener threw', { error })
      }
    }
  }

  /** A list may go back: the server's data was restored from a backup. */
  #reach(revision: number, how: 'listed' | 'watched'): void {
    if (!Number.isSafeInteger(revision)) return
    if (revision > this.#revision || how === 'listed') this.#revision = revision
    for (let first = this.#waiting.peek(); first && first.revision <= this.#revision; first = this.#waiting.peek()) {
      this.#waiting.pop()
      first.reached()
    }
  }
}

/** A kind that was there and is not found so often in a row, 3 s or so, is told of: whoever follows it may be about to stop, as its definition is gone. */
const patience = 6

class OutOfOrder extends Error {}
