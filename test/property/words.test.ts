import { expect } from 'chai'
import fc from 'fast-check'
import { seededRandom } from '../../core/kit/index.js'
import {
  compareQuantities,
  formatLabelSelector,
  formatQuantity,
  meetsRequirements,
  parseLabelSelector,
  parseQuantity,
  StatusError,
} from '../../core/meta/index.js'
import { ContinueTokens } from '../../core/registry/continue-token.js'

/** A fraction of whole numbers, as large as they come. */
interface Rational {
  readonly over: bigint
  readonly under: bigint
}

const powers: Readonly<Record<string, Rational>> = Object.fromEntries([
  ...['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'].map((suffix, at) => [suffix, power(10n, at * 3 - 9)] as const),
  ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((suffix, at) => [suffix, power(2n, (at + 1) * 10)] as const),
])

function power(base: bigint, exponent: number): Rational {
  return exponent < 0 ? { over: 1n, under: base ** BigInt(-exponent) } : { over: base ** BigInt(exponent), under: 1n }
}

const nano = 1_000_000_000n
const most = (2n ** 63n - 1n) * nano
const mostDecimal = 10n ** 40n

/** Billionths of what a text says, rounded away from zero and bounded, in the plainest way. */
function nanoByTwin(sign: string, digits: string, suffix: string): bigint {
  const [whole = '', fraction = ''] = digits.split('.')
  const scale = /^e[+-]?\d/.test(suffix) ? power(10n, Number(suffix.slice(1))) : powers[suffix]!
  const over = BigInt(whole + fraction) * scale.over * nano
  const under = scale.under * 10n ** BigInt(fraction.length)
  const rounded = (over + under - 1n) / under
  const bounded = rounded > (suffix.endsWith('i') ? most : mostDecimal) ? most : rounded
  return sign === '-' ? -bounded : bounded
}

const digits = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 22n }).map(String),
  fc.tuple(fc.nat(9999), fc.nat(999_999_999)).map(([a, b]) => `${a}.${b}`),
  fc.tuple(fc.nat(99), fc.stringMatching(/^\d{1,14}$/)).map(([a, b]) => `${a}.${b}`),
)
const suffix = fc.oneof(
  fc.constantFrom(...Object.keys(powers)),
  fc.integer({ min: -20, max: 20 }).map((exponent) => `e${exponent}`),
)
const amount = fc.tuple(fc.constantFrom('', '-', '+'), digits, suffix)

describe('quantities beside fractions of whole numbers', () => {
  it('come to the same billionths', () => {
    fc.assert(
      fc.property(amount, ([sign, number, unit]) => {
        expect(parseQuantity(sign + number + unit).nano).to.equal(nanoByTwin(sign, number, unit))
      }),
      { numRuns: 2000 },
    )
  })

  it('are compared as those are, and written so that they are read again', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [x, y] = [a, b].map((each) => parseQuantity(each.join(''))) as [
          ReturnType<typeof parseQuantity>,
          ReturnType<typeof parseQuantity>,
        ]
        const [m, n] = [nanoByTwin(...a), nanoByTwin(...b)]
        expect(Math.sign(compareQuantities(x, y))).to.equal(m < n ? -1 : m > n ? 1 : 0)
        expect(parseQuantity(formatQuantity(x)).nano).to.equal(m)
      }),
      { numRuns: 1000 },
    )
  })
})

interface Asked {
  readonly key: string
  readonly operator: '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | 'missing' | '>' | '<'
  readonly values: readonly string[]
}

const labelKey = fc.constantFrom('a', 'b', 'x.y/z')
const labelValue = fc.constantFrom('', '1', '5', '10', '3', 'x', 'in')
const asked: fc.Arbitrary<Asked> = fc
  .record({
    key: labelKey,
    operator: fc.constantFrom('=', '==', '!=', 'in', 'notin', 'exists', 'missing', '>', '<'),
    values: fc.uniqueArray(labelValue, { minLength: 1, maxLength: 12 }),
  })
  .map((each) => (each.operator === '>' || each.operator === '<' ? { ...each, values: ['5'] } : each))
const labels = fc.dictionary(labelKey, labelValue, { maxKeys: 3 })

function written({ key, operator, values }: Asked): string {
  if (operator === 'exists') return key
  if (operator === 'missing') return `!${key}`
  if (operator === 'in' || operator === 'notin') return `${key} ${operator} (${values.join(', ')})`
  return `${key}${operator}${values[0]}`
}

function holds({ key, operator, values }: Asked, of: Readonly<Record<string, string>>): boolean {
  const value = of[key]
  const isAmong = value !== undefined && values.includes(value)
  const isFirst = value === values[0]
  const numbers = /^-?\d+$/.test(value ?? '')
  const answers: Readonly<Record<Asked['operator'], boolean>> = {
    '=': isFirst,
    '==': isFirst,
    '!=': !isFirst,
    in: isAmong,
    notin: !isAmong,
    exists: value !== undefined,
    missing: value === undefined,
    '>': numbers && Number(value) > 5,
    '<': numbers && Number(value) < 5,
  }
  return answers[operator]
}

describe('label selectors beside their twin', () => {
  it('select the same, as written and as printed', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 4 }), labels, (all, of) => {
        const requirements = parseLabelSelector(all.map(written).join(','))
        const wanted = all.every((each) => holds(each, of))
        expect(meetsRequirements(requirements, of)).to.equal(wanted)
        expect(meetsRequirements(parseLabelSelector(formatLabelSelector(requirements)), of)).to.equal(wanted)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('continue tokens', () => {
  const office = new ContinueTokens(seededRandom(3).bytes(32))
  const continuation = fc.record({ revision: fc.oneof(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.constant('latest' as const)), name: fc.string({ unit: 'grapheme' }), remaining: fc.integer({ min: 1, max: 1e6 }) }) // biome-ignore format: one line

  it('say what was put in, to who gave them out, for the same collection', () => {
    fc.assert(
      fc.property(continuation, ({ revision, name, remaining }) => {
        const given = { revision, after: `core/pods/${name}`, remaining }
        const token = office.encode('core/pods/', given)
        expect(office.decode('core/pods/', token)).to.deep.equal(given)
        const others = new ContinueTokens(seededRandom(4).bytes(32))
        expect(() => office.decode('core/nodes/', token)).to.throw(StatusError)
        expect(() => others.decode('core/pods/', token)).to.throw(StatusError)
      }),
    )
  })

  it('are refused when a bit of them is another', () => {
    fc.assert(
      fc.property(continuation, fc.nat(), ({ revision, name, remaining }, bit) => {
        const token = office.encode('core/pods/', { revision, after: `core/pods/${name}`, remaining })
        const bytes = Buffer.from(token, 'base64url')
        bytes[(bit >> 3) % bytes.length]! ^= 1 << (bit & 7)
        expect(() => office.decode('core/pods/', bytes.toString('base64url'))).to.throw(StatusError)
      }),
    )
  })
})
