/** Roles and their bindings: what their definitions can't say. */
import { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from '../../crds/generated/tokens.js'
import { aggregationErrors, bindingErrors, ruleErrors } from './rbac-rules.js'
import { kindPlugin } from './typed-plugin.js'

type Bound = RoleBinding | ClusterRoleBinding

const columns = {
  role: ({ roleRef }: Bound) => `${roleRef.kind}/${roleRef.name}`,
  users: (binding: Bound) => subjects(binding, 'User'),
  groups: (binding: Bound) => subjects(binding, 'Group'),
  serviceAccounts: (binding: Bound) => subjects(binding, 'ServiceAccount'),
}

function subjects(binding: Bound, wanted: string): string {
  const named = (binding.subjects ?? []).filter(({ kind }) => kind === wanted)
  return named
    .map(({ namespace, name }) => (wanted === 'ServiceAccount' ? `${namespace ?? ''}/${name}` : name))
    .join(', ')
}

export const roleBindingKind = kindPlugin(RoleBinding, {
  columns,
  validate: (binding) => bindingErrors(binding, { kinds: ['Role', 'ClusterRole'], scope: 'namespace' }),
})

export const clusterRoleBindingKind = kindPlugin(ClusterRoleBinding, {
  columns,
  validate: (binding) => bindingErrors(binding, { kinds: ['ClusterRole'], scope: 'cluster' }),
})

export const roleKind = kindPlugin(Role, { validate: (role) => ruleErrors(role, 'namespace') })

export const clusterRoleKind = kindPlugin(ClusterRole, {
  validate: (role) => [...ruleErrors(role, 'cluster'), ...aggregationErrors(role)],
})
