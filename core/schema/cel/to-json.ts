/** From values to JSON: what expressions that make objects come to. */
import { CelError } from './budget.js'
import { durationText, timestampText } from './time.js'
import {
  Duration,
  ListValue,
  MapValue,
  ObjectValue,
  OptionalValue,
  Timestamp,
  TypeValue,
  Uint,
  type Value,
} from './values.js'

/** Throws CelError for what JSON has no form of. Cost: the value's size. */
export function toJson(value: Value): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : unfit(String(value))
  if (typeof value === 'bigint') return whole(value)
  if (value instanceof Uint) return whole(value.value)
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (value instanceof Timestamp) return timestampText(value)
  if (value instanceof Duration) return durationText(value)
  if (value instanceof ListValue) return [...value].map(toJson)
  if (value instanceof MapValue) return mapJson(value)
  if (value instanceof ObjectValue) return objectJson(value)
  if (value instanceof TypeValue) return value.name
  if (value instanceof OptionalValue) return unfit('an optional value')
  return value.text
}

function unfit(what: string): never {
  throw new CelError(`${what} can't be written as JSON`)
}

const whole = (value: bigint): number | bigint => (Number.isSafeInteger(Number(value)) ? Number(value) : value)

function mapJson(map: MapValue): unknown {
  const made: [string, unknown][] = []
  for (const key of map.keys()) {
    if (typeof key !== 'string') return unfit('a map with keys that are no strings')
    made.push([key, toJson(map.get(key)!)])
  }
  return Object.fromEntries(made)
}

const objectJson = (object: ObjectValue): unknown =>
  Object.fromEntries(object.names().map((name) => [name, toJson(object.get(name)!)]))
