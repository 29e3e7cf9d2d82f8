import type { PodDisruptionBudget, Pod } from '../kit/kinds.js'
import { newCondition, withCondition } from '../kit/condition.js'
import { isReady } from '../kit/pod-state.js'
import type { Expected } from './expected.js'

export type BudgetStatus = NonNullable<PodDisruptionBudget['status']>

/** How long an evicted pod that is still there is believed to go (upstream's DeletionTimeout). */
const believedMs = 2 * 60_000

export interface Disrupted {
  /** Evicted and not gone yet, by name: since when. */
  readonly pods: Readonly<Record<string, string>>
  /** Names of those that were evicted long ago and stayed. */
  readonly stayed: readonly string[]
  /** When the next of them is given up. */
  readonly lookAgainMs: number | undefined
}

/** Which evictions the budget has still to wait for. */
export function disruptedOf({ status }: PodDisruptionBudget, pods: readonly Pod[], now: number): Disrupted {
  const evicted = status?.disruptedPods ?? {}
  const waiting: Record<string, string> = {}
  const stayed: string[] = []
  let lookAgainMs: number | undefined
  for (const { metadata } of pods) {
    const since = evicted[metadata.name ?? '']
    if (since === undefined || metadata.deletionTimestamp) continue
    const leftMs = Date.parse(since) + believedMs - now
    if (leftMs <= 0) stayed.push(metadata.name ?? '')
    else {
      waiting[metadata.name ?? ''] = since
      lookAgainMs = Math.min(leftMs, lookAgainMs ?? leftMs)
    }
  }
  return { pods: waiting, stayed, lookAgainMs }
}

export interface Facts {
  readonly budget: PodDisruptionBudget
  readonly pods: readonly Pod[]
  readonly expected: Expected
  readonly disrupted: Disrupted
  readonly now: number
}

/** What the budget's pods allow now. */
export function statusOf({ budget, pods, expected, disrupted, now }: Facts): BudgetStatus {
  const healthy = pods.filter(
    (pod) => !pod.metadata.deletionTimestamp && disrupted.pods[pod.metadata.name ?? ''] === undefined && isReady(pod),
  ).length
  const spare = healthy - expected.healthy
  const allowed = expected.pods > 0 && spare > 0 ? spare : 0
  const { disruptedPods: _, ...before } = budget.status ?? {}
  return {
    ...before,
    observedGeneration: budget.metadata.generation ?? 0,
    ...(Object.keys(disrupted.pods).length ? { disruptedPods: disrupted.pods } : {}),
    disruptionsAllowed: allowed,
    currentHealthy: healthy,
    desiredHealthy: expected.healthy,
    expectedPods: expected.pods,
    conditions: conditionsOf(budget, now, {
      status: allowed > 0 ? 'True' : 'False',
      reason: allowed > 0 ? 'SufficientPods' : 'InsufficientPods',
      message: '',
    }),
  }
}

/** When it can't be told: no disruption is allowed, and why. */
export function failedStatusOf(budget: PodDisruptionBudget, now: number, message: string): BudgetStatus {
  const { currentHealthy = 0, desiredHealthy = 0, expectedPods = 0, ...rest } = budget.status ?? {}
  return {
    ...rest,
    observedGeneration: budget.metadata.generation ?? 0,
    disruptionsAllowed: 0,
    currentHealthy,
    desiredHealthy,
    expectedPods,
    conditions: conditionsOf(budget, now, { status: 'False', reason: 'SyncFailed', message }),
  }
}

function conditionsOf(
  { status, metadata }: PodDisruptionBudget,
  now: number,
  condition: { readonly status: string; readonly reason: string; readonly message: string },
): NonNullable<BudgetStatus['conditions']> {
  const wanted = {
    ...newCondition({ type: 'DisruptionAllowed', ...condition }, now),
    observedGeneration: metadata.generation ?? 0,
  }
  const list = withCondition(status?.conditions ?? [], wanted) as NonNullable<BudgetStatus['conditions']>
  return list.map((each) =>
    each.type === wanted.type ? { ...each, observedGeneration: wanted.observedGeneration } : each,
  )
}
