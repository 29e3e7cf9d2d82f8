/** Whether a request is one of those that the rules of a webhook or policy name (facts of upstream's predicates). */
import type { AdmissionRequest } from '../../../core/admission/contract.js'
import type { AskedAs } from '../../../core/registry/contract.js'

/** RuleWithOperations of admissionregistration.k8s.io. */
export interface Rule {
  readonly operations?: readonly string[]
  readonly apiGroups?: readonly string[]
  readonly apiVersions?: readonly string[]
  /** `pods`, `pods/status`, `pods/*`, `*`, `*\/scale`, `*\/*` */
  readonly resources?: readonly string[]
  readonly scope?: string
}

type Request = Pick<AdmissionRequest, 'operation' | 'group' | 'plural' | 'subresource' | 'namespace'>

/** Kinds that say what admission does: no webhook or policy is asked about them, so that nobody locks themselves out. */
const exempt = new Set([
  'mutatingwebhookconfigurations',
  'validatingwebhookconfigurations',
  'validatingadmissionpolicies',
  'validatingadmissionpolicybindings',
  'mutatingadmissionpolicies',
  'mutatingadmissionpolicybindings',
])

export const isExempt = ({ group, plural }: Pick<AdmissionRequest, 'group' | 'plural'>): boolean =>
  group === 'admissionregistration.k8s.io' && exempt.has(plural)

/** A first look, whatever the version: false where no rule can match. Cost: a few comparisons. */
export function mayMatch(rules: readonly Rule[], request: Request): boolean {
  for (const rule of rules) if (hasOperation(rule, request) && hasResource(rule, request)) return true
  return false
}

/** Of `versions` (first as the client asked) the one that a rule names; others than the first count with matchPolicy Equivalent alone, and earlier rules before later ones. */
export function matched(
  { rules, matchPolicy }: { readonly rules: readonly Rule[]; readonly matchPolicy: string },
  request: Request,
  versions: readonly AskedAs[],
): AskedAs | undefined {
  const fitting = rules.filter(
    (rule) => inScope(rule, request) && hasOperation(rule, request) && hasResource(rule, request),
  )
  if (fitting.length === 0) return undefined
  const [asked, ...others] = versions
  if (asked && fitting.some((rule) => hasVersion(rule, asked))) return asked
  if (matchPolicy !== 'Equivalent') return undefined
  for (const rule of fitting) {
    const found = others.find((other) => hasVersion(rule, other))
    if (found) return found
  }
  return undefined
}

const has = (items: readonly string[] | undefined, wanted: string): boolean =>
  items !== undefined && (items.includes(wanted) || items.includes('*'))

const hasOperation = ({ operations }: Rule, { operation }: Request): boolean => has(operations, operation)

const hasVersion = ({ apiGroups, apiVersions }: Rule, { group, version }: AskedAs): boolean =>
  has(apiGroups, group) && has(apiVersions, version)

function hasResource({ resources = [] }: Rule, { plural, subresource }: Request): boolean {
  for (const each of resources) {
    const slash = each.indexOf('/')
    const [resource, part] = slash < 0 ? [each, ''] : [each.slice(0, slash), each.slice(slash + 1)]
    if ((resource === '*' || resource === plural) && (part === '*' || part === subresource)) return true
  }
  return false
}

/** A namespace itself is an object of the cluster. */
function inScope({ scope }: Rule, { group, plural, namespace }: Request): boolean {
  if (scope === undefined || scope === '*') return true
  const isOfCluster = namespace === '' || (group === '' && plural === 'namespaces')
  return scope === 'Cluster' ? isOfCluster : scope === 'Namespaced' && !isOfCluster
}
