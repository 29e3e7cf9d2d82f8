/** One container of a pod as spec, runtime and memory together show it. */
import type { Container, Sandbox } from '../../../plugins/runtime/contract.js'
import type { ContainerSpec, ContainerStatus, Pod, PodStatus } from '../shapes/index.js'
import type { ContainerMemory, PodObservation } from './observation.js'

export interface ContainerFacts {
  readonly spec: ContainerSpec
  /** A sidecar is an init container that is restarted always and outlives initialisation. An ephemeral one is added to look at a pod that runs, and runs once. */
  readonly role: 'init' | 'sidecar' | 'main' | 'ephemeral'
  /** The newest try the runtime knows. */
  readonly current: Container | undefined
  /** The try before that. */
  readonly previous: Container | undefined
  /** Tries older than those two. */
  readonly older: readonly Container[]
  /** What the status last said of it. */
  readonly reported: ContainerStatus | undefined
  readonly memory: ContainerMemory
  readonly restarts: 'Always' | 'OnFailure' | 'Never'
}

/** Who is in a pod: those that make it, and guests. */
export interface Crew {
  readonly facts: readonly ContainerFacts[]
  readonly guests: readonly ContainerFacts[]
}

/** Facts of all containers that make the pod: init containers first, each in the order of the spec. */
export function factsOf(observation: PodObservation): readonly ContainerFacts[] {
  return allFactsOf(observation).filter(({ role }) => role !== 'ephemeral')
}

/** Facts of those that are only guests: they decide nothing about the pod. */
export function guestsOf(observation: PodObservation): readonly ContainerFacts[] {
  return allFactsOf(observation).filter(({ role }) => role === 'ephemeral')
}

function allFactsOf(observation: PodObservation): readonly ContainerFacts[] {
  const { pod, reported, containers, memory } = observation
  const statuses = statusesOf(reported)
  return specsOf(pod).map(({ spec, role }) => {
    const [current, previous, ...older] = containers.filter((container) => container.config.name === spec.name)
    return {
      spec,
      role,
      current,
      previous,
      older,
      reported: statuses.find((status) => status.name === spec.name),
      memory: memory.containers.get(spec.name) ?? {},
      restarts: restartsOf(pod, spec, role),
    }
  })
}

/** The statuses of all containers, ephemeral ones last. */
export function statusesOf(status: PodStatus): readonly ContainerStatus[] {
  const { initContainerStatuses: inits = [], containerStatuses: mains = [], ephemeralContainerStatuses = [] } = status
  return [...inits, ...mains, ...ephemeralContainerStatuses]
}

/** All containers of a pod with their roles, init containers first. */
export function specsOf(pod: Pod): readonly { readonly spec: ContainerSpec; readonly role: ContainerFacts['role'] }[] {
  const inits = (pod.spec.initContainers ?? []).map((spec) => ({
    spec,
    role: spec.restartPolicy === 'Always' ? ('sidecar' as const) : ('init' as const),
  }))
  const guests = (pod.spec.ephemeralContainers ?? []).map((spec) => ({ spec, role: 'ephemeral' as const }))
  return [...inits, ...pod.spec.containers.map((spec) => ({ spec, role: 'main' as const })), ...guests]
}

/** The sandbox in use: the newest one, if it is ready. */
export function readySandbox(sandboxes: readonly Sandbox[]): Sandbox | undefined {
  return sandboxes[0]?.state === 'ready' ? sandboxes[0] : undefined
}

/** The number of the next try: one more than the last the runtime or the status knows of. */
export function nextAttempt(facts: ContainerFacts): number {
  if (facts.current?.state === 'created') return facts.current.config.attempt
  if (facts.current) return facts.current.config.attempt + 1
  return hasRunBefore(facts.reported) ? (facts.reported?.restartCount ?? 0) + 1 : 0
}

/** The status tells of a try that the runtime knows no more (after a reboot). */
export function isLost(facts: ContainerFacts): boolean {
  return !facts.current && hasRunBefore(facts.reported)
}

/** Whether a container that ended with `exitCode` is to run again. */
export function runsAgain(restarts: ContainerFacts['restarts'], exitCode: number): boolean {
  return restarts === 'Always' || (restarts === 'OnFailure' && exitCode !== 0)
}

/** The exit code of a container that has ended; a lost one counts as killed, unless its status knows better. */
export function exitCodeOf(facts: ContainerFacts): number | undefined {
  if (facts.current) return facts.current.state === 'exited' ? (facts.current.exitCode ?? 255) : undefined
  if (!isLost(facts)) return undefined
  const state = facts.reported?.state
  return (state?.terminated ?? (state?.waiting ? facts.reported?.lastState?.terminated : undefined))?.exitCode ?? 137
}

export function isRunning(facts: ContainerFacts): boolean {
  return facts.current?.state === 'running'
}

/** Whether a running container has passed its startup probe, or has none. */
export function hasStarted(facts: ContainerFacts): boolean {
  if (!isRunning(facts)) return false
  return !facts.spec.startupProbe || (probeOf(facts)?.started ?? false)
}

/** Whether it may get traffic. */
export function isReady(facts: ContainerFacts): boolean {
  if (facts.role === 'init') return exitCodeOf(facts) === 0
  if (facts.role === 'ephemeral') return false
  return hasStarted(facts) && (!facts.spec.readinessProbe || (probeOf(facts)?.ready ?? false))
}

/** What probes say of the try that runs now. */
export function probeOf(facts: ContainerFacts): ContainerMemory['probe'] {
  const { probe } = facts.memory
  return probe && probe.containerId === facts.current?.id ? probe : undefined
}

function restartsOf(pod: Pod, spec: ContainerSpec, role: ContainerFacts['role']): ContainerFacts['restarts'] {
  if (role === 'sidecar') return 'Always'
  if (role === 'ephemeral') return 'Never'
  const policy = spec.restartPolicy ?? pod.spec.restartPolicy ?? 'Always'
  return role === 'init' && policy === 'Always' ? 'OnFailure' : policy
}

function hasRunBefore(status: ContainerStatus | undefined): boolean {
  return Boolean(
    status?.containerID ?? status?.state?.running ?? status?.state?.terminated ?? status?.lastState?.terminated,
  )
}
