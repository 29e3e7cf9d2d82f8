/** FlowSchemas and PriorityLevelConfigurations: what their definitions can't say. */
import { FlowSchema, PriorityLevelConfiguration } from '../../crds/generated/tokens.js'
import { plainConditionErrors } from './rules/conditions.js'
import { fixedLevelErrors, fixedSchemaErrors } from './rules/mandatory-flows.js'
import { flowSchemaErrors, isBesideKind } from './rules/flow-schema.js'
import { priorityLevelErrors } from './rules/priority-level.js'
import { kindPlugin } from './typed-plugin.js'

export const flowSchemaKind = kindPlugin(FlowSchema, {
  overlooks: (cause, schema) => isBesideKind(schema, cause),
  validate: (schema, _old, { operation }) =>
    operation === 'statusUpdate'
      ? plainConditionErrors(schema.status?.conditions)
      : [...flowSchemaErrors(schema), ...fixedSchemaErrors(schema)],
  columns: {
    missingPL: ({ status }) => status?.conditions?.find(({ type }) => type === 'Dangling')?.status ?? '?',
  },
})

export const priorityLevelConfigurationKind = kindPlugin(PriorityLevelConfiguration, {
  validate: (level, _old, { operation }) =>
    operation === 'statusUpdate'
      ? plainConditionErrors(level.status?.conditions)
      : [...priorityLevelErrors(level), ...fixedLevelErrors(level)],
  columns: {
    shares: ({ spec }) => {
      const said = spec?.limited?.nominalConcurrencyShares
      return said ?? '<none>'
    },
  },
})
