/** The replicationcontroller operator: keeps as many pods of a template running as a ReplicationController asks for. */
import { defineOperator } from '../../core/operator.js'
import { Pod, ReplicationController } from '../kit/kinds.js'
import { plan } from './plan.js'

export const replicationcontroller = defineOperator<ReplicationController>({
  name: 'replicationcontroller',
  eventSource: { component: 'replication-controller' },
  description: 'Keeps as many pods of a template running as a ReplicationController asks for',
  kind: ReplicationController,
  owns: [{ kind: Pod, selectorPath: 'spec.selector', announce: 'podControl' }],
  watches: [{ kind: Pod }, { kind: ReplicationController }],
  plan,
})
