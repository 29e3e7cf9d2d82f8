/** The admission seam: mutate in sequence, then validate in parallel. In-tree plugins are trusted and synchronous on the API's loop. */
import type { User } from '../auth/contract.js'
import type { MaybePromise } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import type { Guarded } from '../registry/contract.js'

export interface AdmissionRequest {
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT'
  readonly group: string
  readonly version: string
  readonly plural: string
  readonly kind: string
  readonly subresource: string
  readonly namespace: string
  readonly name: string
  readonly user: User
  readonly dryRun: boolean
  /** The object to be stored; mutators may change it in place. Undefined for DELETE. */
  readonly object: KubeObject | undefined
  readonly oldObject: KubeObject | undefined
  /** Shows a `Warning:` header to the client. */
  warn(message: string): void
}

export type Settlement = 'committed' | 'refused' | 'dryRun'

export interface AdmissionPlugin {
  readonly name: string
  /** Kinds of which the plugin needs a read-only View, as `group/plural`. */
  readonly views?: readonly string[]
  /** Cheap test, asked before anything else of the plugin. */
  admits(request: AdmissionRequest): boolean
  /** Changes `request.object` in place, or throws a StatusError. May answer a function that is called exactly once with what became of the request. */
  mutate?(request: AdmissionRequest, context: AdmissionContext): MaybePromise<void | ((settlement: Settlement) => void)>
  /** Throws a StatusError to refuse. */
  validate?(
    request: AdmissionRequest,
    context: AdmissionContext,
  ): MaybePromise<void | ((settlement: Settlement) => void)>
}

export interface AdmissionContext {
  /** The View of a kind that the plugin declared. */
  view(groupPlural: string): View
  now(): number
  /** Writes under the server's own identity, for what a plugin must keep elsewhere (quota). */
  readonly guarded: Guarded
}

/** A read-only, always current picture of one kind's objects, decoded on demand; fed by the stream of commits. */
export interface View {
  get(namespace: string, name: string): KubeObject | undefined
  list(namespace?: string): Iterable<KubeObject>
  /** Calls `listener` after each change. */
  onChange(listener: (key: { readonly namespace: string; readonly name: string }) => void): void
}

/** All plugins in order, as the registry calls them. */
export interface AdmissionChain {
  /** Undefined when no plugin cares for the request. */
  begin(request: AdmissionRequest): Passage | undefined
}

/** One request on its way through the chain. Invariant: `settle` is called exactly once, whatever happened before; it never throws. */
export interface Passage {
  /** Lets the plugins change `request.object` one after the other, in the chain's order. Throws what the first refusing one throws. */
  mutate(): MaybePromise<void>
  /** Whether a plugin has had the chance to change the object. */
  readonly mutates: boolean
  /** Asks all validators; throws the first refusal in the chain's order, after all have answered. */
  validate(): MaybePromise<void>
  settle(settlement: Settlement): void
}
