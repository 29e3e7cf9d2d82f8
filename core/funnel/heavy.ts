/** Which writes are too much for one turn of the API's thread, and are worked at elsewhere. */
import type { User } from '../auth/index.js'
import type { Definition } from '../schema/index.js'
import type { FunnelRequest, FunnelResponse } from './contract.js'
import { looksLikeJson } from './body.js'
import { bodyTypeOf } from './media-type.js'
import { answerVerb, type Errand } from './verbs.js'

/** A write that has been let in, with its body. */
export interface HeavyWrite extends Pick<FunnelRequest, 'method' | 'url' | 'headers'> {
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

/** Bodies of so many bytes are heavy: some ten milliseconds of work. */
const heavyBytes = 64 * 1024
/** Of YAML, which takes ten times as long. */
const heavyYamlBytes = 8 * 1024

const writes = new Set(['create', 'update', 'patch'])

/** Undefined: it is light, or can't be worked at elsewhere. Cost for those: a look at two headers. */
export function answerHeavy(errand: Errand, user: User, elsewhere: Elsewhere): Promise<FunnelResponse> | undefined {
  const { request, route, target } = errand
  const { headers } = request
  const length = Number(headers['content-length'] ?? Number.NaN)
  if (length < heavyYamlBytes || !writes.has(route.verb)) return undefined
  // Of unknown length: it comes from within, or in chunks.
  if (Number.isNaN(length) && headers['transfer-encoding'] === undefined) return undefined
  const mayBeYaml = bodyTypeOf(headers['content-type']).endsWith('yaml')
  const { definition } = target.resource
  if (length < (mayBeYaml ? heavyYamlBytes : heavyBytes) || !elsewhere.takes(definition)) return undefined
  return answerWhere(errand, { user, definition, elsewhere, mayBeYaml })
}

async function answerWhere(
  errand: Errand,
  by: Pick<HeavyWrite, 'user' | 'definition'> & { readonly elsewhere: Elsewhere; readonly mayBeYaml: boolean },
): Promise<FunnelResponse> {
  const { method, url, headers } = errand.request
  const { user, definition, elsewhere, mayBeYaml } = by
  const body = await errand.request.body()
  const least = mayBeYaml && !looksLikeJson(body) ? heavyYamlBytes : heavyBytes
  if (body.length < least) return answerVerb(errand)
  return elsewhere.answer({ user, method, url, headers, body, definition })
}
