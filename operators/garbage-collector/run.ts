import { doubledMs, sleep } from '../../core/kit/index.js'
import { apiVersionOf, type KindToken } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import type { Change, Queue } from '../../core/runtime/index.js'
import { Bell } from '../kit/bell.js'
import { Collector, Unsettled } from './collect.js'
import { FollowedKinds } from './followed-kinds.js'
import { Graph, type Item } from './graph.js'
import { OwnerCheck } from './owner-check.js'

/** How long the start waits for kinds that can't be listed. */
const patienceMs = 30_000
/** New definitions often come several at a time. */
const gatherMs = 500
const mostAtOnce = 64

/** Follows all kinds, and works off what the graph calls for. */
export class GarbageCollector {
  readonly #context: OperatorContext
  readonly #graph: Graph
  readonly #kinds: FollowedKinds
  readonly #owners: OwnerCheck
  readonly #collector: Collector
  readonly #looks: Queue
  readonly #releases: Queue
  readonly #kindsChanged = new Bell()
  readonly #warned = new Set<string>()
  /** How often in a row there was more to do. */
  readonly #unsettled = new Map<string, number>()

  constructor(context: OperatorContext) {
    this.#context = context
    const { client, signal } = context
    this.#looks = context.queue('collect')
    this.#releases = context.queue('release')
    this.#graph = new Graph({ look: (uid) => this.#looks.add(uid), release: (uid) => this.#releases.add(uid) })
    this.#kinds = new FollowedKinds(context, {
      onChange: (kind, change) => this.#see(kind, change),
      onLeave: (kind) => this.#graph.forgetKind(kind),
    })
    const kindOf = (group: string, kind: string) => this.#kinds.kindOf(group, kind)
    this.#owners = new OwnerCheck({ graph: this.#graph, client, signal, kindOf })
    const look = (uid: string) => this.#looks.add(uid)
    this.#collector = new Collector({ graph: this.#graph, owners: this.#owners, client, signal, look })
  }

  /** Until the signal. */
  async run(): Promise<void> {
    await this.#kinds.refresh(patienceMs)
    const work = (uid: string) => this.#look(uid)
    await Promise.all([
      this.#followKinds(),
      this.#looks.run(work, { concurrency: mostAtOnce }),
      this.#releases.run((uid) => this.#attempt(this.#releases, uid, () => this.#collector.release(uid))),
    ])
  }

  async #followKinds(): Promise<void> {
    const { clock, log, signal } = this.#context
    signal.addEventListener('abort', () => this.#kindsChanged.ring(), { once: true })
    while (!signal.aborted) {
      await this.#kindsChanged.heard()
      try {
        await sleep(clock, gatherMs, signal)
        await this.#kinds.refresh(patienceMs)
      } catch (error) {
        if (signal.aborted) return
        log.warn('discovery failed', { error })
        this.#kindsChanged.ring()
      }
    }
  }

  #see(kind: KindToken, { type, object }: Change): void {
    if (FollowedKinds.bringsKinds(kind)) this.#kindsChanged.ring()
    if (type !== 'deleted') {
      this.#graph.see(kind, object)
      return
    }
    const uid = String(object.metadata.uid)
    if (this.#graph.dependentsOf(uid).size > 0) this.#owners.noteGone(uid)
    this.#graph.forget(uid)
    this.#warned.delete(uid)
    this.#unsettled.delete(uid)
  }

  #look(uid: string): Promise<void> {
    const item = this.#graph.get(uid)
    if (item) this.#warnOfFarOwners(item)
    return this.#attempt(this.#looks, uid, () => this.#collector.look(uid))
  }

  /** What is merely not settled yet is tried again without a word, at growing intervals. */
  async #attempt(queue: Queue, uid: string, work: () => Promise<void>): Promise<void> {
    try {
      await work()
      this.#unsettled.delete(uid)
    } catch (error) {
      if (!(error instanceof Unsettled)) throw error
      const times = this.#unsettled.get(uid) ?? 0
      this.#unsettled.set(uid, times + 1)
      queue.addAfter(uid, doubledMs(10, times, 300_000))
    }
  }

  #warnOfFarOwners(item: Item): void {
    for (const owner of item.owners) {
      const found = this.#graph.get(owner.uid)
      if (!found?.namespace || found.namespace === item.namespace || this.#warned.has(item.uid)) continue
      this.#warned.add(item.uid)
      const { namespace, name, uid, kind } = item
      const about = { apiVersion: apiVersionOf(kind), kind: kind.kind, metadata: { namespace, name, uid } }
      const reference = `${owner.apiVersion}/${owner.kind}, namespace: ${namespace}, name: ${owner.name}, uid: ${owner.uid}`
      const message = `ownerRef [${reference}] does not exist in namespace "${namespace}"`
      this.#context.event(about, { type: 'Warning', reason: 'OwnerRefInvalidNamespace', message })
    }
  }
}
