/** Server-side apply's merge of a configuration into the live object, and the pruning of what an applier has dropped. */
import type { ListType, Type } from '../type.js'
import { elementOf, shapeOf } from './compare.js'
import { elementKey } from './element-key.js'
import { type FieldSet, isMember } from './field-set.js'

type Members = Record<string, unknown>

/** Answers the live value with the configuration's laid over it; neither argument is changed, parts of both are shared. */
export function mergeApplied(live: unknown, applied: unknown, type: Type): unknown {
  if (applied === undefined) return live
  if (applied === null) return isWhole(type, live) ? null : live
  if (live === undefined || live === null) return applied
  if (Array.isArray(applied)) {
    return Array.isArray(live) && !isWhole(type, live) ? mergeElements(live, applied, type as ListType) : applied
  }
  const bothMembers = typeof applied === 'object' && typeof live === 'object' && !Array.isArray(live)
  if (!bothMembers || isWhole(type, live)) return applied
  const fields = type.shape === 'struct' ? type.fields : undefined
  const merged: Members = { ...(live as Members) }
  for (const [name, value] of Object.entries(applied as Members)) {
    merged[name] = mergeApplied(merged[name], value, fields?.get(name)?.type ?? elementOf(type))
  }
  return merged
}

/** Whether a value is laid over another as one. */
function isWhole(type: Type, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return type.shape !== 'list' || type.list === 'atomic'
  return type.shape === 'scalar' || type.shape === 'list' || type.atomic
}

/**
 * The configuration's order wins; elements that only the live list has stay behind the elements that they followed, as upstream's merge leaves them.
 * An element that stands in the live list more than once is replaced whole.
 */
function mergeElements(live: readonly unknown[], applied: readonly unknown[], type: ListType): unknown[] {
  const [liveKeys, appliedKeys] = [live, applied].map((list) => list.map((element) => elementKey(type, element)))
  const liveByKey = byKey(live, liveKeys!)
  const inApplied = new Set(appliedKeys)
  const shared = [...inApplied].filter((key) => liveByKey.has(key))
  const merged: unknown[] = []
  const taken = new Set<string | undefined>()
  let nextShared = 0
  const take = (at: number): void => {
    const key = appliedKeys![at]
    if (!taken.has(key)) merged.push(mergeApplied(liveByKey.get(key), applied[at], type.element))
    taken.add(key)
    if (shared[nextShared] === key) nextShared++
  }
  for (let l = 0, a = 0; l < live.length || a < applied.length; ) {
    const key = liveKeys![l]
    const isShared = l < live.length && inApplied.has(key)
    if (l < live.length && !isShared) merged.push(live[l++])
    else if (
      isShared &&
      (taken.has(key) || (a < applied.length && key !== appliedKeys![a] && key !== shared[nextShared]))
    )
      l++
    else {
      if (isShared && key === appliedKeys![a]) l++
      take(a++)
    }
  }
  return merged
}

function byKey(list: readonly unknown[], keys: readonly (string | undefined)[]): Map<string | undefined, unknown> {
  const found = new Map<string | undefined, unknown>()
  keys.forEach((key, at) => void found.set(key, found.has(key) ? undefined : list[at]))
  return found
}

/**
 * Answers `value` without the members of `drop`; what is itself a member, or a field of a struct with members in `drop`, goes whole (with what nobody owns in it: defaults), unless `keep` (what is owned) reaches into it; of a list's element they must own that it is there, not fields of it alone.
 * Answers undefined when nothing is left of it; a member of which nothing is left and that others own is null, as upstream has it while it compares (`withoutNulls`).
 */
export function prune(value: unknown, drop: FieldSet, by: { readonly keep: FieldSet; readonly type: Type }): unknown {
  const shape = shapeOf(by.type, value)
  if (shape === 'leaf') return value
  if (shape === 'elements') {
    const type = by.type as ListType
    const left = (value as readonly unknown[]).flatMap((element) => {
      const key = elementKey(type, element)
      const kept = key === undefined ? element : pruneChild(element, key, { drop, keep: by.keep, type: type.element })
      return kept === undefined ? [] : [kept === element ? kept : withKeys(kept, element, type)]
    })
    return left.length > 0 ? left : undefined
  }
  const fields = by.type.shape === 'struct' ? by.type.fields : undefined
  const left: Members = {}
  for (const [name, member] of Object.entries(value as Members)) {
    const field = fields?.get(name)
    const type = field?.type ?? elementOf(by.type)
    const kept = pruneChild(member, `f:${name}`, { drop, keep: by.keep, type, isField: field !== undefined })
    if (kept !== undefined) left[name] = kept
  }
  return Object.keys(left).length > 0 ? left : undefined
}

/** An element that stays, stays identified. */
function withKeys(kept: unknown, element: unknown, type: ListType): unknown {
  if (type.list !== 'map') return kept
  const keys = type.keys.filter((key) => (element as Members)[key] !== undefined)
  return { ...Object.fromEntries(keys.map((key) => [key, (element as Members)[key]])), ...(kept as Members) }
}

function pruneChild(
  value: unknown,
  key: string,
  by: { readonly drop: FieldSet; readonly keep: FieldSet; readonly type: Type; readonly isField?: boolean },
): unknown {
  const drop = by.drop[key]
  if (drop === undefined) return value
  const keep = by.keep[key]
  if (by.isField && keep === undefined) return undefined
  if (isMember(drop) && (keep === undefined || (!key.startsWith('f:') && !isMember(keep)))) return undefined
  if (shapeOf(by.type, value) === 'leaf') return value
  const left = prune(value, drop, { keep: keep ?? {}, type: by.type })
  return left === undefined && keep !== undefined && key.startsWith('f:') ? null : left
}

/** Answers `value` without the nulls that pruning by `drop` has left in it, which nobody is to see. */
export function withoutNulls(value: unknown, drop: FieldSet): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const sets = Object.values(drop)
    return value.map((element) => sets.reduce((left: unknown, set) => withoutNulls(left, set), element))
  }
  let copy: Members | undefined
  for (const key in drop) {
    const name = key.slice(2)
    const before = (value as Members)[name]
    if (before === undefined) continue
    const after = before === null ? undefined : withoutNulls(before, drop[key]!)
    if (after === before) continue
    copy ??= { ...(value as Members) }
    if (after === undefined) delete copy[name]
    else copy[name] = after
  }
  return copy ?? value
}

/** What is stated and of which pruning has left nothing (it is null or empty) stands as it is stated. Answers `value` itself where there is no such thing. */
export function restate(value: unknown, stated: unknown, type: Type): unknown {
  if (typeof value !== 'object' || value === null || typeof stated !== 'object' || stated === null) return value
  if (isWhole(type, value) || Array.isArray(value) !== Array.isArray(stated)) return value
  if (Array.isArray(value)) return restateElements(value, stated as readonly unknown[], type as ListType)
  const fields = type.shape === 'struct' ? type.fields : undefined
  let copy: Members | undefined
  for (const [name, said] of Object.entries(stated as Members)) {
    const before = (value as Members)[name]
    const after = before === undefined ? said : restate(before, said, fields?.get(name)?.type ?? elementOf(type))
    if (after !== before) (copy ??= { ...(value as Members) })[name] = after
  }
  return copy ?? value
}

function restateElements(list: readonly unknown[], stated: readonly unknown[], type: ListType): unknown {
  const said = new Map(stated.map((element) => [elementKey(type, element), element]))
  const restated = list.map((element) => restate(element, said.get(elementKey(type, element)), type.element))
  return restated.some((element, at) => element !== list[at]) ? restated : list
}
