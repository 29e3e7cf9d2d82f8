/** matchConditions of policies and webhooks: whether a request is one that they are asked about. */
import type { MatchCondition } from '../../../crds/generated/tokens.js'
import type { AdmissionContract, Evaluation, Program, Sight } from './expressions.js'

/** Units for all conditions of a policy or webhook. */
export const conditionsBudget = 2_500_000

export const compileConditions = (
  conditions: readonly MatchCondition[] | undefined,
  expressions: AdmissionContract,
  sight: Sight,
): readonly Program[] =>
  (conditions ?? []).map(({ expression }) => expressions.compile({ text: expression, wanted: ['bool'] }, sight))

/** One that is false decides, whatever the others have failed with. */
export async function meetsConditions(
  conditions: readonly Program[],
  evaluation: Evaluation,
): Promise<boolean | { error: string }> {
  const errors: string[] = []
  for (const condition of conditions) {
    const outcome = await evaluation.evaluate(condition)
    if ('spent' in outcome) return { error: outcome.spent }
    if ('error' in outcome) errors.push(outcome.error)
    else if (outcome.value === false) return false
  }
  if (errors.length === 0) return true
  return { error: errors.length === 1 ? errors[0]! : `[${errors.join(', ')}]` }
}
