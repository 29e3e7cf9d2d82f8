/** Checks and normalises scalars as upstream's decoders do: quantities and times take their canonical form. Each answers undefined for a value that does not fit. */
import { formatQuantity, parseQuantity, quantityMilliValue } from '../../meta/index.js'
import type { ScalarType } from '../type.js'
import type { Trail } from './trail.js'

export type ScalarWalk = (value: unknown, trail: Trail) => unknown

/** As upstream, what somebody applies is compared as it was written. */
const asWritten =
  (canonical: (value: unknown) => unknown): ScalarWalk =>
  (value, trail) => {
    const text = canonical(value)
    if (!trail.asStated || text === undefined || text === value) return text
    trail.isBare = true
    return value
  }

export function scalarWalk({ scalar, format }: ScalarType): ScalarWalk {
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
    const text = formatQuantity(parseQuantity(value))
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
  return typeof read === 'string' && /[nu]$/.test(read) ? `${quantityMilliValue(parseQuantity(read))}m` : read
})

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const rfc3339Micro = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})(Z|[+-]\d\d:\d\d)$/
const wholeSeconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const microseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

/** RFC 3339 in, UTC with that many decimals out. Of whole seconds, parts are cut off; of microseconds, upstream's decoder wants just these. */
function time(value: unknown, decimals: 0 | 6): unknown {
  if (typeof value !== 'string') return undefined
  const match = (decimals ? rfc3339Micro : rfc3339).exec(value)
  const epochMs = match ? Date.parse(value) : Number.NaN
  if (Number.isNaN(epochMs)) return undefined
  if ((decimals ? microseconds : wholeSeconds).test(value)) return value
  const seconds = new Date(epochMs).toISOString().slice(0, 19)
  return decimals ? `${seconds}${match?.[1]}Z` : `${seconds}Z`
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Go's decoder passes over line breaks. */
function bytes(value: unknown): unknown {
  if (typeof value !== 'string') return undefined
  const text = value.includes('\n') || value.includes('\r') ? value.replace(/[\r\n]/g, '') : value
  return base64.test(text) ? text : undefined
}
