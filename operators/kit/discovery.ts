/** What an API serves: asked in one request where aggregated discovery is known, group by group elsewhere. */
import type { Client } from '../../core/client/index.js'
import { type KindToken, parseApiVersion, StatusError } from '../../core/meta/index.js'

export interface Served {
  readonly kind: KindToken
  readonly verbs: readonly string[]
}

export interface Discovered {
  /** Each resource once, in its group's preferred version. */
  readonly served: readonly Served[]
  /** `group/version` of those that could not be asked, with the reason. */
  readonly failed: ReadonlyMap<string, string>
}

const aggregated = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;q=0.9'

/** Throws when the API does not answer at all. Cost: two requests, or one for each group of an old server. */
export async function discover(client: Client, signal?: AbortSignal): Promise<Discovered> {
  const read = async (url: string, accept: string) => {
    const answer = await client.request({ method: 'GET', url, headers: { accept }, ...(signal ? { signal } : {}) })
    return JSON.parse(Buffer.from(answer.body).toString()) as Answer
  }
  const [core, groups] = await Promise.all([read('/api', aggregated), read('/apis', aggregated)])
  if (core.kind === 'APIGroupDiscoveryList' && groups.kind === 'APIGroupDiscoveryList') {
    return readAggregated([...(core.items ?? []), ...(groups.items ?? [])])
  }
  const preferred = (groups.groups ?? []).map(({ preferredVersion, versions }) =>
    String((preferredVersion ?? versions[0])?.groupVersion),
  )
  return readEach(['v1', ...preferred], (groupVersion) => read(pathOf(groupVersion), 'application/json'))
}

interface Answer {
  readonly kind?: string
  readonly items?: readonly AggregatedGroup[]
  readonly groups?: readonly {
    readonly preferredVersion?: { readonly groupVersion: string }
    readonly versions: readonly { readonly groupVersion: string }[]
  }[]
  readonly resources?: readonly {
    readonly name: string
    readonly kind: string
    readonly namespaced: boolean
    readonly verbs?: readonly string[]
  }[]
}

interface AggregatedGroup {
  readonly metadata: { readonly name?: string }
  readonly versions: readonly {
    readonly version: string
    readonly freshness?: string
    readonly resources?: readonly {
      readonly resource: string
      readonly scope: string
      readonly verbs?: readonly string[]
      readonly responseKind?: { readonly kind?: string }
    }[]
  }[]
}

function readAggregated(groups: readonly AggregatedGroup[]): Discovered {
  const served = new Map<string, Served>()
  const failed = new Map<string, string>()
  for (const { metadata, versions } of groups) {
    const group = metadata.name ?? ''
    for (const { version, freshness, resources = [] } of versions) {
      if (freshness === 'Stale') failed.set(group ? `${group}/${version}` : version, 'stale GroupVersion discovery')
      for (const { resource, scope, verbs = [], responseKind } of resources) {
        const kind = {
          group,
          version,
          kind: responseKind?.kind ?? '',
          plural: resource,
          namespaced: scope === 'Namespaced',
        }
        // Versions come in order of preference.
        if (!served.has(`${group}/${resource}`)) served.set(`${group}/${resource}`, { kind, verbs })
      }
    }
  }
  return { served: [...served.values()], failed }
}

async function readEach(
  groupVersions: readonly string[],
  read: (groupVersion: string) => Promise<Answer>,
): Promise<Discovered> {
  const failed = new Map<string, string>()
  const lists = await Promise.all(
    groupVersions.map(async (groupVersion) => {
      try {
        const { resources = [] } = await read(groupVersion)
        return resources.map((resource) => servedOf(groupVersion, resource))
      } catch (error) {
        if (!(error instanceof StatusError)) throw error
        failed.set(groupVersion, error.message)
        return []
      }
    }),
  )
  return { served: lists.flat().filter(({ kind }) => !kind.plural.includes('/')), failed }
}

function servedOf(groupVersion: string, resource: NonNullable<Answer['resources']>[number]): Served {
  const { name, kind, namespaced, verbs = [] } = resource
  return { kind: { ...parseApiVersion(groupVersion), kind, plural: name, namespaced }, verbs }
}

function pathOf(groupVersion: string): string {
  return groupVersion.includes('/') ? `/apis/${groupVersion}` : `/api/${groupVersion}`
}
