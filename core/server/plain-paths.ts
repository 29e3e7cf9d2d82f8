/** What is answered at paths that are no resources: version, health, discovery. */
import type { Discovery } from '../discovery/index.js'
import type { FunnelRequest, FunnelResponse, Route } from '../funnel/index.js'
import {
  type AnswerHeaders,
  acceptsJson,
  headersOf,
  indented,
  type PlainPath,
  valueResponse,
  wantedOf,
} from '../funnel/index.js'
import { methodNotAllowed, notAcceptable } from '../meta/index.js'
import { encodeProtobuf, protobufType, type TypeOf } from '../schema/index.js'
import type { ZPage } from './z-pages.js'

const paths = [
  '/apis',
  '/apis/',
  '/healthz',
  '/livez',
  '/openapi/v2',
  '/openapi/v3',
  '/openapi/v3/',
  '/readyz',
  '/version',
]

/** A check of /livez and /readyz; answers what is wrong, or undefined. */
export interface HealthCheck {
  readonly name: string
  /** Ready only: the server lives without it. */
  readonly readyOnly: boolean
  /** For those who ask for it by its name: the server is ready before. */
  readonly isAlone?: boolean
  wrong(): string | undefined
}

/** Answers a path below `/openapi`; undefined: nothing is there. */
export type OpenApiPath = (
  request: FunnelRequest,
  route: Route,
  head: AnswerHeaders,
) => Promise<FunnelResponse | undefined>

/** A JSON document that stays as it is while the server runs. */
export interface FixedDocument {
  readonly path: string
  readonly contentType: string
  readonly value: object
}

/** A text that is made anew for each who asks. */
export interface TextDocument {
  readonly path: string
  readonly contentType: string
  text(): Promise<string>
}

export interface PlainPathOptions {
  readonly texts: readonly TextDocument[]
  readonly documents: readonly FixedDocument[]
  readonly pages: readonly ZPage[]
  readonly discovery: Discovery
  readonly checks: readonly HealthCheck[]
  readonly version: Readonly<Record<string, string>>
  readonly openapi: OpenApiPath
  /** For discovery in protobuf. */
  readonly typeOf: TypeOf
}

export function plainPaths(options: PlainPathOptions): PlainPath {
  const documents = new Map(options.documents.map((document) => [document.path, document]))
  return (request, route, head) => {
    const document = documents.get(route.path.replace(/\/$/, ''))
    if (document) return fixed(document, request, head)
    const text = options.texts.find(({ path }) => path === route.path)
    if (text) return answeredWith(text, head)
    const page = options.pages.find(({ path }) => path === route.path)
    if (page) return page.answer(request, head)
    const [, first = '', ...rest] = route.path.split('/')
    const second = rest.length > 0 ? rest.join('/') : undefined
    switch (first) {
      case 'version':
        if (second) return undefined
        requireGet(request)
        return forPeople(options.version, { accept: request.headers['accept'], head })
      case 'healthz':
      case 'livez':
      case 'readyz':
        return health(first, second, { checks: options.checks, route, head })
      case 'openapi':
        return options.openapi(request, route, head)
      case 'api':
      case 'apis':
        if (first === 'api' || rest.filter(Boolean).length > 1) requireGet(request)
        return discovered(options, request, { route, head })
      case '':
      case 'index.html':
        if (second !== undefined) return undefined
        return forPeople({ paths: everyPath(options) }, { accept: undefined, head })
      default:
        return undefined
    }
  }
}

function requireGet({ method }: FunnelRequest): void {
  if (method !== 'GET') throw methodNotAllowed()
}

/** Keys and configuration of tokens, which change when the server is started with others. */
function fixed(document: FixedDocument, request: FunnelRequest, head: AnswerHeaders): FunnelResponse {
  requireGet(request)
  const body = Buffer.from(JSON.stringify(document.value))
  const headers = headersOf(document.contentType, body.length, head)
  return { status: 200, headers: { ...headers, 'cache-control': 'public, max-age=3600' }, body }
}

function everyPath({ documents, texts, pages, discovery, checks }: PlainPathOptions): readonly string[] {
  const health = checks.flatMap(({ name, readyOnly }) =>
    (readyOnly ? ['readyz'] : ['healthz', 'livez', 'readyz']).map((kind) => `/${kind}/${name}`),
  )
  const own = [...documents, ...texts, ...pages].map(({ path }) => path)
  return [...own, ...discovery.paths(), ...health, ...paths].sort()
}

