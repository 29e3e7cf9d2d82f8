/** What tells elements of a list apart. */
import { isMembers, sortedMembers, writeJson } from '../../kit/index.js'
import type { SchemaNode } from '../schema-node.js'
import { othersOf, propertyOf } from './shape.js'

/** For `x-kubernetes-list-type: map`: by the values of its keys, or their defaults; for a set by the whole value. */
export function elementIdentity(schema: SchemaNode): (element: unknown) => string {
  if (schema['x-kubernetes-list-type'] !== 'map') return canonical
  const keys = (schema['x-kubernetes-list-map-keys'] ?? []) as readonly string[]
  const { items } = schema
  const defaults = keys.map((key) => items && (propertyOf(items, key) ?? othersOf(items))?.default)
  return (element) =>
    isMembers(element)
      ? canonical(keys.map((key, at) => (Object.hasOwn(element, key) ? element[key] : (defaults[at] ?? null))))
      : canonical(element)
}

/** The same text for the same JSON, in whatever order its members stand. */
const canonical = (value: unknown): string => writeJson(sortedMembers(value))
