import type { KindToken } from '../../../core/meta/index.js'
import type { Observed } from '../../../core/operator.js'
import { Pod, type ReplicaSetStatus } from '../kinds.js'
import { podFromTemplate } from '../pod-from-template.js'
import { isActive } from '../pod-state.js'
import { leastMissed } from './least-missed.js'
import type { Replicated } from './replicated.js'
import { failureOf, statusOf } from './status.js'

export interface ReplicasPlan {
  readonly children: readonly Pod[]
  readonly status: ReplicaSetStatus
  readonly lookAgainMs?: number
}

/** The pods that should be, and the status that is, of one parent of `kind`. Cost: a pass over the pods; sorting them when there are too many. */
export function planReplicas<P extends Replicated>(kind: KindToken<P>, observed: Observed<P>): ReplicasPlan {
  const { parent, now, refusals } = observed
  const pods = observed.children(Pod)
  const active = pods.filter(isActive)
  const missing = (parent.spec.replicas ?? 1) - active.length
  const failure = failureOf({ refusals, missing, now })
  const { status, lookAgainMs } = statusOf({ parent, pods, active, failure, now })
  const children = missing < 0 ? without(pods, leastMissed({ kind, observed, active, count: -missing })) : pods
  return {
    children: missing > 0 ? [...children, ...newPods(parent, missing)] : children,
    status,
    ...(lookAgainMs === undefined ? {} : { lookAgainMs }),
  }
}

function newPods(parent: Replicated, count: number): Pod[] {
  const { template } = parent.spec
  return template ? Array.from({ length: count }, () => podFromTemplate(parent, template)) : []
}

function without(pods: readonly Pod[], surplus: readonly Pod[]): readonly Pod[] {
  const left = new Set(surplus)
  return pods.filter((pod) => !left.has(pod))
}
