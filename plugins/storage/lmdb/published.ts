/** What everybody may see: the revision of each key in memory, the values in the file and, the last used of them, in memory too. */
import type { Change, Entry, StoredValue } from '../../../core/storage/contract.js'
import type { StoreFile } from './file.js'
import { Slots } from './slots.js'
import type { Version } from './stored-form.js'

/** Reads are synchronous; they throw `Reopening` when the file is not open and the value not in memory. */
export class Published {
  readonly #file: StoreFile
  /** What stands there until a write of the key is published, if one is pending. */
  readonly #beneath: (key: string) => Entry | undefined
  readonly slots: Slots

  constructor(parts: {
    readonly file: StoreFile
    readonly cacheBytes: number
    readonly beneath: (key: string) => Entry | undefined
  }) {
    this.#file = parts.file
    this.#beneath = parts.beneath
    this.slots = new Slots(parts.cacheBytes)
  }

  get(key: string): Entry | undefined {
    const entry = this.slots.entry(key)
    if (entry) return entry
    const revision = this.slots.revision(key)
    return revision === undefined ? undefined : this.#load(key, revision)
  }

  /** Entries of keys that are there. So many that they would push most else out of memory are not kept in it. Ends where they have come to `bytes`. */
  entries(keys: readonly string[], bytes = Number.POSITIVE_INFINITY): Entry[] {
    const entries: Entry[] = new Array(keys.length)
    const isKept = !this.slots.isTooMany(keys.length)
    let at = 0
    for (let left = bytes; at < keys.length && left > 0; at++) {
      const key = keys[at] as string
      const entry = this.slots.entry(key) ?? this.#load(key, this.slots.revision(key) as number, isKept)
      entries[at] = entry
      left -= entry.value.bytes.byteLength
    }
    entries.length = at
    return entries
  }

  take({ key, revision, value }: Change): void {
    if (value) {
      this.slots.publish(key, revision)
      this.slots.keep({ key, revision, value })
    } else this.slots.delete(key)
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
    if (isKept) this.slots.keep(entry)
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
