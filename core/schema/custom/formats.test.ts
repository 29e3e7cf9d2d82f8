import { expect } from 'chai'
import { readAddress } from '../cel/library/addresses.js'
import { stringFormats } from './formats.js'

/** Read a square of its length, each of these takes minutes. */
const long = ['1', '0', '/', '.', ' ', 'a', ':', '-', 'A1'].map((piece) => `${piece.repeat(500_000)}!`)

describe('formats of hostile text', () => {
  for (const [name, accepts] of stringFormats)
    it(`${name}: read once`, () => {
      for (const text of long) expect(accepts(text)).to.be.a('boolean')
    })

  it('addresses in CEL: read once', () => {
    for (const text of long) expect(readAddress(text)).to.equal(undefined)
  })

  it('durations of more than 63 bits are none, whatever zeros stand before them', () => {
    const isDuration = stringFormats.get('duration')!
    expect(['9223372036854775807 days', '0009223372036854775807 days'].map(isDuration)).to.deep.equal([true, true])
    expect(['9223372036854775808 days', `${'9'.repeat(500_000)} days`].map(isDuration)).to.deep.equal([false, false])
  })
})
