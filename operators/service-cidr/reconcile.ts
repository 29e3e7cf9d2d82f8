import { passOver } from '../../core/client/index.js'
import { hasHostBits, holds, parseAddress, parseRange, type Range } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { conditionOf, newCondition, withCondition } from '../kit/condition.js'
import { IPAddress, ServiceCIDR } from '../kit/kinds.js'

const finalizer = 'networking.k8s.io/service-cidr-finalizer'
/** Whoever has been given an address before the deletion was seen has its IPAddress by then. */
const graceMs = 1000

/** Cost: two look-ups; of one that is deleted a walk over the addresses. */
export async function reconcile(
  { name }: { readonly name: string },
  context: OperatorContext,
): Promise<{ readonly lookAgainMs: number } | undefined> {
  const range = context.cache.get(ServiceCIDR, { name })
  if (!range) return undefined
  const { deletionTimestamp, finalizers = [] } = range.metadata
  if (!deletionTimestamp) {
    if (!finalizers.includes(finalizer)) await writeFinalizers(context, range, [...finalizers, finalizer])
    await say(context, range, { status: 'True', reason: '', message: 'Services are given addresses of it' })
    return undefined
  }
  if (!finalizers.includes(finalizer)) return undefined
  if (isNeeded(range, context)) {
    const message = 'Services have addresses of it that no other ServiceCIDR has: delete them, or create one that has'
    await say(context, range, { status: 'False', reason: 'Terminating', message })
    return undefined
  }
  const leftMs = Date.parse(deletionTimestamp) + graceMs - context.clock.now()
  if (leftMs > 0) return { lookAgainMs: leftMs }
  const others = finalizers.filter((each) => each !== finalizer)
  await writeFinalizers(context, range, others)
  return undefined
}

/** Whether an address would be in no range without it. */
function isNeeded({ metadata, spec }: ServiceCIDR, { cache }: OperatorContext): boolean {
  const others = cache
    .list(ServiceCIDR)
    .filter((each) => each.metadata.name !== metadata.name)
    .flatMap((each) => rangesOf(each.spec?.cidrs))
  const alone = rangesOf(spec?.cidrs).filter((range) => !others.some((other) => isWithin(range, other)))
  if (alone.length === 0) return false
  return cache.list(IPAddress).some((each) => {
    const address = parseAddress(each.metadata.name ?? '')
    const isOurs = each.metadata.labels?.['ipaddress.kubernetes.io/managed-by'] === 'ipallocator.k8s.io'
    if (!address || !isOurs || !alone.some((range) => holds(range, address))) return false
    return !others.some((range) => holds(range, address))
  })
}

const rangesOf = (cidrs: readonly string[] = []): Range[] =>
  cidrs.flatMap((cidr) => {
    const range = parseRange(cidr)
    return range && !hasHostBits(range) ? [range] : []
  })

const isWithin = (inner: Range, outer: Range): boolean => inner.prefix >= outer.prefix && holds(outer, inner)

/** Another's judgement of the same status stands. */
async function say(
  { client, clock, signal }: OperatorContext,
  { metadata, status }: ServiceCIDR,
  wanted: { readonly status: string; readonly reason: string; readonly message: string },
): Promise<void> {
  const before = status?.conditions ?? []
  if (conditionOf(before, 'Ready')?.status === wanted.status) return
  const conditions = withCondition(before, newCondition({ type: 'Ready', ...wanted }, clock.now()))
  const { name = '', uid } = metadata
  const body = { metadata: { uid }, status: { conditions } }
  const patch = { type: 'merge', body } as const
  await client
    .patch(ServiceCIDR, { name, patch }, { subresource: 'status', signal })
    .catch(passOver('NotFound', 'Conflict'))
}

async function writeFinalizers(
  { client, signal }: OperatorContext,
  { metadata }: ServiceCIDR,
  finalizers: readonly string[],
): Promise<void> {
  const { name = '', uid, resourceVersion } = metadata
  const patch = { type: 'merge', body: { metadata: { uid, resourceVersion, finalizers } } } as const
  await client.patch(ServiceCIDR, { name, patch }, { signal }).catch(passOver('NotFound', 'Conflict'))
}
