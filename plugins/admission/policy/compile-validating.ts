/** A ValidatingAdmissionPolicy made ready for requests. */
import type {
  AuditAnnotation,
  ParamKind,
  ValidatingAdmissionPolicy,
  Validation,
} from '../../../crds/generated/tokens.js'
import { compileConditions } from '../matching/conditions.js'
import type { AdmissionContract, Program } from '../matching/expressions.js'
import { type Match, matchOf } from './match.js'

export interface CompiledValidation {
  readonly said: Validation
  readonly test: Program
  readonly message: Program | undefined
}

export interface CompiledValidating {
  readonly name: string
  readonly match: Match
  readonly paramKind: ParamKind | undefined
  readonly failurePolicy: 'Fail' | 'Ignore'
  readonly expressions: AdmissionContract
  readonly conditions: readonly Program[]
  readonly validations: readonly CompiledValidation[]
  readonly annotations: readonly { readonly said: AuditAnnotation; readonly value: Program }[]
}

/** Does not throw: an expression that can't be used says so when it is evaluated. Cost: some 50 us an expression. */
export function compileValidating(
  { metadata, spec = {} }: ValidatingAdmissionPolicy,
  expressions: AdmissionContract,
): CompiledValidating {
  const { paramKind, matchConstraints, matchConditions, variables = [], validations = [], auditAnnotations = [] } = spec
  const sight = { params: paramKind !== undefined, authorizer: true, variables: true }
  for (const { name, expression } of variables) expressions.addVariable(name, expression, sight)
  return {
    name: metadata?.name ?? '',
    match: matchOf(matchConstraints),
    paramKind,
    failurePolicy: spec.failurePolicy ?? 'Fail',
    expressions,
    conditions: compileConditions(matchConditions, expressions, sight),
    validations: validations.map((said) => ({
      said,
      test: expressions.compile({ text: said.expression, wanted: ['bool'] }, sight),
      message: said.messageExpression
        ? expressions.compile({ text: said.messageExpression, wanted: ['string'] }, { ...sight, authorizer: false })
        : undefined,
    })),
    annotations: auditAnnotations.map((said) => ({
      said,
      value: expressions.compile({ text: said.valueExpression, wanted: ['string', 'null_type'] }, sight),
    })),
  }
}
