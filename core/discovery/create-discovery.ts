import { createHash } from 'node:crypto'
import type { Definition } from '../schema/index.js'
import { type AggregatedVersion, aggregatedList, discoveryGroup } from './aggregated.js'
import { type PriorityOf, type ServedGroup, servedGroups } from './groups.js'
import type { Remote } from './remote.js'
import { apiGroup, apiGroupList, apiResourceList, apiVersions } from './legacy.js'

export interface DiscoveryDocument {
  readonly bytes: Uint8Array
  readonly contentType: string
  /** Of aggregated documents, quoted as the header wants it. */
  readonly etag?: string
}

/** `plain`: the documents every client knows; else the aggregated ones, which only `/api` and `/apis` have. */
export type DiscoveryForm = 'plain' | AggregatedVersion

export interface Discovery {
  /** The document at a path of segments (`['apis', 'apps', 'v1']`); undefined when nothing is served there. Made once a change of definitions. */
  document(segments: readonly string[], form: DiscoveryForm): DiscoveryDocument | undefined
  /** Of every group and version, sorted. */
  paths(): readonly string[]
}

/** What other servers answer. */
export interface Elsewhere {
  /** The same array until something changes. */
  all(): readonly Remote[]
  /** Of groups that this server answers, among theirs. */
  readonly priorityOf: PriorityOf
}

const nothing: readonly Remote[] = []
const nowhere: Elsewhere = { all: () => nothing, priorityOf: () => undefined }

/** `definitions` gives the same array until it changes. `address`: where clients reach the server, `host:port`. */
export function createDiscovery(
  definitions: () => readonly Definition[],
  address: () => string,
  { all: remotes, priorityOf }: Elsewhere = nowhere,
): Discovery {
  let seen: readonly Definition[] | undefined
  let elsewhere: readonly Remote[] | undefined
  let groups: readonly ServedGroup[] = []
  const made = new Map<string, DiscoveryDocument | undefined>()

  return {
    paths: () => pathsOf(servedGroups(definitions()), remotes()),
    document(segments, form) {
      const now = definitions()
      const there = remotes()
      if (now !== seen || there !== elsewhere) {
        seen = now
        elsewhere = there
        groups = servedGroups(now, priorityOf)
        made.clear()
      }
      const aggregated = form !== 'plain' && segments.length === 1
      const key = `${aggregated ? form : ''}/${segments.join('/')}`
      let document = made.get(key)
      if (document) return document
      document = aggregated
        ? makeAggregated(groups, there, { root: segments[0]!, form })
        : makePlain(groups, segments, { address, remotes: there })
      if (document) made.set(key, document)
      return document
    },
  }
}

function pathsOf(groups: readonly ServedGroup[], remotes: readonly Remote[]): readonly string[] {
  const own = groups.flatMap(({ name, versions }) => {
    const root = name === '' ? '/api' : `/apis/${name}`
    return [root, ...versions.map((version) => `${root}/${version.name}`)]
  })
  const theirs = remotes.flatMap(({ group, version }) => [`/apis/${group}`, `/apis/${group}/${version}`])
  return [...new Set([...own, ...theirs])].sort()
}

function makeAggregated(
  groups: readonly ServedGroup[],
  remotes: readonly Remote[],
  { root, form }: { readonly root: string; readonly form: AggregatedVersion },
): DiscoveryDocument | undefined {
  const shown = groups.filter((group) => (group.name === '') === (root === 'api'))
  const bytes = Buffer.from(`${JSON.stringify(aggregatedList(shown, form, root === 'api' ? [] : remotes))}\n`)
  const etag = `"${createHash('sha256').update(bytes).digest('hex').toUpperCase()}"`
  const contentType = `application/json;g=${discoveryGroup};v=${form};as=APIGroupDiscoveryList`
  return { bytes, contentType, etag }
}

function makePlain(
  groups: readonly ServedGroup[],
  [root, ...rest]: readonly string[],
  { address, remotes }: { readonly address: () => string; readonly remotes: readonly Remote[] },
): DiscoveryDocument | undefined {
  const [groupName, versionName] = root === 'api' ? ['', rest[0]] : rest
  const group = groups.find((each) => each.name === groupName)
  const value =
    rest.length === 0
      ? root === 'api'
        ? apiVersions(group, address())
        : apiGroupList(groups, remotes)
      : versionName === undefined
        ? apiGroup(groupName ?? '', group, remotes)
        : group && resourcesOf(group, versionName)
  return value && { bytes: Buffer.from(`${JSON.stringify(value)}\n`), contentType: 'application/json' }
}

function resourcesOf(group: ServedGroup, versionName: string): object | undefined {
  const version = group.versions.find((each) => each.name === versionName)
  return version && apiResourceList(group.name, versionName, version.resources)
}
