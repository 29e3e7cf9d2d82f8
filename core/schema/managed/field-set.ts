/**
 * Sets of fields in the form that managedFields shows (FieldsV1): nested objects whose keys are `f:name`, `k:{...}` (list element by its keys) or `v:value`
 * (set element). An empty object, or one with the key `.`, says that the path itself is a member.
 */
import { readJson, writeJson } from '../../kit/index.js'
export interface FieldSet {
  [element: string]: FieldSet
}

/** The set of a member without members of its own: one for all, since sets are not changed once they are made. */
export const leaf: FieldSet = Object.freeze({})

const ofMetadata = 'metadata.'

/** How members to be left alone name one of metadata; all others of them are top-level. */
export const metadataMember = (name: string): string => ofMetadata + name
export const labelsMember = metadataMember('labels')

/** The names of those of metadata among members to be left alone. */
export function metadataMembers(members: readonly string[]): readonly string[] {
  if (members.length === 0) return members
  return members.flatMap((member) => (member.startsWith(ofMetadata) ? [member.slice(ofMetadata.length)] : []))
}

const fieldKeys = new Map<string, string>()
const mostFieldKeys = 20_000

/** `f:name`. Remembered, as making property names out of text is what costs most here. */
export function fieldKey(name: string): string {
  let key = fieldKeys.get(name)
  if (key === undefined) {
    if (fieldKeys.size >= mostFieldKeys) fieldKeys.clear()
    fieldKeys.set(name, (key = `f:${name}`))
  }
  return key
}

/** What a client sent as a set, without the elements of sorts that nobody knows, as upstream; undefined: it has not the form of one. */
export function readFieldSet(value: unknown): FieldSet | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const set: FieldSet = {}
  for (const key in value) {
    if (key !== '.' && key.charCodeAt(1) !== 58) return undefined
    if (key !== '.' && !'fkvi'.includes(key[0]!)) continue
    const below = readFieldSet((value as Record<string, unknown>)[key])
    if (!below || (key[0] === 'k' && !key.endsWith('}'))) return undefined
    set[key] = below
  }
  return set
}

/** Whether the path that leads to `set` is itself a member. */
export function isMember(set: FieldSet): boolean {
  return '.' in set || isEmpty(set)
}

export function isEmpty(set: FieldSet): boolean {
  for (const _ in set) return false
  return true
}

/** Members of either. Shares what it can with its arguments, which are not changed: the answer is `a` itself where `b` adds nothing. */
export function union(a: FieldSet, b: FieldSet): FieldSet {
  if (isEmpty(a)) return b
  let joined: FieldSet | undefined
  for (const key in b) {
    const left = a[key]
    const right = b[key]!
    const both = left === undefined ? right : key === '.' ? left : unionBelow(left, right)
    if (both !== left) (joined ??= { ...a })[key] = both
  }
  return joined ?? a
}

/** Like `union` for two sets that stand at the same path, where being empty means something. */
function unionBelow(left: FieldSet, right: FieldSet): FieldSet {
  if (left === right) return left
  const joined = union(left, right)
  if (!isEmpty(joined) && !('.' in joined) && (isMember(left) || isMember(right))) return { '.': leaf, ...joined }
  return joined
}

/** Members of `a` that are not in `b`: `a` itself where they share none. */
export function difference(a: FieldSet, b: FieldSet): FieldSet {
  let changed: Map<string, FieldSet | undefined> | undefined
  for (const key in b) {
    const mine = a[key]
    if (mine === undefined) continue
    const below = key === '.' ? undefined : differenceBelow(mine, b[key]!)
    if (below !== mine) (changed ??= new Map()).set(key, below)
  }
  if (!changed) return a
  const left: FieldSet = {}
  for (const key in a) {
    const below = changed.has(key) ? changed.get(key) : a[key]
    if (below) left[key] = below
  }
  return left
}

/** Undefined: nothing is left. */
function differenceBelow(mine: FieldSet, other: FieldSet): FieldSet | undefined {
  const left = difference(mine, other)
  if (isMember(mine) && !isMember(other)) return isBare(left) && !isEmpty(left) ? leaf : left
  if (isBare(left)) return undefined
  return '.' in left ? difference(left, itself) : left
}

/** The path that leads to a set, as a member of it. */
const itself: FieldSet = { '.': leaf }

/** Whether nothing is below. */
function isBare(set: FieldSet): boolean {
  for (const key in set) if (key !== '.') return false
  return true
}

/** Members of both. */
export function intersection(a: FieldSet, b: FieldSet): FieldSet {
  const both: FieldSet = {}
  for (const key in a) {
    const mine = a[key]!
    const other = b[key]
    if (other === undefined) continue
    if (key === '.') both['.'] = leaf
    else {
      const below = intersection(mine, other)
      delete below['.']
      const member = isMember(mine) && isMember(other)
      if (!isEmpty(below)) both[key] = member ? { '.': leaf, ...below } : below
      else if (member) both[key] = leaf
    }
  }
  return both
}

/** `a` without everything at or below the members of `b`: removing a field removes what it holds. */
export function withoutBelow(a: FieldSet, b: FieldSet): FieldSet {
  const left: FieldSet = {}
  for (const key in a) {
    const other = b[key]
    if (other === undefined) left[key] = a[key]!
    else if (key !== '.' && !isMember(other)) {
      const below = withoutBelow(a[key]!, other)
      if (!isEmpty(below) || isMember(a[key]!)) left[key] = below
    }
  }
  return left
}

export function sameSet(a: FieldSet, b: FieldSet): boolean {
  if (a === b) return true
  let count = 0
  for (const key in a) {
    count++
    const other = b[key]
    if (other === undefined) return false
    if (key !== '.' && !sameSet(a[key]!, other)) return false
  }
  for (const _ in b) count--
  return count === 0
}

/** Each member as a path in the words of conflicts: `.spec.containers[name="web"].image`. At each level the members come first, then what is below others, as upstream lists them. */
export function paths(set: FieldSet, prefix = ''): string[] {
  const keys = Object.keys(set)
    .filter((key) => key !== '.')
    .sort()
  const found = keys.filter((key) => isMember(set[key]!)).map((key) => prefix + shownKey(key))
  for (const key of keys) if (!isEmpty(set[key]!)) found.push(...paths(set[key]!, prefix + shownKey(key)))
  return found
}

/** One element of a path in the words of conflicts: `.image`, `[name="web"]`. */
export function shownKey(key: string): string {
  const text = key.slice(2)
  if (key.startsWith('f:')) return `.${text}`
  if (key.startsWith('v:')) return `[=${text}]`
  const keys = Object.entries(readJson(text) as Record<string, unknown>)
  return `[${keys.map(([name, value]) => `${name}=${writeJson(value)}`).join(',')}]`
}
