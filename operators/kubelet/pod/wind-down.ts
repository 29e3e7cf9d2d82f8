/** The way out of a pod: main containers, then sidecars in reverse, then the sandbox, the volumes and last the object. */
import { type Action, containerKey } from './action.js'
import type { Ending } from './ending.js'
import { type ContainerFacts, isRunning } from './facts.js'
import type { PodObservation } from './observation.js'

export function windDown(observation: PodObservation, facts: readonly ContainerFacts[], ending: Ending): Action[] {
  const stopping = stops(observation, facts, ending)
  if (stopping.length || facts.some((one) => observation.busy.has(containerKey(one.spec.name)))) return stopping
  if (observation.busy.has('sandbox')) return []
  const live = observation.sandboxes.filter((sandbox) => sandbox.state === 'ready')
  if (live.length) return [{ type: 'stopSandbox', id: live[0]?.id ?? '' }]
  const isLeaving = ending.why === 'deleted' || ending.why === 'gone'
  if (isLeaving && observation.containers.length) {
    return observation.containers.map(({ id, config }) => ({ type: 'removeContainer', name: config.name, id }))
  }
  if (isLeaving && observation.sandboxes[0]) return [{ type: 'removeSandbox', id: observation.sandboxes[0].id }]
  if (observation.memory.volumes === 'mounted') return [{ type: 'unmountVolumes' }]
  const mayDelete = !observation.busy.has('volumes') && !observation.busy.has('status') && !observation.memory.deleted
  return ending.why === 'deleted' && mayDelete ? [{ type: 'deletePod' }] : []
}

function stops(observation: PodObservation, facts: readonly ContainerFacts[], ending: Ending): Action[] {
  const running = facts.filter(isRunning)
  const mains = running.filter((one) => one.role !== 'sidecar')
  const next = mains.length ? mains : running.slice(-1)
  return next.map((one) => ({
    type: 'stopContainer',
    name: one.spec.name,
    id: one.current?.id ?? '',
    graceSeconds: graceLeft(observation, ending),
    message: `Stopping container ${one.spec.name}`,
  }))
}

/** What is left of the grace period: sidecars stop in the time that the main containers left over, two seconds at least. */
function graceLeft(observation: PodObservation, ending: Ending): number {
  const { deletionTimestamp, deletionGracePeriodSeconds } = observation.pod.metadata
  if (ending.why !== 'deleted' || !deletionTimestamp || !deletionGracePeriodSeconds) return ending.graceSeconds
  const leftMs = Date.parse(deletionTimestamp) - observation.now
  return Math.min(ending.graceSeconds, Math.max(2, Math.ceil(leftMs / 1000)))
}
