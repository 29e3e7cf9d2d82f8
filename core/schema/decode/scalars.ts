/** Checks and normalises scalars as upstream's decoders do: quantities and times take their canonical form. Each answers undefined for a value that does not fit. */
import { parseQuantity, quantityMilliValue, quantityText } from '../../meta/index.js'
import type { ScalarType } from '../type.js'
import type { Trail } from './trail.js'

/** Checks `value` and answers it, or a copy where something had to go or change. Undefined: it is of a wrong type, which the caller reports. */
export type Walk = (value: unknown, trail: Trail) => unknown

/** As upstream, what somebody applies is compared as it was written. */
const asWritten =
  (canonical: (value: unknown) => unknown): Walk =>
  (value, trail) => {
    const text = canonical(value)
    if (!trail.asStated || text === undefined || text === value) return text
    trail.isBare = true
    return value
  }

export function scalarWalk({ scalar, format }: ScalarType): Walk {
  switch (scalar) {
    case 'string':
      return (value) => (typeof value === 'string' ? value : undefined)
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? value : undefined)
    case 'number':
      return (value) => (typeof value === 'number' ? value : typeof value === 'bigint' ? Number(value) : undefined)
    case 'integer':
      return format === 'int32'
        ? (value) => (isInt32(value) ? value : undefined)
        : (value) => (Number.isSafeInteger(value) || typeof value === 'bigint' ? value : undefined)
    case 'intOrString':
      return (value) => (typeof value === 'string' || isInt32(value) ? value : undefined)
    case 'quantity':
      return asWritten(quantity)
    case 'time':
      return asWritten((value) => time(value, 0))
    case 'microTime':
      return asWritten((value) => time(value, 6))
    case 'bytes':
      return bytes
  }
}

/** What a Go value of the type is when nothing was said. */
export function zeroOf({ scalar }: ScalarType): unknown {
  if (scalar === 'integer' || scalar === 'number' || scalar === 'intOrString') return 0
  if (scalar === 'boolean') return false
  return scalar === 'quantity' ? '0' : scalar === 'time' || scalar === 'microTime' ? null : ''
}

const isInt32 = (value: unknown) => Number.isInteger(value) && (value as number) === ((value as number) | 0)

const canonical = new Map<string | number, string>()

function quantity(value: unknown): unknown {
  if (typeof value === 'bigint') return quantity(String(value))
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const known = canonical.get(value)
  if (known !== undefined) return known
  try {
    const text = quantityText(value)
    if (canonical.size >= 2000) canonical.clear()
    canonical.set(value, text)
    return text
  } catch {
    return undefined
  }
}

/** In lists of resources nothing is finer than a thousandth: upstream's defaults round up to that. */
export const amountWalk = asWritten((value) => {
  const read = quantity(value)
  if (typeof read !== 'string' || !/[.nuE]|e-/.test(read)) return read
  const amount = parseQuantity(read)
  return amount.nano % 1_000_000n === 0n ? read : `${quantityMilliValue(amount)}m`
})

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/

/** RFC 3339 in, as Go reads it (an hour of one digit, a comma, offsets of a whole day), UTC with that many decimals out. Of whole seconds, parts are cut off; of microseconds, upstream's decoder wants just these. Go's zero time is none. */
function time(value: unknown, decimals: 0 | 6): unknown {
  if (typeof value !== 'string') return undefined
  const match = rfc3339.exec(value)
  const part = match?.[7] ?? ''
  const epochMs = match && (!decimals || part.length === decimals) ? epochOf(match) : undefined
  if (epochMs === undefined) return undefined
  if (epochMs === zeroTimeMs && !Number(part)) return null
  const seconds = new Date(epochMs)
    .toISOString()
    .slice(0, -5)
    .replace(/^\+0|(?<=^-)00/, '')
  return decimals ? `${seconds}.${part}Z` : `${seconds}Z`
}

const zeroTimeMs = Date.parse('0001-01-01T00:00:00Z')

/** Undefined for a day, an hour or an offset that there is not. */
function epochOf([, year, month, day, hour, minute, second, , sign, offsetHour, offsetMinute]: RegExpExecArray):
  | number
  | undefined {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)]
  const [aheadHours, aheadMinutes] = [Number(offsetHour ?? 0), Number(offsetMinute ?? 0)]
  if (h > 23 || m > 59 || s > 59 || aheadHours > 24 || aheadMinutes > 60) return undefined
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined
  const ahead = (aheadHours * 60 + aheadMinutes) * (sign === '-' ? -1 : 1)
  return date.getTime() + ((h * 60 + m - ahead) * 60 + s) * 1000
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Go's decoder passes over line breaks. */
function bytes(value: unknown): unknown {
  if (typeof value !== 'string') return undefined
  const text = value.includes('\n') || value.includes('\r') ? value.replace(/[\r\n]/g, '') : value
  return base64.test(text) ? text : undefined
}
