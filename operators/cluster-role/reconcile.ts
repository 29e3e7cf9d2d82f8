import { passOver } from '../../core/client/index.js'
import { matchesLabelSelector, sameJson } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { ClusterRole } from '../kit/kinds.js'

/** Upstream's name for who owns the rules. */
const fieldManager = 'clusterrole-aggregation-controller'

/** Cost: a look at every ClusterRole for one that aggregates, and one write when its rules are others. */
export async function reconcile(
  { name }: { readonly name: string },
  { cache, client, signal }: OperatorContext,
): Promise<undefined> {
  const role = cache.get(ClusterRole, { name })
  if (!role?.aggregationRule || role.metadata.deletionTimestamp) return undefined
  const rules = aggregated(role, cache.list(ClusterRole))
  if (sameJson(rules, role.rules ?? [])) return undefined
  // None is nothing wanted: rules that a person wrote stay, those that were gathered here go.
  const { uid, resourceVersion } = role.metadata
  const wanted = { metadata: { name, uid, resourceVersion }, ...(rules.length > 0 ? { rules } : {}) }
  await client.apply(ClusterRole, wanted, { fieldManager, force: true, signal }).catch(passOver('NotFound', 'Conflict'))
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
