/** Bodies that are one object: what is to be stored, what a plugin answers, options. */
import { badRequest, type KubeObject, tooLarge } from '../meta/index.js'
import { deleteOptionsKind, metaGroup } from '../registry/index.js'
import { decodeShape } from '../schema/index.js'
import { decodeBody, type HearRepeated, refuseDepth } from './body.js'
import { bodyTypeOf, yamlType } from './media-type.js'
import { Malformed, unrecognized } from './unrecognized.js'
import type { Errand } from './verbs.js'

/** The body of a create or update as an object. Throws 400 when it is none. */
export async function objectBody(errand: BodyErrand): Promise<KubeObject> {
  const object = await anyBody(errand)
  if (object === undefined) {
    const { kind } = errand.target.resource.definition.names
    throw unrecognized(kind, 'unexpected end of JSON input', new Uint8Array())
  }
  object.metadata ??= {}
  if (typeof object.metadata !== 'object' || Array.isArray(object.metadata))
    throw badRequest('metadata must be an object')
  return object
}

/** Options of a delete; undefined: none. Throws 400 and 413. */
export async function optionsBody(errand: BodyErrand): Promise<KubeObject | undefined> {
  const body = await anyBody({ ...errand, mostBytes: mostSmallBytes })
  if (body === undefined) return undefined
  if (body.kind !== undefined && body.kind !== '' && body.kind !== deleteOptionsKind)
    throw badRequest(`the body of a delete must be ${deleteOptionsKind}, not ${JSON.stringify(body.kind)}`)
  const type = errand.typeOf(`${metaGroup}/v1`, deleteOptionsKind)
  return type ? (decodeShape(type, body) as KubeObject) : body
}

/** What is worked at at once and says little: options, and what plugins answer (reviews, bindings, evictions, token requests). Our own limit. */
export const mostSmallBytes = 64 * 1024

type BodyErrand = Pick<Errand, 'request' | 'target' | 'typeOf'> & {
  readonly hear?: HearRepeated
  /** Longer ones are refused. */
  readonly mostBytes?: number
}

async function anyBody({ request, target, typeOf, hear, mostBytes }: BodyErrand): Promise<KubeObject | undefined> {
  const bytes = await request.body(mostBytes)
  const mediaType = bodyTypeOf(request.headers['content-type'])
  if (bytes.length === 0 && (mostBytes !== undefined || mediaType !== yamlType)) return undefined
  if (mostBytes !== undefined && bytes.length > mostBytes) {
    refuseDepth(bytes.subarray(0, mostBytes))
    throw tooLarge(`Request entity too large: limit is ${mostBytes} for what is no object to be stored`)
  }
  let value: unknown
  try {
    const decoded = decodeBody(bytes, mediaType, { typeOf, hear })
    value = decoded instanceof Promise ? await decoded : decoded
  } catch (error) {
    throw error instanceof Malformed ? unrecognized(target.resource.definition.names.kind, error.why, bytes) : error
  }
  // As upstream, nothing is an object about which nothing is said.
  if (value === null) return {} as KubeObject
  if (typeof value !== 'object' || Array.isArray(value)) throw badRequest('the body must be an object')
  return value as KubeObject
}
