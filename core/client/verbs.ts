/** The options and answers of the client's verbs, in Kubernetes' words. */
import type { KubeObject } from '../meta/index.js'

/** Where one object is. `namespace` is left out for cluster-scoped kinds. */
export interface Place {
  readonly namespace?: string
  readonly name: string
}

export interface CallOptions {
  readonly signal?: AbortSignal
}

/** `own-store`: asked is what the server itself stores of the kind, though another server answers its group-version. Servers that don't know this answer as always. */
export interface StoreOptions extends CallOptions {
  readonly prefer?: 'own-store'
}

export interface GetOptions extends CallOptions {
  readonly resourceVersion?: string
  /** Only metadata comes (PartialObjectMetadata). */
  readonly metadataOnly?: boolean
}

export interface Selection {
  /** Left out: all namespaces. */
  readonly namespace?: string
  readonly labelSelector?: string
  readonly fieldSelector?: string
}

export interface ListOptions extends Selection, GetOptions, StoreOptions {
  readonly limit?: number
  readonly continue?: string
  readonly resourceVersionMatch?: 'Exact' | 'NotOlderThan'
}

export interface ObjectList<T> {
  readonly metadata: {
    readonly resourceVersion?: string
    readonly continue?: string
    readonly remainingItemCount?: number
  }
  readonly items: T[]
}

export interface WatchOptions extends Selection, CallOptions {
  /** Events after this revision; left out: from the state at the start, as ADDED events. */
  readonly resourceVersion?: string
  readonly metadataOnly?: boolean
  /** The state first, then a bookmark annotated `k8s.io/initial-events-end`. */
  readonly sendInitialEvents?: boolean
  /** Asks the server to end the watch after so many seconds. */
  readonly timeoutSeconds?: number
}

/** `BOOKMARK` objects carry a resourceVersion and nothing else: everything up to it has been sent. */
export interface ObjectEvent<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'
  readonly object: T
}

export interface WriteOptions extends CallOptions {
  readonly fieldManager?: string
  readonly dryRun?: boolean
  readonly fieldValidation?: 'Ignore' | 'Warn' | 'Strict'
  /** `status`, `scale` ... */
  readonly subresource?: string
}

/** Of the answer to a write no more is asked than the new revision (`Prefer: return=minimal`, RFC 7240): for callers who read their objects from a cache. Servers that don't know this answer the object all the same. */
export interface RevisionOnly extends WriteOptions {
  readonly answer: 'revision'
}

/** What `RevisionOnly` promises of an answer. */
export interface Revised {
  readonly metadata: { readonly resourceVersion?: string }
}

export interface ApplyOptions extends WriteOptions {
  readonly fieldManager: string
  /** Takes fields that other managers own. */
  readonly force?: boolean
}

export type Patch =
  | { readonly type: 'json'; readonly body: readonly JsonPatchOperation[] }
  | { readonly type: 'merge' | 'strategic'; readonly body: object }

export interface JsonPatchOperation {
  readonly op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test'
  readonly path: string
  readonly from?: string
  readonly value?: unknown
}

export interface DeleteOptions extends StoreOptions {
  /** Refused with Conflict when the object of that name has another uid or revision. */
  readonly uid?: string
  readonly resourceVersion?: string
  readonly propagationPolicy?: 'Orphan' | 'Background' | 'Foreground'
  readonly gracePeriodSeconds?: number
  readonly dryRun?: boolean
}

/** What a delete answers: the object while it lingers (grace, finalizers), else a Status or the last state. */
export type Deleted = KubeObject & { readonly status?: unknown }
