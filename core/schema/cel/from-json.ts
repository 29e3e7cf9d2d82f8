/** From JSON to values, by the type that the schema gave it; one level at a time. */
import { type CelType, json, jsonMap, listOf } from './types.js'
import { CelError } from './budget.js'
import { parseDuration, parseTimestamp } from './time.js'
import { ListValue, MapValue, ObjectValue, type Value } from './values.js'

/** Throws CelError for a value of another type than the schema's: what was stored under another schema may be left as it is, and rules are asked all the same. */
export function fromJson(type: CelType, raw: unknown): Value {
  if (raw === null || raw === undefined) return null
  switch (type.kind) {
    case 'string':
      return text(raw)
    case 'bool':
      if (typeof raw !== 'boolean') throw unfit('boolean')
      return raw
    case 'int':
      if (typeof raw === 'bigint') return raw
      if (typeof raw !== 'number' || !Number.isFinite(raw)) throw unfit('integer')
      return BigInt(Math.trunc(raw))
    case 'double':
      if (typeof raw !== 'number' && typeof raw !== 'bigint') throw unfit('number')
      return Number(raw)
    case 'bytes':
      return new Uint8Array(Buffer.from(text(raw), 'base64'))
    case 'timestamp':
      return parseTimestamp(text(raw))
    case 'duration':
      return parseDuration(text(raw))
    case 'list':
      if (!Array.isArray(raw)) throw unfit('array')
      return ListValue.json(raw, type)
    case 'map':
      return new MapValue(undefined, { raw: members(raw), type })
    case 'object':
      return new ObjectValue(type, members(raw))
    default:
      if (typeof raw === 'number') return Number.isInteger(raw) ? BigInt(raw) : raw
      if (typeof raw === 'string' || typeof raw === 'boolean' || typeof raw === 'bigint') return raw
      if (type.kind === 'dyn' && type.json)
        return Array.isArray(raw)
          ? ListValue.json(raw, jsons)
          : new MapValue(undefined, { raw: members(raw), type: jsonMap })
      throw new CelError('invalid data, expected an integer or a string')
  }
}

const jsons = listOf(json)

const unfit = (wanted: string) => new CelError(`invalid data, expected a value of type ${wanted} to match the schema`)

function text(raw: unknown): string {
  if (typeof raw !== 'string') throw unfit('string')
  return raw
}

function members(raw: unknown): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw unfit('object')
  return raw as Record<string, unknown>
}
