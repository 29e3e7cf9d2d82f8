/** The watches of the in-memory API: in order and complete, unless the test says otherwise. */
import { ChunkQueue } from '../../core/client/chunk-queue.js'
import { TransportError, type TransportStream } from '../../core/client/index.js'
import { apiVersionOf, expired, type KindToken, type KubeObject } from '../../core/meta/index.js'
import { type Committed, type MemoryStore, resourceOf } from './memory-store.js'

interface Watching {
  readonly kind: KindToken<object>
  readonly matches: (object: KubeObject) => boolean
  readonly body: ChunkQueue
  /** Events up to here were sent. */
  sent: number
}

export interface WatchRequest {
  readonly kind: KindToken<object>
  readonly query: URLSearchParams
  readonly matches: (object: KubeObject) => boolean
  readonly signal?: AbortSignal
}

export class MemoryWatches {
  readonly #store: MemoryStore
  readonly #open = new Set<Watching>()
  /** What is not sent for now, so that caches grow stale: everything, or these plurals. */
  held: 'everything' | readonly string[] = []

  constructor(store: MemoryStore) {
    this.#store = store
  }

  get size(): number {
    return this.#open.size
  }

  open({ kind, query, matches, signal }: WatchRequest): TransportStream {
    const sent = Number(query.get('resourceVersion') || 0)
    const body = new ChunkQueue({ consumed() {}, dropped: () => this.#open.delete(watching) })
    const watching: Watching = { kind, matches, body, sent }
    if (sent < this.#store.oldest) {
      const { status } = expired(`too old resource version: ${sent} (${this.#store.oldest})`)
      body.push(line('ERROR', status))
      body.end()
      return { status: 200, headers: {}, chunks: body }
    }
    this.#open.add(watching)
    signal?.addEventListener('abort', () => this.#end(watching, new TransportError('aborted', 'unknown')), {
      once: true,
    })
    this.pump()
    return { status: 200, headers: {}, chunks: body }
  }

  /** Sends what has been committed. */
  pump(): void {
    for (const watching of this.#open) {
      if (this.held === 'everything' || this.held.includes(watching.kind.plural)) continue
      const from = watching.sent
      watching.sent = this.#store.revision
      for (const event of this.#store.since(from)) this.#send(watching, event)
    }
  }

  /** Sends what was held back. */
  release(): void {
    this.held = []
    this.pump()
  }

  /** Tells every watch how far it is. */
  bookmark(): void {
    for (const { body, kind, sent } of this.#open) {
      const metadata = { resourceVersion: String(sent) }
      body.push(line('BOOKMARK', { apiVersion: apiVersionOf(kind), kind: kind.kind, metadata }))
    }
  }

  /** Breaks every connection; what was not delivered is lost with it. */
  cut(): void {
    for (const watching of [...this.#open]) this.#end(watching, new TransportError('connection reset', 'unknown'))
  }

  /** Ends every watch in good order, as a server does after its time. */
  finish(): void {
    for (const watching of [...this.#open]) this.#end(watching)
  }

  /** Forgets the history: whoever resumes from before now is told 410. */
  compact(): void {
    this.#store.oldest = this.#store.revision
  }

  /** Sends an event of the past to the watches of its kind, as no server should: repeated or out of order. */
  send(event: Committed): void {
    for (const watching of this.#open) this.#send(watching, event)
  }

  #send({ kind, matches, body }: Watching, { type, plural, object, old }: Committed): void {
    if (plural !== resourceOf(kind)) return
    const was = old !== undefined && matches(old)
    const is = type !== 'DELETED' && matches(object)
    if (is) body.push(line(was || type !== 'MODIFIED' ? type : 'ADDED', object))
    else if (was) body.push(line('DELETED', object))
  }

  #end(watching: Watching, error?: Error): void {
    if (!this.#open.delete(watching)) return
    watching.body.end(error)
  }
}

function line(type: string, object: unknown): Buffer {
  return Buffer.from(`${JSON.stringify({ type, object })}\n`)
}
