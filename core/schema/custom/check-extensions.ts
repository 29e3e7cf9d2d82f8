/** What the x-kubernetes-* members of a schema may say. */
import { writeJson } from '../../kit/index.js'
import type { SchemaNode } from '../schema-node.js'
import type { NodePlace } from './check-schema.js'
import { isEmbedded, isIntOrString, isMembers, preserves, propertyOf } from './shape.js'

export function checkExtensions(node: SchemaNode, place: NodePlace): void {
  const { field, complaints } = place
  const keeps = node['x-kubernetes-preserve-unknown-fields']
  if (keeps !== undefined && keeps !== true)
    complaints.invalid(`${field}.x-kubernetes-preserve-unknown-fields`, keeps, 'must be true or undefined')
  if (isIntOrString(node) && (isEmbedded(node) || preserves(node))) {
    const what = isEmbedded(node) ? 'x-kubernetes-embedded-resource' : 'x-kubernetes-preserve-unknown-fields'
    complaints.forbidden(`${field}.x-kubernetes-int-or-string`, `a number or string can't be told ${what} too`)
  }
  if (isEmbedded(node)) checkEmbedded(node, place)
  const mapType = node['x-kubernetes-map-type']
  if (mapType !== undefined && mapType !== 'granular' && mapType !== 'atomic')
    complaints.unsupported(`${field}.x-kubernetes-map-type`, mapType, ['atomic', 'granular'])
  if (mapType !== undefined && node.type !== 'object')
    complaints.invalid(`${field}.type`, node.type ?? '', 'must be object if x-kubernetes-map-type is specified')
  checkList(node, place)
}

function checkEmbedded(node: SchemaNode, { field, complaints, at }: NodePlace): void {
  if (at === 'root') complaints.forbidden(`${field}.x-kubernetes-embedded-resource`, 'the root is whole anyway')
  if (node.type !== 'object')
    complaints.invalid(`${field}.type`, node.type ?? '', 'must be object if x-kubernetes-embedded-resource is true')
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
    if (node.type !== 'array')
      complaints.invalid(`${field}.type`, node.type ?? '', 'must be array if x-kubernetes-list-type is specified')
  }
  if (kind === 'map') checkMapKeys(node, keys, { field, complaints })
  else if (keys.length > 0)
    complaints.forbidden(`${field}.x-kubernetes-list-map-keys`, 'must not be set for list-types other than map')
  if (kind === 'set' && isMembers(node.items)) checkSetItems(node.items, { field, complaints })
}

type Where = Pick<NodePlace, 'field' | 'complaints'>

function checkMapKeys(node: SchemaNode, keys: readonly string[], { field, complaints }: Where): void {
  if (keys.length === 0)
    complaints.required(`${field}.x-kubernetes-list-map-keys`, 'must not be empty if x-kubernetes-list-type is map')
  const { items } = node
  if (!isMembers(items)) return
  if (items['type'] !== 'object')
    complaints.invalid(`${field}.items.type`, items['type'] ?? '', 'must be object if parent array is of list-type map')
  const required = new Set((items as SchemaNode).required)
  keys.forEach((key, at) => {
    const path = `${field}.x-kubernetes-list-map-keys[${at}]`
    if (keys.indexOf(key) < at) complaints.add('FieldValueDuplicate', path, `Duplicate value: ${writeJson(key)}`)
    const property = propertyOf(items as SchemaNode, key)
    if (!property) complaints.invalid(path, key, 'must name a property of the items')
    else if (property.type === 'object' || property.type === 'array')
      complaints.invalid(
        `${field}.items.properties[${key}].type`,
        property.type,
        'must be a scalar type if it is a key',
      )
    else {
      if (property['nullable'] === true)
        complaints.forbidden(`${field}.items.properties[${key}].nullable`, "what tells elements apart can't be null")
      if (!required.has(key) && property.default === undefined)
        complaints.required(
          `${field}.items.properties[${key}].default`,
          `this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property`,
        )
    }
  })
}

function checkSetItems(items: Readonly<Record<string, unknown>>, { field, complaints }: Where): void {
  const path = `${field}.items`
  if (items['nullable'] === true)
    complaints.forbidden(`${path}.nullable`, 'cannot be nullable when x-kubernetes-list-type is "set"')
  if (items['type'] === 'array' && (items['x-kubernetes-list-type'] ?? 'atomic') !== 'atomic')
    complaints.invalid(
      `${path}.x-kubernetes-list-type`,
      items['x-kubernetes-list-type'],
      'must be atomic as item of a list with x-kubernetes-list-type=set',
    )
  if (items['type'] === 'object' && items['x-kubernetes-map-type'] !== 'atomic')
    complaints.invalid(
      `${path}.x-kubernetes-map-type`,
      items['x-kubernetes-map-type'] ?? '',
      'must be atomic as item of a list with x-kubernetes-list-type=set',
    )
}
