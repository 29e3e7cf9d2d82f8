import { isReason } from '../../core/client/index.js'
import { addAmounts, type Amounts, type KindToken, type KubeObject, parseQuantity } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { type Counted, countedBy, isInScope, usageOf } from '../../crds/facts/quota-usage.js'
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
      const number = parseQuantity(await numberOf(kind, quota.metadata.namespace ?? '', context))
      for (const name of names) used.set(name, number)
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

/** How many objects of any kind there are: by one of them and how many remain. A kind that nobody serves has none. */
async function numberOf(kind: Counted, namespace: string, { client, signal }: OperatorContext): Promise<number> {
  const { served } = await discover(client, signal)
  const resource = served.find((each) => each.kind.group === kind.group && each.kind.plural === kind.plural)
  if (!resource?.kind.namespaced || !resource.verbs.includes('list')) return 0
  try {
    const page = await client.list(resource.kind, { namespace, limit: 1, metadataOnly: true, signal })
    return page.items.length + (page.metadata.remainingItemCount ?? 0)
  } catch (error) {
    if (isReason(error, 'NotFound')) return 0
    throw error
  }
}
