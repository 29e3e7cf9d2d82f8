import { expect } from 'chai'
import { atMost } from './at-most.js'
import { Bell } from './bell.js'
import { withCondition } from './condition.js'
import { meansTheSame } from './same-object.js'

describe('what means the same', () => {
  it('takes absent, null and empty for alike, and the order of keys for nothing', () => {
    expect(meansTheSame({ a: 1, b: [], c: {}, d: null }, { a: 1 })).to.equal(true)
    expect(meansTheSame({ a: 1, b: 2 }, { b: 2, a: 1 })).to.equal(true)
    expect(meansTheSame([{ a: [] }], [{}])).to.equal(true)
  })

  it('tells values, lists and zeros apart', () => {
    for (const [a, b] of [
      [1, 2],
      [0, undefined],
      ['', undefined],
      [false, null],
      [[1], [1, 2]],
      [[1], { 0: 1 }],
      [{ a: 1 }, { b: 1 }],
    ])
      expect(meansTheSame(a, b), JSON.stringify([a, b])).to.equal(false)
  })
})

describe('a list of conditions', () => {
  const now = { type: 'Ready', status: 'True', reason: 'New', message: 'm', lastTransitionTime: 'now' }

  it('stays the same object while status and reason stay', () => {
    const before = [{ ...now, message: 'other', lastTransitionTime: 'before' }]
    expect(withCondition(before, now)).to.equal(before)
  })

  it('keeps the time of the transition while the status stays, and takes the new one when it changes', () => {
    const [kept] = withCondition([{ ...now, reason: 'Old', lastTransitionTime: 'before' }], now)
    expect(kept).to.deep.equal({ ...now, lastTransitionTime: 'before' })
    const [changed] = withCondition([{ ...now, status: 'False', lastTransitionTime: 'before' }], now)
    expect(changed).to.deep.equal(now)
  })
})

describe('work done at most so many at a time', () => {
  it('gives results in order and never exceeds the limit', async () => {
    let running = 0
    let most = 0
    const results = await atMost(3, [5, 1, 4, 2, 3], async (turns) => {
      most = Math.max(most, ++running)
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      running--
      return turns * 10
    })
    expect(results).to.deep.equal([50, 10, 40, 20, 30])
    expect(most).to.equal(3)
  })

  it('begins nothing after an error, and rejects with the first', async () => {
    const begun: number[] = []
    const work = atMost(1, [1, 2, 3], async (item) => {
      begun.push(item)
      if (item === 2) throw new Error('two')
    })
    expect(await work.catch((error: Error) => error.message)).to.equal('two')
    expect(begun).to.deep.equal([1, 2])
  })
})

describe('a bell', () => {
  it('is heard once for many rings, also for those before', async () => {
    const bell = new Bell()
    bell.ring()
    bell.ring()
    await bell.heard()
    let heard = false
    const second = bell.heard().then(() => {
      heard = true
    })
    await Promise.resolve()
    expect(heard).to.equal(false)
    bell.ring()
    await second
    expect(heard).to.equal(true)
  })
})
