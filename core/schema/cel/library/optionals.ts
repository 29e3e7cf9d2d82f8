/** Optional values. */
import { type Budget, CelError } from '../budget.js'
import { type Overload, overload } from '../signature.js'
import { Duration, ListValue, MapValue, OptionalValue, Timestamp, Uint, type Value } from '../values.js'

/** Of the year 1. */
const firstDay = -62135596800_000000000n

/** Upstream takes no part of an object for nothing, however empty. */
const isZero = (value: Value): boolean =>
  value === null ||
  value === false ||
  value === 0n ||
  value === 0 ||
  value === '' ||
  (value instanceof Uint && value.value === 0n) ||
  (value instanceof Uint8Array && value.length === 0) ||
  (value instanceof Duration && value.nanos === 0n) ||
  (value instanceof Timestamp && value.nanos === firstDay) ||
  (value instanceof ListValue && value.size === 0 && !value.type) ||
  (value instanceof MapValue && value.size === 0 && !value.type)

/** The values that are there. */
function unwrapped(list: ListValue, budget: Budget): ListValue {
  budget.work(list.size)
  const found = [...list].flatMap((each) => {
    if (!(each instanceof OptionalValue)) throw new CelError('no such overload')
    return each.value === undefined ? [] : [each.value]
  })
  return ListValue.of(found)
}

export const optionals: readonly Overload[] = [
  overload('@optional.of(A): optional<A>', ([a]: [Value]) => new OptionalValue(a)),
  overload('@optional.none(): optional<A>', () => new OptionalValue(undefined)),
  overload('@optional.ofNonZeroValue(A): optional<A>', ([a]: [Value]) => new OptionalValue(isZero(a) ? undefined : a)),
  overload('optional<A>.hasValue(): bool', ([a]: [OptionalValue]) => a.value !== undefined),
  overload('optional<A>.value(): A', ([a]: [OptionalValue]) => {
    if (a.value === undefined) throw new CelError('optional.none() dereference')
    return a.value
  }),
  // How these two are evaluated is a matter of the compiler.
  overload('optional<A>.orValue(A): A', ([a]: [OptionalValue]) => a),
  overload('optional<A>.or(optional<A>): optional<A>', ([a]: [OptionalValue]) => a),
  overload(
    'list<A>.first(): optional<A>',
    ([list]: [ListValue]) => new OptionalValue(list.size > 0 ? list.at(0) : undefined),
  ),
  overload(
    'list<A>.last(): optional<A>',
    ([list]: [ListValue]) => new OptionalValue(list.size > 0 ? list.at(list.size - 1) : undefined),
  ),
  overload('@optional.unwrap(list<optional<A>>): list<A>', ([list]: [ListValue], budget) => unwrapped(list, budget)),
  overload('list<optional<A>>.unwrapOpt(): list<A>', ([list]: [ListValue], budget) => unwrapped(list, budget)),
]
