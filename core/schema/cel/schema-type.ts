/** The types that rules see, from a schema; their greatest sizes, from its limits and from what fits in a request. */
import { isEmbedded, isIntOrString, othersOf } from '../custom/shape.js'
import type { SchemaNode } from '../schema-node.js'
import { type CelType, maxRequestBytes, type ObjectField, plain } from './types.js'

/** Undefined for what rules can't see: no type is said. `whole`: has apiVersion, kind and metadata. */
export function schemaType(
  schema: SchemaNode,
  { whole, name = 'object' }: { readonly whole: boolean; readonly name?: string },
): CelType | undefined {
  if (isIntOrString(schema)) return plain('dyn', textMost(schema))
  switch (schema.type) {
    case 'boolean':
      return plain('bool')
    case 'integer':
      return plain('int')
    case 'number':
      return plain('double')
    case 'string':
      return textType(schema)
    case 'array':
      return arrayType(schema, name)
    case 'object':
      return objectType(schema, { whole: whole || isEmbedded(schema), name })
    default:
      return undefined
  }
}

const limit = (schema: SchemaNode, key: string): number | undefined =>
  typeof schema[key] === 'number' ? Math.max(0, schema[key] as number) : undefined

/** Of a text, in bytes. */
function textMost(schema: SchemaNode): number {
  const most = limit(schema, 'maxLength')
  return most === undefined ? maxRequestBytes - 2 : most * 4
}

function textType(schema: SchemaNode): CelType {
  const most = limit(schema, 'maxLength')
  switch (schema.format) {
    case 'byte':
      return plain('bytes', most ?? maxRequestBytes - 2)
    case 'duration':
      return plain('duration', 32)
    case 'date':
      return plain('timestamp', 12)
    case 'date-time':
      return plain('timestamp', 32)
  }
  if (most === undefined && schema.enum?.length)
    return plain('string', Math.max(...schema.enum.map((each) => (typeof each === 'string' ? each.length : 0))))
  return plain('string', textMost(schema))
}

function arrayType(schema: SchemaNode, name: string): CelType | undefined {
  const items = schema.items
  const element = items && schemaType(items, { whole: false, name: `${name}.@idx` })
  if (!items || !element) return undefined
  const list = schema['x-kubernetes-list-type']
  const keys = schema['x-kubernetes-list-map-keys'] as readonly string[] | undefined
  return {
    kind: 'list',
    element,
    max: limit(schema, 'maxItems') ?? Math.floor((maxRequestBytes - 2) / (leastBytes(items) + 1)),
    ...(list === 'set' || list === 'map' ? { list } : {}),
    ...(list === 'map' && keys ? { keys: keys.map((key) => escapeName(key) ?? key) } : {}),
  }
}

function objectType(
  schema: SchemaNode,
  { whole, name }: { readonly whole: boolean; readonly name: string },
): CelType | undefined {
  const others = othersOf(schema)
  if (others && !schema.properties) {
    const value = schemaType(others, { whole: false, name: `${name}.@elem` })
    if (!value) return undefined
    const max = limit(schema, 'maxProperties') ?? Math.floor((maxRequestBytes - 2) / (leastBytes(others) + 6))
    return { kind: 'map', key: plain('string', 0), value, max }
  }
  const fields = new Map<string, ObjectField>()
  for (const [jsonName, property] of Object.entries({
    ...schema.properties,
    ...(whole ? wholeProperties(schema) : {}),
  })) {
    const escaped = escapeName(jsonName)
    const type = escaped === undefined ? undefined : schemaType(property, { whole: false, name: `${name}.${escaped}` })
    if (type) fields.set(escaped!, { jsonName, type })
  }
  return { kind: 'object', name, fields }
}

const text: SchemaNode = { type: 'string' }
const ofEvery: Readonly<Record<string, SchemaNode>> = {
  apiVersion: text,
  kind: text,
  metadata: { type: 'object', properties: { name: text, generateName: text } },
}

/** As upstream, what a schema says of these counts when it has all of them, or else is nothing to rules. */
function wholeProperties({ properties }: SchemaNode): Readonly<Record<string, SchemaNode>> {
  const types = [
    properties?.['kind'],
    properties?.['apiVersion'],
    ...['name', 'generateName'].map((name) => properties?.['metadata']?.properties?.[name]),
  ]
  const isSaid = properties?.['metadata']?.type === 'object' && types.every((each) => each?.type === 'string')
  return isSaid ? {} : ofEvery
}

/** The fewest bytes of JSON that such a value takes. */
export function leastBytes(schema: SchemaNode): number {
  if (isIntOrString(schema)) return 1
  switch (schema.type) {
    case 'string':
      return ({ date: 12, 'date-time': 21, duration: 3 } as Readonly<Record<string, number>>)[schema.format ?? ''] ?? 2
    case 'boolean':
      return 4
    case 'object': {
      const required = schema.required ?? []
      const members = { ...schema.properties, ...(isEmbedded(schema) ? wholeProperties(schema) : {}) }
      return required.reduce((bytes, name) => {
        const property = members[name]
        return property && property.default === undefined && hasType(property)
          ? bytes + name.length + leastBytes(property) + 4
          : bytes
      }, 2)
    }
    case 'array':
      return 2
    default:
      return 1
  }
}

/** Whether rules see such a value. */
function hasType(schema: SchemaNode): boolean {
  if (isIntOrString(schema)) return true
  const inner = schema.type === 'array' ? schema.items : schema.type === 'object' ? othersOf(schema) : undefined
  if (schema.type === 'array' && !inner) return false
  return schema.type !== undefined && schema.type !== '' && (!inner || hasType(inner))
}

/** Words of CEL's own; a member of such a name may be said as it is or escaped, unless the word is a literal or an operator. */
export const reserved = new Set([
  'true',
  'false',
  'null',
  'in',
  'as',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
  'var',
  'void',
  'while',
])
const written: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
}

/** The name by which rules reach a member; undefined for one that they can't. */
export function escapeName(name: string): string | undefined {
  if (reserved.has(name)) return `__${name}__`
  if (!/^[A-Za-z_][A-Za-z0-9_.\-/]*$/.test(name)) return undefined
  return name.replace(/__|\.|-|\//g, (each) => written[each]!)
}
