/** In-place resizing of a pod's containers, pure: what of the spec's cpu and memory the runtime does not have yet, and what the status says meanwhile (upstream's PodResizePending and PodResizeInProgress). */
import { isDeepStrictEqual } from 'node:util'
import { type ContainerLimits, limitsOf } from '../container/config.js'
import type { ContainerStatus, PodCondition } from '../shapes/index.js'
import type { Action } from './action.js'
import { type ContainerFacts, exitCodeOf, isRunning, runsAgain } from './facts.js'
import type { PodObservation } from './observation.js'

/** `Infeasible`: never on this node. `Deferred`: not now. */
export interface Refusal {
  readonly reason: 'Infeasible' | 'Deferred'
  readonly message: string
}

export const resizeConditions = ['PodResizePending', 'PodResizeInProgress'] as const

const retryRefusedMs = 10_000

/** Whether the spec asks for other amounts than the container that runs was given. */
export function isResized(one: ContainerFacts): boolean {
  if (!isResizable(one)) return false
  const allocated = one.reported?.allocatedResources
  return changesOf(one).length > 0 || (allocated !== undefined && !isDeepStrictEqual(allocated, requestsOf(one)))
}

/** The next step of a running container towards what its spec asks for. */
export function resizeStep({ now, refusal, pod }: PodObservation, one: ContainerFacts): Action[] {
  const changes = changesOf(one)
  if (refusal || changes.length === 0 || now < (one.memory.resize?.retryAtMs ?? 0)) return []
  const { name, resizePolicy = [] } = one.spec
  const id = one.current?.id ?? ''
  const restarts = resizePolicy.some(
    (each) => each.restartPolicy === 'RestartContainer' && changes.some((change) => change === each.resourceName),
  )
  if (!restarts) return [{ type: 'resizeContainer', name, id, limits: limitsOf(one.spec) }]
  const graceSeconds = pod.spec.terminationGracePeriodSeconds ?? 30
  return [{ type: 'stopContainer', name, id, graceSeconds, message: `Container ${name} resize requires restart` }]
}

/** When a resize that could not be done is tried again. */
export function resizeLook({ now, refusal }: PodObservation, facts: readonly ContainerFacts[]): (number | undefined)[] {
  const resized = facts.filter(isResized)
  if (resized.length === 0) return []
  return refusal?.reason === 'Deferred' ? [now + retryRefusedMs] : resized.map((one) => one.memory.resize?.retryAtMs)
}

/** What the pod's conditions say of it; none: all is as the spec asks. */
export function resizeClaims(
  { refusal }: PodObservation,
  facts: readonly ContainerFacts[],
): Pick<PodCondition, 'type' | 'status' | 'reason' | 'message'>[] {
  const resized = facts.filter(isResized)
  if (resized.length === 0) return []
  if (refusal) return [{ type: 'PodResizePending', status: 'True', ...refusal }]
  const failure = resized.find((one) => one.memory.resize)?.memory.resize
  const why = failure ? { reason: 'Error', message: failure.message } : {}
  return resized.some((one) => changesOf(one).length > 0)
    ? [{ type: 'PodResizeInProgress', status: 'True', ...why }]
    : []
}

/** What a container's status says of its amounts: those in force, and those that the node has set aside. */
export function amountsOf(
  { refusal }: PodObservation,
  one: ContainerFacts,
): Pick<ContainerStatus, 'resources' | 'allocatedResources'> {
  const { limits, requests } = one.spec.resources ?? {}
  if (!limits && !requests) return {}
  const { reported } = one
  const wanted = { ...(limits ? { limits } : {}), ...(requests ? { requests } : {}) }
  const isHeld = refusal !== undefined && isResized(one)
  const resources = isHeld || changesOf(one).length > 0 ? reported?.resources : wanted
  const allocatedResources = isHeld ? reported?.allocatedResources : requests
  return { ...(resources ? { resources } : {}), ...(allocatedResources ? { allocatedResources } : {}) }
}

function changesOf(one: ContainerFacts): readonly ('cpu' | 'memory')[] {
  if (!isResizable(one) || !one.current) return []
  const { resources } = one.current.config
  const wanted = limitsOf(one.spec)
  const isOther = (member: keyof ContainerLimits) =>
    wanted[member] !== undefined &&
    wanted[member] !== (resources[member] ?? (member === 'cpuRequestMillicores' ? 0 : undefined))
  return [
    ...(isOther('cpuMillicores') || isOther('cpuRequestMillicores') ? (['cpu'] as const) : []),
    ...(isOther('memoryBytes') ? (['memory'] as const) : []),
  ]
}

/** It runs, or will again. */
function isResizable(one: ContainerFacts): boolean {
  if (one.role !== 'main' && one.role !== 'sidecar') return false
  const exitCode = exitCodeOf(one)
  return isRunning(one) || (exitCode !== undefined && runsAgain(one.restarts, exitCode))
}

const requestsOf = ({ spec }: ContainerFacts) => spec.resources?.requests
