/** A pod's phase, pure (rules of upstream's getPhase). */
import type { PodStatus } from '../shapes/index.js'
import type { Ending } from './ending.js'
import { type ContainerFacts, exitCodeOf, hasStarted, isRunning, runsAgain } from './facts.js'
import type { PodObservation } from './observation.js'

type Phase = NonNullable<PodStatus['phase']>

export function phaseOf(
  observation: PodObservation,
  facts: readonly ContainerFacts[],
  ending: Ending | undefined,
): Phase {
  const { phase } = observation.reported
  if (phase === 'Failed' || phase === 'Succeeded') return phase
  if (ending && !facts.some(isRunning)) return lastPhase(facts, ending)
  if (!isInitialized(facts)) return 'Pending'
  const mains = facts.filter((one) => one.role === 'main')
  if (mains.some((one) => !isRunning(one) && exitCodeOf(one) === undefined)) return 'Pending'
  return 'Running'
}

/** All init containers have done their work, or main containers have begun. */
export function isInitialized(facts: readonly ContainerFacts[]): boolean {
  const mains = facts.filter((one) => one.role === 'main')
  if (mains.some((one) => one.current || exitCodeOf(one) !== undefined)) return true
  return facts.every((one) => one.role === 'main' || (one.role === 'init' ? exitCodeOf(one) === 0 : hasStarted(one)))
}

function lastPhase(facts: readonly ContainerFacts[], ending: Ending): Phase {
  if (ending.why === 'failed') return 'Failed'
  const mains = facts.filter((one) => one.role === 'main')
  if (mains.every((one) => exitCodeOf(one) === 0)) return 'Succeeded'
  const undecided = mains.some((one) => {
    const exitCode = exitCodeOf(one)
    return ending.why === 'finished' && exitCode !== undefined && runsAgain(one.restarts, exitCode)
  })
  return undecided ? 'Running' : 'Failed'
}
