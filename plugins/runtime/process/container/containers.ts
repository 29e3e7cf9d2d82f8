/** All containers of this data directory: created, started, watched, stopped, removed; adopted from disk when the node starts again. */
import { type FSWatcher, rmSync, watch } from 'node:fs'
import { join } from 'node:path'
import { type ContainerConfig, type RuntimeEvent, RuntimeError } from '../../contract.js'
import type { Timer } from '../../../../core/kit/index.js'
import type { Host } from '../host/host.js'
import { signalProcess, untilGone } from '../host/process-identity.js'
import { leaveLine } from '../output/fifo.js'
import { RecordFolder, type ContainerRecord, type SandboxRecord } from '../state/records.js'
import { commandOf } from './command-line.js'
import { ManagedContainer } from './container.js'
import { groupOf, prepareContainer } from './create.js'
import { hexId } from './hex-id.js'
import type { ImageRoot } from './image-root.js'
import { signalNumber } from './signals.js'
import { startShim } from './start.js'

/** How often ends are looked for besides the kernel's notices. */
const relistMs = 5_000
/** How long to wait for the last output of an ended container. */
const drainMs = 2_000

export class Containers {
  readonly #host: Host
  readonly #records: RecordFolder<ContainerRecord>
  readonly #all = new Map<string, ManagedContainer>()
  readonly #listeners = new Set<(event: RuntimeEvent) => void>()
  #watcher: FSWatcher | undefined
  #timer: Timer | undefined

  constructor(host: Host) {
    this.#host = host
    this.#records = new RecordFolder(host.paths.containers)
  }

