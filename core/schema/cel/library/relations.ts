/** Equality, order, membership, negation. */
import type { Budget } from '../budget.js'
import { compare, equal } from '../equal.js'
import { traversal } from '../price.js'
import { type Cost, type Overload, overload } from '../signature.js'
import type { ListValue, MapValue, Value } from '../values.js'

type Two = [Value, Value]
const cost: Cost = (a, b) => traversal(Math.min(a!, b!))

const ordered = ['bool', 'string', 'bytes', 'timestamp', 'duration'].map((type) => [type, type] as const)
const numbers = ['int', 'uint', 'double']
const pairs = [...ordered, ...numbers.flatMap((a) => numbers.map((b) => [a, b] as const))]

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

export const relations: readonly Overload[] = [
  overload('_==_(A, A): bool', ([a, b]: Two, budget) => equal(a, b, budget), { cost }),
  overload('_!=_(A, A): bool', ([a, b]: Two, budget) => !equal(a, b, budget), { cost }),
  ...Object.entries(orders).flatMap(([sign, says]) =>
    pairs.map(([a, b]) => overload(`_${sign}_(${a}, ${b}): bool`, (two: Two) => says(compare(...two)), { cost })),
  ),
  overload('!_(bool): bool', ([a]: [boolean]) => !a),
  overload('_in_(A, list<A>): bool', ([value, list]: [Value, ListValue], budget) => isIn(value, list, budget), {
    cost: (_, size) => size!,
  }),
  overload('_in_(A, map<A, B>): bool', ([key, map]: [Value, MapValue]) => map.get(key) !== undefined),
]

function isIn(value: Value, list: ListValue, budget: Budget): boolean {
  for (const each of list) if (equal(value, each, budget)) return true
  return false
}
