/** The aggregation seam: whole group-versions are answered by other servers. */
import type { User } from '../auth/contract.js'
import type { View } from '../admission/contract.js'
import type { KubeObject } from '../meta/index.js'
import type { Guarded, RawRequest, SubresourceAnswer } from '../registry/contract.js'

/** A group-version that is answered elsewhere, and what its server has told of it. */
export interface RemoteVersion {
  readonly group: string
  readonly version: string
  /** The higher first, among groups and among the versions of one. */
  readonly groupPriority: number
  readonly versionPriority: number
  /** APIResourceList.resources as it was told last; undefined: never. */
  readonly resources: readonly RemoteResource[] | undefined
  /** APIResourceDiscovery of apidiscovery.k8s.io/v2 as its server has told them, where it tells nothing else. */
  readonly discovered?: readonly object[] | undefined
  /** Whether the server answers now, and tells what it serves. */
  readonly isFresh: boolean
  /** Under which its OpenAPI v3 document stands there: path and query; undefined: it has none. */
  readonly openapi: string | undefined
}

/** APIResource of meta/v1. */
export interface RemoteResource {
  readonly name: string
  readonly singularName?: string
  readonly namespaced?: boolean
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  readonly verbs?: readonly string[]
  readonly shortNames?: readonly string[]
  readonly categories?: readonly string[]
  readonly storageVersionHash?: string
}

/** A request that another server is to answer, authorized already. */
export interface RemoteRequest {
  readonly method: string
  readonly user: User
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly raw: RawRequest
  readonly signal: AbortSignal
}

/** What comes back: the other server's answer, or an upgrade. */
export type RemoteAnswer = Exclude<SubresourceAnswer, { readonly object: KubeObject }>

/** OpenAPI v2 as the server of a group-version tells it. */
export interface RemoteSwagger {
  readonly group: string
  readonly version: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly definitions: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

export interface Aggregation {
  /** Whether it is answered elsewhere. Cost: nothing while nothing is. */
  has(group: string, version: string): boolean
  /** All, the best first; the same array until something changes. */
  all(): readonly RemoteVersion[]
  /** Of a group that this server answers itself, on the scale of `groupPriority`; undefined: its APIServices tell none. */
  priorityOf(group: string): number | undefined
  /** Of the servers that answer, asked now unless they were within a minute; the same array until one says something else. */
  swaggers(): Promise<readonly RemoteSwagger[]>
  /** Passes the request on and its answer back, streams and upgrades too. Throws 503 when the server can't be reached. */
  relay(group: string, version: string, request: RemoteRequest): Promise<RemoteAnswer>
  close(): void
}

export interface AggregationPlugin {
  readonly views: readonly string[]
  /** Called once, when the views are open. */
  open(context: { view(groupPlural: string): View; readonly guarded: Guarded }): Aggregation
}
