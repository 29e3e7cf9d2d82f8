/** The keys of one kind by the value of one label or field. */
import { type Clock, compareKeys } from '../kit/index.js'
import { type Storage, StoredRecord } from '../storage/index.js'
import type { CommittedChange, WatchLog } from './contract.js'
import { fieldValue, labelValue } from './equality.js'
import type { Equality } from './indexes.js'

/** Objects read in one go while an index is built; the event loop turns in between. */
const pageEntries = 200

export class KeyIndex {
  readonly #prefix: string
  readonly #by: 'label' | 'field'
  readonly #name: string
  /** What the stored JSON of an object with such a label or field contains. */
  readonly #trace: Buffer
  /** Sorted keys by value. */
  readonly #keys = new Map<string, string[]>()
  #end = () => {}
  #isBuilt = false
  #isClosed = false

  constructor(prefix: string, { by, name }: Equality) {
    this.#prefix = prefix
    this.#by = by
    this.#name = name
    this.#trace = Buffer.from(`${JSON.stringify(by === 'label' ? name : name.slice(name.lastIndexOf('.') + 1))}:`)
  }

  /** A copy; undefined while the index is being built. */
  keys(value: string, within: string): string[] | undefined {
    if (!this.#isBuilt) return undefined
    const keys = this.#keys.get(value) ?? []
    if (within === this.#prefix) return keys.slice()
    const start = firstNotBefore(keys, (key) => compareKeys(key, within) < 0)
    return keys.slice(
      start,
      firstNotBefore(keys, (key) => compareKeys(key, within) < 0 || key.startsWith(within)),
    )
  }

  /** Reads the present objects page by page, then lays the changes since over them and follows the log. */
  async build({ storage, log, clock }: { storage: Storage; log: WatchLog; clock: Clock }): Promise<void> {
    const early: CommittedChange[] = []
    this.#end = log.tap(this.#prefix, (change) => {
      if (this.#isBuilt) this.#take(change)
      else early.push(change)
    })
    const range = { prefix: this.#prefix, limit: pageEntries }
    let page = await storage.list(range)
    const { revision } = page
    for (;;) {
      for (const entry of page.entries) this.#add(new StoredRecord(entry.key, entry.revision, entry.value))
      const last = page.entries.at(-1)
      if (!page.more || !last || this.#isClosed) break
      await new Promise<void>((resolve) => clock.after(0, resolve))
      page = await storage.list({ ...range, after: last.key, revision })
    }
    for (const change of early) if (change.revision > revision) this.#take(change)
    this.#isBuilt = !this.#isClosed
  }

  close(): void {
    this.#isClosed = true
    this.#isBuilt = false
    this.#end()
    this.#keys.clear()
  }

  #take({ before, after }: CommittedChange): void {
    const was = before && this.#valueOf(before)
    const is = after && this.#valueOf(after)
    if (was === is) return
    if (before && was !== undefined) this.#remove(before.key, was)
    if (after) this.#add(after)
  }

  #add(record: StoredRecord): void {
    const value = this.#valueOf(record)
    if (value === undefined) return
    const keys = this.#keys.get(value)
    if (!keys) this.#keys.set(value, [record.key])
    else if (compareKeys(keys.at(-1) as string, record.key) < 0) keys.push(record.key)
    else keys.splice(placeOf(keys, record.key), 0, record.key)
  }

  #remove(key: string, value: string): void {
    const keys = this.#keys.get(value) ?? []
    const at = placeOf(keys, key)
    if (keys[at] === key) keys.splice(at, 1)
    if (keys.length === 0) this.#keys.delete(value)
  }

  /** Undefined: a label that the object does not have. Most objects without are told by their bytes, unparsed. */
  #valueOf(record: StoredRecord): string | undefined {
    const { bytes } = record.value
    if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(this.#trace)) {
      return this.#by === 'label' ? undefined : ''
    }
    return this.#by === 'label' ? labelValue(record.object(), this.#name) : fieldValue(record.object(), this.#name)
  }
}

const placeOf = (keys: readonly string[], key: string): number =>
  firstNotBefore(keys, (other) => compareKeys(other, key) < 0)

/** The index of the first key that is not `before`. */
function firstNotBefore(keys: readonly string[], before: (key: string) => boolean): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (before(keys[middle] as string)) low = middle + 1
    else high = middle
  }
  return low
}
