/** What is wrong with a HorizontalPodAutoscaler (as version 2 says it) beyond its schema. */
import { dns1123LabelErrors, pathSegmentErrors, type StatusCause } from '../../../core/meta/index.js'
import type { HorizontalPodAutoscaler, MetricSpec, MetricTarget } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, oneOrMore, required, unsupported, zeroOrMore } from '../causes.js'
import { positiveErrors } from './amounts.js'
import { resourceNameErrors } from '../pod-spec/resources.js'
import { scalingErrors } from './scaling-rules.js'

type Spec = NonNullable<HorizontalPodAutoscaler['spec']>

export function autoscalerErrors(
  { spec }: HorizontalPodAutoscaler,
  old: HorizontalPodAutoscaler | undefined,
): StatusCause[] {
  if (!spec) return []
  const { scaleTargetRef, metrics, behavior } = spec
  const errors = [...countErrors(spec), ...targetOfScaleErrors(scaleTargetRef, old?.spec?.scaleTargetRef)]
  for (const [index, metric] of (metrics ?? []).entries())
    errors.push(...metricErrors(metric, `spec.metrics[${index}]`))
  if (spec.minReplicas === 0 && !metrics?.some(({ type }) => type === 'Object' || type === 'External'))
    errors.push(forbidden('spec.metrics', 'what is scaled to none is measured by an Object or External metric'))
  return [
    ...errors,
    ...(behavior?.scaleUp ? scalingErrors(behavior.scaleUp, 'spec.behavior.scaleUp') : []),
    ...(behavior?.scaleDown ? scalingErrors(behavior.scaleDown, 'spec.behavior.scaleDown') : []),
  ]
}

export function autoscalerStatusErrors({ status }: HorizontalPodAutoscaler): StatusCause[] {
  return (['currentReplicas', 'desiredReplicas'] as const).flatMap((member) => {
    const count = status?.[member] ?? 0
    return count < 0 ? [invalid(`status.${member}`, count, zeroOrMore)] : []
  })
}

function countErrors({ minReplicas: least, maxReplicas: most = 0 }: Spec): StatusCause[] {
  const field = 'spec.maxReplicas'
  const errors: StatusCause[] = []
  if (least !== undefined && least < 1) errors.push(invalid('spec.minReplicas', least, oneOrMore))
  if (most === 0) errors.push(required(field, 'how far it may scale'))
  else if (most < 0) errors.push(invalid(field, most, oneOrMore))
  if (least !== undefined && most < least) errors.push(invalid(field, most, `must be at least minReplicas, ${least}`))
  return errors
}

type Reference = Partial<Spec['scaleTargetRef']>

/** The only kind without a group that can be scaled is ReplicationController. What stood before is not asked about. */
function targetOfScaleErrors(reference: Reference | undefined, before: Reference | undefined): StatusCause[] {
  const { kind = '', apiVersion = '' } = reference ?? {}
  const at = 'spec.scaleTargetRef'
  const errors = namedErrors(reference ?? {}, at)
  if (before && (before.apiVersion ?? '') === apiVersion && before.kind === kind) return errors
  if (kind !== 'ReplicationController' && !apiVersion.includes('/'))
    return [...errors, invalid(`${at}.apiVersion`, apiVersion, 'must be a group and a version, such as apps/v1')]
  return [...errors, ...versionErrors(apiVersion, at)]
}

const referenceErrors = (reference: Reference, at: string): StatusCause[] => [
  ...namedErrors(reference, at),
  ...versionErrors(reference.apiVersion ?? '', at),
]

const versionErrors = (apiVersion: string, at: string): StatusCause[] =>
  apiVersion.split('/').length > 2
    ? [invalid(`${at}.apiVersion`, apiVersion, 'must be a version, or a group and a version: apps/v1')]
    : []

