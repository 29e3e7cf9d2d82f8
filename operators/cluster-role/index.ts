/** The cluster-role operator: writes into a ClusterRole that aggregates others the rules that it has of them. */
import { defineOperator } from '../../core/operator.js'
import { ClusterRole } from '../kit/kinds.js'
import { reconcile } from './reconcile.js'

export const clusterRole = defineOperator<ClusterRole>({
  name: 'cluster-role',
  description: 'Writes into a ClusterRole that aggregates others the rules that it has of them',
  kind: ClusterRole,
  // Which selectors chose a role before its labels changed is not known: all that aggregate are looked at, of which there are few.
  watches: [
    {
      kind: ClusterRole,
      wakes: (_, cache) =>
        cache
          .list(ClusterRole)
          .filter(({ aggregationRule }) => aggregationRule)
          .map(({ metadata }) => String(metadata.name)),
    },
  ],
  permissions: [
    { apiGroups: ['rbac.authorization.k8s.io'], resources: ['clusterroles'], verbs: ['patch', 'escalate'] },
  ],
  reconcile,
})
