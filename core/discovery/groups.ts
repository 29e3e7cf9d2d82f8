import type { Definition, DefinitionVersion } from '../schema/index.js'

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
}

/** Definitions by group and version, groups in the definitions' order, resources by name. */
export function servedGroups(definitions: readonly Definition[]): readonly ServedGroup[] {
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
  return [...groups].map(([name, versions]) => ({
    name,
    versions: [...versions]
      .sort(([a], [b]) => compareVersions(a, b))
      .map(([version, resources]) => ({ name: version, resources: resources.sort(byPlural) })),
  }))
}

const byPlural = (a: ServedResource, b: ServedResource): number =>
  a.definition.names.plural < b.definition.names.plural ? -1 : 1

/** Kubernetes' order of versions, the best first: v2, v1, v2beta1, v1beta2, v1alpha1, then others by name. */
export function compareVersions(a: string, b: string): number {
  const left = rankOf(a)
  const right = rankOf(b)
  for (let at = 0; at < 3; at++) if (left[at] !== right[at]) return right[at]! - left[at]!
  return a < b ? -1 : a > b ? 1 : 0
}

const stages: Readonly<Record<string, number>> = { '': 3, beta: 2, alpha: 1 }

function rankOf(version: string): readonly [number, number, number] {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version)
  if (!match) return [0, 0, 0]
  return [stages[match[2] ?? '']!, Number(match[1]), Number(match[3] ?? 0)]
}
