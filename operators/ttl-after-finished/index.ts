/** The ttl-after-finished operator: deletes Jobs some time after they have ended. */
import { defineOperator } from '../../core/operator.js'
import { Job } from '../kit/kinds.js'
import { reconcile } from './reconcile.js'

export const ttlAfterFinished = defineOperator<Job>({
  name: 'ttl-after-finished',
  description: 'Deletes a Job the given time after it has ended',
  kind: Job,
  permissions: [{ apiGroups: ['batch'], resources: ['jobs'], verbs: ['get', 'delete'] }],
  reconcile,
})
