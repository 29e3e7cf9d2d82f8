/** What is wrong with a Service's ports, selector and traffic beyond its schema. Addresses and node ports: ../service-rules.ts and admission. */
import {
  dns1123SubdomainErrors,
  labelValueErrors,
  qualifiedNameErrors,
  type StatusCause,
} from '../../../core/meta/index.js'
import type { Service } from '../../../crds/generated/tokens.js'
import { forbidden, invalid, invalids, required, unsupported } from '../causes.js'
import { addressErrors, notAnAddress, parseAddress, rangeErrors, specialAddressErrors, standing } from './address.js'
import { ofPorts } from './names.js'

type Spec = NonNullable<Service['spec']>

const distributions = ['PreferClose', 'PreferSameZone', 'PreferSameNode']

export function trafficErrors(service: Service, old: Service | undefined): StatusCause[] {
  const { spec } = service
  if (!spec) return []
  return [
    ...(spec.ports ?? []).flatMap((port, index) => portFieldErrors(port, `spec.ports[${index}]`)),
    ...labelErrors(spec.selector ?? {}),
    ...externalErrors(spec.externalIPs ?? [], old?.spec?.externalIPs),
    ...sourceErrors(service, old),
    ...balancerErrors(spec, old?.spec),
    ...policyErrors(spec, old?.spec),
  ]
}

type Port = NonNullable<Spec['ports']>[number]

function portFieldErrors({ port, targetPort, appProtocol }: Port, at: string): StatusCause[] {
  return [
    // What leads to nothing of its own leads to `port`, which is 0.
    ...(targetPort || port ? [] : [invalid(`${at}.targetPort`, 0, ofPorts)]),
    ...(appProtocol === undefined ? [] : invalids(`${at}.appProtocol`, appProtocol, qualifiedNameErrors(appProtocol))),
  ]
}

const labelErrors = (labels: Readonly<Record<string, string>>): StatusCause[] =>
  Object.entries(labels).flatMap(([key, value]) => [
    ...invalids('spec.selector', key, qualifiedNameErrors(key)),
    ...invalids('spec.selector', value, labelValueErrors(value)),
  ])

function externalErrors(ips: readonly string[], before: readonly string[] = []): StatusCause[] {
  const stood = standing(() => before)
  return ips.flatMap((ip, index) => {
    const at = `spec.externalIPs[${index}]`
    const errors = addressErrors(ip, at, stood)
    return errors.length > 0 ? errors : specialAddressErrors(ip, at)
  })
}

const onlyBalanced = 'only a service of type LoadBalancer has it'

/** The annotation counts where the spec says nothing. */
function sourceErrors({ metadata, spec }: Service, old: Service | undefined): StatusCause[] {
  const ranges = spec?.loadBalancerSourceRanges ?? []
  const annotated = metadata.annotations?.[sourceAnnotation]
  if (!ranges.length && annotated === undefined) return []
  // The field as upstream names it.
  const at = ranges.length ? 'spec.LoadBalancerSourceRanges' : `metadata.annotations[${sourceAnnotation}]`
  const errors = spec?.type === 'LoadBalancer' ? [] : [forbidden(at, onlyBalanced)]
  if (!ranges.length)
    return annotated!.trim() === '' || old?.metadata.annotations?.[sourceAnnotation] === annotated
      ? errors
      : [...errors, ...annotated!.split(',').flatMap((range) => rangeErrors(range.trim(), at))]
  const stood = standing(() => (old?.spec?.loadBalancerSourceRanges ?? []).map((range) => range.trim()))
  return [...errors, ...ranges.flatMap((range, index) => rangeErrors(range.trim(), `${at}[${index}]`, stood))]
}

/** The older way to name the ranges. */
const sourceAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges'

