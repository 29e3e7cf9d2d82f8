import { type Client, isReason } from '../client/index.js'
import { type Clock, type Log, type Random, sleep, type Timer } from '../kit/index.js'
import { microTimestamp } from '../meta/index.js'
import { Lease } from '../../crds/generated/tokens.js'

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

/** The time in which one is the leader. */
export interface Leadership {
  /** Aborted at its end. */
  readonly signal: AbortSignal
  /** To be asked before each act: false from the moment at which the lease may be somebody else's, even when the whole process stood still and no timer could fire. */
  holds(): boolean
}

/**
 * Leads in turns: waits for the lease, then runs `lead` until the lease could not be renewed for 10 s or somebody else has it; again until the signal.
 * A lease is judged by how long this process has seen it unchanged, on its own monotonic clock, never by the times written in it. Given back at a clean stop.
 * Invariant: `holds()` is false 5 s before anybody else may take the lease.
 */
export class LeaderElector {
  readonly #election: Election
  #seen: { readonly spec: string; readonly atMs: number } | undefined

  constructor(election: Election) {
    this.#election = election
  }

  async run(lead: (leadership: Leadership) => Promise<void>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const won = await this.#acquire(signal)
      if (!won) return
      const term = new Term(this.#election, won.askedMs)
      const stop = () => term.end('stopped')
      signal.addEventListener('abort', stop, { once: true })
      if (signal.aborted) stop()
      const led = lead(term)
        .catch((error: unknown) => this.#election.log.error('what was led failed', { error }))
        .then(() => term.end('it has ended'))
      const lease = await this.#renew(won.lease, term)
      await led
      signal.removeEventListener('abort', stop)
      if (lease) await this.#release(lease)
    }
  }

  async #acquire(signal: AbortSignal): Promise<{ readonly lease: Lease; readonly askedMs: number } | undefined> {
    const { clock, random, log, name } = this.#election
    while (!signal.aborted) {
      const askedMs = clock.monotonicMs()
      const lease = await this.#try().catch((error: unknown) => {
        log.debug('the lease could not be had', { error })
        return undefined
      })
      if (lease) {
        log.info('leading', { lease: name })
        return { lease, askedMs }
      }
      await sleep(clock, retryMs * (1 + jitter * random.fraction()), signal).catch(() => {})
    }
    return undefined
  }

  /** Renews until the term ends; answers the lease when it may still be given back. */
  async #renew(first: Lease, term: Term): Promise<Lease | undefined> {
    const { clock, log } = this.#election
    let lease = first
    while (!term.signal.aborted) {
      await sleep(clock, retryMs, term.signal).catch(() => {})
      if (!term.holds()) break
      const askedMs = clock.monotonicMs()
      try {
        const renewed = await this.#try(term.signal)
        if (!renewed) {
          term.end('somebody else has the lease')
          return undefined
        }
        lease = renewed
        term.renewed(askedMs)
      } catch (error) {
        if (!term.signal.aborted) log.debug('the lease was not renewed', { error })
      }
    }
    return lease
  }

  /** One attempt to take or renew; undefined: somebody else holds it. Throws when the API does not answer, or a race was lost. */
  async #try(signal?: AbortSignal): Promise<Lease | undefined> {
    const { client, namespace, name, identity, clock } = this.#election
    const now = microTimestamp(clock.now())
    const mine = { holderIdentity: identity, leaseDurationSeconds: leaseMs / 1000, renewTime: now }
    const live = await client.get(Lease, { namespace, name }, { signal }).catch((error: unknown) => {
      if (isReason(error, 'NotFound')) return undefined
      throw error
    })
    if (!live) {
      const spec = { ...mine, acquireTime: now, leaseTransitions: 0 }
      return client.create(Lease, { metadata: { namespace, name }, spec }, { signal })
    }
    const { holderIdentity, leaseDurationSeconds = 15, leaseTransitions = 0, acquireTime } = live.spec ?? {}
    const held = holderIdentity === identity
    if (!held && holderIdentity && this.#unchangedMs(live) < leaseDurationSeconds * 1000) return undefined
    const taken = held
      ? { acquireTime, leaseTransitions }
      : { acquireTime: now, leaseTransitions: leaseTransitions + 1 }
    return client.update(Lease, { ...live, spec: { ...live.spec, ...mine, ...taken } }, { signal })
  }

  #unchangedMs(lease: Lease): number {
    const atMs = this.#election.clock.monotonicMs()
    const spec = JSON.stringify(lease.spec)
    if (this.#seen?.spec !== spec) this.#seen = { spec, atMs }
    return atMs - this.#seen.atMs
  }

  async #release(lease: Lease): Promise<void> {
    const { client, clock, log } = this.#election
    const now = microTimestamp(clock.now())
    const spec = { ...lease.spec, holderIdentity: '', leaseDurationSeconds: 1, renewTime: now, acquireTime: now }
    try {
      await client.update(Lease, { ...lease, spec })
    } catch (error) {
      log.debug('the lease was not given back', { error })
    }
  }
}

class Term implements Leadership {
  readonly #election: Election
  readonly #end = new AbortController()
  readonly signal = this.#end.signal
  #deadlineMs = 0
  #timer: Timer | undefined

  constructor(election: Election, askedMs: number) {
    this.#election = election
    this.renewed(askedMs)
  }

  holds(): boolean {
    if (this.signal.aborted) return false
    if (this.#election.clock.monotonicMs() < this.#deadlineMs) return true
    this.end('the lease could not be renewed in time')
    return false
  }

  /** By a request sent at `askedMs`. */
  renewed(askedMs: number): void {
    const { clock } = this.#election
    this.#deadlineMs = askedMs + renewDeadlineMs
    this.#timer?.cancel()
    if (this.signal.aborted) return
    this.#timer = clock.after(this.#deadlineMs - clock.monotonicMs(), () => void this.holds())
  }

  end(why: string): void {
    if (this.signal.aborted) return
    this.#timer?.cancel()
    this.#election.log.info('leading no more', { lease: this.#election.name, why })
    this.#end.abort(new Error(why))
  }
}
