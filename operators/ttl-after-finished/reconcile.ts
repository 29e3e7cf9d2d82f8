import { isReason } from '../../core/client/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { Job } from '../kit/kinds.js'
import { expiryOf } from './expiry.js'

/** Timers hold no more than 24 days. */
const longestMs = 24 * 3600_000

/** Deletes the job when its time has come by the API's own copy, pods first (propagation Foreground, as upstream). Cost: a look-up; at the end a read and a delete. */
export async function reconcile(
  { namespace, name }: { readonly namespace: string; readonly name: string },
  { cache, client, clock }: OperatorContext,
): Promise<{ readonly lookAgainMs?: number } | undefined> {
  const cached = cache.get(Job, { namespace, name })
  const leftMs = cached && leftOf(cached, clock.now())
  if (leftMs === undefined) return undefined
  if (leftMs > 0) return { lookAgainMs: Math.min(leftMs, longestMs) }
  try {
    const live = await client.get(Job, { namespace, name })
    const left = leftOf(live, clock.now())
    if (left === undefined || left > 0) return left === undefined ? undefined : { lookAgainMs: left }
    const { uid, resourceVersion } = live.metadata
    await client.delete(Job, { namespace, name }, { uid, resourceVersion, propagationPolicy: 'Foreground' })
  } catch (error) {
    // Gone already, or it was extended meanwhile: its change brings it back here.
    if (!isReason(error, 'NotFound', 'Conflict')) throw error
  }
  return undefined
}

function leftOf(job: Job, now: number): number | undefined {
  const expiry = expiryOf(job)
  return expiry === undefined ? undefined : Math.max(0, expiry - now)
}
