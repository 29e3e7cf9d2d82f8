/** Ports of the node that a pod asks for, pure: those that the runtime is told to open, and why one is not. */
import type { RuntimeStatus, SandboxConfig } from '../../../plugins/runtime/contract.js'
import type { ContainerSpec, Pod } from '../shapes/index.js'
import { specsOf } from './facts.js'

type PortMapping = NonNullable<SandboxConfig['portMappings']>[number]
type Port = NonNullable<ContainerSpec['ports']>[number]

const everywhere = '0.0.0.0'

/** Those of containers that run on, at IPv4 addresses: pods have no other. None for a pod on the node's own network, where ports are the node's anyway. */
export function portMappingsOf(pod: Pod): readonly PortMapping[] {
  return claimsOf(pod)
    .filter((port) => !isForeign(port))
    .map(({ protocol = 'TCP', containerPort, hostPort = 0, hostIP }) => ({
      protocol: protocol as PortMapping['protocol'],
      containerPort,
      hostPort,
      ...(hostIP && hostIP !== everywhere ? { hostIP } : {}),
    }))
}

/** In words for an event. */
export function unopenedPorts(pod: Pod, lacks: RuntimeStatus['lacks']): string[] {
  const claims = claimsOf(pod)
  if (claims.length === 0) return []
  if (lacks.includes('podNetwork')) return ["hostPort: not opened, as pods share the node's network here"]
  if (lacks.includes('hostPorts')) return ['hostPort: not opened, as nftables lack here']
  return claims
    .filter(isForeign)
    .map(({ hostIP, hostPort }) => `hostPort ${hostPort} is not opened at ${hostIP}: pods have IPv4 addresses alone`)
}

function claimsOf(pod: Pod): readonly Port[] {
  if (pod.spec.hostNetwork) return []
  return specsOf(pod)
    .filter(({ role }) => role === 'main' || role === 'sidecar')
    .flatMap(({ spec }) => spec.ports ?? [])
    .filter(({ hostPort }) => hostPort)
}

function isForeign({ hostIP }: Port): boolean {
  return hostIP?.includes(':') === true
}
