/** The embedded container runtime: Linux namespaces and cgroups through util-linux and the kernel, no container engine. */
import { realpathSync } from 'node:fs'
import type { Duplex } from 'node:stream'
import { sleep } from '../../../core/kit/index.js'
import {
  type AttachOptions,
  type Container,
  type ContainerConfig,
  type ContainerRuntime,
  type ContainerStats,
  type ExecOptions,
  type ExecSession,
  type Image,
  RuntimeError,
  type RuntimeEvent,
  type RuntimeStatus,
  type Sandbox,
  type SandboxConfig,
} from '../contract.js'
import { Cgroups } from './cgroup/cgroups.js'
import { readUsage } from './cgroup/usage.js'
import { Containers } from './container/containers.js'
import { groupOf } from './container/create.js'
import { attachTo } from './exec/attach.js'
import { execIn } from './exec/exec.js'
import { forwardTo } from './forward/forward.js'
import type { Host } from './host/host.js'
import { mountOf } from './host/mount-table.js'
import { canMountOverlay } from './host/overlay.js'
import { bootId } from './host/process-identity.js'
import { findTools } from './host/tools.js'
import type { ProcessRuntimeOptions } from './options.js'
import { Images } from './image/images.js'
import type { PullOptions } from './image/pull.js'
import { PodNetwork } from './sandbox/pod-network.js'
import { Sandboxes } from './sandbox/sandboxes.js'
import { giveUpOwnership, takeOwnership } from './state/owner.js'
import { openPaths } from './state/paths.js'

/** Opens the data directory and adopts what runs there. */
export async function openProcessRuntime(options: ProcessRuntimeOptions): Promise<ContainerRuntime> {
  const { tools, missing } = findTools()
  const isRoot = process.getuid?.() === 0
  const paths = openPaths(options.dataDir)
  takeOwnership(paths)
  const host: Host = {
    isRoot,
    tools,
    bootId: bootId(),
    paths,
    shellMounts: isRoot && missing.length === 0 ? [mountOf(realpathSync(tools.sh))?.target ?? '/'] : [],
    cgroups: Cgroups.open(`operon/${options.nodeName}-${paths.mark}`),
    hasOverlay:
      options.overlay !== 'never' && missing.length === 0 && (await canMountOverlay(tools, paths.runtime, isRoot)),
    clock: options.clock,
    random: options.random,
    log: options.log,
  }
  let network: PodNetwork | undefined
  let networkProblem = ''
  if (!isRoot) networkProblem = "pods share the host's network: a network for each pod needs root"
  else if (!tools.ip) networkProblem = "pods share the host's network: ip (iproute2) is not installed"
  else {
    try {
      const { bridge, podCidr: cidr } = options
      const made = new PodNetwork({
        tools: { ...tools, ip: tools.ip },
        mark: paths.mark,
        dataDir: paths.dataDir,
        cidr,
        ...(bridge === undefined ? {} : { bridge }),
      })
      await made.open()
      network = made
    } catch (error) {
      networkProblem = `pods share the host's network: ${(error as Error).message}`
    }
  }
  const runtime = new ProcessRuntime(host, { version: options.version ?? '0.1.0', missing, network, networkProblem })
  await runtime.adopt()
  return runtime
}

/** The shims of containers that were stopped just now take a moment to end. */
const attemptsToClear = 20

interface Findings {
  readonly version: string
  readonly missing: readonly string[]
  readonly network: PodNetwork | undefined
  readonly networkProblem: string
}

class ProcessRuntime implements ContainerRuntime {
  readonly name = 'operon'
  readonly version: string
  readonly #host: Host
  readonly #findings: Findings
  readonly #sandboxes: Sandboxes
  readonly #containers: Containers
  readonly #images: Images

  constructor(host: Host, findings: Findings) {
    this.#host = host
    this.version = findings.version
    this.#findings = findings
    this.#sandboxes = new Sandboxes(host, findings.network)
    this.#containers = new Containers(host)
    this.#images = new Images(host.paths.images)
  }

  /** Takes over what an earlier process left. */
  async adopt(): Promise<void> {
    await this.#containers.adopt(await this.#sandboxes.adopt())
  }

