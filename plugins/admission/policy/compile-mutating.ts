/** A MutatingAdmissionPolicy made ready for requests. */
import type { MutatingAdmissionPolicy, ParamKind } from '../../../crds/generated/tokens.js'
import { compileConditions } from '../matching/conditions.js'
import type { AdmissionContract, Program } from '../matching/expressions.js'
import { type Match, matchOf } from './match.js'

export interface CompiledMutation {
  readonly makes: 'configuration' | 'operations'
  readonly program: Program
}

export interface CompiledMutating {
  readonly name: string
  readonly match: Match
  readonly paramKind: ParamKind | undefined
  readonly failurePolicy: 'Fail' | 'Ignore'
  readonly isReinvoked: boolean
  readonly expressions: AdmissionContract
  readonly conditions: readonly Program[]
  readonly mutations: readonly CompiledMutation[]
}

/** Does not throw: an expression that can't be used says so when it is evaluated. */
export function compileMutating(
  { metadata, spec = {} }: MutatingAdmissionPolicy,
  expressions: AdmissionContract,
): CompiledMutating {
  const { paramKind, matchConstraints, matchConditions, variables = [], mutations = [] } = spec
  const sight = { params: paramKind !== undefined, authorizer: true, variables: true }
  for (const { name, expression } of variables) expressions.addVariable(name, expression, sight)
  return {
    name: metadata?.name ?? '',
    match: matchOf(matchConstraints),
    paramKind,
    failurePolicy: spec.failurePolicy ?? 'Fail',
    isReinvoked: spec.reinvocationPolicy === 'IfNeeded',
    expressions,
    conditions: compileConditions(matchConditions, expressions, sight),
    mutations: mutations.map(({ patchType, applyConfiguration, jsonPatch }): CompiledMutation => {
      const isPatch = patchType === 'JSONPatch'
      const text = (isPatch ? jsonPatch : applyConfiguration)?.expression ?? ''
      const wanted = [isPatch ? 'list(JSONPatch)' : 'Object'] as const
      return {
        makes: isPatch ? 'operations' : 'configuration',
        program: expressions.compile({ text, wanted }, { ...sight, patches: true }),
      }
    }),
  }
}
