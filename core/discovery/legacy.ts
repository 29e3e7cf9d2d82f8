/** Discovery as every client knows it: /api, /apis, /apis/<group>, /apis/<group>/<version>. Shapes of meta/v1. */
import { apiVersionOf } from '../meta/index.js'
import { type ServedGroup, type ServedResource, subresourcesOf } from './groups.js'
import { type GroupBody, groupBodyWith, type Remote, withRemotes } from './remote.js'

/** `/api`. `address`: where clients reach the server, `host:port`. */
export function apiVersions(core: ServedGroup | undefined, address: string): object {
  return {
    kind: 'APIVersions',
    versions: core?.versions.map((version) => version.name) ?? [],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: address }],
  }
}

/** `/apis` */
export function apiGroupList(groups: readonly ServedGroup[], remotes: readonly Remote[] = []): object {
  const own = groups
    .filter((group) => group.name !== '')
    .map((group) => ({ name: group.name, priority: group.priority, item: groupBody(group) }))
  return { kind: 'APIGroupList', apiVersion: 'v1', groups: withRemotes(own, remotes, groupBodyWith) }
}

/** `/apis/<group>`; undefined: nobody has it. */
export function apiGroup(
  name: string,
  group: ServedGroup | undefined,
  remotes: readonly Remote[] = [],
): object | undefined {
  const there = remotes.filter((remote) => remote.group === name)
  const own = group && groupBody(group)
  const body = there.length > 0 ? groupBodyWith(name, there, own) : own
  return body && { kind: 'APIGroup', apiVersion: 'v1', ...body }
}

function groupBody(group: ServedGroup): GroupBody {
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
