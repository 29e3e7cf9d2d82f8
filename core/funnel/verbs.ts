/** Resource requests: each verb with its options and body, handed to the registry, and its answer written. */

import { type MaybePromise, nextTurn } from '../kit/index.js'
import {
  badRequest,
  isTrueParameter,
  type KubeObject,
  methodNotAllowed,
  notAcceptable,
  type Status,
} from '../meta/index.js'
import type {
  Answer,
  DeleteOptions,
  PatchType,
  Registry,
  Repeated,
  Resource,
  Target,
  WriteContext,
} from '../registry/index.js'
import { protobufType, type TypeOf } from '../schema/index.js'
import type { FunnelRequest, FunnelResponse } from './contract.js'
import { bodyTypeOf, refuseType } from './media-type.js'
import { objectBody, optionsBody } from './object-body.js'
import { readPatch } from './patch-body.js'
import { deleteOptions, listOptions, watchOptions, wholeNumber } from './query.js'
import type { ResourceRoute } from './route.js'
import { WatchStream, type WatchTiming } from './watch-stream.js'
import {
  type AnswerHeaders,
  headersOf,
  listResponse,
  objectOf,
  objectResponse,
  revisionResponse,
  type Shape,
} from './write-answer.js'
import { type OptionsKind, writeContext } from './write-options.js'

/** A resource request on its way, authorized. */
export interface Errand {
  readonly request: FunnelRequest
  readonly route: ResourceRoute
  readonly target: Target
  readonly query: URLSearchParams
  readonly shape: Shape
  readonly writer: Parameters<typeof writeContext>[1]
  /** Whether what was asked for as an update or apply may become a create; throws 403. */
  readonly mayCreate: () => MaybePromise<void>
  readonly head: AnswerHeaders
  readonly registry: Registry
  /** Types of whole objects, for protobuf bodies. */
  readonly typeOf: TypeOf
  timing(asked: { readonly seconds: number | undefined; readonly bookmarks: boolean }): WatchTiming
}

const patchTypes = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
  'application/apply-patch+yaml',
] as const

/** Answers a verb of the registry. Throws StatusErrors; of `light` ones also TooHeavyHere: for changes and deletes of heavy objects, and where rules cost much. */
export function answerVerb(errand: Errand, weight?: 'light'): MaybePromise<FunnelResponse> {
  switch (errand.route.verb) {
    case 'get':
      return get(errand)
    case 'list':
      return list(errand)
    case 'watch':
      return watch(errand)
    case 'create':
      return create(errand, weight)
    case 'update':
      return update(errand, weight)
    case 'patch':
      return patch(errand, weight)
    case 'delete':
      return remove(errand, weight)
    case 'deletecollection':
      return removeCollection(errand)
    default:
      throw methodNotAllowed()
  }
}

function get({ registry, target, shape, head, query }: Errand): MaybePromise<FunnelResponse> {
  if (query.has('export') && isTrueParameter(query.get('export')))
    throw badRequest('export is a parameter no longer: read the object whole, and leave out what is not wanted')
  const resourceVersion = query.get('resourceVersion')
  const answer = resourceVersion ? registry.get(target, { resourceVersion }) : registry.get(target)
  const status = { head, status: 200 }
  return answer instanceof Promise
    ? answer.then((late) => objectResponse(late, shape, status))
    : objectResponse(answer, shape, status)
}

async function list({ registry, target, query, shape, head }: Errand): Promise<FunnelResponse> {
  return listResponse(await registry.list(target, listOptions(query), 'inPieces'), shape, head)
}

async function watch(errand: Errand): Promise<FunnelResponse> {
  const { registry, query, shape, head, route } = errand
  const { encoding } = shape.wanted
  if (encoding === 'yaml') throw notAcceptable(['application/json;stream=watch', `${protobufType};stream=watch`])
  const options = watchOptions(query)
  const selector =
    route.name === ''
      ? options
      : { ...options, fieldSelector: [options.fieldSelector, `metadata.name=${route.name}`].filter(Boolean).join(',') }
  const seconds = wholeNumber(query, 'timeoutSeconds')
  const stream = new WatchStream(shape, errand.timing({ seconds, bookmarks: options.allowWatchBookmarks === true }))
  stream.attach(await registry.watch({ ...errand.target, name: '' }, selector, stream))
  const type = encoding === 'protobuf' ? `${protobufType};stream=watch` : 'application/json'
  return { status: 200, headers: headersOf(type, undefined, head), body: stream }
}

async function create(errand: Errand, weight: WriteContext['weight']): Promise<FunnelResponse> {
  const { registry, target } = errand
  const { body, context } = await writing(errand, 'CreateOptions', weight)
  return writtenResponse(await registry.create(target, body, context), errand, 201)
}

