/** Answers `/openapi/v2` and `/openapi/v3`: documents are made when somebody asks, and forgotten when nobody has for half a minute. */
import { createHash } from 'node:crypto'
import {
  type Assembly,
  type OpenApiOptions,
  type RemoteSwagger,
  openapiV2,
  openapiV2InProtobuf,
  openapiV2Protobuf,
  openapiV3,
  openapiV3Hash,
  openapiV3Index,
  openapiV3InProtobuf,
  openapiV3Protobuf,
} from '../discovery/index.js'
import { type FunnelResponse, headersOf, PieceSource } from '../funnel/index.js'
import { type Clock, nextTurn, type Timer } from '../kit/index.js'
import { notAcceptable } from '../meta/index.js'
import type { Definition } from '../schema/index.js'
import type { OpenApiPath } from './plain-paths.js'

const noSwaggers: readonly RemoteSwagger[] = []
const idleMs = 30_000
/** Work at a stretch. */
const turnMs = 10
/** What is put together, and hashed, at a stretch. */
const pieceBytes = 1024 * 1024
const protobufs = { v2: openapiV2Protobuf, v3: openapiV3Protobuf }

/** `options` is asked at each request; its definitions are the same array until they change. */
export function openapiPath(
  options: () => OpenApiOptions,
  clock: Clock,
  swaggers: () => Promise<readonly RemoteSwagger[]> = async () => noSwaggers,
): OpenApiPath {
  const documents = new DocumentShelf(clock)
  return async (request, route, head) => {
    const isV2 = route.path.startsWith('/openapi/v2')
    const current = isV2 ? { ...options(), swaggers: await swaggers() } : options()
    const [, , version = '', ...rest] = route.path.split('/')
    const path = rest.filter(Boolean).join('/')
    if ((version !== 'v2' && version !== 'v3') || (version === 'v2' && path)) return undefined
    const type = contentType(request.headers['accept'] ?? '', { version, isIndex: version === 'v3' && !path })
    if (version === 'v3' && path) {
      const moved = relocation(current, path, route.query)
      if (moved !== undefined) return moved
    }
    const make = () => assemblyOf(current, { version, path, type })
    const making = documents.get(`${version}/${path} ${type}`, current, make)
    if (!making) return undefined
    const { pieces, byteLength, etag } = await making
    const isForever = version === 'v3' && path !== '' && new URLSearchParams(route.query).has('hash')
    const headers = {
      ...headersOf(type, byteLength, head),
      etag,
      vary: 'Accept',
      'cache-control': isForever ? 'public, immutable' : 'no-cache, private',
    }
    if (request.headers['if-none-match'] !== etag) return { status: 200, headers, body: new PieceSource(pieces) }
    const { 'content-length': _, ...unchanged } = headers as Record<string, string | readonly string[]>
    return { status: 304, headers: unchanged }
  }
}

/** Throws 406 for what no document is made in: the index of v3 is JSON, whatever is asked for. */
function contentType(accept: string, of: { readonly version: 'v2' | 'v3'; readonly isIndex: boolean }): string {
  if (of.isIndex) return 'application/json'
  const { asked, answered } = protobufs[of.version]
  const speaks = [asked, answered].some((each) => accept.includes(each))
  const isJson = accept === '' || /\*\/\*|application\/\*|application\/json/.test(accept)
  if (speaks && (!isJson || accept.startsWith('application/com.github.proto-openapi'))) return answered
  if (isJson) return 'application/json'
  throw notAcceptable(['application/json', asked])
}

function assemblyOf(
  options: OpenApiOptions,
  { version, path, type }: { readonly version: string; readonly path: string; readonly type: string },
): Assembly | undefined {
  if (version === 'v2') return type === openapiV2Protobuf.answered ? openapiV2InProtobuf(options) : openapiV2(options)
  if (!path) return indexOf(options)
  return type === openapiV3Protobuf.answered ? openapiV3InProtobuf(options, path) : openapiV3(options, path)
}

// biome-ignore lint/correctness/useYield: it is done in one step
function* indexOf(options: OpenApiOptions): Assembly {
  return [Buffer.from(JSON.stringify(openapiV3Index(options)))]
}

/** A document asked for by an old hash stands at its new one; undefined when the hash is right or left out. */
function relocation(options: OpenApiOptions, path: string, query: string): FunnelResponse | undefined {
  const asked = new URLSearchParams(query).get('hash')
  const hash = asked === null ? undefined : openapiV3Hash(options, path)
  if (hash === undefined || hash === asked) return undefined
  return { status: 301, headers: { location: `/openapi/v3/${path}?hash=${hash}`, 'content-length': '0' } }
}

interface Document {
  readonly pieces: readonly Uint8Array[]
  readonly byteLength: number
  readonly etag: string
}

class DocumentShelf {
  readonly #clock: Clock
  readonly #documents = new Map<string, Promise<Document>>()
  #definitions: readonly Definition[] | undefined
  #remotes: OpenApiOptions['remotes']
  #swaggers: OpenApiOptions['swaggers']
  #forget: Timer | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get(
    key: string,
    { definitions, remotes, swaggers }: OpenApiOptions,
    make: () => Assembly | undefined,
  ): Promise<Document> | undefined {
    if (definitions !== this.#definitions || remotes !== this.#remotes) this.#documents.clear()
    // Told for v2 alone.
    if (swaggers && swaggers !== this.#swaggers) this.#documents.clear()
    this.#swaggers = swaggers ?? this.#swaggers
    this.#definitions = definitions
    this.#remotes = remotes
    this.#forget?.cancel()
    this.#forget = this.#clock.after(idleMs, () => this.#documents.clear())
    const known = this.#documents.get(key)
    if (known) return known
    const assembly = make()
    if (!assembly) return undefined
    const made = this.#assemble(assembly)
    this.#documents.set(key, made)
    made.catch(() => this.#documents.delete(key))
    return made
  }

  /** Lets others in after each few milliseconds of work. */
  async #assemble(assembly: Assembly): Promise<Document> {
    let turnEndsMs = this.#clock.monotonicMs() + turnMs
    let step = assembly.next()
    while (!step.done) {
      if (this.#clock.monotonicMs() >= turnEndsMs) {
        await nextTurn()
        turnEndsMs = this.#clock.monotonicMs() + turnMs
      }
      step = assembly.next()
    }
    return this.#finish(step.value)
  }

  async #finish(parts: readonly Uint8Array[]): Promise<Document> {
    const pieces: Uint8Array[] = []
    const hash = createHash('sha256')
    let byteLength = 0
    for (let at = 0; at < parts.length; ) {
      const from = at
      let length = 0
      while (at < parts.length && length < pieceBytes) length += parts[at++]!.byteLength
      const piece = Buffer.concat(parts.slice(from, at))
      pieces.push(piece)
      hash.update(piece)
      byteLength += piece.byteLength
      if (at < parts.length) await nextTurn()
    }
    return { pieces, byteLength, etag: `"${hash.digest('hex').toUpperCase()}"` }
  }
}
