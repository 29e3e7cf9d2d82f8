/** An API server and one kubelet in this process, on a runtime of the test's choice; kubectl beside them. No scheduler: pods name their node. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Client, networkTransport } from '../../core/client/index.js'
import { Authority, kubeconfigText, writeKubeconfig } from '../../core/http/index.js'
import { type Log, silentLog, systemClock, systemRandom } from '../../core/kit/index.js'
import { Access } from '../../core/main/access.js'
import { serverPlugins } from '../../core/main/plugins.js'
import { versionInfo } from '../../core/main/version.js'
import { Manager } from '../../core/runtime/index.js'
import { type Server, startServer } from '../../core/server.js'
import { type KubeletOperator, kubelet } from '../../operators/kubelet/index.js'
import type { ContainerRuntime } from '../../plugins/runtime/contract.js'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
import { legacyBinding, podBinding } from '../../plugins/subresource/binding.js'
import { podLog } from '../../plugins/subresource/log.js'
import { NodeLink } from '../../plugins/subresource/node-link.js'
import { podPortForward } from '../../plugins/subresource/portforward.js'
import { podAttach, podExec } from '../../plugins/subresource/remote-command.js'

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

export interface Output {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface NodeWorldOptions {
  readonly runtime: ContainerRuntime
  readonly log?: Log
  /** An address of this machine that pods reach. */
  readonly address?: string
}

export class NodeWorld {
  readonly folder: string
  readonly kubeconfig: string
  readonly client: Client
  readonly server: Server
  readonly authority: Authority
  readonly #options: NodeWorldOptions
  #manager: Manager | undefined
  node: KubeletOperator | undefined

  private constructor(parts: { folder: string; server: Server; authority: Authority; options: NodeWorldOptions }) {
    this.folder = parts.folder
    this.server = parts.server
    this.authority = parts.authority
    this.#options = parts.options
    this.kubeconfig = join(parts.folder, 'kubeconfig')
    this.client = this.clientAs('operon-admin', 'system:masters')
  }

