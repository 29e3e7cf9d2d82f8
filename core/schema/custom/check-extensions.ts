/** What the x-kubernetes-* members of a schema may say. */
import { isMembers } from '../../kit/index.js'
import type { SchemaNode } from '../schema-node.js'
import type { NodePlace } from './check-schema.js'
import { isEmbedded, isIntOrString, othersOf, preserves, propertyOf } from './shape.js'

export function checkExtensions(node: SchemaNode, place: NodePlace): void {
  const { field, complaints } = place
  const keeps = node['x-kubernetes-preserve-unknown-fields']
  if (keeps !== undefined && keeps !== true)
    complaints.invalid(`${field}.x-kubernetes-preserve-unknown-fields`, keeps, 'must be true, or left out')
  for (const other of ['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource']) {
    if (isIntOrString(node) && node[other] === true)
      complaints.invalid(`${field}.${other}`, true, 'must be false if x-kubernetes-int-or-string is true')
  }
  if (isEmbedded(node)) checkEmbedded(node, place)
  complaints.aside(() => {
    checkMapType(node, place)
    checkList(node, place)
  })
}

function checkMapType(node: SchemaNode, { field, complaints }: NodePlace): void {
  const mapType = node['x-kubernetes-map-type']
  if (mapType === undefined) return
  requireType(node, 'object', { field, complaints, by: 'x-kubernetes-map-type' })
  if (mapType !== 'granular' && mapType !== 'atomic')
    complaints.unsupported(`${field}.x-kubernetes-map-type`, mapType, ['atomic', 'granular'])
}

function requireType(
  { type }: SchemaNode,
  wanted: string,
  { field, complaints, by }: Where & { readonly by: string },
): void {
  const why = `must be ${wanted} if ${by} is specified`
  if (!type) complaints.required(`${field}.type`, why)
  else if (type !== wanted) complaints.invalid(`${field}.type`, type, why)
}

/** What every whole object has may be restricted, and is of the types that it is of. */
export function checkWhole({ properties = {} }: SchemaNode, { field, complaints }: NodePlace): void {
  for (const [name, wanted] of wholeTypes) {
    const property = properties[name]
    if (!isMembers(property)) continue
    const path = `${field}.properties[${name}]`
    if (property['type'] !== wanted) complaints.invalid(`${path}.type`, property['type'] ?? '', `must be ${wanted}`)
    refuseEmbedded(property, path, complaints)
  }
}

const wholeTypes = [
  ['apiVersion', 'string'],
  ['kind', 'string'],
  ['metadata', 'object'],
] as const

function refuseEmbedded(node: SchemaNode, field: string, complaints: NodePlace['complaints']): void {
  if (isEmbedded(node))
    complaints.forbidden(
      `${field}.x-kubernetes-embedded-resource`,
      'apiVersion, kind and metadata hold no objects of their own',
    )
  const others = othersOf(node)
  if (others) {
    if (others.default !== undefined)
      complaints.forbidden(`${field}.additionalProperties.default`, 'metadata gets no defaults')
    refuseEmbedded(others, `${field}.additionalProperties`, complaints)
  }
  if (isMembers(node.items)) refuseEmbedded(node.items, `${field}.items`, complaints)
  for (const [name, each] of Object.entries(node.properties ?? {}))
    if (isMembers(each)) refuseEmbedded(each, `${field}.properties[${name}]`, complaints)
}

function checkEmbedded(node: SchemaNode, { field, complaints }: NodePlace): void {
  // Clients match on these words.
  const why = 'must be object if x-kubernetes-embedded-resource is true'
  if (!node.type) complaints.required(`${field}.type`, why)
  else if (node.type !== 'object') complaints.invalid(`${field}.type`, node.type, why)
  if (node.additionalProperties !== undefined)
    complaints.forbidden(`${field}.additionalProperties`, 'name the members of an embedded object in properties')
  if (!preserves(node) && Object.keys(node.properties ?? {}).length === 0)
    complaints.required(
      `${field}.properties`,
      'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields',
    )
}

