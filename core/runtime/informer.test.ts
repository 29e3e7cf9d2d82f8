import { expect } from 'chai'
import fc from 'fast-check'
import { MemoryApi } from '../../test/kit/memory-api.js'
import { type Ship, ship, ships } from '../../test/kit/sample-kinds.js'
import type { KindToken } from '../meta/index.js'
import { type Log, seededRandom, silentLog, VirtualClock } from '../kit/index.js'
import type { Change } from './contract.js'
import { Informer, type Narrowing } from './informer.js'

const at = (name: string) => ({ namespace: 'sea', name })

class Bay {
  readonly clock = new VirtualClock()
  readonly api: MemoryApi
  readonly client
  readonly informer: Informer<Ship>
  readonly changes: string[] = []
  /** Served; a test may take them away. */
  readonly kinds: KindToken<Ship>[] = [ships]
  readonly warnings: string[] = []
  readonly stop = new AbortController()
  #running: Promise<void> | undefined

  constructor(seed: number, narrowing: Narrowing = {}) {
    const random = seededRandom(seed)
    this.api = new MemoryApi({ clock: this.clock, random, kinds: this.kinds })
    this.client = this.api.client()
    const log: Log = { ...silentLog, warn: (message) => void this.warnings.push(message), with: () => log }
    const parts = { clock: this.clock, random, log, kind: ships, narrowing }
    this.informer = new Informer({ ...parts, client: () => this.client })
    this.informer.onChange(({ type, object }: Change<Ship>) => {
      this.changes.push(`${type} ${object.metadata.name}`)
    })
  }

  async start(): Promise<void> {
    this.#running = this.informer.run(this.stop.signal)
    await this.clock.settle()
  }

  async end(): Promise<void> {
    this.stop.abort()
    await this.clock.settle()
    await this.#running
  }

  async paint(name: string, paint: string): Promise<void> {
    await this.client.patch(ships, { ...at(name), patch: { type: 'merge', body: { spec: { paint } } } })
    await this.clock.settle()
  }

  kept(): string[] {
    return [...this.informer.store.keys()].sort()
  }
}

