import { controllerOf, type KubeObject, objectKey } from '../meta/index.js'
import type { Index } from './contract.js'
import { SortedIndex } from './sorted-index.js'

/** Objects of one kind by key, with look-ups that are built when first asked for and kept up to date. */
export class ObjectStore<T extends object = KubeObject> {
  readonly #objects = new Map<string, T>()
  readonly #indexes = new Map<(object: T) => Iterable<string>, SortedIndex<T>>()

  get size(): number {
    return this.#objects.size
  }

  get(key: string): T | undefined {
    return this.#objects.get(key)
  }

  keys(): Iterable<string> {
    return this.#objects.keys()
  }

  list(namespace?: string): readonly T[] {
    return namespace === undefined ? [...this.#objects.values()] : this.index<T>(namespaceOf).get(namespace)
  }

  controlledBy(ownerUid: string): readonly T[] {
    return this.index<T>(controllerUid).get(ownerUid)
  }

  /** Those without a controller. */
  orphans(namespace: string): readonly T[] {
    return this.index<T>(orphanage).get(namespace)
  }

  /** The same function gives the same index. Cost at first use: one pass. */
  index<O extends T>(keysOf: (object: O) => Iterable<string>): Index<O> {
    const read = keysOf as (object: T) => Iterable<string>
    let index = this.#indexes.get(read)
    if (!index) {
      index = new SortedIndex(read)
      for (const [key, object] of this.#objects) index.replace(key, undefined, object)
      this.#indexes.set(read, index)
    }
    return index as unknown as Index<O>
  }

  /** Puts, or with undefined takes away; gives what was there. */
  replace(key: string, object: T | undefined): T | undefined {
    const old = this.#objects.get(key)
    if (object) this.#objects.set(key, object)
    else this.#objects.delete(key)
    for (const index of this.#indexes.values()) index.replace(key, old, object)
    return old
  }

  keyOf(object: T): string {
    return objectKey(object as unknown as KubeObject)
  }
}

const namespaceOf = (object: object) => [(object as KubeObject).metadata.namespace ?? '']

const controllerUid = (object: object) => {
  const owner = controllerOf(object as KubeObject)
  return owner ? [owner.uid] : []
}

const orphanage = (object: object) =>
  controllerOf(object as KubeObject) ? [] : [(object as KubeObject).metadata.namespace ?? '']
