/** Lists cut, flattened, sorted and without repeats, as cel-go's extension has them (version 3). */
import { type Budget, CelError } from '../budget.js'
import { compare, equal } from '../equal.js'
import { type Cost, type Overload, overload } from '../signature.js'
import { ListValue, typeName, type Value } from '../values.js'

export const comparable = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes']

/** A call that makes a list. */
const made: Cost = (size) => size! + 11
/** Each element is held against each other; texts take a little longer, which the first tells. */
function squared(list: ListValue): number {
  const isText = list.size > 0 && ['string', 'bytes'].includes(typeName(list.at(0)))
  return Math.floor(list.size * list.size * (isText ? 2.1 : 2)) + 11
}
const free: Cost = () => 0

export const listExtensions: readonly Overload[] = [
  overload(
    'list<A>.slice(int, int): list<A>',
    ([list, from, to]: [ListValue, bigint, bigint], budget) => slice(list, [Number(from), Number(to)], budget),
    { cost: () => made(0) },
  ),
  overload('list<list<A>>.flatten(): list<A>', ([list]: [ListValue], budget) => flatten(list, 1, budget), {
    cost: made,
  }),
  overload(
    'list<dyn>.flatten(int): list<dyn>',
    ([list, depth]: [ListValue, bigint], budget) => flatten(list, Number(depth), budget),
    { cost: made },
  ),
  ...comparable.map((type) =>
    overload(
      `list<${type}>.sort(): list<${type}>`,
      ([list]: [ListValue], budget) => {
        budget.add(squared(list))
        return sortedBy(list, list)
      },
      { cost: free },
    ),
  ),
  overload('@lists.range(int): list<int>', ([count]: [bigint], budget) => range(Number(count), budget), {
    cost: () => 11,
  }),
  overload(
    'list<A>.reverse(): list<A>',
    ([list]: [ListValue]) => new ListValue(list.size, (at) => list.at(list.size - 1 - at)),
    { cost: made },
  ),
  overload('list<A>.distinct(): list<A>', ([list]: [ListValue], budget) => distinct(list, budget), { cost: free }),
]

/** Costs by what is taken. */
function slice(list: ListValue, [from, to]: readonly [number, number], budget: Budget): ListValue {
  const refuse = (why: string) => new CelError(`cannot slice(${from}, ${to}), ${why}`)
  if (from < 0 || to < 0) throw refuse('negative indexes not supported')
  if (from > to) throw refuse('start index must be less than or equal to end index')
  if (list.size < to) throw refuse(`list is length ${list.size}`)
  budget.add(to - from)
  return new ListValue(to - from, (at) => list.at(from + at))
}

function flatten(list: ListValue, depth: number, budget: Budget): ListValue {
  if (depth < 0) throw new CelError('level must be non-negative')
  const found: Value[] = []
  const gather = (part: ListValue, left: number) => {
    budget.work(part.size)
    for (const each of part) {
      if (each instanceof ListValue && left > 0) gather(each, left - 1)
      else found.push(each)
    }
  }
  gather(list, depth)
  return ListValue.of(found)
}

/** The count is charged before anything is made. */
function range(count: number, budget: Budget): ListValue {
  budget.add(Math.max(0, count))
  return new ListValue(Math.max(0, count), (at) => BigInt(at))
}

function distinct(list: ListValue, budget: Budget): ListValue {
  budget.add(squared(list))
  const found: Value[] = []
  for (const each of list) if (!found.some((other) => equal(each, other, budget))) found.push(each)
  return ListValue.of(found)
}

/** `list` in the order of `keys`, one for each element. Throws CelError for keys of several types. */
export function sortedBy(list: ListValue, keys: ListValue): ListValue {
  if (list.size === 0) return list
  const all = [...keys]
  const type = typeName(all[0]!)
  if (!comparable.includes(type)) throw new CelError('list elements must be comparable')
  if (all.some((key) => typeName(key) !== type)) throw new CelError('list elements must have the same type')
  const order = all.map((_, at) => at).sort((a, b) => compare(all[a]!, all[b]!))
  return ListValue.of(order.map((at) => list.at(at)))
}

/** Units that sorting by these keys costs. */
export const sortCost = squared
