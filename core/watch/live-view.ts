import { SortedMap } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import { type Storage, StoredRecord } from '../storage/index.js'
import type { CommittedChange, WatchLog } from './contract.js'

type Place = { readonly namespace: string; readonly name: string }

/** A read-only, always current picture of the objects below a prefix, decoded when asked for. Memory: their stored bytes, and the decoded form of what was read. Satisfies admission's `View`. */
export class LiveView {
  readonly #prefix: string
  readonly #records = new SortedMap<StoredRecord>()
  readonly #listeners: ((place: Place) => void)[] = []

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  get(namespace: string, name: string): KubeObject | undefined {
    return this.#records.get(`${this.#prefix}${namespace === '' ? '' : `${namespace}/`}${name}`)?.object()
  }

  *list(namespace?: string): Iterable<KubeObject> {
    const keys = this.#records.keys(namespace ? `${this.#prefix}${namespace}/` : this.#prefix)
    for (const key of keys) {
      const record = this.#records.get(key)
      if (record) yield record.object()
    }
  }

  onChange(listener: (place: Place) => void): void {
    this.#listeners.push(listener)
  }

  /** Lays a change over the picture. */
  take({ key, after }: { readonly key: string; readonly after: StoredRecord | undefined }): void {
    if (after) this.#records.set(key, after)
    else this.#records.delete(key)
    const place = this.#placeOf(key)
    for (const listener of this.#listeners) listener(place)
  }

  #placeOf(key: string): Place {
    const rest = key.slice(this.#prefix.length)
    const slash = rest.indexOf('/')
    return slash < 0 ? { namespace: '', name: rest } : { namespace: rest.slice(0, slash), name: rest.slice(slash + 1) }
  }
}

/** Opens a View: the state is read while the stream is already followed, and what came meanwhile is laid over it. */
export async function openView(log: WatchLog, storage: Storage, prefix: string): Promise<LiveView> {
  const view = new LiveView(prefix)
  let early: CommittedChange[] | undefined = []
  const end = log.tap(prefix, (change) => {
    if (early) early.push(change)
    else view.take(change)
  })
  try {
    const page = await storage.list({ prefix })
    for (const { key, revision, value } of page.entries) {
      view.take({ key, after: new StoredRecord(key, revision, value) })
    }
    for (const change of early) if (change.revision > page.revision) view.take(change)
    early = undefined
    return view
  } catch (error) {
    end()
    throw error
  }
}
