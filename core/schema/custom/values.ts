/** What a schema asks of a text, a list and an object beyond their types. */
import { sameJson } from '../../meta/index.js'
import { writeJson } from '../../kit/index.js'
import type { SchemaNode } from '../schema-node.js'
import type { Findings } from './findings.js'
import { stringFormat } from './formats.js'
import { isFloat, isSameNumber, limit } from './numbers.js'
import { patternOf } from './patterns.js'
import { type Members, memberPath } from './shape.js'

export interface Found {
  readonly found: Findings
  readonly path: string
}

/** The first of length and pattern that is wrong. */
export function stringErrors(schema: SchemaNode, value: string, { found, path }: Found): void {
  const { pattern } = schema
  const least = limit(schema, 'minLength')
  const greatest = limit(schema, 'maxLength')
  const length = least === undefined && greatest === undefined ? 0 : charactersOf(value)
  if (greatest !== undefined && length > greatest)
    found.refuse(path, 'FieldValueTooLong', `Too long: may not be more than ${greatest} characters`)
  else if (least !== undefined && length < least)
    found.invalid(path, value, `${path} in body should be at least ${least} chars long`)
  else if (typeof pattern === 'string' && pattern && !patternOf(pattern)(value))
    found.invalid(path, value, `${path} in body should match '${pattern}'`)
}

/** `format` as types.ts knows it. */
export function formatErrors(format: string, value: string, { found, path }: Found): void {
  if (stringFormat(format)?.(value) !== false) return
  const shown = writeJson(value)
  const message = `Invalid value: ${shown}: ${path} in body must be of type ${format}: ${shown}`
  found.refuse(path, 'FieldValueTypeInvalid', message)
}

function charactersOf(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

export function enumErrors(allowed: readonly unknown[], value: unknown, { found, path }: Found): void {
  if (allowed.some((each) => isAllowed(each, value))) return
  const values = allowed.map((each) => writeJson(each)).join(', ')
  const message = `Unsupported value: ${writeJson(value)}: supported values: ${values}`
  found.refuse(path, 'FieldValueNotSupported', message)
}

/** Null is never one of the values; numbers are made alike first, as Go converts them. */
function isAllowed(allowed: unknown, value: unknown): boolean {
  if (allowed === null || value === null) return false
  const isNumber = typeof value === 'number' || typeof value === 'bigint'
  if (isNumber && (typeof allowed === 'number' || typeof allowed === 'bigint'))
    return isSameNumber(allowed, isFloat(allowed) || !isFloat(value) ? value : Math.trunc(Number(value)))
  return sameJson(allowed, value)
}

export function listErrors(schema: SchemaNode, list: readonly unknown[], { found, path }: Found): void {
  const least = limit(schema, 'minItems')
  const greatest = limit(schema, 'maxItems')
  if (least !== undefined && list.length < least)
    found.invalid(path, list.length, `${path} in body should have at least ${least} items`)
  if (greatest !== undefined && list.length > greatest) tooMany(list.length, greatest, { found, path })
}

export function countErrors(schema: SchemaNode, members: Members, { found, path }: Found): void {
  const least = limit(schema, 'minProperties')
  const greatest = limit(schema, 'maxProperties')
  const count = least === undefined && greatest === undefined ? 0 : Object.keys(members).length
  if (least !== undefined && count < least)
    found.invalid(path, count, `${path} in body should have at least ${least} properties`)
  if (greatest !== undefined && count > greatest) tooMany(count, greatest, { found, path })
}

export function requiredErrors({ required }: SchemaNode, members: Members, { found, path }: Found): void {
  for (const name of required ?? [])
    if (!Object.hasOwn(members, name)) found.refuse(memberPath(path, name), 'FieldValueRequired', 'Required value')
}

function tooMany(actual: number, greatest: number, { found, path }: Found): void {
  found.refuse(path, 'FieldValueTooMany', `Too many: ${actual}: must have at most ${greatest} items`)
}
