/** What is wrong with a Service's spec beyond its schema; what a change of type leaves over admission has taken away. */
import { dns1123SubdomainErrors, type StatusCause } from '../../core/meta/index.js'
import type { Service } from '../../crds/generated/tokens.js'
import { duplicate, forbidden, invalid, required } from './causes.js'
import { repeated } from './repeated.js'

export function serviceErrors({ metadata, spec }: Service): StatusCause[] {
  if (!spec) return []
  const errors = [
    ...modeErrors(metadata.annotations ?? {}),
    ...doubledPorts(spec.ports ?? []),
    ...doubledNodePorts(spec.ports ?? []),
    ...nameErrors(spec),
  ]
  const seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds
  if (spec.sessionAffinity === 'ClientIP' && seconds !== undefined && (seconds < 1 || seconds > 86_400))
    errors.push(invalid('spec.sessionAffinityConfig.clientIP.timeoutSeconds', seconds, 'must be from 1 to 86400'))
  if (spec.clusterIP === 'None' && (spec.type === 'NodePort' || spec.type === 'LoadBalancer'))
    errors.push(invalid('spec.clusterIPs[0]', 'None', `may not be None for a service of type ${spec.type}`))
  return [...errors, ...strangers(spec)]
}

type Spec = NonNullable<Service['spec']>

export const modeNow = 'service.kubernetes.io/topology-mode'
export const modeOfOld = 'service.kubernetes.io/topology-aware-hints'

/** Two names of one wish. */
function modeErrors({ [modeNow]: now, [modeOfOld]: old }: Readonly<Record<string, string>>): StatusCause[] {
  if (now === undefined || old === undefined || now === old) return []
  return [invalid(`metadata.annotations[${modeNow}]`, now, `must be what ${modeOfOld} says: leave that one out`)]
}

function doubledPorts(ports: NonNullable<Spec['ports']>): StatusCause[] {
  const seen = new Set<string>()
  return ports.flatMap(({ port, protocol }, index) => {
    const key = `${protocol ?? 'TCP'}/${port}`
    if (seen.has(key)) return [duplicate(`spec.ports[${index}]`, { port, protocol })]
    seen.add(key)
    return []
  })
}

function doubledNodePorts(ports: NonNullable<Spec['ports']>): StatusCause[] {
  const keys = ports.map(({ nodePort, protocol }) => (nodePort ? `${protocol ?? 'TCP'}/${nodePort}` : undefined))
  const again = repeated(keys)
  return ports.flatMap(({ nodePort }, index) =>
    nodePort && again[index] ? [duplicate(`spec.ports[${index}].nodePort`, nodePort)] : [],
  )
}

const onlyAddressed = 'a service of type ExternalName has no address'

function nameErrors({ type, externalName, clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy }: Spec): StatusCause[] {
  if (type !== 'ExternalName') return []
  const errors: StatusCause[] = []
  if (!externalName) errors.push(required('spec.externalName', 'the name that the service stands for'))
  else
    for (const why of dns1123SubdomainErrors(externalName.replace(/\.$/, '')))
      errors.push(invalid('spec.externalName', externalName, why))
  if (clusterIP || clusterIPs?.length) errors.push(forbidden('spec.clusterIPs', onlyAddressed))
  if (ipFamilies?.length) errors.push(forbidden('spec.ipFamilies', onlyAddressed))
  if (ipFamilyPolicy !== undefined) errors.push(forbidden('spec.ipFamilyPolicy', onlyAddressed))
  return errors
}

const onlyBalanced = 'only a service of type LoadBalancer has it'

/** Members that another type has. */
function strangers(spec: Spec): StatusCause[] {
  const errors: StatusCause[] = []
  if (spec.type === 'ClusterIP')
    for (const [index, { nodePort }] of (spec.ports ?? []).entries())
      if (nodePort)
        errors.push(forbidden(`spec.ports[${index}].nodePort`, 'a service of type ClusterIP has no node ports'))
  if (spec.type === 'LoadBalancer') return errors
  for (const member of ['loadBalancerClass', 'allocateLoadBalancerNodePorts'] as const)
    if (spec[member] !== undefined) errors.push(forbidden(`spec.${member}`, onlyBalanced))
  return errors
}
