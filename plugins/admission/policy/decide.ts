/** What one policy says of one request under one binding and its parameters. */
import type { Inputs } from '../matching/inputs.js'
import type { CompiledValidating, CompiledValidation } from './compile-validating.js'
import { conditionsBudget, meetsConditions } from '../matching/conditions.js'
import type { Evaluation } from '../matching/expressions.js'

/** Units for all validations of a policy, and again for its audit annotations. */
const policyBudget = 10_000_000
/** Bytes. */
const longestMessage = 5 * 1024

/** What is wrong, and with which reason it is refused. */
export interface Offence {
  readonly message: string
  readonly reason?: string
  /** Of the policy itself, an audit annotation that fails: refused whatever the binding's actions are. */
  readonly always?: true
}

/** Nothing when all is well. `share` lets others have their turn between expressions. Cost: at most ten million units for the validations, as many for annotations, a quarter of it for conditions. */
export async function offencesOf(
  policy: CompiledValidating,
  inputs: Omit<Inputs, 'budget'>,
  share: () => Promise<void> | undefined,
): Promise<readonly Offence[]> {
  const { expressions, failurePolicy, validations } = policy
  const failure = (message: string): readonly Offence[] => (failurePolicy === 'Ignore' ? [] : [{ message }])
  if (policy.conditions.length > 0) {
    const conditions = expressions.evaluation({ ...inputs, namespaceObject: undefined, budget: conditionsBudget })
    const met = await meetsConditions(policy.conditions, conditions)
    if (typeof met === 'object') return failure(met.error)
    if (!met) return []
  }
  const evaluation = expressions.evaluation({ ...inputs, budget: policyBudget })
  const found: (Offence | CompiledValidation)[] = []
  for (const validation of validations) {
    const turn = share()
    if (turn) await turn
    const outcome = await evaluation.evaluate(validation.test)
    if ('spent' in outcome) return failure(outcome.spent)
    if ('error' in outcome) found.push(...failure(outcome.error))
    else if (outcome.value !== true) found.push(validation)
  }
  const told: Offence[] = []
  for (const each of found) {
    const offence = 'test' in each ? await tell(each, evaluation) : each
    if (!offence) return failure(outOfBudget)
    told.push(offence)
  }
  return [...told, ...(await annotationErrors(policy, inputs))]
}

const outOfBudget =
  'failed messageExpression: validation failed due to running out of cost budget, no further validation rules will be run'

/** Undefined: the budget is spent. */
async function tell(
  { said, message: program }: CompiledValidation,
  evaluation: Evaluation,
): Promise<Offence | undefined> {
  const { message, expression, reason = 'Invalid' } = said
  const outcome = program && (await evaluation.evaluate(program))
  if (outcome && 'spent' in outcome) return undefined
  const made = outcome && 'value' in outcome && typeof outcome.value === 'string' ? outcome.value.trim() : ''
  const isFit = made && !made.includes('\n') && Buffer.byteLength(made) <= longestMessage
  return { message: isFit ? made : message?.trim() || `failed expression: ${expression.trim()}`, reason }
}

/** There is no audit log to hold what they come to: they are evaluated for their errors, which count as upstream's. */
async function annotationErrors(
  policy: CompiledValidating,
  inputs: Omit<Inputs, 'budget'>,
): Promise<readonly Offence[]> {
  const { expressions, annotations, failurePolicy } = policy
  if (annotations.length === 0 || failurePolicy === 'Ignore') return []
  const evaluation = expressions.evaluation({ ...inputs, budget: policyBudget })
  const offences: Offence[] = []
  for (const { value } of annotations) {
    const outcome = await evaluation.evaluate(value)
    if ('spent' in outcome) offences.push({ message: outcome.spent })
    else if ('error' in outcome) offences.push({ message: outcome.error, always: true })
  }
  return offences
}
