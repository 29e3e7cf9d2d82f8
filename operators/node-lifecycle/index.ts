/** The node-lifecycle operator: marks nodes that are not heard of any more, moves their pods elsewhere, and removes the pods of nodes that are gone. */
import { defineOperator } from '../../core/operator.js'
import { Lease, Node, Pod } from '../kit/kinds.js'
import { leaseNamespace, NodeLifecycle } from './run.js'

export const nodeLifecycle = defineOperator({
  name: 'node-lifecycle',
  eventSource: { component: 'node-controller' },
  description: 'Marks nodes that are not heard of any more, and removes or moves their pods',
  watches: [{ kind: Node }, { kind: Pod }, { kind: Lease, namespace: leaseNamespace }],
  permissions: [
    { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'patch'] },
    { apiGroups: [''], resources: ['nodes/status', 'pods/status'], verbs: ['patch'] },
    { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
  ],
  run: (context) => new NodeLifecycle(context).run(),
})
