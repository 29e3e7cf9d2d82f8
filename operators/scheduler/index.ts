/** The scheduler operator: chooses a node for each pod that has none. */
import { defineOperator } from '../../core/operator.js'
import { Node, Pod } from '../kit/kinds.js'
import { Scheduler } from './run.js'

export const scheduler = defineOperator({
  name: 'scheduler',
  eventSource: { component: 'default-scheduler' },
  description: 'Chooses a node for each pod that has none',
  watches: [{ kind: Pod }, { kind: Node }],
  permissions: [
    { apiGroups: [''], resources: ['pods/binding'], verbs: ['create'] },
    { apiGroups: [''], resources: ['pods/status'], verbs: ['patch'] },
  ],
  run: (context) => new Scheduler(context).run(),
})
