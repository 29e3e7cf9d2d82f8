/** A server in this process on a free port, with the memory store and every plugin of this build; requests over real https under any identity, and kubectl. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Access } from '../../core/main/access.js'
import { frontProxyKeys } from '../../core/main/front-proxy.js'
import { serverPlugins } from '../../core/main/plugins.js'
import type { ServiceSettings } from '../../core/main/service-settings.js'
import { versionInfo } from '../../core/main/version.js'
import { Authority, kubeconfigText, writeKubeconfig } from '../../core/http/index.js'
import { silentLog, systemClock, systemRandom } from '../../core/kit/index.js'
import { type Server, type ServerPlugins, startServer } from '../../core/server.js'
import type { Storage } from '../../core/storage/index.js'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
import type { Output } from './cluster.js'

export interface Asked {
  readonly method?: string
  /** Strings and bytes are sent as they are, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
}

export interface Told {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly bytes: Buffer
  /** The body as UTF-8. */
  readonly text: string
  /** The body as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any
}

/** Somebody who asks: admin, nobody, a certificate's user, or whoever holds a token. */
export interface Asker {
  ask(path: string, asked?: Asked): Promise<Told>
  /** The answer's head and the lines of its body as they come; `end` hangs up. */
  follow(path: string, asked?: Asked): Promise<Followed>
}

export interface Followed {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** The next line as JSON; undefined at the end. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
  next(): Promise<any>
  end(): void
}

const world = { clock: systemClock, random: systemRandom, log: silentLog }

export class TestServer implements Asker {
  readonly server: Server
  readonly authority: Authority
  readonly folder: string
  readonly address: string
  /** Path of the admin kubeconfig. */
  readonly kubeconfig: string
  readonly #admin: Asker
  readonly #agents: Agent[] = []

  private constructor(server: Server, authority: Authority, folder: string) {
    this.server = server
    this.authority = authority
    this.folder = folder
    this.address = `https://127.0.0.1:${server.port}`
    this.kubeconfig = join(folder, 'kubeconfig')
    const client = authority.issue({ commonName: 'admin', organizations: ['system:masters'], usage: 'client' })
    const certificateAuthority = authority.certificate
    const text = kubeconfigText({ server: this.address, context: 'operon', certificateAuthority, client })
    writeKubeconfig(this.kubeconfig, text)
    this.#admin = this.user('admin', 'system:masters')
  }

