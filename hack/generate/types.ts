/** Makes crds/generated/types.ts with openapi-typescript, from an OpenAPI document that holds nothing but the types. */
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { withTypeMeta } from './definitions.js'
import type { Schema } from './schema.js'
import type { Sources } from './sources.js'

export async function typesSource(sources: Sources): Promise<string> {
  const schemas = Object.fromEntries(
    [...sources.types].map(([name, schema]) => [name, bare(withTypeMeta(name, schema, sources))]),
  )
  const document = { openapi: '3.0.0', info: { title: 'crds', version: '' }, paths: {}, components: { schemas } }
  const nodes = await openapiTypescript(document as unknown as OpenAPI3, {
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
  })
  const text = astToString(nodes)
  return `// Generated from crds/ by \`npm run generate\`; never edited.\n${text.slice(text.indexOf('export interface components'), text.indexOf('export type $defs'))}`
}

/** What shapes a TypeScript type, and nothing else. */
function bare(schema: Schema): Schema {
  const { $ref, type, items, additionalProperties, properties, required, description } = schema
  if ($ref) return { $ref: `#/components/schemas/${$ref}`, ...(description ? { description } : {}) }
  if (schema['x-kubernetes-int-or-string']) return { oneOf: [{ type: 'integer' }, { type: 'string' }] }
  if (!type || schema['x-operon-special'] || schema['x-kubernetes-preserve-unknown-fields']) return {}
  return {
    type,
    ...(description ? { description } : {}),
    ...(schema.enum ? { enum: schema.enum } : {}),
    ...(required ? { required } : {}),
    ...(items ? { items: bare(items) } : {}),
    ...(additionalProperties ? { additionalProperties: bare(additionalProperties) } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, bare(value)])) }
      : {}),
  }
}
