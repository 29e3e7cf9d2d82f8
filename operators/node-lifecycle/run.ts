import { isReason, passOver } from '../../core/client/index.js'
import type { OperatorContext } from '../../core/operator.js'
import type { Index, Queue } from '../../core/runtime/index.js'
import { conditionOf } from '../kit/condition.js'
import { Lease, Node, Pod } from '../kit/kinds.js'
import { leavesInMs } from './eviction.js'
import { Heartbeats } from './heartbeats.js'
import { taintsOf } from './node-taints.js'
import { evict, markNotReady, removeOrphan } from './pods.js'
import { graceMs, unknownConditions } from './silence.js'

export const leaseNamespace = 'kube-node-lease'

/** How often silent and missing nodes are looked for. */
const tickMs = 5000

const nodeOf = ({ spec }: Pod) => (spec.nodeName ? [spec.nodeName] : [])

/** One key a node: what should be said of it, and what becomes of its pods. */
export class NodeLifecycle {
  readonly #context: OperatorContext
  readonly #queue: Queue
  readonly #heartbeats: Heartbeats
  readonly #pods: Index<Pod>

  constructor(context: OperatorContext) {
    this.#context = context
    this.#queue = context.queue('nodes')
    this.#heartbeats = new Heartbeats(context.clock)
    this.#pods = context.cache.index(Pod, nodeOf)
  }

  /** Until the signal. */
  run(): Promise<void> {
    const { cache } = this.#context
    cache.onChange(Lease, ({ object }) => this.#heartbeats.hear(object))
    cache.onChange(Node, ({ type, object }) => {
      if (type === 'deleted') this.#heartbeats.forget(String(object.metadata.name))
      else this.#heartbeats.see(object)
      if (type === 'added') this.#welcome(object)
      this.#queue.add(String(object.metadata.name))
    })
    cache.onChange(Pod, ({ object }) => this.#wake(object))
    for (const lease of cache.list(Lease)) this.#heartbeats.hear(lease)
    for (const node of cache.list(Node)) {
      this.#heartbeats.see(node)
      this.#welcome(node)
      this.#queue.add(String(node.metadata.name))
    }
    this.#tick()
    return this.#queue.run((name) => this.#look(name))
  }

  /** Most pods are on nodes about which there is nothing to do. */
  #wake({ spec }: Pod): void {
    if (!spec.nodeName) return
    const node = this.#context.cache.get(Node, { name: spec.nodeName })
    if (!node || node.spec.taints?.some(({ effect }) => effect === 'NoExecute')) this.#queue.add(spec.nodeName)
  }

  #tick(): void {
    const { cache, clock, signal } = this.#context
    if (signal.aborted) return
    for (const node of cache.list(Node)) {
      const name = String(node.metadata.name)
      if (!isReady(node) || this.#heartbeats.silentMs(name) > graceMs) this.#queue.add(name)
    }
    for (const name of this.#pods.keys()) if (!cache.get(Node, { name })) this.#queue.add(name)
    clock.after(tickMs, () => this.#tick())
  }

  async #look(name: string): Promise<void> {
    const node = this.#context.cache.get(Node, { name })
    if (!node) return this.#collect(name)
    const silent = this.#heartbeats.silentMs(name) > graceMs
    if (silent && (await this.#markUnknown(node))) return
    if (silent) await this.#eachPod(name, (pod) => markNotReady(this.#context, pod))
    if (await this.#taint(node)) return
    await this.#evict(node)
  }

  /** Answers whether there was something to write; what follows from it is done when the node shows it. */
  async #markUnknown(node: Node): Promise<boolean> {
    const { client, clock, signal } = this.#context
    const conditions = unknownConditions(node, clock.now())
    if (conditions.length === 0) return false
    const { name = '', uid } = node.metadata
    if (isReady(node)) this.#tell(node)
    const patch = { type: 'strategic', body: { metadata: { uid }, status: { conditions } } } as const
    await client.patch(Node, { name, patch }, { subresource: 'status', signal })
    return true
  }

  #welcome(node: Node): void {
    const message = `Node ${node.metadata.name} is watched over from now on`
    this.#context.event(node, { type: 'Normal', reason: 'RegisteredNode', message })
  }

  #tell(node: Node): void {
    const message = `Node ${node.metadata.name} has not been heard of for ${graceMs / 1000} seconds`
    this.#context.event(node, { type: 'Warning', reason: 'NodeNotReady', message })
  }

  /** Answers whether taints were changed. */
  async #taint(node: Node): Promise<boolean> {
    const { cache, client, clock, signal } = this.#context
    const mayEvict = isReady(node) || cache.list(Node).some(isReady)
    const taints = taintsOf(node, { mayEvict, now: clock.now() })
    if (!taints) return false
    const { name = '', uid, resourceVersion } = node.metadata
    const body = { metadata: { uid, resourceVersion }, spec: { taints } }
    // Of a conflict the newer state is on its way, and brings the node here again.
    const patch = { type: 'merge', body } as const
    await client.patch(Node, { name, patch }, { signal }).catch(passOver('Conflict', 'NotFound'))
    return true
  }

  async #evict({ metadata, spec }: Node): Promise<void> {
    const { clock } = this.#context
    const name = String(metadata.name)
    const taints = spec.taints ?? []
    if (!taints.some(({ effect }) => effect === 'NoExecute')) return
    let soonestMs = Number.POSITIVE_INFINITY
    await this.#eachPod(name, async (pod) => {
      if (pod.metadata.deletionTimestamp) return
      const leavesIn = leavesInMs(pod, taints, clock.now())
      if (leavesIn === undefined) return
      if (leavesIn > 0) soonestMs = Math.min(soonestMs, leavesIn)
      else await evict(this.#context, pod)
    })
    if (soonestMs < Number.POSITIVE_INFINITY) this.#queue.addAfter(name, soonestMs)
  }

  /** The pods of a node that is not there. */
  async #collect(name: string): Promise<void> {
    const { client, signal } = this.#context
    if (this.#pods.get(name).length === 0) return
    const leftMs = graceMs - this.#heartbeats.missingMs(name)
    if (leftMs > 0) return this.#queue.addAfter(name, leftMs)
    try {
      await client.get(Node, { name }, { metadataOnly: true, signal })
    } catch (error) {
      if (!isReason(error, 'NotFound')) throw error
      await this.#eachPod(name, (pod) => removeOrphan(this.#context, pod))
    }
  }

  async #eachPod(name: string, act: (pod: Pod) => Promise<void>): Promise<void> {
    for (const pod of this.#pods.get(name)) await act(pod)
  }
}

function isReady({ status }: Node): boolean {
  return conditionOf(status?.conditions, 'Ready')?.status === 'True'
}
