/** Server-side apply's merge of a configuration into the live object. */
import type { ListType, Type } from '../type.js'
import { elementOf, shapeOf } from './compare.js'
import { elementKey } from './element-key.js'

type Members = Record<string, unknown>

/** Answers the live value with the configuration's laid over it; neither argument is changed, parts of both are shared. */
export function mergeApplied(live: unknown, applied: unknown, type: Type): unknown {
  if (applied === undefined) return live
  if (applied === null) return shapeOf(type, live) === 'leaf' ? null : live
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
    const next = shared[nextShared]
    if (l < live.length && !isShared) merged.push(live[l++])
    else if (isShared && a < applied.length && key !== appliedKeys![a] && next !== undefined && key !== next) l++
    else {
      if (isShared && (taken.has(key) || key === appliedKeys![a])) l++
      if (a < applied.length) take(a++)
    }
  }
  return merged
}

function byKey(list: readonly unknown[], keys: readonly (string | undefined)[]): Map<string | undefined, unknown> {
  const found = new Map<string | undefined, unknown>()
  keys.forEach((key, at) => void found.set(key, found.has(key) ? undefined : list[at]))
  return found
}
