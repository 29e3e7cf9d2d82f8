/** What the runtime hands to operators: caches and queues. */
import type { KindToken, KubeObject } from '../meta/index.js'

/**
 * Objects of the kinds that an operator has declared, as the API last showed them; asking for another kind throws.
 * Invariant: what it gives is shared by all operators of the process: never change it, copy first. `metadata.managedFields` is left out.
 */
export interface Cache {
  get<T extends object = KubeObject>(
    kind: KindToken<T>,
    place: { readonly namespace?: string; readonly name: string },
  ): T | undefined
  /** In no particular order. Cost: one pass over the kind. */
  list<T extends object = KubeObject>(kind: KindToken<T>, namespace?: string): readonly T[]
  /** Objects whose controller has this uid, in order of name. Cost: a look-up. */
  controlledBy<T extends object = KubeObject>(kind: KindToken<T>, ownerUid: string): readonly T[]
  /** A look-up that is kept up to date: objects by each of the keys that `keysOf` gives. The same function gives the same index; name it once, outside of loops. */
  index<T extends object>(kind: KindToken<T>, keysOf: (object: T) => Iterable<string>): Index<T>
  /** Calls for every change from now on, after the cache has it; stop with the function returned, or by the operator's end. Throwing in `listener` is logged. */
  onChange<T extends object>(kind: KindToken<T>, listener: (change: Change<T>) => void): () => void
  /** Resolves when the cache of this kind has reached `resourceVersion`: to read one's own writes. Rejects after 5 minutes. */
  reached(kind: KindToken<object>, resourceVersion: string): Promise<void>
}

export interface Index<T> {
  get(key: string): readonly T[]
  keys(): Iterable<string>
}

/** `old` is there unless `added`. For `deleted`, `object` is the last state. After a disconnection, several changes may come as one. */
export interface Change<T = KubeObject> {
  readonly type: 'added' | 'changed' | 'deleted'
  readonly object: T
  readonly old?: T
}

/** Keys to be worked at: each once, first come first served, never two workers for one key. */
export interface Queue {
  /** Cost: a Map look-up. A key that is worked at now comes again afterwards. */
  add(key: string): void
  addAfter(key: string, delayMs: number): void
  /** Works until the operator's signal. A rejected `work` is logged and tried again, with a delay that doubles from 5 ms to 5 minutes until one resolves. */
  run(work: (key: string) => Promise<void>, options?: { readonly concurrency?: number }): Promise<void>
}
