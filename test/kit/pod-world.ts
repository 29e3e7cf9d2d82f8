/** One pod on a fake runtime and virtual time: what the stories of the kubelet's pod logic are told with. */
import { VirtualClock, seededRandom, silentLog } from '../../core/kit/index.js'
import { timestamp } from '../../core/meta/index.js'
import type { PlannedEvent } from '../../core/operator.js'
import type { Pod, PodSpec, PodStatus } from '../../operators/kubelet/shapes/index.js'
import { Performer } from '../../operators/kubelet/pod/performer.js'
import type { Refusal } from '../../operators/kubelet/pod/resize.js'
import type { WorkerTools } from '../../operators/kubelet/pod/tools.js'
import { PodWorker } from '../../operators/kubelet/pod/worker.js'
import { RuntimeRecords } from '../../operators/kubelet/runtime-records.js'
import type { NodeSettings } from '../../operators/kubelet/node-settings.js'
import { type Behaviour, FakeRuntime } from '../../plugins/runtime/fake/index.js'

const settings: NodeSettings = {
  nodeName: 'node-1',
  rootDirectory: '/nowhere',
  logRoot: '/nowhere/logs',
  addresses: ['10.0.0.1'],
  apiServer: { host: '10.0.0.1', port: 6443 },
  clusterDomain: 'cluster.local',
}

export class PodWorld {
  readonly clock = new VirtualClock()
  readonly runtime: FakeRuntime
  readonly events: string[] = []
  /** Statuses as written, the newest last. */
  readonly written: PodStatus[] = []
  /** Set to make a mount fail with this message. */
  mountError: string | undefined
  /** Set to have a resize refused. */
  refusal: Refusal | undefined
  pod: Pod
  worker: PodWorker
  isDeleted = false
  isDone = false
  #records: RuntimeRecords

  constructor(
    spec: Partial<PodSpec>,
    options: {
      readonly behaviour?: Behaviour
      readonly hasImage?: (name: string) => boolean
      readonly hasPodNetwork?: boolean
    } = {},
  ) {
    this.runtime = new FakeRuntime({ clock: this.clock, random: seededRandom(1), ...options })
    this.pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', namespace: 'default', uid: 'uid-1' },
      spec: { containers: [{ name: 'app', image: 'app:1' }], restartPolicy: 'Always', ...spec },
      status: { phase: 'Pending' },
    }
    this.#records = this.#newRecords()
    this.worker = new PodWorker(this.pod, this.#tools())
  }

  get status(): PodStatus {
    return this.written.at(-1) ?? {}
  }

  /** `Running app=running r0 ready`, one word group a container. */
  get line(): string {
    const all = [...(this.status.initContainerStatuses ?? []), ...(this.status.containerStatuses ?? [])]
    const words = all.map(({ name, state, restartCount, ready }) => {
      const what =
        state?.waiting?.reason ??
        (state?.running ? 'running' : `${state?.terminated?.reason}:${state?.terminated?.exitCode}`)
      return `${name}=${what} r${restartCount}${ready ? ' ready' : ''}`
    })
    return [this.status.phase, ...words].join(' ')
  }

  async start(): Promise<this> {
    await this.#records.start()
    this.worker.wake()
    return this.settle()
  }

  /** Lets everything that needs no time happen. */
  async settle(): Promise<this> {
    for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve))
    return this
  }

  async pass(seconds: number): Promise<this> {
    for (let left = seconds; left > 0; left -= 1) {
      await this.clock.advance(Math.min(1, left) * 1000)
      await this.settle()
    }
    return this
  }

  /** The container's newest try ends by itself. */
  async finish(name: string, exitCode: number): Promise<this> {
    const tries = (await this.runtime.listContainers()).filter(
      ({ config, state }) => config.name === name && state === 'running',
    )
    this.runtime.finish(tries.at(-1)?.id ?? '', exitCode)
    return this.settle()
  }

  async delete(graceSeconds = 30): Promise<this> {
    const deletionTimestamp = timestamp(this.clock.now() + graceSeconds * 1000)
    const metadata = { ...this.pod.metadata, deletionTimestamp, deletionGracePeriodSeconds: graceSeconds }
    this.pod = { ...this.pod, metadata }
    this.worker.update(this.pod)
    return this.settle()
  }

  /** The kubelet starts anew, with what the API has. */
  async restartKubelet(): Promise<this> {
    this.worker.pause()
    this.#records.stop()
    this.pod = { ...this.pod, status: this.status }
    this.#records = this.#newRecords()
    this.worker = new PodWorker(this.pod, this.#tools())
    return this.start()
  }

  #newRecords(): RuntimeRecords {
    const { runtime, clock } = this
    return new RuntimeRecords({
      runtime,
      clock,
      changed: () => this.worker.wake(),
      failed: (error) => {
        throw error
      },
    })
  }

  #tools(): WorkerTools {
    const event = (_: Pod, { type, reason, message }: PlannedEvent) =>
      void this.events.push(`${type} ${reason} ${message}`)
    const performer = new Performer({
      runtime: this.runtime,
      clock: this.clock,
      settings,
      hostname: 'node-1',
      hostDns: { servers: [], searches: [], options: [] },
      lacks: [],
      volumes: {
        mount: async () => {
          if (this.mountError) throw new Error(this.mountError)
        },
        unmount: async () => {},
        mountsOf: async () => [],
      },
      envSources: (pod, podIPs) => ({
        facts: { pod, podIPs, hostIPs: settings.addresses, allocatable: {} },
        services: async () => ({}),
        configMap: async () => undefined,
        secret: async () => undefined,
      }),
      pullAuth: async () => undefined,
      event,
      deletePod: async () => {
        this.isDeleted = true
        this.worker.remove()
      },
    })
    return {
      clock: this.clock,
      log: silentLog,
      records: () => this.#records.of('uid-1'),
      refresh: () => this.#records.refresh(),
      perform: (action, step) => performer.perform(action, step),
      writeStatus: async (_, __, after) => void this.written.push(after),
      event,
      terminationMessage: () => undefined,
      node: () => ({ hostIPs: settings.addresses, runtimeName: 'fake' }),
      refuseResize: () => this.refusal,
      followProbes() {},
      onDone: () => (this.isDone = true),
    }
  }
}
