/** Optional values. */
import { CelError } from '../budget.js'
import { type Overload, overload } from '../signature.js'
import { ListValue, MapValue, OptionalValue, Uint, type Value } from '../values.js'

const isZero = (value: Value): boolean =>
  value === null ||
  value === false ||
  value === 0n ||
  value === 0 ||
  value === '' ||
  (value instanceof Uint && value.value === 0n) ||
  (value instanceof Uint8Array && value.length === 0) ||
  ((value instanceof ListValue || value instanceof MapValue) && value.size === 0)

export const optionals: readonly Overload[] = [
  overload('@optional.of(A): optional<A>', ([a]: [Value]) => new OptionalValue(a)),
  overload('@optional.none(): optional<A>', () => new OptionalValue(undefined)),
  overload('@optional.ofNonZeroValue(A): optional<A>', ([a]: [Value]) => new OptionalValue(isZero(a) ? undefined : a)),
  overload('optional<A>.hasValue(): bool', ([a]: [OptionalValue]) => a.value !== undefined),
  overload('optional<A>.value(): A', ([a]: [OptionalValue]) => {
    if (a.value === undefined) throw new CelError('optional.none() dereference')
    return a.value
  }),
  overload('optional<A>.orValue(A): A', ([a, other]: [OptionalValue, Value]) =>
    a.value === undefined ? other : a.value,
  ),
  overload(
    'list<A>.first(): optional<A>',
    ([list]: [ListValue]) => new OptionalValue(list.size > 0 ? list.at(0) : undefined),
  ),
  overload(
    'list<A>.last(): optional<A>',
    ([list]: [ListValue]) => new OptionalValue(list.size > 0 ? list.at(list.size - 1) : undefined),
  ),
  overload('optional<A>.or(optional<A>): optional<A>', ([a, b]: [OptionalValue, OptionalValue]) =>
    a.value === undefined ? b : a,
  ),
]
