/** ResourceQuotas: what their definition can't say. */
import { ResourceQuota } from '../../crds/generated/tokens.js'
import { resourceQuotaErrors, resourceQuotaStatusErrors } from './rules/resource-quota.js'
import { kindPlugin } from './typed-plugin.js'

export const resourceQuotaKind = kindPlugin(ResourceQuota, {
  validate: (quota, old, { operation }) =>
    operation === 'statusUpdate' ? resourceQuotaStatusErrors(quota) : resourceQuotaErrors(quota, old),
  columns: {
    request: (quota) => used(quota, (name) => !name.startsWith('limits')),
    limit: (quota) => used(quota, (name) => name.startsWith('limits')),
  },
})

/** `pods: 3/10, requests.cpu: 1/4`. */
function used({ status }: ResourceQuota, isShown: (name: string) => boolean): string {
  const names = Object.keys(status?.hard ?? {})
    .filter(isShown)
    .sort()
  return names.map((name) => `${name}: ${status?.used?.[name] ?? '0'}/${status?.hard?.[name]}`).join(', ')
}
