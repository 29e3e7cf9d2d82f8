/** Objects that pass by: a plugin answers them, and nobody stores them (reviews, bindings, evictions, token requests). */
import { apiVersionOf, badRequest, type KubeObject } from '../meta/index.js'
import { decodeNamed, type StructType } from '../schema/index.js'
import { otherNamespace } from './other-namespace.js'
import { reportStrict } from './strict.js'
import type { WriteContext } from './verbs.js'

export interface PassingKind {
  readonly group: string
  readonly version: string
  readonly kind: string
  /** Other apiVersions that it may say. */
  readonly also?: readonly string[]
  /** Of the address; '': it is in none. */
  readonly namespace: string
  /** Undefined: it is taken as it is. */
  readonly type: StructType | undefined
}

/**
 * `body`, changed in place, as its type has it; one that does not say what it is says it now. Throws 400 for another kind or version, another namespace and wrong types,
 * and tells or refuses what is unknown as fieldValidation says.
 */
export function acceptPassing(body: KubeObject, passing: PassingKind, context: WriteContext): KubeObject {
  const { group, version, kind, namespace, type } = passing
  const own = apiVersionOf({ group, version })
  body.apiVersion ||= own
  body.kind ||= kind
  if (body.kind !== kind || (body.apiVersion !== own && !passing.also?.includes(body.apiVersion)))
    throw badRequest(`${body.kind} in version "${body.apiVersion}" cannot be handled as a ${kind}`)
  const { metadata } = body
  if (metadata.namespace && namespace && metadata.namespace !== namespace) throw otherNamespace(namespace)
  if (!namespace) delete metadata.namespace
  if (!type) return body
  const { object, unknown } = decodeNamed(type, { kind, version }, body)
  if (unknown.length > 0 || context.repeated) reportStrict(unknown, { kind, version, context, by: 'body' })
  return object
}
