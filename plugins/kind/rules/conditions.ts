/** What is wrong with meta's own conditions in a status. */
import { qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { Condition } from '../../../crds/generated/tokens.js'
import { duplicate, invalid, invalids, required, tooLong, unsupported, zeroOrMore } from '../causes.js'
import { repeated } from '../repeated.js'

const statuses = ['False', 'True', 'Unknown']
const mostOf = { reason: 1024, message: 32 * 1024 } as const

export function conditionErrors(conditions: readonly Condition[] | undefined, field: string): StatusCause[] {
  const seen = new Set<string>()
  return (conditions ?? []).flatMap((condition, index) => {
    const at = `${field}[${index}]`
    const again = seen.has(condition.type) ? [duplicate(`${at}.type`, condition.type)] : []
    seen.add(condition.type)
    return [...again, ...errorsOf(condition, at)]
  })
}

/** Conditions of kinds that have their own type of them: each says what it is, once. */
export function plainConditionErrors(
  conditions: readonly { readonly type?: string }[] | undefined = [],
): StatusCause[] {
  const again = repeated(conditions.map(({ type }) => type))
  return conditions.flatMap(({ type }, index) => {
    const field = `status.conditions[${index}].type`
    if (!type) return [required(field)]
    return again[index] ? [duplicate(field, type)] : []
  })
}

function errorsOf(
  { type, status, observedGeneration, lastTransitionTime, ...texts }: Condition,
  at: string,
): StatusCause[] {
  const errors = invalids(`${at}.type`, type, qualifiedNameErrors(type ?? ''))
  if (!statuses.includes(status)) errors.push(unsupported(`${at}.status`, status ?? '', statuses))
  if ((observedGeneration ?? 0) < 0) errors.push(invalid(`${at}.observedGeneration`, observedGeneration, zeroOrMore))
  if (!lastTransitionTime) errors.push(required(`${at}.lastTransitionTime`))
  const { reason } = texts
  if (!reason) errors.push(required(`${at}.reason`))
  else if (!/^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$/.test(reason))
    errors.push(invalid(`${at}.reason`, reason, "must be one word that begins with a letter, such as 'MinimumReached'"))
  for (const member of ['reason', 'message'] as const)
    if ((texts[member]?.length ?? 0) > mostOf[member]) errors.push(tooLong(`${at}.${member}`, mostOf[member]))
  return errors
}
