/** The fake runtime: sandboxes and containers that are only records in memory. For tests and for nodes by the thousand. */
import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Duplex, PassThrough } from 'node:stream'
import { type Clock, type Random, type Timer, systemRandom } from '../../../core/kit/index.js'
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
import type { Behaviour, FakeLife } from './life.js'
import { fakeEcho, fakeExec } from './session.js'

export type { Behaviour } from './life.js'

export interface FakeOptions {
  readonly clock: Clock
  readonly random?: Random
  /** First two numbers of the pods' addresses; 10.88 when left out. */
  readonly network?: string
  /** False: pods share the host's network, as on a machine that can give them none. */
  readonly hasPodNetwork?: boolean
  /** Left out: every container runs until it is stopped. */
  readonly behaviour?: Behaviour
  /** Which references can be pulled; left out: all. */
  readonly hasImage?: (reference: string) => boolean
}

interface Life {
  record: Container
  readonly life: FakeLife
  timer: Timer | undefined
}

export class FakeRuntime implements ContainerRuntime {
  readonly name = 'fake'
  readonly version = '1.0.0'
  readonly #options: FakeOptions
  readonly #random: Random
  readonly #sandboxes = new Map<string, Sandbox>()
  readonly #containers = new Map<string, Life>()
  readonly #images = new Map<string, Image>()
  readonly #listeners = new Set<(event: RuntimeEvent) => void>()
  #addresses = 1

  constructor(options: FakeOptions) {
    this.#options = options
    this.#random = options.random ?? systemRandom
  }

  async status(): Promise<RuntimeStatus> {
    const ready = { status: true, reason: '', message: '' }
    return {
      conditions: [
        { type: 'RuntimeReady', ...ready },
        { type: 'NetworkReady', ...ready },
      ],
      lacks: this.#options.hasPodNetwork === false ? ['podNetwork'] : [],
    }
  }

  async runPodSandbox(config: SandboxConfig): Promise<string> {
    for (const sandbox of this.#sandboxes.values()) {
      if (sandbox.config.uid === config.uid && sandbox.config.attempt === config.attempt) return sandbox.id
    }
    const id = this.#newId()
    const createdAtMs = this.#options.clock.now()
    const ips = this.#addressesFor(config)
    this.#sandboxes.set(id, { id, config, state: 'ready', ips, createdAtMs })
    return id
  }

