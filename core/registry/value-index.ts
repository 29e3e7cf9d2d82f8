/** The keys below a prefix by the value of one label or field, as of the log's revision: what a list by selector looks up instead of going through everything. */
import { compareKeys, pauseNow } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import { type Storage, StoredRecord } from '../storage/index.js'
import type { CommittedChange, WatchLog } from '../watch/index.js'
import { pageBytes } from './page-bytes.js'

export interface IndexedBy {
  readonly prefix: string
  /** Undefined or '' where an object has no value; such are not indexed. */
  readonly read: (object: KubeObject) => string | undefined
  /** What the stored JSON of every object with a value contains (`"app":`): the others are told by it, unparsed. */
  readonly trace: string | undefined
}

/** Entries read at once while an index is built. */
const buildPage = 500

/** Memory: a word for each key that has a value. Cost of a change: its decoding, which watchers share, where it bears the trace. */
export class ValueIndex {
  readonly #prefix: string
  readonly #read: IndexedBy['read']
  readonly #trace: Buffer | undefined
  /** Sorted keys by value. */
  readonly #keys = new Map<string, string[]>()
  #leave = () => {}

  private constructor({ prefix, read, trace }: IndexedBy) {
    this.#prefix = prefix
    this.#read = read
    this.#trace = trace === undefined ? undefined : Buffer.from(trace)
  }

  /** Reads the state while the stream is already followed, and lays over it what came meanwhile. */
  static async build(by: IndexedBy, from: { readonly log: WatchLog; readonly storage: Storage }): Promise<ValueIndex> {
    const index = new ValueIndex(by)
    let early: CommittedChange[] | undefined = []
    const take = (change: CommittedChange) => void (early ? early.push(change) : index.#take(change))
    index.#leave = from.log.tap(by.prefix, take)
    try {
      const revision = await index.#fill(from)
      for (const change of early) if (change.revision > revision) index.#take(change)
      early = undefined
      return index
    } catch (error) {
      index.close()
      throw error
    }
  }

  async #fill({ storage }: { readonly storage: Storage }): Promise<number> {
    const range = { prefix: this.#prefix, limit: buildPage, bytes: pageBytes }
    let page = await storage.list(range)
    const { revision } = page
    for (;;) {
      for (const { key, revision: written, value } of page.entries) {
        const pause = pauseNow()
        if (pause) await pause
        this.#add(key, this.#valueOf(new StoredRecord(key, written, value)))
      }
      if (!page.more) return revision
      page = await storage.list({ ...range, revision, after: page.entries.at(-1)!.key })
    }
  }

  #take({ key, before, after }: CommittedChange): void {
    const was = this.#valueOf(before)
    const value = this.#valueOf(after)
    if (value === was) return
    this.#forget(key, was)
    this.#add(key, value)
  }

  /** '' where there is none. */
  #valueOf(record: StoredRecord | undefined): string {
    if (!record) return ''
    const { bytes } = record.value
    if (this.#trace && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(this.#trace)) return ''
    return this.#read(record.object()) ?? ''
  }

  #add(key: string, value: string): void {
    if (value === '') return
    const keys = this.#keys.get(value)
    if (!keys) this.#keys.set(value, [key])
    else if (compareKeys(keys.at(-1)!, key) < 0) keys.push(key)
    else keys.splice(placeOf(keys, key), 0, key)
  }

  #forget(key: string, value: string): void {
    const keys = this.#keys.get(value)
    if (!keys) return
    const at = placeOf(keys, key)
    if (keys[at] === key) keys.splice(at, 1)
    if (keys.length === 0) this.#keys.delete(value)
  }

  /** Keys below `prefix`, and after `after`, whose object has `value`, in order; a copy. */
  keys(value: string, prefix: string, after: string | undefined): readonly string[] {
    const keys = this.#keys.get(value) ?? []
    const from =
      after !== undefined && compareKeys(after, prefix) >= 0
        ? firstNotBefore(keys, (key) => compareKeys(key, after) <= 0)
        : placeOf(keys, prefix)
    return keys.slice(
      from,
      firstNotBefore(keys, (key) => compareKeys(key, prefix) < 0 || key.startsWith(prefix)),
    )
  }

  close(): void {
    this.#leave()
  }
}

const placeOf = (keys: readonly string[], key: string): number =>
  firstNotBefore(keys, (other) => compareKeys(other, key) < 0)

/** The index of the first key that is not `isBefore`. */
function firstNotBefore(keys: readonly string[], isBefore: (key: string) => boolean): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(keys[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
