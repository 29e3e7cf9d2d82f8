/** Discovery as every client knows it: /api, /apis, /apis/<group>, /apis/<group>/<version>. Shapes of meta/v1. */
import { apiVersionOf } from '../meta/index.js'
import { type ServedGroup, type ServedResource, subresourcesOf } from './groups.js'

/** `/api`. `address`: where clients reach the server, `host:port`. */
export function apiVersions(core: ServedGroup | undefined, address: string): object {
  return {
    kind: 'APIVersions',
    versions: core?.versions.map((version) => version.name) ?? [],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: address }],
  }
}

/** `/apis` */
export function apiGroupList(groups: readonly ServedGroup[]): object {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groups.filter((group) => group.name !== '').map(groupBody),
  }
}

/** `/apis/<group>` */
export function apiGroup(group: ServedGroup): object {
  return { kind: 'APIGroup', apiVersion: 'v1', ...groupBody(group) }
}

function groupBody(group: ServedGroup): object {
  const versions = group.versions.map(({ name }) => ({
    groupVersion: apiVersionOf({ group: group.name, version: name }),
    version: name,
  }))
  return { name: group.name, versions, preferredVersion: versions[0] }
}

/** `/api/<version>` and `/apis/<group>/<version>` */
export function apiResourceList(group: string, version: string, resources: readonly ServedResource[]): object {
  const home = { group, version }
  return {
    kind: 'APIResourceList',
    ...(group === '' ? {} : { apiVersion: 'v1' }),
    groupVersion: apiVersionOf(home),
    resources: resources.flatMap((resource) => [mainResource(resource), ...subresources(resource, home)]),
  }
}

function mainResource({ definition, version }: ServedResource): object {
  const { names } = definition
  return {
    name: names.plural,
    singularName: names.singular,
    namespaced: definition.namespaced,
    kind: names.kind,
    verbs: version.verbs,
    ...(names.shortNames.length ? { shortNames: names.shortNames } : {}),
    ...(names.categories.length ? { categories: names.categories } : {}),
    ...(version.storageVersionHash ? { storageVersionHash: version.storageVersionHash } : {}),
  }
}

/** A subresource's group and version are told where they differ from its resource's. */
function subresources(
  { definition, version }: ServedResource,
  home: { readonly group: string; readonly version: string },
): object[] {
  const sorted = subresourcesOf({ definition, version })
  return sorted.map((each) => ({
    name: `${definition.names.plural}/${each.name}`,
    singularName: '',
    namespaced: definition.namespaced,
    ...(each.group === home.group && each.version === home.version
      ? {}
      : { ...(each.group ? { group: each.group } : {}), version: each.version }),
    kind: each.kind,
    verbs: each.verbs,
  }))
}
