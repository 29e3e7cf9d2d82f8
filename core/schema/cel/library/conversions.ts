/** Between types: `int('1')`, `string(1.5)`; and `type`, `dyn`, `size`. */
import { CelError } from '../budget.js'
import { traversal } from '../price.js'
import { type Overload, overload } from '../signature.js'
import { durationText, parseDuration, parseTimestamp, timestampText } from '../time.js'
import {
  type Duration,
  type ListValue,
  type MapValue,
  type Opaque,
  Timestamp,
  shownTypeName,
  TypeValue,
  Uint,
  type Value,
} from '../values.js'
import { int } from './arithmetic.js'
import { shortText } from './number-text.js'

const readInt = (text: string): bigint => {
  if (!/^[+-]?\d{1,30}$/.test(text)) throw new CelError(`type conversion error from 'string' to 'int'`)
  return BigInt(text.replace(/^\+/, ''))
}

function readUint(text: string): bigint {
  if (!/^\d{1,30}$/.test(text)) throw new CelError(`type conversion error from 'string' to 'uint'`)
  return BigInt(text)
}

function readDouble(text: string): number {
  const number = /^[+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isFinite(number)) return number
  if (/^[+-]?inf(inity)?$/i.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (/^nan$/i.test(text)) return Number.NaN
  throw new CelError(`type conversion error from 'string' to 'double'`)
}

/** Unlike what a schema takes for a time: no date alone, and no small letters. */
function readTimestamp(text: string): Timestamp {
  if (!/^[^tz]*T[^tz]*$/.test(text)) throw new CelError(`cannot parse "${text.slice(0, 100)}" as a time`)
  return parseTimestamp(text)
}

function wholeOf(value: number): bigint {
  if (!Number.isFinite(value)) throw new CelError('integer overflow')
  return BigInt(Math.trunc(value))
}

/** The least int is no double's: cel-go takes it for one that has been rounded. */
function insideInt(value: number): bigint {
  if (value <= -(2 ** 63) || value >= 2 ** 63) throw new CelError('integer overflow')
  return wholeOf(value)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
export const decode = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new CelError('invalid UTF-8 in bytes, cannot convert to string')
  }
}

/** Code points. */
function lengthOf(text: string): number {
  let length = text.length
  for (let at = 0; at < text.length - 1; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      length--
      at++
    }
  }
  return length
}

const sizes: readonly Overload[] = ['size(X)', 'X.size()'].flatMap((form) => [
  overload(`${form.replace('X', 'string')}: int`, ([a]: [string]) => BigInt(lengthOf(a))),
  overload(`${form.replace('X', 'bytes')}: int`, ([a]: [Uint8Array]) => BigInt(a.length)),
  overload(`${form.replace('X', 'list<A>')}: int`, ([a]: [ListValue]) => BigInt(a.size)),
  overload(`${form.replace('X', 'map<A, B>')}: int`, ([a]: [MapValue]) => BigInt(a.size)),
])

const same = ['int', 'uint', 'double', 'string', 'bytes', 'bool', 'timestamp', 'duration']

export const conversions: readonly Overload[] = [
  ...sizes,
  ...same.map((type) => overload(`${type}(${type}): ${type}`, ([a]: [Value]) => a)),
  overload('dyn(A): dyn', ([a]: [Value]) => a),
  overload('type(A): type', ([a]: [Value]) => new TypeValue(shownTypeName(a))),
  overload('int(uint): int', ([a]: [Uint]) => int(a.value)),
  overload('int(double): int', ([a]: [number]) => int(insideInt(a))),
  overload('int(string): int', ([a]: [string]) => int(readInt(a))),
  overload('int(timestamp): int', ([a]: [Timestamp]) => a.nanos / 1_000_000_000n),
  overload('int(duration): int', ([a]: [Duration]) => a.nanos),
  overload('uint(int): uint', ([a]: [bigint]) => new Uint(a)),
  overload('uint(double): uint', ([a]: [number]) => new Uint(wholeOf(a))),
  overload('uint(string): uint', ([a]: [string]) => new Uint(readUint(a))),
  overload('double(int): double', ([a]: [bigint]) => Number(a)),
  overload('double(uint): double', ([a]: [Uint]) => Number(a.value)),
  overload('double(string): double', ([a]: [string]) => readDouble(a)),
  overload('string(int): string', ([a]: [bigint]) => String(a)),
  overload('string(uint): string', ([a]: [Uint]) => String(a.value)),
  overload('string(double): string', ([a]: [number]) => shortText(a)),
  overload('string(bool): string', ([a]: [boolean]) => String(a)),
  overload('string(bytes): string', ([a]: [Uint8Array]) => decode(a), { cost: (a) => traversal(a!) }),
  overload('string(timestamp): string', ([a]: [Timestamp]) => timestampText(a)),
  overload('string(duration): string', ([a]: [Duration]) => durationText(a)),
  ...['ip', 'cidr'].map((type) => overload(`string(${type}): string`, ([a]: [Opaque]) => a.text)),
  overload('bytes(string): bytes', ([a]: [string]) => new Uint8Array(Buffer.from(a)), {
    cost: (a) => traversal(a!),
  }),
  overload('bool(string): bool', ([a]: [string]) => readBool(a)),
  overload('timestamp(string): timestamp', ([a]: [string]) => readTimestamp(a)),
  overload('timestamp(int): timestamp', ([a]: [bigint]) => new Timestamp(a * 1_000_000_000n)),
  overload('duration(string): duration', ([a]: [string]) => parseDuration(a)),
]

function readBool(text: string): boolean {
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return true
  if (['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text)) return false
  throw new CelError(`type conversion error from 'string' to 'bool'`)
}
