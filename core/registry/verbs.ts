/** The verbs of a resource as the funnel calls them: what the registry offers. Each throws StatusErrors. */
import type { User } from '../auth/contract.js'
import type { MaybePromise } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import type { Definition, DefinitionVersion, Subresource } from '../schema/index.js'
import type { StoredRecord } from '../storage/index.js'
import type { WatchEvent } from '../watch/index.js'

/** A resource at the version asked for. */
export interface Resource {
  readonly definition: Definition
  readonly version: DefinitionVersion
}

export interface Target {
  readonly resource: Resource
  /** '' for cluster-scoped resources, and for a list over all namespaces. */
  readonly namespace: string
  /** '' for collections. */
  readonly name: string
  /** `status` and `scale` are the registry's; others are plugins'. */
  readonly subresource?: Subresource
}

/** Who writes, and how. */
export interface WriteContext {
  readonly user: User
  readonly dryRun: boolean
  /** From fieldManager or the user agent's first part; never empty. */
  readonly fieldManager: string
  readonly fieldValidation: 'Ignore' | 'Warn' | 'Strict'
  /** What the client has said of these, as it has; left out: nothing. Admission shows it. */
  readonly options?: Readonly<Record<string, unknown>>
  /** What stood twice in the body's text; left out: nothing. Told with what is unknown, as fieldValidation says. */
  readonly repeated?: Repeated
  /** `stands`: metadata.generation is left alone, whatever changes. */
  readonly generation?: 'stands'
  /** The deletion of one of many: admission is told so. */
  readonly ofCollection?: boolean
  /** A plugin does it for a request that has been admitted. */
  readonly admitted?: boolean
  /** Within which the client wants its answer; left out: it has not said. */
  readonly timeoutMs?: number
  /** It is an apply, which is about who owns what. */
  readonly applies?: boolean
  /** Asked before an update or apply creates what is not there; throws 403. Left out: it may. */
  readonly mayCreate?: () => MaybePromise<void>
  /** There when the body is large: awaited between the steps of the write, so that others have their turn. */
  readonly pause?: () => Promise<void>
  /** `light`: a write over a heavy stored object is not begun, and one whose rules cost much is given up: it rejects with TooHeavyHere. Left out: it is carried out, however heavy. */
  readonly weight?: 'light'
  /** Shown to the client as a `Warning: 299 - "..."` header. */
  warn(message: string): void
}

/** Keys that stood more than once in a text. */
export interface Repeated {
  /** In the order of the text; `at` is where in it, `path` whose it is, '' when that is not known. */
  readonly complaints: readonly { readonly text: string; readonly at: number; readonly path: string }[]
  /** Where the member at `path` stands in the text; infinity when that is not known. */
  place(path: string): number
}

/** An object for a client: stored bytes that pass unparsed when version and stamp allow, else a decoded one. */
export type Answer = { readonly record: StoredRecord } | { readonly object: KubeObject }

export interface ListOptions {
  readonly labelSelector?: string
  readonly fieldSelector?: string
  readonly limit?: number
  readonly continue?: string
  readonly resourceVersion?: string
  readonly resourceVersionMatch?: string
  /** Of watches only: a list that has it is refused. */
  readonly sendInitialEvents?: boolean
}

export interface GetOptions {
  /** The answer is at least as new. */
  readonly resourceVersion?: string
}

export interface Listed {
  readonly items: readonly Answer[]
  /** 0: of none, nothing of it is stored. */
  readonly revision: number
  readonly continue?: string
  readonly remainingItemCount?: number
  /** Of a list that was asked for in pieces: there is more of the same snapshot. Rejects with 410 when that was forgotten meanwhile. */
  readonly rest?: () => Promise<Listed>
}

export interface WatchOptions {
  readonly labelSelector?: string
  readonly fieldSelector?: string
  readonly resourceVersion?: string
  readonly resourceVersionMatch?: string
  readonly sendInitialEvents?: boolean
  readonly allowWatchBookmarks?: boolean
  /** Of lists only: looked at by nobody but the rules of what goes together. */
  readonly continue?: string
}

/** What a watch delivers. `shared` events carry frames that all watchers share; `own` ones were converted for this version. */
export type Delivery =
  | { readonly kind: 'shared'; readonly event: WatchEvent }
  | { readonly kind: 'own'; readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'; readonly object: KubeObject }
  | { readonly kind: 'bookmark'; readonly revision: number; readonly initialEventsEnd: boolean }

export interface WatchReceiver {
  /** Events of the present state that it takes in a few milliseconds; left out: 500. */
  readonly atOnce?: number
  /** False: behind; `resume` on the handle continues. */
  deliver(deliveries: readonly Delivery[]): boolean
  /** The stream ends; with a Status to be sent as an ERROR event when there is one. */
  end(error?: import('../meta/index.js').Status): void
}

export interface DeleteOptions {
  readonly gracePeriodSeconds?: number
  readonly propagationPolicy?: 'Orphan' | 'Background' | 'Foreground'
  readonly orphanDependents?: boolean
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string }
}

export type PatchType =
  | 'application/json-patch+json'
  | 'application/merge-patch+json'
  | 'application/strategic-merge-patch+json'
  | 'application/apply-patch+yaml'

export interface Registry {
  /** All definitions, in order of discovery: built-in and people's own. */
  definitions(): readonly Definition[]
  /** Undefined: nothing is served there. */
  find(group: string, version: string, plural: string): Resource | undefined
  /** At once when storage has it at hand, and as new as asked for. Throws 400 for a bad resourceVersion, 504 for one that does not come. */
  get(target: Target, options?: GetOptions): MaybePromise<Answer>
  /** `inPieces`: an answer without a limit may be only its beginning, with `rest` to go on from; memory holds one piece. */
  list(target: Target, options: ListOptions, form?: 'inPieces'): Promise<Listed>
  /** Answers once the watch stands; deliveries may begin before that. Throws 400, 422, 504; a start that is too old ends the stream with a 410 Status. */
  watch(
    target: Target,
    options: WatchOptions,
    receiver: WatchReceiver,
  ): Promise<{ resume(): void; stop(): void; bookmark(): void }>
  /** Bodies are used up: changed in place, and part of what is answered. */
  create(target: Target, body: KubeObject, context: WriteContext): Promise<Answer>
  update(
    target: Target,
    body: KubeObject,
    context: WriteContext,
  ): Promise<{ readonly answer: Answer; readonly created: boolean }>
  /** An update of the object as it stands when the write comes to it: `change` alters it in place, is asked again when somebody was quicker, and throws to refuse. */
  modify(
    target: Target,
    change: (object: KubeObject) => void,
    context: WriteContext,
  ): Promise<{ readonly answer: Answer; readonly created: boolean }>
  /** `body` is the decoded patch: an array for JSON patch. */
  patch(
    target: Target,
    patch: { readonly type: PatchType; readonly body: unknown; readonly force: boolean },
    context: WriteContext,
  ): Promise<{ readonly answer: Answer; readonly created: boolean }>
  /** `gone`: removed, and `answer` is the last state; else it is on its way with finalizers or grace, and `answer` is the state it is in now. */
  delete(
    target: Target,
    options: DeleteOptions,
    context: WriteContext,
  ): Promise<{ readonly answer: Answer; readonly gone: boolean }>
  deleteCollection(
    target: Target,
    selection: ListOptions,
    options: DeleteOptions,
    context: WriteContext,
  ): Promise<Listed>
  close(): Promise<void>
}
