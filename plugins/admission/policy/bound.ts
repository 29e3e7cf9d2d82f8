/** Which policies, by which of their bindings, a request is before; and with which parameters. */
import type { AdmissionRequest } from '../../../core/admission/contract.js'
import type { KubeObject } from '../../../core/meta/index.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import type { MatchResources, ParamKind, ParamRef } from '../../../crds/generated/tokens.js'
import { namespaceOf } from '../matching/inputs.js'
import { mayMatch } from '../matching/rules.js'
import { type Before, type Match, matchOf, meets, shareTurns } from './match.js'
import { Misconfigured, paramsOf } from './params.js'
import type { PolicyTable } from './table.js'

/** What both sorts of bindings have. */
export interface Binding {
  readonly metadata?: { readonly name?: string }
  readonly spec?: { readonly paramRef?: ParamRef; readonly matchResources?: MatchResources }
}

interface Compiled {
  readonly match: Match
  readonly paramKind: ParamKind | undefined
}

export interface Concerned<Policy extends Compiled, Bound extends Binding> {
  readonly policy: Policy
  readonly at: AskedAs
  readonly bindings: readonly Bound[]
}

/** A first look: false where no policy is about such requests, whatever their object. Cost: some comparisons for each policy. */
export function mayConcern<Policy extends Compiled>(table: PolicyTable<Policy>, request: AdmissionRequest): boolean {
  for (const { compiled } of table.entries()) {
    const { rules } = compiled.match
    if (rules.length === 0 || mayMatch(rules, request)) return true
  }
  return false
}

/** Throws 404 where the namespace is not there. */
export function concernedBy<Policy extends Compiled, Bound extends Binding>(
  table: PolicyTable<Policy>,
  asked: Before,
): Concerned<Policy, Bound>[] {
  const found: Concerned<Policy, Bound>[] = []
  for (const { compiled: policy, bindings } of table.entries()) {
    const at = meets(policy.match, asked)
    if (!at) continue
    const bound = (bindings as readonly unknown[] as Bound[]).filter((binding) => {
      const match = bindingMatch(binding)
      return !match || meets(match, asked)
    })
    if (bound.length > 0) found.push({ policy, at, bindings: bound })
  }
  return found
}

const matches = new WeakMap<Binding, Match>()

function bindingMatch(binding: Binding): Match | undefined {
  const resources = binding.spec?.matchResources
  if (!resources) return undefined
  let known = matches.get(binding)
  if (!known) matches.set(binding, (known = matchOf(resources)))
  return known
}

/** One binding with one of its parameters, or why it has none. */
export type Pairing<Bound> =
  | { readonly binding: Bound; readonly params: KubeObject | undefined }
  /** `binding` undefined: the policy is at fault. */
  | { readonly binding: Bound | undefined; readonly fault: string }

export async function* pairingsOf<Policy extends Compiled, Bound extends Binding>(
  { policy, bindings }: Concerned<Policy, Bound>,
  asked: Before,
): AsyncIterable<Pairing<Bound>> {
  const { request, context } = asked
  for (const binding of bindings) {
    try {
      const place = { context, namespace: namespaceOf(request) }
      for (const params of await paramsOf(policy.paramKind, binding.spec?.paramRef, place)) {
        const turn = shareTurns(asked)
        if (turn) await turn
        yield { binding, params }
      }
    } catch (error) {
      if (!(error instanceof Misconfigured)) throw error
      yield { binding: error.at === 'binding' ? binding : undefined, fault: error.message }
      if (error.at === 'policy') return
    }
  }
}
