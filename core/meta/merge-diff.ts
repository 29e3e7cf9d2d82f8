import { isMembers } from '../kit/index.js'
import { sameJson } from './same-json.js'

/**
 * The JSON merge patch (RFC 7386) that turns `before` into `after`, or undefined when they say the same. A member that is undefined counts as absent.
 * Parts that are the same object on both sides are not looked into: changed copies that share structure are cheap to compare. Arrays are replaced whole.
 */
export function mergeDiff(before: unknown, after: unknown): Record<string, unknown> | undefined {
  const patch = diff(before ?? {}, after ?? {})
  return patch === same ? undefined : (patch as Record<string, unknown>)
}

const same = Symbol('same')

function diff(before: unknown, after: unknown): unknown {
  if (before === after) return same
  if (!isMembers(before) || !isMembers(after)) return sameJson(before, after) ? same : after
  let patch: Record<string, unknown> | undefined
  for (const name in after) {
    const value = after[name]
    if (value === undefined) continue
    const old = before[name]
    const part = old === undefined ? value : diff(old, value)
    if (part !== same) (patch ??= {})[name] = part
  }
  for (const name in before) {
    if (before[name] !== undefined && after[name] === undefined) (patch ??= {})[name] = null
  }
  return patch ?? same
}
