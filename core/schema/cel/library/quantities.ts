/** Quantities of resources: `quantity('1.5Gi')`. */
import {
  addQuantities,
  compareQuantities,
  parseQuantity,
  type Quantity,
  subtractQuantities,
} from '../../../meta/index.js'
import { CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { Opaque } from '../values.js'

const unit = 1_000_000_000n
const of = (quantity: Quantity) => new Opaque('quantity', quantity, String(quantity.nano))
const inner = (value: Opaque) => value.inner as Quantity
const ofInt = (value: bigint): Quantity => ({ nano: value * unit, format: 'DecimalSI' })

function read(text: string): Quantity | undefined {
  // What is longer than this is no amount; reading it must not take long.
  if (text.length > 200) return undefined
  try {
    return parseQuantity(text)
  } catch {
    return undefined
  }
}

const isInteger = (value: Opaque): boolean => {
  const { nano } = inner(value)
  return nano % unit === 0n && nano / unit < 1n << 63n && nano / unit >= -(1n << 63n)
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
  overload('quantity.add(quantity): quantity', ([a, b]: Two) => of(addQuantities(inner(a), inner(b)))),
  overload('quantity.add(int): quantity', ([a, b]: [Opaque, bigint]) => of(addQuantities(inner(a), ofInt(b)))),
  overload('quantity.sub(quantity): quantity', ([a, b]: Two) => of(subtractQuantities(inner(a), inner(b)))),
  overload('quantity.sub(int): quantity', ([a, b]: [Opaque, bigint]) => of(subtractQuantities(inner(a), ofInt(b)))),
  overload('quantity.isLessThan(quantity): bool', ([a, b]: Two) => compareQuantities(inner(a), inner(b)) < 0),
  overload('quantity.isGreaterThan(quantity): bool', ([a, b]: Two) => compareQuantities(inner(a), inner(b)) > 0),
  overload('quantity.compareTo(quantity): int', ([a, b]: Two) => BigInt(compareQuantities(inner(a), inner(b)))),
]
