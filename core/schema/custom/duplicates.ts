/** What stands twice in lists whose elements are told apart (upstream's apiserver/schema/listtype). */
import { isMembers, sortedMembers, writeJson } from '../../kit/index.js'
import type { StatusCause } from '../../meta/index.js'
import type { SchemaNode } from '../schema-node.js'
import { type Members, memberPath, othersOf, propertyOf } from './shape.js'

/** In order of place. Cost: linear in the object where the schema has such lists, else nothing. */
export function duplicateErrors(schema: SchemaNode, object: unknown): StatusCause[] {
  const causes: StatusCause[] = []
  if (hasKeyed(schema)) walk(schema, object, { path: '', causes })
  return causes
}

const keyed = new WeakMap<SchemaNode, boolean>()

function hasKeyed(schema: SchemaNode): boolean {
  const known = keyed.get(schema)
  if (known !== undefined) return known
  const inner = [...Object.values(schema.properties ?? {}), othersOf(schema), schema.items]
  const has = isKeyed(schema) || inner.some((each) => isMembers(each) && hasKeyed(each as SchemaNode))
  keyed.set(schema, has)
  return has
}

const isKeyed = (schema: SchemaNode): boolean => ['map', 'set'].includes(schema['x-kubernetes-list-type'] as string)

interface Place {
  readonly path: string
  readonly causes: StatusCause[]
}

function walk(schema: SchemaNode, value: unknown, { path, causes }: Place): void {
  if (Array.isArray(value)) {
    findTwice(schema, value, { path, causes })
    const { items } = schema
    if (items && hasKeyed(items))
      value.forEach((each, at) => void walk(items, each, { path: `${path}[${at}]`, causes }))
  } else if (isMembers(value)) {
    const others = othersOf(schema)
    for (const name in value) {
      if (others && hasKeyed(others)) walk(others, value[name], { path: `${path}[${name}]`, causes })
      const property = propertyOf(schema, name)
      if (property && hasKeyed(property)) walk(property, value[name], { path: memberPath(path, name), causes })
    }
  }
}

function findTwice(schema: SchemaNode, list: readonly unknown[], { path, causes }: Place): void {
  if (!isKeyed(schema)) return
  const isMap = schema['x-kubernetes-list-type'] === 'map'
  const stranger = isMap ? list.findIndex((each) => each !== null && !isMembers(each)) : -1
  if (stranger >= 0) {
    const message = `Invalid value: ${writeJson(list[stranger])}: must be an object, as the elements of the list are told apart by their members`
    causes.push({ reason: 'FieldValueInvalid', message, field: `${path}[${stranger}]` })
    return
  }
  const keys = (schema['x-kubernetes-list-map-keys'] ?? []) as readonly string[]
  const counts = new Map<string, number>()
  list.forEach((element, at) => {
    const said = isMap ? keysOf(element, keys) : element
    const id = writeJson(sortedMembers(said))
    const count = (counts.get(id) ?? 0) + 1
    counts.set(id, count)
    // The third is not told of again, as upstream.
    if (count !== 2) return
    causes.push({
      reason: 'FieldValueDuplicate',
      message: `Duplicate value: ${writeJson(said)}`,
      field: `${path}[${at}]`,
    })
  })
}

const keysOf = (element: unknown, keys: readonly string[]): Members =>
  isMembers(element)
    ? Object.fromEntries(keys.filter((key) => Object.hasOwn(element, key)).map((key) => [key, element[key]]))
    : {}
