import type { Observed, Plan } from '../../core/operator.js'
import { ReplicationController } from '../kit/kinds.js'
import { planReplicas } from '../kit/replicas/plan.js'

/** As a ReplicaSet's, but for the count of terminating pods, which this kind's status has not. */
export function plan(observed: Observed<ReplicationController>): Plan<ReplicationController> {
  const { status, ...rest } = planReplicas(ReplicationController, observed)
  const { terminatingReplicas: _, ...known } = status
  return { ...rest, status: known }
}
