import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { FunnelRequest } from '../funnel/index.js'
import type { Clock } from '../kit/index.js'
import { unsupportedMediaType } from '../meta/index.js'
import { readBody } from './body.js'
import { bearerOf, type Sender, senderOf, senderWithBearer } from './tls-sender.js'

const isPlain = (encoding: string | undefined): boolean =>
  encoding === undefined || encoding === '' || encoding === 'identity'

/** As upstream no body is decompressed (nobody sends one); here that is said, where upstream can't make sense of the bytes. */
function refuseEncoding(headers: FunnelRequest['headers']): Promise<never> {
  const encoding = JSON.stringify(headers['content-encoding'])
  return Promise.reject(
    unsupportedMediaType(`a body in content-encoding ${encoding} is not read: send it uncompressed`),
  )
}

/** A request of node's https server as the funnel sees it. What costs something is made when asked for. */
export class HttpsRequest implements FunnelRequest {
  readonly sender: Sender
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly upgrade: boolean
  readonly #message: IncomingMessage
  readonly #response: ServerResponse | undefined
  readonly #clock: Clock
  /** Whether the client sends its body only when it is told to go on (`Expect: 100-continue`). */
  #waits: boolean
  #body: Promise<Uint8Array> | undefined
  #abort: AbortController | undefined

  /** `response` is undefined for an upgrade: there is only the socket. */
  constructor(message: IncomingMessage, response: ServerResponse | undefined, clock: Clock) {
    const socket = message.socket as TLSSocket
    const headers = message.headers as Readonly<Record<string, string | undefined>>
    const bearer = bearerOf(headers['authorization'], headers['sec-websocket-protocol'])
    this.sender = bearer === undefined ? senderOf(socket) : senderWithBearer(socket, bearer)
    this.method = message.method ?? 'GET'
    this.url = message.url ?? '/'
    this.headers = headers
    this.upgrade = response === undefined
    this.#message = message
    this.#response = response
    this.#clock = clock
    this.#waits = headers['expect'] !== undefined
  }

  valuesOf(header: string): readonly string[] {
    return this.#message.headersDistinct[header] ?? []
  }

  body(kept?: number): Promise<Uint8Array> {
    this.#goOn()
    this.#body ??= isPlain(this.headers['content-encoding'])
      ? readBody(this.#message, { kept, clock: this.#clock })
      : refuseEncoding(this.headers)
    return this.#body
  }

  stream(): AsyncIterable<Uint8Array> {
    this.#goOn()
    return this.#message
  }

  #goOn(): void {
    if (!this.#waits) return
    this.#waits = false
    this.#response?.writeContinue()
  }

  get peer(): string {
    return this.#message.socket.remoteAddress ?? ''
  }

  /** Whether a body was announced and nobody has read it. */
  get leftBody(): boolean {
    if (this.#waits) return true
    if (this.#body !== undefined) return !this.#message.complete
    return this.headers['transfer-encoding'] !== undefined || Number(this.headers['content-length'] ?? 0) > 65_536
  }

  get signal(): AbortSignal {
    if (!this.#abort) {
      const abort = new AbortController()
      this.#abort = abort
      const place = this.#response ?? this.#message.socket
      place.once('close', () => {
        if (!this.#response?.writableFinished) abort.abort()
      })
      if (place.destroyed) abort.abort()
    }
    return this.#abort.signal
  }
}
