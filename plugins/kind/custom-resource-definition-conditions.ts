/** Conditions of a definition. */
export interface Condition {
  type: string
  status: string
  reason: string
  message: string
  lastTransitionTime?: string
}

export function isTrue(conditions: readonly Condition[], type: string): boolean {
  return conditions.some((each) => each.type === type && each.status === 'True')
}

/** Lays a condition over those that there are; the time moves with the status alone. */
export function setCondition(
  conditions: Condition[],
  now: string,
  condition: Omit<Condition, 'lastTransitionTime'>,
): void {
  const at = conditions.findIndex(({ type }) => type === condition.type)
  const known = conditions[at]
  const { status, reason, message, type } = condition
  const lastTransitionTime = known?.status === status ? (known.lastTransitionTime ?? now) : now
  const next = { lastTransitionTime, message, reason, status, type }
  if (known) conditions[at] = next
  else conditions.push(next)
}
