import { expect } from 'chai'
import { mapInSlices, pauseNow } from './slice.js'

const spin = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end; );
}

describe('long work in slices', () => {
  it('goes on at once while there is time, and pauses when it has taken its part of the turn', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    expect(pauseNow()).to.equal(undefined)
    spin(5)
    const pause = pauseNow()
    expect(pause).to.be.instanceOf(Promise)
    await pause
    expect(pauseNow()).to.equal(undefined)
  })

  it('lets others have their turns, and as many go on in each as there is time for', async () => {
    let turns = 0
    let isOver = false
    const count = () => {
      turns++
      if (!isOver) setImmediate(count)
    }
    setImmediate(count)
    const work = () =>
      mapInSlices([1, 2, 3, 4], (item) => {
        spin(3)
        return item * 2
      })
    const made = await Promise.all([work(), work(), work()])
    isOver = true
    expect(made).to.deep.equal(Array(3).fill([2, 4, 6, 8]))
    // 36 ms of work, at most two steps of 3 ms in a turn.
    expect(turns).to.be.at.least(5)
  })

  it('lets those who wait go on in their order', async () => {
    await new Promise((resolve) => setImmediate(resolve))
    pauseNow()
    spin(5)
    const order: number[] = []
    const waits = [0, 1, 2].map(async (at) => {
      await pauseNow()
      order.push(at)
    })
    await Promise.all(waits)
    expect(order).to.deep.equal([0, 1, 2])
  })
})