  static async start(options: NodeWorldOptions): Promise<NodeWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'operon-node-'))
    const world = { clock: systemClock, random: systemRandom }
    const authority = new Authority(join(folder, 'pki'), world)
    const address = options.address ?? '127.0.0.1'
    const serving = authority.issue({
      commonName: 'operon-api',
      usage: 'serverAndClient',
      names: ['127.0.0.1', address],
    })
    const api = authority.issue({ commonName: 'operon-api-kubelet-client', usage: 'client' })
    const link = new NodeLink({ ...api, authorities: authority.certificate, clock: systemClock })
    const access = new Access({ ...world, tokenKey: authority.ensureKey('sa') })
    const parts = { access, nodes: { ...api, authorities: authority.certificate, clock: systemClock } }
    const base = serverPlugins(world, parts)
    const subresources = [podBinding, legacyBinding, podLog(link), podExec(link), podAttach(link), podPortForward(link)]
    const own = new Set(subresources.map(({ plural, subresource }) => `${plural}/${subresource}`))
    const others = base.subresources.filter(({ plural, subresource }) => !own.has(`${plural}/${subresource}`))
    const server = await startServer({
      storage: new MemoryStorage(),
      definitions: pathToFileURL(`${join(root, 'crds', 'generated')}/`),
      host: address === '127.0.0.1' ? address : '0.0.0.0',
      port: 0,
      authority,
      serving,
      plugins: { ...base, subresources: [...others, ...subresources] },
      unanswered: () => false,
      version: versionInfo(systemClock.now()),
      log: options.log ?? silentLog,
      ...world,
    })
    const made = new NodeWorld({ folder, server, authority, options })
    const client = authority.issue({ commonName: 'operon-admin', organizations: ['system:masters'], usage: 'client' })
    const url = `https://127.0.0.1:${server.port}`
    const text = kubeconfigText({ server: url, context: 'operon', certificateAuthority: authority.certificate, client })
    writeKubeconfig(made.kubeconfig, text)
    for (const name of ['default', 'kube-system', 'kube-node-lease']) await made.ensureNamespace(name)
    await made.startKubelet()
    return made
  }

  clientAs(commonName: string, ...organizations: string[]): Client {
    const pair = this.authority.issue({ commonName, organizations, usage: 'client' })
    const transport = networkTransport({
      server: `https://127.0.0.1:${this.server.port}`,
      certificateAuthority: this.authority.certificate,
      clientCertificate: pair.certificate,
      clientKey: pair.key,
    })
    return new Client(transport, { userAgent: commonName })
  }

  async startKubelet(): Promise<void> {
    const { runtime, log = silentLog, address = '127.0.0.1' } = this.#options
    const pair = this.authority.issue({ commonName: 'system:node:node-1', usage: 'server', names: [address] })
    this.node = kubelet({
      nodeName: 'node-1',
      rootDirectory: join(this.folder, 'kubelet'),
      logRoot: join(this.folder, 'logs'),
      addresses: [address],
      apiServer: { host: address, port: this.server.port },
      clusterDomain: 'cluster.local',
      runtime,
      version: 'v1.36.0+operon',
      server: {
        host: address,
        port: 0,
        ...pair,
        clientAuthorities: this.authority.certificate,
        clientNames: ['operon-api-kubelet-client'],
      },
    })
    const client = this.clientAs('system:operator:kubelet', 'system:nodes')
    this.#manager = new Manager({ clientOf: () => client, clock: systemClock, random: systemRandom, log })
    this.#manager.start(this.node.operator)
    await this.until('the node is registered', async () => {
      const nodes = await this.client.list({
        group: '',
        version: 'v1',
        kind: 'Node',
        plural: 'nodes',
        namespaced: false,
      })
      return nodes.items.length > 0
    })
  }

  /** Pods go on. */
  async stopKubelet(): Promise<void> {
    await this.#manager?.close()
  }

  async close(): Promise<void> {
    await this.node?.stopAll({ mostGraceSeconds: 2 })
    await this.stopKubelet()
    await this.client.close()
    await this.server.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async ensureNamespace(name: string): Promise<void> {
    const unlessThere = (error: { reason?: string }) => {
      if (error.reason !== 'AlreadyExists') throw error
    }
    const namespaces = { group: '', version: 'v1', kind: 'Namespace', plural: 'namespaces', namespaced: false }
    const configMaps = { group: '', version: 'v1', kind: 'ConfigMap', plural: 'configmaps', namespaced: true }
    await this.client.create(namespaces, { metadata: { name } }).catch(unlessThere)
    const data = { 'ca.crt': this.authority.certificate }
    await this.client
      .create(configMaps, { metadata: { name: 'kube-root-ca.crt', namespace: name }, data })
      .catch(unlessThere)
  }

  /** kubectl in the background, for what goes on until it is ended. */
  spawn(words: readonly string[], environment: Record<string, string> = {}): ChildProcess {
    const flags = ['--kubeconfig', this.kubeconfig, '--cache-dir', join(this.folder, 'kubectl-cache')]
    return spawn('kubectl', [...flags, ...words], { env: { ...process.env, ...environment } })
  }

  kubectl(words: readonly string[], input?: string): Promise<Output> {
    return finished(this.spawn(words), input)
  }

  async must(words: readonly string[], input?: string): Promise<string> {
    const { code, out, err } = await this.kubectl(words, input)
    if (code !== 0) throw new Error(`kubectl ${words.join(' ')} failed with ${code}: ${err}${out}`)
    return out
  }

  /** Asks again until it is so; gives up with `what` after half a minute. */
  async until(what: string, isSo: () => Promise<boolean>, seconds = 30): Promise<void> {
    const end = Date.now() + seconds * 1000
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** The pod's line in `kubectl get pods`: `READY STATUS RESTARTS`. */
  async phaseOf(name: string): Promise<string> {
    const path =
      'jsonpath={.status.phase} {.status.containerStatuses[*].ready} {.status.containerStatuses[*].restartCount}'
    return (await this.kubectl(['get', 'pod', name, '-o', path])).out
  }
}

export function finished(child: ChildProcess, input?: string): Promise<Output> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk) => (out += chunk))
  child.stderr?.on('data', (chunk) => (err += chunk))
  child.stdin?.end(input)
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })))
}
