/** allOf, anyOf, oneOf and not. */
import { writeJson } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import type { Found } from './values.js'

/** What is wrong with a value by a schema. */
export type Recheck = (schema: SchemaNode, value: unknown, path: string) => readonly StatusCause[]

const branches = (schema: SchemaNode, key: string) => (schema[key] ?? []) as readonly SchemaNode[]

export function combinationErrors(schema: SchemaNode, value: unknown, { found, path }: Found, recheck: Recheck): void {
  const wrong = (why: string): void =>
    found.add({
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${shortly(value)}: ${writeJson(path)} ${why}`,
      field: path,
    })
  const fits = (each: SchemaNode) => recheck(each, value, path).length === 0
  for (const each of branches(schema, 'allOf')) for (const cause of recheck(each, value, path)) found.add(cause)
  const any = branches(schema, 'anyOf')
  if (any.length > 0) anyOf(any)
  const one = branches(schema, 'oneOf')
  if (one.length > 0) {
    const count = one.filter(fits).length
    if (count !== 1)
      wrong(`must validate one and only one schema (oneOf). Found ${count === 0 ? 'none' : `${count}`} valid`)
  }
  const not = schema['not'] as SchemaNode | undefined
  if (not && fits(not)) wrong('must not validate the schema (not)')

  /** Invariant: each branch is walked once, or nested ones would cost a power of their depth. */
  function anyOf(some: readonly SchemaNode[]): void {
    let first: readonly StatusCause[] | undefined
    for (const each of some) {
      const causes = recheck(each, value, path)
      if (causes.length === 0) return
      first ??= causes
    }
    wrong('must validate at least one schema (anyOf)')
    for (const cause of first ?? []) found.add(cause)
  }
}

const mostShown = 200

function shortly(value: unknown): string {
  const text = writeJson(value)
  return text.length > mostShown ? `${text.slice(0, mostShown)}...` : text
}
