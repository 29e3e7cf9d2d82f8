/** What differs between two states of an object, as field sets: the base of ownership. */
import type { ListType, Type } from '../type.js'
import { elementKey } from './element-key.js'
import { type FieldSet, fieldKey, isEmpty, leaf } from './field-set.js'

export interface Comparison {
  /** Fields that were added or whose value changed. */
  readonly changed: FieldSet
  /** Fields that are gone. */
  readonly removed: FieldSet
}

type Members = Readonly<Record<string, unknown>>

const untyped: Type = { shape: 'any', atomic: false }
const nothing: Members = {}

/** Compares two states; either may be undefined. Cost: linear in both. Invariant: equal values give empty sets. */
export function compare(before: Members | undefined, after: Members | undefined, type: Type): Comparison {
  const changed: FieldSet = {}
  const removed: FieldSet = {}
  walkMembers(before ?? nothing, after ?? nothing, { type, changed, removed })
  return { changed, removed }
}

interface Walk {
  readonly type: Type
  readonly changed: FieldSet
  readonly removed: FieldSet
}

function walkMembers(before: Members, after: Members, { type, changed, removed }: Walk): void {
  const fields = type.shape === 'struct' ? type.fields : undefined
  for (const name in after) {
    const value = after[name]
    const old = before[name]
    if (value === old || value === undefined) continue
    const field = fields?.get(name)
    const key = fieldKey(name)
    if (value === null) {
      const gone = old === undefined ? leaf : collect(old, field?.type ?? elementOf(type), alone)
      // What was in it is gone, and the member itself still stands.
      if (isEmpty(gone)) changed[key] = leaf
      else removed[key] = gone
      continue
    }
    const silent =
      old === null || (field?.always && (field.type.shape === 'list' || field.type.shape === 'map')) === true
    walkValue(old ?? undefined, value, { type: field?.type ?? elementOf(type), changed, removed, key, silent })
  }
  for (const name in before) {
    const old = before[name]
    if (old === undefined || after[name] !== undefined) continue
    const field = fields?.get(name)
    if (old === null && field?.always) continue
    // What is owned whole and whose key is never left out is not gone but null: a change, by whoever made it so.
    const canBeNull = field?.always && (field.pointer || ['list', 'map'].includes(field.type.shape))
    if (canBeNull && shapeOf(field.type, old) === 'leaf') changed[fieldKey(name)] = leaf
    else removed[fieldKey(name)] = collect(old, field?.type ?? elementOf(type), alsoSelf)
  }
}

interface Step extends Walk {
  readonly key: string
  /** A list or map that was null, or that upstream's output never leaves out (null when there is none): its appearing is no event of its own, only what is in it. */
  readonly silent: boolean
}

function walkValue(before: unknown, after: unknown, step: Step): void {
  const { type, key } = step
  if (before === undefined) {
    step.changed[key] = collect(after, type, step.silent ? alone : alsoSelf)
    return
  }
  const shape = structureOf(type, after)
  if (shape === 'leaf' || structureOf(type, before) !== shape) {
    if (!sameValue(before, after)) {
      step.changed[key] = shape === 'leaf' ? leaf : collect(after, type, alsoSelf)
      const gone = shapeOf(type, before) === 'leaf' ? undefined : collect(before, type, { withSelf: false })
      if (gone && !isEmpty(gone)) step.removed[key] = gone
    }
    return
  }
  let changed: FieldSet = {}
  let removed: FieldSet = {}
  if (shape === 'members') walkMembers(before as Members, after as Members, { type, changed, removed })
  else {
    const lists = { before: before as readonly unknown[], after: after as readonly unknown[] }
    const repeats = walkList(lists, { type: type as ListType, changed, removed })
    if (repeats) ({ changed, removed } = compareRepeated(lists, type as ListType))
  }
  if (!isEmpty(changed)) step.changed[key] = changed
  if (!isEmpty(removed)) step.removed[key] = removed
}

interface Lists {
  readonly before: readonly unknown[]
  readonly after: readonly unknown[]
}

interface ListWalk extends Walk {
  readonly type: ListType
}

const seen = Symbol('seen')

/** Answers true, its sets unfinished, when an element stands twice in one of the lists. */
function walkList({ before, after }: Lists, { type, changed, removed }: ListWalk): boolean {
  const old = byKey(before, type)
  if (!old) return true
  for (const element of after) {
    const key = elementKey(type, element)
    if (key === undefined) continue
    const was = old.get(key)
    if (was === seen) return true
    old.set(key, seen)
    walkValue(was, element, { type: type.element, changed, removed, key, silent: false })
  }
  for (const [key, element] of old)
    if (element !== seen) removed[key] = collect(element, type.element, { withSelf: true })
  return false
}

function byKey(list: readonly unknown[], type: ListType): Map<string, unknown> | undefined {
  const found = new Map<string, unknown>()
  for (const element of list) {
    const key = elementKey(type, element)
    if (key === undefined) continue
    if (found.has(key)) return undefined
    found.set(key, element)
  }
  return found
}

