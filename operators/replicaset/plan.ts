import type { Observed, Plan } from '../../core/operator.js'
import { podFromTemplate } from '../kit/pod-from-template.js'
import { isActive } from '../kit/pod-state.js'
import { Pod, type ReplicaSet } from '../kit/kinds.js'
import { leastMissed } from './least-missed.js'
import { failureOf, statusOf } from './status.js'

/** The pods that should be, and the status that is. Cost: a pass over the pods; sorting them when there are too many. */
export function plan(observed: Observed<ReplicaSet>): Plan<ReplicaSet> {
  const { parent, now, refusals } = observed
  const pods = observed.children(Pod)
  const active = pods.filter(isActive)
  const missing = (parent.spec.replicas ?? 1) - active.length
  const failure = failureOf({ refusals, missing, now })
  const { status, lookAgainMs } = statusOf({ replicaSet: parent, pods, active, failure, now })
  return {
    children: wanted(observed, { pods, active, missing }),
    status,
    ...(lookAgainMs === undefined ? {} : { lookAgainMs }),
  }
}

function wanted(
  observed: Observed<ReplicaSet>,
  { pods, active, missing }: { pods: readonly Pod[]; active: readonly Pod[]; missing: number },
): readonly Pod[] {
  const { parent } = observed
  if (missing === 0) return pods
  if (missing > 0) {
    return [...pods, ...Array.from({ length: missing }, () => podFromTemplate(parent, parent.spec.template))]
  }
  const surplus = new Set(leastMissed(observed, active, -missing))
  return pods.filter((pod) => !surplus.has(pod))
}
