import { passOver } from '../../core/client/index.js'
import { type Amounts, compareQuantities, formatQuantity, readAmounts } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { ResourceQuota } from '../kit/kinds.js'
import { meansTheSame } from '../kit/same-object.js'
import { count } from './count.js'

/** How long a quota must have stood still before less is written: an object that was charged may be about to be stored. */
const quietMs = 500
/** How often kinds are counted that no cache follows. */
const askAgainMs = 5000

/** More is written at once, less when nothing was charged for a while; always under the revision that was read, so that a charge made meanwhile is never lost. */
export function reconciler() {
  /** Since when a state of a quota is known to count too much. */
  const since = new WeakMap<ResourceQuota, number>()
  return async (
    { namespace, name }: { readonly namespace: string; readonly name: string },
    context: OperatorContext,
  ): Promise<{ readonly lookAgainMs?: number } | undefined> => {
    const quota = context.cache.get(ResourceQuota, { namespace, name })
    if (!quota || quota.metadata.deletionTimestamp) return undefined
    const { used, asked } = await count(quota, context)
    const again = asked ? { lookAgainMs: askAgainMs } : undefined
    const before = quota.status?.used
    const wanted = {
      hard: quota.spec.hard ?? {},
      used: Object.fromEntries([...used].map(([resource, amount]) => [resource, formatQuantity(amount)])),
    }
    if (meansTheSame(quota.status, wanted) || sameAmounts(quota.status, wanted)) return again
    const now = context.clock.now()
    if (before && isLess(used, readAmounts(before))) {
      const first = since.get(quota) ?? now
      since.set(quota, first)
      if (now - first < quietMs) return { lookAgainMs: quietMs - (now - first) }
    }
    await write({ ...quota, status: wanted }, context)
    return again
  }
}

/** Whether nothing is more than before, and something less. */
function isLess(used: Amounts, before: Amounts): boolean {
  return [...used].every(([name, amount]) => {
    const old = before.get(name)
    return old !== undefined && compareQuantities(amount, old) <= 0
  })
}

type Status = NonNullable<ResourceQuota['status']>

/** `1` and `1000m` are the same. */
function sameAmounts(status: Status | undefined, wanted: Status): boolean {
  return (['hard', 'used'] as const).every((part) => {
    const [a, b] = [readAmounts(status?.[part]), readAmounts(wanted[part])]
    return a.size === b.size && [...a].every(([name, { nano }]) => b.get(name)?.nano === nano)
  })
}

async function write(quota: ResourceQuota, { client }: OperatorContext): Promise<void> {
  await client.updateStatus(ResourceQuota, quota).catch(passOver('Conflict', 'NotFound'))
}
