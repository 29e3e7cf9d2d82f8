/** Which families of addresses a service has, from its policy, its families and its addresses (upstream: pkg/registry/core/service/storage/alloc.go, initIPFamilyFields). */
import { parseAddress, sameJson, type StatusCause, strictAddressErrors } from '../../core/meta/index.js'
import type { Family } from './address-range.js'
import type { ServiceSpec } from './service-ledger.js'

const known = ['IPv4', 'IPv6'] as const
const single = 'SingleStack'
const policies = [single, 'PreferDualStack', 'RequireDualStack']
const policyField = 'spec.ipFamilyPolicy'

/** Fills in `ipFamilyPolicy` and `ipFamilies`, and takes the second address away where the policy says so. Answers the faults; with any the spec is not to be used. */
export function settleFamilies(
  spec: ServiceSpec,
  old: ServiceSpec | undefined,
  families: readonly Family[],
): readonly StatusCause[] {
  if (spec.type === 'ExternalName') return []
  if (old && isPreferredAsBefore(spec, old)) return []
  spec.ipFamilyPolicy ??= old?.ipFamilyPolicy ?? (isFree(spec) ? 'RequireDualStack' : single)
  const shape = shapeFaults(spec, old?.clusterIPs ?? [])
  if (shape.length > 0) return shape
  const changes = old ? shrink(spec, old) : []
  const faults = [...changes, ...policyFaults(spec), ...inferFamilies(spec, families)]
  if (faults.length > 0) return faults
  if (isFree(spec)) {
    addOther(spec, known, families[0] ?? 'IPv4')
    return []
  }
  const missing = missingFaults(spec, families)
  if (missing.length === 0) addOther(spec, families, families[0] ?? 'IPv4')
  return missing
}

/** `clusterIP` and the first of `clusterIPs` are two names of one thing; an update by the older name moves the newer along. */
export function alignNames(spec: ServiceSpec, old: ServiceSpec | undefined): void {
  const has = (spec.clusterIPs?.length ?? 0) > 0
  if (!old) {
    if (spec.clusterIP && !has) spec.clusterIPs = [spec.clusterIP]
    return
  }
  if (spec.clusterIP !== old.clusterIP) {
    if (!has && spec.clusterIP) spec.clusterIPs = [spec.clusterIP]
    if (!has || !sameJson(spec.clusterIPs, old.clusterIPs)) return
    if (spec.clusterIP) spec.clusterIPs = [spec.clusterIP]
    else delete spec.clusterIPs
  } else if (!has && old.clusterIPs?.length) delete spec.clusterIP
}

/** Headless and without a selector: whoever writes its endpoints decides. */
const isFree = ({ clusterIP, clusterIPs, selector }: ServiceSpec): boolean =>
  (clusterIPs?.[0] ?? clusterIP) === 'None' && Object.keys(selector ?? {}).length === 0

/** What prefers two stacks keeps what it has when the cluster gets or loses one. */
const isPreferredAsBefore = (spec: ServiceSpec, old: ServiceSpec): boolean =>
  old.ipFamilyPolicy === 'PreferDualStack' &&
  spec.ipFamilyPolicy === 'PreferDualStack' &&
  isSame(spec.clusterIPs, old.clusterIPs) &&
  isSame(spec.ipFamilies, old.ipFamilies)

const isSame = (one: readonly string[] = [], other: readonly string[] = []): boolean => sameJson(one, other)

const cause = (reason: string, field: string, message: string): StatusCause => ({
  reason: `FieldValue${reason}`,
  field,
  message,
})

const invalid = (field: string, value: unknown, why: string): StatusCause =>
  cause('Invalid', field, `Invalid value: ${JSON.stringify(value)}: ${why}`)

const unsupported = (field: string, value: string, supported: readonly string[]): StatusCause => {
  const names = supported.map((each) => `"${each}"`).join(', ')
  return cause('NotSupported', field, `Unsupported value: "${value}": supported values: ${names}`)
}

/** What is wrong whatever the cluster has. */
function shapeFaults(
  { clusterIP, clusterIPs = [], ipFamilies = [], ipFamilyPolicy = single }: ServiceSpec,
  stood: readonly string[],
): StatusCause[] {
  const faults = policies.includes(ipFamilyPolicy) ? [] : [unsupported(policyField, ipFamilyPolicy, policies)]
  ipFamilies.forEach((family, index) => {
    const at = `spec.ipFamilies[${index}]`
    if (!known.includes(family as Family)) faults.push(unsupported(at, family, known))
    else if (ipFamilies.indexOf(family) < index) faults.push(cause('Duplicate', at, `Duplicate value: "${family}"`))
  })
  const field = 'spec.clusterIPs'
  if (clusterIPs.length > 0 && !clusterIP)
    faults.push(invalid(field, clusterIPs, 'say `clusterIP` too, or leave both out'))
  else if (clusterIPs.length > 0 && clusterIPs[0] !== clusterIP)
    faults.push(invalid(field, clusterIPs, `must begin with what \`clusterIP\` says (${clusterIP})`))
  if (clusterIPs.length > 2) faults.push(invalid(field, clusterIPs, 'there are two at most, one of each family'))
  return [...faults, ...addressFaults(clusterIPs, ipFamilies, stood)]
}

