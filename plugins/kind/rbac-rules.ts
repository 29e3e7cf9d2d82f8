/** What is wrong with roles' rules and bindings' references beyond their schema. */
import { dns1123SubdomainErrors, pathSegmentErrors, type StatusCause } from '../../core/meta/index.js'
import type { ClusterRole, ClusterRoleBinding, Role, RoleBinding } from '../../crds/generated/tokens.js'
import { invalid, invalids, required, unsupported } from './causes.js'
import { labelSelectorErrors } from './rules/label-selector.js'

const group = 'rbac.authorization.k8s.io'

export function ruleErrors({ rules }: Role | ClusterRole, scope: 'namespace' | 'cluster'): StatusCause[] {
  return (rules ?? []).flatMap((rule, index) => {
    const at = `rules[${index}]`
    const { apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule
    const errors: StatusCause[] = []
    if (nonResourceURLs.length) {
      if (scope === 'namespace')
        errors.push(invalid(`${at}.nonResourceURLs`, nonResourceURLs, 'URLs belong into a ClusterRole'))
      if (apiGroups.length || resources.length || resourceNames.length)
        errors.push(
          invalid(`${at}.nonResourceURLs`, nonResourceURLs, 'a rule is about resources or about URLs, not both'),
        )
      return errors
    }
    if (!apiGroups.length) errors.push(required(`${at}.apiGroups`, 'name one group at least ("" for the core group)'))
    if (!resources.length) errors.push(required(`${at}.resources`, 'name one resource at least'))
    return errors
  })
}

/** What a ClusterRole is put together of. */
export function aggregationErrors({ aggregationRule }: ClusterRole): StatusCause[] {
  if (!aggregationRule) return []
  const at = 'aggregationRule.clusterRoleSelectors'
  const selectors = aggregationRule.clusterRoleSelectors ?? []
  if (!selectors.length) return [required(at, 'one selector of ClusterRoles at least')]
  return selectors.flatMap((selector, index) => {
    const errors = labelSelectorErrors(selector, `${at}[${index}]`)
    return errors.length ? [...errors, invalid(`${at}[${index}]`, selector, 'selects nothing')] : []
  })
}

export function bindingErrors(
  { roleRef, subjects }: RoleBinding | ClusterRoleBinding,
  { kinds, scope }: { readonly kinds: readonly string[]; readonly scope: 'namespace' | 'cluster' },
): StatusCause[] {
  const errors: StatusCause[] = []
  if (roleRef?.apiGroup && roleRef.apiGroup !== group)
    errors.push(unsupported('roleRef.apiGroup', roleRef.apiGroup, [group]))
  if (!kinds.includes(roleRef?.kind ?? '')) errors.push(unsupported('roleRef.kind', roleRef?.kind ?? '', kinds))
  errors.push(...invalids('roleRef.name', roleRef?.name, pathSegmentErrors(roleRef?.name ?? '')))
  for (const [index, subject] of (subjects ?? []).entries()) {
    const at = `subjects[${index}]`
    const { kind, apiGroup, name, namespace } = subject
    if (kind === 'ServiceAccount') {
      if (apiGroup) errors.push(unsupported(`${at}.apiGroup`, apiGroup, ['']))
      if (name) errors.push(...invalids(`${at}.name`, name, dns1123SubdomainErrors(name)))
      if (scope === 'cluster' && !namespace) errors.push(required(`${at}.namespace`, 'the namespace of the account'))
    } else if (kind === 'User' || kind === 'Group') {
      if (apiGroup && apiGroup !== group) errors.push(unsupported(`${at}.apiGroup`, apiGroup, [group]))
    } else errors.push(unsupported(`${at}.kind`, kind ?? '', ['ServiceAccount', 'User', 'Group']))
  }
  return errors
}
