/** Lists: Kubernetes' own functions, and `+` with the meaning of the list's type. */
import { type Budget, CelError } from '../budget.js'
import { compare, elementKey, equal } from '../equal.js'
import { type Cost, type Overload, overload } from '../signature.js'
import { Duration, ListValue, Uint, type Value } from '../values.js'
import { int } from './arithmetic.js'
import { comparable } from './list-extensions.js'
import { chargeWalk } from './walk.js'

/** Charged once it is known what the list holds. */
const byContent: { readonly cost: Cost } = { cost: () => 0 }
const summable = ['int', 'uint', 'double', 'duration']

export const lists: readonly Overload[] = [
  overload('_+_(list<A>, list<A>): list<A>', ([a, b]: [ListValue, ListValue], budget) => joined(a, b, budget), {}),
  ...comparable.flatMap((type) => [
    once(`list<${type}>.isSorted(): bool`, isSorted),
    once(`list<${type}>.min(): ${type}`, (list) => extreme(list, 'min')),
    once(`list<${type}>.max(): ${type}`, (list) => extreme(list, 'max')),
  ]),
  ...summable.map((type) => once(`list<${type}>.sum(): ${type}`, (list) => sum(list, zeros[type]!))),
  overload('list<A>.indexOf(A): int', (args: [ListValue, Value], budget) => indexOf(args, budget, 'first'), byContent),
  overload(
    'list<A>.lastIndexOf(A): int',
    (args: [ListValue, Value], budget) => indexOf(args, budget, 'last'),
    byContent,
  ),
]

/** A function that goes once over a list and all that it holds. */
function once(text: string, run: (list: ListValue) => Value): Overload {
  return overload(
    text,
    ([list]: [ListValue], budget) => {
      chargeWalk(list, budget)
      return run(list)
    },
    byContent,
  )
}

/** Both, one behind the other; a set without what is there already; a list with keys with the second's elements in the places of the first's. */
function joined(a: ListValue, b: ListValue, budget: Budget): ListValue {
  const { type } = a
  if (a.size === 0 && !type?.list) return b
  if (b.size === 0) return a
  if (type?.list) {
    budget.work(a.size + b.size)
    const byKey = new Map([...a].map((value) => [elementKey(value, type.keys), value]))
    for (const value of b) {
      const key = elementKey(value, type.keys)
      if (type.list === 'map' || !byKey.has(key)) byKey.set(key, value)
    }
    const values = [...byKey.values()]
    return new ListValue(values.length, (at) => values[at]!, type)
  }
  if (a.size + b.size <= 64) return ListValue.of([...a, ...b])
  return new ListValue(a.size + b.size, (at) => {
    budget.work(1)
    return at < a.size ? a.at(at) : b.at(at - a.size)
  })
}

function isSorted(list: ListValue): boolean {
  for (let at = 1; at < list.size; at++) if (compare(list.at(at - 1), list.at(at)) > 0) return false
  return true
}

function extreme(list: ListValue, which: 'min' | 'max'): Value {
  if (list.size === 0) throw new CelError(`${which} called on empty list`)
  let best = list.at(0)
  for (const value of list) {
    const order = compare(value, best)
    if (which === 'min' ? order < 0 : order > 0) best = value
  }
  return best
}

const zeros: Readonly<Record<string, Value>> = { int: 0n, double: 0, uint: new Uint(0n), duration: new Duration(0n) }

function sum(list: ListValue, zero: Value): Value {
  let total = list.size > 0 && typeof list.at(0) === 'number' ? 0 : zero
  for (const value of list) {
    if (typeof total === 'bigint' && typeof value === 'bigint') total = int(total + value)
    else if (typeof total === 'number' && typeof value === 'number') total += value
    else if (total instanceof Uint && value instanceof Uint) total = new Uint(total.value + value.value)
    else if (total instanceof Duration && value instanceof Duration) total = new Duration(total.nanos + value.nanos)
    else throw new CelError('no such overload')
  }
  return total
}

function indexOf([list, value]: [ListValue, Value], budget: Budget, which: 'first' | 'last'): bigint {
  chargeWalk(list, budget)
  for (let step = 0; step < list.size; step++) {
    const at = which === 'first' ? step : list.size - 1 - step
    if (equal(list.at(at), value, budget)) return BigInt(at)
  }
  return -1n
}
