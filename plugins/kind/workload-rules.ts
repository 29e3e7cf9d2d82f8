/** Rules about selectors, pod templates and counts that several workloads share (upstream's apps and batch validation). */
import { type LabelSelectorObject, matchesLabelSelector, type StatusCause } from '../../core/meta/index.js'
import type { LabelSelector, PodTemplateSpec } from '../../crds/generated/tokens.js'
import { forbidden, invalid, unsupported } from './causes.js'
import { labelSelectorErrors } from './rules/label-selector.js'

export interface Workload {
  readonly spec?: { readonly selector?: LabelSelector; readonly template?: PodTemplateSpec }
}

/** The selector says something, and selects the pods that are made. */
export function selectorErrors(kind: string, { spec }: Workload): StatusCause[] {
  const selector = spec?.selector as LabelSelectorObject | undefined
  const labels = spec?.template?.metadata?.labels ?? {}
  const isMissed = invalid('spec.template.metadata.labels', labels, '`selector` does not match template `labels`')
  if (!selector) return [isMissed]
  const malformed = labelSelectorErrors(spec!.selector!, 'spec.selector')
  if (malformed.length > 0) {
    return kind === 'daemonset' ? malformed : [...malformed, invalid('spec.selector', selector, 'selects nothing so')]
  }
  if (!Object.keys(selector.matchLabels ?? {}).length && !selector.matchExpressions?.length) {
    return [invalid('spec.selector', selector, `empty selector is invalid for ${kind}`)]
  }
  return matchesLabelSelector(selector, labels) ? [] : [isMissed]
}

/** Pods that a controller replaces run always, and as long as they are wanted. */
export function alwaysErrors(
  template: PodTemplateSpec | undefined,
  { kind, at }: { readonly kind: string; readonly at: string },
): StatusCause[] {
  const { restartPolicy, activeDeadlineSeconds } = template?.spec ?? {}
  const found: StatusCause[] = []
  if (restartPolicy && restartPolicy !== 'Always') {
    found.push(unsupported(`${at}.spec.restartPolicy`, restartPolicy, ['Always']))
  }
  if (activeDeadlineSeconds !== undefined) {
    const why = `activeDeadlineSeconds in ${kind} is not Supported`
    found.push(forbidden(`${at}.spec.activeDeadlineSeconds`, why))
  }
  return found
}

export type Amount = number | string

const percentage = /^[0-9]+%$/

/** A count, or a share of all. `most`: shares beyond the whole are refused. */
export function amountErrors(
  amount: Amount | undefined,
  field: string,
  most: 'whole' | 'any' = 'whole',
): StatusCause[] {
  if (amount === undefined) return []
  if (typeof amount === 'number') {
    return amount < 0 ? [invalid(field, amount, 'must be greater than or equal to 0')] : []
  }
  if (!percentage.test(amount)) {
    const why =
      "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%', or '93%', regex used for validation is '[0-9]+%')"
    return [invalid(field, amount, why)]
  }
  return most === 'whole' && sizeOf(amount) > 100 ? [invalid(field, amount, 'must not be greater than 100%')] : []
}

/** Its number, without looking at what it is of. */
export const sizeOf = (amount: Amount | undefined): number =>
  typeof amount === 'string' ? Number.parseInt(amount, 10) || 0 : (amount ?? 0)

/** Counters of a status: none below zero. */
export function counterErrors(status: object | undefined, names: readonly string[]): StatusCause[] {
  const counts = (status ?? {}) as Readonly<Record<string, unknown>>
  return names.flatMap((name) => {
    const count = counts[name]
    if (typeof count !== 'number' || count >= 0) return []
    return [invalid(`status.${name}`, count, 'must be greater than or equal to 0')]
  })
}

/** `[a, b]`: the counter a may not be more than the counter b; `words` where upstream's are not `status.<b>`. */
export function orderErrors(
  status: object | undefined,
  pairs: readonly (readonly [string, string, string?])[],
): StatusCause[] {
  const counts = (status ?? {}) as Readonly<Record<string, number | undefined>>
  return pairs.flatMap(([less, more, words]) => {
    const count = counts[less] ?? 0
    if (count <= (counts[more] ?? 0)) return []
    return [invalid(`status.${less}`, count, `cannot be greater than ${words ?? `status.${more}`}`)]
  })
}

interface Collisions {
  readonly collisionCount?: number
}

/** Names that were taken stay taken. */
export function collisionErrors(now: Collisions | undefined, before: Collisions | undefined): StatusCause[] {
  const had = before?.collisionCount
  if (had === undefined || (now?.collisionCount ?? -1) >= had) return []
  return [invalid('status.collisionCount', now?.collisionCount ?? 0, 'cannot be decremented')]
}
