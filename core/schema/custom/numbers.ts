/** What a schema asks of a number: with whole numbers of 64 bits and doubles told apart, as upstream's Go does it. */
import type { SchemaNode } from '../schema-node.js'
import type { Findings } from './findings.js'

const int64 = [-(2n ** 63n), 2n ** 63n - 1n] as const

/** Read as a double: written with a fraction or an exponent that leave nothing whole, or too large for 64 bits. */
export function isFloat(value: number | bigint): boolean {
  return typeof value === 'number' ? !Number.isSafeInteger(value) : value < int64[0] || value > int64[1]
}

/** Also of a bigint and a number. */
export const isSameNumber = (a: number | bigint, b: number | bigint): boolean => !(a < b) && !(a > b)

/** So near to a whole number that it counts as one. */
export function isNearWhole(value: number): boolean {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return false
  const whole = Math.trunc(value)
  if (value === whole) return true
  if (whole === 0) return false
  return Math.abs(value - whole) / (Math.abs(value) + Math.abs(whole)) < 1e-9
}

/** Limits are doubles. */
export const limit = (schema: SchemaNode, key: string): number | undefined => {
  const said = schema[key]
  return typeof said === 'number' || typeof said === 'bigint' ? Number(said) : undefined
}

interface Place {
  readonly found: Findings
  readonly path: string
  /** As it is looked at. */
  readonly format: string
}

export function numberErrors(schema: SchemaNode, value: number | bigint, place: Place): void {
  const { found, path } = place
  const type = schema['x-kubernetes-int-or-string'] === true ? '' : (schema.type ?? '')
  const fits = (number: number | bigint, what: string): boolean => {
    if (isInRange(number, type, place.format)) return true
    found.wholly(
      path,
      number,
      `${what} must be ${type === 'integer' ? 'an integer' : 'a number'} ${place.format || 'of 64 bits'}`,
    )
    return false
  }
  fits(value, 'holds a number that')
  const step = limit(schema, 'multipleOf')
  if (step !== undefined) checkStep(value, step, { found, path, isNative: fits(step, 'has a multipleOf that') })
  const isWhole = !isFloat(value)
  const least = limit(schema, 'minimum')
  if (least !== undefined) {
    const bound = fits(least, 'has a minimum that') && isWhole ? Math.trunc(least) : least
    const isExclusive = schema['exclusiveMinimum'] === true
    if (value < bound || (isExclusive && isSameNumber(value, bound)))
      found.invalid(path, value, `${path} in body should be greater than ${isExclusive ? '' : 'or equal to '}${bound}`)
  }
  const greatest = limit(schema, 'maximum')
  if (greatest !== undefined) {
    const bound = fits(greatest, 'has a maximum that') && isWhole ? Math.trunc(greatest) : greatest
    const isExclusive = schema['exclusiveMaximum'] === true
    if (value > bound || (isExclusive && isSameNumber(value, bound)))
      found.invalid(path, value, `${path} in body should be less than ${isExclusive ? '' : 'or equal to '}${bound}`)
  }
}

function isInRange(value: number | bigint, type: string, format: string): boolean {
  if (type === 'integer') {
    if (typeof value === 'number' && !Number.isInteger(value)) return false
    if (format === 'int32') return value >= -(2 ** 31) && value < 2 ** 31
    return value >= int64[0] && value <= int64[1]
  }
  return format !== 'float' || Number.isFinite(Math.fround(Number(value)))
}

function checkStep(
  value: number | bigint,
  step: number,
  { found, path, isNative }: { readonly found: Findings; readonly path: string; readonly isNative: boolean },
): void {
  const isWhole = isNative && !isFloat(value)
  const factor = isWhole ? Math.trunc(step) : step
  if (factor <= 0) found.invalid(path, factor, `multipleOf of ${path} must be positive`)
  else if (isWhole ? BigInt(value) % BigInt(factor) !== 0n : !isNearWhole(quotient(Number(value), factor)))
    found.invalid(path, value, `${path} in body should be a multiple of ${factor}`)
}

const quotient = (value: number, factor: number): number => (factor < 1 ? (1 / factor) * value : value / factor)
