/** Operators at work on an API in memory and virtual time: what the stories of operators that act are told with. Knows bindings, finalize, and strategic patches of conditions. */
import type { Client } from '../../core/client/index.js'
import { type Random, seededRandom, silentLog, VirtualClock } from '../../core/kit/index.js'
import { type KindToken, type KubeObject, staleObject } from '../../core/meta/index.js'
import type { Operator } from '../../core/operator.js'
import { Manager } from '../../core/runtime/index.js'
import { Event, Lease } from '../../crds/generated/tokens.js'
import { type Asked, MemoryApi } from './memory-api.js'
import type { MemoryStore } from './memory-store.js'

export class OperatorYard {
  readonly clock = new VirtualClock()
  readonly random: Random = seededRandom(1)
  readonly api: MemoryApi
  readonly client: Client
  readonly #manager: Manager
  #told = 0

  constructor(kinds: readonly KindToken<object>[], options: { readonly graceful?: readonly string[] } = {}) {
    const { clock, random } = this
    this.api = new MemoryApi({ clock, random, kinds: [...kinds, Event, Lease], besides, ...options })
    this.client = this.api.client('person')
    this.#manager = new Manager({ clientOf: (name) => this.api.client(name), clock, random, log: silentLog })
  }

  async start(...operators: readonly Operator[]): Promise<void> {
    for (const operator of operators) this.#manager.start(operator)
    await this.clock.settle()
  }

  async end(): Promise<void> {
    const closed = this.#manager.close()
    await this.clock.advance(20_000)
    await closed
  }

  /** Creates an object with its status. */
  async put<T extends KubeObject>(kind: KindToken<T>, object: T): Promise<T> {
    const created = await this.client.create(kind, object)
    const { namespace, name = '' } = created.metadata
    const patch = { type: 'merge', body: { status: object['status'] } } as const
    const whole = object['status']
      ? this.client.patch(kind, { namespace, name, patch }, { subresource: 'status' })
      : created
    return whole
  }

  list<T extends KubeObject>(kind: KindToken<T>): T[] {
    return this.api.store.list(kind) as T[]
  }

  /** Events recorded since the last call, as `Reason about: message`. */
  async events(): Promise<string[]> {
    await this.clock.settle()
    const changed = this.api.store.log
      .slice(this.#told)
      .filter(({ plural, type }) => plural === '/events' && type !== 'DELETED')
    this.#told = this.api.store.log.length
    return changed.map(({ object }) => {
      const about = object['involvedObject'] as { kind: string; name: string }
      return `${object['type']} ${object['reason']} ${about.kind} ${about.name}: ${object['message']}`
    })
  }
}

function besides(asked: Asked, body: unknown, store: MemoryStore): unknown {
  const { kind, namespace, name, subresource, request } = asked
  const type = request.headers?.['content-type'] ?? ''
  if (subresource === 'binding') return bind(asked, body as Binding, store)
  if (subresource === 'finalize') return store.replace(kind, body as KubeObject, 'main')
  if (!type.startsWith('application/strategic-merge-patch')) return undefined
  const live = store.find(kind, namespace, name)
  const { metadata, status } = body as { metadata?: { uid?: string }; status: Record<string, unknown> }
  if (metadata?.uid && metadata.uid !== live.metadata.uid) throw staleObject(kind, name)
  const before = (live['status'] ?? {}) as Record<string, unknown>
  const conditions = mergeByType(before['conditions'], status['conditions'])
  return store.replace(kind, { ...live, status: { ...before, ...status, conditions } }, 'status')
}

interface Binding {
  readonly metadata: { readonly uid?: string }
  readonly target: { readonly name: string }
}

function bind({ kind, namespace, name }: Asked, { metadata, target }: Binding, store: MemoryStore): unknown {
  const pod = store.find(kind, namespace, name)
  const spec = pod['spec'] as { nodeName?: string }
  if (spec.nodeName || (metadata.uid && metadata.uid !== pod.metadata.uid)) throw staleObject(kind, name)
  store.replace(kind, { ...pod, spec: { ...spec, nodeName: target.name } }, 'main')
  return { kind: 'Status', status: 'Success' }
}

type Typed = readonly { readonly type: string }[] | undefined

function mergeByType(before: unknown, wanted: unknown): unknown {
  const old = (before as Typed) ?? []
  const changed = ((wanted as Typed) ?? []).map((each) => ({ ...old.find(({ type }) => type === each.type), ...each }))
  return [...old.filter(({ type }) => !changed.some((each) => each.type === type)), ...changed]
}
