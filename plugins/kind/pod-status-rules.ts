/** What a pod's status may come to say (upstream's ValidatePodStatusUpdate). */
import { isIPv4 } from 'node:net'
import { dns1123SubdomainErrors, qualifiedNameErrors, type StatusCause } from '../../core/meta/index.js'
import type { ContainerStatus, Pod, PodSpec, PodStatus } from '../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids } from './causes.js'
import { addressErrors } from './rules/address.js'

const systemConditions = new Set(['PodScheduled', 'Ready', 'Initialized', 'ContainersReady'])

export function statusErrors({ spec, status }: Pod, old: Pod): StatusCause[] {
  if (!status || status === old.status) return []
  const before = old.status ?? {}
  const found: StatusCause[] = []
  status.conditions?.forEach(({ type }, index) => {
    if (systemConditions.has(type)) return
    found.push(...invalids(`metadata.conditions[${index}].Type`, type, qualifiedNameErrors(type)))
  })
  const nominated = status.nominatedNodeName
  if (nominated && nominated !== before.nominatedNodeName) {
    found.push(...invalids('status.nominatedNodeName', nominated, dns1123SubdomainErrors(nominated)))
  }
  if (before.qosClass !== undefined && status.qosClass !== before.qosClass) {
    found.push(invalid('status.qosClass', status.qosClass ?? '', 'field is immutable'))
  }
  found.push(...containerErrors(status, before, old.spec), ...claimErrors(status, spec), ...addressListErrors(status))
  return found
}

function containerErrors(status: PodStatus, before: PodStatus, spec: PodSpec | undefined): StatusCause[] {
  const policy = spec?.restartPolicy
  const isSidecar = (name: string) =>
    spec?.initContainers?.some((each) => each.name === name && each.restartPolicy === 'Always') === true
  const ofOne = (name: string) =>
    [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].find((each) => each.name === name)
  const mayRun = ({ name, state }: ContainerStatus): boolean => {
    const own = ofOne(name)
    if (isSidecar(name) || own?.restartPolicyRules?.length) return true
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
  return (before[list] ?? []).flatMap((old, index) => {
    if (!old.state?.terminated || mayRun(old)) return []
    const runs = status[list]?.some(({ name, state }) => name === old.name && !state?.terminated)
    return runs ? [forbidden(`status.${list}[${index}].state`, 'may not be transitioned to non-terminated state')] : []
  })
}

function claimErrors({ resourceClaimStatuses: claims }: PodStatus, spec: PodSpec | undefined): StatusCause[] {
  const seen = new Set<string>()
  return (claims ?? []).flatMap(({ name, resourceClaimName }, index) => {
    const field = `status.resourceClaimStatuses[${index}].name`
    const found: StatusCause[] = []
    if (!spec?.resourceClaims?.some((claim) => claim.name === name)) {
      found.push(invalid(field, name, 'must match the name of an entry in `spec.resourceClaims`'))
    }
    if (seen.has(name)) found.push(duplicate(field, name))
    seen.add(name)
    if (resourceClaimName) found.push(...invalids(field, resourceClaimName, dns1123SubdomainErrors(resourceClaimName)))
    return found
  })
}

function addressListErrors({ podIPs, hostIPs, hostIP }: PodStatus): StatusCause[] {
  const found: StatusCause[] = []
  if (hostIPs?.length && hostIPs[0]!.ip !== (hostIP ?? '')) {
    found.push(invalid('status.hostIPs[0].ip', hostIPs[0]!.ip, 'must be equal to `hostIP`'))
  }
  const lists = { podIPs, hostIPs }
  for (const [member, list] of Object.entries(lists)) {
    const field = `status.${member}`
    const ips = list?.map(({ ip }) => ip) ?? []
    ips.forEach((ip, index) => {
      found.push(...addressErrors(ip, `${field}[${index}]`))
      if (ips.indexOf(ip) < index) found.push(duplicate(`${field}[${index}]`, list![index]))
    })
    const families = ips.filter(isIPv4).length
    if (ips.length > 2 || (ips.length === 2 && families !== 1)) {
      found.push(invalid(field, list, 'may specify no more than one IP for each IP family'))
    }
  }
  return found
}
