/** The fake-nodes operator: nodes by the hundred whose pods run without a process, for tests of scale. */
import { defineOperator, type Operator } from '../../core/operator.js'
import { pods } from './kinds.js'
import { Fleet, type FleetOptions } from './fleet.js'

/** `count` nodes named `<prefix>0000` and on. */
export function fakeNodes(options: FleetOptions): Operator {
  return defineOperator({
    name: 'fake-nodes',
    description: 'Nodes whose pods become Running without a process, for tests of scale',
    watches: [{ kind: pods }],
    permissions: [
      { apiGroups: [''], resources: ['nodes', 'nodes/status'], verbs: ['create', 'get', 'patch'] },
      { apiGroups: [''], resources: ['pods/status'], verbs: ['patch'] },
      { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch', 'delete'] },
      { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'patch'] },
    ],
    run: (context) => new Fleet(options, context).run(),
  })
}
