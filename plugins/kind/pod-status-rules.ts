/** What a pod's status may come to say (upstream's ValidatePodStatusUpdate). */
import { dns1123SubdomainErrors, qualifiedNameErrors, type StatusCause } from '../../core/meta/index.js'
import type { ContainerStatus, Pod, PodCondition, PodSpec, PodStatus } from '../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids } from './causes.js'
import { reportErrors } from './pod-reports.js'
import { addressErrors, isOneOfEach, parseAddress, standing } from './rules/address.js'

const systemConditions = new Set(['PodScheduled', 'Ready', 'Initialized', 'ContainersReady'])

export function statusErrors({ spec, status }: Pod, old: Pod): StatusCause[] {
  if (!status || status === old.status) return []
  const before = old.status ?? {}
  const found: StatusCause[] = []
  status.conditions?.forEach(({ type, observedGeneration }, index) => {
    checkGeneration(observedGeneration, `status.conditions[${index}]`, found)
    if (systemConditions.has(type)) return
    found.push(...invalids(`status.conditions[${index}].Type`, type, qualifiedNameErrors(type)))
  })
  checkGeneration(status.observedGeneration, 'status', found)
  const nominated = status.nominatedNodeName
  if (nominated && nominated !== before.nominatedNodeName) {
    found.push(...invalids('status.nominatedNodeName', nominated, dns1123SubdomainErrors(nominated)))
    if (spec?.nodeName) found.push(forbidden('status.nominatedNodeName', 'the pod has its node: leave it out'))
  }
  if (before.qosClass !== undefined && status.qosClass !== before.qosClass) {
    found.push(invalid('status.qosClass', status.qosClass ?? '', 'field is immutable'))
  }
  found.push(
    ...containerErrors(status, before, old.spec),
    ...claimErrors(status, spec),
    ...addressListErrors(status, before),
  )
  if (spec) found.push(...reportErrors(status, spec))
  return found
}

function checkGeneration(observed: number | undefined, at: string, found: StatusCause[]): void {
  if ((observed ?? 0) < 0) found.push(invalid(`${at}.observedGeneration`, observed, 'must not be negative'))
}

/** What is not said of the generation that was observed stays as it was (upstream's preserveOldObservedGeneration). */
export function keepGenerations(status: PodStatus, before: PodStatus | undefined): void {
  if (!status.observedGeneration && before?.observedGeneration) status.observedGeneration = before.observedGeneration
  if (!before?.conditions?.some(({ observedGeneration }) => observedGeneration)) return
  const left = new Map<string, PodCondition[]>()
  for (const each of before.conditions.toReversed()) {
    const alike = left.get(each.type)
    if (alike) alike.push(each)
    else left.set(each.type, [each])
  }
  status.conditions = status.conditions?.map((condition) => {
    const old = left.get(condition.type)?.pop()
    const observedGeneration = condition.observedGeneration || old?.observedGeneration
    return observedGeneration ? { ...condition, observedGeneration } : condition
  }) as PodStatus['conditions']
}

function containerErrors(status: PodStatus, before: PodStatus, spec: PodSpec | undefined): StatusCause[] {
  const policy = spec?.restartPolicy
  const sidecars = new Set(
    spec?.initContainers?.filter((each) => each.restartPolicy === 'Always').map((each) => each.name),
  )
  const all = [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])]
  const byName = new Map(all.map((each) => [each.name, each]))
  const mayRun = ({ name, state }: ContainerStatus): boolean => {
    const own = byName.get(name)
    if (sidecars.has(name) || own?.restartPolicyRules?.length) return true
    const effective = own?.restartPolicy ?? policy
    return effective === 'Always' || (effective === 'OnFailure' && state?.terminated?.exitCode !== 0)
  }
  return [
    ...revivals(status, before, { list: 'containerStatuses', mayRun }),
    ...revivals(status, before, { list: 'initContainerStatuses', mayRun }),
    ...revivals(status, before, { list: 'ephemeralContainerStatuses', mayRun: () => false }),
  ]
}

interface Revival {
  readonly list: 'containerStatuses' | 'initContainerStatuses' | 'ephemeralContainerStatuses'
  readonly mayRun: (old: ContainerStatus) => boolean
}

/** What has ended for good does not run again. */
function revivals(status: PodStatus, before: PodStatus, { list, mayRun }: Revival): StatusCause[] {
  if (status[list] === before[list]) return []
  const running = new Set(status[list]?.filter(({ state }) => !state?.terminated).map(({ name }) => name))
  return (before[list] ?? []).flatMap((old, index) => {
    if (!old.state?.terminated || mayRun(old)) return []
    return running.has(old.name)
      ? [forbidden(`status.${list}[${index}].state`, 'has ended for good: keep state.terminated')]
      : []
  })
}

function claimErrors({ resourceClaimStatuses: claims }: PodStatus, spec: PodSpec | undefined): StatusCause[] {
  const seen = new Set<string>()
  const known = new Set(spec?.resourceClaims?.map((claim) => claim.name))
  return (claims ?? []).flatMap(({ name, resourceClaimName }, index) => {
    const field = `status.resourceClaimStatuses[${index}].name`
    const found: StatusCause[] = []
    if (!known.has(name)) {
      found.push(invalid(field, name, 'must name one of spec.resourceClaims'))
    }
    if (seen.has(name)) found.push(duplicate(field, name))
    seen.add(name)
    const why = resourceClaimName === undefined ? [] : dns1123SubdomainErrors(resourceClaimName)
    found.push(...invalids(field.replace(/name$/, 'resourceClaimName'), resourceClaimName, why))
    return found
  })
}

function addressListErrors(status: PodStatus, before: PodStatus): StatusCause[] {
  const { hostIPs, hostIP } = status
  const found: StatusCause[] = []
  if (hostIPs?.length && hostIPs[0]!.ip !== (hostIP ?? '')) {
    found.push(invalid('status.hostIPs[0].ip', hostIPs[0]!.ip, 'must be the address in hostIP'))
  }
  for (const member of ['podIPs', 'hostIPs'] as const) {
    const field = `status.${member}`
    const stood = standing(() => (before[member] ?? []).map(({ ip }) => ip))
    const ips = status[member]?.map(({ ip }) => ip) ?? []
    ips.forEach((ip, index) => {
      found.push(...addressErrors(ip, `${field}[${index}]`, stood))
    })
    if (ips.length < 2) continue
    const addresses = ips.map(parseAddress)
    const isWhole = !addresses.includes(undefined)
    // Upstream fails at these.
    if (!isWhole) found.push({ reason: 'InternalError', message: 'Internal error: addresses of no family', field })
    if (!isWhole || !isOneOfEach(addresses)) {
      found.push(invalid(field, status[member], 'must be one address, or one of IPv4 and one of IPv6'))
    }
  }
  return found
}
