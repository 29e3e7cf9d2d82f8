/** The runtime's sandboxes and containers in memory, by pod: listed afresh after each event and each step, and every 20 s besides. */
import type { Clock, Timer } from '../../core/kit/index.js'
import type { Container, ContainerRuntime, Sandbox } from '../../plugins/runtime/contract.js'

export interface PodRecords {
  readonly sandboxes: readonly Sandbox[]
  readonly containers: readonly Container[]
}

const relistMs = 20_000
const none: PodRecords = { sandboxes: [], containers: [] }

export class RuntimeRecords {
  #byPod = new Map<string, PodRecords>()
  #current: Promise<void> | undefined
  #next: Promise<void> | undefined
  #timer: Timer | undefined
  #unsubscribe: (() => void) | undefined
  readonly #runtime: ContainerRuntime
  readonly #clock: Clock
  readonly #changed: (uid: string) => void
  readonly #failed: (error: unknown) => void

  constructor(options: {
    readonly runtime: ContainerRuntime
    readonly clock: Clock
    /** Called for each pod whose records have changed. */
    readonly changed: (uid: string) => void
    readonly failed: (error: unknown) => void
  }) {
    this.#runtime = options.runtime
    this.#clock = options.clock
    this.#changed = options.changed
    this.#failed = options.failed
  }

  /** Resolves when everything has been listed once. Throws when the runtime can't be asked. */
  async start(): Promise<void> {
    this.#unsubscribe = this.#runtime.subscribe(() => this.#refreshAside())
    await this.refresh()
    this.#relistLater()
  }

  stop(): void {
    this.#unsubscribe?.()
    this.#timer?.cancel()
    this.#timer = undefined
  }

  of(uid: string): PodRecords {
    return this.#byPod.get(uid) ?? none
  }

  uids(): Iterable<string> {
    return this.#byPod.keys()
  }

  /** Resolves when the records show all that happened before the call. Calls made while a list is under way share the next one. */
  refresh(): Promise<void> {
    if (!this.#current) {
      this.#current = this.#list().finally(() => (this.#current = undefined))
      return this.#current
    }
    this.#next ??= this.#current
      .catch(() => {})
      .then(() => {
        this.#next = undefined
        return this.refresh()
      })
    return this.#next
  }

  async #list(): Promise<void> {
    const [sandboxes, containers] = await Promise.all([
      this.#runtime.listPodSandboxes(),
      this.#runtime.listContainers(),
    ])
    const before = this.#byPod
    this.#byPod = group(sandboxes, containers)
    for (const uid of new Set([...before.keys(), ...this.#byPod.keys()])) {
      if (fingerprint(before.get(uid)) !== fingerprint(this.#byPod.get(uid))) this.#changed(uid)
    }
  }

  #refreshAside(): void {
    this.refresh().catch(this.#failed)
  }

  #relistLater(): void {
    this.#timer = this.#clock.after(relistMs, () => {
      this.#refreshAside()
      this.#relistLater()
    })
  }
}

function group(sandboxes: readonly Sandbox[], containers: readonly Container[]): Map<string, PodRecords> {
  const uidOf = new Map(sandboxes.map((sandbox) => [sandbox.id, sandbox.config.uid]))
  const found = new Map<string, { sandboxes: Sandbox[]; containers: Container[] }>()
  const of = (uid: string) => {
    let records = found.get(uid)
    if (!records) found.set(uid, (records = { sandboxes: [], containers: [] }))
    return records
  }
  for (const sandbox of sandboxes) of(sandbox.config.uid).sandboxes.push(sandbox)
  for (const container of containers) {
    const uid = uidOf.get(container.sandboxId)
    if (uid !== undefined) of(uid).containers.push(container)
  }
  for (const records of found.values()) {
    records.sandboxes.sort((a, b) => b.config.attempt - a.config.attempt)
    records.containers.sort((a, b) => b.config.attempt - a.config.attempt || b.createdAtMs - a.createdAtMs)
  }
  return found
}

function fingerprint(records: PodRecords | undefined): string {
  if (!records) return ''
  const sandboxes = records.sandboxes.map(({ id, state, ips }) => `${id}${state}${ips.join()}`)
  return `${sandboxes.join()}/${records.containers.map(({ id, state }) => `${id}${state}`).join()}`
}
