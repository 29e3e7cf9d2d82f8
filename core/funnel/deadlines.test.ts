import { expect } from 'chai'
import { VirtualClock } from '../kit/index.js'
import { Deadlines, type Due } from './deadlines.js'

describe('deadlines', () => {
  const expired: string[] = []
  const due = (name: string): Due => ({ expire: () => void expired.push(name) })

  it('let expire what stays too long, and leave the rest alone', async () => {
    const clock = new VirtualClock()
    const deadlines = new Deadlines(clock, 60_000)
    deadlines.add(due('first'))
    const quick = due('quick')
    const set = deadlines.add(quick)
    await clock.advance(30_000)
    set.delete(quick)
    deadlines.add(due('second'))
    await clock.advance(29_000)
    expect(expired).to.deep.equal([])
    await clock.advance(14_000)
    expect(expired).to.deep.equal(['first'])
    await clock.advance(60_000)
    expect(expired).to.deep.equal(['first', 'second'])
  })
})
