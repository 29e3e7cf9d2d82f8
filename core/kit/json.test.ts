/** JSON without loss. */
import { expect } from 'chai'
import fc from 'fast-check'
import { exactNumber, readJson, writeJson } from './json.js'

describe('readJson and writeJson', () => {
  const kept = (text: string) => expect(writeJson(readJson(text))).to.equal(text)

  it('keep whole numbers of 64 bits to the last digit', () => {
    for (const text of ['9007199254740991', '9007199254740992', '9007199254740993', '-9007199254740993'])
      kept(`{"a":${text},"b":[${text},{"c":${text}}]}`)
    kept('[9223372036854775807,-9223372036854775808]')
    kept('9223372036854775807')
  })

  it('make a bigint of no other number', () => {
    const read = readJson('[9007199254740991,9007199254740992,1e18,0.1234567890123456,1234567890123456.5,12e16]')
    expect(read).to.deep.equal([
      9007199254740991,
      9007199254740992n,
      1e18,
      0.1234567890123456,
      1234567890123456.5,
      12e16,
    ])
  })

  it('round what 64 bits do not hold, as upstream', () => {
    expect(readJson('[9223372036854775808,18446744073709551616]')).to.deep.equal([2 ** 63, 2 ** 64])
  })

  it('leave strings alone, whatever they say', () => {
    kept('{"9007199254740993":"9007199254740993","int0:5":"int1:9007199254740993","a\\"":"\\\\","b":9007199254740993}')
    expect(readJson('["\\u0069nt0:x",9007199254740993]')).to.deep.equal(['int0:x', 9007199254740993n])
    kept('{"a":9007199254740993,"b":"\\"int0:-9007199254740993\\""}')
  })

  it('keep a member named __proto__ one of its own', () => {
    const read = readJson('{"__proto__":9007199254740993}') as object
    expect(Object.keys(read)).to.deep.equal(['__proto__'])
    expect(Object.getPrototypeOf(read)).to.equal(Object.prototype)
  })

  it('indent as JSON.stringify', () => {
    expect(writeJson({ a: 9007199254740993n, b: [1] }, 2)).to.equal(
      '{\n  "a": 9007199254740993,\n  "b": [\n    1\n  ]\n}',
    )
  })

  it('throw what JSON.parse and JSON.stringify throw', () => {
    expect(() => readJson('{"a":90071992547409931,}')).to.throw(SyntaxError)
    const circle: Record<string, unknown> = {}
    circle['a'] = circle
    expect(() => writeJson(circle)).to.throw(TypeError, 'circular')
  })

  it('answer what they were given, for any value', () => {
    const number = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((big) => exactNumber(String(big)))
    const text = fc.oneof(fc.string(), fc.constantFrom('int0:1', '"int0:1"', '1234567890123456789', '\ud800'))
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        number,
        text,
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any')),
        fc.dictionary(text, tie('any'), { noNullPrototype: true }),
      ),
    })).any
    fc.assert(
      fc.property(value, (given) => void expect(readJson(writeJson(given))).to.deep.equal(given)),
      { numRuns: 300 },
    )
  })
})
