/** The garbage collector: deletes what belonged to something that is gone. */
import { defineOperator } from '../../core/operator.js'
import { shared } from './followed-kinds.js'
import { GarbageCollector } from './run.js'

export const garbageCollector = defineOperator({
  name: 'garbage-collector',
  eventSource: { component: 'garbage-collector-controller' },
  description: 'Deletes what belonged to something that is gone, in the manner that the delete asked for',
  watches: shared.map((kind) => ({ kind })),
  permissions: [
    { apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list', 'watch', 'patch', 'update', 'delete'] },
    { apiGroups: [], resources: [], nonResourceURLs: ['/api', '/api/*', '/apis', '/apis/*'], verbs: ['get'] },
  ],
  run: (context) => new GarbageCollector(context).run(),
})
