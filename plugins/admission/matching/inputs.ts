/** What the expressions of a policy or webhook see of a request. */
import type { AdmissionContext, AdmissionRequest } from '../../../core/admission/contract.js'
import { internalError, type KubeObject, notFound } from '../../../core/meta/index.js'
import type { AskedAs } from '../../../core/registry/contract.js'
import type { AdmissionContract } from './expressions.js'
import { namespaces } from './selectors.js'

export type Inputs = Parameters<AdmissionContract['evaluation']>[0]

/** The request's objects at one address. */
export interface Seen {
  readonly at: AskedAs
  readonly object: KubeObject | undefined
  readonly oldObject: KubeObject | undefined
}

/** Rejects where a conversion does. Cost: nothing where the address is that of the stored version. */
export async function seenAt(request: AdmissionRequest, at: AskedAs, context: AdmissionContext): Promise<Seen> {
  const isStored = at.group === request.group && at.version === request.version && request.subresource !== 'scale'
  const show = (object: KubeObject | undefined) =>
    object && !isStored ? context.versions.present(request, object, at) : object
  return { at, object: await show(request.object), oldObject: await show(request.oldObject) }
}

const optionKinds = { CREATE: 'CreateOptions', UPDATE: 'UpdateOptions', DELETE: 'DeleteOptions' } as const

/** An AdmissionRequest of admission/v1, without its objects and what is empty. */
export function requestValue(request: AdmissionRequest, at: AskedAs, asked: AskedAs): Record<string, unknown> {
  const { operation, subresource, user, dryRun, options } = request
  const resource = ({ group, version, plural }: AskedAs) => ({ group, version, resource: plural })
  const namespace = namespaceOf(request)
  const name = shownName(request)
  return {
    kind: at.kind,
    resource: resource(at),
    ...(subresource ? { subResource: subresource } : {}),
    requestKind: asked.kind,
    requestResource: resource(asked),
    ...(subresource ? { requestSubResource: subresource } : {}),
    ...(name ? { name } : {}),
    ...(namespace ? { namespace } : {}),
    operation,
    userInfo: userInfo(user),
    dryRun,
    // A connection is made with an object for its options, and has no others.
    ...(operation === 'CONNECT'
      ? {}
      : { options: { kind: optionKinds[operation], apiVersion: 'meta.k8s.io/v1', ...options } }),
  }
}

/** As it is known when somebody is asked: a generated name only after mutation. */
export function shownName({ name, generatesName, ofCollection, object }: AdmissionRequest): string {
  if (ofCollection) return ''
  return generatesName ? (object?.metadata.name ?? '') : name
}

const userInfo = ({ username, uid, groups, extra }: AdmissionRequest['user']) => ({
  ...(username ? { username } : {}),
  ...(uid ? { uid } : {}),
  ...(groups.length > 0 ? { groups } : {}),
  ...(extra && Object.keys(extra).length > 0 ? { extra } : {}),
})

/** A namespace is, as upstream has it, in itself. */
export function namespaceOf({ group, plural, namespace, name }: AdmissionRequest): string {
  return group === '' && plural === 'namespaces' ? name : namespace
}

/** Of the request; undefined for what is in none. Throws 404. */
export function namespaceObject(request: AdmissionRequest, context: AdmissionContext): unknown {
  const { namespace } = request
  if (!namespace || (request.group === '' && request.plural === 'namespaces')) return undefined
  const found = context.view(namespaces).get('', namespace)
  if (!found) throw notFound({ group: '', plural: 'namespaces' }, namespace)
  const { managedFields: _, ownerReferences: __, ...metadata } = found.metadata
  return { ...found, metadata }
}

/** Rights of whoever makes the request. */
export function askerFor(request: AdmissionRequest, context: AdmissionContext, asked: AskedAs): Inputs['asker'] {
  const { user, subresource } = request
  const namespace = namespaceOf(request)
  return {
    user,
    requested: { group: asked.group, plural: asked.plural, subresource, namespace, name: shownName(request) },
    ask(attributes) {
      const decision = context.authorize(attributes)
      if (decision instanceof Promise) throw internalError('this authorizer can be asked by no expression')
      return decision
    },
  }
}
