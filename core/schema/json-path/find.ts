/** What a parsed JSONPath leads to in an object, in the manner of client-go's util/jsonpath (v0.36) with missing keys allowed. */
import { isMembers } from '../../kit/index.js'
import type { Comparison, Range, Step } from './parse.js'

type Values = readonly unknown[]
export type Find = (values: Values, budget: Budget) => Values

/** How many values a path may still pass: descents in descents multiply. */
export interface Budget {
  left: number
}

/** A path that can't be followed in this object: an index beyond its list, texts compared with numbers. */
export class NoWay extends Error {
  /** What had been found where the way ended: a filter without comparison asks no more. */
  readonly values: Values

  constructor(message: string, values: Values) {
    super(message)
    this.values = values
  }
}

export function finderOf(steps: readonly Step[]): Find {
  const finds = steps.map(finderOfStep)
  return (values, budget) => {
    let found = values
    for (const find of finds) {
      found = find(found, budget)
      budget.left -= found.length
      if (budget.left < 0) throw new NoWay('the path leads to too many values', [])
    }
    return found
  }
}

function finderOfStep(step: Step): Find {
  switch (step.is) {
    case 'field':
      return (values) => values.flatMap((value) => memberOf(value, step.name))
    case 'every':
      return (values) => values.flatMap(inside)
    case 'descent':
      return (values, budget) => values.flatMap((value) => containersIn(value, budget))
    case 'range':
      return (values) => elements(values, step.range)
    case 'union': {
      const finds = step.paths.map(finderOf)
      return (values, budget) => finds.flatMap((find) => find(values, budget))
    }
    case 'filter':
      return filter(finderOf(step.left), step.compared)
    case 'text':
      return () => [step.text]
    case 'constant':
      return (values) => values.map(() => step.value)
    default:
      return (values) => {
        throw new NoWay(`nothing is known as ${step.word}`, step.word === 'end' ? [] : values)
      }
  }
}

export const memberOf = (value: unknown, name: string): Values =>
  isMembers(value) && Object.hasOwn(value, name) ? [value[name]] : []

/** Of a text its bytes. */
function inside(value: unknown): Values {
  if (Array.isArray(value)) return value
  if (typeof value === 'string') return [...Buffer.from(value)]
  return isMembers(value) ? Object.values(value) : []
}

/** The value itself and all below it that hold something, each before what it holds; a text is one. */
function containersIn(value: unknown, budget: Budget): Values {
  const waiting = [value]
  const found: unknown[] = []
  for (let next = waiting.pop(); next !== undefined || waiting.length > 0; next = waiting.pop()) {
    if (--budget.left < 0) throw new NoWay('the path leads to too many values', [])
    if (next === '' || !(typeof next === 'string' || (typeof next === 'object' && next !== null))) continue
    const below = typeof next === 'string' ? undefined : inside(next)
    if (below?.length === 0) continue
    found.push(next)
    for (let at = (below?.length ?? 0) - 1; at >= 0; at--) waiting.push(below![at])
  }
  return found
}

function elements(values: Values, range: Range): Values {
  const found: unknown[] = []
  for (const value of values) {
    if (value === null || value === undefined) continue
    if (!Array.isArray(value)) throw new NoWay('not a list', values)
    const { length } = value
    const fromEnd = (at: number) => (at < 0 ? at + length : at)
    const from = fromEnd(range.from ?? 0)
    const to = range.single && range.to === 0 ? length : fromEnd(range.to ?? length)
    if (from === to) return found
    if (from < 0 || from >= length || to < 0 || to > length || from > to) throw new NoWay('beyond the list', values)
    const step = range.step ?? 1
    if (step <= 0) throw new NoWay('steps lead forward', values)
    for (let at = from; at < to; at += step) found.push(value[at])
  }
  return found
}

function filter(left: Find, compared: Comparison | undefined): Find {
  const holds = compared ? comparing(left, compared) : leading(left)
  return (values, budget) =>
    values.flatMap((value) => {
      if (!Array.isArray(value)) throw new NoWay('only lists are filtered', values)
      return value.filter((item) => holds(item, budget))
    })
}

type Holds = (item: unknown, budget: Budget) => boolean

const leading =
  (find: Find): Holds =>
  (item, budget) => {
    try {
      return find([item], budget).length > 0
    } catch (error) {
      if (error instanceof NoWay && budget.left >= 0) return error.values.length > 0
      throw error
    }
  }

function comparing(left: Find, { operator, right: steps }: Comparison): Holds {
  const right = finderOf(steps)
  return (item, budget) => {
    const lefts = left([item], budget)
    if (lefts.length === 0) return false
    const rights = lefts.length === 1 ? right([item], budget) : lefts
    if (rights.length === 0) return false
    if (lefts.length > 1 || rights.length > 1) throw new NoWay('one value is compared with one', [item])
    return compare(lefts[0], operator, rights[0])
  }
}

type Basic = string | number | bigint | boolean

/** Whole numbers and others are of two kinds, as in Go. */
function kindOf(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'whole' : 'real'
  if (typeof value === 'bigint') return 'whole'
  if (typeof value === 'string' || typeof value === 'boolean') return typeof value
  throw new NoWay('neither lists nor objects are compared', [])
}

function compare(a: unknown, operator: string, b: unknown): boolean {
  const kind = kindOf(a)
  if (kind !== kindOf(b)) throw new NoWay('values of two kinds are compared', [])
  const [left, right] = [a as Basic, b as Basic]
  const isLess = left < right
  const isEqual = !isLess && !(left > right)
  if (operator === '==') return isEqual
  if (operator === '!=') return !isEqual
  if (kind === 'boolean') throw new NoWay('booleans have no order', [])
  if (operator === '<') return isLess
  if (operator === '<=') return isLess || isEqual
  if (operator === '>') return !isLess && !isEqual
  if (operator === '>=') return !isLess
  throw new NoWay(`${operator} compares nothing`, [])
}
