/** What whoever writes a Service, Endpoints, an EndpointSlice or a NetworkPolicy is warned of: what has no effect, what is going out of use, addresses that are not written as they are best written. */
import type { Endpoints, EndpointSlice, NetworkPolicy, Node, Service } from '../../../crds/generated/tokens.js'
import { modeNow, modeOfOld } from '../service-rules.js'
import { addressWarnings, rangeWarnings } from './address-warning.js'
import { placedRanges } from './network-policy.js'

export function serviceWarnings({ metadata, spec }: Service): string[] {
  if (!spec) return []
  const { type, clusterIP, clusterIPs, externalIPs = [], loadBalancerIP } = spec
  const isHeadless = type === 'ClusterIP' && clusterIP === 'None'
  return [
    ...(metadata.annotations?.[modeOfOld] === undefined
      ? []
      : [`metadata.annotations[${modeOfOld}]: ${modeNow} is its newer name`]),
    ...(isHeadless || type === 'ExternalName'
      ? []
      : (clusterIPs ?? []).flatMap((each, index) => addressWarnings(each, `spec.clusterIPs[${index}]`))),
    ...(isHeadless ? headlessWarnings(spec) : []),
    ...(externalIPs ?? []).flatMap((each, index) => addressWarnings(each, `spec.externalIPs[${index}]`)),
    ...(externalIPs?.length && !isHeadless && type !== 'ExternalName'
      ? ['spec.externalIPs is going out of use, and has no effect in some clusters']
      : []),
    ...(loadBalancerIP ? addressWarnings(loadBalancerIP, 'spec.loadBalancerIP') : []),
    ...(spec.loadBalancerSourceRanges ?? []).flatMap((each, index) =>
      rangeWarnings(each, `spec.loadBalancerSourceRanges[${index}]`),
    ),
    ...elsewhereWarnings(spec),
    ...(spec.trafficDistribution === 'PreferClose'
      ? ['spec.trafficDistribution: PreferSameZone is the newer name of PreferClose']
      : []),
  ]
}

type Spec = NonNullable<Service['spec']>

function headlessWarnings({ loadBalancerIP, externalIPs, sessionAffinity }: Spec): string[] {
  const ignored = (field: string) => `spec.${field} has no effect on a headless service`
  return [
    ...(loadBalancerIP ? [ignored('loadBalancerIP')] : []),
    ...(externalIPs?.length ? [ignored('externalIPs')] : []),
    ...(sessionAffinity !== 'None' ? [ignored('SessionAffinity')] : []),
  ]
}

function elsewhereWarnings({ type, externalIPs, externalName }: Spec): string[] {
  if (type === 'ExternalName')
    return externalIPs?.length ? ['spec.externalIPs has no effect on a service of type ExternalName'] : []
  return externalName ? ['spec.externalName has no effect on other types than ExternalName'] : []
}

export const endpointsWarnings = ({ subsets }: Endpoints): string[] =>
  (subsets ?? []).flatMap((subset, index) =>
    (['addresses', 'notReadyAddresses'] as const).flatMap((member) =>
      (subset[member] ?? []).flatMap(({ ip }, place) =>
        addressWarnings(ip ?? '', `subsets[${index}].${member}[${place}].ip`),
      ),
    ),
  )

export function endpointSliceWarnings(
  { addressType, endpoints }: EndpointSlice,
  old: EndpointSlice | undefined,
): string[] {
  if (addressType === 'FQDN') return old ? [] : ['spec.addressType: FQDN is going out of use: use IPv4 or IPv6']
  return (endpoints ?? []).flatMap(({ addresses }, index) =>
    (addresses ?? []).flatMap((each, place) => addressWarnings(each, `endpoints[${index}].addresses[${place}]`)),
  )
}

export const networkPolicyWarnings = (policy: NetworkPolicy): string[] =>
  placedRanges(policy).flatMap(({ text, at }) => rangeWarnings(text, at))

export const nodeWarnings = ({ spec }: Node): string[] => [
  ...(spec?.podCIDRs ?? []).flatMap((each, index) => rangeWarnings(each, `spec.podCIDRs[${index}]`)),
  ...(spec?.externalID ? ['spec.externalID: nothing reads it any more'] : []),
]