function balancerErrors(spec: Spec, before: Spec | undefined): StatusCause[] {
  if (spec.type !== 'LoadBalancer') return []
  const { loadBalancerClass: name } = spec
  const errors: StatusCause[] = []
  if (name !== undefined) errors.push(...invalids('spec.loadBalancerClass', name, qualifiedNameErrors(name)))
  if (before?.type === 'LoadBalancer' && before.loadBalancerClass !== name)
    errors.push(invalid('spec.loadBalancerClass', name ?? null, 'stays while the type is LoadBalancer'))
  return errors
}

function policyErrors(spec: Spec, before: Spec | undefined): StatusCause[] {
  const { externalTrafficPolicy, trafficDistribution, healthCheckNodePort: health = 0 } = spec
  const errors = oneOf(distributions, trafficDistribution, 'spec.trafficDistribution')
  const isReached = isReachedFromOutside(spec)
  if (isReached && !externalTrafficPolicy)
    errors.push(required('spec.externalTrafficPolicy', 'a service that is reached from outside has one'))
  if (isReached && externalTrafficPolicy)
    errors.push(...oneOf(['Cluster', 'Local'], externalTrafficPolicy, 'spec.externalTrafficPolicy'))
  // Left over by a change of type, it is nobody's fault.
  if (!isReached && externalTrafficPolicy && before?.externalTrafficPolicy !== externalTrafficPolicy)
    errors.push(
      invalid('spec.externalTrafficPolicy', externalTrafficPolicy, 'only for a service that is reached from outside'),
    )
  return [...errors, ...healthErrors(spec, { before, health })]
}

const oneOf = (known: readonly string[], value: string | undefined, field: string): StatusCause[] =>
  value !== undefined && !known.includes(value) ? [unsupported(field, value, known)] : []

const isReachedFromOutside = ({ type, externalIPs }: Spec): boolean =>
  type === 'LoadBalancer' || type === 'NodePort' || (type === 'ClusterIP' && (externalIPs?.length ?? 0) > 0)

const isAskedForHealth = ({ type, externalTrafficPolicy }: Spec): boolean =>
  type === 'LoadBalancer' && externalTrafficPolicy === 'Local'

function healthErrors(
  spec: Spec,
  { before, health }: { readonly before: Spec | undefined; readonly health: number },
): StatusCause[] {
  const field = 'spec.healthCheckNodePort'
  if (health < 0) return [invalid(field, health, 'must be from 0 to 65535')]
  const had = before?.healthCheckNodePort ?? 0
  if (health && !isAskedForHealth(spec))
    return had === health ? [] : [invalid(field, health, 'only for type LoadBalancer with externalTrafficPolicy Local')]
  return before && isAskedForHealth(before) && isAskedForHealth(spec) && had !== health
    ? [forbidden(field, 'field is immutable')]
    : []
}

export function serviceStatusErrors({ spec, status }: Service, old: Service | undefined): StatusCause[] {
  const ingress = status?.loadBalancer?.ingress ?? []
  const at = 'status.loadBalancer.ingress'
  if (ingress.length && spec?.type !== 'LoadBalancer')
    return [forbidden(at, 'only a service of type LoadBalancer has a load balancer')]
  const stood = standing(() => (old?.status?.loadBalancer?.ingress ?? []).map(({ ip }) => ip))
  return ingress.flatMap(({ ip, ipMode, hostname }, index) => {
    const here = `${at}[${index}]`
    const errors = ip ? addressErrors(ip, `${here}.ip`, stood) : []
    if (ip && ipMode === undefined) errors.push(required(`${here}.ipMode`, 'an address has one'))
    if (!ip && ipMode !== undefined) errors.push(forbidden(`${here}.ipMode`, 'only an address has one'))
    if (ip) errors.push(...oneOf(['VIP', 'Proxy'], ipMode, `${here}.ipMode`))
    if (hostname) errors.push(...invalids(`${here}.hostname`, hostname, dns1123SubdomainErrors(hostname)))
    return hostname && parseAddress(hostname)
      ? [...errors, invalid(`${here}.hostname`, hostname, notAnAddress)]
      : errors
  })
}
