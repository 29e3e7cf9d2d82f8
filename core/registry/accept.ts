/** A body that a client sent becomes an object of the stored version: checked against the address it was sent to, decoded, converted, defaulted. */

import { type MaybePromise, whenThere, writeJson } from '../kit/index.js'
import { apiVersionOf, badRequest, invalid, type KubeObject, parseApiVersion, StatusError } from '../meta/index.js'
import {
  type Decoded,
  type Definition,
  isUnfit,
  requireTyped,
  unreadableConfiguration,
  whyUnfit,
} from '../schema/index.js'
import { convert, takeIn } from './conversion.js'
import { distinctOwners } from './distinct-owners.js'
import { decode, decodeConfiguration, setDefaults } from './schema-steps.js'
import { otherNamespace } from './other-namespace.js'
import type { Shelf } from './shelf.js'
import { reportStrict, type Shown, unfit } from './strict.js'
import { isOfStatus } from './untouchable.js'
import type { Target, WriteContext } from './verbs.js'

export interface Arrival {
  readonly shelf: Shelf
  readonly target: Target
  readonly context: WriteContext
  /** How the body came: decides what an unknown field under Strict is answered with. */
  readonly by: 'body' | 'patch' | 'apply'
  /** Of a patch: what the error about what it made is to show. */
  readonly shown?: Shown
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
  return whenThere(convertToShelf(object, shelf), (converted) => complete(converted, arrival))
}

/** Only what reading it finds: its form, kind, version, fields under Strict, name and place. */
export function requireReadable(body: KubeObject, arrival: Arrival): void {
  read(body, arrival)
}

function complete(object: KubeObject, { shelf, settle, over }: Arrival): KubeObject {
  shelf.plugin?.receive?.(object)
  settle?.(object)
  setDefaults(shelf, object, over ? { settled: over } : {})
  return object
}

/** As `accept`, without defaults: in an applied configuration only what it states counts. */
export function acceptConfiguration(body: KubeObject, arrival: Arrival): MaybePromise<Configuration> {
  const { object, isBare = false } = readDecoded(body, arrival)
  const { shelf, target } = arrival
  if (target.resource.version === shelf.version) return { object, isBare }
  return whenThere(convertToShelf(object, shelf, 'configuration'), (converted) => ({
    object: converted,
    isBare: false,
  }))
}

export interface Configuration {
  readonly object: KubeObject
  /** It states nulls or what is empty: what is made with it is to be decoded again. */
  readonly isBare: boolean
}

const read = (body: KubeObject, arrival: Arrival): KubeObject => readDecoded(body, arrival).object

function readDecoded(body: KubeObject, arrival: Arrival): Decoded {
  const read = decoded(body, arrival)
  const { object, unknown } = read
  if (unknown.length > 0 || arrival.context.repeated) {
    const { builtIn, names } = arrival.shelf.definition
    reportStrict(unknown, {
      ...arrival,
      isTree: !builtIn,
      kind: names.kind,
      version: arrival.target.resource.version.name,
    })
  }
  requirePlace(object, arrival)
  // What an applier states twice is refused by who looks at what it owns.
  if (arrival.by !== 'apply') distinctOwners(object, arrival.by, arrival.context.warn)
  return read
}

function decoded(body: KubeObject, { shelf, target, over, by, shown }: Arrival): Decoded {
  const { version } = target.resource
  try {
    if (by === 'apply') requireStatedKind(body)
    requireKind(body, target, by)
    // Whatever fieldValidation says: who applies owns what is stated, so nothing can be left out.
    if (by === 'apply') requireTyped(body, version.type())
    if (by === 'apply' && version === shelf.version) return decodeConfiguration(body, version)
    return decode(body, version, version === shelf.version ? over : undefined)
  } catch (error) {
    if (by === 'patch' && error instanceof StatusError && error.code === 400)
      throw unfit(whyUnfit(error, shown?.made ?? 'json'), shown)
    if (by === 'apply' && isUnfit(error)) throw unreadableConfiguration(body, whyUnfit(error, 'tree'))
    throw error
  }
}

function convertToShelf(object: KubeObject, shelf: Shelf, form?: 'configuration'): MaybePromise<KubeObject> {
  const to = { apiVersion: shelf.apiVersion, ...(form ? { form } : {}) }
  return whenThere(convert(shelf, object, to), (converted) => {
    if (shelf.version.steps) return takeIn(shelf, converted, shelf.version)
    converted.kind = shelf.definition.names.kind
    return converted
  })
}

