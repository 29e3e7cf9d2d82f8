/** allOf, anyOf, oneOf and not. Invariant: each branch is walked once, or nested ones would cost a power of their depth. */
import type { SchemaNode } from '../schema-node.js'
import type { Findings } from './findings.js'
import type { Found } from './values.js'

/** What is wrong with a value by a schema. */
export type Recheck = (schema: SchemaNode, value: unknown, place: Found) => void

const branches = (schema: SchemaNode, key: string) => (schema[key] ?? []) as readonly SchemaNode[]

export function combinationErrors(schema: SchemaNode, value: unknown, { found, path }: Found, recheck: Recheck): void {
  const tried = (each: SchemaNode): Findings => {
    const result = found.another()
    recheck(each, value, { found: result, path })
    return result
  }
  anyOf(branches(schema, 'anyOf'))
  oneOf(branches(schema, 'oneOf'))
  allOf(branches(schema, 'allOf'))
  const not = schema['not'] as SchemaNode | undefined
  if (not && isFine(tried(not))) found.wholly(path, value, 'must not validate the schema (not)')

  function anyOf(some: readonly SchemaNode[]): void {
    let best: Findings | undefined
    for (const each of some) {
      const result = tried(each)
      if (isFine(result)) return void found.merge(result)
      if (!best || result.matches > best.matches) best = result
    }
    if (!best) return
    found.wholly(path, value, 'must validate at least one schema (anyOf)')
    found.merge(best)
  }

  function oneOf(some: readonly SchemaNode[]): void {
    let best: Findings | undefined
    const fine: Findings[] = []
    for (const each of some) {
      const result = tried(each)
      if (isFine(result)) fine.push(result)
      else if (fine.length === 0 && (!best || result.matches > best.matches)) best = result
    }
    if (fine.length === 1) return void found.merge(fine[0]!)
    if (some.length === 0) return
    const count = fine.length === 0 ? 'none' : fine.length
    found.wholly(path, value, `must validate one and only one schema (oneOf). Found ${count} valid`)
    if (fine.length === 0 && best) found.merge(best)
  }

  function allOf(some: readonly SchemaNode[]): void {
    const results = some.map(tried)
    for (const result of results) found.merge(result)
    if (!results.every(isFine)) found.wholly(path, value, 'must validate all the schemas (allOf)')
  }
}

const isFine = ({ causes }: Findings): boolean => causes.length === 0
