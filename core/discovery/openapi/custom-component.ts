/** The component of a person's own kind: their schema as they wrote it, with what every object has; for v2 without what Swagger 2.0 has no words for. */
import type { DefinitionVersion, SchemaNode } from '../../schema/index.js'
import type { Flavour } from './components.js'
import type { TextPieces } from './text-pieces.js'

type Document = Readonly<Record<string, unknown>>

interface Showing {
  readonly flavour: Flavour
  readonly pieces: TextPieces | undefined
  /** What every object has: apiVersion, kind and metadata. */
  readonly implied: Readonly<Record<string, Document>>
}

/** Answers a new document. */
export function customComponent(version: DefinitionVersion, showing: Showing): Document {
  const document = documentOf(version, showing)
  return { ...document, ...selectable(version) }
}

/** Kinds and lists of them say by which fields they can be selected. */
export function selectable({ selectableFields }: DefinitionVersion): Document {
  const fields = selectableFields.map((fieldPath) => ({ fieldPath }))
  return fields.length > 0 ? { 'x-kubernetes-selectable-fields': fields } : {}
}

function documentOf(version: DefinitionVersion, { flavour, pieces, implied }: Showing): Document {
  const { written } = version
  // v3 says all of it as it is.
  if (flavour === 'v3' && pieces && written) {
    return { ...written.root(), type: 'object', properties: { ...implied, ...pieces.member(() => written.members()) } }
  }
  const schema = withEmbedded(version.schema(), flavour, implied)
  const { apiVersion: _, kind: __, metadata: ___, ...rest } = schema.properties ?? {}
  if (flavour === 'v3') return { ...schema, type: 'object', properties: { ...implied, ...rest } }
  // Old clients would refuse every member beside those that are named.
  if (schema['x-kubernetes-preserve-unknown-fields']) return { type: 'object' }
  return { ...shown({ ...schema, type: 'object' }), properties: { ...implied, ...shownEach(rest) } }
}

/** Objects inside of it have what every object has, too; in v2 not where anything else may stand, since old clients would refuse that. */
function withEmbedded(schema: SchemaNode, flavour: Flavour, implied: Showing['implied']): SchemaNode {
  const inner = (each: SchemaNode) => withEmbedded(each, flavour, implied)
  const { properties, items, additionalProperties: others, required = [] } = schema
  const shown = {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, inner(each)])),
    }),
    ...(items && { items: inner(items) }),
    ...(typeof others === 'object' && { additionalProperties: inner(others) }),
  }
  const isOpen = flavour === 'v2' && schema['x-kubernetes-preserve-unknown-fields']
  if (!schema['x-kubernetes-embedded-resource'] || isOpen) return shown
  const all = [...required, ...['kind', 'apiVersion'].filter((name) => !required.includes(name))]
  return { ...shown, required: all, properties: { ...shown.properties, ...implied } as SchemaNode['properties'] & {} }
}

/** What v2 can't say (upstream's conversion of structural schemas leaves it out too). */
const inV3Alone = new Set(['allOf', 'anyOf', 'oneOf', 'not', 'nullable', 'default'])
const deeper = new Set(['properties', 'items', 'additionalProperties'])

function shown(schema: SchemaNode): Record<string, unknown> {
  const keepsAll = schema['x-kubernetes-preserve-unknown-fields'] === true
  const document: Record<string, unknown> = {}
  for (const key of Object.keys(schema)) {
    if (deeper.has(key) || inV3Alone.has(key)) continue
    // Old clients refuse members that a document does not name, and values of another type.
    if (key === 'type' && (keepsAll || schema['nullable'] === true)) continue
    document[key] = schema[key]
  }
  if (schema.items && document['type'] !== undefined) document['items'] = shown(schema.items)
  const { additionalProperties: others } = schema
  if (others !== undefined && !keepsAll)
    document['additionalProperties'] = typeof others === 'object' ? shown(others) : others
  if (schema.properties && document['type'] !== undefined) document['properties'] = shownEach(schema.properties)
  return document
}

const shownEach = (properties: Readonly<Record<string, SchemaNode>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, shown(each)]))
