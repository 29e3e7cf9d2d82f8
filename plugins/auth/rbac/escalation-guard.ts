/** Admission: nobody grants what they don't hold, unless they may `escalate` the role, or `bind` it. */
import type { AdmissionPlugin, AdmissionRequest } from '../../../core/admission/contract.js'
import type { Attributes, Decision, User } from '../../../core/auth/contract.js'
import type { MaybePromise } from '../../../core/kit/index.js'
import { forbidden, type KubeObject, notFound, sameJson } from '../../../core/meta/index.js'
import { notCovered } from './cover.js'
import type { Rule } from './rule.js'

const group = 'rbac.authorization.k8s.io'

export interface EscalationGuardParts {
  /** All rules that hold for a user in a namespace. */
  rulesFor(user: User, namespace: string): readonly Rule[]
  /** The rules of a role as they hold now. */
  rulesOfRole(namespace: string, ref: { readonly kind: string; readonly name: string }): readonly Rule[] | undefined
  /** The whole chain of authorizers. */
  authorize(attributes: Attributes): MaybePromise<Decision>
}

export function rbacEscalationGuard(parts: EscalationGuardParts): AdmissionPlugin {
  return {
    name: 'rbac-escalation',
    admits: ({ group: asked, operation, subresource, user }) =>
      asked === group && subresource === '' && operation !== 'DELETE' && !user.groups.includes('system:masters'),
    validate: (request) => (isBinding(request) ? checkBinding(parts, request) : checkRole(parts, request)),
  }
}

const isBinding = (request: AdmissionRequest): boolean => request.plural.endsWith('bindings')

async function checkRole(parts: EscalationGuardParts, request: AdmissionRequest): Promise<void> {
  const { object, oldObject } = request
  if (isCollecting(request)) return
  const rules = rulesIn(object)
  if (await may(parts, request, { verb: 'escalate', plural: request.plural, name: request.name })) return
  const everything: readonly Rule[] = [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
    { verbs: ['*'], nonResourceURLs: ['*'] },
  ]
  const gathers = object?.['aggregationRule'] ?? oldObject?.['aggregationRule']
  refuseUncovered(parts, request, gathers ? [...rules, ...everything] : rules)
}

/** Whether an update changes no more than a garbage collector does: everything else grants again what stands there, as upstream. */
function isCollecting({ object, oldObject }: AdmissionRequest): boolean {
  return object !== undefined && oldObject !== undefined && sameJson(uncollected(object), uncollected(oldObject))
}

function uncollected({ metadata, ...rest }: KubeObject): object {
  const { ownerReferences: _, finalizers: _2, managedFields: _3, resourceVersion: _4, ...others } = metadata
  return { ...rest, metadata: others }
}

async function checkBinding(parts: EscalationGuardParts, request: AdmissionRequest): Promise<void> {
  const { object, namespace } = request
  const ref = object?.['roleRef'] as { readonly kind: string; readonly name: string } | undefined
  if (!ref || isCollecting(request)) return
  const plural = ref.kind === 'Role' ? 'roles' : 'clusterroles'
  if (await may(parts, request, { verb: 'bind', plural, name: ref.name })) return
  const rules = parts.rulesOfRole(namespace, ref)
  if (!rules) throw notFound({ group, plural: request.plural }, ref.name)
  refuseUncovered(parts, request, rules)
}

function rulesIn(object: AdmissionRequest['object']): readonly Rule[] {
  return (object?.['rules'] as readonly Rule[] | null | undefined) ?? []
}

async function may(
  { authorize }: EscalationGuardParts,
  request: AdmissionRequest,
  right: { readonly verb: string; readonly plural: string; readonly name: string },
): Promise<boolean> {
  const { namespace, version } = request
  const resource = { group, version, plural: right.plural, subresource: '', namespace, name: right.name }
  return (await authorize({ user: request.user, verb: right.verb, resource, path: '' })).verdict === 'allow'
}

function refuseUncovered(parts: EscalationGuardParts, request: AdmissionRequest, wanted: readonly Rule[]): void {
  const missing = notCovered(parts.rulesFor(request.user, request.namespace), wanted)
  if (missing.length === 0) return
  const why = `user ${describe(request.user)} is attempting to grant RBAC permissions not currently held:\n${missing.slice(0, 20).map(spell).join('\n')}`
  throw forbidden({ group, plural: request.plural }, request.name, why)
}

const describe = (user: User): string => `${JSON.stringify(user.username)} (groups=${JSON.stringify(user.groups)})`

function spell(rule: Rule): string {
  const parts = [
    ['APIGroups', rule.apiGroups],
    ['Resources', rule.resources],
    ['ResourceNames', rule.resourceNames?.length ? rule.resourceNames : undefined],
    ['NonResourceURLs', rule.nonResourceURLs],
    ['Verbs', rule.verbs],
  ] as const
  return `{${parts.flatMap(([name, list]) => (list ? [`${name}:${JSON.stringify(list)}`] : [])).join(', ')}}`
}
