/** What a pod that gets no node is told: its condition PodScheduled, and an event. */
import { timestamp } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { conditionOf } from '../kit/condition.js'
import { Pod } from '../kit/kinds.js'

export async function sayUnschedulable(context: OperatorContext, pod: Pod, message: string): Promise<void> {
  context.event(pod, { type: 'Warning', reason: 'FailedScheduling', action: 'Scheduling', message })
  await setCondition(context, pod, { reason: 'Unschedulable', message })
}

export async function sayGated(context: OperatorContext, pod: Pod): Promise<void> {
  const message = 'Scheduling is blocked due to non-empty scheduling gates'
  await setCondition(context, pod, { reason: 'SchedulingGated', message })
}

async function setCondition(
  { client, clock, signal }: OperatorContext,
  pod: Pod,
  { reason, message }: { readonly reason: string; readonly message: string },
): Promise<void> {
  const current = conditionOf(pod.status?.conditions, 'PodScheduled')
  if (current?.status === 'False' && current.reason === reason && current.message === message) return
  const lastTransitionTime = current?.status === 'False' ? current.lastTransitionTime : timestamp(clock.now())
  const condition = { type: 'PodScheduled', status: 'False', reason, message, lastTransitionTime }
  const { namespace, name = '', uid } = pod.metadata
  const patch = { type: 'strategic', body: { metadata: { uid }, status: { conditions: [condition] } } } as const
  await client.patch(Pod, { namespace, name, patch }, { subresource: 'status', signal })
}
