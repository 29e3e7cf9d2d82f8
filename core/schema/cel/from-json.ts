/** From JSON to values, by the type that the schema gave it; one level at a time. */
import type { CelType } from './types.js'
import { CelError } from './budget.js'
import { parseDuration, parseTimestamp } from './time.js'
import { ListValue, MapValue, ObjectValue, type Value } from './values.js'

export function fromJson(type: CelType, raw: unknown): Value {
  if (raw === null || raw === undefined) return null
  switch (type.kind) {
    case 'string':
    case 'bool':
      return raw as string | boolean
    case 'int':
      return typeof raw === 'bigint' ? raw : BigInt(Math.trunc(raw as number))
    case 'double':
      return Number(raw)
    case 'bytes':
      return new Uint8Array(Buffer.from(raw as string, 'base64'))
    case 'timestamp':
      return parseTimestamp(raw as string)
    case 'duration':
      return parseDuration(raw as string)
    case 'list':
      if (!Array.isArray(raw)) throw new CelError(`invalid data, expected an array to match the schema`)
      return ListValue.json(raw, type)
    case 'map':
      return new MapValue(undefined, { raw: raw as Record<string, unknown>, type })
    case 'object':
      return new ObjectValue(type, raw as Record<string, unknown>)
    default:
      if (typeof raw === 'number') return Number.isInteger(raw) ? BigInt(raw) : raw
      if (typeof raw === 'string' || typeof raw === 'boolean' || typeof raw === 'bigint') return raw
      throw new CelError('invalid data, expected an integer or a string')
  }
}
