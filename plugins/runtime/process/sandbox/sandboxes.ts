/** All pod sandboxes of this data directory. */
import { join } from 'node:path'
import { RuntimeError, type Sandbox, type SandboxConfig } from '../../contract.js'
import { hexId } from '../container/hex-id.js'
import type { Host } from '../host/host.js'
import { ownAddress } from '../host/own-address.js'
import { isAlive, signalProcess, untilGone } from '../host/process-identity.js'
import { identityIn, RecordFolder, type SandboxRecord } from '../state/records.js'
import { writeEtcFiles } from './etc-files.js'
import { startPause } from './pause.js'
import type { PodNetwork } from './pod-network.js'
import { makeShmFolder, removeShmFolder } from './shared-memory.js'

/** How long a killed process may take to go. */
const goneMs = 2_000

export class Sandboxes {
  readonly #host: Host
  readonly #records: RecordFolder<SandboxRecord>
  readonly #network: PodNetwork | undefined
  readonly #all = new Map<string, SandboxRecord>()
  readonly #starting = new Map<string, Promise<string>>()

  /** Without a network, every pod is on the host's. */
  constructor(host: Host, network: PodNetwork | undefined) {
    this.#host = host
    this.#network = network
    this.#records = new RecordFolder(host.paths.sandboxes)
  }

  /** Takes over what an earlier process left; what it was making when it was killed is taken away. */
  async adopt(): Promise<ReadonlyMap<string, SandboxRecord>> {
    for (const id of this.#records.unfinished()) {
      signalProcess(identityIn(noteOf(this.folderOf(id))), 'SIGKILL')
      await this.remove(id)
    }
    for (const record of this.#records.load()) {
      this.#all.set(record.id, record)
      if (record.ip && !record.stopped) this.#network?.addresses.adopt(record.ip)
    }
    for (const record of this.#all.values()) await this.#reopenPorts(record)
    return this.#all
  }

  get(id: string): SandboxRecord {
    const record = this.#all.get(id)
    if (!record) throw new RuntimeError('NotFound', `no pod sandbox ${id}`)
    return record
  }

  folderOf(id: string): string {
    return this.#records.pathOf(id)
  }

  isReady(record: SandboxRecord): boolean {
    return !record.stopped && record.bootId === this.#host.bootId && isAlive(record.pause)
  }

  list(): Sandbox[] {
    return [...this.#all.values()].map((record) => ({
      id: record.id,
      config: record.config,
      state: this.isReady(record) ? 'ready' : 'notReady',
      ips: [record.ip ?? ownAddress()],
      createdAtMs: record.createdAtMs,
    }))
  }

  /** The one of that uid and attempt, made when it isn't there. */
  run(config: SandboxConfig): Promise<string> {
    const key = `${config.uid}/${config.attempt}`
    const there = [...this.#all.values()].find((record) => `${record.config.uid}/${record.config.attempt}` === key)
    if (there) return Promise.resolve(there.id)
    const starting = this.#starting.get(key) ?? this.#make(config).finally(() => this.#starting.delete(key))
    this.#starting.set(key, starting)
    return starting
  }

  /** Whether none has processes, a network or namespaces. */
  get isQuiet(): boolean {
    return this.#starting.size === 0 && ![...this.#all.values()].some((record) => this.isReady(record))
  }

  /** Takes the network, the namespaces, the groups and shared memory down; its containers have been stopped before. Idempotent. */
  async stop(id: string): Promise<void> {
    const record = this.#all.get(id)
    if (!record || record.stopped) return
    record.stopped = true
    if (record.bootId === this.#host.bootId) {
      signalProcess(record.pause, 'SIGKILL')
      await untilGone(this.#host.clock, record.pause, goneMs)
      await this.#disconnect(record.link, record.ip)
    }
    this.#empty(id)
    this.#records.save(record)
  }

  async remove(id: string): Promise<void> {
    this.#empty(id)
    this.#all.delete(id)
    await this.#records.remove(id)
  }

  async #make(config: SandboxConfig): Promise<string> {
    const id = hexId(this.#host)
    const network = config.network === 'pod' ? this.#network : undefined
    const ip = network?.takeAddress()
    const link = network && `op${id.slice(0, 12)}`
    try {
      const pause = await startPause(this.#host, {
        config,
        note: noteOf(this.#records.prepare(id)),
        ownNetwork: network !== undefined,
        setup: network && link && ip ? network.setupInside(link, ip) : '',
      })
      const record: SandboxRecord = {
        id,
        config,
        createdAtMs: this.#host.clock.now(),
        bootId: this.#host.bootId,
        pause,
        stopped: false,
        ...(ip ? { ip } : {}),
        ...(link ? { link } : {}),
      }
      this.#records.save(record)
      this.#all.set(id, record)
      await this.#furnish(record, network)
      return id
    } catch (error) {
      const made = this.#all.get(id)
      if (made) {
        await this.stop(id)
        await this.remove(id)
      } else {
        await this.#disconnect(link, ip)
        await this.#records.remove(id)
      }
      throw error instanceof RuntimeError
        ? error
        : new RuntimeError('RunPodSandboxError', (error as Error).message, { cause: error })
    }
  }

  async #furnish(record: SandboxRecord, network: PodNetwork | undefined): Promise<void> {
    writeEtcFiles(this.folderOf(record.id), record.config, record.ip)
    if (record.config.ipc === 'pod') makeShmFolder(this.#host.paths, record.id)
    this.#host.cgroups?.createParent(`pod-${record.id}`)
    if (network && record.link)
      await network.connect(record.link, record.config.portMappings?.length ? 'hairpin' : 'plain')
    await this.#openPorts(record)
  }

  async #openPorts({ ip, config }: SandboxRecord): Promise<void> {
    if (ip) await this.#network?.hostPorts?.open(ip, config.portMappings ?? [])
  }

  /** The table in which they were is made anew with the network. */
  async #reopenPorts(record: SandboxRecord): Promise<void> {
    if (!this.isReady(record)) return
    await this.#openPorts(record).catch((error: Error) =>
      this.#host.log.warn(`pod ${record.config.name}: ${error.message}`),
    )
  }

  #empty(id: string): void {
    this.#host.cgroups?.remove(`pod-${id}`)
    removeShmFolder(this.#host.paths, id)
  }

  async #disconnect(link: string | undefined, ip: string | undefined): Promise<void> {
    if (link) await this.#network?.disconnect(link)
    if (ip) await this.#network?.hostPorts?.close(ip)
    if (ip) this.#network?.addresses.release(ip)
  }
}

function noteOf(folder: string): string {
  return join(folder, 'pause')
}
