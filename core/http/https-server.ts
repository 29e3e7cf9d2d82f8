/** The https side of the funnel: TLS with optional client certificates, HTTP/1.1, limits, upgrades, and a graceful end. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type Funnel, type FunnelResponse, isStream } from '../funnel/index.js'
import type { Clock, Log } from '../kit/index.js'
import { internalError } from '../meta/index.js'
import { refuseUpgrade, sendAnswer } from './https-answer.js'
import { HttpsRequest } from './https-request.js'
import { inTurn } from './in-turn.js'
import { keepReading } from './keep-reading.js'
import { lingerAfterAnswer } from './linger.js'
import { listenFailure } from './listen-failure.js'
import { takeLongHeads } from './long-heads.js'
import { comesInMessages, type Ending } from './message-stream.js'
import { createPaths, type Mount } from './paths.js'
import type { KeyPair } from './pki/index.js'
import { refuseGarbage, refuseHandshake } from './refuse-below.js'

export interface HttpsOptions {
  readonly funnel: Funnel
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly serving: KeyPair
  /** PEM: client certificates must chain to it. */
  readonly clientAuthority: string
  readonly mounts?: readonly Mount[]
  readonly clock: Clock
  readonly log: Log
  /** Left out: what clients are allowed by default. */
  readonly patience?: Partial<typeof patience>
}

export interface HttpsServer {
  readonly port: number
  /** Answers no new requests, ends streams, waits for the others up to `graceMs`, then cuts them off. */
  close(graceMs: number): Promise<void>
}

/** All headers of a request; upstream allows 1 MiB. */
const maxHeaderSize = 1024 * 1024
/** Node reads no more of them, and says nothing of the rest. */
const mostHeaders = 1000

/** How long a client may take, in ms, before its connection is ended. */
const patience = {
  handshakeTimeout: 32_000,
  headersTimeout: 32_000,
  keepAliveTimeout: 180_000,
  /** Until the whole body is here. */
  requestTimeout: 60_000,
  /** How often headers and bodies are looked at. */
  connectionsCheckingInterval: 10_000,
}

/** What stands before the path in a request line that names the whole address (RFC 9112, 3.2.2). */
const authority = /^https?:\/\/[^/?#]*/

/** Paths that no mount can take: they don't pass the router. */
const funnelsOwn = /^\/(api|livez|readyz|healthz|version|openapi)/

/** Rejects with a sentence for a person when the port is taken. */
export function listenHttps(options: HttpsOptions): Promise<HttpsServer> {
  const front = new HttpsFront(options)
  return front.listen()
}

class HttpsFront {
  readonly #options: HttpsOptions
  readonly #server: Server
  readonly #paths
  readonly #streams = new Set<Ending>()
  readonly #sockets = new Set<Duplex>()
  #stopping = false

  constructor(options: HttpsOptions) {
    this.#options = options
    this.#paths = createPaths(options.mounts ?? [])
    const { serving, clientAuthority } = options
    const receive = (message: IncomingMessage, response: ServerResponse): void =>
      inTurn(message, response, () => this.#receive(message, response))
    this.#server = createServer(
      {
        maxHeaderSize,
        ...patience,
        ...options.patience,
        key: serving.key,
        cert: serving.certificate,
        ca: clientAuthority,
        requestCert: true,
        rejectUnauthorized: false,
        minVersion: 'TLSv1.2',
        ALPNProtocols: ['http/1.1'],
      },
      receive,
    )
    this.#server.maxHeadersCount = mostHeaders
    // Only what lets the request in asks for its body.
    this.#server.on('checkContinue', receive)
    this.#server.on('upgrade', (message, socket, head) => void this.#upgrade(message, socket, head))
    this.#server.on('connection', (socket: Duplex) => this.#know(socket))
    this.#server.on('secureConnection', keepReading)
    this.#server.on('secureConnection', takeLongHeads)
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseGarbage(error, socket))
    this.#server.on('tlsClientError', (error: NodeJS.ErrnoException, socket) => refuseHandshake(error, socket))
  }

  listen(): Promise<HttpsServer> {
    const { host, port } = this.#options
    return new Promise((resolve, reject) => {
      this.#server.once('error', (error) => reject(listenFailure(error, { host, port })))
      this.#server.listen(port, host, 1024, () => {
        this.#server.removeAllListeners('error')
        this.#server.on('error', (error) => this.#options.log.error('https server', { error }))
        const address = this.#server.address() as AddressInfo
        resolve({ port: address.port, close: (graceMs) => this.#close(graceMs) })
      })
    })
  }

  #receive(message: IncomingMessage, response: ServerResponse): void {
    if (message.rawHeaders.length >= 2 * mostHeaders)
      return void response.writeHead(431, { connection: 'close', 'content-length': 0 }).end()
    if (message.url?.startsWith('http')) message.url = message.url.replace(authority, '') || '/'
    if (this.#options.mounts === undefined || funnelsOwn.test(message.url ?? '')) this.#ask(message, response)
    else {
      if (message.headers.expect !== undefined) response.writeContinue()
      delete message.headers.expect
      this.#paths(message, response, () => this.#ask(message, response))
    }
  }

  #ask(message: IncomingMessage, response: ServerResponse): void {
    const request = new HttpsRequest(message, response, this.#options.clock)
    const answer = this.#options.funnel(request)
    if (answer instanceof Promise) {
      answer.then(
        (late) => this.#send(late, request, response),
        (error) => this.#send(this.#broken(request, error), request, response),
      )
    } else this.#send(answer, request, response)
  }

  #send(answer: FunnelResponse, request: HttpsRequest, response: ServerResponse): void {
    const { body } = answer
    if (response.destroyed) {
      if (isStream(body)) body.stop()
      return
    }
    if (isStream(body)) this.#track(response, response)
    const isLeft = request.leftBody
    if (isLeft) lingerAfterAnswer(response.req, this.#options.clock)
    sendAnswer(response, answer, { close: this.#stopping || isLeft })
  }

  /** A funnel that breaks is a 500. */
  #broken({ url }: HttpsRequest, error: unknown): FunnelResponse {
    this.#options.log.error('a request broke the funnel', { url, error })
    const { status } = internalError('unexpected failure')
    return { status: 500, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(status)) }
  }

  #track(stream: Ending, place: ServerResponse | Duplex): void {
    this.#streams.add(stream)
    place.once('close', () => this.#streams.delete(stream))
  }

  /** Of node's own lists, those in the middle of a handshake and those that were upgraded are in none. */
  #know(socket: Duplex): void {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
  }

  async #upgrade(message: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    this.#know(socket)
    socket.on('error', () => socket.destroy())
    const request = new HttpsRequest(message, undefined, this.#options.clock)
    const asking = Promise.resolve(this.#options.funnel(request))
    const answer = await asking.catch((error) => this.#broken(request, error))
    if (socket.destroyed) return
    if (answer.upgrade) answer.upgrade(socket, head)
    else if (message.headers.upgrade?.toLowerCase() === 'websocket' && comesInMessages(answer.body)) {
      const { sendMessages } = await import('./web-socket.js')
      sendMessages(answer.body, { message, socket, head }, (ending) => this.#track(ending, socket))
    } else refuseUpgrade(socket, answer)
  }

  async #close(graceMs: number): Promise<void> {
    this.#stopping = true
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const stream of this.#streams) stream.end()
    this.#server.closeIdleConnections()
    const timer = this.#options.clock.after(graceMs, () => {
      this.#server.closeAllConnections()
      for (const socket of this.#sockets) socket.destroy()
    })
    await closed
    timer.cancel()
  }
}
