/** What becomes of pods whose node is silent, tainted or gone. */
import { passOver } from '../../core/client/index.js'
import { objectKey, timestamp } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { Pod } from '../kit/kinds.js'
import { isFinished, isReady } from '../kit/pod-state.js'

/** Nobody vouches for it any more: it gets no traffic. */
export async function markNotReady(context: OperatorContext, pod: Pod): Promise<void> {
  if (!isReady(pod) || isFinished(pod)) return
  const lastTransitionTime = timestamp(context.clock.now())
  await patchStatus(context, pod, { conditions: [{ type: 'Ready', status: 'False', lastTransitionTime }] })
}

/** Deletes it with its grace period. */
export async function evict(context: OperatorContext, pod: Pod): Promise<void> {
  const { client, clock, signal } = context
  const { namespace, name = '', uid } = pod.metadata
  const message = 'the node has a taint that this pod does not tolerate, or no longer'
  const lastTransitionTime = timestamp(clock.now())
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'DeletionByTaintManager',
    message,
    lastTransitionTime,
  }
  context.event(pod, {
    type: 'Normal',
    reason: 'TaintManagerEviction',
    message: `Marking for deletion Pod ${objectKey(pod)}`,
  })
  await patchStatus(context, pod, { conditions: [condition] })
  await client.delete(Pod, { namespace, name }, { uid, signal }).catch(passOver('NotFound', 'Conflict'))
}

/** Ends it without a kubelet: nothing of it runs any more. */
export async function removeOrphan(context: OperatorContext, pod: Pod): Promise<void> {
  const { client, clock, signal } = context
  const { namespace, name = '', uid, deletionTimestamp, finalizers } = pod.metadata
  // Somebody else's turn.
  if (isFinished(pod) && deletionTimestamp && finalizers?.length) return
  if (!isFinished(pod)) {
    const message = 'the node of this pod no longer exists'
    const lastTransitionTime = timestamp(clock.now())
    const condition = {
      type: 'DisruptionTarget',
      status: 'True',
      reason: 'DeletionByPodGC',
      message,
      lastTransitionTime,
    }
    await patchStatus(context, pod, { phase: 'Failed', conditions: [condition] })
  }
  await client
    .delete(Pod, { namespace, name }, { uid, gracePeriodSeconds: 0, signal })
    .catch(passOver('NotFound', 'Conflict'))
}

async function patchStatus({ client, signal }: OperatorContext, { metadata }: Pod, status: object): Promise<void> {
  const { namespace, name = '', uid } = metadata
  const patch = { type: 'strategic', body: { metadata: { uid }, status } } as const
  await client
    .patch(Pod, { namespace, name, patch }, { subresource: 'status', signal })
    .catch(passOver('NotFound', 'Conflict'))
}