  /** `plugins`: what becomes of this build's lists. */
  static async start(
    options: {
      readonly storage?: Storage
      readonly plugins?: (all: ServerPlugins) => ServerPlugins
      readonly services?: Omit<ServiceSettings, 'apiAddress'>
      /** `here`: in turns of the API's thread, instead of one of their own; or in one that runs this module. */
      readonly heavyWrites?: 'here' | URL
      readonly audiences?: readonly string[]
    } = {},
  ): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'operon-server-'))
    const authority = new Authority(join(folder, 'pki'), world)
    const access = new Access({ ...world, tokenKey: authority.ensureKey('sa'), audiences: options.audiences })
    const nodeClient = authority.ensure('kubelet-client', {
      commonName: 'kube-apiserver-kubelet-client',
      usage: 'client',
    })
    const nodes = { ...nodeClient, authorities: authority.certificate, clock: systemClock }
    const { services, heavyWrites = new URL('../../core/main/heavy-thread.js', import.meta.url) } = options
    const frontProxy = frontProxyKeys(join(folder, 'pki'), world)
    const all = serverPlugins(world, { access, nodes, frontProxy, ...(services && { services }) })
    const server = await startServer({
      storage: options.storage ?? new MemoryStorage(),
      definitions: new URL('../../crds/generated/', import.meta.url),
      host: '127.0.0.1',
      port: 0,
      authority,
      serving: authority.ensure('server', { commonName: 'api', usage: 'server', names: ['127.0.0.1', 'localhost'] }),
      plugins: options.plugins?.(all) ?? all,
      unanswered: () => false,
      version: versionInfo(systemClock.now()),
      ...(heavyWrites === 'here' ? {} : { heavyThread: heavyWrites }),
      expressionThread: new URL('../../core/main/expression-thread.js', import.meta.url),
      ...world,
    })
    await server.settled
    return new TestServer(server, authority, folder)
  }

  /** As the admin. */
  ask(path: string, asked?: Asked): Promise<Told> {
    return this.#admin.ask(path, asked)
  }

  /** As the admin. */
  follow(path: string, asked?: Asked): Promise<Followed> {
    return this.#admin.follow(path, asked)
  }

  /** A client certificate's owner. */
  user(name: string, ...groups: string[]): Asker {
    const { certificate, key } = this.authority.issue({ commonName: name, organizations: groups, usage: 'client' })
    return this.#asker(new Agent({ keepAlive: true, ca: this.authority.certificate, cert: certificate, key }), {})
  }

  /** Whoever holds the token; '' for nobody. */
  bearer(token: string): Asker {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
    return this.#asker(new Agent({ keepAlive: true, ca: this.authority.certificate }), headers)
  }

  /** kubectl (or the program of another version) as the admin, with something on its standard input when given. */
  kubectl(words: readonly string[], input = '', program = 'kubectl'): Promise<Output> {
    const base = ['--kubeconfig', this.kubeconfig, '--cache-dir', join(this.folder, `${basename(program)}-cache`)]
    const child = spawn(program, [...base, ...words], { stdio: ['pipe', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.on('data', (piece) => (out += piece))
    child.stderr.on('data', (piece) => (err += piece))
    child.stdin.end(input)
    return new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve({ code, out, err }))
    })
  }

  /** kubectl that must succeed; answers what it printed. */
  async must(...words: string[]): Promise<string> {
    const { code, out, err } = await this.kubectl(words)
    if (code !== 0) throw new Error(`kubectl ${words.join(' ')} failed with ${code}: ${err}${out}`)
    return out
  }

  async stop(): Promise<void> {
    for (const agent of this.#agents) agent.destroy()
    await this.server.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  #asker(agent: Agent, own: Readonly<Record<string, string>>): Asker {
    this.#agents.push(agent)
    const open = (path: string, asked: Asked = {}) => this.#open(path, { ...asked, agent, own })
    return {
      async ask(path, asked) {
        const answer = await open(path, asked)
        const pieces: Buffer[] = []
        for await (const piece of answer) pieces.push(piece as Buffer)
        const bytes = Buffer.concat(pieces)
        const { headers, statusCode: status = 0 } = answer
        return {
          status,
          headers,
          bytes,
          get text() {
            return bytes.toString('utf8')
          },
          get json() {
            return JSON.parse(bytes.toString('utf8'))
          },
        }
      },
      async follow(path, asked) {
        const answer = await open(path, asked)
        const lines = linesOf(answer)
        const next = async () => {
          const { value, done } = await lines.next()
          return done ? undefined : JSON.parse(value as string)
        }
        const { headers, statusCode: status = 0 } = answer
        return { status, headers, next, end: () => void answer.destroy() }
      },
    }
  }

  #open(
    path: string,
    { method = 'GET', body, headers, agent, own }: Asked & { readonly agent: Agent; readonly own: object },
  ): Promise<IncomingMessage> {
    const bytes =
      body === undefined
        ? undefined
        : typeof body === 'string' || body instanceof Uint8Array
          ? body
          : JSON.stringify(body)
    const typed =
      bytes === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(bytes) }
    return new Promise((resolve, reject) => {
      const place = { host: '127.0.0.1', port: this.server.port, path, method, agent }
      const call = request({ ...place, headers: { ...typed, ...own, ...headers } }, resolve)
      call.once('error', reject)
      call.end(bytes)
    })
  }
}

async function* linesOf(answer: IncomingMessage): AsyncGenerator<string> {
  let rest = ''
  answer.setEncoding('utf8')
  try {
    for await (const piece of answer) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop()!
      yield* lines.filter((line) => line !== '')
    }
  } catch {
    // Hung up.
  }
  if (rest) yield rest
}