describe('an informer', () => {
  it('lists what is there and then follows what happens', async () => {
    const bay = new Bay(1)
    await bay.client.create(ships, ship('a'))
    await bay.start()
    expect(bay.informer.hasSynced).to.equal(true)
    await bay.client.create(ships, ship('b'))
    await bay.paint('a', 'red')
    await bay.client.delete(ships, at('b'))
    await bay.clock.settle()
    expect(bay.changes).to.deep.equal(['added a', 'added b', 'changed a', 'deleted b'])
    expect(bay.informer.store.get('sea/a')?.spec).to.deep.equal({ paint: 'red' })
    expect(bay.informer.store.get('sea/a')).to.include({ kind: 'Ship', apiVersion: 'sea.example/v1' })
    expect(bay.informer.revision).to.equal(bay.api.store.revision)
    await bay.end()
  })

  it('goes on from the last revision after a broken watch, without listing', async () => {
    const bay = new Bay(2)
    await bay.start()
    await bay.client.create(ships, ship('a'))
    await bay.clock.settle()
    bay.api.watches.cut()
    await bay.client.create(ships, ship('b'))
    await bay.clock.advance(1000)
    expect(bay.changes).to.deep.equal(['added a', 'added b'])
    expect(bay.api.count(/^GET/)).to.equal(1)
    await bay.end()
  })

  it('lists anew when the server has forgotten its revision, and tells the difference', async () => {
    const bay = new Bay(3)
    for (const name of ['gone', 'kept', 'painted', 'remade']) await bay.client.create(ships, ship(name))
    await bay.start()
    bay.changes.length = 0
    bay.api.watches.held = 'everything'
    await bay.client.delete(ships, at('gone'))
    await bay.client.create(ships, ship('new'))
    await bay.paint('painted', 'blue')
    await bay.client.delete(ships, at('remade'))
    await bay.client.create(ships, ship('remade'))
    bay.api.watches.compact()
    bay.api.watches.cut()
    bay.api.watches.release()
    await bay.clock.advance(1000)
    expect(bay.changes).to.have.members([
      'deleted gone',
      'added new',
      'changed painted',
      'deleted remade',
      'added remade',
    ])
    expect(bay.api.count(/^GET/)).to.equal(2)
    await bay.end()
  })

  it('is moved by bookmarks, so that a quiet kind is not listed anew', async () => {
    const bay = new Bay(4, { labelSelector: 'quiet' })
    await bay.start()
    for (const name of ['a', 'b']) await bay.client.create(ships, ship(name))
    bay.api.watches.bookmark()
    await bay.clock.settle()
    expect(bay.informer.revision).to.equal(bay.api.store.revision)
    bay.api.watches.compact()
    bay.api.watches.cut()
    await bay.clock.advance(1000)
    expect(bay.api.count(/^GET/)).to.equal(1)
    await bay.end()
  })

  it('keeps no more than its narrowing', async () => {
    const bay = new Bay(5, { labelSelector: 'fleet=x', namespace: 'sea' })
    await bay.client.create(ships, ship('other'))
    await bay.start()
    await bay.client.create(ships, ship('mine', { fleet: 'x' }))
    await bay.clock.settle()
    expect(bay.kept()).to.deep.equal(['sea/mine'])
    const body = { metadata: { labels: { fleet: 'y' } } }
    await bay.client.patch(ships, { ...at('mine'), patch: { type: 'merge', body } })
    await bay.clock.settle()
    expect(bay.changes).to.deep.equal(['added mine', 'deleted mine'])
    await bay.end()
  })

  it('tells those who wait for a revision once it is there, and not before', async () => {
    const bay = new Bay(6)
    await bay.start()
    bay.api.watches.held = 'everything'
    const made = await bay.client.create(ships, ship('a'))
    let reached = false
    bay.informer.whenReached(Number(made.metadata.resourceVersion), () => (reached = true))
    await bay.clock.advance(1000)
    expect(reached).to.equal(false)
    bay.api.watches.release()
    await bay.clock.settle()
    expect(reached).to.equal(true)
    await bay.end()
  })

  it('changes nothing by repeated deliveries', async () => {
    const bay = new Bay(7)
    await bay.start()
    await bay.client.create(ships, ship('a'))
    await bay.paint('a', 'red')
    await bay.client.create(ships, ship('b'))
    await bay.client.delete(ships, at('b'))
    await bay.clock.settle()
    const told = bay.changes.length
    for (const event of bay.api.store.log.filter(({ object }) => object.metadata.name === 'a'))
      bay.api.watches.send(event)
    bay.api.watches.send(bay.api.store.log.at(-1)!)
    await bay.clock.settle()
    expect(bay.changes).to.have.length(told)
    expect(bay.api.count(/^GET/)).to.equal(1)
    await bay.end()
  })

  it('lists anew when events come out of order', async () => {
    const bay = new Bay(8)
    await bay.start()
    bay.api.watches.held = 'everything'
    await bay.client.create(ships, ship('a'))
    await bay.client.create(ships, ship('b'))
    const [first, second] = bay.api.store.log
    bay.api.watches.send(second!)
    bay.api.watches.send(first!)
    await bay.clock.advance(1000)
    expect(bay.kept()).to.deep.equal(['sea/a', 'sea/b'])
    expect(bay.api.count(/^GET/)).to.equal(2)
    await bay.end()
  })

  it('warns of a kind that is no longer served only when it stays away', async () => {
    const bay = new Bay(10)
    await bay.start()
    const leaveFor = async (ms: number) => {
      bay.kinds.length = 0
      bay.api.watches.cut()
      await bay.clock.advance(ms)
      bay.kinds.push(ships)
    }
    await leaveFor(500)
    await bay.clock.advance(20_000)
    expect(bay.warnings).to.deep.equal([])
    await leaveFor(60_000)
    expect(bay.warnings).to.include('list or watch failed')
    await bay.end()
  })

  it('waits longer and longer while the API refuses, and recovers', async () => {
    const bay = new Bay(9)
    await bay.client.create(ships, ship('a'))
    const before = bay.api.requests.length
    let asked = 0
    bay.api.fault = () => {
      asked++
      return { lost: 'before' }
    }
    await bay.start()
    await bay.clock.advance(60_000)
    expect(asked).to.be.within(8, 16)
    expect(bay.informer.hasSynced).to.equal(false)
    bay.api.fault = () => undefined
    await bay.clock.advance(30_000)
    expect(bay.kept()).to.deep.equal(['sea/a'])
    expect(bay.api.requests.length).to.equal(before + 2)
    await bay.end()
  })

  it('shows in the end what the API holds, whatever befell its watches', async () => {
    const step = fc.constantFrom('create', 'paint', 'delete', 'cut', 'finish', 'compact', 'repeat', 'disorder', 'wait')
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(step, { maxLength: 40 }), async (seed, steps) => {
        const bay = new Bay(seed)
        const random = seededRandom(seed)
        const name = () => `s${Math.floor(random.fraction() * 4)}`
        await bay.start()
        for (const each of steps) {
          const quiet = () => {}
          if (each === 'create') await bay.client.create(ships, ship(name())).catch(quiet)
          else if (each === 'paint') await bay.paint(name(), String(random.fraction())).catch(quiet)
          else if (each === 'delete') await bay.client.delete(ships, at(name())).catch(quiet)
          else if (each === 'repeat' || each === 'disorder') {
            const { log } = bay.api.store
            const event = log[Math.floor(random.fraction() * log.length)]
            if (event) bay.api.watches.send(event)
          } else if (each === 'wait') await bay.clock.advance(random.fraction() * 2000)
          else bay.api.watches[each]()
        }
        await bay.clock.advance(120_000)
        const truth = bay.api.store.list(ships)
        expect(bay.kept()).to.deep.equal(truth.map(({ metadata }) => `sea/${metadata.name}`))
        for (const { metadata } of truth) {
          const kept = bay.informer.store.get(`sea/${metadata.name}`)
          expect(kept?.metadata.resourceVersion).to.equal(metadata.resourceVersion)
        }
        await bay.end()
      }),
      { numRuns: 60 },
    )
  })
})
