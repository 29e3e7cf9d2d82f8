/** `+ - * / %` and negation; integers don't wrap. */
import { CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { Duration, Timestamp, Uint } from '../values.js'

/** Throws for what is no int64. */
export function int(value: bigint): bigint {
  if (value < -(1n << 63n) || value >= 1n << 63n) throw new CelError('integer overflow')
  return value
}

const nonZero = (value: bigint, what: 'division' | 'modulus'): bigint => {
  if (value === 0n) throw new CelError(what === 'division' ? 'division by zero' : 'modulus by zero')
  return value
}

type Ints = [bigint, bigint]
type Uints = [Uint, Uint]
type Doubles = [number, number]

export const arithmetic: readonly Overload[] = [
  overload('_+_(int, int): int', ([a, b]: Ints) => int(a + b)),
  overload('_-_(int, int): int', ([a, b]: Ints) => int(a - b)),
  overload('_*_(int, int): int', ([a, b]: Ints) => int(a * b)),
  overload('_/_(int, int): int', ([a, b]: Ints) => int(a / nonZero(b, 'division'))),
  overload('_%_(int, int): int', ([a, b]: Ints) => int(a % nonZero(b, 'modulus'))),
  overload('-_(int): int', ([a]: [bigint]) => int(-a)),
  overload('_+_(uint, uint): uint', ([a, b]: Uints) => new Uint(a.value + b.value)),
  overload('_-_(uint, uint): uint', ([a, b]: Uints) => new Uint(a.value - b.value)),
  overload('_*_(uint, uint): uint', ([a, b]: Uints) => new Uint(a.value * b.value)),
  overload('_/_(uint, uint): uint', ([a, b]: Uints) => new Uint(a.value / nonZero(b.value, 'division'))),
  overload('_%_(uint, uint): uint', ([a, b]: Uints) => new Uint(a.value % nonZero(b.value, 'modulus'))),
  overload('_+_(double, double): double', ([a, b]: Doubles) => a + b),
  overload('_-_(double, double): double', ([a, b]: Doubles) => a - b),
  overload('_*_(double, double): double', ([a, b]: Doubles) => a * b),
  overload('_/_(double, double): double', ([a, b]: Doubles) => a / b),
  overload('-_(double): double', ([a]: [number]) => -a),
  overload('_+_(string, string): string', ([a, b]: [string, string]) => a + b, {
    cost: (a, b) => traversal(a! + b!),
  }),
  overload('_+_(bytes, bytes): bytes', ([a, b]: [Uint8Array, Uint8Array]) => new Uint8Array(Buffer.concat([a, b])), {
    cost: (a, b) => traversal(a! + b!),
  }),
  overload(
    '_+_(timestamp, duration): timestamp',
    ([a, b]: [Timestamp, Duration]) => new Timestamp(a.nanos + b.nanos, a.offsetSeconds),
  ),
  overload(
    '_+_(duration, timestamp): timestamp',
    ([a, b]: [Duration, Timestamp]) => new Timestamp(a.nanos + b.nanos, b.offsetSeconds),
  ),
  overload('_+_(duration, duration): duration', ([a, b]: [Duration, Duration]) => new Duration(a.nanos + b.nanos)),
  overload('_-_(timestamp, timestamp): duration', ([a, b]: [Timestamp, Timestamp]) => new Duration(a.nanos - b.nanos)),
  overload(
    '_-_(timestamp, duration): timestamp',
    ([a, b]: [Timestamp, Duration]) => new Timestamp(a.nanos - b.nanos, a.offsetSeconds),
  ),
  overload('_-_(duration, duration): duration', ([a, b]: [Duration, Duration]) => new Duration(a.nanos - b.nanos)),
]
