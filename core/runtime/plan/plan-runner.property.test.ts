import { expect } from 'chai'
import fc from 'fast-check'
import { fleet, fleets, ship, ships } from '../../../test/kit/sample-kinds.js'
import { fleetOperator, Shipyard } from '../../../test/kit/shipyard.js'
import { controllerOf, forbidden, type KubeObject, staleObject } from '../../meta/index.js'
import type { Fault } from '../../../test/kit/memory-api.js'

const turn = fc.record({
  act: fc.constantFrom(
    'nothing',
    'kill',
    'scale',
    'paint',
    'orphan',
    'relabel',
    'restart',
    'cut',
    'compact',
    'hold',
    'release',
  ),
  number: fc.nat(6),
  waitMs: fc.nat(400),
})

/** The most ships that one fleet ever had at once, beyond what it wanted at the time, counted commit by commit. Adopted ones do not count: they were there before. */
function surplus(yard: Shipyard): number {
  let wanted = 0
  let most = 0
  const made = new Set<string>()
  for (const { type, plural, object } of yard.api.store.log) {
    const uid = String(object.metadata.uid)
    if (plural.endsWith('/fleets')) wanted = Math.max(wanted, (object['spec'] as { ships: number }).ships)
    else if (plural.endsWith('/ships') && type === 'ADDED' && controllerOf(object)) made.add(uid)
    else if (type === 'DELETED' || !controllerOf(object)) made.delete(uid)
    most = Math.max(most, made.size - wanted)
  }
  return most
}

/** A fault for about every third request of the operator, drawn from the yard's seed. */
function randomFaults(yard: Shipyard): (request: { method: string; url: string }) => Fault | undefined {
  const { random } = yard
  return ({ method, url }) => {
    if (url.includes('watch=true')) return random.fraction() < 0.1 ? { lost: 'before' } : undefined
    const delayMs = Math.floor(random.fraction() * 60)
    const roll = random.fraction()
    if (roll < 0.08) return { delayMs, lost: 'before' }
    if (roll < 0.16) return { delayMs, lost: 'after' }
    if (roll < 0.2 && method === 'POST') return { delayMs, lost: 'late' }
    if (roll < 0.25 && method !== 'GET') return { delayMs, refuse: forbidden(ships, 'x', 'not now') }
    if (roll < 0.3 && method === 'PATCH') return { delayMs, refuse: staleObject(ships, 'x') }
    return { delayMs }
  }
}

async function act(yard: Shipyard, { act, number }: { readonly act: string; readonly number: number }): Promise<void> {
  const all = yard.ships()
  const some = all.length ? all[number % all.length]! : undefined
  const name = String(some?.metadata.name)
  const { watches } = yard.api
  if (act === 'kill' && some) await yard.client.delete(ships, { namespace: 'sea', name })
  else if (act === 'scale') await yard.patch(fleets, 'f', { spec: { ships: number } })
  else if (act === 'paint') await yard.patch(fleets, 'f', { spec: { paint: `paint-${number}` } })
  else if (act === 'orphan') await yard.client.create(ships, ship(`orphan-${all.length}-${number}`, { fleet: 'f' }))
  else if (act === 'relabel' && some) await yard.patch(ships, name, { metadata: { labels: { fleet: 'gone' } } })
  else if (act === 'restart') await yard.restart(fleetOperator())
  else if (act === 'cut') watches.cut()
  else if (act === 'compact') watches.compact()
  else if (act === 'hold') watches.held = [number % 2 ? 'ships' : 'fleets']
  else if (act === 'release') watches.release()
}

describe('a planner under random failures', () => {
  it('never makes more children than its parent wanted, and ends with exactly those, each owned and as planned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.array(turn, { maxLength: 14 }), async (seed, turns) => {
        const yard = new Shipyard(seed)
        await yard.client.create(fleets, fleet('f', 4))
        const faults = randomFaults(yard)
        let personActs = false
        yard.api.fault = (request) => (personActs ? undefined : faults(request))
        await yard.start(fleetOperator())
        for (const each of turns) {
          personActs = each.act !== 'restart'
          await act(yard, each).catch((error: unknown) => expect(String(error)).to.contain('already exists'))
          personActs = false
          await yard.clock.advance(each.waitMs)
        }
        personActs = true
        yard.api.watches.release()
        await yard.clock.advance(400_000)
        const wanted = yard.fleet('f').spec
        const own = yard.ships().filter((each) => controllerOf(each as KubeObject))
        expect(own.map(({ spec }) => spec?.paint)).to.deep.equal(Array(wanted?.ships).fill(wanted?.paint))
        for (const { metadata } of own) expect(metadata.labels).to.deep.equal({ fleet: 'f' })
        expect(yard.fleet('f').status?.afloat).to.equal(wanted?.ships)
        expect(surplus(yard)).to.be.at.most(0)
        await yard.end()
      }),
      { numRuns: 200 },
    )
  })
})
