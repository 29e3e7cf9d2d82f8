/** Causes of an invalid object in upstream's words (apimachinery's util/validation/field). */
import { writeJson } from '../../core/kit/index.js'
import type { StatusCause } from '../../core/meta/index.js'

export const invalid = (field: string, value: unknown, why: string): StatusCause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${writeJson(value)}: ${why}`,
  field,
})

export const unsupported = (field: string, value: string, supported: readonly string[]): StatusCause => ({
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: ${writeJson(value)}: supported values: ${supported.map((each) => writeJson(each)).join(', ')}`,
  field,
})

export const required = (field: string, why?: string): StatusCause => ({
  reason: 'FieldValueRequired',
  message: why ? `Required value: ${why}` : 'Required value',
  field,
})

export const forbidden = (field: string, why: string): StatusCause => ({
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${why}`,
  field,
})

export const internal = (field: string, why: string): StatusCause => ({
  reason: 'InternalError',
  message: `Internal error: ${why}`,
  field,
})

export const duplicate = (field: string, value: unknown): StatusCause => ({
  reason: 'FieldValueDuplicate',
  message: `Duplicate value: ${writeJson(value)}`,
  field,
})

export const notFound = (field: string, value: unknown): StatusCause => ({
  reason: 'FieldValueNotFound',
  message: `Not found: ${writeJson(value)}`,
  field,
})

export const tooLong = (field: string, bytes: number): StatusCause => ({
  reason: 'FieldValueTooLong',
  message: `Too long: may not be more than ${bytes} bytes`,
  field,
})

export const tooMany = (field: string, has: number, most: number): StatusCause => ({
  reason: 'FieldValueTooMany',
  message: `Too many: ${has}: must have at most ${most} items`,
  field,
})

/** The field of what is wrong with an object as a whole: upstream names none, and writes that so. */
export const wholeObject = '[]'

/** Explanations that many kinds share. */
export const zeroOrMore = 'must be 0 or more'
export const oneOrMore = 'must be 1 or more'
export const aboveZero = 'must be more than 0'

/** One cause for each thing that a check of meta's has found wrong with `value`. */
export const invalids = (field: string, value: unknown, whys: readonly string[]): StatusCause[] =>
  whys.map((why) => invalid(field, value, why))
