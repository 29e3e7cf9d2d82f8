/** What is wrong with a HorizontalPodAutoscaler (as version 2 says it) beyond its schema. */
import { pathSegmentErrors, type StatusCause } from '../../../core/meta/index.js'
import type { HorizontalPodAutoscaler, MetricSpec, MetricTarget } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required, unsupported } from '../causes.js'
import { nano, positiveErrors } from './amounts.js'
import { labelSelectorErrors } from './label-selector.js'
import { scalingErrors } from './scaling-rules.js'

type Spec = NonNullable<HorizontalPodAutoscaler['spec']>

export function autoscalerErrors({ spec }: HorizontalPodAutoscaler): StatusCause[] {
  if (!spec) return []
  const { minReplicas, maxReplicas, scaleTargetRef, metrics, behavior } = spec
  const errors = scaleTargetRef ? referenceErrors(scaleTargetRef, 'spec.scaleTargetRef') : []
  if (minReplicas !== undefined && maxReplicas >= 1 && maxReplicas < minReplicas)
    errors.push(invalid('spec.maxReplicas', maxReplicas, 'must be greater than or equal to `minReplicas`'))
  for (const [index, metric] of (metrics ?? []).entries())
    errors.push(...metricErrors(metric, `spec.metrics[${index}]`))
  return [
    ...errors,
    ...(behavior?.scaleUp ? scalingErrors(behavior.scaleUp, 'spec.behavior.scaleUp') : []),
    ...(behavior?.scaleDown ? scalingErrors(behavior.scaleDown, 'spec.behavior.scaleDown') : []),
  ]
}

export function autoscalerStatusErrors({ status }: HorizontalPodAutoscaler): StatusCause[] {
  return (['currentReplicas', 'desiredReplicas'] as const).flatMap((member) => {
    const count = status?.[member] ?? 0
    return count < 0 ? [invalid(`status.${member}`, count, 'must be greater than or equal to 0')] : []
  })
}

function referenceErrors({ kind, name, apiVersion }: Spec['scaleTargetRef'], at: string): StatusCause[] {
  const errors = [
    ...invalids(`${at}.kind`, kind, pathSegmentErrors(kind ?? '')),
    ...invalids(`${at}.name`, name, pathSegmentErrors(name ?? '')),
  ]
  return (apiVersion?.split('/').length ?? 0) > 2
    ? [...errors, invalid(`${at}.apiVersion`, apiVersion, 'must be a version, or a group and a version: apps/v1')]
    : errors
}

/** Where a metric of a type stands. */
const memberOf = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
} as const satisfies Record<string, keyof MetricSpec>

const types = Object.keys(memberOf)
const members = Object.values(memberOf)

function metricErrors(metric: MetricSpec, at: string): StatusCause[] {
  const expected = memberOf[metric.type as keyof typeof memberOf] as (typeof members)[number] | undefined
  const present = members.filter((member) => metric[member])
  const errors: StatusCause[] = []
  if (metric.type && !expected) errors.push(unsupported(`${at}.type`, metric.type, types))
  const [first] = present
  if (first) errors.push(...sourceErrors(metric, first, `${at}.${first}`))
  if (expected && !metric[expected])
    errors.push(required(`${at}.${expected}`, `a metric of type ${metric.type} has it`))
  if (present.length > 1)
    for (const member of present)
      if (member !== expected)
        errors.push(forbidden(`${at}.${member}`, `a metric of type ${metric.type} has ${expected} alone`))
  return errors
}

function sourceErrors(metric: MetricSpec, member: (typeof members)[number], at: string): StatusCause[] {
  const source = metric[member]!
  const target = source.target ?? { type: '' }
  const errors = 'describedObject' in source ? referenceErrors(source.describedObject, `${at}.describedObject`) : []
  if ('metric' in source && source.metric) {
    const { name, selector } = source.metric
    errors.push(...invalids(`${at}.metric.name`, name, pathSegmentErrors(name ?? '')))
    errors.push(...labelSelectorErrors(selector, `${at}.metric.selector`))
  }
  return [...errors, ...targetErrors(target, `${at}.target`), ...aimErrors(member, target, `${at}.target`)]
}

const targetTypes = ['Utilization', 'Value', 'AverageValue']

function targetErrors({ type, value, averageValue, averageUtilization }: MetricTarget, at: string): StatusCause[] {
  const errors: StatusCause[] = []
  if (type && !targetTypes.includes(type))
    errors.push(invalid(`${at}.type`, type, 'must be Utilization, Value or AverageValue'))
  if (value !== undefined) errors.push(...positiveErrors(value, `${at}.value`))
  if (averageValue !== undefined) errors.push(...positiveErrors(averageValue, `${at}.averageValue`))
  if (averageUtilization !== undefined && averageUtilization < 1)
    errors.push(invalid(`${at}.averageUtilization`, averageUtilization, 'must be greater than 0'))
  return errors
}

/** What each sort of metric is to be held at. */
function aimErrors(member: string, target: MetricTarget, at: string): StatusCause[] {
  const { value, averageValue, averageUtilization } = target
  switch (member) {
    case 'pods':
      return averageValue === undefined || nano(averageValue) <= 0n
        ? [required(`${at}.averageValue`, 'a positive average of the pods')]
        : []
    case 'object':
      return value === undefined && averageValue === undefined
        ? [required(`${at}.averageValue`, 'say `value` or `averageValue`')]
        : []
    case 'external':
      if (value === undefined && averageValue === undefined)
        return [required(`${at}.averageValue`, 'say `value` or `averageValue`')]
      return value !== undefined && averageValue !== undefined
        ? [forbidden(`${at}.value`, 'say `value` or `averageValue`, not both')]
        : []
    default:
      if (averageUtilization === undefined && averageValue === undefined)
        return [required(`${at}.averageUtilization`, 'say `averageUtilization` or `averageValue`')]
      return averageUtilization !== undefined && averageValue !== undefined
        ? [forbidden(`${at}.averageValue`, 'say `averageUtilization` or `averageValue`, not both')]
        : []
  }
}
