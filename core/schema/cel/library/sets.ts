/** `sets.contains`, `sets.equivalent`, `sets.intersects` over lists. */
import type { Budget } from '../budget.js'
import { equal } from '../equal.js'
import { type Overload, overload } from '../signature.js'
import type { ListValue, Value } from '../values.js'

type Two = [ListValue, ListValue]
const cost = (a?: number, b?: number) => a! * b! + 1

const has = (list: ListValue, value: Value, budget: Budget): boolean => {
  for (const each of list) if (equal(each, value, budget)) return true
  return false
}

const contains = (list: ListValue, others: ListValue, budget: Budget): boolean => {
  for (const each of others) if (!has(list, each, budget)) return false
  return true
}

const intersects = ([a, b]: Two, budget: Budget): boolean => {
  for (const each of a) if (has(b, each, budget)) return true
  return false
}

export const sets: readonly Overload[] = [
  overload('@sets.contains(list<A>, list<A>): bool', ([a, b]: Two, budget) => contains(a, b, budget), { cost }),
  overload(
    '@sets.equivalent(list<A>, list<A>): bool',
    ([a, b]: Two, budget) => contains(a, b, budget) && contains(b, a, budget),
    { cost: (a, b) => 2 * a! * b! + 1 },
  ),
  overload('@sets.intersects(list<A>, list<A>): bool', intersects, { cost }),
]
