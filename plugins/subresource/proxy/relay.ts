/** A request passed on to a backend, and its answer passed back. No redirect is followed; an upgrade is one only after a 101. */
import { type ClientRequest, type IncomingMessage, request as overTcp, type RequestOptions } from 'node:http'
import { request as overTls } from 'node:https'
import type { Duplex } from 'node:stream'
import { pipeline } from 'node:stream'
import type { Clock } from '../../../core/kit/index.js'
import { serviceUnavailable, unexplained } from '../../../core/meta/index.js'
import type { RawRequest, SubresourceAnswer, SubresourceRequest } from '../../../core/registry/contract.js'
import { dialFault } from '../../kit/dial-fault.js'
import { answerHeaders, hasBody } from '../../kit/passed-headers.js'
import { splice } from '../../kit/splice.js'
import type { Backend } from './backend.js'
import { requestHeaders } from './headers.js'
import { rewrittenPage } from './links.js'
import { throughProxy } from './location.js'
import { type ProxyPath, proxyPath } from './path.js'

/** Until a connection stands, as upstream dials. */
const dialMs = 30_000
/** Of a refused upgrade's answer. */
const mostRefusalBytes = 1024 * 1024

/** Throws 503 when the backend can't be reached, 500 when it was to be upgraded to. */
export async function relay(request: SubresourceRequest, backend: Backend, clock: Clock): Promise<SubresourceAnswer> {
  const raw = request.raw!
  const where = proxyPath({ url: raw.url, rest: request.rest })
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (where.path === '' && isRead && !raw.upgrade) return toTheRoot(where)
  const errand = { request, raw, backend, where, clock }
  return raw.upgrade ? upgrade(errand) : exchange(errand)
}

interface Errand {
  readonly request: SubresourceRequest
  readonly raw: RawRequest
  readonly backend: Backend
  readonly where: ProxyPath
  readonly clock: Clock
}

/** So that relative links of the root page lead where they should. */
function toTheRoot({ prefix, query }: ProxyPath): SubresourceAnswer {
  return { relayed: { status: 301, headers: { location: `${prefix}/${query}` }, body: Buffer.alloc(0) } }
}

function exchange(errand: Errand): Promise<SubresourceAnswer> {
  const { request, raw, where } = errand
  return new Promise((resolve, reject) => {
    const headers = requestHeaders({ headers: request.headers, peer: raw.peer }, where)
    const sent = send(errand, headers, (why) => reject(serviceUnavailable(`error trying to reach service: ${why}`)))
    sent.on('response', (response) => void answerOf(response, errand).then(resolve, reject))
    // A failure of the body's way is told by the request itself.
    if (hasBody(request.headers)) pipeline(raw.stream(), sent, () => {})
    else sent.end()
  })
}

async function answerOf(response: IncomingMessage, errand: Errand): Promise<SubresourceAnswer> {
  const { request, backend, where } = errand
  const headers = answerHeaders(response.headersDistinct)
  const status = response.statusCode ?? 502
  const place = { prefix: where.prefix, ownHosts: [hostOf(backend), request.headers['host'] ?? ''] } as const
  const { location } = response.headers
  if (location !== undefined) headers['location'] = throughProxy(location, place)
  else if (isPage(response) && request.method !== 'HEAD') {
    const page = await rewrittenPage(response, (link) => throughProxy(link, place))
    if (page.length !== undefined) headers['content-length'] = String(page.length)
    return { relayed: { status, headers, body: page.body } }
  }
  return { relayed: { status, headers, body: response } }
}

function isPage({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.split(';')[0]?.trim() === 'text/html'
}

function upgrade(errand: Errand): Promise<SubresourceAnswer> {
  const { request, raw, where } = errand
  return new Promise((resolve, reject) => {
    const asked = {
      ...requestHeaders({ headers: request.headers, peer: raw.peer }, where),
      connection: 'Upgrade',
      upgrade: request.headers['upgrade'] ?? '',
    }
    const sent = send(errand, asked, (why) => reject(unexplained(`error dialing backend: ${why}`)))
    const abort = () => sent.destroy(new Error('the client went away'))
    request.signal.addEventListener('abort', abort, { once: true })
    sent.on('upgrade', (response: IncomingMessage, socket: Duplex, head: Buffer) => {
      request.signal.removeEventListener('abort', abort)
      if (response.statusCode !== 101) {
        socket.destroy()
        return reject(unexplained(`invalid upgrade response: status code ${response.statusCode}`))
      }
      const { headersDistinct } = response
      const shown = {
        ...answerHeaders(headersDistinct),
        connection: 'Upgrade',
        upgrade: response.headers.upgrade ?? '',
      }
      resolve({ upgrade: (client, first) => splice({ client, first }, { headers: shown, socket, head }) })
    })
    sent.on('response', (response) => void refusalOf(response).then(resolve, reject))
    sent.end()
  })
}

/** A backend that refuses is quoted; one that answers as if nothing had been asked is not. */
async function refusalOf(response: IncomingMessage): Promise<SubresourceAnswer> {
  const status = response.statusCode ?? 502
  if (status < 400) {
    response.destroy()
    throw unexplained(`invalid upgrade response: status code ${status}`)
  }
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece)
    if ((size += piece.length) > mostRefusalBytes) break
  }
  const headers = answerHeaders(response.headersDistinct)
  return { relayed: { status, headers, body: Buffer.concat(pieces).subarray(0, mostRefusalBytes) } }
}

function send(
  { request, raw, backend, where, clock }: Errand,
  headers: Record<string, string>,
  unreachable: (why: string) => void,
): ClientRequest {
  const options: RequestOptions = {
    host: backend.host,
    port: backend.port,
    method: request.method,
    headers,
    agent: false,
    path: `${where.path || '/'}${where.query}`,
    // What an upgrade has led to is left by its sockets.
    ...(raw.upgrade ? {} : { signal: request.signal }),
  }
  const { trust } = backend
  const sent =
    backend.scheme === 'https' ? overTls({ ...options, ...trust, rejectUnauthorized: !!trust }) : overTcp(options)
  const timer = clock.after(dialMs, () => sent.destroy(new Error(`dial tcp ${hostOf(backend)}: i/o timeout`)))
  sent.once('socket', (socket) =>
    socket.once(backend.scheme === 'https' ? 'secureConnect' : 'connect', () => timer.cancel()),
  )
  sent.once('close', () => timer.cancel())
  sent.on('error', (error) => unreachable(dialFault(error)))
  return sent
}

function hostOf({ host, port }: Backend): string {
  const shown = host.includes(':') ? `[${host}]` : host
  return port === undefined ? shown : `${shown}:${port}`
}
