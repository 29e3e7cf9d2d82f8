import type { Attributes, Authorizer, Decision, User } from '../../../core/auth/contract.js'
import { explained, type Grant, Grants, type RbacViews } from './grants.js'
import { coversPath, coversResource, type Rule } from './rule.js'

/** Kinds that the authorizer is to be shown, as `group/plural`. */
export const rbacKinds = {
  roles: 'rbac.authorization.k8s.io/roles',
  clusterRoles: 'rbac.authorization.k8s.io/clusterroles',
  roleBindings: 'rbac.authorization.k8s.io/rolebindings',
  clusterRoleBindings: 'rbac.authorization.k8s.io/clusterrolebindings',
} as const

const noOpinion: Decision = { verdict: 'noOpinion', reason: '' }
/** Answers kept for one user; then all are forgotten. */
const maxRemembered = 5000

/** What a user may do with one resource by one verb in one namespace: everything, or with objects of these names; by which grants. */
type Answer = Decision | ReadonlyMap<string, Decision>

interface Remembered {
  generation: number
  grants: readonly Grant[]
  readonly answers: Map<string, Answer>
}

/**
 * RBAC over Views. Answers are remembered by User object, verb, resource and namespace until a role or binding changes.
 * Cost: under a microsecond when remembered; else a pass over the user's rules.
 */
export class RbacAuthorizer implements Authorizer {
  readonly name = 'rbac'
  readonly #grants: Grants
  readonly #remembered = new WeakMap<User, Remembered>()

  constructor(views: RbacViews) {
    this.#grants = new Grants(views)
  }

  authorize(attributes: Attributes): Decision {
    const known = this.#rememberedOf(attributes.user)
    const { verb, resource, path } = attributes
    const key = resource
      ? `${verb} ${resource.group}/${resource.plural}/${resource.subresource} ${resource.namespace}`
      : `${verb} ${path}`
    let answer = known.answers.get(key)
    if (answer === undefined) {
      answer = answerOf(known.grants, attributes)
      if (known.answers.size >= maxRemembered) known.answers.clear()
      known.answers.set(key, answer)
    }
    if ('verdict' in answer) return answer
    return (resource && resource.name !== '' && answer.get(resource.name)) || noOpinion
  }

  /** All rules that hold for a user in a namespace, cluster-wide ones included. */
  rulesFor(user: User, namespace: string): readonly Rule[] {
    return this.#rememberedOf(user)
      .grants.filter((grant) => grant.namespace === '' || grant.namespace === namespace)
      .flatMap((grant) => grant.rules)
  }

  /** The rules of a role as they hold now. */
  rulesOfRole(namespace: string, ref: { readonly kind: string; readonly name: string }): readonly Rule[] | undefined {
    return this.#grants.rulesOf(namespace, ref)
  }

  #rememberedOf(user: User): Remembered {
    const generation = this.#grants.generation
    const known = this.#remembered.get(user)
    if (known && known.generation === generation) return known
    const fresh = { generation, grants: this.#grants.of(user), answers: new Map<string, Answer>() }
    this.#remembered.set(user, fresh)
    return fresh
  }
}

function answerOf(grants: readonly Grant[], { verb, resource, path }: Attributes): Answer {
  const names = new Map<string, Decision>()
  const allowed = (grant: Grant): Decision => ({ verdict: 'allow', reason: explained(grant) })
  for (const grant of grants) {
    if (grant.namespace !== '' && grant.namespace !== resource?.namespace) continue
    for (const rule of grant.rules) {
      if (!resource) {
        if (grant.namespace === '' && coversPath(rule, verb, path)) return allowed(grant)
      } else if (coversResource(rule, verb, resource)) {
        if (!rule.resourceNames?.length) return allowed(grant)
        for (const name of rule.resourceNames) if (!names.has(name)) names.set(name, allowed(grant))
      }
    }
  }
  return names
}