function addressFaults(
  clusterIPs: readonly string[],
  ipFamilies: readonly string[],
  stood: readonly string[],
): StatusCause[] {
  const field = 'spec.clusterIPs'
  const isHeadless = clusterIPs[0] === 'None'
  const faults = isHeadless && clusterIPs.length > 1 ? [invalid(field, clusterIPs, "'None' stands alone")] : []
  for (const [index, address] of clusterIPs.entries())
    if (!stood.includes(address) && !(isHeadless && index === 0))
      faults.push(...strictAddressErrors(address).map((why) => invalid(`${field}[${index}]`, address, why)))
  if (faults.length > 0 || isHeadless) return faults
  const found = clusterIPs.map((address) => parseAddress(address)?.family)
  if (found.length === 2 && found[0] === found[1])
    faults.push(invalid(field, clusterIPs, 'must be of two families: one IPv4 and one IPv6'))
  for (const [index, family] of found.entries()) {
    const wanted = ipFamilies[index]
    const why = `must be an ${wanted} address, as \`ipFamilies[${index}]\` says`
    if (wanted !== family && known.includes(wanted as Family))
      faults.push(invalid(`${field}[${index}]`, clusterIPs[index], why))
  }
  return faults
}

/** SingleStack alone gives the second of each back. */
function shrink(spec: ServiceSpec, old: ServiceSpec): StatusCause[] {
  if (spec.ipFamilyPolicy === single) {
    if (isSame(spec.clusterIPs, old.clusterIPs)) spec.clusterIPs = spec.clusterIPs?.slice(0, 1) as string[]
    if (isSame(spec.ipFamilies, old.ipFamilies)) spec.ipFamilies = spec.ipFamilies?.slice(0, 1) as string[]
    return []
  }
  const lacks = (member: 'clusterIPs' | 'ipFamilies', what: string): StatusCause[] =>
    old[member]?.length === 2 && spec[member]?.length === 1
      ? [invalid(policyField, spec.ipFamilyPolicy, `only '${single}' gives the second ${what} back`)]
      : []
  return [...lacks('clusterIPs', 'cluster IP'), ...lacks('ipFamilies', 'IP family')]
}

function policyFaults({ ipFamilyPolicy, clusterIPs, ipFamilies }: ServiceSpec): StatusCause[] {
  if (ipFamilyPolicy !== single) return []
  const asks = (what: string) =>
    invalid(policyField, single, `two ${what} want 'PreferDualStack' or 'RequireDualStack'`)
  return [
    ...(clusterIPs?.length === 2 ? [asks('cluster IPs')] : []),
    ...(ipFamilies?.length === 2 ? [asks('IP families')] : []),
  ]
}

/** An address that is asked for says its family. */
function inferFamilies(spec: ServiceSpec, families: readonly Family[]): StatusCause[] {
  const faults: StatusCause[] = []
  for (const [index, address] of (spec.clusterIPs ?? []).entries()) {
    const family = parseAddress(address)?.family
    if (!family || index < (spec.ipFamilies?.length ?? 0)) continue
    if (families.includes(family)) spec.ipFamilies = [...(spec.ipFamilies ?? []), family]
    else faults.push(invalid(`spec.clusterIPs[${index}]`, address, `the cluster has no ${family} addresses`))
  }
  return faults
}

function missingFaults({ ipFamilyPolicy, ipFamilies = [] }: ServiceSpec, families: readonly Family[]): StatusCause[] {
  const dual =
    ipFamilyPolicy === 'RequireDualStack' && families.length < 2
      ? [invalid(policyField, ipFamilyPolicy, 'the cluster has addresses of one family alone')]
      : []
  return [
    ...dual,
    ...ipFamilies.flatMap((family, index) =>
      families.includes(family as Family)
        ? []
        : [invalid(`spec.ipFamilies[${index}]`, family, 'the cluster has no such addresses')],
    ),
  ]
}

function addOther(spec: ServiceSpec, families: readonly Family[], first: Family): void {
  const has = spec.ipFamilies?.length ? spec.ipFamilies : [first]
  const other = spec.ipFamilyPolicy === single ? undefined : families.find((family) => !has.includes(family))
  spec.ipFamilies = other ? [...has, other] : [...has]
}
