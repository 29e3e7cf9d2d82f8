/** One mutation of a policy: what its expression makes, laid over the object. */
import type { AdmissionContext } from '../../../core/admission/contract.js'
import { type KubeObject, StatusError } from '../../../core/meta/index.js'
import type { CompiledMutating, CompiledMutation } from './compile-mutating.js'
import type { Inputs, Seen } from '../matching/inputs.js'

/** Units for each. */
const mutationBudget = 10_000_000

/** Why a policy can't be followed: its own fault, so that its failurePolicy decides. */
export class MutationFailed extends Error {}

/** A new object, or undefined where there is nothing to change. Throws MutationFailed. */
export async function mutated(
  { makes, program }: CompiledMutation,
  { policy, seen, inputs, context }: About,
): Promise<KubeObject | undefined> {
  const outcome = await policy.expressions.evaluation({ ...inputs, budget: mutationBudget }).evaluate(program)
  if ('spent' in outcome) throw new MutationFailed(outcome.spent)
  if ('error' in outcome) throw new MutationFailed(outcome.error)
  const object = structuredClone(seen.object!)
  return makes === 'operations'
    ? patched(object, outcome.value, context)
    : merged(object, outcome.value as KubeObject, { seen, context })
}

export interface About {
  readonly policy: CompiledMutating
  readonly seen: Seen
  readonly inputs: Omit<Inputs, 'budget'>
  readonly context: AdmissionContext
}

/** A `test` that fails is a condition, and nothing is done. */
function patched(object: KubeObject, operations: unknown, context: AdmissionContext): KubeObject | undefined {
  try {
    return context.versions.patched(object, operations)
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    const why = error.message.replace('the server rejected our request due to an error in our request: ', '')
    if (/^testing value .* failed$/s.test(why)) return undefined
    throw new MutationFailed(`JSON Patch: ${why}`)
  }
}

function merged(
  object: KubeObject,
  stated: KubeObject,
  { seen, context }: Pick<About, 'seen' | 'context'>,
): KubeObject {
  const { apiVersion, kind } = object
  try {
    return context.versions.merged(object, { ...stated, apiVersion, kind } as KubeObject, seen.at)
  } catch (error) {
    throw new MutationFailed(`error applying patch: ${error instanceof Error ? error.message : error}`)
  }
}
