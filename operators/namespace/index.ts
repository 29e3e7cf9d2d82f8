/** The namespace operator: empties a namespace that is being deleted, and then lets it go. */
import { defineOperator } from '../../core/operator.js'
import { Namespace, Pod } from '../kit/kinds.js'
import { reconcile } from './reconcile.js'

export const namespace = defineOperator<Namespace>({
  name: 'namespace',
  description: 'Empties a namespace that is being deleted, and then lets it go',
  kind: Namespace,
  watches: [
    {
      kind: Pod,
      wakes: ({ metadata }, cache) => {
        const name = String(metadata.namespace)
        return cache.get(Namespace, { name })?.metadata.deletionTimestamp ? [name] : []
      },
    },
  ],
  permissions: [
    { apiGroups: [''], resources: ['namespaces/finalize', 'namespaces/status'], verbs: ['update', 'patch'] },
    { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'delete', 'deletecollection'] },
    { apiGroups: [], resources: [], nonResourceURLs: ['/api', '/api/*', '/apis', '/apis/*'], verbs: ['get'] },
  ],
  reconcile,
})
