import { expect } from 'chai'
import fc from 'fast-check'
import { sameButNone, sameJson } from './same-json.js'

describe('equality of JSON values', () => {
  it('ignores the order of members and members that are undefined', () => {
    expect(sameJson({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1, d: undefined })).to.equal(true)
    expect(sameJson({ a: undefined }, {})).to.equal(true)
  })

  it('can take lists that are empty for absent', () => {
    for (const nothing of [null, undefined, []]) {
      expect(sameButNone({ a: 1, b: nothing }, { a: 1 })).to.equal(true)
      expect(sameButNone({ a: 1 }, { a: 1, b: nothing })).to.equal(true)
      expect(sameButNone(nothing, 0)).to.equal(false)
      expect(sameButNone([nothing], [])).to.equal(false)
    }
    expect(sameButNone({ a: [{ b: [] }, 1] }, { a: [{}, 1] })).to.equal(true)
    expect(sameButNone({ a: {} }, {})).to.equal(false)
    expect(sameButNone({ a: [1] }, { a: { 0: 1 } })).to.equal(false)
    expect(sameButNone({ a: 1 }, { b: 1 })).to.equal(false)
  })

  it('tells everything else apart', () => {
    const different: [unknown, unknown][] = [
      [1, '1'],
      [null, undefined],
      [null, {}],
      [[], {}],
      [
        [1, 2],
        [2, 1],
      ],
      [[1], [1, 2]],
      [{ a: 1 }, { b: 1 }],
      [{ a: null }, {}],
      [{ toString: 1 }, {}],
    ]
    for (const [a, b] of different) {
      expect(sameJson(a, b), JSON.stringify([a, b])).to.equal(false)
      expect(sameJson(b, a), JSON.stringify([b, a])).to.equal(false)
    }
  })

  it('holds between a value and its copy, and agrees with its encoding', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(sameJson(a, JSON.parse(JSON.stringify(a)))).to.equal(true)
        if (JSON.stringify(a) === JSON.stringify(b)) expect(sameJson(a, JSON.parse(JSON.stringify(b)))).to.equal(true)
        else if (sameJson(a, b)) expect(JSON.stringify(a).length).to.equal(JSON.stringify(b).length)
      }),
    )
  })
})
