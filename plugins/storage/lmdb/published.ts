/** What everybody may see: the revision of each key in an index in memory, the values in the file and, the last used of them, in a cache. */
import { LRUCache } from 'lru-cache'
import { SortedMap } from '../../../core/kit/index.js'
import type { Change, Entry, StoredValue } from '../../../core/storage/contract.js'
import type { StoreFile } from './file.js'
import type { Version } from './stored-form.js'

/** About what an entry takes besides its bytes. */
const entryBytes = 250

/** Reads are synchronous; they throw `Reopening` when the file is not open and the value not in the cache. */
export class Published {
  readonly #file: StoreFile
  /** What stands there until a write of the key is published, if one is pending. */
  readonly #beneath: (key: string) => Entry | undefined
  readonly #cache: LRUCache<string, Entry>
  readonly index = new SortedMap<number>()

  constructor(parts: {
    readonly file: StoreFile
    readonly cacheBytes: number
    readonly beneath: (key: string) => Entry | undefined
  }) {
    this.#file = parts.file
    this.#beneath = parts.beneath
    this.#cache = new LRUCache({
      maxSize: parts.cacheBytes,
      sizeCalculation: ({ value }) => value.bytes.byteLength + entryBytes,
    })
  }

  get(key: string): Entry | undefined {
    const revision = this.index.get(key)
    return revision === undefined ? undefined : (this.#cache.get(key) ?? this.#load(key, revision))
  }

  /** Entries of keys that are there. So many that they would push everything else out of the cache are not put into it. */
  entries(keys: readonly string[]): Entry[] {
    const entries: Entry[] = new Array(keys.length)
    const usualBytes = this.#cache.size === 0 ? 1000 : this.#cache.calculatedSize / this.#cache.size
    const isKept = keys.length * usualBytes < this.#cache.maxSize / 2
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as string
      entries[at] = this.#cache.get(key) ?? this.#load(key, this.index.get(key) as number, isKept)
    }
    return entries
  }

  take({ key, revision, value }: Change): void {
    if (value) {
      this.index.set(key, revision)
      this.#cache.set(key, { key, revision, value })
    } else {
      this.index.delete(key)
      this.#cache.delete(key)
    }
  }

  /** The whole version of a key that is published. */
  version(key: string, revision: number): Version {
    return this.#read(key, () => {
      const version = this.#file.current(key)
      return version?.revision === revision && version.key === key ? version : undefined
    })
  }

  /** A later version may be on disk already: then what stood before is at hand. */
  #load(key: string, revision: number, isKept = true): Entry {
    const beneath = this.#beneath(key)
    if (beneath) return beneath
    const value: StoredValue = this.#read(key, () => this.#file.value(key, revision))
    const entry = { key, revision, value }
    if (isKept) this.#cache.set(key, entry)
    return entry
  }

  #read<T>(key: string, read: () => T | undefined): T {
    const found = read()
    if (found) return found
    this.#file.refresh()
    const again = read()
    if (again) return again
    throw this.#file.damaged(`key ${JSON.stringify(key)} is not what was written to it`)
  }
}