async function update(errand: Errand, weight: WriteContext['weight']): Promise<FunnelResponse> {
  const { registry, target, mayCreate } = errand
  const { body, context } = await writing(errand, 'UpdateOptions', weight)
  const { answer, created } = await registry.update(target, body, { ...context, mayCreate })
  return writtenResponse(answer, errand, created ? 201 : 200)
}

/** The body, and how it is to be written. */
async function writing(
  errand: Errand,
  options: OptionsKind,
  weight?: 'light',
): Promise<{ readonly body: KubeObject; readonly context: WriteContext }> {
  const context = limited(writeContext(errand.query, errand.writer, options), weight)
  let repeated: Repeated | undefined
  const wants = context.fieldValidation !== 'Ignore'
  const body = await objectBody(wants ? { ...errand, hear: (found) => void (repeated = found) } : errand)
  return { body, context: withPause(await errand.request.body(), repeated ? { ...context, repeated } : context) }
}

async function patch(errand: Errand, weight: WriteContext['weight']): Promise<FunnelResponse> {
  const { registry, target, query } = errand
  const type = bodyTypeOf(errand.request.headers['content-type']) as PatchType
  if (!patchTypes.includes(type)) refuseType(type, patchTypes)
  const options = type === 'application/apply-patch+yaml' ? 'apply' : 'PatchOptions'
  const context = limited(writeContext(query, errand.writer, options), weight)
  const bytes = await errand.request.body()
  const { body, repeated } = await readPatch(bytes, type, context.fieldValidation !== 'Ignore')
  const written = withPause(bytes, repeated ? { ...context, repeated } : context)
  if (written.pause) await written.pause()
  const { answer, created } = await registry.patch(
    target,
    { type, body, force: isTrueParameter(query.get('force')) },
    { ...written, mayCreate: errand.mayCreate, applies: type === 'application/apply-patch+yaml' },
  )
  return writtenResponse(answer, errand, created ? 201 : 200)
}

/** What comes in bodies of that many bytes is worked at in several turns of the event loop: as a whole it would hold everybody else up for a tenth of a second. */
const largeBytes = 64 * 1024

const limited = (context: WriteContext, weight: WriteContext['weight']): WriteContext =>
  weight ? { ...context, weight } : context

const withPause = (bytes: Uint8Array, context: WriteContext): WriteContext =>
  bytes.length < largeBytes ? context : { ...context, pause: nextTurn }

/** To `Prefer: return=minimal` only the revision: Operon's own operators see the object through their watches. */
function writtenResponse(
  answer: Answer,
  { request, shape, head }: Errand,
  status: number,
): MaybePromise<FunnelResponse> {
  if (request.headers['prefer'] === 'return=minimal' && 'record' in answer)
    return revisionResponse(answer.record.revision, { head, status })
  return objectResponse(answer, shape, { head, status })
}

async function remove(errand: Errand, weight: WriteContext['weight']): Promise<FunnelResponse> {
  const { registry, target, shape, head } = errand
  const { options, dryRun } = deleteOptions(errand.query, await optionsBody(errand))
  const context = limited(deleting(errand, options, dryRun), weight)
  const { answer, gone } = await registry.delete(target, options, context)
  // Upstream says so of this older word for it alone; other clients take 200.
  if (!gone && options.orphanDependents === false) return objectResponse(answer, shape, { head, status: 202 })
  const { deleteReturns } = target.resource.definition.strategy
  if (!gone || target.subresource || deleteReturns === 'object')
    return objectResponse(answer, shape, { head, status: 200 })
  const success = { object: successOf(target.resource, objectOf(answer)) }
  return objectResponse(success, { ...shape, wanted: { ...shape.wanted, as: '' } }, { head, status: 200 })
}

function deleting({ query, writer }: Errand, options: DeleteOptions, dryRun: boolean): WriteContext {
  const shown = dryRun ? { ...options, dryRun: ['All'] } : { ...options }
  return { ...writeContext(query, writer, 'DeleteOptions'), dryRun, options: shown }
}

async function removeCollection(errand: Errand): Promise<FunnelResponse> {
  const { registry, target, shape, head } = errand
  const { options, dryRun } = deleteOptions(errand.query, await optionsBody(errand))
  const context = deleting(errand, options, dryRun)
  return listResponse(await registry.deleteCollection(target, listOptions(errand.query), options, context), shape, head)
}

function successOf(resource: Resource, object: KubeObject): Status & KubeObject {
  const { group, names } = resource.definition
  const { name, uid } = object.metadata
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { ...(name ? { name } : {}), ...(group ? { group } : {}), kind: names.plural, ...(uid ? { uid } : {}) },
  }
}
