/** Which subscriptions a change may concern: looked up by key, label and field, scanned only for those without an equality. */
import type { KubeObject } from '../meta/index.js'
import type { ChangeView } from './change-view.js'
import type { Subscription } from './subscription.js'

/** Subscriptions of one prefix. */
class Group {
  readonly plain = new Set<Subscription>()
  /** By label name, then value. */
  readonly labels = new Map<string, Map<string, Set<Subscription>>>()
  /** By field path, then value. */
  readonly fields = new Map<string, Map<string, Set<Subscription>>>()
}

export class Router {
  readonly #byKey = new Map<string, Set<Subscription>>()
  readonly #byPrefix = new Map<string, Group>()

  add(subscription: Subscription): void {
    for (const home of this.#homes(subscription)) home.add(subscription)
  }

  remove(subscription: Subscription): void {
    for (const home of this.#homes(subscription)) home.delete(subscription)
    const { key, prefix } = subscription.filter
    if (key !== undefined && this.#byKey.get(key)?.size === 0) this.#byKey.delete(key)
    else if (isEmpty(this.#byPrefix.get(prefix))) this.#byPrefix.delete(prefix)
  }

  /** Calls `visit` for each subscription that the change may concern, once. Cost: independent of how many watch other keys, labels and fields. */
  visit(view: ChangeView, visit: (subscription: Subscription) => void): void {
    const { key } = view.change
    const exact = this.#byKey.get(key)
    if (exact) for (const subscription of exact) visit(subscription)
    if (this.#byPrefix.size === 0) return
    for (let end = key.indexOf('/') + 1; end > 0; end = key.indexOf('/', end) + 1) {
      const group = this.#byPrefix.get(key.slice(0, end))
      if (group) visitGroup(group, view, visit)
    }
  }

  #homes({ filter }: Subscription): Set<Subscription>[] {
    if (filter.key !== undefined) return [entryOf(this.#byKey, filter.key, () => new Set())]
    const group = entryOf(this.#byPrefix, filter.prefix, () => new Group())
    const field = filter.fields?.[0]
    if (field)
      return [
        entryOf(
          entryOf(group.fields, field[0], () => new Map()),
          field[1],
          () => new Set(),
        ),
      ]
    const label = filter.labels?.[0]
    if (label)
      return [
        entryOf(
          entryOf(group.labels, label[0], () => new Map()),
          label[1],
          () => new Set(),
        ),
      ]
    return [group.plain]
  }
}

function visitGroup(group: Group, view: ChangeView, visit: (subscription: Subscription) => void): void {
  for (const subscription of group.plain) visit(subscription)
  if (group.labels.size > 0)
    visitIndexed(group.labels, (object, name) => object.metadata.labels?.[name], { view, visit })
  if (group.fields.size > 0) visitIndexed(group.fields, fieldText, { view, visit })
}

interface Visit {
  readonly view: ChangeView
  readonly visit: (subscription: Subscription) => void
}

function visitIndexed(
  index: Map<string, Map<string, Set<Subscription>>>,
  read: (object: KubeObject, name: string) => string | undefined,
  { view, visit }: Visit,
): void {
  const after = view.after?.object()
  const before = view.before?.object()
  for (const [name, values] of index) {
    const now = after && read(after, name)
    const then = before && read(before, name)
    if (now !== undefined) for (const subscription of values.get(now) ?? none) visit(subscription)
    if (then !== undefined && then !== now) for (const subscription of values.get(then) ?? none) visit(subscription)
  }
}

/** The text of a field by its dotted path, as field selectors compare it; '' when it is not there. */
function fieldText(object: KubeObject, path: string): string {
  let value: unknown = object
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return ''
    value = (value as Record<string, unknown>)[part]
  }
  return value === undefined || value === null ? '' : String(value)
}

function isEmpty(group: Group | undefined): boolean {
  if (!group || group.plain.size > 0) return false
  const unused = (index: Map<string, Map<string, Set<Subscription>>>) =>
    [...index.values()].every((values) => [...values.values()].every((set) => set.size === 0))
  return unused(group.labels) && unused(group.fields)
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = make()))
  return value
}

const none: ReadonlySet<Subscription> = new Set()
