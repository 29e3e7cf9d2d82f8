import { expect } from 'chai'
import { Turns } from './turns.js'

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve))

describe('turns', () => {
  it('work at once at what one turn has room for, and at the rest in the turns after it, in order', async () => {
    const done: number[] = []
    const turns = new Turns<number>(3, (item) => done.push(item))
    for (let item = 0; item < 7; item++) turns.add(item)
    expect(done).to.deep.equal([0, 1, 2])
    await nextTurn()
    turns.add(7)
    expect(done).to.deep.equal([0, 1, 2, 3, 4, 5])
    await nextTurn()
    expect(done).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7])
    await nextTurn()
    turns.add(8)
    expect(done.at(-1)).to.equal(8)
  })

  it('work at what the work itself brings', async () => {
    const done: number[] = []
    const turns: Turns<number> = new Turns<number>(2, (item) => {
      done.push(item)
      if (item < 5) turns.add(item + 1)
    })
    turns.add(0)
    while (done.length < 6) await nextTurn()
    expect(done).to.deep.equal([0, 1, 2, 3, 4, 5])
  })
})
