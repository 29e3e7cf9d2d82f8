/** Names of resources: which there are for containers and for quotas, and which are counted in whole numbers. */
import { qualifiedNameErrors } from '../../../core/meta/index.js'

const compute = ['cpu', 'memory', 'ephemeral-storage']
const objects = [
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
]
const quota: ReadonlySet<string> = new Set([
  ...compute,
  ...compute.map((name) => `requests.${name}`),
  ...compute.map((name) => `limits.${name}`),
  'requests.storage',
  ...objects,
])
const whole: ReadonlySet<string> = new Set(objects)

export const isStandardForQuota = (name: string): boolean => quota.has(name) || /^(requests\.)?hugepages-/.test(name)

/** Known at all: `storage`, and what containers or quotas know. */
const isStandard = (name: string): boolean => name === 'storage' || isStandardForQuota(name)

/** Named by somebody else than Kubernetes (`nvidia.com/gpu`, but also `count/pods`). */
export const isExtended = (name: string): boolean =>
  name.includes('/') && !name.includes('kubernetes.io/') && !name.startsWith('requests.')

export const isWhole = (name: string): boolean => whole.has(name) || isExtended(name)

/** What is not named by a domain must be one of those that are known. */
export function resourceNameErrors(name: string): string[] {
  const errors = qualifiedNameErrors(name)
  return errors.length || name.includes('/') || isStandard(name)
    ? errors
    : ['must be a standard resource, or carry the domain that named it (example.com/what)']
}

/** As `resourceNameErrors`; told besides is what no quota knows. */
export function quotaNameErrors(name: string): string[] {
  const errors = resourceNameErrors(name)
  return name.includes('/') || isStandardForQuota(name) ? errors : [...errors, 'must be a resource that quotas count']
}
