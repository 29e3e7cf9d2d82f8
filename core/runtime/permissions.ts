import { type Client, isReason } from '../client/index.js'
import { ClusterRole, ClusterRoleBinding } from '../../crds/generated/tokens.js'
import { type KindToken, type KubeObject, sameJson } from '../meta/index.js'
import type { Operator, PermissionRule } from '../operator.js'

const read = ['get', 'list', 'watch']

/** The user, and the names of role and binding, under which an operator works. */
export function operatorUser(operator: string): string {
  return `system:operator:${operator}`
}

/** Everything an operator may do: what follows from kind, owns and watches, its events and its lease, and what it declares besides. */
export function permissionsOf(operator: Operator): PermissionRule[] {
  const rules: PermissionRule[] = [
    rule('', ['events'], ['create', 'patch', 'update']),
    rule('coordination.k8s.io', ['leases'], ['create']),
    { ...rule('coordination.k8s.io', ['leases'], ['get', 'update']), resourceNames: [operator.name] },
  ]
  const own = operator.kind
  if (own) rules.push(rule(own.group, [own.plural], read))
  if (own && operator.plan) {
    rules.push(rule(own.group, [own.plural, `${own.plural}/status`, `${own.plural}/finalizers`], ['update', 'patch']))
    for (const { kind } of operator.owns) {
      rules.push(rule(kind.group, [kind.plural], [...read, 'create', 'update', 'patch', 'delete']))
    }
  }
  for (const { kind } of operator.watches ?? []) rules.push(rule(kind.group, [kind.plural], read))
  return merged([...rules, ...(operator.permissions ?? [])])
}

function rule(group: string, resources: readonly string[], verbs: readonly string[]): PermissionRule {
  return { apiGroups: [group], resources, verbs }
}

/** Rules about the same resources become one. */
function merged(rules: readonly PermissionRule[]): PermissionRule[] {
  const all = new Map<string, PermissionRule>()
  for (const each of rules) {
    const key = JSON.stringify([each.apiGroups, each.resources, each.resourceNames, each.nonResourceURLs])
    const known = all.get(key)
    all.set(key, known ? { ...known, verbs: [...new Set([...known.verbs, ...each.verbs])] } : each)
  }
  return [...all.values()]
}

/** Writes the operator's ClusterRole and its binding, where they are not so already. `client` must itself be allowed to grant this. */
export async function ensurePermissions(client: Client, operator: Operator): Promise<void> {
  const name = operatorUser(operator.name)
  const metadata = { name, labels: { 'operon.io/operator': operator.name } }
  await ensure(client, ClusterRole as KindToken, { metadata, rules: permissionsOf(operator) })
  await ensure(client, ClusterRoleBinding as KindToken, {
    metadata,
    roleRef: { apiGroup: ClusterRole.group, kind: 'ClusterRole', name },
    subjects: [{ apiGroup: ClusterRole.group, kind: 'User', name }],
  })
}

async function ensure(client: Client, kind: KindToken<KubeObject>, object: KubeObject): Promise<void> {
  const { metadata, ...wanted } = object
  try {
    await client.create(kind, object)
    return
  } catch (error) {
    if (!isReason(error, 'AlreadyExists')) throw error
  }
  const live = await client.get(kind, { name: String(metadata.name) })
  if (Object.entries(wanted).every(([member, value]) => sameJson(live[member], value))) return
  await client.patch(kind, { name: String(metadata.name), patch: { type: 'merge', body: wanted } })
}
