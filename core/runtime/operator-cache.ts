import type { Clock } from '../kit/index.js'
import { groupResource, type KindToken, type KubeObject } from '../meta/index.js'
import type { Cache, Change, Index } from './contract.js'
import type { Informer } from './informer.js'

/** Milliseconds after which a wait for one's own writes is given up. */
export const ownWritesMs = 5 * 60_000

/** The Cache of one operator: the informers of what it declared, and nothing else. */
export class OperatorCache implements Cache {
  readonly #operator: string
  readonly #clock: Clock
  readonly #informers = new Map<string, Informer<object>>()
  readonly #stops: (() => void)[] = []

  constructor(operator: string, informers: Iterable<Informer<object>>, clock: Clock) {
    this.#operator = operator
    this.#clock = clock
    for (const informer of informers) {
      const name = groupResource(informer.kind)
      if (this.#informers.has(name)) throw new Error(`operator ${operator} declares ${name} twice`)
      this.#informers.set(name, informer)
    }
  }

  /** Throws when the operator has not declared the kind. */
  informer<T extends object = KubeObject>(kind: KindToken<T>): Informer<T> {
    const informer = this.#informers.get(groupResource(kind))
    if (!informer) throw new Error(`operator ${this.#operator} has not declared ${groupResource(kind)}`)
    return informer as unknown as Informer<T>
  }

  get<T extends object = KubeObject>(
    kind: KindToken<T>,
    place: { readonly namespace?: string; readonly name: string },
  ): T | undefined {
    const key = kind.namespaced ? `${place.namespace}/${place.name}` : place.name
    return this.informer(kind).store.get(key)
  }

  list<T extends object = KubeObject>(kind: KindToken<T>, namespace?: string): readonly T[] {
    return this.informer(kind).store.list(namespace)
  }

  controlledBy<T extends object = KubeObject>(kind: KindToken<T>, ownerUid: string): readonly T[] {
    return this.informer(kind).store.controlledBy(ownerUid)
  }

  index<T extends object>(kind: KindToken<T>, keysOf: (object: T) => Iterable<string>): Index<T> {
    return this.informer(kind).store.index(keysOf)
  }

  onChange<T extends object>(kind: KindToken<T>, listener: (change: Change<T>) => void): () => void {
    const stop = this.informer(kind).onChange(listener)
    this.#stops.push(stop)
    return stop
  }

  reached(kind: KindToken<object>, resourceVersion: string): Promise<void> {
    const informer = this.informer(kind)
    return new Promise((resolve, reject) => {
      const timer = this.#clock.after(ownWritesMs, () =>
        reject(new Error(`the cache of ${groupResource(kind)} did not reach revision ${resourceVersion} in 5 minutes`)),
      )
      informer.whenReached(Number(resourceVersion), () => {
        timer.cancel()
        resolve()
      })
    })
  }

  /** No listener is called any more. */
  close(): void {
    for (const stop of this.#stops.splice(0)) stop()
  }
}
