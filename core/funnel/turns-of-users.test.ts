import { expect } from 'chai'
import { nextTurn } from '../kit/index.js'
import { TurnsOfUsers } from './turns-of-users.js'

describe('turns of users', () => {
  const flood = (turns: TurnsOfUsers, count: number, went: string[]) => {
    for (let at = 0; at < count; at++) {
      const turn = turns.begin('ann')
      if (turn) void turn.then(() => went.push('ann later'))
      else went.push('ann')
    }
  }

  it('nobody waits who is alone', () => {
    const went: string[] = []
    flood(new TurnsOfUsers(), 500, went)
    expect(went).to.have.length(500)
  })

  it('one with many requests waits while others are about, who do not', async () => {
    const turns = new TurnsOfUsers()
    const went: string[] = []
    expect(turns.begin('bob')).to.equal(undefined)
    flood(turns, 500, went)
    expect(went).to.have.length(32)
    expect(turns.begin('bob')).to.equal(undefined)
    turns.end('ann')
    turns.end('ann')
    await nextTurn()
    await nextTurn()
    expect(went.filter((each) => each === 'ann later')).to.have.length(2)
  })

  it('all get their turn, in the order that they came, and later nobody waits again', async () => {
    const turns = new TurnsOfUsers()
    turns.begin('bob')
    turns.end('bob')
    const went: string[] = []
    flood(turns, 100, went)
    for (let at = 0; at < 100; at++) turns.end('ann')
    await nextTurn()
    await nextTurn()
    expect(went).to.have.length(100)
    for (let at = 0; at < 5000; at++) {
      turns.begin('ann')
      turns.end('ann')
    }
    const again: string[] = []
    flood(turns, 100, again)
    expect(again).to.have.length(100)
  })
})