/** Nobody guesses what is applied. */
function requireStatedKind(body: KubeObject | null): void {
  const { apiVersion, kind } = body ?? {}
  if (apiVersion && kind) return
  const { group, version } = parseApiVersion(apiVersion ?? '')
  throw badRequest(`invalid object type: ${group}/${version}, Kind=${kind ?? ''}`)
}

function requireKind(body: KubeObject, target: Target, by: Arrival['by']): void {
  const { definition, version } = target.resource
  const apiVersion = apiVersionOf({ group: definition.group, version: version.name })
  const { kind } = definition.names
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest(`${kind} in version "${version.name}" cannot be handled as a ${kind}: it is no object`)
  }
  if (version.steps) requireOwnKind(body, { target, by, apiVersion })
  if (body.apiVersion === undefined || body.apiVersion === '') body.apiVersion = apiVersion
  else if (body.apiVersion === `/${apiVersion}`) body.apiVersion = apiVersion
  if (body.kind === undefined || body.kind === '') body.kind = kind
  if (body.kind !== kind) {
    if (version.steps && body.apiVersion === apiVersion) throw ofOtherKind(body, definition)
    throw badRequest(`${body.kind} in version "${body.apiVersion}" cannot be handled as a ${kind}`)
  }
  if (body.apiVersion !== apiVersion) {
    throw ofOtherVersion(body.apiVersion, apiVersion)
  }
  body.metadata ??= {}
}

/** People's own objects say what they are; where the status alone is written, what they are is known. */
function requireOwnKind(
  body: KubeObject,
  { target, by, apiVersion }: { readonly target: Target; readonly by: Arrival['by']; readonly apiVersion: string },
): void {
  const { definition } = target.resource
  const { kind } = definition.names
  const unrecognized = `the object provided is unrecognized (must be of type ${kind})`
  for (const member of ['apiVersion', 'kind'] as const) {
    const said: unknown = body[member]
    if (said === undefined || said === null || typeof said === 'string') continue
    const form = Array.isArray(said) ? 'array' : typeof said === 'boolean' ? 'bool' : typeof said
    const why = `json: cannot unmarshal ${form} into Go struct field .${member} of type string`
    throw badRequest(`${unrecognized}: couldn't get version/kind; json parse error: ${why}`)
  }
  if (!body.kind) throw badRequest(`${unrecognized}: Object 'Kind' is missing in '${writeJson(body).slice(0, 1000)}'`)
  if (!body.apiVersion) throw ofOtherVersion('', apiVersion)
  if (isOfStatus(target.subresource)) {
    body.kind = kind
    if (by === 'patch') body.apiVersion = apiVersion
  }
  if (by !== 'patch' || body.kind !== kind || body.apiVersion === apiVersion) return
  const { group } = parseApiVersion(body.apiVersion)
  const message = `Invalid value: ${writeJson(body.apiVersion)}: must be ${apiVersion}`
  throw invalid({ group, plural: definition.names.plural, kind }, body.metadata?.name ?? '', [
    { reason: 'FieldValueInvalid', message, field: 'apiVersion' },
  ])
}

const ofOtherVersion = (said: string, apiVersion: string): StatusError =>
  badRequest(`the API version in the data (${said}) does not match the expected API version (${apiVersion})`)

/** People's own kinds are known by address alone, so the kind is a member like others, and a wrong one is told as such. */
function ofOtherKind({ kind, metadata }: KubeObject, { group, names }: Definition): StatusError {
  return invalid({ group, plural: names.plural, kind: String(kind) }, metadata?.name ?? '', [
    {
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${writeJson(kind)}: must be ${names.kind}`,
      field: 'kind',
    },
  ])
}

/** A name in the address binds (an applied configuration may leave it out); one namespace stands for an empty one; objects outside namespaces lose theirs, as upstream. */
function requirePlace({ metadata }: KubeObject, { target, by }: Arrival): void {
  if (target.resource.definition.namespaced) {
    metadata.namespace ||= target.namespace
    if (metadata.namespace !== target.namespace) {
      throw otherNamespace(target.namespace)
    }
  } else if (metadata.namespace !== undefined) {
    delete metadata.namespace
  }
  if (!target.name || metadata.name === target.name) return
  if (!metadata.name) {
    if (by === 'apply') return
    throw badRequest('the name of the object (based on URL) was undeterminable: name must be provided')
  }
  throw badRequest(`the name of the object (${metadata.name}) does not match the name on the URL (${target.name})`)
}
