import { isReason } from '../../core/client/index.js'
import { matchesLabelSelector, sameJson } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { ClusterRole } from '../kit/kinds.js'

/** Cost: a look at every ClusterRole for one that aggregates, and one write when its rules are others. */
export async function reconcile(
  { name }: { readonly name: string },
  { cache, client, signal }: OperatorContext,
): Promise<undefined> {
  const role = cache.get(ClusterRole, { name })
  if (!role?.aggregationRule || role.metadata.deletionTimestamp) return undefined
  const rules = aggregated(role, cache.list(ClusterRole))
  if (sameJson(rules, role.rules ?? [])) return undefined
  const { uid, resourceVersion } = role.metadata
  const patch = { type: 'merge', body: { metadata: { uid, resourceVersion }, rules } } as const
  await client.patch(ClusterRole, { name, patch }, { signal }).catch((error: unknown) => {
    if (!isReason(error, 'NotFound') && !isReason(error, 'Conflict')) throw error
  })
  return undefined
}

type Rules = NonNullable<ClusterRole['rules']>

/** Each rule once, selector by selector, the roles of each in order of name. */
function aggregated(role: ClusterRole, all: readonly ClusterRole[]): Rules {
  const others = all.filter(({ metadata }) => metadata.name !== role.metadata.name)
  others.sort((a, b) => (String(a.metadata.name) < String(b.metadata.name) ? -1 : 1))
  const rules: Rules = []
  for (const selector of role.aggregationRule?.clusterRoleSelectors ?? [])
    for (const { metadata, rules: own } of others)
      if (matchesLabelSelector(selector, metadata.labels))
        for (const rule of own ?? []) if (!rules.some((each) => sameJson(each, rule))) rules.push(rule)
  return rules
}
