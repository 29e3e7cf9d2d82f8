/** A request passed on to another API server, and its answer passed back: bodies as they come, upgrades after a 101 alone. */
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { request as overTls } from 'node:https'
import { type Duplex, pipeline } from 'node:stream'
import type { RemoteAnswer, RemoteRequest } from '../../core/aggregation/contract.js'
import type { Clock } from '../../core/kit/index.js'
import { answerHeaders, hasBody, passedHeaders } from '../kit/passed-headers.js'
import { splice } from '../kit/splice.js'
import { userHeaders } from './remote.js'

/** 503 when there is no connection within `dialMs`. `host`: by which the server is called. */
export function relay(
  request: RemoteRequest,
  to: { readonly options: RequestOptions; readonly host: string },
  { clock, dialMs }: { readonly clock: Clock; readonly dialMs: number },
): Promise<RemoteAnswer> {
  const { raw, signal } = request
  return new Promise((resolve) => {
    const sent = send(request, to, resolve)
    const timer = clock.after(dialMs, () => sent.destroy(new Error('i/o timeout')))
    sent.once('socket', (socket: Duplex & { connecting?: boolean }) =>
      socket.connecting ? socket.once('secureConnect', () => timer.cancel()) : timer.cancel(),
    )
    sent.once('close', () => timer.cancel())
    sent.on('response', (response: IncomingMessage) => {
      if (isRedirect(response.statusCode)) {
        response.destroy()
        return resolve({ relayed: redirected })
      }
      const headers = answerHeaders(response.headersDistinct)
      resolve({ relayed: { status: response.statusCode ?? 502, headers, body: response } })
    })
    if (raw.upgrade) return upgrade(request, sent, resolve)
    signal.addEventListener('abort', () => sent.destroy(), { once: true })
    if (hasBody(request.headers)) pipeline(raw.stream(), sent, () => {})
    else sent.end()
  })
}

/** In upstream's shape: text, no Status. */
export const unavailable = (why: string): RemoteAnswer => ({
  relayed: {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
    body: new TextEncoder().encode(`${why}\n`),
  },
})

const isRedirect = (code = 0): boolean => code >= 300 && code < 400 && code !== 304

/** Nobody is led elsewhere with what they have shown to us. */
const redirected = {
  status: 502,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: new TextEncoder().encode('the server behind has answered with a redirect, which is not passed on\n'),
}

function send(
  { method, user, headers, raw }: RemoteRequest,
  { options, host }: { readonly options: RequestOptions; readonly host: string },
  resolve: (answer: RemoteAnswer) => void,
): ClientRequest {
  const asked = { ...passedHeaders(headers, raw.peer), ...userHeaders(user), host }
  const upgrading = raw.upgrade ? { connection: 'Upgrade', upgrade: headers['upgrade'] ?? '' } : {}
  const sent = overTls({ ...options, method, path: raw.url, headers: { ...asked, ...upgrading } })
  sent.on('error', (error) => resolve(unavailable(`error trying to reach service: ${error.message}`)))
  return sent
}

/** What else than a 101 comes back is passed on as the answer that it is. */
function upgrade({ signal }: RemoteRequest, sent: ClientRequest, resolve: (answer: RemoteAnswer) => void): void {
  const abort = () => sent.destroy(new Error('the client went away'))
  signal.addEventListener('abort', abort, { once: true })
  sent.on('upgrade', (response: IncomingMessage, socket: Duplex, head: Buffer) => {
    signal.removeEventListener('abort', abort)
    const shown = { connection: 'Upgrade', upgrade: response.headers.upgrade ?? '' }
    const headers = { ...answerHeaders(response.headersDistinct), ...shown }
    resolve({ upgrade: (client, first) => splice({ client, first }, { headers, socket, head }) })
  })
  sent.end()
}
