/** ValidatingAdmissionPolicies: refuse what their expressions find wrong, or warn of it (upstream's ValidatingAdmissionPolicy admission). */
import type { AdmissionPlugin, AdmissionRequest } from '../../../core/admission/contract.js'
import { forbidden, StatusError, type StatusReason } from '../../../core/meta/index.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import type { ValidatingAdmissionPolicy, ValidatingAdmissionPolicyBinding } from '../../../crds/generated/tokens.js'
import { type Seen, seenAt } from '../matching/inputs.js'
import { namespaces } from '../matching/selectors.js'
import { type Concerned, concernedBy, mayConcern, pairingsOf } from './bound.js'
import { type CompiledValidating, compileValidating } from './compile-validating.js'
import { type Offence, offencesOf } from './decide.js'
import { isJudged } from './exempt.js'
import { inputsOf } from './inputs.js'
import { type Before, before, shareTurns } from './match.js'
import { PolicyTable } from './table.js'

const policies = 'admissionregistration.k8s.io/validatingadmissionpolicies'
const bindings = 'admissionregistration.k8s.io/validatingadmissionpolicybindings'

export function validatingPolicies(): AdmissionPlugin {
  let table: PolicyTable<CompiledValidating> | undefined
  return {
    name: 'validating-admission-policy',
    views: [policies, bindings, namespaces],
    open(context) {
      const views = { policies: context.view(policies), bindings: context.view(bindings) }
      table = new PolicyTable(views, (policy) =>
        compileValidating(policy as unknown as ValidatingAdmissionPolicy, context.expressions()),
      )
    },
    admits: (request) => table !== undefined && isJudged(request) && mayConcern(table, request),
    validate(request, context) {
      const asked = before(request, context)
      const concerned = concernedBy<CompiledValidating, Binding>(table!, asked)
      return concerned.length > 0 ? judge(concerned, asked) : undefined
    },
  }
}

type Binding = ValidatingAdmissionPolicyBinding
type Judged = Concerned<CompiledValidating, Binding>

interface Denial extends Offence {
  readonly policy: CompiledValidating
  readonly binding?: string
}

async function judge(concerned: readonly Judged[], asked: Before): Promise<void> {
  const denials: Denial[] = []
  for (const each of concerned) for await (const denial of denialsOf(each, asked)) denials.push(denial)
  const [first] = denials
  if (first) throw refusal(first, asked.request, asked.versions()[0]!)
}

async function* denialsOf(each: Judged, asked: Before): AsyncIterable<Denial> {
  const { policy, at } = each
  const { request, context } = asked
  let seen: Seen | undefined
  for await (const pairing of pairingsOf(each, asked)) {
    const name = pairing.binding?.metadata?.name
    const by = { policy, ...(name === undefined ? {} : { binding: name }) }
    if ('fault' in pairing) {
      if (policy.failurePolicy === 'Fail') yield { ...by, message: pairing.fault }
      continue
    }
    const { binding, params } = pairing
    seen ??= await seenAt(request, at, context)
    const offences = await offencesOf(policy, inputsOf(seen, asked, params), () => shareTurns(asked))
    for (const offence of offences) if (acts(binding, offence, { policy, request })) yield { ...offence, ...by }
  }
}

/** Warns where the binding wants that; answers whether the request is refused for it. */
function acts(
  { metadata, spec }: ValidatingAdmissionPolicyBinding,
  { message, always }: Offence,
  { policy, request }: { readonly policy: CompiledValidating; readonly request: AdmissionRequest },
): boolean {
  if (always) return true
  if (spec.validationActions.includes('Warn'))
    request.warn(
      `Validation failed for ValidatingAdmissionPolicy '${policy.name}' with binding '${metadata?.name}': ${message}`,
    )
  return spec.validationActions.includes('Deny')
}

const codes: Readonly<Record<string, number>> = { Forbidden: 403, Unauthorized: 401, RequestEntityTooLarge: 413 }

function refusal(
  { policy, binding, message, reason = 'Invalid' }: Denial,
  request: AdmissionRequest,
  asked: AskedAs,
): StatusError {
  const by = binding === undefined ? '' : ` with binding '${binding}'`
  const why = `ValidatingAdmissionPolicy '${policy.name}'${by} denied request: ${message}`
  const { group, plural } = asked
  const { status } = forbidden({ group, plural }, request.name || 'Unknown', why)
  return new StatusError({
    ...status,
    reason: reason as StatusReason,
    code: codes[reason] ?? 422,
    details: { ...status.details, causes: [{ message: why }] },
  })
}
