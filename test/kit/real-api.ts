/** The real server on a memory store, in this process, allowing everybody everything; with ports to it as child processes have them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { Client, Port } from '../../core/client/index.js'
import { servePort } from '../../core/funnel/index.js'
import { Authority } from '../../core/http/index.js'
import { portCarrier, silentLog, systemClock, systemRandom } from '../../core/kit/index.js'
import { type Server, startServer } from '../../core/server.js'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
import { legacyBinding, podBinding } from '../../plugins/subresource/binding.js'

export class RealApi {
  readonly server: Server
  /** Of a person. */
  readonly client: Client
  readonly #folder: string
  readonly #ports: Port[] = []

  private constructor(server: Server, folder: string) {
    this.server = server
    this.#folder = folder
    this.client = this.port().clientOf('person')
  }

  static async start(): Promise<RealApi> {
    const folder = mkdtempSync(join(tmpdir(), 'operon-api-'))
    const world = { clock: systemClock, random: systemRandom, log: silentLog }
    const authority = new Authority(join(folder, 'pki'), world)
    const server = await startServer({
      storage: new MemoryStorage(),
      definitions: new URL('../../crds/generated/', import.meta.url),
      ...{ host: '127.0.0.1', port: 0, authority },
      serving: authority.ensure('server', { commonName: 'api', usage: 'server', names: ['127.0.0.1'] }),
      plugins: {
        kinds: [],
        conversions: [],
        kept: [],
        later: [],
        tellers: () => [],
        subresources: [podBinding, legacyBinding],
        admission: [],
        authenticators: () => [],
        authorizers: () => [{ name: 'all', authorize: () => ({ verdict: 'allow' }) }],
        authViews: [],
        documents: [],
        objects: [],
        tables: () => {
          throw new Error('this server makes no tables')
        },
      },
      unanswered: () => false,
      version: {},
      ...world,
    })
    return new RealApi(server, folder)
  }

  /** A new port: what a child process would hold. `clientOf` gives a client under one of its identities. */
  port(): { readonly port: Port; readonly clientOf: (name: string) => Client } {
    const { port1, port2 } = new MessageChannel()
    servePort(portCarrier(port1), {
      funnel: this.server.funnel,
      userOf: (as) => ({ username: `system:operator:${as}`, groups: ['system:authenticated'] }),
    })
    const port = new Port(portCarrier(port2))
    this.#ports.push(port)
    return { port, clientOf: (name) => new Client(port.transport(name), { userAgent: name }) }
  }

  async close(): Promise<void> {
    for (const port of this.#ports) port.close()
    await this.server.close()
    rmSync(this.#folder, { recursive: true })
  }
}
