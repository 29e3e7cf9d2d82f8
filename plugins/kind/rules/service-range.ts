/** What is wrong with ServiceCIDRs and IPAddresses beyond their schemas: kinds that take addresses only as they are best written. */
import { dns1123SubdomainErrors, pathSegmentErrors, type StatusCause } from '../../../core/meta/index.js'
import type { IPAddress, ServiceCIDR } from '../../../crds/generated/tokens.js'
import { invalid, invalids, required } from '../causes.js'
import { canonicalAddressErrors, formatRange, parseRange, rangeErrors } from './address.js'

export function serviceCidrErrors({ spec }: ServiceCIDR, old: ServiceCIDR | undefined): StatusCause[] {
  const cidrs = spec?.cidrs ?? []
  if (old) return changeErrors(cidrs, old.spec?.cidrs ?? [])
  return rangesErrors(cidrs)
}

/** A second range may be added, so that a cluster becomes dual-stack; nothing else changes. */
function changeErrors(cidrs: readonly string[], before: readonly string[]): StatusCause[] {
  if (cidrs.length !== before.length && (before.length !== 1 || cidrs.length !== 2))
    return [invalid('spec.cidrs', cidrs, 'field is immutable')]
  const changed = before.flatMap((cidr, index) =>
    cidrs[index] === cidr ? [] : [invalid(`spec.cidrs[${index}]`, cidrs[index], 'field is immutable')],
  )
  return cidrs.length === before.length ? changed : [...changed, ...rangesErrors(cidrs)]
}

function rangesErrors(cidrs: readonly string[]): StatusCause[] {
  if (!cidrs.length) return [required('spec.cidrs', 'one range at least')]
  const families = cidrs.map((cidr) => parseRange(cidr)?.family)
  const isDual = cidrs.length < 2 || (cidrs.length === 2 && families[0] !== families[1])
  return [
    ...(isDual
      ? []
      : [invalid('spec.cidrs', cidrs, 'one range of each family at most, such as 10.9.8.0/24 and 2001:db8::/64')]),
    ...cidrs.flatMap((cidr, index) => canonicalErrors(cidr, `spec.cidrs[${index}]`)),
  ]
}

function canonicalErrors(cidr: string, field: string): StatusCause[] {
  const errors = rangeErrors(cidr, field)
  if (errors.length > 0) return errors
  const best = formatRange(parseRange(cidr)!)
  return best === cidr ? [] : [invalid(field, cidr, `must be written as ${best}`)]
}

export function ipAddressErrors({ metadata, spec }: IPAddress): StatusCause[] {
  const name = metadata.name ?? ''
  const errors = canonicalAddressErrors(name, 'metadata.name')
  const { group, resource, namespace, name: parent } = spec?.parentRef ?? {}
  const at = 'spec.parentRef'
  if (!spec?.parentRef) return errors
  if (group) errors.push(...invalids(`${at}.group`, group, dns1123SubdomainErrors(group)))
  if (resource) errors.push(...invalids(`${at}.resource`, resource, pathSegmentErrors(resource)))
  if (parent) errors.push(...invalids(`${at}.name`, parent, pathSegmentErrors(parent)))
  return namespace ? [...errors, ...invalids(`${at}.namespace`, namespace, pathSegmentErrors(namespace))] : errors
}
