/** The admission seam: mutate in sequence, then validate in parallel. In-tree plugins are trusted; those that ask nobody are synchronous on the API's loop, those that do (webhooks) are awaited, by the requests that they admit alone. */
import type { Attributes, Decision, User } from '../auth/contract.js'
import type { MaybePromise } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import type { AdmittedVersions, Guarded, ServedKinds } from '../registry/contract.js'
import type { AdmissionExpressions } from '../schema/index.js'

export interface AdmissionRequest {
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT'
  /** Of what is stored: its group, and the version that `object` and `oldObject` have. */
  readonly group: string
  readonly version: string
  /** Under which group and version the client has asked. */
  readonly askedGroup: string
  readonly askedVersion: string
  readonly plural: string
  readonly kind: string
  readonly subresource: string
  readonly namespace: string
  readonly name: string
  readonly user: User
  readonly dryRun: boolean
  /** What the client has said of how the write is to be done: members of its CreateOptions, UpdateOptions or DeleteOptions; left out: nothing. */
  readonly options?: Readonly<Record<string, unknown>>
  /** Within which the client wants its answer, from when admission begins; left out: a minute, as for all requests. */
  readonly timeoutMs?: number
  /** The name was made of generateName: upstream makes it only after mutation. */
  readonly generatesName?: boolean
  /** A deletecollection asks for it: upstream tells policies no name then. */
  readonly ofCollection?: boolean
  /** A part of what a plugin does for a request that has been admitted already (the pod's change in a binding): no question for policies. */
  readonly inner?: boolean
  /** The object to be stored; mutators may change it in place. Undefined for DELETE. */
  readonly object: KubeObject | undefined
  readonly oldObject: KubeObject | undefined
  /** What `object` states, though empty, and so does not hold: paths of lists and maps (`spec.overhead`). Left out: nothing. */
  readonly empty?: readonly string[]
  /** Shows a `Warning:` header to the client. */
  warn(message: string): void
}

export type Settlement = 'committed' | 'refused' | 'dryRun'

export interface AdmissionPlugin {
  readonly name: string
  /** Kinds of which the plugin needs a read-only View, as `group/plural`. All of the kind's objects are kept in memory for it: none for kinds of which there are many (pods); those are read when they are asked for. */
  readonly views?: readonly string[]
  /** `once`: it mutates after all rounds of the others, so that what it takes is taken once. */
  readonly mutates?: 'once'
  /** What it puts into an object says all that the kind's defaults would: they are not filled in again after it. */
  readonly complete?: true
  /** `late`: it validates when those before it have let the request pass, as it asks others. `last`: when all have, so that what it reserves is not held while they think. */
  readonly validates?: 'late' | 'last'
  /** Called once, when the views are open. */
  open?(context: AdmissionContext): void
  /** Cheap test, asked before anything else of the plugin. */
  admits(request: AdmissionRequest): boolean
  /**
   * Changes `request.object` in place, or throws a StatusError. May answer a function that is called exactly once with what became of the request;
   * or `again`: the object is now so different that all plugins are to mutate it once more, when all have had their turn (upstream's reinvocation). Asked again, its answer `again` means nothing.
   */
  mutate?(
    request: AdmissionRequest,
    context: AdmissionContext,
  ): MaybePromise<void | 'again' | ((settlement: Settlement) => void)>
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
  /** A request's objects in the versions that policies and webhooks want to see. */
  readonly versions: AdmittedVersions
  /** Objects of any kind, for what policies take as parameters. */
  readonly kinds: ServedKinds
  authorize(attributes: Attributes): MaybePromise<Decision>
  /** A compiler for the expressions of one policy, or of one webhook configuration. */
  expressions(): AdmissionExpressions
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
  /** Whether one of them may have left out what defaults would say. */
  readonly leavesDefaults: boolean
  /** Asks all validators; throws the first refusal in the chain's order, after all have answered. */
  validate(): MaybePromise<void>
  settle(settlement: Settlement): void
}
