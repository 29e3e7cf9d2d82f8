import { isReason } from '../../core/client/index.js'
import { addAmounts, type Amounts, type KindToken, type KubeObject, parseQuantity } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { type Counted, countedBy, isInScope, isNumber, usageOf } from '../../crds/facts/quota-usage.js'
import { discover } from '../kit/discovery.js'
import { PersistentVolumeClaim, Pod, type ResourceQuota, Service } from '../kit/kinds.js'

/** Kinds whose objects are looked at; of all others only the number counts. */
const cached: readonly KindToken<object>[] = [Pod, Service, PersistentVolumeClaim]

export interface Count {
  /** Every resource of `spec.hard` that counts something. */
  readonly used: Amounts
  /** Whether kinds were asked for that no cache follows. */
  readonly asked: boolean
}

/** Counts what the quota limits. Cost: a pass over the namespace's pods, services and claims as far as they are concerned; a request for each other kind. */
export async function count(quota: ResourceQuota, context: OperatorContext): Promise<Count> {
  const byKind = new Map<string, { readonly kind: Counted; readonly names: string[] }>()
  for (const name of Object.keys(quota.spec.hard ?? {})) {
    const kind = countedBy(name)
    if (!kind) continue
    const key = `${kind.group}/${kind.plural}`
    const known = byKind.get(key) ?? { kind, names: [] }
    known.names.push(name)
    byKind.set(key, known)
  }
  const used: Amounts = new Map()
  let asked = false
  for (const { kind, names } of byKind.values()) {
    const zero = parseQuantity('0')
    for (const name of names) used.set(name, zero)
    const token = cached.find(({ group, plural }) => group === kind.group && plural === kind.plural)
    if (token) addCached(used, { quota, kind, names, token }, context)
    else if (!quota.spec.scopes?.length && !quota.spec.scopeSelector) {
      asked = true
      for (const [name, amount] of await askedFor(kind, names, { quota, context })) used.set(name, amount)
    }
  }
  return { used, asked }
}

/** What each object takes, worked out once for each state of it. */
const usages = new WeakMap<KubeObject, Amounts>()

function addCached(
  used: Amounts,
  of: { quota: ResourceQuota; kind: Counted; names: readonly string[]; token: KindToken<object> },
  { cache }: OperatorContext,
): void {
  const { quota, kind, names, token } = of
  for (const object of cache.list(token as KindToken, quota.metadata.namespace)) {
    if (!isInScope(quota.spec, kind, object)) continue
    const usage = usages.get(object) ?? usageOf(kind, object)
    usages.set(object, usage)
    for (const name of names) {
      const amount = usage.get(name)
      if (amount) addAmounts(used, [[name, amount]])
    }
  }
}

/** What the objects of a kind without a cache take; a kind that nobody serves has none. Cost: one of them is asked for where their number alone counts, else all. */
async function askedFor(
  kind: Counted,
  names: readonly string[],
  { quota, context: { client, signal } }: { readonly quota: ResourceQuota; readonly context: OperatorContext },
): Promise<Amounts> {
  const used: Amounts = new Map(names.map((name) => [name, parseQuantity('0')]))
  const { served } = await discover(client, signal)
  const resource = served.find((each) => each.kind.group === kind.group && each.kind.plural === kind.plural)
  if (!resource?.kind.namespaced || !resource.verbs.includes('list')) return used
  const asked = { namespace: quota.metadata.namespace ?? '', signal }
  try {
    if (names.every(isNumber)) {
      const page = await client.list(resource.kind, { ...asked, limit: 1, metadataOnly: true })
      const number = parseQuantity(page.items.length + (page.metadata.remainingItemCount ?? 0))
      return new Map(names.map((name) => [name, number]))
    }
    for await (const object of client.pages(resource.kind, asked))
      addAmounts(
        used,
        [...usageOf(kind, object)].filter(([name]) => used.has(name)),
      )
  } catch (error) {
    if (!isReason(error, 'NotFound')) throw error
  }
  return used
}
