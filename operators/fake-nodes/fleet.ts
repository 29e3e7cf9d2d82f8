/** The fleet: registers its nodes, keeps their leases, and answers for the pods bound to them, over one shared watch. */
import { untilAborted } from '../../core/kit/index.js'
import { isReason, passOver } from '../../core/client/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { type FakeNodeOptions, fakeLease, fakeNode } from './fake-node.js'
import { runningStatus } from './fake-status.js'
import { type FakePod, leases, nodes, pods } from './kinds.js'
import { WritePool } from './write-pool.js'

export interface FleetOptions {
  readonly count: number
  /** `fake-` when left out. */
  readonly prefix?: string
  /** Of each node; 32 cores, 256 GiB and 110 pods when left out. */
  readonly capacity?: Readonly<Record<string, string>>
}

const defaultCapacity = { cpu: '32', memory: '256Gi', 'ephemeral-storage': '1Ti', pods: '110' }
const tickMs = 1000
/** Leases renewed a second at most: a large fleet renews each of them less often. */
const renewalsPerSecond = 200

export class Fleet {
  readonly #nodes: ReadonlyMap<string, FakeNodeOptions>
  readonly #context: OperatorContext
  readonly #pool: WritePool
  readonly #seen = new Map<string, 'started' | 'deleted'>()
  readonly #renewSeconds: number
  #renewed = 0
  #addresses = 0

  constructor(options: FleetOptions, context: OperatorContext) {
    const { count, prefix = 'fake-', capacity = defaultCapacity } = options
    const names = Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(4, '0')}`)
    this.#nodes = new Map(names.map((name, at) => [name, { name, address: addressAt(100, at), capacity }]))
    this.#context = context
    this.#pool = new WritePool(64, context.log)
    this.#renewSeconds = Math.max(10, Math.ceil(count / renewalsPerSecond))
  }

  /** Until the context's signal. */
  async run(): Promise<void> {
    const { cache, signal } = this.#context
    await Promise.all([...this.#nodes.values()].map((node) => this.#pool.run(() => this.#register(node))))
    const stop = cache.onChange(pods, ({ type, object }) => {
      if (type === 'deleted') this.#seen.delete(object.metadata.uid ?? '')
      else this.#look(object)
    })
    for (const pod of cache.list(pods)) this.#look(pod)
    this.#tick()
    await untilAborted(signal)
    stop()
  }

  async #register(node: FakeNodeOptions): Promise<void> {
    const { client, clock } = this.#context
    const wanted = fakeNode(node, clock.now())
    try {
      const created = await client.create(nodes, wanted)
      if (!(created['status'] as { capacity?: object } | undefined)?.capacity)
        await this.#writeNodeStatus(node.name, wanted)
    } catch (error) {
      if (!isReason(error, 'AlreadyExists')) throw error
      await this.#writeNodeStatus(node.name, wanted)
    }
    await this.#renew(node.name, 'create')
  }

  async #writeNodeStatus(name: string, { status }: { readonly [field: string]: unknown }): Promise<void> {
    const patch = { type: 'merge', body: { status } } as const
    await this.#context.client.patch(nodes, { name, patch }, { subresource: 'status', answer: 'revision' })
  }

  async #renew(name: string, how: 'create' | 'renew'): Promise<void> {
    const { client, clock } = this.#context
    const lease = fakeLease(name, { now: clock.now(), durationSeconds: this.#renewSeconds * 4 })
    try {
      if (how === 'create') return void (await client.create(leases, lease))
    } catch (error) {
      if (!isReason(error, 'AlreadyExists')) throw error
    }
    const patch = { type: 'merge', body: { spec: lease['spec'] } } as const
    await client.patch(leases, { namespace: 'kube-node-lease', name, patch }, { answer: 'revision' })
  }

  #look(pod: FakePod): void {
    const node = this.#nodes.get(pod.spec.nodeName ?? '')
    const uid = pod.metadata.uid ?? ''
    if (!node) return
    if (pod.metadata.deletionTimestamp) {
      if (this.#seen.get(uid) === 'deleted') return
      this.#seen.set(uid, 'deleted')
      void this.#pool.run(() => this.#delete(pod))
    } else if (!this.#seen.has(uid)) {
      this.#seen.set(uid, 'started')
      if (pod.status?.phase === 'Pending' || !pod.status?.phase) void this.#pool.run(() => this.#start(pod, node))
    }
  }

  async #start(pod: FakePod, node: FakeNodeOptions): Promise<void> {
    const { client, clock } = this.#context
    const { namespace, name = '', uid } = pod.metadata
    const status = runningStatus(pod, { now: clock.now(), ip: addressAt(128, this.#addresses++), hostIP: node.address })
    const patch = { type: 'merge', body: { metadata: { uid }, status } } as const
    await client
      .patch(pods, { namespace, name, patch }, { subresource: 'status', answer: 'revision' })
      .catch(passOver('NotFound', 'Conflict'))
  }

  async #delete({ metadata }: FakePod): Promise<void> {
    const { namespace, name = '', uid } = metadata
    const options = { gracePeriodSeconds: 0, ...(uid ? { uid } : {}) }
    await this.#context.client.delete(pods, { namespace, name }, options).catch(passOver('NotFound', 'Conflict'))
  }

  /** A wheel: each second renews its share of the leases. */
  #tick(): void {
    const { clock, signal } = this.#context
    if (signal.aborted || !this.#nodes.size) return
    const names = [...this.#nodes.keys()]
    const share = Math.ceil(names.length / this.#renewSeconds)
    for (let at = 0; at < share; at++) {
      const name = names[this.#renewed++ % names.length] as string
      void this.#pool.run(() => this.#renew(name, 'renew'))
    }
    clock.after((tickMs * share * this.#renewSeconds) / names.length, () => this.#tick())
  }
}

/** Addresses `10.<first>.0.0` and on; the second number rises when the rest is used up. */
function addressAt(first: number, at: number): string {
  return `10.${first + ((at >> 16) & 63)}.${(at >> 8) & 255}.${at & 255}`
}
