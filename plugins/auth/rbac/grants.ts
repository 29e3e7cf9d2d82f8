/** Roles and bindings as grants by subject: what each user and group is given, and where. Built from Views, anew after a change of any of them, when asked. */
import type { View } from '../../../core/admission/contract.js'
import { type KubeObject, type LabelSelectorObject, matchesLabelSelector } from '../../../core/meta/index.js'
import type { Rule } from './rule.js'

/** One binding's gift to one subject. Namespace '' is everywhere. */
export interface Grant {
  readonly namespace: string
  readonly rules: readonly Rule[]
  readonly binding: Binding
  readonly subject: Subject
}

export interface RbacViews {
  readonly roles: View
  readonly clusterRoles: View
  readonly roleBindings: View
  readonly clusterRoleBindings: View
}

interface RoleRef {
  readonly kind: string
  readonly name: string
}

interface Subject {
  readonly kind: string
  readonly name: string
  readonly namespace?: string
}

type Binding = KubeObject & { readonly roleRef: RoleRef; readonly subjects?: readonly Subject[] | null }
type Role = KubeObject & {
  readonly rules?: readonly Rule[] | null
  readonly aggregationRule?: { readonly clusterRoleSelectors?: readonly LabelSelectorObject[] }
}

export class Grants {
  readonly #views: RbacViews
  #bySubject: ReadonlyMap<string, readonly Grant[]> | undefined
  /** Rises with every change of a role or binding. */
  generation = 0

  constructor(views: RbacViews) {
    this.#views = views
    for (const view of Object.values(views) as View[]) view.onChange(() => this.#forget())
  }

  /** What a user and their groups are given, all namespaces. */
  of(user: { readonly username: string; readonly groups: readonly string[] }): readonly Grant[] {
    this.#bySubject ??= this.#build()
    const grants = [...(this.#bySubject.get(`user:${user.username}`) ?? [])]
    for (const group of user.groups) grants.push(...(this.#bySubject.get(`group:${group}`) ?? []))
    return grants
  }

  /** The rules of a role as they hold now, aggregation included. Undefined: there is no such role. */
  rulesOf(namespace: string, ref: RoleRef): readonly Rule[] | undefined {
    if (ref.kind === 'Role') {
      const role = this.#views.roles.get(namespace, ref.name) as Role | undefined
      return role && (role.rules ?? [])
    }
    const role = this.#views.clusterRoles.get('', ref.name) as Role | undefined
    return role && this.#clusterRules(role)
  }

  #clusterRules(role: Role): readonly Rule[] {
    const selectors = role.aggregationRule?.clusterRoleSelectors
    if (!selectors?.length) return role.rules ?? []
    return this.#aggregate(role, new Set())
  }

  /** The rules of all roles that the selectors choose, and of those that they in turn aggregate. */
  #aggregate(role: Role, seen: Set<string>): readonly Rule[] {
    const selectors = role.aggregationRule?.clusterRoleSelectors
    seen.add(String(role.metadata.name))
    if (!selectors?.length) return role.rules ?? []
    const rules: Rule[] = []
    for (const each of this.#views.clusterRoles.list() as Iterable<Role>) {
      if (seen.has(String(each.metadata.name))) continue
      const chosen = selectors.some((selector) => matchesLabelSelector(selector, each.metadata.labels))
      if (chosen) rules.push(...this.#aggregate(each, seen))
    }
    return rules
  }

  #forget(): void {
    this.generation++
    this.#bySubject = undefined
  }

  #build(): ReadonlyMap<string, readonly Grant[]> {
    const bySubject = new Map<string, Grant[]>()
    const add = (binding: Binding, namespace: string) => {
      const rules = this.rulesOf(namespace, binding.roleRef)
      if (!rules) return
      for (const subject of binding.subjects ?? []) {
        const grant = { namespace, rules, binding, subject }
        const key = subjectKey(subject, namespace)
        const grants = bySubject.get(key)
        if (grants) grants.push(grant)
        else bySubject.set(key, [grant])
      }
    }
    for (const binding of this.#views.clusterRoleBindings.list() as Iterable<Binding>) add(binding, '')
    for (const binding of this.#views.roleBindings.list() as Iterable<Binding>) {
      add(binding, String(binding.metadata.namespace))
    }
    return bySubject
  }
}

/** What is allowed by a grant is explained so by upstream's RBAC; programs that show who may do what read it. */
export function explained({ namespace, binding: { metadata, roleRef }, subject }: Grant): string {
  const quoted = JSON.stringify
  const place = namespace
    ? `RoleBinding ${quoted(`${metadata.name}/${namespace}`)}`
    : `ClusterRoleBinding ${quoted(metadata.name)}`
  const named = subject.kind === 'ServiceAccount' ? `${subject.name}/${subject.namespace || namespace}` : subject.name
  return `RBAC: allowed by ${place} of ${roleRef.kind} ${quoted(roleRef.name)} to ${subject.kind} ${quoted(named)}`
}

function subjectKey(subject: Subject, namespace: string): string {
  if (subject.kind === 'Group') return `group:${subject.name}`
  if (subject.kind === 'User') return `user:${subject.name}`
  return `user:system:serviceaccount:${subject.namespace || namespace}:${subject.name}`
}
