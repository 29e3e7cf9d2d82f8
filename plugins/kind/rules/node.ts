/** What is wrong with a Node beyond its schema. */
import { labelValueErrors, qualifiedNameErrors, sameJson, type StatusCause } from '../../../core/meta/index.js'
import type { Node } from '../../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids, required } from '../causes.js'
import { negativeErrors } from './amounts.js'
import { parseRange, rangeErrors } from './address.js'

/** The pods' range has two names: the older one says the first of the newer ones. */
export function alignRanges({ spec }: Node): void {
  if (!spec) return
  const [first] = spec.podCIDRs ?? []
  if (spec.podCIDR && spec.podCIDR !== first) spec.podCIDRs = [spec.podCIDR]
  else if (first !== undefined && !spec.podCIDR) spec.podCIDR = first
}

export function nodeErrors({ spec }: Node, old: Node | undefined): StatusCause[] {
  const errors = [...taintErrors(spec?.taints ?? []), ...rangesErrors(spec?.podCIDRs ?? [])]
  return old ? [...errors, ...changeErrors(spec ?? {}, old.spec ?? {})] : errors
}

type Spec = NonNullable<Node['spec']>

function taintErrors(taints: NonNullable<Spec['taints']>): StatusCause[] {
  const seen = new Set<string>()
  return taints.flatMap(({ key, value, effect }, index) => {
    const at = `spec.taints[${index}]`
    const errors = key ? invalids(`${at}.key`, key, qualifiedNameErrors(key)) : []
    if (value) errors.push(...invalids(`${at}.value`, value, labelValueErrors(value)))
    const both = `${key}:${effect}`
    if (key && seen.has(both)) errors.push(duplicate(at, both))
    seen.add(both)
    return errors
  })
}

function rangesErrors(ranges: readonly string[]): StatusCause[] {
  const errors = ranges.flatMap((range, index) => rangeErrors(range, `spec.podCIDRs[${index}]`))
  if (ranges.length < 2 || errors.length) return errors
  const families = ranges.map((range) => parseRange(range)!.family)
  return ranges.length > 2 || families[0] === families[1]
    ? [invalid('spec.podCIDRs', ranges, 'one range of each family at most')]
    : []
}

/** What is given once stays. */
function changeErrors(spec: Spec, before: Spec): StatusCause[] {
  const errors: StatusCause[] = []
  if (before.podCIDRs?.length && !sameJson(spec.podCIDRs, before.podCIDRs))
    errors.push(forbidden('spec.podCIDRs', 'stay as they are once they are given'))
  if (before.providerID && spec.providerID !== before.providerID)
    errors.push(forbidden('spec.providerID', 'stays as it is once it is given'))
  return errors
}

export function nodeStatusErrors({ status }: Node): StatusCause[] {
  const errors = (['capacity', 'allocatable'] as const).flatMap((member) =>
    Object.entries(status?.[member] ?? {}).flatMap(([name, amount]) => {
      const at = `status.${member}[${name}]`
      return [...invalids(at, name, qualifiedNameErrors(name)), ...negativeErrors(amount, at)]
    }),
  )
  const seen = new Set<string>()
  for (const [index, { type, address }] of (status?.addresses ?? []).entries()) {
    const both = `${type}:${address}`
    if (seen.has(both)) errors.push(duplicate(`status.addresses[${index}]`, both))
    seen.add(both)
  }
  for (const [index, { type }] of (status?.conditions ?? []).entries())
    if (!type) errors.push(required(`status.conditions[${index}].type`))
  return errors
}
