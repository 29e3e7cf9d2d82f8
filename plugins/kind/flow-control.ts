/** FlowSchemas and PriorityLevelConfigurations: what their definitions can't say. */
import { FlowSchema, PriorityLevelConfiguration } from '../../crds/generated/tokens.js'
import { flowSchemaErrors } from './rules/flow-schema.js'
import { priorityLevelErrors } from './rules/priority-level.js'
import { kindPlugin } from './typed-plugin.js'

export const flowSchemaKind = kindPlugin(FlowSchema, {
  validate: (schema, _old, { operation }) => (operation === 'statusUpdate' ? [] : flowSchemaErrors(schema)),
  columns: {
    missingPL: ({ status }) => status?.conditions?.find(({ type }) => type === 'Dangling')?.status ?? '?',
  },
})

export const priorityLevelConfigurationKind = kindPlugin(PriorityLevelConfiguration, {
  validate: (level, _old, { operation }) => (operation === 'statusUpdate' ? [] : priorityLevelErrors(level)),
  columns: {
    shares: ({ spec }) => {
      const said = spec?.limited?.nominalConcurrencyShares
      return said ?? '<none>'
    },
  },
})
