/** Which writes are too much for one turn of the API's thread, and are worked at elsewhere. */
import type { User } from '../auth/index.js'
import type { MaybePromise } from '../kit/index.js'
import { isHeavy, lightBytes, TooHeavyHere } from '../registry/index.js'
import { type Definition, protobufType } from '../schema/index.js'
import { looksLikeJson } from './body.js'
import type { FunnelRequest, FunnelResponse } from './contract.js'
import { bodyTypeOf } from './media-type.js'
import { answerVerb, type Errand } from './verbs.js'

/** A write that has been let in, with its body. */
export interface HeavyWrite extends Pick<FunnelRequest, 'method' | 'url' | 'headers' | 'signal'> {
  readonly user: User
  readonly body: Uint8Array
  readonly definition: Definition
}

/** Where heavy writes are worked at. */
export interface Elsewhere {
  takes(definition: Definition): boolean
  /** The body goes over, and is gone here. */
  answer(write: HeavyWrite): Promise<FunnelResponse>
}

/** YAML takes ten times as long as JSON. */
const lightYamlBytes = 8 * 1024

const writes = new Set(['create', 'update', 'patch', 'delete'])

/** Answers here what is light, and elsewhere what is not. Cost for what is light: a look at two headers. */
export function answerWhereLight(errand: Errand, user: User, elsewhere: Elsewhere): MaybePromise<FunnelResponse> {
  const { request, route, target } = errand
  if (!writes.has(route.verb) || !elsewhere.takes(target.resource.definition)) return answerVerb(errand)
  const by = { user, elsewhere }
  // The options of a delete are small, or refused.
  if (route.verb !== 'delete' && mayBeHeavy(request)) return answerByBody(errand, by)
  // Nothing stands that could be heavy, and only people's own kinds have rules.
  const isLight = route.verb === 'create' && target.resource.definition.builtIn
  return isLight ? answerVerb(errand) : answerByObject(errand, by)
}

interface By {
  readonly user: User
  readonly elsewhere: Elsewhere
}

/** By its announced length. What comes from within announces none, and is light. */
function mayBeHeavy({ headers }: FunnelRequest): boolean {
  const length = headers['content-length']
  return length === undefined ? headers['transfer-encoding'] !== undefined : Number(length) >= lightYamlBytes
}

async function answerByBody(errand: Errand, by: By): Promise<FunnelResponse> {
  const { request } = errand
  const body = await request.body()
  const isTooMuch = isHeavyBody(body, bodyTypeOf(request.headers['content-type']))
  return isTooMuch ? handOver(errand, by) : answerByObject(errand, by)
}

function isHeavyBody(body: Uint8Array, type: string): boolean {
  if (type === protobufType) return body.length >= lightBytes
  return type.endsWith('yaml') && !looksLikeJson(body) ? body.length >= lightYamlBytes : isHeavy(body)
}

/** A light change, or a delete, of what is heavy, or of what has costly rules, is begun again elsewhere. */
async function answerByObject(errand: Errand, by: By): Promise<FunnelResponse> {
  try {
    return await answerVerb(errand, 'light')
  } catch (error) {
    if (!(error instanceof TooHeavyHere)) throw error
    return handOver(errand, by)
  }
}

async function handOver({ request, target }: Errand, { user, elsewhere }: By): Promise<FunnelResponse> {
  const { method, url, headers } = request
  return elsewhere.answer({
    user,
    method,
    url,
    headers,
    body: await request.body(),
    signal: request.signal,
    definition: target.resource.definition,
  })
}
