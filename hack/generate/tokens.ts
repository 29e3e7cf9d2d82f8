/** Makes crds/generated/tokens.ts: a kind token and a type for every served kind, and the types they are made of under short names. */
import type { Schema } from './schema.js'
import { packageOf, simpleName } from './schema.js'
import type { Sources } from './sources.js'

const head = `// Generated from crds/ by \`npm run generate\`; never edited. Kind tokens and the TypeScript types of all built-in kinds.
import type { KindToken, ObjectMeta } from '../../core/meta/index.js'
import type { components } from './types.js'

type Schemas = components['schemas']
/** An object as it is read and written: metadata is there, apiVersion and kind may be left out. */
type Whole<T> = Omit<T, 'apiVersion' | 'kind' | 'metadata'> & { apiVersion?: string; kind?: string; metadata: ObjectMeta }
`

export function tokensSource(sources: Sources): string {
  const kinds = sources.definitions.flatMap((definition) =>
    definition.versions.map((version) => ({
      definition,
      version,
      type: `${version['x-operon-package']}.${definition.names.kind}`,
    })),
  )
  const names = aliases(
    kinds.map(({ type }) => type),
    sources,
  )
  const kindTypes = new Set(kinds.map(({ type }) => type))
  const tokens = kinds.map(
    ({
      definition: {
        group,
        names: { kind, plural },
        scope,
      },
      version,
      type,
    }) => {
      const name = names.get(type)!
      const value = `{ group: '${group}', version: '${version.name}', kind: '${kind}', plural: '${plural}', namespaced: ${scope === 'Namespaced'} }`
      return `export type ${name} = Whole<Schemas['${type}']>\nexport const ${name}: KindToken<${name}> = ${value}`
    },
  )
  const parts = [...names].filter(([type]) => !kindTypes.has(type) && isObject(sources.types.get(type)!))
  const types = parts.map(([type, name]) => `export type ${name} = Schemas['${type}']`)
  const list = `/** Every token above, in order of discovery. */\nexport const builtInKinds: readonly KindToken<object>[] = [\n${kinds
    .map(({ type }) => `  ${names.get(type)},`)
    .join('\n')}\n]`
  return `${head}\n${tokens.join('\n')}\n\n${list}\n\n${types.join('\n')}\n`
}

const isObject = (schema: Schema) => schema.type === 'object' && schema.properties !== undefined

/**
 * Short names, each once: the plain name goes to a kind of the first version, then to the core group, then to the first in order;
 * the others carry their package (`EventsEvent`, `AutoscalingV1HorizontalPodAutoscaler`).
 */
function aliases(kinds: readonly string[], sources: Sources): Map<string, string> {
  const rest = [...sources.types.keys()].filter((type) => !kinds.includes(type))
  const core = rest.filter((type) => packageOf(type) === 'io.k8s.api.core.v1')
  const names = new Map<string, string>()
  const taken = new Set<string>(['KindToken', 'ObjectMeta', 'Schemas', 'Whole'])
  for (const type of new Set([...kinds, ...core, ...rest])) {
    const parts = type.split('.')
    const tries = [simpleName(type), `${pascal(parts.at(-3)!)}${simpleName(type)}`]
    const name = [...tries, `${pascal(parts.at(-3)!)}${pascal(parts.at(-2)!)}${simpleName(type)}`].find(
      (each) => !taken.has(each),
    )
    if (!name) throw new Error(`no short name left for ${type}`)
    taken.add(name)
    names.set(type, name)
  }
  return names
}

const pascal = (word: string) => word[0]!.toUpperCase() + word.slice(1)
