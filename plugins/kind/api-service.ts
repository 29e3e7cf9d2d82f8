/** APIServices and ComponentStatuses: what their definitions can't say. */
import { timestamp } from '../../core/meta/index.js'
import { APIService, ComponentStatus } from '../../crds/generated/tokens.js'
import { apiServiceErrors, apiServiceStatusErrors } from './rules/api-service.js'
import { kindPlugin } from './typed-plugin.js'

export const apiServiceKind = kindPlugin(APIService, {
  /** What is served here is available from the first. */
  prepare(service, old, { now }) {
    if (old || service.spec?.service) return
    const at = { type: 'Available', status: 'True', lastTransitionTime: timestamp(now()) }
    const conditions = [{ ...at, reason: 'Local', message: 'Local APIServices are always available' }]
    service.status = { ...service.status, conditions }
  },
  validate: (service, _old, { operation }) =>
    operation === 'statusUpdate' ? apiServiceStatusErrors(service) : apiServiceErrors(service),
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
