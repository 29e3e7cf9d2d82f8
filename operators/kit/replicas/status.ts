import type { Refusal } from '../../../core/operator.js'
import { newCondition, withCondition, withoutCondition } from '../condition.js'
import { isTerminating, msUntilAvailable } from '../pod-state.js'
import { withoutZeros } from '../without-zeros.js'
import type { Replicated } from './replicated.js'
import { type Condition, Pod, type ReplicaSetStatus } from '../kinds.js'

interface Seen {
  readonly parent: Replicated
  readonly pods: readonly Pod[]
  readonly active: readonly Pod[]
  readonly failure: Condition | undefined
  readonly now: number
}

/** Counts, and when the next ready pod becomes available. Cost: one pass. */
export function statusOf({ parent, pods, active, failure, now }: Seen): {
  readonly status: ReplicaSetStatus
  readonly lookAgainMs?: number
} {
  const minReadySeconds = parent.spec.minReadySeconds ?? 0
  const labels = Object.entries(parent.spec.template?.metadata?.labels ?? {})
  let fullyLabeledReplicas = 0
  let readyReplicas = 0
  let availableReplicas = 0
  let lookAgainMs = Number.POSITIVE_INFINITY
  for (const pod of active) {
    const own = pod.metadata.labels
    if (labels.every(([key, value]) => own?.[key] === value)) fullyLabeledReplicas++
    const untilMs = msUntilAvailable(pod, { minReadySeconds, now })
    if (untilMs === undefined) continue
    readyReplicas++
    if (untilMs === 0) availableReplicas++
    else lookAgainMs = Math.min(lookAgainMs, untilMs)
  }
  const conditions = conditionsOf(parent, failure)
  const status: ReplicaSetStatus = {
    replicas: active.length,
    ...withoutZeros({ fullyLabeledReplicas, readyReplicas, availableReplicas }),
    terminatingReplicas: active.length === pods.length ? 0 : pods.filter(isTerminating).length,
    ...(conditions.length ? { conditions } : {}),
    observedGeneration: parent.metadata.generation ?? 0,
  }
  return lookAgainMs < Number.POSITIVE_INFINITY ? { status, lookAgainMs } : { status }
}

function conditionsOf(parent: Replicated, failure: Condition | undefined): Condition[] {
  const current = parent.status?.conditions ?? []
  return failure ? withCondition(current, failure) : withoutCondition(current, 'ReplicaFailure')
}

/** The condition ReplicaFailure, while the API refuses the pods that are missing, or to delete those that are too many. */
export function failureOf(seen: {
  readonly refusals: readonly Refusal[]
  readonly missing: number
  readonly now: number
}): Condition | undefined {
  const { refusals, missing, now } = seen
  const refusal = refusals.find(({ kind, verb }) => kind === Pod.kind && verb !== 'patch')
  if (!refusal || missing === 0) return undefined
  const reason = missing > 0 ? 'FailedCreate' : 'FailedDelete'
  return newCondition({ type: 'ReplicaFailure', status: 'True', reason, message: refusal.message }, now)
}
