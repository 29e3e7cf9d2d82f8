/** Why a container that is not running waits: the words kubectl shows in STATUS. */
import type { ContainerState } from '../shapes/index.js'
import { mayTryAt, showDelay } from './backoff.js'
import type { ContainerFacts } from './facts.js'
import type { PodObservation } from './observation.js'

/** How long a failed pull or start shows its error before it shows the backoff. */
export const errorShownMs = 3_000

type Waiting = NonNullable<ContainerState['waiting']>

/** What a failed try left behind, if anything. */
export function failedTry(one: ContainerFacts, now: number): Waiting | undefined {
  const { waiting } = one.memory
  if (!waiting) return undefined
  const isFresh = now < waiting.failedAtMs + errorShownMs
  if (!isFresh && waiting.reason === 'RunContainerError' && one.current?.state === 'exited') return undefined
  if (!isFresh && waiting.reason === 'ErrImagePull') {
    return {
      reason: 'ImagePullBackOff',
      message: `Back-off pulling image "${one.spec.image}": ${waiting.reason}: ${waiting.message}`,
    }
  }
  return { reason: waiting.reason, message: waiting.message }
}

/** The pause before a restart, while it lasts. */
export function crashBackoff(observation: PodObservation, one: ContainerFacts): Waiting | undefined {
  const { current, memory } = one
  if (current?.state !== 'exited' || !memory.crash) return undefined
  const until = mayTryAt(memory.crash, current.finishedAtMs ?? observation.now)
  if (observation.now >= until) return undefined
  const { name, namespace, uid } = observation.pod.metadata
  return {
    reason: 'CrashLoopBackOff',
    message: `back-off ${showDelay(memory.crash.delayMs)} restarting failed container=${one.spec.name} pod=${name}_${namespace}(${uid})`,
  }
}

/** Not tried yet. */
export function notYet(one: ContainerFacts, facts: readonly ContainerFacts[]): Waiting {
  const hasInits = facts.some(({ role }) => role === 'init' || role === 'sidecar')
  return { reason: hasInits && one.role !== 'ephemeral' ? 'PodInitializing' : 'ContainerCreating' }
}
