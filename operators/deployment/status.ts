import { timestamp } from '../../core/meta/index.js'
import { newCondition, withCondition, withoutCondition } from '../kit/condition.js'
import { withoutZeros } from '../kit/without-zeros.js'
import type { Condition, DeploymentStatus } from '../kit/kinds.js'
import { maxUnavailable, replicasOf } from './limits.js'
import type { Rollout } from './rollout.js'
import { askedFor, available, failureOf, present, ready, terminating } from './sets.js'

/** What the ReplicaSets come to. */
export function countsOf(rollout: Rollout): DeploymentStatus {
  const { all, newest } = rollout
  return {
    observedGeneration: rollout.deployment.metadata.generation ?? 0,
    replicas: present(all),
    updatedReplicas: newest ? present([newest]) : 0,
    readyReplicas: ready(all),
    availableReplicas: available(all),
    unavailableReplicas: Math.max(0, askedFor(all) - available(all)),
  }
}

/** The whole status; counts of zero are left out, as upstream's are. */
export function statusOf(rollout: Rollout, counts: DeploymentStatus): DeploymentStatus {
  const terminatingReplicas = terminating(rollout.all)
  return {
    ...withoutZeros(counts),
    ...(terminatingReplicas === undefined ? {} : { terminatingReplicas }),
    ...(rollout.collisionCount === undefined ? {} : { collisionCount: rollout.collisionCount }),
    ...(rollout.conditions.length ? { conditions: rollout.conditions } : {}),
  }
}

/** Decides the condition Available. */
export function judgeAvailability(rollout: Rollout, counts: DeploymentStatus): void {
  const { deployment, now } = rollout
  const enough = (counts.availableReplicas ?? 0) >= replicasOf(deployment) - maxUnavailable(deployment)
  const condition = enough
    ? { status: 'True', reason: 'MinimumReplicasAvailable', message: 'Deployment has minimum availability.' }
    : {
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      }
  const available = { ...newCondition({ type: 'Available', ...condition }, now), lastUpdateTime: timestamp(now) }
  rollout.conditions = withCondition(rollout.conditions, available)
}

/** Carries a ReplicaSet's failure over, the newest's first. */
export function carryFailure(rollout: Rollout): void {
  const { newest, old } = rollout
  const failure = (newest && failureOf(newest)) ?? old.map(failureOf).find((each) => each !== undefined)
  rollout.conditions = failure
    ? withCondition(rollout.conditions, { ...failure, lastUpdateTime: failure.lastTransitionTime } as Condition)
    : withoutCondition(rollout.conditions, 'ReplicaFailure')
}
