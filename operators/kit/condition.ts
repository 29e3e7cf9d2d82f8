/** Conditions, in upstream's manner: the list keeps one of each type. */
import { timestamp } from '../../core/meta/index.js'
import type { Condition } from './kinds.js'

export function conditionOf(conditions: readonly Condition[] | undefined, type: string): Condition | undefined {
  return conditions?.find((condition) => condition.type === type)
}

export function withoutCondition(conditions: Condition[], type: string): Condition[] {
  return conditions.some((condition) => condition.type === type)
    ? conditions.filter((condition) => condition.type !== type)
    : conditions
}

/**
 * The list with `wanted` in it, last. The same list when one of the same type has the same status and reason already;
 * the transition time is kept while the status stays.
 */
export function withCondition(conditions: Condition[], wanted: Condition): Condition[] {
  const current = conditionOf(conditions, wanted.type)
  if (current && current.status === wanted.status && current.reason === wanted.reason) return conditions
  const kept = current?.status === wanted.status ? { lastTransitionTime: current.lastTransitionTime } : {}
  return [...withoutCondition(conditions, wanted.type), { ...wanted, ...kept }]
}

/** A condition that begins now. */
export function newCondition(
  condition: { readonly type: string; readonly status: string; readonly reason: string; readonly message: string },
  now: number,
): Condition {
  return { ...condition, lastTransitionTime: timestamp(now) }
}
