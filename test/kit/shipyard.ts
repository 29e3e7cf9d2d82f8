/** A planning operator of the sample kinds, and a manager that runs operators on the in-memory API in virtual time. */
import { type Fields, type Log, type Random, seededRandom, VirtualClock } from '../../core/kit/index.js'
import type { Client } from '../../core/client/index.js'
import type { KindToken, KubeObject } from '../../core/meta/index.js'
import { defineOperator, type Observed, type Operator, type Plan, type PlanOperator } from '../../core/operator.js'
import { Manager } from '../../core/runtime/index.js'
import { MemoryApi } from './memory-api.js'
import { type Fleet, fleets, harbours, type Ship, ships } from './sample-kinds.js'

const events: KindToken = { group: '', version: 'v1', kind: 'Event', plural: 'events', namespaced: true }
const leases: KindToken = {
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
}

/** As many ships as the fleet says, in its paint; surplus ones go, the last in name first. */
export function planFleet(observed: Observed<Fleet>): Plan<Fleet> {
  const { parent, refusals } = observed
  const { ships: count = 0, paint, selector } = parent.spec ?? {}
  const all = observed.children(ships)
  const alive = all.filter(({ metadata }) => !metadata.deletionTimestamp)
  const kept = alive.slice(0, count).map((ship) => (ship.spec?.paint === paint ? ship : { ...ship, spec: { paint } }))
  const fresh = (): Ship => ({
    metadata: { generateName: `${parent.metadata.name}-`, labels: { ...selector?.matchLabels } },
    spec: { paint },
  })
  const missing = Array.from({ length: count - kept.length }, fresh)
  const message = refusals[0] ? { message: `${refusals[0].verb}: ${refusals[0].reason}` } : {}
  const observedGeneration = parent.metadata.generation
  return { children: [...kept, ...missing], status: { afloat: alive.length, ...message, observedGeneration } }
}

export function fleetOperator(more: Partial<PlanOperator<Fleet>> = {}): Operator {
  return defineOperator<Fleet>({
    name: 'fleet',
    description: 'Keeps ships afloat.',
    kind: fleets,
    owns: [{ kind: ships, selectorPath: 'spec.selector', announce: 'podControl' }],
    plan: planFleet,
    ...more,
  })
}

export class Shipyard {
  readonly clock = new VirtualClock()
  readonly random: Random
  readonly api: MemoryApi
  /** Of a person. */
  readonly client: Client
  readonly logged: string[] = []
  manager: Manager

  constructor(seed = 1, options: { readonly graceful?: readonly string[] } = {}) {
    this.random = seededRandom(seed)
    const kinds = [fleets, ships, harbours, events, leases]
    this.api = new MemoryApi({ clock: this.clock, random: this.random, kinds, ...options })
    this.client = this.api.client('person')
    this.manager = this.newManager()
  }

  newManager(identity?: string): Manager {
    const { clock, random } = this
    const log = this.#log({})
    const election = identity ? { election: { identity } } : {}
    return new Manager({ clientOf: (operator) => this.api.client(operator), clock, random, log, ...election })
  }

  async start(...operators: readonly Operator[]): Promise<void> {
    for (const operator of operators) this.manager.start(operator)
    await this.clock.settle()
  }

  /** The operators' process ends and another begins: nothing is remembered. */
  async restart(...operators: readonly Operator[]): Promise<void> {
    const closed = this.manager.close()
    await this.clock.advance(20_000)
    await closed
    this.manager = this.newManager()
    await this.start(...operators)
  }

  /** Ends all, and proves that it can be ended. */
  async end(): Promise<void> {
    const closed = this.manager.close()
    await this.clock.advance(20_000)
    await closed
  }

  ships(): Ship[] {
    return this.api.store.list(ships) as Ship[]
  }

  fleet(name: string): Fleet {
    return this.api.store.find(fleets, 'sea', name) as Fleet
  }

  events(): KubeObject[] {
    return this.api.store.list(events)
  }

  async patch(kind: KindToken<object>, name: string, body: object): Promise<void> {
    await this.client.patch(kind, { namespace: 'sea', name, patch: { type: 'merge', body } })
    await this.clock.settle()
  }

  #log(fields: Fields): Log {
    const line = (level: string) => (message: string, more?: Fields) => {
      this.logged.push(
        `${level} ${message} ${JSON.stringify({ ...fields, ...more, error: String(more?.['error'] ?? '') })}`,
      )
    }
    const with_ = (more: Fields) => this.#log({ ...fields, ...more })
    return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error'), with: with_ }
  }
}
