/** Defaults of people's own schemas (upstream's apiserver/schema/defaulting): in members, values of maps and elements of lists; nulls where none is allowed count as left out. */
import { isMembers } from '../../kit/index.js'
import type { SchemaNode } from '../schema-node.js'
import { implied, type Members, othersOf, propertyOf } from './shape.js'

/** Changes a whole object in place; doing it twice changes nothing. Cost: linear in the object and in the members declared at each place of it. */
export function fillObject(schema: SchemaNode, object: Members): void {
  fillMembers(schema, object, true)
}

function fillMembers(schema: SchemaNode, members: Members, whole: boolean): void {
  const { properties } = schema
  if (properties) {
    for (const name in properties) {
      const property = properties[name]!
      if (property.default === undefined || (whole && implied.has(name))) continue
      if (!Object.hasOwn(members, name) || isForbiddenNull(members[name], property))
        members[name] = structuredClone(property.default)
    }
  }
  const others = othersOf(schema)
  for (const name in members) {
    if (whole && implied.has(name)) continue
    const known = propertyOf(schema, name) ?? others
    if (!known) continue
    if (isForbiddenNull(members[name], known)) {
      if (known.default === undefined) delete members[name]
      else members[name] = structuredClone(known.default)
    }
    fillValue(known, members[name])
  }
}

export function fillValue(schema: SchemaNode, value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  if (isMembers(value)) fillMembers(schema, value, false)
  else if (schema.items) fillElements(schema.items, value as unknown[])
}

function fillElements(items: SchemaNode, list: unknown[]): void {
  for (let at = 0; at < list.length; at++) {
    if (items.default !== undefined && isForbiddenNull(list[at], items)) list[at] = structuredClone(items.default)
    fillValue(items, list[at])
  }
}

/** Takes forbidden nulls out of maps and objects, where there is no default. In place; cost as of `fillObject`. */
export function dropForbiddenNulls(schema: SchemaNode, value: unknown, isWhole = true): void {
  if (Array.isArray(value)) {
    if (schema.items) for (const item of value) dropForbiddenNulls(schema.items, item, false)
    return
  }
  if (!isMembers(value)) return
  const others = othersOf(schema)
  for (const name in value) {
    const known = isWhole && implied.has(name) ? undefined : (propertyOf(schema, name) ?? others)
    if (!known) continue
    if (known.default === undefined && isForbiddenNull(value[name], known)) delete value[name]
    else dropForbiddenNulls(known, value[name], false)
  }
}

function isForbiddenNull(value: unknown, schema: SchemaNode): boolean {
  return value === null && schema['nullable'] !== true
}
