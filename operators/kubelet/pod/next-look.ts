/** When a pod must be looked at again though nothing happens: the end of a backoff, a deadline. */
import { mayTryAt } from './backoff.js'
import { type Ending, deadlineOf } from './ending.js'
import { type ContainerFacts, isRunning } from './facts.js'
import type { PodObservation } from './observation.js'
import { resizeLook } from './resize.js'
import { errorShownMs } from './waiting.js'

export function nextLook(
  observation: PodObservation,
  facts: readonly ContainerFacts[],
  ending: Ending | undefined,
): number | undefined {
  if (ending) return undefined
  const times = facts.filter((one) => !isRunning(one)).flatMap((one) => timesOf(one))
  times.push(deadlineOf(observation), observation.memory.podFailure?.retryAtMs)
  times.push(...resizeLook(observation, facts))
  const later = times.filter((time): time is number => time !== undefined && time > observation.now)
  return later.length ? Math.min(...later) : undefined
}

function timesOf({ memory, current }: ContainerFacts): (number | undefined)[] {
  const finishedAtMs = current?.finishedAtMs
  return [
    memory.waiting?.retryAtMs,
    memory.waiting ? memory.waiting.failedAtMs + errorShownMs : undefined,
    finishedAtMs === undefined ? undefined : mayTryAt(memory.crash, finishedAtMs),
  ]
}
