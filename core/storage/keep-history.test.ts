import { expect } from 'chai'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
import { upsert } from '../../test/contract/stored.js'
import { VirtualClock } from '../kit/index.js'
import { keepHistory } from './keep-history.js'

const minute = 60_000

describe('history', () => {
  it('is kept for five minutes and then forgotten', async () => {
    const [storage, clock] = [new MemoryStorage(), new VirtualClock()]
    keepHistory(storage, { clock })
    const first = await upsert(storage, 'a', 'one')
    await clock.advance(2 * minute)
    const second = await upsert(storage, 'a', 'two')
    await clock.advance(2.9 * minute)
    expect(storage.oldestRevision()).to.equal(1)
    await clock.advance(0.5 * minute)
    expect(storage.oldestRevision()).to.equal(first)
    await clock.advance(2 * minute)
    expect(storage.oldestRevision()).to.equal(second)
  })

  it('of before the start counts from the start', async () => {
    const [storage, clock] = [new MemoryStorage(), new VirtualClock()]
    await upsert(storage, 'a', 'one')
    keepHistory(storage, { clock })
    await clock.advance(4.9 * minute)
    expect(storage.oldestRevision()).to.equal(1)
    await clock.advance(0.5 * minute)
    expect(storage.oldestRevision()).to.equal(storage.revision())
  })

  it('is forgotten earlier when there is too much of it, but never under 75 seconds', async () => {
    const [storage, clock] = [new MemoryStorage(), new VirtualClock()]
    keepHistory(storage, { clock, limits: { mostBytes: 10_000 } })
    for (let at = 0; at < 60; at++) {
      await upsert(storage, 'a', 'x'.repeat(1000))
      await clock.advance(5_000)
    }
    expect(storage.historyBytes()).to.be.greaterThan(10_000)
    expect(storage.historyBytes()).to.be.lessThan(20_000)
    await clock.advance(75_000)
    expect(storage.historyBytes()).to.be.at.most(10_010)
    expect(storage.revision() - storage.oldestRevision()).to.be.at.least(8)
  })

  it('asks for no timer while there is nothing to forget', async () => {
    const [storage, clock] = [new MemoryStorage(), new VirtualClock()]
    let timers = 0
    const counting = {
      now: () => clock.now(),
      monotonicMs: () => clock.monotonicMs(),
      after: (delayMs: number, fire: () => void) => {
        timers++
        return clock.after(delayMs, fire)
      },
    }
    keepHistory(storage, { clock: counting })
    await clock.advance(10 * minute)
    expect(timers).to.equal(0)
    await upsert(storage, 'a', 'one')
    await clock.advance(10 * minute)
    const whileBusy = timers
    expect(whileBusy).to.be.greaterThan(10)
    await clock.advance(10 * minute)
    expect(timers).to.equal(whileBusy)
  })

  it('is left alone after the end, and tried again after a failure', async () => {
    const [storage, clock] = [new MemoryStorage(), new VirtualClock()]
    const errors: unknown[] = []
    const compact = storage.compact.bind(storage)
    storage.compact = async (revision) => {
      if (errors.length === 0) throw new Error('full')
      await compact(revision)
    }
    const end = keepHistory(storage, { clock, onError: (error) => errors.push(error) })
    await upsert(storage, 'a', 'one')
    await clock.advance(6 * minute)
    expect(errors).to.have.length(1)
    expect(storage.oldestRevision()).to.equal(2)
    await upsert(storage, 'a', 'two')
    end()
    await clock.advance(10 * minute)
    expect(storage.oldestRevision()).to.equal(2)
  })
})
