/** What is answered at paths that are no resources: version, health, discovery. */
import type { Discovery } from '../discovery/index.js'
import { type AnswerHeaders, headersOf, indented, type PlainPath, valueResponse, wantedOf } from '../funnel/index.js'
import type { FunnelRequest, FunnelResponse, Route } from '../funnel/index.js'
import { methodNotAllowed } from '../meta/index.js'

const paths = ['/api', '/apis', '/healthz', '/livez', '/openapi/v2', '/openapi/v3', '/readyz', '/version']

/** A check of /livez and /readyz; answers what is wrong, or undefined. */
export interface HealthCheck {
  readonly name: string
  /** Ready only: the server lives without it. */
  readonly readyOnly: boolean
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
  readonly discovery: Discovery
  readonly checks: readonly HealthCheck[]
  readonly version: Readonly<Record<string, string>>
  readonly openapi: OpenApiPath
}

export function plainPaths(options: PlainPathOptions): PlainPath {
  const documents = new Map(options.documents.map((document) => [document.path, document]))
  return (request, route, head) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw methodNotAllowed({ group: '', plural: route.path }, request.method)
    const document = documents.get(route.path)
    if (document) {
      const body = Buffer.from(JSON.stringify(document.value))
      return { status: 200, headers: headersOf(document.contentType, body.length, head), body }
    }
    const text = options.texts.find(({ path }) => path === route.path)
    if (text) return answeredWith(text, head)
    const [, first = '', second] = route.path.split('/')
    switch (first) {
      case 'version':
        return second ? undefined : forPeople(options.version, head)
      case 'healthz':
      case 'livez':
      case 'readyz':
        return health(first, second, { checks: options.checks, route, head })
      case 'openapi':
        return options.openapi(request, route, head)
      case 'api':
      case 'apis':
        return discovered(options.discovery, request, { route, head })
      case '':
        if (route.path !== '/') return undefined
        return forPeople(
          { paths: [...documents.keys(), ...options.texts.map(({ path }) => path), ...paths].sort() },
          head,
        )
      default:
        return undefined
    }
  }
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
    (check) =>
      (kind !== 'livez' || !check.readyOnly) &&
      !excluded.has(check.name) &&
      (only === undefined || only === check.name),
  )
  if (only !== undefined && checks.length === 0) return undefined
  const results = checks.map((check) => ({ check, wrong: check.wrong() }))
  const failed = results.some(({ wrong }) => wrong !== undefined)
  const lines = results.map(({ check, wrong }) =>
    wrong === undefined ? `[+]${check.name} ok` : `[-]${check.name} failed: ${wrong}`,
  )
  const text =
    failed || query.has('verbose') ? `${lines.join('\n')}\n${kind} check ${failed ? 'failed' : 'passed'}\n` : 'ok'
  const bytes = Buffer.from(text)
  return {
    status: failed ? 503 : 200,
    headers: { ...headersOf('text/plain; charset=utf-8', bytes.length, of.head), 'x-content-type-options': 'nosniff' },
    body: bytes,
  }
}

function discovered(
  discovery: Discovery,
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
  const wanted = aggregated ? undefined : wantedOf(accept)
  const document = discovery.document(segments, aggregated ?? 'plain')
  if (!document) return undefined
  if (wanted?.encoding === 'yaml')
    return valueResponse(JSON.parse(Buffer.from(document.bytes).toString()), wanted, { head: at.head, status: 200 })
  const headers = { ...headersOf(document.contentType, document.bytes.length, at.head), vary: 'Accept' } as Record<
    string,
    string | readonly string[]
  >
  if (document.etag) {
    headers['etag'] = document.etag
    if (request.headers['if-none-match'] === document.etag) {
      delete headers['content-length']
      return { status: 304, headers }
    }
  }
  return { status: 200, headers, body: document.bytes }
}

/** Indented whoever asks, as upstream. */
async function forPeople(value: object, head: AnswerHeaders): Promise<FunnelResponse> {
  return indented(await valueResponse(value, { encoding: 'json', as: '', version: 'v1' }, { head, status: 200 }))
}
