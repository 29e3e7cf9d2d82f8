import { expect } from 'chai'
import { fleet, fleets, harbours, ship, ships } from '../../../test/kit/sample-kinds.js'
import { fleetOperator, planFleet, Shipyard } from '../../../test/kit/shipyard.js'
import { controllerOf, forbidden, type KubeObject, objectKey } from '../../meta/index.js'

const posted = /^POST .*\/ships$/
const touched = { metadata: { annotations: { touched: 'yes' } } }

describe('a planner', () => {
  it('gets the children that it wants, owned and under names sent with the request, and its status written', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 3))
    await yard.start(fleetOperator())
    await yard.clock.advance(100)
    expect(yard.ships()).to.have.length(3)
    for (const each of yard.ships()) {
      expect(controllerOf(each)).to.include({ kind: 'Fleet', name: 'f', uid: yard.fleet('f').metadata.uid })
      expect(each.metadata.name).to.match(/^f-[a-z0-9]{5}$/)
    }
    const sent = yard.api.requests.filter(({ line }) => posted.test(line)).map(({ body }) => body as KubeObject)
    expect(sent.map(({ metadata }) => metadata.name)).to.have.members(yard.ships().map(({ metadata }) => metadata.name))
    expect(yard.fleet('f').status).to.deep.equal({ afloat: 3, observedGeneration: 1 })
    await yard.end()
  })

  it('costs no request while what it returns is what it was shown', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 3))
    await yard.start(fleetOperator())
    await yard.clock.advance(1000)
    const before = yard.api.requests.filter(({ as }) => as === 'fleet').length
    await yard.patch(fleets, 'f', touched)
    await yard.clock.advance(1000)
    expect(yard.api.requests.filter(({ as }) => as === 'fleet')).to.have.length(before)
    await yard.end()
  })

  it('has changed children patched with the difference alone, under their revision, and left out ones deleted by uid', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 2))
    await yard.start(fleetOperator())
    await yard.clock.advance(1000)
    const [first, second] = yard.ships()
    await yard.patch(fleets, 'f', { spec: { ships: 1, paint: 'red' } })
    await yard.clock.advance(1000)
    const bodies = (line: RegExp) => yard.api.requests.filter((each) => line.test(each.line)).map(({ body }) => body)
    const { resourceVersion, uid } = first!.metadata
    expect(bodies(/^PATCH .*\/ships\//)).to.deep.equal([{ spec: { paint: 'red' }, metadata: { resourceVersion, uid } }])
    const [deletion] = bodies(/^DELETE .*\/ships\//) as { preconditions: object }[]
    expect(deletion!.preconditions).to.deep.equal({ uid: second!.metadata.uid })
    expect(yard.fleet('f').status).to.deep.equal({ afloat: 1, observedGeneration: 2 })
    await yard.end()
  })

  it('is not shown anything new until the cache has the own writes, even when it is woken', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 3))
    yard.api.watches.held = ['ships']
    await yard.start(fleetOperator())
    for (let turn = 0; turn < 20; turn++) {
      await yard.patch(fleets, 'f', { metadata: { annotations: { turn: String(turn) } } })
      await yard.clock.advance(1000)
    }
    expect(yard.ships()).to.have.length(3)
    yard.api.watches.release()
    await yard.clock.advance(1000)
    expect(yard.ships()).to.have.length(3)
    expect(yard.fleet('f').status?.afloat).to.equal(3)
    await yard.end()
  })

  it('is not kept waiting for its own writes longer than 5 minutes, and the log says so', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 1))
    yard.api.watches.held = ['ships']
    await yard.start(fleetOperator())
    await yard.clock.advance(299_000)
    expect(yard.logged.join()).not.to.contain('own writes')
    await yard.clock.advance(2_000)
    expect(yard.logged.join()).to.contain('did not show our own writes in 5 minutes')
    yard.api.watches.release()
    await yard.clock.advance(1000)
    expect(yard.ships()).to.have.length(1)
    await yard.end()
  })

  it('waits for the very object that was deleted to go, not for its name', async () => {
    const yard = new Shipyard()
    const operator = fleetOperator({
      plan: ({ parent, children }) => {
        const paint = parent.spec?.paint
        const old = children(ships)[0]
        return {
          children: [
            old && old.spec?.paint === paint
              ? old
              : { metadata: { name: 'flagship', labels: { fleet: 'f' } }, spec: { paint } },
          ],
        }
      },
    })
    await yard.client.create(fleets, fleet('f', 1))
    await yard.start(operator)
    await yard.clock.advance(100)
    const before = yard.ships()[0]!
    yard.api.watches.held = ['ships']
    await yard.patch(fleets, 'f', { spec: { paint: 'red' } })
    await yard.clock.advance(1000)
    expect(yard.ships()).to.deep.equal([])
    expect(yard.api.count(posted)).to.equal(1)
    yard.api.watches.release()
    await yard.clock.advance(1000)
    expect(yard.ships().map(({ metadata, spec }) => [metadata.name, spec?.paint])).to.deep.equal([['flagship', 'red']])
    expect(yard.ships()[0]!.metadata.uid).not.to.equal(before.metadata.uid)
    expect(yard.api.count(posted)).to.equal(2)
    await yard.end()
  })

  it('has a child of the same name made anew only when the old one has gone', async () => {
    const yard = new Shipyard(1, { graceful: ['ships'] })
    const flagship = { metadata: { name: 'flagship', labels: { fleet: 'f' } } }
    const operator = fleetOperator({
      plan: ({ children }) => ({
        children: [children(ships).find((each) => !each.metadata.deletionTimestamp) ?? flagship],
      }),
    })
    await yard.client.create(fleets, fleet('f', 1))
    await yard.start(operator)
    await yard.clock.advance(100)
    await yard.client.delete(ships, { namespace: 'sea', name: 'flagship' })
    await yard.clock.advance(60_000)
    expect(yard.api.count(posted)).to.equal(1)
    await yard.client.delete(ships, { namespace: 'sea', name: 'flagship' }, { gracePeriodSeconds: 0 })
    await yard.clock.advance(100)
    expect(yard.api.count(posted)).to.equal(2)
    await yard.end()
  })

  it('creates slowly at first, stops at the first refusal, and is shown it', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 100))
    let left = 10
    yard.api.fault = ({ method, url }) =>
      method === 'POST' && url.includes('ships') && left-- <= 0
        ? { refuse: forbidden(ships, 'x', 'exceeded quota') }
        : undefined
    await yard.start(fleetOperator())
    await yard.clock.settle()
    expect(yard.ships()).to.have.length(10)
    expect(yard.api.count(posted)).to.be.within(11, 20)
    await yard.clock.advance(2000)
    expect(yard.fleet('f').status).to.include({ afloat: 10, message: 'create: Forbidden' })
    const tries = yard.api.count(posted)
    await yard.clock.advance(60_000)
    expect(yard.api.count(posted) - tries).to.be.below(20)
    left = 1000
    await yard.clock.advance(300_000)
    expect(yard.ships()).to.have.length(100)
    expect(yard.fleet('f').status).to.deep.equal({ afloat: 100, observedGeneration: 1 })
    await yard.end()
  })

  it('has all creates of a large plan in flight after a few round trips', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 2000))
    yard.api.fault = ({ method }) => (method === 'POST' ? { delayMs: 1 } : undefined)
    await yard.start(fleetOperator())
    await yard.clock.advance(16)
    expect(yard.ships()).to.have.length(2000)
    await yard.end()
  })

  it('writes its status even when it crashed right after the creates, and creates nothing twice', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 5))
    yard.api.fault = ({ url }) => (url.includes('/status') ? { lost: 'before' } : undefined)
    await yard.start(fleetOperator())
    await yard.clock.advance(10)
    expect(yard.fleet('f').status).to.equal(undefined)
    yard.api.fault = () => undefined
    await yard.restart(fleetOperator())
    await yard.clock.advance(1000)
    expect(yard.fleet('f').status?.afloat).to.equal(5)
    expect(yard.ships()).to.have.length(5)
    expect(yard.api.count(posted)).to.equal(5)
    await yard.end()
  })

  for (const lost of ['before', 'after', 'late'] as const) {
    it(`creates a child once when the answer is lost, the deed done: ${lost}`, async () => {
      const yard = new Shipyard()
      await yard.client.create(fleets, fleet('f', 3))
      let faults = 2
      yard.api.fault = ({ method, url }) =>
        method === 'POST' && url.includes('ships') && faults-- > 0 ? { lost, delayMs: 60 } : undefined
      await yard.start(fleetOperator())
      await yard.clock.advance(10_000)
      expect(yard.ships()).to.have.length(3)
      expect(
        new Set(
          yard.api.store.log
            .filter(({ type, plural }) => type === 'ADDED' && plural.endsWith('/ships'))
            .map(({ object }) => objectKey(object)),
        ).size,
      ).to.equal(3)
      expect(yard.fleet('f').status?.afloat).to.equal(3)
      await yard.end()
    })
  }

  it('plans again from a fresher cache after a lost race', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 1))
    await yard.start(fleetOperator())
    await yard.clock.advance(100)
    const name = String(yard.ships()[0]!.metadata.name)
    yard.api.watches.held = ['ships']
    await yard.patch(ships, name, { spec: { mast: 'tall' } })
    await yard.patch(fleets, 'f', { spec: { paint: 'red' } })
    await yard.clock.advance(5000)
    const patches = yard.api.requests.filter(({ as, line }) => as === 'fleet' && /^PATCH .*ships/.test(line)).length
    expect(patches).to.equal(1)
    expect(yard.ships()[0]!.spec).to.deep.equal({ mast: 'tall', paint: 'white' })
    yard.api.watches.release()
    await yard.clock.advance(5000)
    expect(yard.ships()[0]!.spec).to.deep.equal({ paint: 'red' })
    await yard.end()
  })

  it('is shown a refusal when somebody else bears the name that it wants', async () => {
    const yard = new Shipyard()
    await yard.client.create(ships, ship('flagship'))
    await yard.client.create(fleets, fleet('f', 1))
    const operator = fleetOperator({
      plan: (observed) => ({
        ...planFleet(observed),
        children: [observed.children(ships)[0] ?? { metadata: { name: 'flagship' } }],
      }),
    })
    await yard.start(operator)
    await yard.clock.advance(1000)
    expect(yard.fleet('f').status?.message).to.equal('create: AlreadyExists')
    expect(controllerOf(yard.ships()[0]!)).to.equal(undefined)
    await yard.end()
  })

  it('adopts orphans that its selector matches instead of creating, and releases children that match no more', async () => {
    const yard = new Shipyard()
    for (const name of ['a', 'b']) await yard.client.create(ships, ship(name, { fleet: 'f' }))
    await yard.client.create(ships, ship('stranger', { fleet: 'g' }))
    await yard.client.create(fleets, fleet('f', 3))
    await yard.start(fleetOperator())
    await yard.clock.advance(1000)
    expect(yard.api.count(posted) - 3).to.equal(1)
    expect(yard.ships().filter((each) => controllerOf(each))).to.have.length(3)
    await yard.patch(ships, 'a', { metadata: { labels: { fleet: 'none' } } })
    await yard.clock.advance(1000)
    const a = yard.ships().find(({ metadata }) => metadata.name === 'a')
    expect(controllerOf(a!)).to.equal(undefined)
    expect(yard.ships().filter((each) => controllerOf(each))).to.have.length(3)
    await yard.patch(ships, 'stranger', { metadata: { labels: { fleet: 'f' } } })
    await yard.clock.advance(1000)
    expect(yard.ships().filter((each) => controllerOf(each))).to.have.length(3)
    await yard.end()
  })

  it('adopts nothing for a parent that the API says is going or is another', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 1, { finalizers: ['keep'] }))
    await yard.start(fleetOperator())
    await yard.clock.advance(1000)
    yard.api.watches.held = ['fleets']
    await yard.client.delete(fleets, { namespace: 'sea', name: 'f' })
    await yard.client.create(ships, ship('late', { fleet: 'f' }))
    await yard.clock.advance(60_000)
    const late = yard.ships().find(({ metadata }) => metadata.name === 'late')
    expect(controllerOf(late!)).to.equal(undefined)
    await yard.end()
  })

  it('is asked about a parent being deleted only while its own finalizer stands', async () => {
    const yard = new Shipyard()
    const finalizer = 'fleet.example/sink'
    const operator = fleetOperator({
      finalize: { finalizer },
      plan: (observed) => {
        const { parent } = observed
        const { metadata } = parent
        const finalizers = metadata.finalizers ?? []
        if (!metadata.deletionTimestamp) {
          const guarded = { ...parent, metadata: { ...metadata, finalizers: [finalizer] } }
          return finalizers.includes(finalizer) ? planFleet(observed) : { parent: guarded }
        }
        if (observed.children(ships).length) return { children: [] }
        return {
          parent: { ...parent, metadata: { ...metadata, finalizers: finalizers.filter((each) => each !== finalizer) } },
        }
      },
    })
    await yard.client.create(fleets, fleet('f', 2))
    await yard.start(operator)
    await yard.clock.advance(1000)
    expect(yard.ships()).to.have.length(2)
    await yard.client.delete(fleets, { namespace: 'sea', name: 'f' })
    await yard.clock.advance(1000)
    expect(yard.ships()).to.deep.equal([])
    expect(yard.api.store.list(fleets)).to.deep.equal([])
    await yard.end()
  })

  it('is woken by what it watches, and later when it asks', async () => {
    const yard = new Shipyard()
    const plans: number[] = []
    const operator = fleetOperator({
      watches: [{ kind: harbours, wakes: () => ['sea/f'] }],
      plan: ({ related, now }) => {
        plans.push(now)
        return { lookAgainMs: related(harbours).length ? undefined : 5000 }
      },
    })
    await yard.client.create(fleets, fleet('f', 0))
    await yard.start(operator)
    await yard.clock.advance(12_000)
    expect(plans).to.have.length(3)
    await yard.client.create(harbours, { metadata: { name: 'h' } })
    await yard.clock.advance(60_000)
    expect(plans.length).to.be.within(4, 5)
    await yard.end()
  })

  it('that throws is asked again with growing delays, and the others go on', async () => {
    const yard = new Shipyard()
    const thrower = fleetOperator({
      name: 'thrower',
      plan: () => {
        throw new Error('no idea')
      },
    })
    await yard.client.create(fleets, fleet('f', 2))
    await yard.start(thrower, fleetOperator())
    await yard.clock.advance(60_000)
    expect(yard.ships()).to.have.length(2)
    const [good, bad] = yard.manager.status()
    expect(good).to.include({ name: 'fleet', state: 'running', threw: 0 })
    expect(bad).to.include({ name: 'thrower', state: 'running', lastError: 'Error: no idea' })
    expect(bad!.threw).to.be.within(8, 40)
    await yard.end()
  })

  it('has its creates and deletes told as events on the parent', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 1))
    await yard.start(fleetOperator())
    await yard.clock.advance(1000)
    const name = yard.ships()[0]!.metadata.name
    await yard.patch(fleets, 'f', { spec: { ships: 0 } })
    await yard.clock.advance(1000)
    const told = yard.events().map((event) => [event['reason'], event['message']])
    expect(told).to.have.deep.members([
      ['SuccessfulCreate', `Created ship: ${name}`],
      ['SuccessfulDelete', `Deleted ship: ${name}`],
    ])
    expect(yard.events()[0]).to.deep.include({ source: { component: 'fleet' }, type: 'Normal', count: 1 })
    expect(yard.events()[0]!['involvedObject']).to.include({ kind: 'Fleet', name: 'f', namespace: 'sea' })
    await yard.end()
  })

  it('has its warnings told also when a write was refused, and other events only when none was', async () => {
    const yard = new Shipyard()
    yard.api.fault = ({ method, url }) =>
      method === 'POST' && url.includes('/ships') ? { refuse: forbidden(ships, 'x', 'exceeded quota') } : undefined
    const told = [
      { type: 'Normal', reason: 'Launched', message: 'a ship' },
      { type: 'Warning', reason: 'Storm', message: 'at sea' },
    ] as const
    await yard.client.create(fleets, fleet('f', 1))
    await yard.start(fleetOperator({ plan: () => ({ children: [{ metadata: { name: 'flagship' } }], events: told }) }))
    await yard.clock.advance(1000)
    const reasons = yard.events().map((event) => event['reason'])
    expect(reasons).to.include('Storm').and.not.to.include('Launched')
    await yard.end()
  })

  it('may not see kinds that it has not declared', async () => {
    const yard = new Shipyard()
    await yard.client.create(fleets, fleet('f', 1))
    await yard.start(fleetOperator({ plan: ({ related }) => ({ children: related(harbours) }) }))
    await yard.clock.advance(100)
    expect(yard.manager.status()[0]!.lastError).to.contain('operator fleet has not declared harbours.sea.example')
    await yard.end()
  })
})
