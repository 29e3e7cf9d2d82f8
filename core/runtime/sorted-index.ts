import type { Index } from './contract.js'

/** Objects under a key each, kept in order of their names within. What `get` gives never changes afterwards. */
export class SortedIndex<T extends object> implements Index<T> {
  readonly #keysOf: (object: T) => Iterable<string>
  readonly #buckets = new Map<string, Bucket<T>>()

  constructor(keysOf: (object: T) => Iterable<string>) {
    this.#keysOf = keysOf
  }

  get(key: string): readonly T[] {
    const bucket = this.#buckets.get(key)
    if (!bucket) return []
    bucket.lent = true
    return bucket.objects
  }

  keys(): Iterable<string> {
    return this.#buckets.keys()
  }

  /** `name` orders objects and tells them apart. Cost: log of the bucket, plus a copy of it once after each `get`. */
  replace(name: string, old: T | undefined, object: T | undefined): void {
    const kept = object ? new Set(this.#keysOf(object)) : undefined
    if (old) for (const key of this.#keysOf(old)) if (!kept?.has(key)) this.#remove(key, name)
    if (object && kept) for (const key of kept) this.#put(key, name, object)
  }

  #put(key: string, name: string, object: T): void {
    let bucket = this.#buckets.get(key)
    if (!bucket) this.#buckets.set(key, (bucket = { names: [], objects: [], lent: false }))
    ownCopy(bucket)
    const at = placeOf(bucket.names, name)
    if (bucket.names[at] === name) {
      bucket.objects[at] = object
      return
    }
    bucket.names.splice(at, 0, name)
    bucket.objects.splice(at, 0, object)
  }

  #remove(key: string, name: string): void {
    const bucket = this.#buckets.get(key)
    if (!bucket) return
    const at = placeOf(bucket.names, name)
    if (bucket.names[at] !== name) return
    if (bucket.names.length === 1) {
      this.#buckets.delete(key)
      return
    }
    ownCopy(bucket)
    bucket.names.splice(at, 1)
    bucket.objects.splice(at, 1)
  }
}

interface Bucket<T> {
  readonly names: string[]
  objects: T[]
  /** `objects` is in somebody's hands: copied before it changes. */
  lent: boolean
}

function ownCopy<T>(bucket: Bucket<T>): void {
  if (!bucket.lent) return
  bucket.objects = bucket.objects.slice()
  bucket.lent = false
}

/** Where `name` stands or belongs. Most names come last. */
function placeOf(names: readonly string[], name: string): number {
  let low = 0
  let high = names.length
  if (high && names[high - 1]! < name) return high
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]! < name) low = middle + 1
    else high = middle
  }
  return low
}
