import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import {
  type Transport,
  TransportError,
  type TransportRequest,
  type TransportResponse,
  type TransportStream,
} from './transport.js'

/** Where a server is and how one shows who one is. PEM texts. */
export interface ServerAddress {
  /** `https://host:port`, with a path when the API is not at the root. */
  readonly server: string
  readonly certificateAuthority?: string
  readonly clientCertificate?: string
  readonly clientKey?: string
  /** Asked before each request, so that it may be read anew from a file. */
  readonly bearer?: () => string | undefined
  readonly skipTlsVerify?: boolean
  /** The name in the server's certificate where it differs from the host. */
  readonly tlsServerName?: string
  /** Asked before each request for headers (credential plugins of foreign clusters). */
  readonly credentials?: () => Promise<Readonly<Record<string, string>>>
}

/** Milliseconds of silence after which a request that is no stream has failed; above the 60 s that servers allow themselves. */
const silenceMs = 90_000

/** HTTPS (or HTTP) with kept connections: at most 32 for requests, one more for each stream. Redirects are not followed. */
export function networkTransport(address: ServerAddress): Transport {
  const base = new URL(address.server)
  const secure = base.protocol === 'https:'
  const tls = {
    ca: address.certificateAuthority,
    cert: address.clientCertificate,
    key: address.clientKey,
    rejectUnauthorized: !address.skipTlsVerify,
    ...(address.tlsServerName ? { servername: address.tlsServerName } : {}),
  }
  let doors: Promise<Doors> | undefined
  const prefix = base.pathname.replace(/\/$/, '')

  async function open(request: TransportRequest, kind: 'request' | 'stream'): Promise<IncomingMessage> {
    const bearer = address.bearer?.()
    const headers = {
      ...request.headers,
      ...(await address.credentials?.()),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
      ...(request.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(request.body)) }),
    }
    doors ??= secure ? httpsDoors(tls) : httpDoors()
    const { send: open, ...agents } = await doors
    const options = { method: request.method, path: prefix + request.url, headers, agent: agents[kind] }
    const place = { host: base.hostname.replace(/^\[|\]$/g, ''), port: base.port || (secure ? 443 : 80) }
    const idle = kind === 'request' ? { timeout: silenceMs } : {}
    return send({ ...options, ...place, ...idle }, { request, open })
  }

  return {
    async request(request): Promise<TransportResponse> {
      const answer = await open(request, 'request')
      const pieces: Uint8Array[] = []
      for await (const piece of chunksOf(answer, request.signal)) pieces.push(piece)
      return { ...headOf(answer), body: pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces) }
    },
    async stream(request): Promise<TransportStream> {
      const answer = await open(request, 'stream')
      return { ...headOf(answer), chunks: chunksOf(answer, request.signal) }
    },
    async close() {
      const opened = await doors
      opened?.request.destroy()
      opened?.stream.destroy()
    },
  }
}

interface Doors {
  readonly send: (options: RequestOptions) => ClientRequest
  readonly request: Agent
  readonly stream: Agent
}

const kept = { keepAlive: true, keepAliveMsecs: 30_000 }

// Loaded when first used: 6 MB that a process on a port never needs.
async function httpsDoors(tls: object): Promise<Doors> {
  const { Agent, request } = await import('node:https')
  return {
    send: request,
    request: new Agent({ ...kept, ...tls, maxSockets: 32 }),
    stream: new Agent({ ...kept, ...tls }),
  }
}

async function httpDoors(): Promise<Doors> {
  const { Agent, request } = await import('node:http')
  return { send: request, request: new Agent({ ...kept, maxSockets: 32 }), stream: new Agent(kept) }
}

/** Resolves at the answer's headers. A kept connection that turns out closed is replaced once, for reads. */
function send(
  options: RequestOptions,
  { request, open, again }: { request: TransportRequest; open: Doors['send']; again?: boolean },
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const signal = request.signal
    if (signal?.aborted) return reject(new TransportError('aborted before it was sent', 'notSent'))
    const outgoing = open(options)
    const abort = () => void outgoing.destroy(new Error('aborted'))
    signal?.addEventListener('abort', abort, { once: true })
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer for ${silenceMs / 1000} s`)))
    outgoing.on('response', (answer) => {
      answer.once('close', () => signal?.removeEventListener('abort', abort))
      resolve(answer)
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      signal?.removeEventListener('abort', abort)
      const closed = outgoing.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE')
      if (closed && request.method === 'GET' && !again) {
        return resolve(send(options, { request, open, again: true }))
      }
      const sent = outgoing.socket && !outgoing.socket.connecting && !unsent.has(error.code ?? '')
      const message = `${request.method} ${options.host}:${options.port}${request.url.split('?')[0]}: ${error.message}`
      reject(new TransportError(message, sent ? 'unknown' : 'notSent', { cause: error }))
    })
    outgoing.end(request.body)
  })
}

/** Errors before the first byte of the request left: no connection, or no trust in the certificate. */
const unsent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

async function* chunksOf(answer: IncomingMessage, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of answer) yield chunk as Uint8Array
  } catch (error) {
    const why = signal?.aborted ? 'aborted' : (error as Error).message
    throw new TransportError(`the answer broke off: ${why}`, 'unknown', { cause: error })
  }
}

function headOf(answer: IncomingMessage): { status: number; headers: Record<string, string> } {
  const headers: Record<string, string> = {}
  for (const name in answer.headers) headers[name] = String(answer.headers[name])
  return { status: answer.statusCode ?? 0, headers }
}
