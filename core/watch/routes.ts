/** Which watchers a change concerns: looked up by prefix, then by key, label or field; only those without an equality are gone through. */
import type { WatchFilter } from './contract.js'
import type { SeenChange } from './changes.js'
import { fieldValue, labelValue, type ReadValue } from './equality.js'

/** Cost of `forEach`: one look-up for each `/` in the key, one more for each label and field that somebody waits for; decodes objects only for the latter. */
export class Routes<T> {
  readonly #byPrefix = new Map<string, Group<T>>()
  /** Prefixes that do not end at a `/`. */
  readonly #odd = new Set<string>()

  /** Answers a function that takes `watcher` out again. */
  add(filter: WatchFilter, watcher: T): () => void {
    const { prefix } = filter
    let group = this.#byPrefix.get(prefix)
    if (!group) {
      group = new Group()
      this.#byPrefix.set(prefix, group)
      if (!prefix.endsWith('/')) this.#odd.add(prefix)
    }
    const leave = group.add(filter, watcher)
    return () => {
      leave()
      if (group.isEmpty() && this.#byPrefix.get(prefix) === group) {
        this.#byPrefix.delete(prefix)
        this.#odd.delete(prefix)
      }
    }
  }

  /** Calls `visit` with each watcher that the change may concern, once. */
  forEach(change: SeenChange, visit: (watcher: T) => void): void {
    const { key } = change
    for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
      this.#byPrefix.get(key.slice(0, slash + 1))?.forEach(change, visit)
    }
    for (const prefix of this.#odd) if (key.startsWith(prefix)) this.#byPrefix.get(prefix)?.forEach(change, visit)
  }
}

/** Watchers of one prefix, each in one place only. */
class Group<T> {
  readonly #all = new Set<T>()
  readonly #byKey = new Map<string, Set<T>>()
  /** By label name or field path, then by value. */
  readonly #lookups = new Map<string, { readonly read: ReadValue; readonly byValue: Map<string, Set<T>> }>()
  #size = 0

  isEmpty(): boolean {
    return this.#size === 0
  }

  add(filter: WatchFilter, watcher: T): () => void {
    const leave = this.#place(filter, watcher)
    this.#size++
    return () => {
      this.#size--
      leave()
    }
  }

  #place({ key, labels, fields }: WatchFilter, watcher: T): () => void {
    if (key !== undefined) return join(this.#byKey, key, watcher)
    const field = fields?.[0]
    const label = labels?.[0]
    const lookup = field
      ? this.#lookup(`field ${field[0]}`, (object) => fieldValue(object, field[0]))
      : label && this.#lookup(`label ${label[0]}`, (object) => labelValue(object, label[0]))
    if (lookup) {
      const leave = join(lookup.byValue, (field ?? label)?.[1] as string, watcher)
      return () => {
        leave()
        if (lookup.byValue.size === 0) this.#lookups.delete(lookup.name)
      }
    }
    this.#all.add(watcher)
    return () => void this.#all.delete(watcher)
  }

  #lookup(name: string, read: ReadValue): { readonly name: string; readonly byValue: Map<string, Set<T>> } {
    let lookup = this.#lookups.get(name)
    if (!lookup) this.#lookups.set(name, (lookup = { read, byValue: new Map() }))
    return { name, byValue: lookup.byValue }
  }

  forEach(change: SeenChange, visit: (watcher: T) => void): void {
    for (const watcher of this.#all) visit(watcher)
    if (this.#byKey.size > 0) for (const watcher of this.#byKey.get(change.key) ?? []) visit(watcher)
    for (const { read, byValue } of this.#lookups.values()) {
      const after = change.after && read(change.after.object())
      const before = change.before && read(change.before.object())
      if (after !== undefined) for (const watcher of byValue.get(after) ?? []) visit(watcher)
      if (before !== undefined && before !== after) for (const watcher of byValue.get(before) ?? []) visit(watcher)
    }
  }
}

function join<T>(sets: Map<string, Set<T>>, name: string, member: T): () => void {
  const set = sets.get(name) ?? new Set()
  sets.set(name, set)
  set.add(member)
  return () => {
    set.delete(member)
    if (set.size === 0 && sets.get(name) === set) sets.delete(name)
  }
}
