/** Why a pod is being wound down, if it is. */
import { type ContainerFacts, exitCodeOf, isRunning, runsAgain } from './facts.js'
import type { PodObservation } from './observation.js'

export interface Ending {
  /** `deleted`: by a person, the object goes last. `gone`: the object is gone already. `finished`: nothing is to run any more. `failed`: the node ends it. */
  readonly why: 'deleted' | 'gone' | 'finished' | 'failed'
  readonly graceSeconds: number
  /** For the status of a failed one. */
  readonly reason?: string
  readonly message?: string
}

export function endingOf(observation: PodObservation, facts: readonly ContainerFacts[]): Ending | undefined {
  const { pod, reported, memory } = observation
  const graceSeconds = pod.spec.terminationGracePeriodSeconds ?? 30
  const deletionGrace = Math.max(1, pod.metadata.deletionGracePeriodSeconds ?? graceSeconds)
  if (observation.gone) return { why: 'gone', graceSeconds: deletionGrace }
  if (pod.metadata.deletionTimestamp) return { why: 'deleted', graceSeconds: deletionGrace }
  if (memory.rejected) return { why: 'failed', graceSeconds, ...memory.rejected }
  if (reported.phase === 'Failed' || reported.phase === 'Succeeded') return { why: 'finished', graceSeconds }
  if (isOverdue(observation)) return { why: 'failed', graceSeconds, ...overdue }
  return hasFinished(facts) ? { why: 'finished', graceSeconds } : undefined
}

/** When `activeDeadlineSeconds` runs out. */
export function deadlineOf({ pod, reported }: PodObservation): number | undefined {
  const seconds = pod.spec.activeDeadlineSeconds
  if (seconds === undefined || !reported.startTime) return undefined
  return Date.parse(reported.startTime) + seconds * 1000
}

const overdue = {
  reason: 'DeadlineExceeded',
  message: 'Pod was active on the node longer than the specified deadline',
} as const

function isOverdue(observation: PodObservation): boolean {
  const deadline = deadlineOf(observation)
  return deadline !== undefined && observation.now >= deadline
}

/** An init container failed for good, or every main container has ended and none runs again. */
function hasFinished(facts: readonly ContainerFacts[]): boolean {
  const ended = (one: ContainerFacts) => {
    const exitCode = exitCodeOf(one)
    return exitCode !== undefined && !runsAgain(one.restarts, exitCode)
  }
  const mains = facts.filter((one) => one.role === 'main')
  if (facts.some((one) => one.role === 'init' && ended(one) && exitCodeOf(one) !== 0)) return !mains.some(isRunning)
  return mains.every(ended)
}
