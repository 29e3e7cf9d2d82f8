/** Ingresses, IngressClasses, Endpoints, EndpointSlices and IPAddresses: what their definitions can't say. */
import {
  EndpointSlice,
  Endpoints,
  Ingress,
  IngressClass,
  IPAddress,
  NetworkPolicy,
  ServiceCIDR,
} from '../../crds/generated/tokens.js'
import { firstFew } from './first-few.js'
import { ingressErrors, ingressStatusErrors, ingressWarnings, isInUnclearBackend } from './ingress-rules.js'
import { addressesText } from './load-balancer-text.js'
import { balancerWarnings } from './rules/address-warning.js'
import { endpointSliceErrors, endpointsErrors } from './rules/endpoints.js'
import { ingressClassErrors } from './rules/ingress-class.js'
import { networkPolicyErrors } from './rules/network-policy.js'
import { endpointSliceWarnings, endpointsWarnings, networkPolicyWarnings } from './rules/network-warnings.js'
import { ipAddressErrors, serviceCidrErrors } from './rules/service-range.js'
import { kindPlugin } from './typed-plugin.js'

export const ingressKind = kindPlugin(Ingress, {
  overlooks: (cause, ingress) => isInUnclearBackend(ingress, cause),
  validate: (ingress, old, { operation }) =>
    operation === 'statusUpdate' ? ingressStatusErrors(ingress, old) : ingressErrors(ingress, old),
  warnings: (ingress, old, { operation }) =>
    operation === 'statusUpdate'
      ? balancerWarnings(ingress.status?.loadBalancer?.ingress)
      : ingressWarnings(ingress, old),
  columns: {
    hosts,
    address: ({ status }) => addressesText(status?.loadBalancer?.ingress),
    ports: ({ spec }) => (spec?.tls?.length ? '80, 443' : '80'),
  },
})

export const ingressClassKind = kindPlugin(IngressClass, {
  validate: ingressClassErrors,
  columns: {
    name: ({ metadata: { name = '', annotations } }) =>
      `${name}${annotations?.['ingressclass.kubernetes.io/is-default-class'] === 'true' ? ' (default)' : ''}`,
    parameters: ({ spec }) => {
      const named = spec?.parameters
      return named ? `${named.kind}${named.apiGroup ? `.${named.apiGroup}` : ''}/${named.name}` : '<none>'
    },
  },
})

export const networkPolicyKind = kindPlugin(NetworkPolicy, {
  overlooks: ({ field }, { spec }) =>
    (spec?.policyTypes?.length ?? 0) > 2 && field?.startsWith('spec.policyTypes[') === true,
  validate: networkPolicyErrors,
  warnings: networkPolicyWarnings,
})

export const serviceCidrKind = kindPlugin(ServiceCIDR, {
  validate: (range, old, { operation }) =>
    // Upstream's own conditions have no reason: a status is not judged.
    operation === 'statusUpdate' ? [] : serviceCidrErrors(range, old),
})

export const endpointsKind = kindPlugin(Endpoints, {
  validate: endpointsErrors,
  warnings: endpointsWarnings,
  columns: { endpoints },
})

export const endpointSliceKind = kindPlugin(EndpointSlice, {
  /** What version 1 dropped of the versions before it. */
  prepare({ metadata, endpoints }, old) {
    const stood = old?.endpoints?.some(({ deprecatedTopology }) => deprecatedTopology !== undefined)
    if (stood || !endpoints?.some(({ deprecatedTopology }) => deprecatedTopology)) return
    for (const endpoint of endpoints) delete endpoint.deprecatedTopology
    // It counts as a change all the same.
    if (old) metadata.generation = (old.metadata.generation ?? 0) + 1
  },
  validate: endpointSliceErrors,
  warnings: endpointSliceWarnings,
  columns: {
    ports: ({ ports }) =>
      firstFew(
        (ports ?? []).map(({ port, name }) => String(port ?? name ?? '*')),
        '<unset>',
      ),
    endpoints: (slice) =>
      firstFew(
        (slice.endpoints ?? []).flatMap(({ addresses }) => addresses ?? []),
        '<unset>',
      ),
  },
})

export const ipAddressKind = kindPlugin(IPAddress, {
  validate: ipAddressErrors,
  columns: {
    parentRef: ({ spec }) => {
      const { group, resource, namespace, name } = spec?.parentRef ?? { resource: '', name: '' }
      const kind = group ? `${resource}.${group}` : resource
      return namespace ? `${kind}/${namespace}/${name}` : `${kind}/${name}`
    },
  },
})

/** Counts rules, not hosts, as upstream does. */
function hosts({ spec }: Ingress): string {
  const rules = spec?.rules ?? []
  const named = rules.map(({ host }) => host ?? '').filter(Boolean)
  if (!named.length) return '*'
  return named.length >= 3 && rules.length > 3
    ? `${named.slice(0, 3).join(',')} + ${rules.length - 3} more...`
    : named.slice(0, 3).join(',')
}

function endpoints({ subsets }: Endpoints): string {
  if (!subsets?.length) return '<none>'
  const all = subsets.flatMap(({ ports, addresses }) => {
    const ips = (addresses ?? []).map(({ ip }) => ip)
    return ports?.length
      ? ports.flatMap(({ port }) => ips.map((ip) => (ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`)))
      : ips
  })
  return firstFew(all, '')
}