  /** Takes over what an earlier process left, running or not. Resolves when the output of those that ended meanwhile is in their logs. */
  async adopt(sandboxes: ReadonlyMap<string, SandboxRecord>): Promise<void> {
    for (const id of this.#records.unfinished()) await this.#records.remove(id)
    for (const record of this.#records.load()) {
      const sandbox = sandboxes.get(record.sandboxId)
      const container = this.#manage(record, sandbox?.config.logDirectory ?? this.#records.pathOf(record.id))
      if (container.state !== 'running') continue
      if (record.startedAtMs === undefined) {
        record.startedAtMs = record.createdAtMs
        if (record.sharesPids) container.noteCommand().catch(() => {})
      }
      container.openOutput()
      if (container.noticeEnd()) this.#finish(container)
    }
    this.#watcher = watch(this.#host.paths.exits, () => this.noticeEnds())
    this.#watcher.on('error', () => {})
    this.#relistLater()
    await Promise.all([...this.#all.values()].filter(({ state }) => state === 'exited').map(({ settled }) => settled))
  }

  get(id: string): ManagedContainer {
    const container = this.#all.get(id)
    if (!container) throw new RuntimeError('NotFound', `no container ${id}`)
    return container
  }

  find(id: string): ManagedContainer | undefined {
    return this.#all.get(id)
  }

  list(): readonly ManagedContainer[] {
    this.noticeEnds()
    return [...this.#all.values()]
  }

  async create(
    sandbox: SandboxRecord,
    sandboxFolder: string,
    config: ContainerConfig,
    image: ImageRoot,
  ): Promise<string> {
    commandOf(config, image.config)
    const target = config.pidsOf === undefined ? undefined : this.#processOf(config.pidsOf)
    const record: ContainerRecord = {
      id: hexId(this.#host),
      sandboxId: sandbox.id,
      config,
      imageId: image.id,
      createdAtMs: this.#host.clock.now(),
      bootId: this.#host.bootId,
      stopSignal: image.config.stopSignal || 'SIGTERM',
      failureToken: `operon-${hexId(this.#host)}`,
      sharesPids: sandbox.config.pid !== 'container' || target !== undefined,
      command: commandOf(config, image.config)[0] ?? '',
    }
    const folder = this.#records.pathOf(record.id)
    this.#records.save(record)
    try {
      await prepareContainer(this.#host, {
        folder,
        record,
        sandbox,
        sandboxFolder,
        image,
        ...(target === undefined ? {} : { target }),
      })
    } catch (error) {
      this.#host.cgroups?.remove(groupOf(record))
      await this.#records.remove(record.id)
      throw error
    }
    this.#manage(record, sandbox.config.logDirectory)
    return record.id
  }

  /** Throws CreateContainerError when it doesn't run. */
  #processOf(id: string): number {
    const target = this.find(id)
    if (target?.state !== 'running' || !target.init)
      throw new RuntimeError('CreateContainerError', `container ${id}, whose processes are to be shared, does not run`)
    return target.init.pid
  }

  async start(id: string): Promise<void> {
    const container = this.get(id)
    const { record } = container
    if (container.state !== 'created')
      throw new RuntimeError('RunContainerError', `container ${id} is ${container.state}`)
    container.isStarting = true
    try {
      await startShim(this.#host, container.folder, record.command)
    } catch (error) {
      container.openOutput()
      container.pump?.acknowledge()
      const reason = error instanceof RuntimeError ? error.reason : 'RunContainerError'
      container.endWith({ exitCode: 128, reason, message: (error as Error).message, atMs: this.#host.clock.now() })
      container.settle()
      this.#records.save(record)
      throw error
    } finally {
      container.isStarting = false
    }
    if (record.sharesPids) await container.noteCommand()
    record.startedAtMs = this.#host.clock.now()
    container.openOutput()
    this.#records.save(record)
    this.#tell('started', record)
    this.noticeEnds()
  }

  /** The stop signal, then SIGKILL after the grace. Resolves when its end can be seen. */
  async stop(id: string, graceSeconds: number): Promise<void> {
    const container = this.#all.get(id)
    if (!container) return
    this.#notice(container)
    if (container.state === 'running') await this.#end(container, graceSeconds)
    if (container.state === 'exited') await container.settled
  }

  async #end(container: ManagedContainer, graceSeconds: number): Promise<void> {
    if (graceSeconds > 0) {
      signalProcess(container.init, signalNumber(container.record.stopSignal))
      if (await this.#endsWithin(container, graceSeconds * 1000)) return
    }
    this.#kill(container)
    while (!(await this.#endsWithin(container, 200))) {
      this.#kill(container)
      this.#notice(container)
    }
  }

  async remove(id: string): Promise<void> {
    const container = this.#all.get(id)
    if (!container) return
    await this.stop(id, 0)
    await this.#drained(container)
    container.pump?.close()
    await this.#dismissShim(container)
    const { record } = container
    await this.#clearGroup(record)
    rmSync(join(this.#host.paths.exits, id), { force: true })
    await this.#records.remove(id)
    this.#all.delete(id)
    this.#tell('removed', record)
  }

  /** Throws when it doesn't run, or the kernel refuses. */
  update(id: string, resources: ContainerConfig['resources']): void {
    const container = this.get(id)
    const { record } = container
    if (container.state !== 'running') throw new RuntimeError('NotRunning', `container ${id} is not running`)
    this.#host.cgroups?.update(groupOf(record), resources)
    record.config = { ...record.config, resources: { ...record.config.resources, ...resources } }
    this.#records.save(record)
  }

  subscribe(listener: (event: RuntimeEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Looks at every running container. */
  noticeEnds(): void {
    for (const container of this.#all.values()) this.#notice(container)
  }

  async close(): Promise<void> {
    this.#watcher?.close()
    this.#timer?.cancel()
    for (const container of this.#all.values()) container.pump?.close()
    await Promise.all([...this.#all.values()].map((container) => container.pump?.drained))
  }

  #manage(record: ContainerRecord, logDirectory: string): ManagedContainer {
    const folder = this.#records.pathOf(record.id)
    const container = new ManagedContainer(this.#host, record, {
      folder,
      logPath: join(logDirectory, record.config.logPath),
    })
    this.#all.set(record.id, container)
    return container
  }

  #notice(container: ManagedContainer): void {
    if (container.noticeEnd()) this.#finish(container)
  }

  /** After an end: the rest of a shared process namespace goes too, the output is drained, and whoever listens is told. */
  #finish(container: ManagedContainer): void {
    const { record } = container
    this.#host.cgroups?.kill(groupOf(record))
    container.openOutput()
    container.pump?.acknowledge()
    this.#drained(container)
      .then(() => {
        if (!container.pump?.couldNotExec || !record.ending) return
        const message = `unable to start container process: exec: ${JSON.stringify(record.command)}: the kernel refused to execute it`
        record.ending = { ...record.ending, exitCode: 128, reason: 'StartError', message }
      })
      .finally(() => {
        container.settle()
        if (!this.#all.has(record.id)) return
        this.#records.save(record)
        this.#tell('exited', record)
      })
  }

  async #drained(container: ManagedContainer): Promise<void> {
    const { pump } = container
    if (!pump) return
    await Promise.race([pump.drained, new Promise<void>((resolve) => this.#host.clock.after(drainMs, resolve))])
  }

  /** The shim, and what holds standard input open, end when they are told so; a shim that was killed has told nobody. */
  async #dismissShim(container: ManagedContainer): Promise<void> {
    for (const pipe of ['hold', 'stdin-hold']) leaveLine(join(container.folder, pipe))
    await untilGone(this.#host.clock, container.shim, drainMs)
  }

  #endsWithin(container: ManagedContainer, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = this.#host.clock.after(ms, () => resolve(false), { keepAlive: true })
      container.ended.then(() => {
        timer.cancel()
        resolve(true)
      })
    })
  }

  #kill(container: ManagedContainer): void {
    signalProcess(container.init, 'SIGKILL')
    this.#host.cgroups?.kill(groupOf(container.record))
  }

  async #clearGroup(record: ContainerRecord): Promise<void> {
    const { cgroups, clock } = this.#host
    if (!cgroups) return
    for (let attempt = 0; attempt < 50 && !cgroups.remove(groupOf(record)); attempt++) {
      cgroups.kill(groupOf(record))
      await new Promise<void>((resolve) => clock.after(10, resolve, { keepAlive: true }))
    }
  }

  #tell(type: RuntimeEvent['type'], record: ContainerRecord): void {
    for (const listener of this.#listeners) listener({ type, containerId: record.id, sandboxId: record.sandboxId })
  }

  #relistLater(): void {
    this.#timer = this.#host.clock.after(relistMs, () => {
      this.noticeEnds()
      this.#relistLater()
    })
  }
}
