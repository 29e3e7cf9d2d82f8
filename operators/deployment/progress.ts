/** Whether a rollout comes on: the condition Progressing. */
import { timestamp } from '../../core/meta/index.js'
import { conditionOf, newCondition, withCondition, withoutCondition } from '../kit/condition.js'
import type { Condition, Deployment, DeploymentStatus } from '../kit/kinds.js'
import { replicasOf } from './limits.js'
import type { Rollout } from './rollout.js'

/** Upstream takes the largest int32 for "no deadline". */
const unlimited = 2_147_483_647

export function hasDeadline({ spec }: Deployment): boolean {
  return spec.progressDeadlineSeconds !== undefined && spec.progressDeadlineSeconds !== unlimited
}

/** A condition Progressing as of now. */
export function progressing(
  condition: { readonly status: string; readonly reason: string; readonly message: string },
  now: number,
): Condition {
  return { ...newCondition({ type: 'Progressing', ...condition }, now), lastUpdateTime: timestamp(now) }
}

/** All pods are of the newest template, available, and no other is there. */
export function isComplete(deployment: Deployment, status: DeploymentStatus | undefined): boolean {
  const desired = replicasOf(deployment)
  const counts = [status?.updatedReplicas ?? 0, status?.replicas ?? 0, status?.availableReplicas ?? 0]
  return (
    counts.every((count) => count === desired) &&
    (status?.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  )
}

/** Marks that a rollout was paused or goes on again; a missed deadline is not overwritten. */
export function notePause(rollout: Rollout): void {
  if (!hasDeadline(rollout.deployment)) return
  const current = conditionOf(rollout.conditions, 'Progressing')
  const paused = rollout.deployment.spec.paused === true
  if (current?.reason === 'ProgressDeadlineExceeded' || paused === (current?.reason === 'DeploymentPaused')) return
  const [reason, message] = paused
    ? ['DeploymentPaused', 'Deployment is paused']
    : ['DeploymentResumed', 'Deployment is resumed']
  rollout.conditions = withCondition(
    rollout.conditions,
    progressing({ status: 'Unknown', reason, message }, rollout.now),
  )
}

/** Judges the rollout by the counts before and now. Answers in how many milliseconds the deadline is to be looked at. */
export function judgeProgress(rollout: Rollout, counts: DeploymentStatus): number | undefined {
  const { deployment, now } = rollout
  if (!hasDeadline(deployment)) {
    rollout.conditions = withoutCondition(rollout.conditions, 'Progressing')
    return undefined
  }
  const before = conditionOf(rollout.conditions, 'Progressing')
  const settled = counts.replicas === counts.updatedReplicas && before?.reason === 'NewReplicaSetAvailable'
  if (!settled) rollout.conditions = judged(rollout, counts, before)
  if (isComplete(deployment, counts)) return undefined
  const current = conditionOf(rollout.conditions, 'Progressing')
  if (!current || current.reason === 'NewReplicaSetAvailable' || current.reason === 'ProgressDeadlineExceeded')
    return undefined
  return Math.max(1000, deadlineMs(deployment, current) - now + 1000)
}

function judged(rollout: Rollout, counts: DeploymentStatus, before: Condition | undefined): Condition[] {
  const { deployment, newest, conditions, now } = rollout
  const subject = newest ? `ReplicaSet "${newest.metadata.name}"` : `Deployment "${deployment.metadata.name}"`
  const condition = (status: string, reason: string, what: string) =>
    progressing({ status, reason, message: `${subject} ${what}` }, now)
  if (isComplete(deployment, counts)) {
    return withCondition(conditions, condition('True', 'NewReplicaSetAvailable', 'has successfully progressed.'))
  }
  if (cameOn(deployment.status ?? {}, counts)) {
    const current = condition('True', 'ReplicaSetUpdated', 'is progressing.')
    // Each sign of progress counts: the update time moves though status and reason stay.
    const since = before?.status === 'True' ? { lastTransitionTime: before.lastTransitionTime } : {}
    return [...withoutCondition(conditions, 'Progressing'), { ...current, ...since }]
  }
  if (before && isLate(deployment, before, now)) {
    return withCondition(conditions, condition('False', 'ProgressDeadlineExceeded', 'has timed out progressing.'))
  }
  return conditions
}

function cameOn(before: DeploymentStatus, now: DeploymentStatus): boolean {
  const old = (status: DeploymentStatus) => (status.replicas ?? 0) - (status.updatedReplicas ?? 0)
  return (
    (now.updatedReplicas ?? 0) > (before.updatedReplicas ?? 0) ||
    old(now) < old(before) ||
    (now.readyReplicas ?? 0) > (before.readyReplicas ?? 0) ||
    (now.availableReplicas ?? 0) > (before.availableReplicas ?? 0)
  )
}

function isLate(deployment: Deployment, before: Condition, now: number): boolean {
  return before.reason !== 'NewReplicaSetAvailable' && deadlineMs(deployment, before) < now
}

function deadlineMs(deployment: Deployment, since: Condition): number {
  const from = since.lastUpdateTime ?? since.lastTransitionTime
  return (from ? Date.parse(from) : 0) + (deployment.spec.progressDeadlineSeconds ?? 0) * 1000
}
