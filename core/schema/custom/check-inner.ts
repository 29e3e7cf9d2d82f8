/** What allOf, anyOf, oneOf and not may hold: tests of values, and nothing that shapes them. */
import type { SchemaNode } from '../schema-node.js'
import { checkPattern, type Complaints, type NodePlace } from './check-schema.js'
import { isIntOrString, isMembers, othersOf, propertyOf } from './shape.js'

const lists = ['allOf', 'anyOf', 'oneOf'] as const

const shaping = [
  'description',
  'default',
  'title',
  'nullable',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
] as const

export function checkInner(node: SchemaNode, { field, complaints }: NodePlace): void {
  for (const [inner, path] of innerOf(node, field))
    checkValueTest(inner, path, { complaints, around: node, ofNode: true })
}

function* innerOf(node: SchemaNode, field: string): Iterable<readonly [SchemaNode, string]> {
  for (const key of lists) {
    const found = node[key]
    if (!Array.isArray(found)) continue
    for (let at = 0; at < found.length; at++)
      if (isMembers(found[at])) yield [found[at] as SchemaNode, `${field}.${key}[${at}]`]
  }
  if (isMembers(node['not'])) yield [node['not'] as SchemaNode, `${field}.not`]
}

interface Around {
  readonly complaints: Complaints
  /** The structural schema of the same value; undefined when there is none. */
  readonly around: SchemaNode | undefined
  /** Directly below the node, where the types of an int-or-string are said. */
  readonly ofNode: boolean
}

function checkValueTest(inner: SchemaNode, field: string, { complaints, around, ofNode }: Around): void {
  if (around === undefined) complaints.required(field, 'what is tested here must be declared outside of it too')
  for (const key of shaping) {
    const said = inner[key]
    if (said !== undefined && said !== false && said !== '')
      complaints.forbidden(`${field}.${key}`, 'must be empty to be structural')
  }
  const typesOfBoth = around !== undefined && isIntOrString(around) && ofNode
  if (inner.type && !(typesOfBoth && (inner.type === 'integer' || inner.type === 'string')))
    complaints.forbidden(`${field}.type`, 'must be empty to be structural')
  if (inner.additionalProperties !== undefined)
    complaints.forbidden(`${field}.additionalProperties`, 'must be undefined to be structural')
  if (typeof inner['pattern'] === 'string') checkPattern(inner['pattern'], field, complaints)
  for (const [name, property] of Object.entries(inner.properties ?? {})) {
    const outside = around && (propertyOf(around, name) ?? othersOf(around) ?? anything(around, name))
    if (isMembers(property))
      checkValueTest(property as SchemaNode, `${field}.properties[${name}]`, {
        complaints,
        around: outside,
        ofNode: false,
      })
  }
  if (isMembers(inner.items))
    checkValueTest(inner.items, `${field}.items`, { complaints, around: around?.items, ofNode: false })
  for (const [deeper, path] of innerOf(inner, field)) checkValueTest(deeper, path, { complaints, around, ofNode })
}

/** Every whole object has these, declared or not. */
function anything(around: SchemaNode, name: string): SchemaNode | undefined {
  const whole = around['x-kubernetes-embedded-resource'] === true
  return (whole || name === 'metadata') && ['apiVersion', 'kind', 'metadata'].includes(name) ? {} : undefined
}
