/** Nulls that somebody applies where the schema has none: a body loses them when it is read, what an apply has made is refused for them, as upstream. */
import { isMembers } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { memberPath, othersOf, propertyOf } from './shape.js'
import { typeError } from './types.js'

/** Of a whole object; where there is a default, that stands in for a null. Cost: linear in the object. */
export function forbiddenNulls(schema: SchemaNode, object: unknown, path = ''): StatusCause[] {
  if (Array.isArray(object)) {
    const { items } = schema
    return items ? object.flatMap((item, at) => forbiddenNulls(items, item, `${path}[${at}]`)) : []
  }
  if (!isMembers(object)) return []
  return Object.entries(object).flatMap(([name, value]) => {
    const known = path === '' && name === 'metadata' ? undefined : (propertyOf(schema, name) ?? othersOf(schema))
    if (!known) return []
    const here = memberPath(path, name)
    if (value !== null) return forbiddenNulls(known, value, here)
    return known['nullable'] === true || known.default !== undefined ? [] : (typeError(known, value, here) ?? [])
  })
}