  async status(): Promise<RuntimeStatus> {
    const { missing, network, networkProblem } = this.#findings
    return {
      conditions: [
        missing.length
          ? {
              type: 'RuntimeReady',
              status: false,
              reason: 'ToolsMissing',
              message: `not found on this machine: ${missing.join(', ')}`,
            }
          : { type: 'RuntimeReady', status: true, reason: 'Ready', message: 'the embedded runtime is ready' },
        {
          type: 'NetworkReady',
          status: true,
          reason: network ? 'PodNetwork' : 'HostNetwork',
          message: networkProblem || network?.warning || 'each pod has its own network',
        },
      ],
      lacks: [
        ...(this.#host.cgroups?.isWhole ? [] : (['limits'] as const)),
        ...(network ? [] : (['podNetwork'] as const)),
        ...(network && !network.hostPorts ? (['hostPorts'] as const) : []),
        ...(this.#host.hasOverlay ? [] : (['overlay'] as const)),
        ...(this.#host.isRoot ? [] : (['users'] as const)),
      ],
    }
  }

  async runPodSandbox(config: SandboxConfig): Promise<string> {
    const { missing } = this.#findings
    if (missing.length) throw new RuntimeError('RunPodSandboxError', `not found on this machine: ${missing.join(', ')}`)
    if (config.pid === 'host' && !this.#host.isRoot) {
      throw new RuntimeError('RunPodSandboxError', "the host's processes (hostPID) are for nodes that run as root")
    }
    return this.#sandboxes.run(config)
  }

  async stopPodSandbox(id: string): Promise<void> {
    await Promise.all(this.#inSandbox(id).map((one) => this.#containers.stop(one, 0)))
    await this.#sandboxes.stop(id)
  }

  async removePodSandbox(id: string): Promise<void> {
    await this.stopPodSandbox(id)
    await Promise.all(this.#inSandbox(id).map((one) => this.#containers.remove(one)))
    await this.#sandboxes.remove(id)
  }

  async listPodSandboxes(): Promise<readonly Sandbox[]> {
    return this.#sandboxes.list()
  }

  async createContainer(sandboxId: string, config: ContainerConfig): Promise<string> {
    const sandbox = this.#sandboxes.get(sandboxId)
    if (!this.#sandboxes.isReady(sandbox))
      throw new RuntimeError('CreateContainerError', `pod sandbox ${sandboxId} is not ready`)
    return this.#containers.create(
      sandbox,
      this.#sandboxes.folderOf(sandboxId),
      config,
      this.#images.root(config.image),
    )
  }

  startContainer(id: string): Promise<void> {
    return this.#containers.start(id)
  }

  stopContainer(id: string, graceSeconds: number): Promise<void> {
    return this.#containers.stop(id, graceSeconds)
  }

  removeContainer(id: string): Promise<void> {
    return this.#containers.remove(id)
  }

  async updateContainer(id: string, resources: ContainerConfig['resources']): Promise<void> {
    this.#containers.update(id, resources)
  }

  async listContainers(): Promise<readonly Container[]> {
    return this.#containers.list().map((container) => container.describe())
  }

  subscribe(listener: (event: RuntimeEvent) => void): () => void {
    return this.#containers.subscribe(listener)
  }

  exec(id: string, options: ExecOptions): Promise<ExecSession> {
    return execIn(this.#host, this.#containers.get(id), options)
  }

  async attach(id: string, options: AttachOptions): Promise<ExecSession> {
    return attachTo(this.#host, this.#containers.get(id), options)
  }

  async portForward(sandboxId: string, port: number): Promise<Duplex> {
    return forwardTo(this.#host, this.#sandboxes.get(sandboxId), port)
  }

  pullImage(reference: string, options: PullOptions): Promise<string> {
    return this.#images.pull(reference, options)
  }

  async imageStatus(reference: string): Promise<Image | undefined> {
    return this.#images.status(reference)
  }

  async listImages(): Promise<readonly Image[]> {
    return this.#images.list()
  }

  /** Refused while a container is made from it. */
  async removeImage(reference: string): Promise<void> {
    const image = this.#images.status(reference)
    const user = image && this.#containers.list().find((one) => one.record.imageId === image.id)
    if (user) throw new RuntimeError('ImageInUse', `the image ${reference} is in use by container ${user.record.id}`)
    await this.#images.remove(reference)
  }

  async stats(id: string): Promise<ContainerStats | undefined> {
    const container = this.#containers.find(id)
    const { cgroups, clock } = this.#host
    return container && cgroups && readUsage(cgroups, groupOf(container.record), clock.now())
  }

  /** Lets go of what runs; where nothing does, the bridge, the table and the groups go too. */
  async close(): Promise<void> {
    await this.#containers.close()
    if (this.#sandboxes.isQuiet) await this.#clear()
    giveUpOwnership(this.#host.paths)
  }

  async #clear(): Promise<void> {
    const { cgroups, clock } = this.#host
    await this.#findings.network?.close()
    for (let attempt = 0; cgroups && attempt < attemptsToClear && !cgroups.remove(''); attempt++) await sleep(clock, 50)
  }

  #inSandbox(id: string): string[] {
    return this.#containers.list().flatMap((one) => (one.record.sandboxId === id ? [one.record.id] : []))
  }
}
