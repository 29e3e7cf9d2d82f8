/** What the expressions of admission policies and webhook configurations come to when they are compiled. */
import type { StatusCause } from '../../../core/meta/index.js'
import type { KindContext } from '../../../core/registry/contract.js'
import type {
  MatchCondition,
  MutatingAdmissionPolicy,
  ValidatingAdmissionPolicy,
} from '../../../crds/generated/tokens.js'
import { internal, invalid } from '../causes.js'

type Expressions = ReturnType<KindContext['admissionExpressions']>
type Sight = Parameters<Expressions['errorOf']>[1]
type Wanted = NonNullable<Parameters<Expressions['errorOf']>[0]['wanted']>

interface Place {
  readonly text: string | undefined
  readonly field: string
  readonly sight: Sight
}

/** Of one object. */
class ExpressionErrors {
  readonly #expressions: Expressions
  readonly found: StatusCause[] = []

  constructor(context: Pick<KindContext, 'admissionExpressions'>) {
    this.#expressions = context.admissionExpressions()
  }

  check({ text, field, sight }: Place, wanted: Wanted): void {
    if (text?.trim()) this.#add(text, field, this.#expressions.errorOf({ text, wanted }, sight))
  }

  addVariable(name: string, { text, field, sight }: Place): void {
    if (text?.trim()) this.#add(text, field, this.#expressions.addVariable(name, text, sight))
  }

  #add(text: string, field: string, error: string | undefined): void {
    if (error === undefined) return
    const isOurs = error.startsWith('program instantiation failed')
    this.found.push(isOurs ? internal(field, error) : invalid(field, text, error))
  }

  conditions(conditions: readonly MatchCondition[] | undefined, place: Omit<Place, 'text'>): void {
    for (const [index, { expression }] of (conditions ?? []).entries())
      this.check({ ...place, text: expression, field: `${place.field}[${index}].expression` }, ['bool'])
  }
}

type Shared = Pick<NonNullable<ValidatingAdmissionPolicy['spec']>, 'matchConditions' | 'paramKind' | 'variables'>

/** What both sorts of policies have; answers what the rest of their expressions sees. */
function checkShared(errors: ExpressionErrors, { matchConditions, paramKind, variables }: Shared): Sight {
  const sight = { params: paramKind !== undefined, authorizer: true, variables: true }
  errors.conditions(matchConditions, { field: 'spec.matchConditions', sight: { ...sight, variables: false } })
  for (const [index, { name, expression }] of (variables ?? []).entries())
    errors.addVariable(name ?? '', { text: expression, field: `spec.variables[${index}].expression`, sight })
  return sight
}

export function validatingExpressionErrors({ spec }: ValidatingAdmissionPolicy, context: KindContext): StatusCause[] {
  const errors = new ExpressionErrors(context)
  const sight = checkShared(errors, spec ?? {})
  for (const [index, { expression, messageExpression }] of (spec?.validations ?? []).entries()) {
    const at = `spec.validations[${index}]`
    errors.check({ text: expression, field: `${at}.expression`, sight }, ['bool'])
    const quiet = { ...sight, authorizer: false }
    errors.check({ text: messageExpression, field: `${at}.messageExpression`, sight: quiet }, ['string'])
  }
  for (const [index, { valueExpression }] of (spec?.auditAnnotations ?? []).entries()) {
    const field = `spec.auditAnnotations[${index}].valueExpression`
    errors.check({ text: valueExpression, field, sight }, ['string', 'null_type'])
  }
  return errors.found
}

export function mutatingExpressionErrors({ spec }: MutatingAdmissionPolicy, context: KindContext): StatusCause[] {
  const errors = new ExpressionErrors(context)
  const sight = { ...checkShared(errors, spec ?? {}), patches: true }
  for (const [index, { patchType, applyConfiguration, jsonPatch }] of (spec?.mutations ?? []).entries()) {
    const at = `spec.mutations[${index}]`
    if (patchType === 'JSONPatch')
      errors.check({ text: jsonPatch?.expression, field: `${at}.jsonPatch.expression`, sight }, ['list(JSONPatch)'])
    else
      errors.check({ text: applyConfiguration?.expression, field: `${at}.applyConfiguration.expression`, sight }, [
        'Object',
      ])
  }
  return errors.found
}

export function webhookExpressionErrors(
  webhooks: readonly { readonly matchConditions?: readonly MatchCondition[] }[] | undefined,
  context: KindContext,
): StatusCause[] {
  const errors = new ExpressionErrors(context)
  const sight = { params: false, authorizer: true, variables: false }
  for (const [index, { matchConditions }] of (webhooks ?? []).entries())
    errors.conditions(matchConditions, { field: `webhooks[${index}].matchConditions`, sight })
  return errors.found
}
