/** RoleBindings and ClusterRoleBindings: what their definitions can't say. */
import { ClusterRoleBinding, RoleBinding } from '../../crds/generated/tokens.js'
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

export const roleBindingKind = kindPlugin(RoleBinding, { columns })

export const clusterRoleBindingKind = kindPlugin(ClusterRoleBinding, { columns })
