/** ValidatingAdmissionPolicies: refuse what their expressions find wrong, or warn of it (upstream's ValidatingAdmissionPolicy admission). */
import type { AdmissionPlugin, AdmissionRequest } from '../../../core/admission/contract.js'
import { forbidden, type KubeObject, StatusError, type StatusReason } from '../../../core/meta/index.js'
import type { ValidatingAdmissionPolicy, ValidatingAdmissionPolicyBinding } from '../../../crds/generated/tokens.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import { type CompiledValidating, compileValidating } from './compile-validating.js'
import { type Offence, offencesOf } from './decide.js'
import { namespaces } from '../matching/selectors.js'
import { isJudged } from './exempt.js'
import { askerFor, namespaceObject, namespaceOf, requestValue, type Seen, seenAt } from '../matching/inputs.js'
import { type Before, before, type Match, matchOf, meets } from './match.js'
import { Misconfigured, paramsOf } from './params.js'
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
    admits: (request) => table !== undefined && !table.isEmpty && isJudged(request),
    validate(request, context) {
      const asked = before(request, context)
      const concerned = [...concernedBy(table!, asked)]
      return concerned.length > 0 ? judge(concerned, asked) : undefined
    },
  }
}

interface Concerned {
  readonly policy: CompiledValidating
  readonly at: AskedAs
  readonly bindings: readonly ValidatingAdmissionPolicyBinding[]
}

const matches = new WeakMap<object, Match>()

function bindingMatch(binding: ValidatingAdmissionPolicyBinding): Match | undefined {
  const { matchResources } = binding.spec
  if (!matchResources) return undefined
  let known = matches.get(binding)
  if (!known) matches.set(binding, (known = matchOf(matchResources)))
  return known
}

function* concernedBy(table: PolicyTable<CompiledValidating>, asked: Before): Iterable<Concerned> {
  for (const { compiled: policy, bindings } of table.entries()) {
    const at = meets(policy.match, asked)
    if (!at) continue
    const bound = (bindings as unknown as ValidatingAdmissionPolicyBinding[]).filter((binding) => {
      const match = bindingMatch(binding)
      return !match || meets(match, asked)
    })
    if (bound.length > 0) yield { policy, at, bindings: bound }
  }
}

interface Denial extends Offence {
  readonly policy: CompiledValidating
  readonly binding?: string
}

async function judge(concerned: readonly Concerned[], asked: Before): Promise<void> {
  const denials: Denial[] = []
  for (const each of concerned) for await (const denial of denialsOf(each, asked)) denials.push(denial)
  const [first] = denials
  if (first) throw refusal(first, asked.request, asked.versions()[0]!)
}

async function* denialsOf({ policy, at, bindings }: Concerned, asked: Before): AsyncIterable<Denial> {
  const { request, context } = asked
  let seen: Seen | undefined
  for (const binding of bindings) {
    const name = binding.metadata?.name ?? ''
    const place = { context, namespace: namespaceOf(request) }
    try {
      for (const params of await paramsOf(policy.paramKind, binding.spec.paramRef, place)) {
        seen ??= await seenAt(request, at, context)
        const offences = offencesOf(policy, inputsOf(seen, { ...asked, params }))
        for (const offence of offences)
          if (acts(binding, offence, { policy, request })) yield { ...offence, policy, binding: name }
      }
    } catch (error) {
      if (!(error instanceof Misconfigured)) throw error
      const { message } = error
      if (policy.failurePolicy === 'Fail')
        yield { message, policy, ...(error.at === 'binding' ? { binding: name } : {}) }
      if (error.at === 'policy') return
    }
  }
}

function inputsOf(
  { at, object, oldObject }: Seen,
  { request, context, versions, params }: Before & { readonly params: KubeObject | undefined },
) {
  const asked = versions()[0]!
  return {
    object,
    oldObject,
    request: requestValue(request, at, asked),
    namespaceObject: namespaceObject(request, context),
    params,
    asker: askerFor(request, context, asked),
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
  const { status } = forbidden({ group, plural }, nameOf(request), why)
  return new StatusError({
    ...status,
    reason: reason as StatusReason,
    code: codes[reason] ?? 422,
    details: { ...status.details, causes: [{ message: why }] },
  })
}

/** As upstream's refusals name what has none yet. */
export function nameOf({ name, generatesName, object }: AdmissionRequest): string {
  if (!generatesName && name) return name
  return object?.metadata?.generateName || 'Unknown'
}
