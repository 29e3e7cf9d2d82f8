import { expect } from 'chai'
import { quoted } from '../../../meta/index.js'
import { fixedText, scientificText, shortText } from './number-text.js'

/** As a kube-apiserver 1.36.3 has written them. */
describe('doubles as texts', () => {
  it('are as short as they may be', () => {
    const texts = [123456789, 0.00001, 0.0001234, 1234567.5, 100000, 1e20, -0, -1e6, 2.5, 0, Number.NaN, -1 / 0]
    expect(texts.map(shortText)).to.deep.equal(
      '1.23456789e+08 1e-05 0.0001234 1.2345675e+06 100000 1e+20 -0 -1e+06 2.5 0 NaN -Inf'.split(' '),
    )
  })

  it('are rounded as they stand exactly, from the middle to the even digit, in groups of three', () => {
    const cases: [number, number, string][] = [
      [1234567.891, 6, '1,234,567.891000'],
      [-1234567.891, 3, '-1,234,567.891'],
      [1e30, 6, '1,000,000,000,000,000,019,884,624,838,656.000000'],
      [2.0000005, 6, '2.000001'],
      [0.0000005, 6, '0.000000'],
      [0.25, 1, '0.2'],
      [0.35, 1, '0.3'],
      [1048576.125, 2, '1,048,576.12'],
      [999.9996, 3, '1,000.000'],
      [2.5, 0, '2'],
      [1e15, 0, '1,000,000,000,000,000'],
      [5e-324, 6, '0.000000'],
      [-0, 1, '-0.0'],
      [1 / 0, 6, '∞'],
    ]
    for (const [value, places, text] of cases) expect(fixedText(value, places)).to.equal(text)
    expect(fixedText(0.1, 60)).to.equal(`0.1000000000000000055511151231257827021181583404541015625${'0'.repeat(5)}`)
  })

  it('are written by powers of ten', () => {
    const texts = [1.5, 0.000015, 0, -1.5e-100, 9999999.5, 1048576.5, 5e-324, 1.7976931348623157e308]
    expect(texts.map(scientificText)).to.deep.equal([
      '1.500000×10⁰⁰',
      '1.500000×10⁻⁰⁵',
      '0.000000×10⁰⁰',
      '-1.500000×10⁻¹⁰⁰',
      '1.000000×10⁰⁷',
      '1.048576×10⁰⁶',
      '4.940656×10⁻³²⁴',
      '1.797693×10³⁰⁸',
    ])
  })

  it('stand beside quoted texts, what can be printed as it is', () => {
    expect(quoted('a\té\u0001\\\u0007\v"\u00a0\u2028😀\u{e0001}')).to.equal(
      '"a\\té\\x01\\\\\\a\\v\\"\\u00a0\\u2028😀\\U000e0001"',
    )
  })
})