const namedErrors = ({ kind, name }: Reference, at: string): StatusCause[] => [
  ...segmentErrors(kind, `${at}.kind`),
  ...segmentErrors(name, `${at}.name`),
]

const segmentErrors = (text: string | undefined, field: string): StatusCause[] =>
  text ? invalids(field, text, pathSegmentErrors(text)) : [required(field)]

/** Where a metric of a type stands; of several the first is looked at. */
const memberOf = {
  Object: 'object',
  External: 'external',
  Pods: 'pods',
  Resource: 'resource',
  ContainerResource: 'containerResource',
} as const satisfies Record<string, keyof MetricSpec>

const types = Object.keys(memberOf).sort()
const members = Object.values(memberOf)

function metricErrors(metric: MetricSpec, at: string): StatusCause[] {
  const expected = memberOf[metric.type as keyof typeof memberOf] as (typeof members)[number] | undefined
  const present = members.filter((member) => metric[member])
  const errors: StatusCause[] = []
  if (!metric.type) errors.push(required(`${at}.type`))
  if (!expected) errors.push(unsupported(`${at}.type`, metric.type ?? '', types))
  const [first] = present
  if (first) errors.push(...sourceErrors(metric, first, `${at}.${first}`))
  if (expected && !metric[expected])
    errors.push(required(`${at}.${expected}`, `a metric of type ${metric.type} has it`))
  if (present.length > 1)
    for (const member of present)
      if (member !== expected)
        errors.push(forbidden(`${at}.${member}`, `a metric of type ${metric.type} has ${expected ?? 'one'} alone`))
  return errors
}

function sourceErrors(metric: MetricSpec, member: (typeof members)[number], at: string): StatusCause[] {
  const source = metric[member]!
  const target = source.target ?? { type: '' }
  const errors =
    member === 'object' ? referenceErrors(metric.object?.describedObject ?? {}, `${at}.describedObject`) : []
  if (member === 'resource' || member === 'containerResource')
    errors.push(...resourceErrors(metric[member]!, { at, member }))
  else errors.push(...segmentErrors(metric[member]!.metric?.name, `${at}.metric.name`))
  return [...errors, ...targetErrors(target, `${at}.target`), ...aimErrors(member, target, `${at}.target`)]
}

function resourceErrors(
  { name, container }: { readonly name?: string; readonly container?: string },
  { at, member }: { readonly at: string; readonly member: 'resource' | 'containerResource' },
): StatusCause[] {
  const errors = name ? [] : [required(`${at}.name`, 'the resource that is measured')]
  if (member === 'resource') return errors
  if (name) errors.push(...resourceNameErrors(name, `${at}.name`))
  if (!container) return [...errors, required(`${at}.container`, 'whose use is measured')]
  return [...errors, ...invalids(`${at}.container`, container, dns1123LabelErrors(container))]
}

const targetTypes = ['Utilization', 'Value', 'AverageValue']

function targetErrors({ type, value, averageValue, averageUtilization }: MetricTarget, at: string): StatusCause[] {
  const errors: StatusCause[] = []
  if (!type) errors.push(required(`${at}.type`))
  if (!targetTypes.includes(type))
    errors.push(invalid(`${at}.type`, type ?? '', 'must be Utilization, Value or AverageValue'))
  if (value !== undefined) errors.push(...positiveErrors(value, `${at}.value`))
  if (averageValue !== undefined) errors.push(...positiveErrors(averageValue, `${at}.averageValue`))
  if (averageUtilization !== undefined && averageUtilization < 1)
    errors.push(invalid(`${at}.averageUtilization`, averageUtilization, oneOrMore))
  return errors
}

/** What each sort of metric is to be held at. */
function aimErrors(member: string, target: MetricTarget, at: string): StatusCause[] {
  const { value, averageValue, averageUtilization } = target
  switch (member) {
    case 'pods':
      return averageValue === undefined ? [required(`${at}.averageValue`, 'a positive average of the pods')] : []
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
