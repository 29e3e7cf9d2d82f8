import { expect } from 'chai'
import { silentLog, VirtualClock } from '../kit/index.js'
import { WorkQueue } from './work-queue.js'

describe('a work queue', () => {
  let clock: VirtualClock
  let stop: AbortController
  let queue: WorkQueue
  let worked: string[]

  beforeEach(() => {
    clock = new VirtualClock(0)
    stop = new AbortController()
    queue = new WorkQueue({ clock, log: silentLog, signal: stop.signal })
    worked = []
  })

  /** Notes each key with the time at which its work began. */
  const note = async (key: string) => void worked.push(`${key}@${clock.now()}`)

  it('gives each key once, in the order in which they came', async () => {
    for (const key of ['b', 'a', 'b', 'c', 'a']) queue.add(key)
    void queue.run(note)
    await clock.settle()
    expect(worked).to.deep.equal(['b@0', 'a@0', 'c@0'])
    expect(queue.length).to.equal(0)
  })

  it('works at a busy key at most every 20 ms, and never twice at once', async () => {
    const release: (() => void)[] = []
    void queue.run((key) => {
      void note(key)
      return new Promise((resolve) => release.push(resolve))
    })
    queue.add('a')
    await clock.settle()
    queue.add('a')
    queue.add('a')
    await clock.advance(50)
    expect(worked).to.deep.equal(['a@0'])
    release.shift()?.()
    await clock.settle()
    expect(worked).to.deep.equal(['a@0', 'a@50'])
    queue.add('a')
    release.shift()?.()
    await clock.advance(19)
    expect(worked).to.have.length(2)
    await clock.advance(1)
    expect(worked[2]).to.equal('a@70')
  })

  it('lets other keys pass one that rests', async () => {
    void queue.run(note)
    queue.add('a')
    await clock.settle()
    queue.add('a')
    queue.add('b')
    await clock.advance(30)
    expect(worked).to.deep.equal(['a@0', 'b@0', 'a@20'])
  })

  it('adds later what is to come later; the earliest wish counts', async () => {
    void queue.run(note)
    queue.addAfter('a', 1000)
    queue.addAfter('a', 300)
    queue.addAfter('a', 600)
    queue.addAfter('b', 400)
    await clock.advance(5000)
    expect(worked).to.deep.equal(['a@300', 'b@400'])
  })

  it('tries failing work again with delays that double, until it succeeds', async () => {
    let failures = 4
    void queue.run(async (key) => {
      await note(key)
      if (failures-- > 0) throw new Error('not yet')
    })
    queue.add('a')
    await clock.advance(1000)
    expect(worked).to.deep.equal(['a@0', 'a@20', 'a@40', 'a@60', 'a@100'])
    expect(queue.retries('a')).to.equal(0)
  })

  it('works at no more keys at once than it is told', async () => {
    let atOnce = 0
    let most = 0
    void queue.run(
      async () => {
        most = Math.max(most, ++atOnce)
        await new Promise<void>((resolve) => void clock.after(10, resolve))
        atOnce--
      },
      { concurrency: 3 },
    )
    for (let key = 0; key < 10; key++) queue.add(String(key))
    await clock.advance(100)
    expect(most).to.equal(3)
    expect(queue.length).to.equal(0)
  })

  it('ends when its signal says so, after the work in hand', async () => {
    let finish = () => {}
    const ended = queue.run(() => new Promise((resolve) => (finish = resolve))).then(() => worked.push('ended'))
    queue.add('a')
    await clock.settle()
    queue.add('b')
    stop.abort()
    queue.add('c')
    await clock.advance(1000)
    expect(worked).to.deep.equal([])
    finish()
    await ended
    expect(worked).to.deep.equal(['ended'])
    expect(queue.length).to.equal(0)
  })
})
