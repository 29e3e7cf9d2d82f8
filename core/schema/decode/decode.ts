/** Decoding: JSON as it was parsed becomes an object of a version, or the error that a client is to see. */
import { badRequest, type KubeObject, StatusError } from '../../meta/index.js'
import type { DefinitionVersion } from '../definition.js'
import type { StructType } from '../type.js'
import { refuseFractions } from './as-written.js'
import { Mismatch } from './mismatch.js'
import { Trail } from './trail.js'
import { walkOf } from './walk.js'

export interface Decoded {
  readonly object: KubeObject
  /** Paths of members that were dropped since the type does not know them; a strict client is refused, others are warned: `unknown field "spec.foo"`. */
  readonly unknown: readonly string[]
  /** Of a configuration: nulls or what is empty stand in it still. What is made with it must be decoded again. */
  readonly isBare?: boolean
}

/**
 * Checks the types of all members, drops unknown ones and nulls that mean "absent", and brings quantities and times into canonical form.
 * `body` is used up: it is changed in place where that is possible. Throws 400 BadRequest in upstream's words. Cost: 1-2 us for a ConfigMap of ten
 * entries, about 10 us for a pod. Members shared with `settled`, an object of this version that has been decoded, are left as they are.
 */
export function decodeObject(version: DefinitionVersion, body: unknown, settled?: KubeObject): Decoded {
  return decodeBy(version, body, new Trail(settled))
}

function decodeBy(version: DefinitionVersion, body: unknown, trail: Trail): Decoded {
  if (version.steps) return version.steps().decode(body)
  const kind = version.typeName.slice(version.typeName.lastIndexOf('.') + 1)
  return decodeWalking(version.type(), { body, kind, version: version.name }, trail)
}

/** As `decodeObject`, of what has a type and no definition: the kind of a subresource. */
export function decodeNamed(
  type: StructType,
  names: { readonly kind: string; readonly version: string },
  body: unknown,
): Decoded {
  return decodeWalking(type, { ...names, body }, new Trail())
}

function decodeWalking(
  type: StructType,
  { body, kind: typed, version }: { readonly body: unknown; readonly kind: string; readonly version: string },
  trail: Trail,
): Decoded {
  try {
    refuseFractions(type, body)
    const object = walkOf(type)(body, trail)
    if (object === undefined)
      throw new Mismatch(`json: cannot unmarshal ${Array.isArray(body) ? 'array' : typeof body} into Go value`)
    if (trail.empty && !trail.asStated) emptyIn.set(object as object, trail.empty)
    return { object: object as KubeObject, unknown: trail.unknown, isBare: trail.isBare }
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error
    const said = (body as { kind?: unknown } | null)?.kind
    const kind = typeof said === 'string' && said ? said : typed
    const refusal = badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${error.message}`)
    refusal.cause = error
    throw refusal
  }
}

const emptyIn = new WeakMap<object, readonly string[]>()

/** What an object that `decodeObject` answered stated, though empty: paths of lists, maps and texts (`spec.ingress`). Nothing of it is stored, as upstream; there some rules ask whether it was said. */
export const statedEmpty = (object: object): readonly string[] => emptyIn.get(object) ?? []

/** As `decodeObject`, of what is never stored and so belongs to no kind: options. */
export function decodeShape(type: StructType, body: unknown): unknown {
  try {
    refuseFractions(type, body)
    return walkOf(type)(body, new Trail())
  } catch (error) {
    throw error instanceof Mismatch ? badRequest(error.message) : error
  }
}

/** As `decodeObject`, of what somebody applies: nulls and what is empty stay, as who states them owns them. */
export function decodeConfiguration(version: DefinitionVersion, body: unknown): Decoded {
  return decodeBy(version, body, new Trail(undefined, { asStated: true }))
}

/** Whether `decodeObject` threw it of a value that does not fit its type. */
export const isUnfit = (error: unknown): error is StatusError =>
  error instanceof StatusError && error.cause instanceof Mismatch

/** Why what a patch made is no object of its kind, in upstream's words: of an error that `decodeObject` threw. A strategic merge patch makes a tree, the others JSON. */
export function whyUnfit(error: StatusError, made: 'tree' | 'json'): string {
  if (!(error.cause instanceof Mismatch)) return String(error.message)
  return made === 'tree' ? error.cause.whenPut : error.cause.message
}
