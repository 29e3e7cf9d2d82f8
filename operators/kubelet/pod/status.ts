/** A pod's status as it should be, pure. */
import { timestamp } from '../../../core/meta/index.js'
import type { PodStatus } from '../shapes/index.js'
import { conditionsOf } from './conditions.js'
import { containerStatusOf } from './container-status.js'
import type { Ending } from './ending.js'
import type { ContainerFacts, Crew } from './facts.js'
import type { PodObservation } from './observation.js'
import { phaseOf } from './phase.js'

export function statusOf(observation: PodObservation, { facts, guests }: Crew, ending: Ending | undefined): PodStatus {
  const { reported, node, pod } = observation
  const phase = phaseOf(observation, facts, ending)
  const statuses = (some: readonly ContainerFacts[]) =>
    some.map((one) => containerStatusOf(observation, one, { facts, ending }))
  const inits = statuses(facts.filter(({ role }) => role !== 'main'))
  const mains = statuses(facts.filter(({ role }) => role === 'main'))
  const ips = ipsOf(observation)
  return {
    ...reported,
    ...(pod.metadata.generation === undefined ? {} : { observedGeneration: pod.metadata.generation }),
    phase,
    conditions: conditionsOf(observation, facts, phase),
    ...(ending?.why === 'failed' && phase === 'Failed' ? { reason: ending.reason, message: ending.message } : {}),
    ...(node.hostIPs[0] ? { hostIP: node.hostIPs[0], hostIPs: node.hostIPs.map((ip) => ({ ip })) } : {}),
    ...(ips[0] ? { podIP: ips[0], podIPs: ips.map((ip) => ({ ip })) } : {}),
    startTime: reported.startTime ?? timestamp(observation.now),
    ...(inits.length ? { initContainerStatuses: inits } : {}),
    containerStatuses: mains,
    ...(guests.length ? { ephemeralContainerStatuses: statuses(guests) } : {}),
  }
}

/** The newest sandbox's addresses, the node's where pods share its network; those last reported while there is none. */
function ipsOf({ sandboxes, reported, pod, node }: PodObservation): readonly string[] {
  if (pod.spec.hostNetwork) return sandboxes.length ? node.hostIPs : []
  const [newest] = sandboxes
  if (newest?.ips.length) return newest.ips
  if (newest?.state === 'ready') return node.hostIPs
  return (reported.podIPs ?? []).map(({ ip }) => ip)
}
