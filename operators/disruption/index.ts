/** The disruption operator: tells how many pods of a PodDisruptionBudget may be evicted now. */
import { defineOperator } from '../../core/operator.js'
import { Deployment, Pod, PodDisruptionBudget, ReplicaSet, ReplicationController, StatefulSet } from '../kit/kinds.js'
import { reconcile } from './reconcile.js'

export const disruption = defineOperator<PodDisruptionBudget>({
  name: 'disruption',
  eventSource: { component: 'controllermanager' },
  description: 'Tells how many pods of a PodDisruptionBudget may be evicted now',
  kind: PodDisruptionBudget,
  watches: [
    { kind: Pod, wakes: ({ metadata }, cache) => budgetsOf(cache.list(PodDisruptionBudget, metadata.namespace)) },
    { kind: ReplicaSet },
    { kind: Deployment },
    { kind: StatefulSet },
    { kind: ReplicationController },
  ],
  permissions: [
    { apiGroups: ['policy'], resources: ['poddisruptionbudgets/status'], verbs: ['update'] },
    { apiGroups: ['*'], resources: ['*/scale'], verbs: ['get'] },
  ],
  reconcile,
})

/** All of a namespace: a pod that has left a budget's selector concerns it too. */
function budgetsOf(budgets: readonly PodDisruptionBudget[]): string[] {
  return budgets.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
}
