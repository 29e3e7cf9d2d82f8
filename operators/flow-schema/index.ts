/** The flow-schema operator: says of a FlowSchema whether the priority level that it names is there. */
import { defineOperator } from '../../core/operator.js'
import { FlowSchema, PriorityLevelConfiguration } from '../kit/kinds.js'
import { reconcile } from './reconcile.js'

export const flowSchema = defineOperator<FlowSchema>({
  name: 'flow-schema',
  description: 'Says of a FlowSchema whether the priority level that it names is there',
  kind: FlowSchema,
  watches: [
    {
      kind: PriorityLevelConfiguration,
      wakes: ({ metadata }, cache) =>
        cache
          .list(FlowSchema)
          .filter(({ spec }) => spec?.priorityLevelConfiguration?.name === metadata.name)
          .map((schema) => String(schema.metadata.name)),
    },
  ],
  permissions: [{ apiGroups: ['flowcontrol.apiserver.k8s.io'], resources: ['flowschemas/status'], verbs: ['patch'] }],
  reconcile,
})
