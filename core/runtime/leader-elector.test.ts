import { expect } from 'chai'
import { MemoryApi } from '../../test/kit/memory-api.js'
import { seededRandom, silentLog, VirtualClock } from '../kit/index.js'
import type { KindToken, KubeObject } from '../meta/index.js'
import { LeaderElector, type Leadership } from './leader-elector.js'

const leases: KindToken<KubeObject> = {
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
}

/** Some candidates for one lease, each with a clock of its own when it is given one. */
class Ballot {
  readonly clock = new VirtualClock()
  readonly api = new MemoryApi({ clock: this.clock, random: seededRandom(1), kinds: [leases] })
  readonly terms = new Map<string, Leadership>()
  readonly story: string[] = []
  readonly #stops = new Map<string, { stop: AbortController; ended: Promise<void> }>()

  join(identity: string, clock = this.clock): void {
    const client = this.api.client(identity)
    const random = seededRandom(identity.length)
    const parts = { client, clock, random, log: silentLog, namespace: 'kube-system', name: 'fleet', identity }
    const stop = new AbortController()
    const lead = async (term: Leadership) => {
      this.terms.set(identity, term)
      this.story.push(`${identity} leads`)
      await new Promise<void>((resolve) => term.signal.addEventListener('abort', () => resolve(), { once: true }))
      this.story.push(`${identity} steps down`)
    }
    this.#stops.set(identity, { stop, ended: new LeaderElector(parts).run(lead, stop.signal) })
  }

  async leave(identity: string): Promise<void> {
    const { stop, ended } = this.#stops.get(identity)!
    stop.abort()
    await this.clock.advance(3000)
    await ended
  }

  async end(): Promise<void> {
    this.api.fault = () => undefined
    for (const identity of this.#stops.keys()) await this.leave(identity)
  }

  holders(): string[] {
    return [...this.terms].filter(([, term]) => term.holds()).map(([identity]) => identity)
  }

  spec(): Record<string, unknown> {
    return this.api.store.find(leases, 'kube-system', 'fleet')['spec'] as Record<string, unknown>
  }
}

describe('leader election', () => {
  it('has one leader of two candidates, for as long as it renews', async () => {
    const ballot = new Ballot()
    ballot.join('a')
    await ballot.clock.settle()
    ballot.join('b')
    await ballot.clock.advance(120_000)
    expect(ballot.story).to.deep.equal(['a leads'])
    expect(ballot.holders()).to.deep.equal(['a'])
    expect(ballot.spec()).to.include({ holderIdentity: 'a', leaseDurationSeconds: 15, leaseTransitions: 0 })
    await ballot.end()
  })

  it('passes on at once when the leader leaves in good order', async () => {
    const ballot = new Ballot()
    ballot.join('a')
    await ballot.clock.settle()
    ballot.join('b')
    await ballot.clock.settle()
    await ballot.leave('a')
    await ballot.clock.advance(5000)
    expect(ballot.story).to.deep.equal(['a leads', 'a steps down', 'b leads'])
    expect(ballot.spec()).to.include({ holderIdentity: 'b', leaseTransitions: 2 - 1 })
    await ballot.end()
  })

  it('makes a leader that cannot renew step down before another may take over', async () => {
    const ballot = new Ballot()
    ballot.join('a')
    await ballot.clock.settle()
    ballot.join('b')
    await ballot.clock.settle()
    ballot.api.fault = ({ headers }) => (headers?.['user-agent'] === 'a' ? { lost: 'before' } : undefined)
    await ballot.clock.advance(9_900)
    expect(ballot.holders()).to.deep.equal(['a'])
    await ballot.clock.advance(200)
    expect(ballot.holders()).to.deep.equal([])
    await ballot.clock.advance(10_000)
    expect(ballot.story).to.deep.equal(['a leads', 'a steps down', 'b leads'])
    await ballot.end()
  })

  it('is not deceived by wall clocks that jump or differ', async () => {
    const ballot = new Ballot()
    ballot.join('a')
    await ballot.clock.settle()
    ballot.join('b')
    await ballot.clock.advance(5000)
    for (const jump of [3_600_000, -7_200_000, 86_400_000]) {
      ballot.clock.jumpWall(jump)
      await ballot.clock.advance(30_000)
    }
    expect(ballot.story).to.deep.equal(['a leads'])
    await ballot.end()
  })

  it('tells a leader whose process stood still that it leads no more, before any of its timers fires', async () => {
    const ballot = new Ballot()
    const own = new VirtualClock()
    ballot.join('a', own)
    await own.settle()
    ballot.join('b')
    await ballot.clock.advance(20_000)
    expect(ballot.story).to.deep.equal(['a leads', 'b leads'])
    let acted = false
    own.after(1, () => {
      acted = ballot.terms.get('a')!.holds()
    })
    await own.pause(20_000)
    expect(acted).to.equal(false)
    expect(ballot.holders()).to.deep.equal(['b'])
    for (let second = 0; second < 60; second++) {
      await own.advance(1000)
      await ballot.clock.advance(1000)
    }
    expect(ballot.holders()).to.deep.equal(['b'])
    const ended = ballot.leave('a')
    await own.advance(5000)
    await ended
    await ballot.leave('b')
  })

  it('has at most one leader when both try for a lease that has run out', async () => {
    const ballot = new Ballot()
    const metadata = { namespace: 'kube-system', name: 'fleet' }
    const spec = { holderIdentity: 'dead', leaseDurationSeconds: 15, leaseTransitions: 7 }
    await ballot.api.client().create(leases, { metadata, spec })
    for (const identity of ['a', 'bb', 'ccc']) ballot.join(identity)
    for (let second = 0; second < 60; second++) {
      await ballot.clock.advance(1000)
      expect(ballot.holders()).to.have.length(second < 15 ? 0 : ballot.holders().length)
      expect(ballot.holders().length).to.be.at.most(1)
    }
    expect(ballot.holders()).to.have.length(1)
    expect(ballot.spec()['leaseTransitions']).to.equal(8)
    await ballot.end()
  })
})
