/**
 * Values under string keys in UTF-8 byte order: look-up by hash, ranges and counts by prefix. Keys must be well-formed strings.
 * Cost: `get` O(1); `set` of a new key and `delete` O(log n + chunk); `range` O(log n + answer); `count` O(log n + n / chunk). Memory: about 60 bytes a key besides key and value.
 */
export class SortedMap<V> {
  readonly #values = new Map<string, V>()
  /** Invariant: no chunk is empty but the only one; keys rise within and across chunks. */
  #chunks: string[][] = [[]]
  /** Whether every key so far is free of units from U+D800 on, where the order of UTF-16 units and of bytes part. */
  #plain = true

  get size(): number {
    return this.#values.size
  }

  get(key: string): V | undefined {
    return this.#values.get(key)
  }

  has(key: string): boolean {
    return this.#values.has(key)
  }

  set(key: string, value: V): void {
    const known = this.#values.size
    this.#values.set(key, value)
    if (this.#values.size !== known) this.#insert(key)
  }

  delete(key: string): boolean {
    if (!this.#values.delete(key)) return false
    const at = this.#find((other) => this.#compare(other, key) < 0)
    const chunk = this.#chunks[at.chunk] as string[]
    chunk.splice(at.index, 1)
    if (chunk.length === 0 && this.#chunks.length > 1) this.#chunks.splice(at.chunk, 1)
    return true
  }

  /** Keys that begin with `prefix`, in order: those after `after`, when given, and at most `limit`. */
  keys(prefix: string, after?: string, limit = Number.POSITIVE_INFINITY): string[] {
    const end = this.#end(prefix)
    const found: string[] = []
    let { chunk, index } = this.#start(prefix, after)
    while (found.length < limit && (chunk < end.chunk || (chunk === end.chunk && index < end.index))) {
      const keys = this.#chunks[chunk] as string[]
      const stop = Math.min(chunk === end.chunk ? end.index : keys.length, index + limit - found.length)
      for (let at = index; at < stop; at++) found.push(keys[at] as string)
      chunk++
      index = 0
    }
    return found
  }

  /** How many keys `keys(prefix, after)` would answer. */
  count(prefix: string, after?: string): number {
    const start = this.#start(prefix, after)
    const end = this.#end(prefix)
    if (end.chunk < start.chunk) return 0
    let count = end.index - start.index
    for (let chunk = start.chunk; chunk < end.chunk; chunk++) count += (this.#chunks[chunk] as string[]).length
    return Math.max(0, count)
  }

  #insert(key: string): void {
    if (this.#plain && beyondPlain.test(key)) this.#plain = false
    const at = this.#find((other) => this.#compare(other, key) < 0)
    const chunk = this.#chunks[at.chunk] as string[]
    chunk.splice(at.index, 0, key)
    if (chunk.length > chunkKeys) this.#chunks.splice(at.chunk + 1, 0, chunk.splice(chunkKeys / 2))
  }

  #start(prefix: string, after: string | undefined): Position {
    if (after === undefined || this.#compare(after, prefix) < 0) {
      return this.#find((key) => this.#compare(key, prefix) < 0)
    }
    return this.#find((key) => this.#compare(key, after) <= 0)
  }

  #end(prefix: string): Position {
    return this.#find((key) => this.#compare(key, prefix) < 0 || key.startsWith(prefix))
  }

  /** The first position whose key is not `before`; past the last key of the last chunk when all are. */
  #find(before: (key: string) => boolean): Position {
    const chunk = firstIndex(this.#chunks.length, (at) => before((this.#chunks[at] as string[]).at(-1) ?? ''))
    if (chunk === this.#chunks.length) return { chunk: chunk - 1, index: (this.#chunks[chunk - 1] as string[]).length }
    const keys = this.#chunks[chunk] as string[]
    return { chunk, index: firstIndex(keys.length, (at) => before(keys[at] as string)) }
  }

  #compare(a: string, b: string): number {
    return this.#plain ? (a < b ? -1 : a > b ? 1 : 0) : compareKeys(a, b)
  }
}

interface Position {
  readonly chunk: number
  readonly index: number
}

const chunkKeys = 512
const beyondPlain = /[\ud800-\uffff]/

/** Orders strings as their UTF-8 bytes would be: negative, 0 or positive. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) return byteRank(left) - byteRank(right)
  }
  return a.length - b.length
}

/** Surrogates stand for characters beyond U+FFFF, so they rank above every other unit. */
const byteRank = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** The first of `length` ascending indexes that is not `before`. */
function firstIndex(length: number, before: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (before(middle)) low = middle + 1
    else high = middle
  }
  return low
}
