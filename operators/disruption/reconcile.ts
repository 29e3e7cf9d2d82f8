import { passOver } from '../../core/client/index.js'
import { matchesLabelSelector } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { Pod, PodDisruptionBudget } from '../kit/kinds.js'
import { meansTheSame } from '../kit/same-object.js'
import { type Expected, expectedOf } from './expected.js'
import { type BudgetStatus, type Disrupted, disruptedOf, failedStatusOf, statusOf } from './status.js'

/** Writes what the budget's pods allow, where it has changed. Cost: a pass over the namespace's pods; a write when the status differs. */
export async function reconcile(
  { namespace, name }: { readonly namespace: string; readonly name: string },
  context: OperatorContext,
): Promise<{ readonly lookAgainMs?: number } | undefined> {
  const { cache, clock } = context
  const budget = cache.get(PodDisruptionBudget, { namespace, name })
  if (!budget || budget.metadata.deletionTimestamp) return undefined
  const { selector } = budget.spec
  const pods = selector
    ? cache.list(Pod, namespace).filter(({ metadata }) => matchesLabelSelector(selector, metadata.labels ?? {}))
    : []
  const now = clock.now()
  const disrupted = disruptedOf(budget, pods, now)
  let status: BudgetStatus
  try {
    const expected = await expectedOf(budget, pods, context)
    status = statusOf({ budget, pods, expected, disrupted, now })
    tell(context, budget, { pods, expected, disrupted })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const message = `Failed to calculate the number of expected pods: ${why}`
    context.event(budget, { type: 'Warning', reason: 'CalculateExpectedPodCountFailed', message })
    status = failedStatusOf(budget, now, why)
  }
  await write(budget, status, context)
  return disrupted.lookAgainMs === undefined ? undefined : { lookAgainMs: disrupted.lookAgainMs }
}

/** Under the revision that was read: an eviction that has charged the budget meanwhile wins, and its change comes here again. */
async function write(budget: PodDisruptionBudget, status: BudgetStatus, { client }: OperatorContext): Promise<void> {
  if (meansTheSame(budget.status, status)) return
  await client.updateStatus(PodDisruptionBudget, { ...budget, status }).catch(passOver('Conflict', 'NotFound'))
}

function tell(
  { event }: OperatorContext,
  budget: PodDisruptionBudget,
  { pods, expected, disrupted }: { pods: readonly Pod[]; expected: Expected; disrupted: Disrupted },
): void {
  if (pods.length === 0) event(budget, { type: 'Normal', reason: 'NoPods', message: 'No matching pods found' })
  if (expected.unmanaged.length) {
    const message = `No controller answers for pods of this budget (${expected.unmanaged.slice(0, 5).join(', ')}): they can't be counted unless spec.minAvailable is a number`
    event(budget, { type: 'Warning', reason: 'UnmanagedPods', message })
  }
  for (const name of disrupted.stayed) {
    const pod = pods.find(({ metadata }) => metadata.name === name)
    const message = `The pod was evicted under PodDisruptionBudget ${budget.metadata.name} and has not been deleted since`
    if (pod) event(pod, { type: 'Warning', reason: 'NotDeleted', message })
  }
}
