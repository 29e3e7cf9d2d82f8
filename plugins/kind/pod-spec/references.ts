/** What environment variables and downward files take from the pod itself: its fields, and its containers' resources. */
import { qualifiedNameErrors, type StatusCause } from '../../../core/meta/index.js'
import type { ObjectFieldSelector, ResourceFieldSelector } from '../../../crds/generated/tokens.js'
import { invalid, invalids, required, unsupported } from '../causes.js'

const metadataFields = ['metadata.name', 'metadata.namespace', 'metadata.uid'] as const

/** Fields that a variable can show, in upstream's order. */
export const variableFields: readonly string[] = [
  ...metadataFields,
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]

/** Fields that a file can show. */
export const fileFields: readonly string[] = ['metadata.annotations', 'metadata.labels', ...metadataFields]

const known = new Set([...variableFields, ...fileFields, 'spec.restartPolicy', 'spec.schedulerName', 'status.phase'])

const noField = 'must be a field that a pod shows of itself, as metadata.name'

/** `allowed`: the fields that can be shown whole; one label or annotation always can. */
export function fieldErrors(
  { apiVersion, fieldPath }: ObjectFieldSelector,
  at: string,
  allowed: readonly string[],
): StatusCause[] {
  if (!fieldPath) return [required(`${at}.fieldPath`)]
  if (apiVersion !== undefined && apiVersion !== 'v1') {
    return [invalid(`${at}.fieldPath`, fieldPath, `the fields are those of v1, not of ${apiVersion}`)]
  }
  const opens = fieldPath.endsWith("']") ? fieldPath.indexOf("['") : 0
  if (opens > 0) return subscriptErrors(fieldPath.slice(0, opens), fieldPath.slice(opens + 2, -2), { at, fieldPath })
  if (allowed.includes(fieldPath === 'spec.host' ? 'spec.nodeName' : fieldPath)) return []
  const field = `${at}.fieldPath`
  return known.has(fieldPath)
    ? [unsupported(field, fieldPath, [...allowed].sort())]
    : [invalid(field, fieldPath, noField)]
}

function subscriptErrors(path: string, key: string, { at, fieldPath }: { at: string; fieldPath: string }) {
  if (path === 'metadata.labels') return invalids(at, key, qualifiedNameErrors(key))
  if (path === 'metadata.annotations') return invalids(at, key, qualifiedNameErrors(key.toLowerCase()))
  return known.has(path)
    ? [invalid(`${at}.fieldPath`, fieldPath, 'has no keys: only metadata.labels and metadata.annotations do')]
    : [invalid(`${at}.fieldPath`, fieldPath, noField)]
}

const countable = ['cpu', 'ephemeral-storage', 'memory']
const resources = [...countable.map((name) => `limits.${name}`), ...countable.map((name) => `requests.${name}`)]
const hugePages = /^(limits|requests)\.hugepages-/

/** `of`: files must name the container, variables may mean their own. */
export function resourceErrors(
  { resource, containerName, divisor }: ResourceFieldSelector,
  at: string,
  of: 'file' | 'variable',
): StatusCause[] {
  const found: StatusCause[] = []
  if (of === 'file' && !containerName) found.push(required(`${at}.containerName`))
  else if (!resource) found.push(required(`${at}.resource`))
  else if (!resources.includes(resource) && !hugePages.test(resource)) {
    found.push(unsupported(`${at}.resource`, resource, resources))
  }
  if (divisor !== undefined && resource) found.push(...divisorErrors(resource, divisor, `${at}.divisor`))
  return found
}

const bytes = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei']

function divisorErrors(resource: string, divisor: string, field: string): StatusCause[] {
  if (!resources.includes(resource) && !hugePages.test(resource)) return []
  if (divisor === '0') return []
  const allowed = resource.endsWith('.cpu') ? ['1m', '1'] : bytes
  if (allowed.includes(divisor)) return []
  return [invalid(field, resource, `a divisor of ${resource} must be one of ${allowed.join(', ')}`)]
}