async function answeredWith(text: TextDocument, head: AnswerHeaders): Promise<FunnelResponse> {
  const body = Buffer.from(await text.text())
  return { status: 200, headers: headersOf(text.contentType, body.length, head), body }
}

function health(
  kind: string,
  only: string | undefined,
  of: { readonly checks: readonly HealthCheck[]; readonly route: Route; readonly head: AnswerHeaders },
): FunnelResponse | undefined {
  const query = new URLSearchParams(of.route.query)
  const excluded = new Set(query.getAll('exclude'))
  const checks = of.checks.filter(
    (check) => (kind === 'readyz' || !check.readyOnly) && (only === undefined ? !check.isAlone : only === check.name),
  )
  if (only !== undefined && checks.length === 0) return undefined
  const unknown = [...excluded].filter((name) => !of.checks.some((check) => check.name === name))
  const results = checks.map((check) => ({
    name: check.name,
    wrong: excluded.has(check.name) ? undefined : check.wrong(),
  }))
  const failed = results.some(({ wrong }) => wrong !== undefined)
  const lines = results.map(({ name, wrong }) =>
    wrong === undefined ? `[+]${name} ${excluded.has(name) ? 'excluded: ' : ''}ok` : `[-]${name} failed: ${wrong}`,
  )
  if (unknown.length > 0)
    lines.push(`warn: some health checks cannot be excluded: no matches for ${JSON.stringify(unknown).slice(1, -1)}`)
  const told = `${lines.join('\n')}\n${kind} check ${failed ? 'failed' : 'passed'}\n`
  const text = failed || (query.has('verbose') && only === undefined) ? told : 'ok'
  const bytes = Buffer.from(text)
  return {
    status: failed ? 503 : 200,
    headers: { ...headersOf('text/plain; charset=utf-8', bytes.length, of.head), 'x-content-type-options': 'nosniff' },
    body: bytes,
  }
}

function discovered(
  { discovery, typeOf }: Pick<PlainPathOptions, 'discovery' | 'typeOf'>,
  request: FunnelRequest,
  at: { readonly route: Route; readonly head: AnswerHeaders },
): FunnelResponse | Promise<FunnelResponse> | undefined {
  const segments = at.route.path.split('/').filter((segment) => segment !== '')
  const accept = request.headers['accept'] ?? ''
  const aggregated = /as=APIGroupDiscoveryList/.test(accept)
    ? /v=v2(?!beta)/.test(accept)
      ? 'v2'
      : /v=v2beta1/.test(accept)
        ? 'v2beta1'
        : undefined
    : undefined
  const wanted = aggregated
    ? undefined
    : wantedOf(accept, segments[0] === 'apis' && segments.length < 3 ? 'loose' : 'plain')
  const document = discovery.document(segments, aggregated ?? 'plain')
  if (!document) return undefined
  const value = () => JSON.parse(Buffer.from(document.bytes).toString())
  if (wanted?.encoding === 'yaml') return valueResponse(value(), wanted, { head: at.head, status: 200 })
  if (wanted?.encoding === 'protobuf') return inProtobuf(value(), typeOf, at.head)
  const headers = headersOf(document.contentType, document.bytes.length, at.head)
  if (segments.length === 1 && document.etag) headers['vary'] = 'Accept'
  if (document.etag) {
    headers['etag'] = document.etag
    headers['cache-control'] = 'public'
    if (request.headers['if-none-match'] === document.etag) {
      delete headers['content-length']
      return { status: 304, headers }
    }
  }
  return { status: 200, headers, body: document.bytes }
}

/** Anew for each who asks: few do. */
function inProtobuf(value: { kind: string; apiVersion?: string }, typeOf: TypeOf, head: AnswerHeaders): FunnelResponse {
  const { kind, apiVersion = '' } = value
  const type = typeOf('meta.k8s.io/v1', kind)
  if (!type) throw notAcceptable(['application/json', 'application/yaml'])
  const body = encodeProtobuf({ ...value, apiVersion, kind }, type)
  return { status: 200, headers: headersOf(protobufType, body.length, head), body }
}

/** Indented whoever asks, as upstream. */
async function forPeople(
  value: object,
  { accept, head }: { readonly accept: string | undefined; readonly head: AnswerHeaders },
): Promise<FunnelResponse> {
  if (!acceptsJson(accept)) throw notAcceptable(['application/json'])
  return indented(await valueResponse(value, { encoding: 'json', as: '', version: 'v1' }, { head, status: 200 }))
}
