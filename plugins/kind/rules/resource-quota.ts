/** What is wrong with a ResourceQuota beyond its schema. */
import { sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { ResourceQuota } from '../../../crds/generated/tokens.js'
import { invalid, invalids, required } from '../causes.js'
import { type Amounts, brokenErrors, negativeErrors } from './amounts.js'
import { isStandardForQuota, isWhole, quotaNameErrors } from './resource-names.js'

export function resourceQuotaErrors({ spec }: ResourceQuota, old: ResourceQuota | undefined): StatusCause[] {
  const errors = [
    ...amountsErrors(spec?.hard, 'spec.hard'),
    ...scopesErrors(spec?.scopes ?? [], spec?.hard),
    ...selectorErrors(spec?.scopeSelector?.matchExpressions ?? [], spec?.hard),
  ]
  const scopesOf = (quota: ResourceQuota['spec']) => [...new Set(quota?.scopes ?? [])].sort()
  return !old || sameJson(scopesOf(spec), scopesOf(old.spec))
    ? errors
    : [...errors, invalid('spec.scopes', spec?.scopes ?? [], 'field is immutable')]
}

export const resourceQuotaStatusErrors = ({ status }: ResourceQuota): StatusCause[] => [
  ...amountsErrors(status?.hard, 'status.hard'),
  ...amountsErrors(status?.used, 'status.used'),
]

function amountsErrors(amounts: Amounts | undefined, field: string): StatusCause[] {
  return Object.entries(amounts ?? {}).flatMap(([name, amount]) => {
    const at = `${field}[${name}]`
    const errors = [...invalids(at, name, quotaNameErrors(name)), ...negativeErrors(amount, at)]
    return isWhole(name) ? [...errors, ...brokenErrors(amount, at)] : errors
  })
}

const conflicts = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
]

function scopesErrors(scopes: readonly string[], hard: Amounts | undefined): StatusCause[] {
  return [
    ...scopes.flatMap((scope) => [
      ...(scope in countable ? [] : [invalid('spec.scopes', scopes, `there are ${Object.keys(countable).join(', ')}`)]),
      ...strangerErrors(scope, hard, { field: 'spec.scopes', value: scopes }),
    ]),
    ...conflictErrors(scopes, 'spec.scopes', scopes),
  ]
}

function conflictErrors(scopes: readonly string[], field: string, value: unknown): StatusCause[] {
  return conflicts
    .filter((pair) => pair.every((scope) => scopes.includes(scope)))
    .map(([one, other]) => invalid(field, value, `nothing is in both of ${one} and ${other}`))
}

const counts = ['count/pods', 'pods']
const amounts = ['cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory']
const claims = ['persistentvolumeclaims', 'requests.storage', 'count/persistentvolumeclaims']

/** Resources that a quota of this scope can count. */
const countable: Readonly<Record<string, readonly string[]>> = {
  BestEffort: counts,
  NotBestEffort: [...counts, ...amounts],
  Terminating: [...counts, ...amounts],
  NotTerminating: [...counts, ...amounts],
  PriorityClass: [...counts, ...amounts],
  CrossNamespacePodAffinity: [...counts, ...amounts],
  VolumeAttributesClass: claims,
}

function strangerErrors(
  scope: string,
  hard: Amounts | undefined,
  { field, value }: { readonly field: string; readonly value: unknown },
): StatusCause[] {
  const known = countable[scope]
  if (!known) return []
  return Object.keys(hard ?? {})
    .filter((name) => isStandardForQuota(name) && !known.includes(name))
    .map((name) => invalid(field, value, `a quota of scope ${scope} can't count ${name}`))
}

type Expression = NonNullable<
  NonNullable<NonNullable<ResourceQuota['spec']>['scopeSelector']>['matchExpressions']
>[number]

/** Scopes that are said with `Exists` alone. */
const plain = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity']

function selectorErrors(expressions: readonly Expression[], hard: Amounts | undefined): StatusCause[] {
  const at = 'spec.scopeSelector.matchExpressions'
  const scopes = expressions.map(({ scopeName }) => scopeName)
  const errors = expressions.flatMap(({ scopeName, operator, values }) => [
    ...(scopeName in countable
      ? []
      : [invalid(`${at}.scopeName`, scopeName ?? '', `there are ${Object.keys(countable).join(', ')}`)]),
    ...strangerErrors(scopeName, hard, { field: at, value: scopes }),
    ...(plain.includes(scopeName) && operator !== 'Exists'
      ? [invalid(`${at}.operator`, operator, `must be Exists for scope ${scopeName}`)]
      : []),
    ...valuesErrors(operator ?? '', values ?? [], at),
  ])
  return [...errors, ...conflictErrors(scopes, at, scopes)]
}

function valuesErrors(operator: string, values: readonly string[], at: string): StatusCause[] {
  const field = `${at}.values`
  if (operator !== 'Exists' && operator !== 'DoesNotExist' && operator !== 'In' && operator !== 'NotIn')
    return [invalid(`${at}.operator`, operator, 'must be In, NotIn, Exists or DoesNotExist')]
  if (operator === 'In' || operator === 'NotIn')
    return values.length ? [] : [required(field, `${operator} compares with one value at least`)]
  return values.length ? [invalid(field, values, `${operator} compares with no values`)] : []
}
