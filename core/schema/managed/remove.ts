/** Taking the members of a field set out of a value: how server-side apply drops what an applier no longer states. */
import type { ListType, StructType, Type } from '../type.js'
import { elementOf, shapeOf } from './compare.js'
import { elementKey } from './element-key.js'
import { type FieldSet, isEmpty, isMember, leaf } from './field-set.js'

type Members = Record<string, unknown>

/**
 * Answers `value` without what is a member of `set`, each with all that it holds; what members are below of and of which nothing is left is null, as upstream has it.
 * Shares what it keeps with `value`, which is not changed. Cost: linear in what `set` reaches.
 */
export function remove(value: unknown, set: FieldSet, type: Type): unknown {
  if (isEmpty(set)) return value
  const shape = shapeOf(type, value)
  if (shape === 'leaf') return typeof value === 'object' ? null : value
  if (shape === 'elements') return removeElements(value as readonly unknown[], set, type as ListType)
  const left: Members = {}
  let any = false
  for (const [name, member] of Object.entries(value as Members)) {
    const below = set[`f:${name}`]
    if (below && isMember(below)) continue
    left[name] = below ? remove(member, below, typeOfMember(type, name)) : member
    any = true
  }
  return any ? left : null
}

function removeElements(list: readonly unknown[], set: FieldSet, type: ListType): unknown {
  const left: unknown[] = []
  for (const element of list) {
    const key = elementKey(type, element)
    const below = key === undefined ? undefined : set[key]
    if (!below) left.push(element)
    else if (!isMember(below)) left.push(withKeys(remove(element, below, type.element), element, type))
  }
  return left.length > 0 ? left : null
}

/** An element that stays, stays identified: by its defaults at least. */
function withKeys(kept: unknown, element: unknown, type: ListType): unknown {
  if (type.list !== 'map' || elementKey(type, kept) === elementKey(type, element)) return kept
  const keys = type.keys.filter((key) => (element as Members)[key] !== undefined)
  return { ...Object.fromEntries(keys.map((key) => [key, (element as Members)[key]])), ...(kept as Members | null) }
}

/** `set` with each declared field that has members below as a member too; keys of maps and elements of lists are none by that. */
export function withFields(set: FieldSet, type: Type): FieldSet {
  if (isEmpty(set)) return set
  const all: FieldSet = {}
  for (const key in set) {
    const isName = key.startsWith('f:')
    const name = key.slice(2)
    const below = withFields(set[key]!, isName ? typeOfMember(type, name) : elementOf(type))
    const isField = isName && (type as StructType).fields?.has(name)
    all[key] = isField && !isMember(below) ? { '.': leaf, ...below } : below
  }
  return all
}

const typeOfMember = (type: Type, name: string): Type =>
  (type.shape === 'struct' ? type.fields.get(name)?.type : undefined) ?? elementOf(type)

/** Answers `value` without the nulls that the removal of members of `set` has left in it, which nobody is to see. */
export function withoutNulls(value: unknown, set: FieldSet, type: Type): unknown {
  if (typeof value !== 'object' || value === null || isEmpty(set)) return value
  if (Array.isArray(value)) {
    const list = type as ListType
    const sets = (element: unknown) => (type.shape === 'list' ? set[elementKey(list, element) ?? ''] : undefined)
    return value.map((element) => withoutNulls(element, sets(element) ?? leaf, elementOf(type)))
  }
  let copy: Members | undefined
  for (const key in set) {
    const name = key.slice(2)
    const before = (value as Members)[name]
    if (before === undefined) continue
    const after = before === null ? undefined : withoutNulls(before, set[key]!, typeOfMember(type, name))
    if (after === before) continue
    copy ??= { ...(value as Members) }
    if (after === undefined) delete copy[name]
    else copy[name] = after
  }
  return copy ?? value
}
