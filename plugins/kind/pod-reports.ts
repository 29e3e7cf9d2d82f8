/** What reports about containers and devices in a pod's status may say (upstream's validateContainerStatusUsers, validateContainerStatusAllocatedResourcesStatus and validatePodExtendedResourceClaimStatus). */
import { dns1123LabelErrors, dns1123SubdomainErrors, type StatusCause } from '../../core/meta/index.js'
import type { Container, ContainerStatus, PodSpec, PodStatus } from '../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, invalids, required, tooLong, unsupported } from './causes.js'
import { notOnWindows } from './pod-spec/index.js'

export function reportErrors(status: PodStatus, spec: PodSpec): StatusCause[] {
  const found: StatusCause[] = []
  const of = { os: spec.os?.name ?? 'linux', found }
  const { containers, initContainers } = spec
  checkList(status.containerStatuses, 'status.containerStatuses', { ...of, asking: byName(containers) })
  checkList(status.initContainerStatuses, 'status.initContainerStatuses', { ...of, asking: byName(initContainers) })
  const guests = 'status.ephemeralContainerStatuses'
  status.ephemeralContainerStatuses?.forEach((each, index) => {
    checkUser(each, `${guests}[${index}].user.linux`, of)
    if (each.allocatedResourcesStatus?.length)
      found.push(forbidden(`${guests}[${index}].allocatedResourcesStatus`, 'a container that was added holds none'))
  })
  checkExtended(status.extendedResourceClaimStatus, spec, found)
  return found
}

interface Asked {
  readonly os: string
  readonly asking?: ReadonlyMap<string, Container>
  readonly found: StatusCause[]
}

/** The first of each name. */
const byName = (containers: readonly Container[] = []): ReadonlyMap<string, Container> =>
  new Map(containers.toReversed().map((each) => [each.name, each]))

function checkList(list: readonly ContainerStatus[] | undefined, at: string, asked: Asked): void {
  list?.forEach((each, index) => {
    checkUser(each, `${at}[${index}].user.linux`, asked)
    checkAllocated(each, `${at}[${index}].allocatedResourcesStatus`, asked)
  })
}

function checkUser({ user }: ContainerStatus, at: string, { os, found }: Asked): void {
  const linux = user?.linux
  if (!linux) return
  if (os === 'windows') {
    found.push(forbidden(at, notOnWindows))
    return
  }
  const check = (id: number | undefined, field: string) => {
    if ((id ?? 0) < 0 || (id ?? 0) > 0x7fffffff) found.push(invalid(field, id, 'must be between 0 and 2147483647'))
  }
  check(linux.uid, `${at}.uid`)
  check(linux.gid, `${at}.gid`)
  linux.supplementalGroups?.forEach((group, index) => void check(group, `${at}.supplementalGroups[${index}]`))
}

const healths = ['Healthy', 'Unhealthy', 'Unknown']
const mostMessageBytes = 1024

function checkAllocated(status: ContainerStatus, at: string, { asking, found }: Asked): void {
  if (!status.allocatedResourcesStatus) return
  // Who reports may know containers that the spec does not.
  const container = asking?.get(status.name)
  const claims = new Set(container?.resources?.claims?.map(claimed))
  status.allocatedResourcesStatus.forEach(({ name, resources }, index) => {
    const isAsked = name.startsWith('claim:') ? claims.has(name) : container?.resources?.requests?.[name] !== undefined
    if (container && !isAsked)
      found.push(
        invalid(`${at}[${index}].name`, name, 'must be what the container requests, or `claim:` and its claim'),
      )
    const seen = new Set<string>()
    resources?.forEach(({ resourceID, health = '', message }, resource) => {
      const here = `${at}[${index}].resources[${resource}]`
      if (!healths.includes(health)) found.push(unsupported(`${here}.health`, health, healths))
      if (message === '') found.push(required(`${here}.message`, 'must say something, or be left out'))
      else if (message && Buffer.byteLength(message) > mostMessageBytes)
        found.push(tooLong(`${here}.message`, mostMessageBytes))
      if (seen.has(resourceID)) found.push(duplicate(`${here}.resourceID`, resourceID))
      seen.add(resourceID)
    })
  })
}

const claimed = ({ name, request }: { readonly name: string; readonly request?: string }): string =>
  `claim:${name}${request ? `/${request}` : ''}`

function checkExtended(status: PodStatus['extendedResourceClaimStatus'], spec: PodSpec, found: StatusCause[]): void {
  if (!status) return
  const at = 'status.extendedResourceClaimStatus'
  const { resourceClaimName } = status
  // Kept as null where it is not stated, as upstream keeps it.
  const requestMappings = status.requestMappings ?? []
  if (requestMappings.length === 0) found.push(required(`${at}.requestMappings`, 'at least one'))
  const seen = new Set<string>()
  const containers = byName([...(spec.containers ?? []), ...(spec.initContainers ?? [])])
  requestMappings.forEach((mapping, index) => {
    const { containerName, resourceName, requestName } = mapping
    const here = `${at}.requestMappings[${index}]`
    const container = containers.get(containerName)
    if (!container) found.push(invalid(`${here}.containerName`, containerName, 'must be the name of a container'))
    else if (container.resources?.requests?.[resourceName] === undefined)
      found.push(invalid(`${here}.resourceName`, resourceName, 'must be requested by the container'))
    found.push(...invalids(`${at}.requestName`, requestName, dns1123LabelErrors(requestName)))
    const key = `${containerName} ${resourceName} ${requestName}`
    if (seen.has(key))
      for (const member of ['containerName', 'resourceName', 'requestName'] as const)
        found.push(duplicate(`${here}.${member}`, mapping[member]))
    seen.add(key)
  })
  const name = `${at}.resourceClaimName`
  if (!resourceClaimName) found.push(required(name))
  else found.push(...invalids(name, resourceClaimName, dns1123SubdomainErrors(resourceClaimName)))
}