/** Elements that stand more than once are owned as one, whole: structured-merge-diff's rules for lists that should not be. */
function compareRepeated({ before, after }: Lists, type: ListType): Comparison {
  const changed: FieldSet = {}
  const removed: FieldSet = {}
  const [old, now] = [groups(before, type), groups(after, type)]
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [left, right] = [old.get(key) ?? [], now.get(key) ?? []]
    if (left.length < 2 && right.length < 2) {
      if (right.length === 0) removed[key] = collect(left[0], type.element, alsoSelf)
      else walkValue(left[0], right[0], { type: type.element, changed, removed, key, silent: false })
    } else if (left.length > 1 && right.length > 1) {
      if (!sameValue(left, right)) changed[key] = leaf
    } else if (left.length > 1) {
      removed[key] = leaf
      if (right.length > 0) changed[key] = collect(right[0], type.element, alsoSelf)
    } else {
      changed[key] = leaf
      if (left.length > 0) removed[key] = collect(left[0], type.element, alsoSelf)
    }
  }
  return { changed, removed }
}

function groups(list: readonly unknown[], type: ListType): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>()
  for (const element of list) {
    const key = elementKey(type, element)
    if (key === undefined) continue
    const group = found.get(key)
    if (group) group.push(element)
    else found.set(key, [element])
  }
  return found
}

/** All fields of a value. `withSelf`: the value's own path is a member besides its fields. */
function collect(value: unknown, type: Type, options: { readonly withSelf: boolean }): FieldSet {
  const shape = shapeOf(type, value)
  if (shape === 'leaf') return leaf
  const set: FieldSet = options.withSelf ? { '.': leaf } : {}
  const any = shape === 'members' ? collectMembers(value as Members, type, set) : collectElements(value, type, set)
  return any ? set : leaf
}

const alone = { withSelf: false } as const
const alsoSelf = { withSelf: true } as const

/** Answers whether there was any. */
function collectMembers(value: Members, type: Type, set: FieldSet): boolean {
  const fields = type.shape === 'struct' ? type.fields : undefined
  let any = false
  for (const name in value) {
    const member = value[name]
    if (member === undefined) continue
    const field = fields?.get(name)
    set[fieldKey(name)] = collect(member, field?.type ?? elementOf(type), alsoSelf)
    any = true
  }
  return any
}

function collectElements(value: unknown, type: Type, set: FieldSet): boolean {
  let any = false
  for (const element of value as readonly unknown[]) {
    const key = elementKey(type as ListType, element)
    if (key === undefined) continue
    set[key] = key in set ? leaf : collect(element, (type as ListType).element, alsoSelf)
    any = true
  }
  return any
}

/** What an applied configuration states. Elements of lists are members themselves, structs are not. */
export const statedFields = (configuration: unknown, type: Type): FieldSet => statedIn(configuration, type) ?? {}

/** Undefined: nothing, as of lists of elements while they are empty. */
function statedIn(value: unknown, type: Type): FieldSet | undefined {
  const shape = shapeOf(type, value)
  if (shape === 'leaf') return Array.isArray(value) && structureOf(type, value) === 'elements' ? undefined : leaf
  const set: FieldSet = {}
  if (shape === 'members') {
    for (const name in value as Members) {
      const member = (value as Members)[name]
      if (member === undefined) continue
      const field = type.shape === 'struct' ? type.fields.get(name) : undefined
      const below = statedIn(member, field?.type ?? elementOf(type))
      if (!field) set[fieldKey(name)] = withItself(below)
      else if (below) set[fieldKey(name)] = below
    }
    return isEmpty(set) ? undefined : set
  }
  for (const element of value as readonly unknown[]) {
    const key = elementKey(type as ListType, element)
    if (key !== undefined) set[key] = withItself(statedIn(element, (type as ListType).element))
  }
  return set
}

const withItself = (below: FieldSet | undefined): FieldSet =>
  !below || isEmpty(below) ? leaf : { '.': leaf, ...below }

/** How a value counts: whole (`leaf`), by members, or by identified elements. Empty objects and lists are leaves. */
export function shapeOf(type: Type, value: unknown): 'leaf' | 'members' | 'elements' {
  const structure = structureOf(type, value)
  if (structure === 'leaf') return 'leaf'
  for (const _ in value as object) return structure
  return 'leaf'
}

/** As `shapeOf`, of what is empty too. */
function structureOf(type: Type, value: unknown): 'leaf' | 'members' | 'elements' {
  if (typeof value !== 'object' || value === null) return 'leaf'
  if (Array.isArray(value)) return type.shape === 'list' && type.list !== 'atomic' ? 'elements' : 'leaf'
  return type.shape === 'scalar' || type.shape === 'list' || type.atomic ? 'leaf' : 'members'
}

export function elementOf(type: Type): Type {
  return type.shape === 'map' || type.shape === 'list' ? type.element : untyped
}

/** Equality of JSON values. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => sameValue(item, b[at]))
  if (Array.isArray(b)) return false
  const [left, right] = [a as Members, b as Members]
  let count = 0
  for (const key in left) {
    if (left[key] === undefined) continue
    count++
    if (right[key] === undefined || !sameValue(left[key], right[key])) return false
  }
  for (const key in right) if (right[key] !== undefined) count--
  return count === 0
}
