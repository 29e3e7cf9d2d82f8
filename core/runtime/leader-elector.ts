import { type Client, isReason } from '../client/index.js'
import { type Clock, type Log, type Random, sleep } from '../kit/index.js'
import { type KindToken, type KubeObject, microTimestamp } from '../meta/index.js'

type Lease = KubeObject & { spec?: LeaseSpec }

interface LeaseSpec {
  holderIdentity?: string
  leaseDurationSeconds?: number
  acquireTime?: string
  renewTime?: string
  leaseTransitions?: number
}

const leases: KindToken<Lease> = {
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
}

/** client-go's parameters: how long a lease stands unrenewed, how long its holder may fail to renew before it steps down, how often both try. */
const leaseMs = 15_000
const renewDeadlineMs = 10_000
const retryMs = 2_000
const jitter = 1.2

export interface Election {
  readonly client: Client
  readonly namespace: string
  /** The lease's name: the operator's. */
  readonly name: string
  /** Told apart from all other candidates. */
  readonly identity: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/**
 * Leads in turns: waits for the lease, then runs `lead` with a signal that is aborted when the lease could not be renewed in 10 s, or when somebody else has it; again until `signal`.
 * A lease is judged by how long this process has seen it unchanged, on its own monotonic clock, never by the times written in it. Given back at a clean stop.
 * Invariant: the signal is aborted 5 s before anybody else may take the lease, as long as timers fire; after a pause of the whole process it is aborted before any other timer or answer is seen.
 */
export class LeaderElector {
  readonly #election: Election
  #seen: { readonly version: string | undefined; readonly atMs: number } | undefined

  constructor(election: Election) {
    this.#election = election
  }

  async run(lead: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const lease = await this.#acquire(signal)
      if (!lease) return
      const leadership = new AbortController()
      const stop = () => leadership.abort(signal.reason)
      signal.addEventListener('abort', stop, { once: true })
      const led = lead(leadership.signal).catch((error: unknown) => {
        this.#election.log.error('what was led failed', { error })
      })
      const ended = led.then(() => leadership.abort(new Error('it has ended')))
      const held = await this.#renew(lease, leadership)
      await Promise.all([led, ended])
      signal.removeEventListener('abort', stop)
      if (held) await this.#release(held)
    }
  }

  async #acquire(signal: AbortSignal): Promise<Lease | undefined> {
    const { clock, random, log, name } = this.#election
    while (!signal.aborted) {
      const lease = await this.#try().catch((error: unknown) => {
        log.debug('the lease could not be had', { error })
        return undefined
      })
      if (lease && !signal.aborted) {
        log.info('leading', { lease: name })
        return lease
      }
      if (lease) await this.#release(lease)
      await sleep(clock, retryMs * (1 + jitter * random.fraction()), signal).catch(() => {})
    }
    return undefined
  }

  /** Renews until the leadership ends; answers the lease when it is still ours to give back. */
  async #renew(first: Lease, leadership: AbortController): Promise<Lease | undefined> {
    const { clock, log, name } = this.#election
    let lease: Lease | undefined = first
    const lose = () => {
      log.warn('leadership lost', { lease: name })
      leadership.abort(new Error(`lost the lease ${name}`))
    }
    let deadline = clock.after(renewDeadlineMs, lose)
    while (!leadership.signal.aborted) {
      await sleep(clock, retryMs, leadership.signal).catch(() => {})
      if (leadership.signal.aborted) break
      const askedMs = clock.monotonicMs()
      const renewed: Lease | 'taken' | undefined = await this.#try(leadership.signal).then(
        (answer) => answer ?? 'taken',
        () => undefined,
      )
      if (renewed === 'taken') {
        lease = undefined
        lose()
      } else if (renewed) {
        lease = renewed
        deadline.cancel()
        if (!leadership.signal.aborted) {
          deadline = clock.after(askedMs + renewDeadlineMs - clock.monotonicMs(), lose)
        }
      }
    }
    deadline.cancel()
    return lease
  }

  /** One attempt to take or renew; undefined: somebody else holds it. Throws when the API does not answer, or a race was lost. */
  async #try(signal?: AbortSignal): Promise<Lease | undefined> {
    const { client, namespace, name, identity, clock } = this.#election
    const now = microTimestamp(clock.now())
    const mine = { holderIdentity: identity, leaseDurationSeconds: leaseMs / 1000, renewTime: now }
    const live = await client.get(leases, { namespace, name }, { signal }).catch((error: unknown) => {
      if (isReason(error, 'NotFound')) return undefined
      throw error
    })
    if (!live) {
      const spec = { ...mine, acquireTime: now, leaseTransitions: 0 }
      return client.create(leases, { metadata: { namespace, name }, spec }, { signal })
    }
    const version = live.metadata.resourceVersion
    const atMs = clock.monotonicMs()
    if (this.#seen?.version !== version) this.#seen = { version, atMs }
    const { holderIdentity, leaseDurationSeconds = 15, leaseTransitions = 0, acquireTime } = live.spec ?? {}
    const held = holderIdentity === identity
    if (!held && holderIdentity && atMs - this.#seen!.atMs < leaseDurationSeconds * 1000) return undefined
    const spec = held
      ? { ...live.spec, ...mine, acquireTime, leaseTransitions }
      : { ...live.spec, ...mine, acquireTime: now, leaseTransitions: leaseTransitions + 1 }
    return client.update(leases, { ...live, spec }, { signal })
  }

  async #release(lease: Lease): Promise<void> {
    const { client, clock, log } = this.#election
    const now = microTimestamp(clock.now())
    const spec = { ...lease.spec, holderIdentity: '', leaseDurationSeconds: 1, renewTime: now, acquireTime: now }
    try {
      await client.update(leases, { ...lease, spec })
    } catch (error) {
      log.debug('the lease was not given back', { error })
    }
  }
}
