import type { Timer } from '../../core/kit/index.js'
import { controllerOf, objectKey } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { Bell } from '../kit/bell.js'
import { Node, Pod } from '../kit/kinds.js'
import { isFinished } from '../kit/pod-state.js'
import { Chooser } from './choose.js'
import { ClusterState } from './cluster-state.js'
import { mayBeFreed } from './filters.js'
import { type Pending, PendingPods } from './pending-pods.js'
import { NeedsReader } from './pod-needs.js'
import { sayGated, sayUnschedulable } from './say.js'

const ownName = 'default-scheduler'

/** Binds, and writes about pods that fit nowhere, under way at a time. */
const mostInFlight = 100

/** The one loop: takes the next pod, chooses a node among what is known at the moment, and binds without waiting for the answer. */
export class Scheduler {
  readonly #context: OperatorContext
  readonly #reader = new NeedsReader()
  readonly #cluster = new ClusterState(this.#reader)
  readonly #pending = new PendingPods()
  readonly #chooser: Chooser
  readonly #bell = new Bell()
  readonly #inFlight = new Set<Promise<void>>()

  constructor(context: OperatorContext) {
    this.#context = context
    this.#chooser = new Chooser(context.random)
  }

  /** Until the signal. */
  async run(): Promise<void> {
    const { signal } = this.#context
    signal.addEventListener('abort', () => this.#bell.ring(), { once: true })
    this.#follow()
    while (!signal.aborted) {
      const pending = this.#inFlight.size < mostInFlight ? this.#pending.next() : undefined
      if (pending) this.#serve(pending)
      else await this.#rest()
    }
    await Promise.all(this.#inFlight)
  }

  #follow(): void {
    const { cache } = this.#context
    cache.onChange(Node, ({ type, object }) => {
      if (type === 'deleted') this.#cluster.removeNode(String(object.metadata.name))
      else if (this.#cluster.putNode(object)) this.#wake(() => true)
    })
    cache.onChange(Pod, ({ type, object }) => (type === 'deleted' ? this.#gone(object) : this.#see(object)))
    for (const node of cache.list(Node)) this.#cluster.putNode(node)
    for (const pod of cache.list(Pod)) this.#see(pod)
  }

  #see(pod: Pod): void {
    const uid = String(pod.metadata.uid)
    if (isFinished(pod)) {
      this.#gone(pod)
    } else if (pod.spec.nodeName) {
      this.#pending.remove(uid)
      this.#cluster.place(pod, pod.spec.nodeName)
    } else if (pod.metadata.deletionTimestamp) {
      this.#pending.remove(uid)
    } else if ((pod.spec.schedulerName ?? ownName) !== ownName) {
      return
    } else if (pod.spec.schedulingGates?.length) {
      this.#send(sayGated(this.#context, pod))
    } else {
      this.#pending.put(pod, this.#context.clock.now())
      this.#bell.ring()
    }
  }

  #gone(pod: Pod): void {
    const uid = String(pod.metadata.uid)
    this.#pending.remove(uid)
    if (this.#cluster.displace(uid)) this.#wake(({ reasons }) => reasons.some(mayBeFreed))
  }

  #wake(mayFit: (pending: Pending) => boolean): void {
    this.#pending.wake(mayFit, this.#context.clock.now())
    this.#bell.ring()
  }

  /** Until something changes, an answer comes, or somebody's backoff is over. */
  async #rest(): Promise<void> {
    const { clock } = this.#context
    const nextMs = this.#pending.tick(clock.now())
    let timer: Timer | undefined
    if (nextMs !== undefined) timer = clock.after(Math.max(1, nextMs - clock.now()), () => this.#bell.ring())
    await this.#bell.heard()
    timer?.cancel()
    this.#pending.tick(clock.now())
  }

  #serve(pending: Pending): void {
    const { pod } = pending
    const choice = this.#chooser.choose(this.#reader.read(pod), this.#cluster.nodes, controllerOf(pod)?.uid)
    if ('nodeName' in choice) {
      this.#cluster.place(pod, choice.nodeName)
      this.#send(this.#bind(pending, choice.nodeName))
    } else {
      this.#pending.park(pending, choice.reasons, this.#context.clock.now())
      this.#send(sayUnschedulable(this.#context, pod, choice.message))
    }
  }

  #send(work: Promise<void>): void {
    const { log, signal } = this.#context
    const sent = work
      .catch((error: unknown) => {
        if (!signal.aborted) log.debug('a write about a pod was refused', { error })
      })
      .finally(() => {
        this.#inFlight.delete(sent)
        this.#bell.ring()
      })
    this.#inFlight.add(sent)
  }

  async #bind(pending: Pending, nodeName: string): Promise<void> {
    const { client, clock, log, signal } = this.#context
    const { pod, uid } = pending
    const { namespace, name = '' } = pod.metadata
    const body = {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { namespace, name, uid },
      target: { apiVersion: 'v1', kind: 'Node', name: nodeName },
    }
    try {
      await client.createSubresource(Pod, { namespace, name, subresource: 'binding', body }, { signal })
      this.#pending.remove(uid)
      this.#context.event(pod, {
        type: 'Normal',
        reason: 'Scheduled',
        action: 'Binding',
        message: `Successfully assigned ${objectKey(pod)} to ${nodeName}`,
      })
    } catch (error) {
      if (signal.aborted || !this.#pending.has(uid)) return
      log.info('a bind was refused', { pod: objectKey(pod), node: nodeName, error })
      this.#cluster.displace(uid)
      this.#pending.sendBack(pending, clock.now())
      this.#wake(({ reasons }) => reasons.some(mayBeFreed))
    }
  }
}
