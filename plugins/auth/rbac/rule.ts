/** Rules of rbac.authorization.k8s.io/v1 and what they match. */
import type { Attributes } from '../../../core/auth/contract.js'

/** A PolicyRule as it is stored: every list may be missing. */
export interface Rule {
  readonly verbs: readonly string[]
  readonly apiGroups?: readonly string[]
  readonly resources?: readonly string[]
  readonly resourceNames?: readonly string[]
  readonly nonResourceURLs?: readonly string[]
}

type Resource = NonNullable<Attributes['resource']>

const holds = (list: readonly string[] | undefined, value: string): boolean =>
  list !== undefined && (list.includes(value) || list.includes('*'))

/** Whether the rule is about this verb and resource, whatever the name. `pods/log` is not in `pods`; `*` is everything, and a star before a slash any resource's subresource. */
export function coversResource(rule: Rule, verb: string, resource: Resource): boolean {
  if (!holds(rule.verbs, verb) || !holds(rule.apiGroups, resource.group)) return false
  const { plural, subresource } = resource
  const full = subresource ? `${plural}/${subresource}` : plural
  if (holds(rule.resources, full)) return true
  return subresource !== '' && (rule.resources?.includes(`*/${subresource}`) ?? false)
}

/** Whether the rule is about this path, which is no resource's. `/healthz/*` means all below. */
export function coversPath(rule: Rule, verb: string, path: string): boolean {
  if (!rule.nonResourceURLs || !holds(rule.verbs, verb)) return false
  return rule.nonResourceURLs.some((url) => pathMatches(url, path))
}

export function pathMatches(pattern: string, path: string): boolean {
  if (pattern === '*' || pattern === path) return true
  return pattern.endsWith('*') && path.startsWith(pattern.slice(0, -1))
}
