import { compareVersions } from '../meta/index.js'
import type { Definition, DefinitionVersion, Subresource } from '../schema/index.js'

/** A resource as one version of its group serves it. */
export interface ServedResource {
  readonly definition: Definition
  readonly version: DefinitionVersion
}

export interface ServedGroup {
  /** '' for the core group. */
  readonly name: string
  /** The best first: the one clients should prefer. */
  readonly versions: readonly { readonly name: string; readonly resources: readonly ServedResource[] }[]
  /** Among the groups that other servers answer: the higher first. */
  readonly priority: number
}

/** Of people's own definitions alone. */
export const isCustom = ({ versions }: Pick<ServedGroup, 'versions'>): boolean =>
  versions.every(({ resources }) => resources.every(({ definition }) => !definition.builtIn))

/** That of a built-in group; undefined: it stands with the one before it. */
export type PriorityOf = (group: string) => number | undefined

/** Groups of people's own definitions have upstream's. */
const customPriority = 1000

/** Definitions by group and version, groups in the definitions' order, resources by name. */
export function servedGroups(
  definitions: readonly Definition[],
  priorityOf: PriorityOf = () => undefined,
): readonly ServedGroup[] {
  const groups = new Map<string, Map<string, ServedResource[]>>()
  for (const definition of definitions) {
    for (const version of definition.versions) {
      if (!version.served) continue
      let versions = groups.get(definition.group)
      if (!versions) groups.set(definition.group, (versions = new Map()))
      const resources = versions.get(version.name)
      if (resources) resources.push({ definition, version })
      else versions.set(version.name, [{ definition, version }])
    }
  }
  let before = Number.MAX_SAFE_INTEGER
  return [...groups].map(([name, byVersion]) => {
    const versions = [...byVersion]
      .sort(([a], [b]) => compareVersions(a, b))
      .map(([version, resources]) => ({ name: version, resources: resources.sort(byPlural) }))
    const isOthers = isCustom({ versions })
    if (!isOthers) before = priorityOf(name) ?? before
    return { name, versions, priority: isOthers ? customPriority : before }
  })
}

const byPlural = (a: ServedResource, b: ServedResource): number =>
  a.definition.names.plural < b.definition.names.plural ? -1 : 1

/** In the order that clients see: of built-in kinds by name, of people's own as the definition has them. */
export function subresourcesOf({ definition, version }: ServedResource): readonly Subresource[] {
  return definition.builtIn
    ? [...version.subresources].sort((a, b) => (a.name < b.name ? -1 : 1))
    : version.subresources
}

/** Group-versions of built-in kinds, by name. */
export function builtInVersions(definitions: readonly Definition[]): { group: string; version: string }[] {
  return servedGroups(definitions.filter(({ builtIn }) => builtIn))
    .flatMap(({ name, versions }) => versions.map((version) => ({ group: name, version: version.name })))
    .sort((a, b) => (a.group < b.group || (a.group === b.group && a.version < b.version) ? -1 : 1))
}
