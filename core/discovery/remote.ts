/** Group-versions that other servers answer, laid into the documents of our own. */
import { apiVersionOf } from '../meta/index.js'

/** What such a server has told, as the aggregation seam hands it out. */
export interface Remote {
  readonly group: string
  readonly version: string
  readonly groupPriority: number
  readonly resources: readonly RemoteResource[] | undefined
  /** APIResourceDiscovery as told there: shown as they are. */
  readonly discovered?: readonly object[] | undefined
  readonly isFresh: boolean
}

/** APIResource of meta/v1. */
interface RemoteResource {
  readonly name: string
  readonly singularName?: string
  readonly namespaced?: boolean
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  readonly verbs?: readonly string[]
  readonly shortNames?: readonly string[]
  readonly categories?: readonly string[]
}

/** Items by the priority of their groups, ours first among equals. A group that is here and there has the versions of both, the places of ours first, and the higher priority. */
export function withRemotes<T>(
  own: readonly { readonly name: string; readonly priority: number; readonly item: T }[],
  remotes: readonly Remote[],
  make: (name: string, there: readonly Remote[], here: T | undefined) => T,
): readonly T[] {
  if (remotes.length === 0) return own.map(({ item }) => item)
  const byGroup = new Map<string, Remote[]>()
  for (const remote of remotes) byGroup.set(remote.group, [...(byGroup.get(remote.group) ?? []), remote])
  const merged = own.map(({ name, priority, item }) => {
    const there = byGroup.get(name)
    byGroup.delete(name)
    return there ? { priority: highest(there, priority), item: make(name, there, item) } : { priority, item }
  })
  const others = [...byGroup].map(([name, there]) => ({
    priority: highest(there, 0),
    item: make(name, there, undefined),
  }))
  return [...merged, ...others].sort((a, b) => b.priority - a.priority).map(({ item }) => item)
}

const highest = (there: readonly Remote[], least: number): number =>
  there.reduce((most, { groupPriority }) => Math.max(most, groupPriority), least)

/** An APIGroup without kind and apiVersion. */
export interface GroupBody {
  readonly name: string
  readonly versions: readonly { readonly groupVersion: string; readonly version: string }[]
  readonly preferredVersion: object | undefined
}

export function groupBodyWith(name: string, there: readonly Remote[], here: GroupBody | undefined): GroupBody {
  const more = there.map(({ group, version }) => ({ groupVersion: apiVersionOf({ group, version }), version }))
  const known = new Set(here?.versions.map(({ version }) => version))
  const versions = [...(here?.versions ?? []), ...more.filter(({ version }) => !known.has(version))]
  return { name, versions, preferredVersion: versions[0] }
}

/** An APIGroupDiscovery. */
export interface GroupDiscovery {
  readonly metadata: object
  readonly versions: readonly { readonly version: string }[]
}

export function groupDiscoveryWith(
  name: string,
  there: readonly Remote[],
  here: GroupDiscovery | undefined,
): GroupDiscovery {
  const theirs = new Map(there.map((remote) => [remote.version, versionDiscovery(remote)]))
  // A version that is here too is answered there, and so it is told of.
  const ours = (here?.versions ?? []).map((own) => theirs.get(own.version) ?? own)
  for (const { version } of ours) theirs.delete(version)
  return { metadata: here?.metadata ?? { name }, versions: [...ours, ...theirs.values()] }
}

/** What was told last, marked when the server does not answer now. */
function versionDiscovery({ version, resources = [], discovered, isFresh }: Remote) {
  const shown = discovered ?? resourcesOf(resources)
  return {
    version,
    ...(shown.length > 0 ? { resources: shown } : {}),
    freshness: isFresh ? 'Current' : 'Stale',
  }
}

function resourcesOf(resources: readonly RemoteResource[]): object[] {
  const shown = new Map<string, { readonly subresources?: readonly object[] }>()
  for (const resource of resources) {
    const [plural = '', subresource] = resource.name.split('/')
    if (subresource === undefined) shown.set(plural, { ...shown.get(plural), ...mainOf(resource) })
    else {
      const orphan = { resource: plural, ...scopeOf(resource), verbs: [] }
      const parent: { readonly subresources?: readonly object[] } = shown.get(plural) ?? (orphan as object)
      const part = { subresource, responseKind: kindOf(resource), verbs: resource.verbs ?? [] }
      shown.set(plural, { ...parent, subresources: [...(parent.subresources ?? []), part] })
    }
  }
  return [...shown.values()]
}

const scopeOf = ({ namespaced }: RemoteResource) => ({ scope: namespaced ? 'Namespaced' : 'Cluster' })

/** As told: what is left out is that of the group-version, and said nowhere, as upstream. */
const kindOf = ({ group = '', version = '', kind = '' }: RemoteResource) => ({ group, version, kind })

function mainOf(resource: RemoteResource): object {
  const { name, singularName, verbs = [], shortNames = [], categories = [] } = resource
  return {
    resource: name,
    responseKind: kindOf(resource),
    ...scopeOf(resource),
    singularResource: singularName ?? '',
    verbs,
    ...(shortNames.length ? { shortNames } : {}),
    ...(categories.length ? { categories } : {}),
  }
}
