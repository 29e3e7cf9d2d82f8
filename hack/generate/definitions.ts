/** Makes crds/generated/definitions.json and types.jsonl: what core/schema compiles when the server starts. */
import { createHash } from 'node:crypto'
import type { Schema } from './schema.js'
import type { SourceDefinition, Sources, SourceVersion } from './sources.js'

/** One definition a line, so that a change shows as one. */
export function definitionsJson(sources: Sources): string {
  const lines = sources.definitions.map((definition) => JSON.stringify(compiled(definition, sources)))
  return `[\n${lines.join(',\n')}\n]\n`
}

/** One type a line: its full name, a tab, its schema. Sorted by name; read a line at a time. */
export function typesJsonl(sources: Sources): string {
  return [...sources.types]
    .map(([name, schema]) => `${name}\t${JSON.stringify(withTypeMeta(name, schema, sources))}\n`)
    .join('')
}

function compiled(definition: SourceDefinition, sources: Sources): unknown {
  const { group, scope, names } = definition
  return {
    group,
    names: { listKind: `${names.kind}List`, ...names },
    namespaced: scope === 'Namespaced',
    strategy: definition['x-operon-strategy'] ?? {},
    versions: definition.versions.map((version) => compiledVersion(definition, version, sources)),
  }
}

function compiledVersion(definition: SourceDefinition, version: SourceVersion, sources: Sources): unknown {
  const { schema, 'x-operon-types': own, 'x-operon-package': home, ...said } = version
  const type = `${home}.${definition.names.kind}`
  return { ...said, type, stamp: stampOf(type, sources) }
}

/** Keys that change no stored byte. */
const unshaping = new Set([
  ...['description', 'enum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'pattern'],
  ...['x-operon-format', 'x-operon-key-format', 'x-operon-unique', 'x-operon-required'],
])

/** uint32 over everything that shapes stored bytes: all types within reach, defaults included. */
function stampOf(type: string, sources: Sources): number {
  const hash = createHash('sha256')
  for (const name of reachable(type, sources)) {
    const shape = JSON.stringify(sources.types.get(name), (key, value) => (unshaping.has(key) ? undefined : value))
    hash.update(name).update(shape)
  }
  return hash.digest().readUInt32BE(0)
}

/** The type and all it refers to, also from afar. */
export function reachable(type: string, sources: Sources): Set<string> {
  const seen = new Set([type])
  for (const name of seen) for (const ref of refsIn(sources.types.get(name)!)) seen.add(ref)
  return seen
}

function refsIn(schema: Schema): string[] {
  const { $ref, items, additionalProperties, properties } = schema
  const inner = [items, additionalProperties, ...Object.values(properties ?? {})]
  return [...($ref ? [$ref] : []), ...inner.flatMap((part) => (part ? refsIn(part) : []))]
}

const typeMeta = { kind: { type: 'string' }, apiVersion: { type: 'string' } }

/** Types of whole objects begin with kind and apiVersion, which the files leave out. */
export function withTypeMeta(name: string, schema: Schema, sources: Sources): Schema {
  const whole = objectTypes(sources).has(name)
  return whole ? { ...schema, properties: { ...typeMeta, ...schema.properties } } : schema
}

const cached = new WeakMap<Sources, Set<string>>()

export function objectTypes(sources: Sources): Set<string> {
  const known = cached.get(sources)
  if (known) return known
  const served = sources.definitions.flatMap(({ versions, names }) =>
    versions.map((version) => `${version['x-operon-package']}.${names.kind}`),
  )
  const marked = [...sources.types].filter(([, schema]) => schema['x-operon-object']).map(([name]) => name)
  const found = new Set([...served, ...marked])
  cached.set(sources, found)
  return found
}
