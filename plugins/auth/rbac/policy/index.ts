/** The default policy as objects, labelled as upstream's, so that clients know them. */
import type { KubeObject } from '../../../../core/meta/index.js'
import { controllerBindings, controllerRoles } from './controllers.js'
import { componentBindings, componentRoles } from './components.js'
import { namespacedPolicy } from './namespaced.js'
import { peopleBindings, peopleRoles } from './people.js'
import type { BindingFacts, RoleFacts } from './words.js'

export interface PolicyObject {
  readonly groupPlural: string
  readonly namespace: string
  readonly object: KubeObject
}

const group = 'rbac.authorization.k8s.io'
const apiVersion = `${group}/v1`

/** All roles and bindings that are there before the server is ready. */
export function defaultPolicy(): readonly PolicyObject[] {
  const roles = [...peopleRoles, ...componentRoles, ...controllerRoles].map((facts) =>
    place('clusterroles', '', clusterRole(facts)),
  )
  const bindings = [...peopleBindings, ...componentBindings, ...controllerBindings].map((facts) =>
    place('clusterrolebindings', '', binding(facts, 'ClusterRoleBinding')),
  )
  const local = namespacedPolicy.flatMap(({ namespace, roles: own, bindings: bound }) => [
    ...own.map((facts) => place('roles', namespace, role(facts))),
    ...bound.map((facts) => place('rolebindings', namespace, binding(facts, 'RoleBinding'))),
  ])
  return [...roles, ...bindings, ...local]
}

function place(plural: string, namespace: string, object: KubeObject): PolicyObject {
  if (namespace) object.metadata.namespace = namespace
  return { groupPlural: `${group}/${plural}`, namespace, object }
}

function metadata(name: string, labels: Readonly<Record<string, string>> = {}): KubeObject['metadata'] {
  return {
    name,
    labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults', ...labels },
    annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
  }
}

const aggregateLabel = (into: string): Record<string, string> => ({ [`${group}/aggregate-to-${into}`]: 'true' })

function clusterRole(facts: RoleFacts): KubeObject {
  const labels = Object.assign({}, ...(facts.flowsInto ?? []).map(aggregateLabel)) as Record<string, string>
  return {
    apiVersion,
    kind: 'ClusterRole',
    metadata: metadata(facts.name, labels),
    ...(facts.sumOf
      ? { aggregationRule: { clusterRoleSelectors: [{ matchLabels: aggregateLabel(facts.sumOf) }] } }
      : {}),
    rules: facts.rules ?? [],
  }
}

function role(facts: RoleFacts): KubeObject {
  return { apiVersion, kind: 'Role', metadata: metadata(facts.name), rules: facts.rules ?? [] }
}

function binding(facts: BindingFacts, kind: string): KubeObject {
  const subject = (subjectKind: string) => (name: string) => ({ kind: subjectKind, apiGroup: group, name })
  const accounts = (facts.serviceAccounts ?? []).map((each) => {
    const [namespace = '', name = ''] = each.split('/')
    return { kind: 'ServiceAccount', name, namespace }
  })
  return {
    apiVersion,
    kind,
    metadata: metadata(facts.as ?? facts.role),
    roleRef: { apiGroup: group, kind: facts.local ? 'Role' : 'ClusterRole', name: facts.role },
    subjects: [...(facts.users ?? []).map(subject('User')), ...(facts.groups ?? []).map(subject('Group')), ...accounts],
  }
}
