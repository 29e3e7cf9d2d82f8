/**
 * The decision about one pod, pure: from what is observed, what to do next and what its status is. Level-triggered: called again after every
 * change, it answers the same until the world differs. Follows upstream's computePodActions (kuberuntime) in what runs when.
 */
import type { Sandbox } from '../../../plugins/runtime/contract.js'
import type { PodStatus } from '../shapes/index.js'
import { type Action, containerKey, keyOf } from './action.js'
import { mayTryAt } from './backoff.js'
import { type Ending, endingOf } from './ending.js'
import {
  type ContainerFacts,
  type Crew,
  exitCodeOf,
  factsOf,
  guestsOf,
  hasStarted,
  isRunning,
  nextAttempt,
  probeOf,
  readySandbox,
  runsAgain,
} from './facts.js'
import { nextLook } from './next-look.js'
import type { PodObservation } from './observation.js'
import { resizeStep } from './resize.js'
import { statusOf } from './status.js'
import { windDown } from './wind-down.js'

export interface Decision {
  readonly actions: readonly Action[]
  readonly status: PodStatus
  /** Undefined: the pod goes on. */
  readonly ending: Ending | undefined
  /** Decide again at this time even if nothing happens. */
  readonly lookAgainAtMs: number | undefined
}

export function decide(observation: PodObservation): Decision {
  const facts = factsOf(observation)
  const guests = guestsOf(observation)
  const ending = endingOf(observation, facts)
  const wanted = ending ? windDown(observation, [...facts, ...guests], ending) : goOn(observation, { facts, guests })
  return {
    actions: wanted.filter((action) => !observation.busy.has(keyOf(action))),
    status: statusOf(observation, { facts, guests }, ending),
    ending,
    lookAgainAtMs: nextLook(observation, [...facts, ...guests], ending),
  }
}

function goOn(observation: PodObservation, { facts, guests }: Crew): Action[] {
  const sandbox = readySandbox(observation.sandboxes)
  if (!sandbox) return toSandbox(observation, { facts, guests })
  const extra = observation.sandboxes.slice(1).filter((other) => other.state === 'ready')
  const isMounted = observation.memory.volumes === 'mounted'
  return [
    ...extra.map((other): Action => ({ type: 'stopSandbox', id: other.id })),
    ...(isMounted || !maySetUp(observation) ? [] : [{ type: 'mountVolumes' } as const]),
    ...stale(facts),
    ...(isMounted ? inSandbox(observation, facts, sandbox) : []),
    ...(isMounted ? guests.flatMap((one) => beginOnce(observation, one, sandbox)) : []),
  ]
}

/** A guest that has begun, or ended, is left alone. */
function beginOnce(observation: PodObservation, one: ContainerFacts, sandbox: Sandbox): Action[] {
  return isRunning(one) || exitCodeOf(one) !== undefined ? [] : advance(observation, one, sandbox)
}

/** No sandbox is ready: what still runs in an old one is stopped, volumes are mounted, then a new one is made, if anything is to run in it. */
function toSandbox(observation: PodObservation, { facts, guests }: Crew): Action[] {
  const orphans = [...facts, ...guests].filter(isRunning)
  if (orphans.length)
    return orphans.map((one) => stop(observation, one, 'Pod sandbox changed, it will be killed and re-created.'))
  if (!maySetUp(observation) || !wantsSandbox(observation, facts)) return []
  if (observation.memory.volumes !== 'mounted') return [{ type: 'mountVolumes' }]
  return [{ type: 'createSandbox', attempt: (observation.sandboxes[0]?.config.attempt ?? -1) + 1 }]
}

function maySetUp({ now, memory }: PodObservation): boolean {
  return now >= (memory.podFailure?.retryAtMs ?? 0)
}

function wantsSandbox(observation: PodObservation, facts: readonly ContainerFacts[]): boolean {
  const ran = facts.some((one) => exitCodeOf(one) !== undefined)
  if (ran && observation.pod.spec.restartPolicy === 'Never') return false
  return facts.some((one) => {
    const exitCode = exitCodeOf(one)
    return one.role === 'main' && (exitCode === undefined || runsAgain(one.restarts, exitCode))
  })
}

function inSandbox(observation: PodObservation, facts: readonly ContainerFacts[], sandbox: Sandbox): Action[] {
  const inits = facts.filter((one) => one.role !== 'main')
  const mains = facts.filter((one) => one.role === 'main')
  const begun = mains.some(
    (one) => one.current?.sandboxId === sandbox.id || observation.busy.has(containerKey(one.spec.name)),
  )
  const actions: Action[] = []
  for (const one of inits) {
    const here = one.current?.sandboxId === sandbox.id
    const isDone = one.role === 'init' ? begun || (here && exitCodeOf(one) === 0) : false
    if (!isDone) actions.push(...advance(observation, one, sandbox))
    if (!isDone && !begun && !(one.role === 'sidecar' && here && hasStarted(one))) return actions
  }
  return [...actions, ...mains.flatMap((one) => advance(observation, one, sandbox))]
}

/** The next step of one container that is to run in the sandbox. */
function advance(observation: PodObservation, one: ContainerFacts, sandbox: Sandbox): Action[] {
  if (isRunning(one)) {
    const stops = mustStop(observation, one)
    return stops.length ? stops : resizeStep(observation, one)
  }
  const exitCode = exitCodeOf(one)
  const here = one.current?.sandboxId === sandbox.id
  if (exitCode !== undefined && (here || one.role === 'main') && !runsAgain(one.restarts, exitCode)) return []
  const finishedAtMs = here ? (one.current?.finishedAtMs ?? observation.now) : undefined
  const notBefore = Math.max(
    one.memory.waiting?.retryAtMs ?? 0,
    finishedAtMs === undefined ? 0 : mayTryAt(one.memory.crash, finishedAtMs),
  )
  if (observation.now < notBefore) return []
  return [
    {
      type: 'startContainer',
      name: one.spec.name,
      attempt: nextAttempt(one),
      sandboxId: sandbox.id,
      ...(exitCode !== undefined && finishedAtMs !== undefined ? { finishedAtMs } : {}),
    },
  ]
}

/** A running container that a probe has given up on, or whose image was changed. */
function mustStop(observation: PodObservation, one: ContainerFacts): Action[] {
  const failed = probeOf(one)?.failed
  if (failed) return [stop(observation, one, failed.message, failed.graceSeconds)]
  if (one.current?.config.image === one.spec.image) return []
  return [stop(observation, one, `Container ${one.spec.name} definition changed, will be restarted`)]
}

function stop(observation: PodObservation, one: ContainerFacts, message: string, graceSeconds?: number): Action {
  return {
    type: 'stopContainer',
    name: one.spec.name,
    id: one.current?.id ?? '',
    graceSeconds: graceSeconds ?? observation.pod.spec.terminationGracePeriodSeconds ?? 30,
    message,
  }
}

/** Records of tries older than the last two of a container: nobody can ask for them any more. */
function stale(facts: readonly ContainerFacts[]): Action[] {
  return facts.flatMap((one) =>
    one.older.map((container): Action => ({ type: 'removeContainer', name: one.spec.name, id: container.id })),
  )
}
