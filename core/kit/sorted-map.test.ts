import { expect } from 'chai'
import fc from 'fast-check'
import { SortedMap } from './sorted-map.js'

const key = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '/', 'é', '\uffee', '😀'), maxLength: 6 }),
  fc.integer({ min: 0, max: 5000 }).map((number) => `a/${number}`),
)
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

describe('a sorted map', () => {
  it('answers as a sorted array would, whatever was set and deleted', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), key), { maxLength: 200 })
    fc.assert(
      fc.property(steps, key, fc.option(key, { nil: undefined }), fc.nat(20), (changes, prefix, after, limit) => {
        const map = new SortedMap<number>()
        const model = new Map<string, number>()
        for (const [add, name] of changes) {
          if (add) map.set(name, model.size)
          if (add) model.set(name, model.size)
          else expect(map.delete(name)).to.equal(model.delete(name))
        }
        const expected = [...model.keys()]
          .sort(byBytes)
          .filter((name) => name.startsWith(prefix) && (after === undefined || byBytes(name, after) > 0))
        expect(map.keys(prefix, after)).to.deep.equal(expected)
        expect(map.keys(prefix, after, limit)).to.deep.equal(expected.slice(0, limit))
        expect(map.count(prefix, after)).to.equal(expected.length)
        expect(map.size).to.equal(model.size)
      }),
    )
  })

  it('keeps order over many chunks', () => {
    const map = new SortedMap<number>()
    for (let at = 0; at < 5000; at++) map.set(`k/${(at * 7919) % 5000}`, at)
    for (let at = 0; at < 5000; at += 3) map.delete(`k/${at}`)
    const keys = map.keys('k/')
    expect(keys).to.deep.equal([...keys].sort())
    expect(keys).to.have.length(3333)
    expect(map.count('k/', keys[999])).to.equal(2333)
  })
})
