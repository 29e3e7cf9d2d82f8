/** The resource-quota operator: counts again what the objects of a namespace take of its ResourceQuotas. */
import type { KubeObject } from '../../core/meta/index.js'
import { defineOperator } from '../../core/operator.js'
import type { Cache } from '../../core/runtime/index.js'
import { PersistentVolumeClaim, Pod, ResourceQuota, Service } from '../kit/kinds.js'
import { reconciler } from './reconcile.js'

export const resourceQuota = defineOperator<ResourceQuota>({
  name: 'resource-quota',
  description: 'Counts again what the objects of a namespace take of its ResourceQuotas',
  kind: ResourceQuota,
  watches: [Pod, Service, PersistentVolumeClaim].map((kind) => ({ kind, wakes: quotasBeside })),
  permissions: [
    { apiGroups: [''], resources: ['resourcequotas/status'], verbs: ['update'] },
    // `count/<resource>` may name any kind.
    { apiGroups: ['*'], resources: ['*'], verbs: ['list'] },
  ],
  reconcile: reconciler(),
})

function quotasBeside({ metadata }: KubeObject, cache: Cache): string[] {
  return cache
    .list(ResourceQuota, metadata.namespace)
    .map((quota) => `${quota.metadata.namespace}/${quota.metadata.name}`)
}
