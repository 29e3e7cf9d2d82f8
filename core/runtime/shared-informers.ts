import type { Client } from '../client/index.js'
import type { Clock, Log, Random } from '../kit/index.js'
import type { KindToken } from '../meta/index.js'
import { Informer, type Narrowing } from './informer.js'

interface Shared {
  readonly informer: Informer<object>
  /** The clients of those who use it; the first one's rights are used. */
  readonly clients: Client[]
  readonly stop: AbortController
  readonly ended: Promise<void>
}

/** One informer a kind and narrowing for all operators of a process; it runs while somebody holds it. */
export class SharedInformers {
  readonly #parts: { readonly clock: Clock; readonly random: Random; readonly log: Log }
  readonly #shared = new Map<string, Shared>()

  constructor(parts: { readonly clock: Clock; readonly random: Random; readonly log: Log }) {
    this.#parts = parts
  }

  /** `release` resolves when the informer, held by nobody else, has stopped. */
  hold<T extends object>(
    kind: KindToken<T>,
    narrowing: Narrowing,
    client: Client,
  ): { readonly informer: Informer<T>; release(): Promise<void> } {
    const key = keyOf(kind, narrowing)
    let shared = this.#shared.get(key)
    if (!shared) this.#shared.set(key, (shared = this.#start(kind, narrowing)))
    shared.clients.push(client)
    const held = shared
    let released: Promise<void> | undefined
    return {
      informer: held.informer as unknown as Informer<T>,
      release: () => (released ??= this.#release(key, held, client)),
    }
  }

  /** How many objects are kept, by kind: for metrics. */
  sizes(): readonly { readonly kind: string; readonly objects: number }[] {
    return [...this.#shared].map(([kind, { informer }]) => ({ kind, objects: informer.store.size }))
  }

  #start(kind: KindToken<object>, narrowing: Narrowing): Shared {
    const clients: Client[] = []
    const stop = new AbortController()
    const informer = new Informer<object>({ ...this.#parts, kind, narrowing, client: () => clients[0]! })
    const shared = { informer, clients, stop, ended: Promise.resolve().then(() => informer.run(stop.signal)) }
    return shared
  }

  async #release(key: string, shared: Shared, client: Client): Promise<void> {
    shared.clients.splice(shared.clients.indexOf(client), 1)
    if (shared.clients.length) return
    this.#shared.delete(key)
    shared.stop.abort()
    await shared.ended
  }
}

function keyOf(kind: KindToken<object>, narrowing: Narrowing): string {
  const { namespace = '', labelSelector = '', fieldSelector = '', metadataOnly = false } = narrowing
  const name = `${kind.plural}.${kind.version}.${kind.group}`
  return [name, namespace, labelSelector, fieldSelector, metadataOnly].join('|')
}
