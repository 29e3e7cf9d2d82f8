/** Rules about selectors, pod templates and counts that several workloads share (upstream's apps and batch validation). */
import { type LabelSelectorObject, matchesLabelSelector, type StatusCause } from '../../core/meta/index.js'
import type { LabelSelector, PodTemplateSpec } from '../../crds/generated/tokens.js'
import { forbidden, invalid, unsupported, zeroOrMore } from './causes.js'
import { isUnlooked } from './pod-spec/index.js'
import { labelSelectorErrors } from './rules/label-selector.js'

export interface Workload {
  readonly spec?: { readonly selector?: LabelSelector; readonly template?: PodTemplateSpec }
}

const judgesAll = 'daemonset'

export const unselected = 'must hold the labels that `selector` asks for'
export const selectsPods = 'must select the pods of the template'

/** The selector says something, and selects the pods that are made. */
export function selectorErrors(kind: string, { spec }: Workload): StatusCause[] {
  const selector = spec?.selector as LabelSelectorObject | undefined
  const labels = spec?.template?.metadata?.labels ?? {}
  const isMissed = invalid('spec.template.metadata.labels', labels, unselected)
  if (!selector) return [isMissed]
  const malformed = labelSelectorErrors(spec!.selector!, 'spec.selector')
  if (malformed.length > 0) {
    return kind === judgesAll ? malformed : [...malformed, invalid('spec.selector', selector, 'selects nothing so')]
  }
  if (!Object.keys(selector.matchLabels ?? {}).length && !selector.matchExpressions?.length) {
    return [invalid('spec.selector', selector, selectsPods)]
  }
  return matchesLabelSelector(selector, labels) ? [] : [isMissed]
}

const judged = new WeakMap<object, boolean>()

/** Whether the template is looked at: what can't be matched with the selector is not, upstream. Cost: one look at each selector. */
export function isTemplateJudged({ spec }: Workload): boolean {
  const { selector } = spec ?? {}
  if (!selector) return true
  const known = judged.get(selector) ?? labelSelectorErrors(selector, '').length === 0
  judged.set(selector, known)
  return known
}

/** Of workloads whose selector has to be sound before their template is looked at. */
export const overlooksTemplate = (cause: StatusCause, object: Workload): boolean =>
  isUnlooked(cause, object) || (cause.field?.startsWith('spec.template.') === true && !isTemplateJudged(object))

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
    const why = `pods of a ${kind} have no deadline: leave it out`
    found.push(forbidden(`${at}.spec.activeDeadlineSeconds`, why))
  }
  return found
}

export const onlyRolling = 'only the type RollingUpdate has it'

export type Amount = number | string

export const notAnAmount = "must be a whole number or a percentage such as '10%'"
export const moreThanAll = 'must not be more than 100%'

const percentage = /^[0-9]+%$/

/** A count, or a share of all. `most`: shares beyond the whole are refused. */
export function amountErrors(
  amount: Amount | undefined,
  field: string,
  most: 'whole' | 'any' = 'whole',
): StatusCause[] {
  if (amount === undefined) return []
  if (typeof amount === 'number') {
    return amount < 0 ? [invalid(field, amount, zeroOrMore)] : []
  }
  if (!percentage.test(amount)) {
    return [invalid(field, amount, notAnAmount)]
  }
  return most === 'whole' && sizeOf(amount) > 100 ? [invalid(field, amount, moreThanAll)] : []
}

/** Its number, without looking at what it is of. */
export const sizeOf = (amount: Amount | undefined): number =>
  typeof amount === 'string' ? Number(percentage.test(amount) ? amount.slice(0, -1) : amount) || 0 : (amount ?? 0)

/** Counters of a status: none below zero. */
export function counterErrors(status: object | undefined, names: readonly string[]): StatusCause[] {
  const counts = (status ?? {}) as Readonly<Record<string, unknown>>
  return names.flatMap((name) => {
    const count = counts[name]
    if (typeof count !== 'number' || count >= 0) return []
    return [invalid(`status.${name}`, count, zeroOrMore)]
  })
}

/** `[a, b]`: the counter a may not be more than the counter b. */
export function orderErrors(status: object | undefined, pairs: readonly (readonly [string, string])[]): StatusCause[] {
  const counts = (status ?? {}) as Readonly<Record<string, number | undefined>>
  return pairs.flatMap(([less, more]) => {
    const count = counts[less] ?? 0
    if (count <= (counts[more] ?? 0)) return []
    return [invalid(`status.${less}`, count, `must be at most status.${more}`)]
  })
}

interface Collisions {
  readonly collisionCount?: number
}

/** Names that were taken stay taken. */
export function collisionErrors(now: Collisions | undefined, before: Collisions | undefined): StatusCause[] {
  const had = before?.collisionCount
  if (had === undefined || (now?.collisionCount ?? -1) >= had) return []
  return [invalid('status.collisionCount', now?.collisionCount ?? 0, `must not go down from ${had}`)]
}
