import type { KubeObject } from '../meta/index.js'
import { type Change, type Entry, StoredRecord } from '../storage/index.js'

/** A read-only, always current picture of the objects below a prefix, decoded when asked for. Memory: their stored bytes, and the decoded form of what was read. Satisfies admission's `View`. */
export class LiveView {
  readonly #prefix: string
  readonly #records = new Map<string, StoredRecord>()
  readonly #listeners: ((key: { readonly namespace: string; readonly name: string }) => void)[] = []
  /** Changes that came before the state was read. */
  #early: Change[] | undefined = []

  constructor(prefix: string) {
    this.#prefix = prefix
  }

  /** Takes the state as read; changes that came meanwhile are laid over it. */
  fill(entries: readonly Entry[]): void {
    for (const { key, revision, value } of entries) this.#records.set(key, new StoredRecord(key, revision, value))
    const early = this.#early ?? []
    this.#early = undefined
    for (const change of early) this.take(change)
  }

  take(change: Change): void {
    if (this.#early) {
      this.#early.push(change)
      return
    }
    const { key, revision, value } = change
    const present = this.#records.get(key)
    if (present && present.revision >= revision) return
    if (value) this.#records.set(key, new StoredRecord(key, revision, value))
    else this.#records.delete(key)
    const place = this.#placeOf(key)
    for (const listener of this.#listeners) listener(place)
  }

  get(namespace: string, name: string): KubeObject | undefined {
    return this.#records.get(`${this.#prefix}${namespace === '' ? '' : `${namespace}/`}${name}`)?.object()
  }

  *list(namespace?: string): Iterable<KubeObject> {
    const prefix = namespace ? `${this.#prefix}${namespace}/` : this.#prefix
    for (const [key, record] of this.#records) if (key.startsWith(prefix)) yield record.object()
  }

  onChange(listener: (key: { readonly namespace: string; readonly name: string }) => void): void {
    this.#listeners.push(listener)
  }

  #placeOf(key: string): { readonly namespace: string; readonly name: string } {
    const rest = key.slice(this.#prefix.length)
    const slash = rest.indexOf('/')
    return slash < 0 ? { namespace: '', name: rest } : { namespace: rest.slice(0, slash), name: rest.slice(slash + 1) }
  }
}
