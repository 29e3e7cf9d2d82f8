/** The kubelet's own HTTPS server. Only the API's client certificate gets in. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Server, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import type { Log } from '../../../core/kit/index.js'
import { HttpError } from './http-error.js'

export interface ServerSettings {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** PEM. */
  readonly certificate: string
  readonly key: string
  /** PEM of the authorities that sign the API's client certificate. */
  readonly clientAuthorities: string
  /** Common names of certificates that get in. */
  readonly clientNames: readonly string[]
}

export interface ServerRoutes {
  /** Throws an HttpError to refuse. */
  answer(url: URL, response: ServerResponse, signal: AbortSignal): Promise<void>
  /** Takes the socket over, or throws an HttpError before anything is written. */
  upgrade(url: URL, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>
}

/** A command to be executed stands in the address: as long as the API takes them. */
const maxHeaderSize = 1024 * 1024

export class KubeletServer {
  readonly #server: Server
  readonly #settings: ServerSettings
  readonly #routes: ServerRoutes
  readonly #log: Log
  readonly #sockets = new Set<Duplex>()

  constructor(settings: ServerSettings, routes: ServerRoutes, log: Log) {
    this.#settings = settings
    this.#routes = routes
    this.#log = log
    const { certificate: cert, key, clientAuthorities: ca } = settings
    const tls = { cert, key, ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const
    this.#server = createServer({ ...tls, maxHeaderSize }, (request, response) => void this.#answer(request, response))
    this.#server.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head))
    this.#server.on('secureConnection', (socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
  }

  /** Resolves to the port it listens at. */
  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#settings.port, this.#settings.host, () => {
        this.#server.off('error', reject)
        resolve((this.#server.address() as AddressInfo).port)
      })
    })
  }

  /** Ends every connection. */
  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    try {
      this.#admit(request)
      await this.#routes.answer(new URL(request.url ?? '/', 'https://kubelet'), response, gone.signal)
    } catch (error) {
      const { status, message } = this.#refusal(error, request)
      if (response.headersSent) response.destroy()
      else response.writeHead(status, { 'content-type': 'text/plain' }).end(message)
    }
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    try {
      this.#admit(request)
      await this.#routes.upgrade(new URL(request.url ?? '/', 'https://kubelet'), request, socket, head)
    } catch (error) {
      const { status, message } = this.#refusal(error, request)
      const length = Buffer.byteLength(message)
      socket.end(
        `HTTP/1.1 ${status} Refused\r\ncontent-type: text/plain\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${message}`,
      )
    }
  }

  #admit(request: IncomingMessage): void {
    const name = (request.socket as TLSSocket).getPeerCertificate().subject?.CN
    if (!name || !this.#settings.clientNames.includes(String(name))) throw new HttpError(403, 'Forbidden')
  }

  #refusal(error: unknown, request: IncomingMessage): { readonly status: number; readonly message: string } {
    if (error instanceof HttpError) return { status: error.status, message: error.message }
    this.#log.error('request failed', { url: request.url?.split('?')[0], error })
    return { status: 500, message: error instanceof Error ? error.message : String(error) }
  }
}
