import { sleep } from '../../core/kit/index.js'
import { groupResource, type KindToken, type KubeObject } from '../../core/meta/index.js'
import type { OperatorContext } from '../../core/operator.js'
import { type Change, Informer } from '../../core/runtime/index.js'
import { type Discovered, discover } from '../kit/discovery.js'
import { Pod, ReplicaSet } from '../kit/kinds.js'

/** Kinds whose objects come and go too often, and own nothing. */
const ignored = new Set(['events', 'events.events.k8s.io'])

/** Kinds whose objects bring others. */
const bringers = new Set(['customresourcedefinitions.apiextensions.k8s.io', 'apiservices.apiregistration.k8s.io'])

const needed = ['list', 'watch', 'delete']

/** Kinds that other operators keep in the shared cache anyway, and of which there are many: taken from there. */
export const shared: readonly KindToken[] = [Pod, ReplicaSet]

interface Followed {
  readonly kind: KindToken
  readonly stop: () => void
}

/** Follows the metadata of every kind that can be collected. */
export class FollowedKinds {
  readonly #context: OperatorContext
  readonly #onChange: (kind: KindToken, change: Change) => void
  readonly #onLeave: (kind: KindToken) => void
  readonly #followed = new Map<string, Followed>()
  readonly #byName = new Map<string, KindToken>()

  constructor(
    context: OperatorContext,
    listener: {
      readonly onChange: (kind: KindToken, change: Change) => void
      readonly onLeave: (kind: KindToken) => void
    },
  ) {
    this.#context = context
    this.#onChange = listener.onChange
    this.#onLeave = listener.onLeave
  }

  /** The served kind of that group and name. */
  kindOf(group: string, kind: string): KindToken | undefined {
    return this.#byName.get(`${group}/${kind}`)
  }

  /** Whether an object of this kind may bring or take other kinds. */
  static bringsKinds(kind: KindToken): boolean {
    return bringers.has(groupResource(kind))
  }

  /** Asks what is served and follows that. Resolves when the new ones have been listed; one that can't be listed is not waited for after `patienceMs`. Rejects when the operator is stopped meanwhile. */
  async refresh(patienceMs: number): Promise<void> {
    const { client, clock, signal } = this.#context
    const found = await discover(client, signal)
    this.#learnNames(found)
    this.#stopUnserved(found)
    const started = found.served
      .filter(({ kind, verbs }) => needed.every((verb) => verbs.includes(verb)) && !ignored.has(groupResource(kind)))
      .filter(({ kind }) => !this.#followed.has(groupResource(kind)))
      .map(({ kind }) => this.#follow(kind))
    await Promise.race([Promise.all(started), sleep(clock, patienceMs, signal)])
  }

  #learnNames({ served, failed }: Discovered): void {
    if (failed.size === 0) this.#byName.clear()
    for (const { kind } of served) this.#byName.set(`${kind.group}/${kind.kind}`, kind)
  }

  /** What a group does not answer for may still be there. */
  #stopUnserved({ served, failed }: Discovered): void {
    const names = new Set(served.map(({ kind }) => groupResource(kind)))
    const silent = new Set([...failed.keys()].map((groupVersion) => groupVersion.split('/')[0]))
    for (const [name, { kind, stop }] of this.#followed) {
      if (names.has(name) || silent.has(kind.group)) continue
      stop()
      this.#followed.delete(name)
      this.#onLeave(kind)
    }
  }

  #follow(kind: KindToken): Promise<void> {
    const name = groupResource(kind)
    const cached = shared.find((each) => groupResource(each) === name)
    if (cached) {
      const { cache } = this.#context
      this.#followed.set(name, { kind, stop: cache.onChange(cached, (change) => this.#onChange(kind, change)) })
      for (const object of cache.list(cached)) this.#onChange(kind, { type: 'added', object })
      return Promise.resolve()
    }
    const { client, clock, random, log, signal } = this.#context
    const stop = new AbortController()
    const narrowing = { metadataOnly: true }
    const informer = new Informer<KubeObject>({ kind, narrowing, client: () => client, clock, random, log })
    informer.onChange((change) => this.#onChange(kind, change))
    this.#followed.set(name, { kind, stop: () => stop.abort() })
    void informer.run(AbortSignal.any([signal, stop.signal]))
    return informer.whenSynced()
  }
}
