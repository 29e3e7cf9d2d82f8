/** How the walks over people's own objects and schemas see them. */
import type { SchemaNode } from '../schema-node.js'

export type Members = Record<string, unknown>

/** What a whole object has whatever its schema says. */
export const implied: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata'])

/** The schema of a declared member; never an inherited one. */
export function propertyOf({ properties }: SchemaNode, name: string): SchemaNode | undefined {
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined
}

/** The schema of members that are not declared; undefined where there is none. */
export function othersOf({ additionalProperties }: SchemaNode): SchemaNode | undefined {
  return typeof additionalProperties === 'object' && additionalProperties !== null ? additionalProperties : undefined
}

export const preserves = (schema: SchemaNode): boolean => schema['x-kubernetes-preserve-unknown-fields'] === true
export const isEmbedded = (schema: SchemaNode): boolean => schema['x-kubernetes-embedded-resource'] === true
export const isIntOrString = (schema: SchemaNode): boolean => schema['x-kubernetes-int-or-string'] === true

/** `spec.ports[0].name`, `spec.labels[a.b]` where the key is one of a map. */
export function memberPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
