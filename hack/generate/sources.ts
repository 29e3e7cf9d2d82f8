/** Reads crds/: every definition and every type, with references written out in full. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { load } from 'js-yaml'
import { type Schema, simpleName } from './schema.js'

export interface Sources {
  /** In order of discovery: groups as crds/groups.yaml has them, then by plural. */
  readonly definitions: readonly SourceDefinition[]
  /** By full name; references are full names too. Types of whole objects are among them. */
  readonly types: ReadonlyMap<string, Schema>
}

export interface SourceDefinition {
  readonly group: string
  readonly scope: 'Namespaced' | 'Cluster'
  readonly names: Readonly<Record<string, unknown>> & { readonly kind: string; readonly plural: string }
  readonly 'x-operon-strategy'?: Readonly<Record<string, unknown>>
  readonly versions: readonly SourceVersion[]
}

export interface SourceVersion {
  readonly [key: string]: unknown
  readonly name: string
  readonly served: boolean
  readonly storage: boolean
  readonly 'x-operon-package': string
  readonly 'x-operon-types'?: Readonly<Record<string, Schema>>
  readonly schema: { readonly openAPIV3Schema: Schema }
  readonly subresources?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface TypesFile {
  readonly 'x-operon-package': string
  readonly 'x-operon-types': Readonly<Record<string, Schema>>
}

export function readSources(folder: string): Sources {
  const files = yamlBelow(folder).filter((path) => !relative(folder, path).startsWith('generated'))
  const raw = new Map<string, Schema>()
  const definitions: SourceDefinition[] = []
  let groups: readonly string[] = []
  for (const path of files) {
    const document = load(readFileSync(path, 'utf8')) as Record<string, unknown>
    if (document['kind'] === 'CustomResourceDefinition') definitions.push(document['spec'] as SourceDefinition)
    else if (document['x-operon-types']) addTypes(raw, document as unknown as TypesFile)
    else if (document['groups']) groups = document['groups'] as string[]
    else throw new Error(`${path} holds neither a definition nor types`)
  }
  for (const definition of definitions) {
    for (const version of definition.versions) {
      addTypes(raw, {
        'x-operon-package': version['x-operon-package'],
        'x-operon-types': version['x-operon-types'] ?? {},
      })
      add(raw, `${version['x-operon-package']}.${definition.names.kind}`, version.schema.openAPIV3Schema)
    }
  }
  const rank = (group: string) => (groups.includes(group) ? groups.indexOf(group) : groups.length)
  definitions.sort((a, b) => rank(a.group) - rank(b.group) || (a.names.plural < b.names.plural ? -1 : 1))
  return { definitions, types: resolveAll(raw) }
}

function yamlBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return yamlBelow(path)
    return entry.name.endsWith('.yaml') ? [path] : []
  })
}

function addTypes(types: Map<string, Schema>, file: TypesFile): void {
  for (const [name, schema] of Object.entries(file['x-operon-types']))
    add(types, `${file['x-operon-package']}.${name}`, schema)
}

function add(types: Map<string, Schema>, name: string, schema: Schema): void {
  if (types.has(name)) throw new Error(`type ${name} is written twice`)
  types.set(name, schema)
}

function resolveAll(raw: ReadonlyMap<string, Schema>): Map<string, Schema> {
  const bySimpleName = new Map<string, string[]>()
  for (const name of raw.keys())
    bySimpleName.set(simpleName(name), [...(bySimpleName.get(simpleName(name)) ?? []), name])
  const resolved = new Map<string, Schema>()
  for (const [name, schema] of [...raw].sort(([a], [b]) => (a < b ? -1 : 1))) {
    resolved.set(
      name,
      withFullRefs(schema, (ref) => resolve(ref, name, bySimpleName)),
    )
  }
  return resolved
}

/** A reference is a name of the same package, or the end of a full name that only one type has. */
function resolve(ref: string, from: string, bySimpleName: ReadonlyMap<string, readonly string[]>): string {
  const candidates = bySimpleName.get(simpleName(ref)) ?? []
  const own = `${from.slice(0, from.lastIndexOf('.'))}.${ref}`
  if (candidates.includes(own)) return own
  const [found, second] = candidates.filter((name) => name === ref || name.endsWith(`.${ref}`))
  if (!found || second) throw new Error(`${from}: $ref ${ref} names ${found ? 'more than one type' : 'no type'}`)
  return found
}

function withFullRefs(schema: Schema, full: (ref: string) => string): Schema {
  const { 'x-operon-describes': _, ...plain } = schema
  const { items, additionalProperties } = schema
  const properties = described(schema)
  return {
    ...plain,
    ...(schema.$ref ? { $ref: full(schema.$ref) } : {}),
    ...(items ? { items: withFullRefs(items, full) } : {}),
    ...(additionalProperties ? { additionalProperties: withFullRefs(additionalProperties, full) } : {}),
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, value]) => [key, withFullRefs(value, full)]),
          ),
        }
      : {}),
  }
}

/** Descriptions of members stand together above them, so that both can be read. */
function described({ properties, 'x-operon-describes': descriptions }: Schema): Schema['properties'] {
  if (!properties || !descriptions) return properties
  const texts = descriptions as Readonly<Record<string, string>>
  const unknown = Object.keys(texts).filter((key) => !(key in properties))
  if (unknown.length) throw new Error(`x-operon-describes names no members: ${unknown.join(', ')}`)
  const entries = Object.entries(properties).map(([key, property]) => {
    return [key, texts[key] ? { ...property, description: texts[key] } : property] as const
  })
  return Object.fromEntries(entries)
}
