/** The keys below a prefix by the value of one label or field, as of the log's revision: what a list by selector looks up instead of going through everything. */
import { SortedMap } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import { type Storage, StoredRecord } from '../storage/index.js'
import type { CommittedChange, WatchLog } from '../watch/index.js'

export interface IndexedBy {
  readonly prefix: string
  /** Undefined or '' where an object has no value; such are not indexed. */
  readonly read: (object: KubeObject) => string | undefined
}

/** Entries read and decoded at once while an index is built; others get their turn between. */
const buildPage = 5000

/** Memory: a few words an object. Cost of a change: its decoding, which watchers share. */
export class ValueIndex {
  readonly #by: IndexedBy
  readonly #keys = new Map<string, SortedMap<true>>()
  readonly #values = new Map<string, string>()
  #leave = () => {}

  private constructor(by: IndexedBy) {
    this.#by = by
  }

  /** Reads the state while the stream is already followed, and lays over it what came meanwhile. `pause` lets others run. */
  static async build(
    by: IndexedBy,
    from: { readonly log: WatchLog; readonly storage: Storage; readonly pause: () => Promise<void> },
  ): Promise<ValueIndex> {
    const index = new ValueIndex(by)
    let early: CommittedChange[] | undefined = []
    const take = (change: CommittedChange) => void (early ? early.push(change) : index.#set(change.key, change.after))
    index.#leave = from.log.tap(by.prefix, take)
    try {
      const revision = await index.#read(from)
      for (const change of early) if (change.revision > revision) index.#set(change.key, change.after)
      early = undefined
      return index
    } catch (error) {
      index.close()
      throw error
    }
  }

  async #read({ storage, pause }: { readonly storage: Storage; readonly pause: () => Promise<void> }): Promise<number> {
    const { prefix } = this.#by
    let page = await storage.list({ prefix, limit: buildPage })
    const { revision } = page
    for (;;) {
      for (const entry of page.entries) this.#set(entry.key, new StoredRecord(entry.key, entry.revision, entry.value))
      if (!page.more) return revision
      await pause()
      page = await storage.list({ prefix, limit: buildPage, revision, after: page.entries.at(-1)!.key })
    }
  }

  #set(key: string, record: StoredRecord | undefined): void {
    const was = this.#values.get(key)
    const value = (record && this.#by.read(record.object())) || undefined
    if (value === was) return
    if (was !== undefined) this.#forget(key, was)
    if (value === undefined) return
    this.#values.set(key, value)
    let keys = this.#keys.get(value)
    if (!keys) this.#keys.set(value, (keys = new SortedMap()))
    keys.set(key, true)
  }

  #forget(key: string, value: string): void {
    this.#values.delete(key)
    const keys = this.#keys.get(value)
    keys?.delete(key)
    if (keys?.size === 0) this.#keys.delete(value)
  }

  /** Keys below `prefix` whose object has `value`, in order. */
  keys(value: string, prefix: string, after: string | undefined): Iterable<string> {
    return this.#keys.get(value)?.keys(prefix, after) ?? []
  }

  close(): void {
    this.#leave()
  }
}
