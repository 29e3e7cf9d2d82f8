/** APIServices and ComponentStatuses: what their definitions can't say. */
import { APIService, ComponentStatus } from '../../crds/generated/tokens.js'
import { apiServiceErrors } from './rules/api-service.js'
import { kindPlugin } from './typed-plugin.js'

export const apiServiceKind = kindPlugin(APIService, {
  validate: (service, _old, { operation }) => (operation === 'statusUpdate' ? [] : apiServiceErrors(service)),
  columns: {
    service: ({ spec }) => (spec?.service ? `${spec.service.namespace}/${spec.service.name}` : 'Local'),
    available: ({ status }) => {
      const found = status?.conditions?.find(({ type }) => type === 'Available')
      if (!found) return 'Unknown'
      return found.status === 'True' ? 'True' : `${found.status} (${found.reason ?? ''})`
    },
  },
})

export const componentStatusKind = kindPlugin(ComponentStatus, {
  columns: {
    status: ({ conditions }) => {
      const healthy = conditions?.find(({ type }) => type === 'Healthy')
      return healthy ? (healthy.status === 'True' ? 'Healthy' : 'Unhealthy') : 'Unknown'
    },
  },
})
