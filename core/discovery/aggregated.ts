/** Discovery in one answer: APIGroupDiscoveryList of apidiscovery.k8s.io, v2 (v2beta1 has the same shape), which kubectl asks first. */
import { type ServedGroup, type ServedResource, subresourcesOf } from './groups.js'
import { type GroupDiscovery, groupDiscoveryWith, type Remote, withRemotes } from './remote.js'

export const discoveryGroup = 'apidiscovery.k8s.io'
export type AggregatedVersion = 'v2' | 'v2beta1'

export function aggregatedList(
  groups: readonly ServedGroup[],
  version: AggregatedVersion,
  remotes: readonly Remote[] = [],
): object {
  const own = groups.map((group) => ({ name: group.name, priority: group.priority, item: discoveryOf(group) }))
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: `${discoveryGroup}/${version}`,
    metadata: {},
    items: withRemotes(own, remotes, groupDiscoveryWith),
  }
}

function discoveryOf(group: ServedGroup): GroupDiscovery {
  return {
    metadata: group.name ? { name: group.name } : {},
    versions: group.versions.map(({ name, resources }) => ({
      version: name,
      resources: resources.map((resource) => resourceOf(resource, { group: group.name, version: name })),
      freshness: 'Current',
    })),
  }
}

function resourceOf(
  { definition, version }: ServedResource,
  home: { readonly group: string; readonly version: string },
): object {
  const { names } = definition
  const subresources = subresourcesOf({ definition, version })
  // Upstream leaves the home of its own kinds to be read from the group and version that they stand in.
  const place = definition.builtIn ? { group: '', version: '' } : home
  return {
    resource: names.plural,
    responseKind: { ...place, kind: names.kind },
    scope: definition.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: names.singular,
    verbs: version.verbs,
    ...(names.shortNames.length ? { shortNames: names.shortNames } : {}),
    ...(names.categories.length ? { categories: names.categories } : {}),
    ...(subresources.length
      ? {
          subresources: subresources.map((each) => ({
            subresource: each.name,
            responseKind: {
              ...(isHome(each, home) ? place : { group: each.group, version: each.version }),
              kind: each.kind,
            },
            verbs: each.verbs,
          })),
        }
      : {}),
  }
}

type Place = { readonly group: string; readonly version: string }

const isHome = (place: Place, home: Place) => place.group === home.group && place.version === home.version
