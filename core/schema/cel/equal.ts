/** Equality and order of values. */
import { type Budget, CelError } from './budget.js'
import { fromJson } from './from-json.js'
import { json } from './types.js'
import {
  Duration,
  keyOf,
  ListValue,
  MapValue,
  ObjectValue,
  Opaque,
  OptionalValue,
  Timestamp,
  TypeValue,
  Uint,
  type Value,
} from './values.js'

const numeric = (value: Value): bigint | number | undefined =>
  typeof value === 'bigint' || typeof value === 'number' ? value : value instanceof Uint ? value.value : undefined

/** Throws CelStopped when nested values make it too much. */
export function equal(a: Value, b: Value, budget: Budget): boolean {
  budget.work(1)
  if (a === b) return true
  if (a === null || b === null) return false
  const [left, right] = [numeric(a), numeric(b)]
  if (left !== undefined || right !== undefined)
    return left !== undefined && right !== undefined && compareNumbers(left, right) === 0
  if (a instanceof Uint8Array) return b instanceof Uint8Array && Buffer.compare(a, b) === 0
  if (a instanceof ListValue) return b instanceof ListValue && equalLists(a, b, budget)
  if (a instanceof MapValue) return b instanceof MapValue && equalMaps(a, b, budget)
  if (a instanceof ObjectValue) return b instanceof ObjectValue && equalObjects(a, b, budget)
  if (a instanceof Timestamp) return b instanceof Timestamp && a.nanos === b.nanos
  if (a instanceof Duration) return b instanceof Duration && a.nanos === b.nanos
  if (a instanceof TypeValue) return b instanceof TypeValue && a.name === b.name
  if (a instanceof Opaque) return b instanceof Opaque && a.kind === b.kind && a.text === b.text
  if (a instanceof OptionalValue) {
    if (!(b instanceof OptionalValue)) return false
    if (a.value === undefined || b.value === undefined) return a.value === b.value
    return equal(a.value, b.value, budget)
  }
  return false
}

function equalLists(a: ListValue, b: ListValue, budget: Budget): boolean {
  if (a.size !== b.size) return false
  // As upstream, the list on the left says how elements are told apart.
  const { type } = a
  if (type?.list) {
    const identity = (value: Value) => elementKey(value, type.keys)
    const others = new Map([...b].map((value) => [identity(value), value]))
    for (const value of a) {
      const other = others.get(identity(value))
      if (other === undefined || !equal(value, other, budget)) return false
    }
    return true
  }
  for (let at = 0; at < a.size; at++) if (!equal(a.at(at), b.at(at), budget)) return false
  return true
}

/** What tells elements of a set (by value) or of a map list (by keys) apart. */
export function elementKey(value: Value, keys?: readonly string[]): string {
  if (keys && value instanceof ObjectValue) return JSON.stringify(keys.map((key) => rawKey(value.raw(key))))
  return scalarKey(value)
}

/** As upstream, by the name that rules use: a key that has to be escaped is not found. */
const rawKey = (raw: unknown): string => `${typeof raw}${String(raw)}`

function scalarKey(value: Value): string {
  if (value instanceof ObjectValue)
    return JSON.stringify(value.names().map((name) => [name, scalarKey(value.get(name) ?? null)]))
  if (value instanceof ListValue) return JSON.stringify([...value].map(scalarKey))
  if (value instanceof MapValue)
    return JSON.stringify(
      value
        .keys()
        .map((key) => [keyOf(key), scalarKey(value.get(key) ?? null)])
        .sort(),
    )
  if (value instanceof Timestamp || value instanceof Duration) return String(value.nanos)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return value instanceof Opaque ? value.text : `${typeof value}${String(value)}`
}

function equalMaps(a: MapValue, b: MapValue, budget: Budget): boolean {
  if (a.size !== b.size) return false
  for (const key of a.keys()) {
    const other = b.get(key)
    if (other === undefined || !equal(a.get(key)!, other, budget)) return false
  }
  return true
}

/** Of all that stands in them; what is not declared is compared as JSON. */
function equalObjects(a: ObjectValue, b: ObjectValue, budget: Budget): boolean {
  const jsonNames = a.jsonNames()
  if (jsonNames.length !== b.jsonNames().length) return false
  const names = a.names()
  if (!names.every((name) => b.has(name) && equal(a.get(name)!, b.get(name)!, budget))) return false
  const declared = new Set([...a.type.fields.values()].map(({ jsonName }) => jsonName))
  const left = jsonNames.filter((each) => !declared.has(each) || (a.raw(each) ?? null) === null)
  return left.every((each) => equal(fromJson(json, a.raw(each)), fromJson(json, b.raw(each)), budget))
}

/** Negative, 0 or positive; NaN for what has no order among doubles. Throws for values without an order. */
export function compare(a: Value, b: Value): number {
  const [left, right] = [numeric(a), numeric(b)]
  if (left !== undefined && right !== undefined) {
    return compareNumbers(left, right)
  }
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b)
  if ((a instanceof Timestamp && b instanceof Timestamp) || (a instanceof Duration && b instanceof Duration))
    return a.nanos < b.nanos ? -1 : a.nanos > b.nanos ? 1 : 0
  throw new CelError('no such overload')
}

/** Whole numbers exactly; one beside a double as the double nearest to it, as cel-go does. */
function compareNumbers(a: bigint | number, b: bigint | number): number {
  const [left, right] = typeof a === typeof b ? [a, b] : [Number(a), Number(b)]
  if (Number.isNaN(left) || Number.isNaN(right)) return Number.NaN
  return left < right ? -1 : left > right ? 1 : 0
}

/** By code points, as UTF-8 sorts; UTF-16 differs beyond the basic plane. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
  if (Number.isNaN(x) || Number.isNaN(y)) return a.length - b.length
  const fix = (unit: number) =>
    unit >= 0xd800 && unit <= 0xdfff ? unit + 0x2000 : unit >= 0xe000 ? unit - 0x800 : unit
  return fix(x) - fix(y)
}
