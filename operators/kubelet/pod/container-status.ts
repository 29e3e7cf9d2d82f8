/** The status of one container, pure. */
import { timestamp } from '../../../core/meta/index.js'
import type { Container } from '../../../plugins/runtime/contract.js'
import type { ContainerState, ContainerStatus, Terminated } from '../shapes/index.js'
import type { Ending } from './ending.js'
import { type ContainerFacts, exitCodeOf, hasStarted, isLost, isReady, isRunning, runsAgain } from './facts.js'
import type { PodObservation } from './observation.js'
import { amountsOf } from './resize.js'
import { crashBackoff, failedTry, notYet } from './waiting.js'

export function containerStatusOf(
  observation: PodObservation,
  one: ContainerFacts,
  rest: { readonly facts: readonly ContainerFacts[]; readonly ending: Ending | undefined },
): ContainerStatus {
  const { current, reported } = one
  if (!current && reported && rest.ending) return settled(reported)
  const { state, lastState } = statesOf(observation, one, rest)
  const id = current?.id ? `${observation.node.runtimeName}://${current.id}` : reported?.containerID
  return {
    name: one.spec.name,
    state,
    lastState,
    ready: !rest.ending || one.role === 'init' ? isReady(one) : isReady(one) && isRunning(one),
    restartCount: current?.config.attempt ?? reported?.restartCount ?? 0,
    image: one.spec.image ?? '',
    imageID: current?.imageId ?? reported?.imageID ?? '',
    ...(id ? { containerID: id } : {}),
    started: one.role === 'init' ? isRunning(one) : hasStarted(one),
    ...amountsOf(observation, one),
  }
}

function statesOf(
  observation: PodObservation,
  one: ContainerFacts,
  rest: { readonly facts: readonly ContainerFacts[]; readonly ending: Ending | undefined },
): { readonly state: ContainerState; readonly lastState: ContainerState } {
  const { current, previous, reported } = one
  const last =
    previous?.state === 'exited' ? { terminated: terminatedOf(observation, previous) } : (reported?.lastState ?? {})
  if (current?.state === 'running') return { state: { running: startedAt(current) }, lastState: last }
  if (current?.state === 'exited') return exitedStates(observation, one, { ...rest, current, last })
  if (isLost(one))
    return { state: { waiting: failedTry(one, observation.now) ?? notYet(one, rest.facts) }, lastState: lostState(one) }
  return { state: { waiting: failedTry(one, observation.now) ?? notYet(one, rest.facts) }, lastState: last }
}

function exitedStates(
  observation: PodObservation,
  one: ContainerFacts,
  rest: { readonly current: Container; readonly last: ContainerState; readonly ending: Ending | undefined },
): { readonly state: ContainerState; readonly lastState: ContainerState } {
  const terminated = terminatedOf(observation, rest.current)
  const again = !rest.ending && runsAgain(one.restarts, exitCodeOf(one) ?? 0)
  const waiting = again ? (failedTry(one, observation.now) ?? crashBackoff(observation, one)) : undefined
  return waiting ? { state: { waiting }, lastState: { terminated } } : { state: { terminated }, lastState: rest.last }
}

function terminatedOf(observation: PodObservation, container: Container): Terminated {
  const exitCode = container.exitCode ?? 255
  const message = observation.memory.terminationMessages.get(container.id) ?? container.message
  return {
    exitCode,
    reason: container.reason || (exitCode === 0 ? 'Completed' : 'Error'),
    ...(message ? { message } : {}),
    startedAt: timestamp(container.startedAtMs ?? container.createdAtMs),
    finishedAt: timestamp(container.finishedAtMs ?? container.createdAtMs),
    containerID: `${observation.node.runtimeName}://${container.id}`,
  }
}

function startedAt(container: Container): { startedAt: string } {
  return { startedAt: timestamp(container.startedAtMs ?? container.createdAtMs) }
}

/** The runtime knows no more of it than its status says. */
function lostState(one: ContainerFacts): ContainerState {
  const before = one.reported?.state?.terminated
  return before
    ? { terminated: before }
    : one.reported?.state?.waiting
      ? (one.reported.lastState ?? {})
      : { terminated: unknownEnd(one.reported) }
}

/** The last word on a container whose record is gone. */
function settled(reported: ContainerStatus): ContainerStatus {
  if (!reported.state?.running) return { ...reported, ready: reported.state?.terminated ? reported.ready : false }
  return { ...reported, ready: false, started: false, state: { terminated: unknownEnd(reported) } }
}

function unknownEnd(reported: ContainerStatus | undefined): Terminated {
  return {
    exitCode: 137,
    reason: 'ContainerStatusUnknown',
    message: 'The container could not be located when the pod was terminated',
    startedAt: reported?.state?.running?.startedAt ?? null,
    finishedAt: null,
    ...(reported?.containerID ? { containerID: reported.containerID } : {}),
  }
}
