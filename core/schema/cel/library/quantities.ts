/** Quantities of resources: `quantity('1.5Gi')`. */
import { addQuantities, compareQuantities, parseQuantity, type Quantity } from '../../../meta/index.js'
import { CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { Opaque } from '../values.js'

const unit = 1_000_000_000n

/** Whether it is whole depends on how it was written and made, as upstream: `1000m`, `1.0` and what 18 digits can't hold are not. */
interface Held extends Quantity {
  readonly isWhole: boolean
}

const of = (quantity: Held) => new Opaque('quantity', quantity, String(quantity.nano))
const inner = (value: Opaque) => value.inner as Held
const ofInt = (value: bigint): Held => ({ nano: value * unit, format: 'DecimalSI', isWhole: true })
const negative = (value: Held): Held => ({ ...value, nano: -value.nano })

function sum(a: Held, b: Held): Held {
  const isWhole = a.nano === 0n ? b.isWhole : b.nano === 0n ? a.isWhole : a.isWhole && b.isWhole
  return { ...addQuantities(a, b), isWhole }
}

const form = /^[+-]?0*(\d*)(?:\.(\d*))?(.*)$/
const exponents: Readonly<Record<string, number>> = { k: 3, M: 6, G: 9, T: 12, P: 15, E: 18, Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 } // biome-ignore format: one line

/** Upstream holds amounts of few digits as a number and a power of ten, others as decimals. */
function isWholeText(text: string): boolean {
  const [, whole = '', decimals = '', suffix = ''] = form.exec(text.trim())!
  const digits = Math.max(1, whole.length) + decimals.length
  if (suffix.endsWith('i'))
    return decimals === '' && 14 - Math.max(1, whole.length) - Math.floor(exponents[suffix]! * 0.3) >= 0
  const exponent = /^[eE]./.test(suffix) ? Number(suffix.slice(1)) : suffix === '' ? 0 : (exponents[suffix] ?? -1)
  const places = exponent - decimals.length
  return digits <= 18 && places >= 0 && Number(whole + decimals) * 10 ** places < 2 ** 63
}

function read(text: string): Held | undefined {
  // What is longer than this is no amount; reading it must not take long.
  if (text.length > 200 || text.trim() !== text) return undefined
  try {
    return { ...parseQuantity(text), isWhole: isWholeText(text) }
  } catch {
    return undefined
  }
}

const isInteger = (value: Opaque): boolean => {
  const { nano, isWhole } = inner(value)
  return isWhole && nano % unit === 0n && nano / unit < 1n << 63n && nano / unit >= -(1n << 63n)
}

const sign = (nano: bigint): bigint => (nano > 0n ? 1n : nano < 0n ? -1n : 0n)
const cost = (size?: number) => traversal(size!)
type Two = [Opaque, Opaque]

export const quantities: readonly Overload[] = [
  overload(
    'quantity(string): quantity',
    ([text]: [string]) => {
      const found = read(text)
      if (!found) throw new CelError('quantities must be a number with an optional suffix')
      return of(found)
    },
    { cost },
  ),
  overload('isQuantity(string): bool', ([text]: [string]) => read(text) !== undefined, { cost }),
  overload('quantity.isInteger(): bool', ([a]: [Opaque]) => isInteger(a)),
  overload('quantity.asInteger(): int', ([a]: [Opaque]) => {
    if (!isInteger(a)) throw new CelError('asInteger wants a whole number of 64 bits: ask isInteger() first')
    return inner(a).nano / unit
  }),
  overload('quantity.asApproximateFloat(): double', ([a]: [Opaque]) => Number(inner(a).nano) / 1e9),
  // Upstream has it as a function, whatever its documentation says.
  overload('sign(quantity): int', ([a]: [Opaque]) => sign(inner(a).nano)),
  overload('quantity.add(quantity): quantity', ([a, b]: Two) => of(sum(inner(a), inner(b)))),
  overload('quantity.add(int): quantity', ([a, b]: [Opaque, bigint]) => of(sum(inner(a), ofInt(b)))),
  overload('quantity.sub(quantity): quantity', ([a, b]: Two) => of(sum(inner(a), negative(inner(b))))),
  overload('quantity.sub(int): quantity', ([a, b]: [Opaque, bigint]) => of(sum(inner(a), ofInt(-b)))),
  overload('quantity.isLessThan(quantity): bool', ([a, b]: Two) => compareQuantities(inner(a), inner(b)) < 0),
  overload('quantity.isGreaterThan(quantity): bool', ([a, b]: Two) => compareQuantities(inner(a), inner(b)) > 0),
  overload('quantity.compareTo(quantity): int', ([a, b]: Two) => BigInt(compareQuantities(inner(a), inner(b)))),
]
