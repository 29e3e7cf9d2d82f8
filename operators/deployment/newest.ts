import type { Refusal } from '../../core/operator.js'
import { conditionOf, withCondition } from '../kit/condition.js'
import { meansTheSame } from '../kit/same-object.js'
import { ReplicaSet } from '../kit/kinds.js'
import { newReplicaSet, replicaSetName } from './new-replica-set.js'
import { hasDeadline, progressing } from './progress.js'
import { revisionAnnotations, revisionKey, revisionOf } from './revision.js'
import type { Rollout } from './rollout.js'
import { sameTemplate } from './template-hash.js'

/** Finds the ReplicaSet of the current template (the oldest, should there be several) and brings its annotations up to date. Answers whether there is one. */
export function findNewest(rollout: Rollout): boolean {
  const { deployment } = rollout
  const found = rollout.all.find((set) => sameTemplate(set.spec.template, deployment.spec.template))
  if (!found) return false
  rollout.put(found, 'newest')
  const current = found.metadata.annotations ?? {}
  const annotations = revisionAnnotations(deployment, current, nextRevision(rollout))
  const minReadySeconds = deployment.spec.minReadySeconds ?? 0
  if (!meansTheSame(annotations, current) || (found.spec.minReadySeconds ?? 0) !== minReadySeconds) {
    const spec = { ...found.spec, minReadySeconds }
    rollout.put({ ...found, metadata: { ...found.metadata, annotations }, spec })
  }
  rollout.revision = annotations[revisionKey]
  noteFound(rollout, found)
  return true
}

function noteFound(rollout: Rollout, found: ReplicaSet): void {
  if (!hasDeadline(rollout.deployment)) return
  const current = conditionOf(rollout.conditions, 'Progressing')
  const name = found.metadata.name
  if (!current) {
    const condition = { status: 'True', reason: 'FoundNewReplicaSet', message: `Found new replica set "${name}"` }
    rollout.conditions = withCondition(rollout.conditions, progressing(condition, rollout.now))
  } else if (current.reason === 'ReplicaSetCreateError') {
    noteCreated(rollout, String(name))
  }
}

/** Plans the ReplicaSet of the current template, as large as the surge allows at once. */
export function createNewest(
  rollout: Rollout,
  { size, refusals }: { readonly size: number; readonly refusals: readonly Refusal[] },
): void {
  const refusal = refusals.find((each) => each.kind === ReplicaSet.kind && each.verb === 'create')
  if (refusal?.reason === 'AlreadyExists' && refusal.name === replicaSetName(rollout)) {
    rollout.collisionCount = (rollout.collisionCount ?? 0) + 1
  }
  const revision = nextRevision(rollout)
  const annotations = { ...revisionAnnotations(rollout.deployment, {}, revision), ...rollout.sizeNote() }
  const set = newReplicaSet(rollout, { replicas: size, annotations })
  rollout.put(set, 'newest')
  rollout.revision = String(revision)
  if (size > 0) rollout.tellScaled(set, 0)
  if (refusal && refusal.reason !== 'AlreadyExists') noteRefused(rollout, set, refusal)
  else if (hasDeadline(rollout.deployment)) noteCreated(rollout, String(set.metadata.name))
}

function noteCreated(rollout: Rollout, name: string): void {
  const condition = { status: 'True', reason: 'NewReplicaSetCreated', message: `Created new replica set "${name}"` }
  rollout.conditions = withCondition(rollout.conditions, progressing(condition, rollout.now))
}

function noteRefused(rollout: Rollout, set: ReplicaSet, refusal: Refusal): void {
  const message = `Failed to create new replica set "${set.metadata.name}": ${refusal.message}`
  rollout.events.push({ type: 'Warning', reason: 'ReplicaSetCreateError', message })
  if (!hasDeadline(rollout.deployment)) return
  const condition = progressing({ status: 'False', reason: 'ReplicaSetCreateError', message }, rollout.now)
  rollout.conditions = withCondition(rollout.conditions, condition)
}

function nextRevision(rollout: Rollout): bigint {
  return rollout.old.map(revisionOf).reduce((most, revision) => (revision > most ? revision : most), 0n) + 1n
}
