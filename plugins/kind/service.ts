/** Services: what their definition can't say. */

import type { StatusCause } from '../../core/meta/index.js'
import { Service } from '../../crds/generated/tokens.js'
import { invalid, required } from './causes.js'
import { addressesText } from './load-balancer-text.js'
import { balancerWarnings } from './rules/address-warning.js'
import { serviceWarnings } from './rules/network-warnings.js'
import { serviceStatusErrors, trafficErrors } from './rules/service.js'
import { serviceErrors } from './service-rules.js'
import { kindPlugin } from './typed-plugin.js'

export const serviceKind = kindPlugin(Service, {
  prepare(service, old, { operation }) {
    alignClusterIPs(service, old)
    if (old && operation !== 'statusUpdate') dropBalancer(service)
  },
  warnings: (service, _old, { operation }) =>
    operation === 'statusUpdate' ? balancerWarnings(service.status?.loadBalancer?.ingress) : serviceWarnings(service),
  overlooks: ({ field }, { spec }) => spec?.type === 'ExternalName' && field?.startsWith('spec.ipFamil') === true,
  validate: (service, old, { operation }) =>
    operation === 'statusUpdate'
      ? serviceStatusErrors(service, old)
      : [
          ...portErrors(service),
          ...serviceErrors(service),
          ...trafficErrors(service, old),
          ...(old ? addressErrors(service, old) : []),
        ],
  columns: {
    clusterIP: ({ spec }) => spec?.clusterIPs?.[0] ?? '<none>',
    externalIP,
    ports: ({ spec }) => (spec?.ports ?? []).map(portText).join(',') || '<none>',
  },
})

/** clusterIP and the first of clusterIPs are two names of one thing; an update by the older name moves the newer along. */
function alignClusterIPs({ spec }: Service, old: Service | undefined): void {
  if (!spec) return
  const [first] = spec.clusterIPs ?? []
  if (!old || spec.clusterIP === old.spec?.clusterIP) {
    if (spec.clusterIP && first === undefined) spec.clusterIPs = [spec.clusterIP]
    else if (!old && !spec.clusterIP && first) spec.clusterIP = first
    return
  }
  const unchanged = first === old.spec?.clusterIPs?.[0]
  if (!spec.clusterIP && unchanged) delete spec.clusterIPs
  else if (spec.clusterIP && (first === undefined || unchanged)) spec.clusterIPs = [spec.clusterIP]
}

/** What is no load balancer has none of its addresses, though whoever gave them has not taken them back yet. */
function dropBalancer({ spec, status }: Service): void {
  if (status?.loadBalancer?.ingress && spec?.type !== 'LoadBalancer') status.loadBalancer = {}
}

/** Several ports must be told apart by name; a service that is no name for something elsewhere has one at least. */
function portErrors({ spec }: Service): StatusCause[] {
  const ports = spec?.ports ?? []
  if (!ports.length) return spec?.type === 'ExternalName' || spec?.clusterIP === 'None' ? [] : [required('spec.ports')]
  if (ports.length === 1) return []
  return ports.flatMap(({ name }, index) => (name ? [] : [required(`spec.ports[${index}].name`)]))
}

/** A service keeps its addresses and families for as long as it has a type that has some; a second one of each comes and goes. */
function addressErrors({ spec }: Service, { spec: before }: Service): StatusCause[] {
  if (!spec || !before || spec.type === 'ExternalName' || before.type === 'ExternalName') return []
  const [first] = before.clusterIPs ?? (before.clusterIP ? [before.clusterIP] : [])
  const isHeadless = first === 'None' && spec.clusterIPs?.[0] === 'None'
  if (isHeadless) return []
  return [
    ...(first ? listErrors('clusterIPs', spec.clusterIPs, before.clusterIPs ?? [first]) : []),
    ...listErrors('ipFamilies', spec.ipFamilies, before.ipFamilies),
  ]
}

function listErrors(
  member: 'clusterIPs' | 'ipFamilies',
  now: readonly string[] = [],
  before: readonly string[] = [],
): StatusCause[] {
  const primary = member === 'clusterIPs' ? 'primary clusterIP' : 'primary ipFamily'
  if (before.length && !now.length)
    return [invalid(`spec.${member}[0]`, now, `the ${primary} stays: name ${before[0]} first`)]
  const kept = now.length === before.length ? before : before.slice(0, 1)
  return kept.flatMap((each, index) =>
    now[index] === each ? [] : [invalid(`spec.${member}[${index}]`, now, `must stay ${each}`)],
  )
}

const portText = ({ port, nodePort, protocol }: { port: number; nodePort?: number; protocol?: string }) =>
  nodePort ? `${port}:${nodePort}/${protocol}` : `${port}/${protocol}`

function externalIP({ spec, status }: Service): string {
  const own = spec?.externalIPs ?? []
  switch (spec?.type) {
    case 'ClusterIP':
    case 'NodePort':
      return own.join(',') || '<none>'
    case 'LoadBalancer':
      return [addressesText(status?.loadBalancer?.ingress), ...own].filter(Boolean).join(',') || '<pending>'
    case 'ExternalName':
      return spec.externalName ?? ''
    default:
      return '<unknown>'
  }
}
