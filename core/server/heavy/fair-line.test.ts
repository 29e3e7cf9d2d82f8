import { expect } from 'chai'
import { FairLine } from './fair-line.js'

const room = { count: 3, bytes: 100, bytesOfAll: 150 }

describe('the line of heavy writes', () => {
  const all = (line: FairLine<string>, may?: (user: string) => boolean) => {
    const order: string[] = []
    for (let next = line.next(may); next; next = line.next(may)) order.push(next)
    return order
  }

  it('goes round between users, each in the order of its own', () => {
    const line = new FairLine<string>(room)
    for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) line.add(item[0]!, item, 1)
    expect(all(line)).to.deep.equal(['a1', 'b1', 'c1', 'a2', 'c2', 'a3'])
    expect(line.isEmpty).to.equal(true)
  })

  it('passes over users who may not', () => {
    const line = new FairLine<string>(room)
    for (const item of ['a1', 'b1', 'a2']) line.add(item[0]!, item, 1)
    expect(all(line, (user) => user !== 'a')).to.deep.equal(['b1'])
    expect(all(line)).to.deep.equal(['a1', 'a2'])
  })

  it('has no room for more of a user than its share, in number and in bytes, and others have theirs', () => {
    const line = new FairLine<string>(room)
    expect(['a1', 'a2', 'a3', 'a4'].map((item) => line.add('a', item, 1))).to.deep.equal([true, true, true, false])
    expect(line.add('b', 'b1', 120), 'the first always').to.equal(true)
    expect(line.add('b', 'b2', 1)).to.equal(false)
    expect(line.add('c', 'c1', 100), 'not beyond what all may have').to.equal(false)
    expect(all(line)).to.deep.equal(['a1', 'b1', 'a2', 'a3'])
    expect(line.add('c', 'c1', 100)).to.equal(true)
  })
})