  #addressesFor({ network }: SandboxConfig): string[] {
    if (this.#options.hasPodNetwork === false) return []
    return network === 'host' ? ['127.0.0.1'] : [this.#newAddress()]
  }

  async stopPodSandbox(id: string): Promise<void> {
    const sandbox = this.#sandboxes.get(id)
    if (!sandbox) return
    for (const one of this.#containers.values()) if (one.record.sandboxId === id) this.#end(one, 137)
    this.#sandboxes.set(id, { ...sandbox, state: 'notReady', ips: [] })
  }

  async removePodSandbox(id: string): Promise<void> {
    await this.stopPodSandbox(id)
    for (const one of this.#containers.values()) if (one.record.sandboxId === id) this.#containers.delete(one.record.id)
    this.#sandboxes.delete(id)
  }

  async listPodSandboxes(): Promise<readonly Sandbox[]> {
    return [...this.#sandboxes.values()]
  }

  async createContainer(sandboxId: string, config: ContainerConfig): Promise<string> {
    if (this.#sandboxes.get(sandboxId)?.state !== 'ready') {
      throw new RuntimeError('CreateContainerError', `sandbox "${sandboxId}" is not ready`)
    }
    const image = this.#images.get(config.image)
    if (!image) throw new RuntimeError('CreateContainerError', `image "${config.image}" is not here`)
    const id = this.#newId()
    const createdAtMs = this.#options.clock.now()
    const record: Container = { id, sandboxId, config, imageId: image.id, state: 'created', createdAtMs }
    this.#containers.set(id, { record, life: this.#options.behaviour?.(config) ?? {}, timer: undefined })
    return id
  }

  async startContainer(id: string): Promise<void> {
    const one = this.#get(id)
    if (one.record.state !== 'created') throw new RuntimeError('StartError', `container "${id}" is ${one.record.state}`)
    const { startError, runsMs, exitCode } = one.life
    if (startError) {
      this.#end(one, 128, { reason: 'StartError', message: startError })
      throw new RuntimeError('StartError', startError)
    }
    one.record = { ...one.record, state: 'running', startedAtMs: this.#options.clock.now() }
    this.#print(one)
    this.#tell('started', one.record)
    if (runsMs !== undefined) one.timer = this.#options.clock.after(runsMs, () => this.#end(one, exitCode ?? 0))
  }

  stopContainer(id: string, graceSeconds: number): Promise<void> {
    const one = this.#containers.get(id)
    if (one?.record.state !== 'running') return Promise.resolve()
    if (!one.life.ignoresStop) {
      this.#end(one, 143)
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      this.#options.clock.after(graceSeconds * 1000, () => {
        this.#end(one, 137)
        resolve()
      })
    })
  }

  async removeContainer(id: string): Promise<void> {
    const one = this.#containers.get(id)
    if (!one) return
    this.#end(one, 137)
    this.#containers.delete(id)
    this.#tell('removed', one.record)
  }

  async updateContainer(id: string, resources: ContainerConfig['resources']): Promise<void> {
    const one = this.#running(id)
    const { config } = one.record
    one.record = { ...one.record, config: { ...config, resources: { ...config.resources, ...resources } } }
  }

  async listContainers(): Promise<readonly Container[]> {
    return Array.from(this.#containers.values(), ({ record }) => record)
  }

  subscribe(listener: (event: RuntimeEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async exec(id: string, options: ExecOptions): Promise<ExecSession> {
    return fakeExec(this.#running(id).life, options)
  }

  async attach(id: string, options: AttachOptions): Promise<ExecSession> {
    this.#running(id)
    return fakeEcho(options)
  }

  /** The stream sends back what it is sent. */
  async portForward(sandboxId: string, port: number): Promise<Duplex> {
    if (this.#sandboxes.get(sandboxId)?.state !== 'ready') throw new Error(`no sandbox to reach port ${port} in`)
    return new PassThrough()
  }

  async pullImage(reference: string): Promise<string> {
    refuseBadReference(reference)
    if (this.#options.hasImage && !this.#options.hasImage(reference)) {
      throw new RuntimeError('ErrImagePull', `failed to resolve reference "${reference}": not found`)
    }
    const id = `sha256:${createHash('sha256').update(reference).digest('hex')}`
    this.#images.set(reference, { id, tags: [reference], digests: [], sizeBytes: 0, user: '' })
    return id
  }

  async imageStatus(reference: string): Promise<Image | undefined> {
    refuseBadReference(reference)
    return this.#images.get(reference)
  }

  async listImages(): Promise<readonly Image[]> {
    return [...this.#images.values()]
  }

  async removeImage(reference: string): Promise<void> {
    this.#images.delete(reference)
  }

  async stats(id: string): Promise<ContainerStats | undefined> {
    const running = this.#containers.get(id)?.record.state === 'running'
    return running ? { atMs: this.#options.clock.now(), cpuCoreNanoSeconds: 0, memoryWorkingSetBytes: 0 } : undefined
  }

  async close(): Promise<void> {
    this.#listeners.clear()
    for (const one of this.#containers.values()) one.timer?.cancel()
  }

  /** For tests: a container ends by itself. */
  finish(id: string, exitCode: number): void {
    this.#end(this.#get(id), exitCode)
  }

  /** For tests: the machine restarts; nothing is left of what ran. */
  reboot(): void {
    for (const one of this.#containers.values()) one.timer?.cancel()
    this.#containers.clear()
    this.#sandboxes.clear()
  }

  #end(one: Life, exitCode: number, why: { readonly reason?: string; readonly message?: string } = {}): void {
    if (one.record.state === 'exited') return
    one.timer?.cancel()
    one.record = { ...one.record, ...why, state: 'exited', finishedAtMs: this.#options.clock.now(), exitCode }
    this.#tell('exited', one.record)
  }

  #print({ record, life }: Life): void {
    const folder = this.#sandboxes.get(record.sandboxId)?.config.logDirectory
    if (!life.prints?.length || !folder) return
    const path = join(folder, record.config.logPath)
    mkdirSync(dirname(path), { recursive: true })
    const at = `${new Date(this.#options.clock.now()).toISOString().slice(0, 23)}000000Z`
    appendFileSync(path, life.prints.map((line) => `${at} stdout F ${line}\n`).join(''))
  }

  #tell(type: RuntimeEvent['type'], record: Container): void {
    for (const listener of this.#listeners) listener({ type, containerId: record.id, sandboxId: record.sandboxId })
  }

  #get(id: string): Life {
    const one = this.#containers.get(id)
    if (!one) throw new RuntimeError('NotFound', `container "${id}" not found`)
    return one
  }

  #running(id: string): Life {
    const one = this.#get(id)
    if (one.record.state !== 'running') throw new RuntimeError('NotRunning', `container "${id}" is not running`)
    return one
  }

  #newId(): string {
    return Buffer.from(this.#random.bytes(32)).toString('hex')
  }

  #newAddress(): string {
    const at = this.#addresses++
    return `${this.#options.network ?? '10.88'}.${(at >> 8) & 255}.${at & 255}`
  }
}

/** Not all that is wrong with a reference: what no registry could have. */
function refuseBadReference(reference: string): void {
  if (/^[\w[][\w\-./:@[\]]*$/.test(reference)) return
  const message = `couldn't parse image name ${JSON.stringify(reference)}: invalid reference format`
  throw new RuntimeError('InvalidImageName', message)
}
