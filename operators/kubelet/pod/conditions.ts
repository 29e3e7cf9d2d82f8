/** The conditions of a pod that the kubelet answers for, pure. Conditions of other writers are kept. */
import { timestamp } from '../../../core/meta/index.js'
import type { PodCondition, PodStatus } from '../shapes/index.js'
import { type ContainerFacts, isReady, readySandbox } from './facts.js'
import type { PodObservation } from './observation.js'
import { isInitialized } from './phase.js'
import { resizeClaims, resizeConditions } from './resize.js'

type Claim = Pick<PodCondition, 'type' | 'status' | 'reason' | 'message'>

export function conditionsOf(
  observation: PodObservation,
  facts: readonly ContainerFacts[],
  phase: PodStatus['phase'],
): PodCondition[] {
  const before = observation.reported.conditions ?? []
  const containers = containersReady(facts, phase)
  const claims: Claim[] = [
    { type: 'PodReadyToStartContainers', status: hasNetwork(observation) ? 'True' : 'False' },
    initialized(facts, phase),
    gated(observation, containers),
    { ...containers, type: 'ContainersReady' },
    ...(before.some(({ type }) => type === 'PodScheduled') ? [] : [{ type: 'PodScheduled', status: 'True' } as const]),
    ...resizeClaims(observation, facts),
  ]
  const own = claims.map((claim) => since(claim, before, observation))
  const isOwn = (type: string) =>
    own.some((condition) => condition.type === type) || resizeConditions.some((each) => each === type)
  return [...own, ...before.filter(({ type }) => !isOwn(type))]
}

function hasNetwork(observation: PodObservation): boolean {
  return readySandbox(observation.sandboxes) !== undefined
}

function initialized(facts: readonly ContainerFacts[], phase: PodStatus['phase']): Claim {
  if (phase === 'Succeeded') return { type: 'Initialized', status: 'True', reason: 'PodCompleted' }
  if (isInitialized(facts)) return { type: 'Initialized', status: 'True' }
  const names = facts.filter((one) => one.role !== 'main' && !isReady(one)).map((one) => one.spec.name)
  const message = `containers with incomplete status: [${names.join(' ')}]`
  return { type: 'Initialized', status: 'False', reason: 'ContainersNotInitialized', message }
}

function containersReady(facts: readonly ContainerFacts[], phase: PodStatus['phase']): Claim {
  if (phase === 'Succeeded') return { type: 'Ready', status: 'False', reason: 'PodCompleted' }
  if (phase === 'Failed') return { type: 'Ready', status: 'False', reason: 'PodFailed' }
  const unready = facts.filter((one) => one.role !== 'init' && !isReady(one)).map((one) => one.spec.name)
  if (!unready.length && isInitialized(facts)) return { type: 'Ready', status: 'True' }
  const message = `containers with unready status: [${unready.join(' ')}]`
  return { type: 'Ready', status: 'False', reason: 'ContainersNotReady', message }
}

/** Ready also wants the conditions named in the pod's readiness gates. */
function gated(observation: PodObservation, containers: Claim): Claim {
  if (containers.status !== 'True') return containers
  const before = observation.reported.conditions ?? []
  const closed = (observation.pod.spec.readinessGates ?? []).flatMap(({ conditionType }) => {
    const condition = before.find(({ type }) => type === conditionType)
    if (condition?.status === 'True') return []
    const what = condition
      ? `the status of pod readiness gate "${conditionType}" is not "True", but ${condition.status}`
      : `corresponding condition of pod readiness gate "${conditionType}" does not exist.`
    return [what]
  })
  if (!closed.length) return containers
  return { type: 'Ready', status: 'False', reason: 'ReadinessGatesNotReady', message: closed.join(', ') }
}

function since(claim: Claim, before: readonly PodCondition[], { now, pod }: PodObservation): PodCondition {
  const old = before.find(({ type }) => type === claim.type)
  const { generation } = pod.metadata
  return {
    ...claim,
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    lastProbeTime: null,
    lastTransitionTime: old?.status === claim.status ? (old.lastTransitionTime ?? timestamp(now)) : timestamp(now),
  }
}
