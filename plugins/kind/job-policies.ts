/** What failures of a job's pods lead to, and when the job has succeeded. */
import { qualifiedNameErrors, type StatusCause } from '../../core/meta/index.js'
import type { JobSpec, PodFailurePolicyRule, SuccessPolicyRule } from '../../crds/generated/tokens.js'
import { duplicate, invalid, invalids, required, tooLong, tooMany, unsupported } from './causes.js'
import { countIndexes } from './job-indexes.js'

const mostRules = 20
const mostExitCodes = 255
const mostIndexBytes = 64 * 1024
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
    found.push(invalid(`${at}.action`, action, 'requires the backoffLimitPerIndex to be set'))
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
    found.push(invalid(at, rule, 'specifying both OnExitCodes and OnPodConditions is not supported'))
  } else if (!onExitCodes && !onPodConditions.length) {
    found.push(invalid(at, rule, 'specifying one of OnExitCodes and OnPodConditions is required'))
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
    const why = 'must be one of the container or initContainer names in the pod template'
    found.push(invalid(`${at}.containerName`, containerName, why))
  }
  if (values.length === 0) found.push(invalid(`${at}.values`, values, 'name exit codes'))
  if (values.length > mostExitCodes) found.push(tooMany(`${at}.values`, values.length, mostExitCodes))
  values.forEach((code, index) => {
    const field = `${at}.values[${index}]`
    if (operator === 'In' && code === 0) found.push(invalid(field, code, 'must not be 0 for the In operator'))
    if (values.indexOf(code) < index) found.push(duplicate(field, code))
  })
  if (values.some((code, index) => index > 0 && values[index - 1]! > code)) {
    found.push(invalid(`${at}.values`, values, 'must be ordered'))
  }
  return found
}

export function successPolicyErrors(spec: JobSpec, at: string): StatusCause[] {
  const rules = spec.successPolicy?.rules ?? []
  if (spec.completionMode !== 'Indexed') return [invalid(at, spec.successPolicy, 'requires indexed completion mode')]
  const found: StatusCause[] = []
  if (rules.length > mostRules) found.push(tooMany(`${at}.rules`, rules.length, mostRules))
  rules.forEach(
    (rule, index) => void found.push(...successRuleErrors(rule, `${at}.rules[${index}]`, spec.completions ?? 0)),
  )
  return found
}

function successRuleErrors(
  { succeededCount: count, succeededIndexes: indexes }: SuccessPolicyRule,
  at: string,
  completions: number,
): StatusCause[] {
  if (count === undefined && indexes === undefined) {
    return [required(at, 'at least one of succeededCount or succeededIndexes must be specified')]
  }
  const found: StatusCause[] = []
  const counted = indexes === undefined ? { total: completions } : countIndexes(indexes, completions)
  if ('wrong' in counted) {
    found.push(invalid(`${at}.succeededIndexes`, indexes, `error parsing succeededIndexes: ${counted.wrong}`))
  }
  if (indexes && indexes.length > mostIndexBytes) found.push(tooLong(`${at}.succeededIndexes`, mostIndexBytes))
  if (count === undefined) return found
  const field = `${at}.succeededCount`
  const most = 'must be less than or equal to'
  if (count < 0) found.push(invalid(field, count, 'must be greater than or equal to 0'))
  if (count > completions) {
    found.push(invalid(field, count, `${most} ${completions} (the number of specified completions)`))
  }
  const total = 'total' in counted ? counted.total : 0
  if (indexes !== undefined && count > total) {
    const why = `${most} ${total} (the number of indexes in the specified succeededIndexes field)`
    found.push(invalid(field, count, why))
  }
  return found
}
