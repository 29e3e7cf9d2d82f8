/** FlowSchemas and PriorityLevelConfigurations: what their definitions can't say. */
import { FlowSchema, PriorityLevelConfiguration } from '../../crds/generated/tokens.js'
import { kindPlugin } from './typed-plugin.js'

export const flowSchemaKind = kindPlugin(FlowSchema, {
  columns: {
    missingPL: ({ status }) => status?.conditions?.find(({ type }) => type === 'Dangling')?.status ?? '?',
  },
})

export const priorityLevelConfigurationKind = kindPlugin(PriorityLevelConfiguration, {
  columns: {
    shares: ({ spec }) => {
      const said = spec?.limited?.nominalConcurrencyShares ?? spec?.exempt?.nominalConcurrencyShares
      return said === undefined || said === null ? '<none>' : String(said)
    },
  },
})
