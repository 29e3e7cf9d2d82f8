/** The replicaset operator: keeps as many pods of a template running as a ReplicaSet asks for. */
import { defineOperator } from '../../core/operator.js'
import { Pod, ReplicaSet } from '../kit/kinds.js'
import { planReplicas } from '../kit/replicas/plan.js'

export const replicaset = defineOperator<ReplicaSet>({
  name: 'replicaset',
  eventSource: { component: 'replicaset-controller' },
  description: 'Keeps as many pods of a template running as a ReplicaSet asks for',
  kind: ReplicaSet,
  owns: [{ kind: Pod, selectorPath: 'spec.selector', announce: 'podControl' }],
  watches: [{ kind: Pod }, { kind: ReplicaSet }],
  plan: (observed) => planReplicas(ReplicaSet, observed),
})
