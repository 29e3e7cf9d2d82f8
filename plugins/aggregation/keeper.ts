/** Looks at the servers of all APIServices again and again, while there are any, and keeps their condition Available. */
import { type Clock, sleep } from '../../core/kit/index.js'
import { ifNotFound, type KubeObject, timestamp } from '../../core/meta/index.js'
import { type Found, type Looking, look, Unavailable } from './probe.js'
import { type ApiService, type Condition, keyOf, type Table } from './table.js'

/** Upstream looks as often at what is well. */
const wellMs = 30_000
/** At what is not: from the one, doubled, to the other. */
const leastIllMs = 250
const mostIllMs = 5_000

export interface Known {
  readonly found: Found | undefined
  readonly isFresh: boolean
}

/** Cost: nothing without APIServices that name a server; else a request to each in half a minute, and a write when its state changes. */
export class Keeper {
  readonly #table: Table
  readonly #looking: Looking
  readonly #known = new Map<string, Known>()
  readonly #rounds = new Map<string, { readonly service: ApiService; readonly end: AbortController }>()
  readonly #onChange: () => void

  constructor(table: Table, looking: Looking, onChange: () => void) {
    this.#table = table
    this.#looking = looking
    this.#onChange = onChange
  }

  known(key: string): Known {
    return this.#known.get(key) ?? { found: undefined, isFresh: false }
  }

  /** The table has changed: what is new or other is looked at now, what is gone forgotten. */
  renew(): void {
    const services = this.#table.all()
    for (const [key, { service, end }] of this.#rounds) {
      const now = services.get(key)
      if (now && now.metadata.generation === service.metadata.generation && sameSpec(now, service)) continue
      end.abort()
      this.#rounds.delete(key)
      if (!now) this.#known.delete(key)
    }
    for (const [key, service] of services) {
      if (this.#rounds.has(key)) continue
      const end = new AbortController()
      this.#rounds.set(key, { service, end })
      void this.#keep(service, end.signal)
    }
  }

  close(): void {
    for (const { end } of this.#rounds.values()) end.abort()
    this.#rounds.clear()
  }

  async #keep(service: ApiService, signal: AbortSignal): Promise<void> {
    const { clock } = this.#looking
    let illMs = leastIllMs
    while (!signal.aborted) {
      const condition = await this.#lookOnce(service, signal)
      if (signal.aborted) return
      await this.#tell(service, condition).catch(() => {})
      const { group = '', version = '' } = service.spec
      const isWell = condition.status === 'True' && this.known(keyOf(group, version)).isFresh
      await sleep(clock, isWell ? wellMs : illMs, signal).catch(() => {})
      illMs = isWell ? leastIllMs : Math.min(illMs * 2, mostIllMs)
    }
  }

  async #lookOnce(service: ApiService, signal: AbortSignal): Promise<Condition> {
    const key = keyOf(service.spec.group ?? '', service.spec.version ?? '')
    try {
      const found = await look(service, this.#looking)
      // One that answers and does not tell what it serves is available: what it told before stands, as old.
      if (!signal.aborted) this.#note(key, found ? { found, isFresh: true } : { ...this.known(key), isFresh: false })
      return { type: 'Available', status: 'True', reason: 'Passed', message: 'all checks passed' }
    } catch (error) {
      const told = error instanceof Unavailable ? error.told : undefined
      if (!signal.aborted)
        this.#note(key, told ? { found: told, isFresh: true } : { ...this.known(key), isFresh: false })
      const reason = error instanceof Unavailable ? error.reason : 'FailedDiscoveryCheck'
      return {
        type: 'Available',
        status: 'False',
        reason,
        message: error instanceof Error ? error.message : `${error}`,
      }
    }
  }

  #note(key: string, known: Known): void {
    const before = this.#known.get(key)
    this.#known.set(key, known)
    if (JSON.stringify(before) !== JSON.stringify(known)) this.#onChange()
  }

  async #tell({ metadata }: ApiService, condition: Condition): Promise<void> {
    const { guarded, clock } = this.#looking
    const kind = 'apiregistration.k8s.io/apiservices'
    const found = (await guarded.get(kind, '', metadata.name ?? '').catch(ifNotFound)) as ApiService | undefined
    if (!found || isTold(found, condition)) return
    const change = (object: KubeObject) => setCondition(object, condition, clock)
    await guarded.update(kind, '', metadata.name ?? '', change, { subresource: 'status' })
  }
}

const sameSpec = (a: ApiService, b: ApiService): boolean =>
  a.metadata.uid === b.metadata.uid && JSON.stringify(a.spec) === JSON.stringify(b.spec)

const conditionOf = ({ status }: ApiService, type: string) => status?.conditions?.find((each) => each.type === type)

function isTold(found: ApiService, { type, status, reason, message }: Condition): boolean {
  const told = conditionOf(found, type)
  return told?.status === status && told.reason === reason && told.message === message
}

function setCondition(object: KubeObject, condition: Condition, clock: Clock): void {
  const service = object as ApiService
  const told = conditionOf(service, condition.type)
  const since = told?.status === condition.status ? told.lastTransitionTime : undefined
  const others = (service.status?.conditions ?? []).filter(({ type }) => type !== condition.type)
  const conditions = [...others, { ...condition, lastTransitionTime: since ?? timestamp(clock.now()) }]
  object['status'] = { ...service.status, conditions }
}
