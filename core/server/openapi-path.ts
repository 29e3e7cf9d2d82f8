/** Answers `/openapi/v2` and `/openapi/v3`: documents are made when somebody asks, and forgotten when nobody has for a minute. */
import { createHash } from 'node:crypto'
import {
  encodeOpenapiV2,
  type OpenApiOptions,
  openapiV2,
  openapiV2Protobuf,
  openapiV3Bytes,
  openapiV3Hash,
  openapiV3Index,
} from '../discovery/index.js'
import { type FunnelResponse, headersOf } from '../funnel/index.js'
import type { Clock, Timer } from '../kit/index.js'
import { notAcceptable } from '../meta/index.js'
import type { Definition } from '../schema/index.js'
import type { OpenApiPath } from './plain-paths.js'

const idleMs = 60_000
const { asked, answered } = openapiV2Protobuf

/** `options` is asked at each request; its definitions are the same array until they change. */
export function openapiPath(options: () => OpenApiOptions, clock: Clock): OpenApiPath {
  const documents = new DocumentShelf(clock)
  return async (request, route, head) => {
    const current = options()
    const [, , version = '', ...rest] = route.path.split('/')
    const path = rest.filter(Boolean).join('/')
    if (version === 'v2' ? path : version !== 'v3') return undefined
    const type = contentType(request.headers['accept'] ?? '', version)
    if (version === 'v3' && path) {
      const moved = relocation(current, path, route.query)
      if (moved !== undefined) return moved
    }
    const make = () => bytesOf(current, { version, path, type })
    const document = documents.get(`${version}/${path} ${type}`, current.definitions, make)
    if (!document) return undefined
    const { bytes, etag } = document
    const isForever = version === 'v3' && path !== '' && new URLSearchParams(route.query).has('hash')
    const headers = {
      ...headersOf(type, bytes.length, head),
      etag,
      vary: 'Accept',
      'cache-control': isForever ? 'public, immutable' : 'no-cache, private',
    }
    if (request.headers['if-none-match'] !== etag) return { status: 200, headers, body: bytes }
    const { 'content-length': _, ...unchanged } = headers as Record<string, string | readonly string[]>
    return { status: 304, headers: unchanged }
  }
}

/** Throws 406 for what no document is made in: v3 is JSON alone. */
function contentType(accept: string, version: string): string {
  if (accept === '' || /\*\/\*|application\/\*|application\/json/.test(accept)) return 'application/json'
  if (version === 'v2' && [asked, answered].some((each) => accept.includes(each))) return answered
  throw notAcceptable(version === 'v2' ? ['application/json', asked] : ['application/json'])
}

function bytesOf(
  options: OpenApiOptions,
  { version, path, type }: { readonly version: string; readonly path: string; readonly type: string },
): Uint8Array | undefined {
  if (version === 'v2') {
    const document = openapiV2(options)
    return type === answered ? encodeOpenapiV2(document) : Buffer.from(JSON.stringify(document))
  }
  return path ? openapiV3Bytes(options, path) : Buffer.from(JSON.stringify(openapiV3Index(options)))
}

/** A document asked for by an old hash stands at its new one; undefined when the hash is right or left out. */
function relocation(options: OpenApiOptions, path: string, query: string): FunnelResponse | undefined {
  const asked = new URLSearchParams(query).get('hash')
  const hash = asked === null ? undefined : openapiV3Hash(options, path)
  if (hash === undefined || hash === asked) return undefined
  return { status: 301, headers: { location: `/openapi/v3/${path}?hash=${hash}`, 'content-length': '0' } }
}

interface Document {
  readonly bytes: Uint8Array
  readonly etag: string
}

class DocumentShelf {
  readonly #clock: Clock
  readonly #documents = new Map<string, Document>()
  #definitions: readonly Definition[] | undefined
  #forget: Timer | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get(key: string, definitions: readonly Definition[], make: () => Uint8Array | undefined): Document | undefined {
    if (definitions !== this.#definitions) this.#documents.clear()
    this.#definitions = definitions
    this.#forget?.cancel()
    this.#forget = this.#clock.after(idleMs, () => this.#documents.clear())
    const known = this.#documents.get(key)
    if (known) return known
    const bytes = make()
    if (!bytes) return undefined
    const etag = `"${createHash('sha256').update(bytes).digest('hex').toUpperCase()}"`
    const made = { bytes, etag }
    this.#documents.set(key, made)
    return made
  }
}