const listTypes = ['atomic', 'map', 'set']

function checkList(node: SchemaNode, { field, complaints }: NodePlace): void {
  const kind = node['x-kubernetes-list-type']
  const keys = (node['x-kubernetes-list-map-keys'] ?? []) as readonly string[]
  if (kind !== undefined) {
    if (!listTypes.includes(kind as string)) complaints.unsupported(`${field}.x-kubernetes-list-type`, kind, listTypes)
    requireType(node, 'array', { field, complaints, by: 'x-kubernetes-list-type' })
  }
  if (keys.length > 0 && kind !== 'map') {
    const path = `${field}.x-kubernetes-list-type`
    const why = 'must be map, which alone has x-kubernetes-list-map-keys'
    if (kind === undefined) complaints.required(path, why)
    else complaints.invalid(path, kind, why)
  }
  if (kind === 'map') checkMapKeys(node, keys, { field, complaints })
  if (kind === 'set' && isMembers(node.items)) checkSetItems(node.items, { field, complaints })
}

type Where = Pick<NodePlace, 'field' | 'complaints'>

function checkMapKeys(node: SchemaNode, keys: readonly string[], { field, complaints }: Where): void {
  if (keys.length === 0)
    complaints.required(
      `${field}.x-kubernetes-list-map-keys`,
      'name the properties that tell the elements of a map apart',
    )
  const { items } = node
  if (!isMembers(items)) {
    const path = `${field}.items`
    const why = 'say one schema for all elements of a map'
    if (items === undefined) complaints.required(path, why)
    else complaints.invalid(path, items, why)
    return
  }
  if (items['nullable'] === true) complaints.forbidden(`${field}.items.nullable`, "elements of a map can't be null")
  if (items['type'] !== 'object') {
    complaints.invalid(`${field}.items.type`, items['type'] ?? '', 'must be object, as elements of a map have keys')
    return
  }
  for (const why of keyListErrors(items, keys)) complaints.invalid(`${field}.x-kubernetes-list-map-keys`, keys, why)
  for (const key of new Set(keys)) checkKey(items, key, { field: `${field}.items.properties[${key}]`, complaints })
}

function* keyListErrors(items: SchemaNode, keys: readonly string[]): Iterable<string> {
  if (keys.some((key) => !propertyOf(items, key))) yield 'each must be the name of a property of the elements'
  if (new Set(keys).size < keys.length) yield 'must name each property once'
}

/** What tells elements apart is there, and is one value. */
function checkKey(items: SchemaNode, key: string, { field, complaints }: Where): void {
  const property = propertyOf(items, key)
  if (!property) return
  if (property.type === 'object' || property.type === 'array')
    complaints.invalid(
      `${field}.type`,
      property.type,
      'must be string, number, integer or boolean, as a key is one value',
    )
  if (property['nullable'] === true)
    complaints.forbidden(`${field}.nullable`, "what tells elements apart can't be null")
  if (!items.required?.includes(key) && property.default === undefined)
    complaints.required(`${field}.default`, 'a key is in every element: make it required, or give it a default')
}

const wholeElements = 'must be atomic: elements of a set are compared whole'

function checkSetItems(items: Readonly<Record<string, unknown>>, { field, complaints }: Where): void {
  const path = `${field}.items`
  if (items['nullable'] === true) complaints.forbidden(`${path}.nullable`, "elements of a set can't be null")
  if (items['type'] === 'array' && (items['x-kubernetes-list-type'] ?? 'atomic') !== 'atomic')
    complaints.invalid(`${path}.x-kubernetes-list-type`, items['x-kubernetes-list-type'], wholeElements)
  if (items['type'] === 'object' && items['x-kubernetes-map-type'] !== 'atomic')
    complaints.invalid(`${path}.x-kubernetes-map-type`, items['x-kubernetes-map-type'] ?? '', wholeElements)
}
