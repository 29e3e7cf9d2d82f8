/** A body that a client sent becomes an object of the stored version: checked against the address it was sent to, decoded, converted, defaulted. */
import { apiVersionOf, badRequest, invalid, type KubeObject } from '../meta/index.js'
import { type MaybePromise, whenThere } from '../kit/index.js'
import { presentObject } from './answer.js'
import { convert } from './conversion.js'
import { decode, schemaErrors, setDefaults } from './schema-steps.js'
import type { Shelf } from './shelf.js'
import type { Target, WriteContext } from './verbs.js'

export interface Arrival {
  readonly shelf: Shelf
  readonly target: Target
  readonly context: WriteContext
  /** How the body came: decides what an unknown field under Strict is answered with. */
  readonly by: 'body' | 'patch' | 'apply'
  /** Called between decoding and defaulting, with an object of the stored version. */
  readonly settle?: (object: KubeObject) => void
  /** The object that it is to replace: members that the body shares with it are as they should be. */
  readonly over?: KubeObject
}

/**
 * Answers `body` itself, changed in place, or what a conversion has made of it: at once but where a webhook is asked. Throws 400 when it is of another kind or version, or named or placed otherwise than the address says;
 * under fieldValidation Strict 400 (422 for a patch) for unknown fields.
 */
export function accept(body: KubeObject, arrival: Arrival): MaybePromise<KubeObject> {
  const { shelf, target } = arrival
  const object = read(body, arrival)
  if (target.resource.version === shelf.version) return complete(object, arrival)
  setDefaults(shelf, object, { version: target.resource.version })
  const checked = whenThere(requireValid(object, arrival), () => convertToShelf(object, shelf))
  return whenThere(checked, (converted) => complete(converted, arrival))
}

function complete(object: KubeObject, { shelf, settle, over }: Arrival): KubeObject {
  settle?.(object)
  setDefaults(shelf, object, over ? { settled: over } : {})
  return object
}

/** A person's own object must be right in the version that it came in; nothing but that version's schema knows what that is. */
function requireValid(object: KubeObject, { shelf, target, over }: Arrival): MaybePromise<void> {
  const { version } = target.resource
  if (!version.steps || schemaErrors(version, object, undefined).length === 0) return
  const old = over && presentObject(shelf, target.resource, structuredClone(over))
  return whenThere(old, (before) => {
    const causes = schemaErrors(version, object, before)
    if (causes.length > 0) throw invalid(shelf.subject, object.metadata.name ?? '', causes)
  })
}

/** As `accept`, without defaults: in an applied configuration only what it states counts. */
export function acceptConfiguration(body: KubeObject, arrival: Arrival): MaybePromise<KubeObject> {
  const object = read(body, arrival)
  const { shelf, target } = arrival
  return target.resource.version === shelf.version ? object : convertToShelf(object, shelf)
}

function read(body: KubeObject, arrival: Arrival): KubeObject {
  requireKind(body, arrival.target)
  const { shelf, target, over } = arrival
  const { version } = target.resource
  const { object, unknown } = decode(body, version, version === shelf.version ? over : undefined)
  if (unknown.length > 0) reportUnknown(unknown, arrival)
  requirePlace(object, arrival.target)
  return object
}

function convertToShelf(object: KubeObject, shelf: Shelf): MaybePromise<KubeObject> {
  return whenThere(convert(shelf, object, shelf.apiVersion), (converted) => {
    converted.kind = shelf.definition.names.kind
    if (shelf.version.steps) decode(converted, shelf.version)
    return converted
  })
}

function requireKind(body: KubeObject, { resource }: Target): void {
  const { definition, version } = resource
  const apiVersion = apiVersionOf({ group: definition.group, version: version.name })
  const { kind } = definition.names
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest(`${kind} in version "${version.name}" cannot be handled as a ${kind}: it is no object`)
  }
  if (body.apiVersion === undefined || body.apiVersion === '') body.apiVersion = apiVersion
  if (body.kind === undefined || body.kind === '') body.kind = kind
  if (body.kind !== kind) {
    throw badRequest(`${body.kind} in version "${body.apiVersion}" cannot be handled as a ${kind}`)
  }
  if (body.apiVersion !== apiVersion) {
    throw badRequest(
      `the API version in the data (${body.apiVersion}) does not match the expected API version (${apiVersion})`,
    )
  }
  body.metadata ??= {}
}

function reportUnknown(paths: readonly string[], { target, context, by }: Arrival): void {
  if (context.fieldValidation === 'Ignore') return
  const complaints = paths.map((path) => `unknown field ${JSON.stringify(path)}`)
  if (context.fieldValidation === 'Warn') {
    for (const complaint of complaints) context.warn(complaint)
    return
  }
  const why = `strict decoding error: ${complaints.join(', ')}`
  if (by === 'patch') {
    throw invalid({ group: '', plural: '', kind: '' }, '', [
      { reason: 'FieldValueInvalid', message: `Invalid value: ${why}`, field: 'patch' },
    ])
  }
  const { kind } = target.resource.definition.names
  throw badRequest(`${kind} in version "${target.resource.version.name}" cannot be handled as a ${kind}: ${why}`)
}

/** A name in the address binds; one namespace stands for an empty one; objects outside namespaces lose theirs, as upstream. */
function requirePlace({ metadata }: KubeObject, target: Target): void {
  if (target.resource.definition.namespaced) {
    metadata.namespace ||= target.namespace
    if (metadata.namespace !== target.namespace) {
      throw badRequest('the namespace of the provided object does not match the namespace sent on the request')
    }
  } else if (metadata.namespace !== undefined) {
    delete metadata.namespace
  }
  if (!target.name || metadata.name === target.name) return
  if (!metadata.name) {
    throw badRequest('the name of the object (based on URL) was undeterminable: name must be provided')
  }
  throw badRequest(`the name of the object (${metadata.name}) does not match the name on the URL (${target.name})`)
}
