import { expect } from 'chai'
import type { StatusError } from '../meta/index.js'
import { InFlight } from './in-flight.js'

describe('requests in flight', () => {
  const fill = (inFlight: InFlight, user: string, places: number): number => {
    for (let taken = 0; taken < places; taken++) {
      try {
        inFlight.enter('read', user)
      } catch (error) {
        expect((error as StatusError).code).to.equal(429)
        expect((error as StatusError).status.details?.retryAfterSeconds).to.equal(1)
        return taken
      }
    }
    return places
  }

  it('are 400 reads at most, and a place given back is taken again', () => {
    const inFlight = new InFlight()
    expect(fill(inFlight, 'ann', 1000)).to.equal(400)
    inFlight.leave('read', 'ann')
    expect(fill(inFlight, 'ann', 1000)).to.equal(1)
    inFlight.enter('write', 'ann')
  })

  it('are not all of one user while others are about', () => {
    const inFlight = new InFlight()
    inFlight.enter('read', 'bob')
    expect(fill(inFlight, 'ann', 1000)).to.be.below(350)
    expect(fill(inFlight, 'bob', 50)).to.equal(50)
  })
})
