/** All that is served: definitions by group, version and plural, and the shelves their objects stand on. */
import { apiVersionOf } from '../meta/index.js'
import type { Definition, DefinitionVersion } from '../schema/index.js'
import type { KindPlugin } from './contract.js'
import { collectionPrefix, type Shelf } from './shelf.js'
import type { Resource } from './verbs.js'

export class Catalog {
  #definitions: readonly Definition[] = []
  #resources: ReadonlyMap<string, Resource> = new Map()
  #byGroupPlural: ReadonlyMap<string, Definition> = new Map()
  #shelves = new WeakMap<Definition, Shelf>()
  readonly #plugins: ReadonlyMap<string, KindPlugin>

  constructor(definitions: readonly Definition[], kinds: readonly KindPlugin[]) {
    this.#plugins = new Map(kinds.map((plugin) => [`${plugin.group}/${plugin.plural}`, plugin]))
    this.replace(definitions)
  }

  /** In order of discovery. */
  all(): readonly Definition[] {
    return this.#definitions
  }

  /** Serves these and nothing else from now on. Requests under way finish with what they began with. */
  replace(definitions: readonly Definition[]): void {
    this.#definitions = definitions
    const resources = new Map<string, Resource>()
    for (const definition of definitions) {
      for (const version of definition.versions) {
        if (!version.served) continue
        resources.set(`${definition.group}/${version.name}/${definition.names.plural}`, { definition, version })
      }
    }
    this.#resources = resources
    this.#byGroupPlural = new Map(definitions.map((each) => [`${each.group}/${each.names.plural}`, each]))
    this.#shelves = new WeakMap()
  }

  find(group: string, version: string, plural: string): Resource | undefined {
    return this.#resources.get(`${group}/${version}/${plural}`)
  }

  /** By `group/plural`; the core group is '' or `core`. */
  definition(groupPlural: string): Definition | undefined {
    return this.#byGroupPlural.get(groupPlural.startsWith('core/') ? groupPlural.slice(4) : groupPlural)
  }

  /** For reading collections: in the stored version. */
  shelf(definition: Definition): Shelf {
    let shelf = this.#shelves.get(definition)
    if (!shelf) this.#shelves.set(definition, (shelf = this.#build(definition)))
    return shelf
  }

  /** For reading and writing single objects: people's own are worked on in the version asked for, as upstream. */
  workshop({ definition, version }: Resource): Shelf {
    const shelf = this.shelf(definition)
    return !version.steps || version === shelf.version ? shelf : inVersion(shelf, version)
  }

  #build(asked: Definition): Shelf {
    const { storedAs } = asked.strategy
    const definition = storedAs === undefined ? asked : (this.definition(storedAs) ?? asked)
    const version = storageVersion(definition)
    const { group, names, strategy } = definition
    const plugin = this.#plugins.get(`${group}/${names.plural}`)
    return {
      definition,
      strategy,
      version,
      apiVersion: apiVersionOf({ group, version: version.name }),
      stored: version,
      prefix: collectionPrefix(definition),
      subject: { group: asked.group, plural: asked.names.plural, kind: asked.names.kind },
      plugin,
      renamed: plugin?.convert ? this.#versionsOf(definition) : undefined,
    }
  }

  /** Those of the definitions that are `storedAs` this one too. */
  #versionsOf(definition: Definition): ReadonlyMap<string, DefinitionVersion> {
    const groupPlural = `${definition.group}/${definition.names.plural}`
    const all = this.#definitions.filter((each) => each === definition || each.strategy.storedAs === groupPlural)
    const named = ({ group, versions }: Definition) =>
      versions.map((version) => [apiVersionOf({ group, version: version.name }), version] as const)
    return new Map(all.flatMap(named))
  }
}

/** Cheap: made for each request. Each version says by itself whether its status stands apart. */
function inVersion(shelf: Shelf, version: DefinitionVersion): Shelf {
  const { group } = shelf.definition
  const status = version.subresources.some(({ name }) => name === 'status') ? ['status'] : []
  const strategy = { ...shelf.strategy, status }
  return { ...shelf, version, strategy, apiVersion: apiVersionOf({ group, version: version.name }) }
}

function storageVersion(definition: Definition): DefinitionVersion {
  const version = definition.versions.find((each) => each.storage) ?? definition.versions[0]
  if (!version) throw new Error(`definition ${definition.names.plural}.${definition.group} has no version`)
  return version
}
