import { writeJson } from '../../kit/index.js'
import type { Field, ListType } from '../type.js'

/** How a field set names an element of `list`: `k:{"name":"web"}` or `v:"value"`; undefined when it lacks every key. A key's declared default stands in for a missing one. */
export function elementKey(list: ListType, element: unknown): string | undefined {
  if (list.list === 'set') return `v:${writeJson(element)}`
  if (typeof element !== 'object' || element === null) return undefined
  const fields = list.element.shape === 'struct' ? list.element.fields : undefined
  const members = element as Record<string, unknown>
  let text = ''
  let any = false
  for (const key of sortedKeys(list)) {
    const value = members[key] ?? defaultOf(fields?.get(key))
    if (value === undefined) continue
    any = true
    text += `${text ? ',' : ''}${writeJson(key)}:${writeJson(value)}`
  }
  return any ? `k:{${text}}` : undefined
}

/** Upstream's schemas have one for all that its types never leave out. */
function defaultOf(field: Field | undefined): unknown {
  if (!field || field.default !== undefined) return field?.default
  if (!field.always || field.pointer || field.type.shape !== 'scalar') return undefined
  const { scalar } = field.type
  return scalar === 'string' ? '' : scalar === 'integer' ? 0 : undefined
}

const sorted = new WeakMap<ListType, readonly string[]>()

function sortedKeys(list: ListType): readonly string[] {
  let keys = sorted.get(list)
  if (!keys) sorted.set(list, (keys = [...list.keys].sort()))
  return keys
}
