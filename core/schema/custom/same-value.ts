/** Whether a value is what it was, to the eyes of its schema. */
import { isMembers } from '../../kit/index.js'
import { sameJson } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { elementIdentity } from './element-identity.js'
import { othersOf, propertyOf } from './shape.js'

/** As `sameJson`, but the order of a list whose elements have keys does not count, as to upstream's ratcheting. Cost: linear, and an index of each such list whose order has changed. */
export function sameValue(schema: SchemaNode, value: unknown, old: unknown): boolean {
  if (!holdsKeyed(schema)) return sameJson(value, old)
  if (Array.isArray(value)) return Array.isArray(old) && sameElements(schema, value, old)
  if (!isMembers(value) || !isMembers(old)) return sameJson(value, old)
  const names = Object.keys(value)
  if (names.length !== Object.keys(old).length) return false
  const others = othersOf(schema)
  return names.every((name) => {
    if (!Object.hasOwn(old, name)) return false
    const known = propertyOf(schema, name) ?? others
    return known ? sameValue(known, value[name], old[name]) : sameJson(value[name], old[name])
  })
}

const keyed = new WeakMap<SchemaNode, boolean>()

/** Whether there is a list whose elements have keys, here or below. */
function holdsKeyed(schema: SchemaNode): boolean {
  const known = keyed.get(schema)
  if (known !== undefined) return known
  const others = othersOf(schema)
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(others ? [others] : []),
    ...(schema.items ? [schema.items] : []),
  ]
  const holds = isKeyed(schema) || inner.some(holdsKeyed)
  keyed.set(schema, holds)
  return holds
}

const isKeyed = (schema: SchemaNode): boolean =>
  schema['x-kubernetes-list-type'] === 'map' && schema.items !== undefined

function sameElements(schema: SchemaNode, list: readonly unknown[], old: readonly unknown[]): boolean {
  const { items } = schema
  if (list.length !== old.length) return false
  if (!items) return sameJson(list, old)
  if (!isKeyed(schema)) return list.every((element, at) => sameValue(items, element, old[at]))
  const identity = elementIdentity(schema)
  const before = new Map(old.map((element) => [identity(element), element]))
  return (
    before.size === list.length &&
    new Set(list.map(identity)).size === list.length &&
    list.every((element) => sameValue(items, element, before.get(identity(element))))
  )
}
