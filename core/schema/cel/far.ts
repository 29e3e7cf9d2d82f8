/** Expressions of admission that cost too much for the thread of who asks: as they are sent to another, and what comes back. All of JSON. */
import { AdmissionExpressions, type Sight } from './admission.js'
import type { AdmissionInputs, Outcome } from './admission-evaluation.js'

/** Units that one evaluation, or one variable, may cost in the thread of who asks: a millisecond or two. */
export const unitsHere = 5_000

interface Written {
  readonly text: string
  readonly sight: Sight
}

export interface FarExpression extends Written {
  /** Of its policy, in order. */
  readonly variables: readonly (Written & { readonly name: string })[]
  readonly inputs: Pick<AdmissionInputs, 'object' | 'oldObject' | 'request' | 'namespaceObject' | 'params'>
  /** Units that may be spent. */
  readonly budget: number
  /** Variables that were paid for. */
  readonly paid: readonly string[]
}

export interface FarOutcome {
  readonly outcome: Outcome
  /** Units. */
  readonly spent: number
  /** Variables that are paid for now. */
  readonly paid: readonly string[]
}

/** Where such are evaluated. */
export type Elsewhere = (asked: FarExpression) => Promise<FarOutcome>

/** In the other thread. Cost: as `AdmissionEvaluation.evaluate`, and compiling what is sent (some 50 us each). */
export function evaluateFar({ text, sight, variables, inputs, budget, paid }: FarExpression): FarOutcome {
  const expressions = new AdmissionExpressions()
  for (const { name, ...written } of variables) expressions.addVariable(name, written.text, written.sight)
  const evaluation = expressions.evaluation({ ...inputs, budget }, paid)
  const outcome = evaluation.evaluateHere(expressions.compile({ text }, sight))
  return { outcome, spent: budget - evaluation.left, paid: evaluation.paid }
}
