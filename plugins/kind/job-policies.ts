/** What failures of a job's pods lead to, and when the job has succeeded. */
import { qualifiedNameErrors, type StatusCause } from '../../core/meta/index.js'
import type { JobSpec, PodFailurePolicyRule, SuccessPolicyRule } from '../../crds/generated/tokens.js'
import { duplicate, invalid, invalids, required, tooLong, tooMany, unsupported, zeroOrMore } from './causes.js'
import { countIndexes } from './job-indexes.js'
import { repeated } from './repeated.js'

const mostRules = 20
const mostExitCodes = 255
const mostIndexBytes = 64 * 1024
/** What else of its spec a job's fields want. */
export const needsIndexes = 'needs completionMode Indexed'
export const needsLimits = 'needs a backoffLimitPerIndex'

const truths = ['False', 'True', 'Unknown']

export function failurePolicyErrors(spec: JobSpec, at: string): StatusCause[] {
  const rules = spec.podFailurePolicy?.rules ?? []
  const found: StatusCause[] = []
  if (rules.length > mostRules) found.push(tooMany(`${at}.rules`, rules.length, mostRules))
  rules.forEach((rule, index) => void found.push(...failureRuleErrors(rule, `${at}.rules[${index}]`, spec)))
  return found
}

function failureRuleErrors(rule: PodFailurePolicyRule, at: string, spec: JobSpec): StatusCause[] {
  const found: StatusCause[] = []
  const { action, onExitCodes, onPodConditions = [] } = rule
  if (action === 'FailIndex' && spec.backoffLimitPerIndex === undefined) {
    found.push(invalid(`${at}.action`, action, needsLimits))
  }
  if (onExitCodes) found.push(...exitCodeErrors(onExitCodes, `${at}.onExitCodes`, spec))
  if (onPodConditions.length > mostRules) {
    found.push(tooMany(`${at}.onPodConditions`, onPodConditions.length, mostRules))
  }
  onPodConditions.forEach(({ type = '', status }, index) => {
    const here = `${at}.onPodConditions[${index}]`
    found.push(...invalids(`${here}.type`, type, qualifiedNameErrors(type)))
    if (!status) found.push(required(`${here}.status`, `valid values: ${truths.join(', ')}`))
    else if (!truths.includes(status)) found.push(unsupported(`${here}.status`, status, truths))
  })
  if (onExitCodes && onPodConditions.length) {
    found.push(invalid(at, rule, 'say `onExitCodes` or `onPodConditions`, not both'))
  } else if (!onExitCodes && !onPodConditions.length) {
    found.push(invalid(at, rule, 'say `onExitCodes` or `onPodConditions`'))
  }
  return found
}

function exitCodeErrors(
  { containerName, operator, values: stated }: NonNullable<PodFailurePolicyRule['onExitCodes']>,
  at: string,
  { template }: JobSpec,
): StatusCause[] {
  const found: StatusCause[] = []
  // Kept as null where it is not stated, as upstream keeps it.
  const values = stated ?? []
  const containers = [...(template.spec?.containers ?? []), ...(template.spec?.initContainers ?? [])]
  if (containerName !== undefined && !containers.some(({ name }) => name === containerName)) {
    const why = 'name a container or an init container of the template'
    found.push(invalid(`${at}.containerName`, containerName, why))
  }
  if (values.length === 0) found.push(invalid(`${at}.values`, values, 'name exit codes'))
  if (values.length > mostExitCodes) found.push(tooMany(`${at}.values`, values.length, mostExitCodes))
  const again = repeated(values)
  values.forEach((code, index) => {
    const field = `${at}.values[${index}]`
    if (operator === 'In' && code === 0) found.push(invalid(field, code, '0 is no failure, so In may not name it'))
    if (again[index]) found.push(duplicate(field, code))
  })
  if (values.some((code, index) => index > 0 && values[index - 1]! > code)) {
    found.push(invalid(`${at}.values`, values, 'must be ordered'))
  }
  return found
}

export function successPolicyErrors(spec: JobSpec, at: string): StatusCause[] {
  const rules = spec.successPolicy?.rules ?? []
  if (spec.completionMode !== 'Indexed') return [invalid(at, spec.successPolicy, needsIndexes)]
  const found: StatusCause[] = []
  if (rules.length > mostRules) found.push(tooMany(`${at}.rules`, rules.length, mostRules))
  rules.forEach(
    (rule, index) => void found.push(...successRuleErrors(rule, `${at}.rules[${index}]`, spec.completions ?? 0)),
  )
  return found
}

/** Of jobs and of those that a schedule makes: whether a cause lies in a policy of success that has no place there. */
export const isInMisplacedPolicy = ({ field = '' }: StatusCause, spec: JobSpec | undefined): boolean =>
  spec?.completionMode !== 'Indexed' && /^spec\.(jobTemplate\.spec\.)?successPolicy\./.test(field)

function successRuleErrors(
  { succeededCount: count, succeededIndexes: indexes }: SuccessPolicyRule,
  at: string,
  completions: number,
): StatusCause[] {
  if (count === undefined && indexes === undefined) {
    return [required(at, 'say `succeededCount`, `succeededIndexes` or both')]
  }
  const found: StatusCause[] = []
  const counted = indexes === undefined ? { total: completions } : countIndexes(indexes, completions)
  if ('wrong' in counted) {
    found.push(invalid(`${at}.succeededIndexes`, indexes, counted.wrong))
  }
  if (indexes && indexes.length > mostIndexBytes) found.push(tooLong(`${at}.succeededIndexes`, mostIndexBytes))
  if (count === undefined) return found
  const field = `${at}.succeededCount`
  const most = 'must be at most'
  if (count < 0) found.push(invalid(field, count, zeroOrMore))
  if (count > completions) {
    found.push(invalid(field, count, `${most} ${completions}, as there are no more completions`))
  }
  const total = 'total' in counted ? counted.total : 0
  if (indexes !== undefined && count > total) {
    const why = `${most} ${total}, as succeededIndexes names no more`
    found.push(invalid(field, count, why))
  }
  return found
}
