/** What a schema asks of a value beyond its type. */
import { writeJson } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { elementIdentity } from './element-identity.js'
import { fitsNumber, stringFormats } from './formats.js'
import { patternOf } from './patterns.js'
import { type Members, memberPath } from './shape.js'

export interface Found {
  readonly found: { add(cause: StatusCause): void }
  readonly path: string
}

const invalid = (path: string, value: unknown, why: string): StatusCause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${writeJson(value)}: ${path} in body ${why}`,
  field: path,
})

/** Limits are doubles, as upstream. */
const number = (schema: SchemaNode, key: string): number | undefined => {
  const limit = schema[key]
  return typeof limit === 'number' || typeof limit === 'bigint' ? Number(limit) : undefined
}

export function stringErrors(schema: SchemaNode, value: string, { found, path }: Found): void {
  const { pattern, format } = schema
  const least = number(schema, 'minLength')
  const greatest = number(schema, 'maxLength')
  if (least !== undefined || greatest !== undefined) {
    const length = charactersOf(value)
    if (least !== undefined && length < least) found.add(invalid(path, value, `should be at least ${least} chars long`))
    if (greatest !== undefined && length > greatest) {
      found.add({
        reason: 'FieldValueTooLong',
        message: `Too long: may not be more than ${greatest} characters`,
        field: path,
      })
    }
  }
  if (typeof pattern === 'string' && pattern && !patternOf(pattern)(value))
    found.add(invalid(path, value, `should match '${pattern}'`))
  if (format && schema.type === 'string' && stringFormats.get(format)?.(value) === false) {
    found.add(invalid(path, value, `must be of type ${format}: ${writeJson(value)}`))
  }
}

function charactersOf(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

export function numberErrors(schema: SchemaNode, value: number | bigint, { found, path }: Found): void {
  const [least, greatest, step] = ['minimum', 'maximum', 'multipleOf'].map((key) => number(schema, key))
  if (least !== undefined) {
    if (schema['exclusiveMinimum'] === true && value <= least)
      found.add(invalid(path, value, `should be greater than ${least}`))
    else if (value < least) found.add(invalid(path, value, `should be greater than or equal to ${least}`))
  }
  if (greatest !== undefined) {
    if (schema['exclusiveMaximum'] === true && value >= greatest)
      found.add(invalid(path, value, `should be less than ${greatest}`))
    else if (value > greatest) found.add(invalid(path, value, `should be less than or equal to ${greatest}`))
  }
  if (step && !isMultiple(value, step)) found.add(invalid(path, value, `should be a multiple of ${step}`))
  if (!fitsNumber(value, schema.format)) found.add(invalid(path, value, `must be of type ${schema.format}: ${value}`))
}

/** Decimal fractions have no exact binary form, so the quotient may miss a whole number by a little. */
function isMultiple(value: number | bigint, step: number): boolean {
  if (typeof value === 'bigint') return !Number.isSafeInteger(step) || value % BigInt(step) === 0n
  const times = value / step
  return Math.abs(times - Math.round(times)) < 1e-9
}

export function listErrors(schema: SchemaNode, list: readonly unknown[], place: Found): void {
  const { found, path } = place
  const least = number(schema, 'minItems')
  const greatest = number(schema, 'maxItems')
  if (least !== undefined && list.length < least)
    found.add(invalid(path, list.length, `should have at least ${least} items`))
  if (greatest !== undefined && list.length > greatest) found.add(tooMany(path, list.length, greatest))
  const kind = schema['x-kubernetes-list-type']
  if (kind === 'map' || kind === 'set') findTwice(schema, list, place)
}

function findTwice(schema: SchemaNode, list: readonly unknown[], { found, path }: Found): void {
  const identity = elementIdentity(schema)
  const keys = schema['x-kubernetes-list-map-keys'] as readonly string[] | undefined
  const seen = new Set<string>()
  list.forEach((element, at) => {
    const id = identity(element)
    if (seen.has(id))
      found.add({
        reason: 'FieldValueDuplicate',
        message: `Duplicate value: ${said(element, keys)}`,
        field: `${path}[${at}]`,
      })
    seen.add(id)
  })
}

function said(element: unknown, keys: readonly string[] | undefined): string {
  if (!keys || typeof element !== 'object' || element === null) return writeJson(element)
  return writeJson(Object.fromEntries(keys.map((key) => [key, (element as Members)[key]])))
}

export function objectErrors(schema: SchemaNode, members: Members, { found, path }: Found): void {
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(members, name))
      found.add({ reason: 'FieldValueRequired', message: 'Required value', field: memberPath(path, name) })
  }
  const least = number(schema, 'minProperties')
  const greatest = number(schema, 'maxProperties')
  const count = least === undefined && greatest === undefined ? 0 : Object.keys(members).length
  if (least !== undefined && count < least) found.add(invalid(path, count, `should have at least ${least} properties`))
  if (greatest !== undefined && count > greatest) found.add(tooMany(path, count, greatest))
}

function tooMany(path: string, actual: number, greatest: number): StatusCause {
  return {
    reason: 'FieldValueTooMany',
    message: `Too many: ${actual}: must have at most ${greatest} items`,
    field: path,
  }
}
