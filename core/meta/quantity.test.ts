import { expect } from 'chai'
import fc from 'fast-check'
import {
  addQuantities,
  compareQuantities,
  formatQuantity,
  parseQuantity,
  quantityMilliValue,
  quantityText,
  quantityValue,
  subtractQuantities,
} from './quantity.js'

const canonical = (text: string | number) => formatQuantity(parseQuantity(text))

describe('a quantity', () => {
  it('is refused at once when it is long and none', () => {
    for (const text of [`${'1'.repeat(1_000_000)}!`, `1.${'0'.repeat(1_000_000)}!`, `${'E'.repeat(1_000_000)}1`])
      expect(() => parseQuantity(text)).to.throw(TypeError)
  })

  it('is written in its shortest whole form', () => {
    const forms: Readonly<Record<string, string>> = {
      '0': '0', '0Mi': '0', '-0': '0', '1': '1', '+1': '1', '01': '1', '.5': '500m', '5.': '5', '0.5': '500m', '100m': '100m', '1000m': '1', '1500m': '1500m', '1.5Gi': '1536Mi',
      '1024Mi': '1Gi', '1000Mi': '1000Mi', '1023': '1023', '0.5Ki': '512', '1Ki': '1Ki', '0.1Mi': '104857600m', '128974848': '128974848', '129e6': '129e6', '129M': '129M',
      '1e3': '1e3', '1E3': '1e3', '1E': '1E', '12e4': '120e3', '1e-3': '1e-3', '-1.5': '-1500m', '-1Gi': '-1Gi', '1n': '1n', '1000u': '1m', '0.3n': '1n', '1000k': '1M', '2Ei': '2Ei',
    } // biome-ignore format: a table
    for (const [text, form] of Object.entries(forms)) expect(canonical(text), text).to.equal(form)
    expect(canonical(2)).to.equal('2')
    expect(canonical(0.1)).to.equal('100m')
  })

  it('never exceeds what 63 bits hold in binary units, nor grows without end in others', () => {
    expect(canonical('100Ei')).to.equal('9223372036854775807')
    expect(canonical('100E')).to.equal('100E')
    expect(canonical('1e400')).to.equal('9223372036854775807')
    expect(canonical('1e-400')).to.equal('1e-9')
  })

  it('is nothing without digits, as upstream', () => {
    for (const text of ['.', 'm', '-', 'Ti', 'E-3']) expect(canonical(text), text).to.equal('0')
  })

  it('is shown as it was written where that is nearly canonical', () => {
    for (const text of ['1.025', '1E6', '+1', '01', '1.', '12E', '10.035M', '1025Ki'])
      expect(quantityText(text)).to.equal(text)
    const others = {
      '1.25': '1250m',
      '0.5': '500m',
      '1000': '1k',
      '1024Ki': '1Mi',
      '1.5Gi': '1536Mi',
      '12.5k': '12500',
    }
    for (const [text, form] of Object.entries(others)) expect(quantityText(text), text).to.equal(form)
  })

  it('is refused when it is none', () => {
    for (const text of ['', ' ', '1.2.3', '1 m', '1mm', '1Kii', 'ten', '0x1', '1e', '--1', '1ki', 'Infinity', 'NaN'])
      expect(() => parseQuantity(text), text).to.throw('quantities must match')
  })

  it('rounds up when whole units are asked for', () => {
    expect(quantityValue(parseQuantity('1.5'))).to.equal(2)
    expect(quantityValue(parseQuantity('-1.5'))).to.equal(-2)
    expect(quantityMilliValue(parseQuantity('100u'))).to.equal(1)
    expect(quantityMilliValue(parseQuantity('2'))).to.equal(2000)
    expect(quantityValue(parseQuantity('64Gi'))).to.equal(64 * 2 ** 30)
  })

  it('adds, subtracts and compares exactly, and keeps the first one’s way of writing', () => {
    expect(formatQuantity(addQuantities(parseQuantity('1Gi'), parseQuantity('1k')))).to.equal('1073742824')
    expect(formatQuantity(addQuantities(parseQuantity('1Gi'), parseQuantity('1Mi')))).to.equal('1025Mi')
    expect(formatQuantity(addQuantities(parseQuantity('0'), parseQuantity('1Gi')))).to.equal('1Gi')
    expect(formatQuantity(subtractQuantities(parseQuantity('2'), parseQuantity('100m')))).to.equal('1900m')
    expect(compareQuantities(parseQuantity('1Ki'), parseQuantity('1k'))).to.be.above(0)
    expect(compareQuantities(parseQuantity('1000m'), parseQuantity('1'))).to.equal(0)
  })

  it('reads back what it writes, as the same amount', () => {
    const amounts = fc.record({
      nano: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
      format: fc.constantFrom('DecimalSI' as const, 'BinarySI' as const, 'DecimalExponent' as const),
    })
    fc.assert(fc.property(amounts, (amount) => parseQuantity(formatQuantity(amount)).nano === amount.nano))
  })
})
