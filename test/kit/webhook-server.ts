/** A webhook of admission for tests: https on a free port of this machine, under a certificate of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Authority } from '../../core/http/index.js'
import { systemClock, systemRandom } from '../../core/kit/index.js'

// biome-ignore lint/suspicious/noExplicitAny: tests look into reviews of every shape
export type Review = any

/** What is answered to a review's request: members of its response, and as `http` code and headers of the answer itself; a promise may wait. */
export type Answering = (request: Review, path: string) => object | Promise<object>

export class WebhookServer {
  readonly #server: Server
  readonly #folder: string
  readonly caBundle: string
  /** The requests of all reviews, in the order in which they came. */
  readonly asked: Review[] = []

  private constructor(server: Server, folder: string, certificate: string) {
    this.#server = server
    this.#folder = folder
    this.caBundle = Buffer.from(certificate).toString('base64')
  }

  /** `names`: for which its certificate is good, besides 127.0.0.1. */
  static async start(answering: Answering, names: readonly string[] = []): Promise<WebhookServer> {
    const folder = mkdtempSync(join(tmpdir(), 'operon-webhook-'))
    const authority = new Authority(join(folder, 'pki'), { clock: systemClock, random: systemRandom })
    const request = { commonName: 'webhook', usage: 'server', names: ['127.0.0.1', ...names] } as const
    const { certificate, key } = authority.issue(request)
    const server = createServer({ cert: certificate, key })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const hooks = new WebhookServer(server, folder, authority.certificate)
    server.on('request', async (call, response) => {
      const pieces: Buffer[] = []
      for await (const piece of call) pieces.push(piece as Buffer)
      const { apiVersion, kind, request: asked } = JSON.parse(Buffer.concat(pieces).toString())
      hooks.asked.push(asked)
      const { http, ...answer } = (await answering(asked, call.url ?? '')) as {
        readonly http?: { readonly code?: number; readonly headers?: Readonly<Record<string, string>> }
      }
      response.writeHead(http?.code ?? 200, { 'content-type': 'application/json', ...http?.headers })
      response.end(JSON.stringify({ apiVersion, kind, response: { uid: asked.uid, ...answer } }))
    })
    return hooks
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  /** A clientConfig that leads here. */
  config(path = '/'): object {
    return { url: `https://127.0.0.1:${this.port}${path}`, caBundle: this.caBundle }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** The base64 of a JSON patch, as responses carry it. */
export const patchOf = (...operations: readonly object[]): object => ({
  patchType: 'JSONPatch',
  patch: Buffer.from(JSON.stringify(operations)).toString('base64'),
})
