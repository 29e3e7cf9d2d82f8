/** Amounts of resources in specs. */
import { parseQuantity, type StatusCause } from '../../../core/meta/index.js'
import { aboveZero, invalid, zeroOrMore } from '../causes.js'

/** What the generated types say of a list of resources. */
export type Amounts = Readonly<Record<string, string | number>>

/** Billionths; decoding has refused what is none. */
export const nano = (text: string | number): bigint => parseQuantity(text).nano

export const negativeErrors = (text: string | number, field: string): StatusCause[] =>
  nano(text) < 0n ? [invalid(field, text, zeroOrMore)] : []

export const positiveErrors = (text: string | number, field: string): StatusCause[] =>
  nano(text) <= 0n ? [invalid(field, text, aboveZero)] : []

export const brokenErrors = (text: string | number, field: string): StatusCause[] =>
  nano(text) % 1_000_000_000n ? [invalid(field, text, 'must be a whole number')] : []
