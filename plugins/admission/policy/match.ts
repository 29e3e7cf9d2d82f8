/** Which requests a policy or a binding is about: matchConstraints, matchResources. */
import type { AdmissionContext, AdmissionRequest } from '../../../core/admission/contract.js'
import { nextTurn } from '../../../core/kit/index.js'
import type { LabelRequirement } from '../../../core/meta/index.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import type { MatchResources } from '../../../crds/generated/tokens.js'
import { shownName } from '../matching/inputs.js'
import { matched, mayMatch, type Rule } from '../matching/rules.js'
import { choosesNamespace, choosesObject, requirementsOf } from '../matching/selectors.js'

interface NamedRule extends Rule {
  readonly resourceNames?: readonly string[]
}

/** MatchResources, made ready. */
export interface Match {
  readonly rules: readonly NamedRule[]
  readonly excluded: readonly NamedRule[]
  readonly matchPolicy: string
  readonly namespace: readonly LabelRequirement[]
  readonly object: readonly LabelRequirement[]
}

export function matchOf(resources: MatchResources | undefined): Match {
  return {
    rules: resources?.resourceRules ?? [],
    excluded: resources?.excludeResourceRules ?? [],
    matchPolicy: resources?.matchPolicy ?? 'Equivalent',
    namespace: requirementsOf(resources?.namespaceSelector),
    object: requirementsOf(resources?.objectSelector),
  }
}

/** Under which address the request is meant; undefined: it is not. `versions`: first as the client asked. Throws 404 where the namespace is not there. */
export function meets(match: Match, { request, context, versions }: Before): AskedAs | undefined {
  if (match.rules.length > 0 && !mayMatch(match.rules, request)) return undefined
  if (!choosesObject(match.object, request)) return undefined
  const named = (rules: readonly NamedRule[]) => rules.filter((rule) => isNamed(rule, request))
  const { matchPolicy } = match
  if (matched({ rules: named(match.excluded), matchPolicy }, request, versions())) return undefined
  const found =
    match.rules.length === 0 ? versions()[0] : matched({ rules: named(match.rules), matchPolicy }, request, versions())
  return found && choosesNamespace(match.namespace, request, context) ? found : undefined
}

/** A request before the policies. */
export interface Before {
  readonly request: AdmissionRequest
  readonly context: AdmissionContext
  readonly versions: () => readonly AskedAs[]
  /** Units of cost spent since others have had their turn. */
  readonly meter: { spent: number }
}

/** Units after which others have their turn: some milliseconds. */
const oneTurn = 10_000

/** To be awaited between one evaluation and the next; undefined: at once. */
export function shareTurns({ meter }: Pick<Before, 'meter'>): Promise<void> | undefined {
  if (meter.spent < oneTurn) return undefined
  meter.spent = 0
  return nextTurn()
}

export function before(request: AdmissionRequest, context: AdmissionContext): Before {
  let known: readonly AskedAs[] | undefined
  return { request, context, versions: () => (known ??= context.versions.all(request)), meter: { spent: 0 } }
}

const isNamed = ({ resourceNames }: NamedRule, request: AdmissionRequest): boolean =>
  !resourceNames?.length || resourceNames.includes(shownName(request))
