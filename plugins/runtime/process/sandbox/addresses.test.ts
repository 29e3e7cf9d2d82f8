import { expect } from 'chai'
import { Addresses, cidrOf, gatewayOf, parseRange } from './addresses.js'

describe("A node's pod addresses", () => {
  it("are those of its range but the first, the bridge's, and the last", () => {
    const range = parseRange('10.88.3.77/29')
    expect([cidrOf(range), gatewayOf(range)]).to.deep.equal(['10.88.3.72/29', '10.88.3.73'])
    const addresses = new Addresses(range)
    const given = Array.from({ length: 6 }, () => addresses.take())
    expect(given).to.deep.equal(['10.88.3.74', '10.88.3.75', '10.88.3.76', '10.88.3.77', '10.88.3.78', undefined])
  })

  it('rest for as long as possible after they were given back', () => {
    const addresses = new Addresses(parseRange('10.0.0.0/29'))
    expect(addresses.take()).to.equal('10.0.0.2')
    addresses.release('10.0.0.2')
    expect(addresses.take()).to.equal('10.0.0.3')
  })

  it('that pods on disk hold are not given again', () => {
    const addresses = new Addresses(parseRange('10.0.0.0/29'))
    addresses.adopt('10.0.0.4')
    const given = Array.from({ length: 5 }, () => addresses.take())
    expect(given).to.deep.equal(['10.0.0.5', '10.0.0.6', '10.0.0.2', '10.0.0.3', undefined])
  })

  for (const wrong of ['', '10.0.0.0', '10.0.0.0/31', '10.0.0.0/4', '300.0.0.0/24', 'fd00::/64', '10.0.0/24']) {
    it(`can't come from ${JSON.stringify(wrong)}`, () => {
      expect(() => parseRange(wrong)).to.throw(TypeError)
    })
  }
})
