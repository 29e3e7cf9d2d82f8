/** The kind and subresource seams: what definitions as data can't say. */
import type { AdmissionRequest, View } from '../admission/contract.js'
import type { User } from '../auth/contract.js'
import type { MaybePromise } from '../kit/index.js'
import type { KubeObject, StatusCause } from '../meta/index.js'
import type { AdmissionExpressions, Conversion, Definition, expressionError, RowCondition } from '../schema/index.js'

/** What a plugin of the kind seam is handed. */
export interface KindContext {
  readonly user: User
  readonly operation: 'create' | 'update' | 'statusUpdate'
  /** That the request names; differs from the plugin's where a kind is served under two (`storedAs`). */
  readonly group: string
  /** What the object states, though empty: `spec.devices`. It is not in the object. */
  readonly empty: readonly string[]
  /** Through which the object is written; '' for the resource itself. */
  readonly subresource: string
  /** Nothing comes of it. */
  readonly dryRun: boolean
  now(): number
  warn(message: string): void
  /** What is served, for kinds that bring others. */
  readonly definitions: { all(): readonly Definition[] }
  /** All that keeps a schema from being one that can be served; `field` is where it stands. */
  schemaErrors(schema: unknown, field: string): readonly StatusCause[]
  /** All that keeps a declared conversion from being one that loses nothing; `field` is where it stands. */
  conversionErrors(declared: string, versions: readonly unknown[], field: string): readonly StatusCause[]
  /** Why an expression of a kind's own can't be used, which names what is said; undefined: it can. */
  readonly expressionError: typeof expressionError
  /** A compiler for the expressions of one admission policy, or of one webhook configuration. */
  admissionExpressions(...types: ConstructorParameters<typeof AdmissionExpressions>): AdmissionExpressions
}

/** Behaviour of one kind that its definition can't express; every member optional, all synchronous and pure. */
export interface KindPlugin {
  readonly group: string
  readonly plural: string
  /** Turns an object of another version (or of a kind that is `storedAs` this one, and back) into this group and version, in place; without it only apiVersion and kind differ. */
  convert?(object: KubeObject, to: { readonly group: string; readonly version: string }): void
  /** As soon as a body is read, and so before it is recorded who owns what; changes `object` in place (upstream's conversion into its inner form). What is applied is owned as it is stated: of that `prepare` has to make the same. */
  receive?(object: KubeObject): void
  /** Whenever the schema's defaults were set: those that data can't say, in place; before it is recorded who owns what. A second time changes nothing. */
  fill?(object: KubeObject): void
  /** After defaulting and before validation; changes `object` in place (Secret's stringData, Pod's qosClass, deprecated fields ...). */
  prepare?(object: KubeObject, old: KubeObject | undefined, context: KindContext): void
  /** As whom `prepare` writes the status, and members of it that are nobody's; without it what is prepared is owned by nobody. */
  readonly statusWriter?: { readonly manager: string; readonly unowned: readonly string[] }
  /** Whether a cause that the schema tells is not told of this object: where upstream looks no further (the second source of a volume). Asked of an object that something is wrong with, and of nothing else. */
  overlooks?(cause: StatusCause, object: KubeObject, old: KubeObject | undefined, context: KindContext): boolean
  /** All that is wrong, beyond the schema. */
  validate?(object: KubeObject, old: KubeObject | undefined, context: KindContext): readonly StatusCause[]
  /** Which limit of its own an object breaks that is too large to be stored: told instead of that. Cost: little, for megabytes. */
  outgrown?(object: KubeObject): readonly StatusCause[]
  /** What its writer is warned of, of an object that nothing is wrong with. */
  warnings?(object: KubeObject, old: KubeObject | undefined, context: KindContext): readonly string[]
  /** Its deletion begins; changes `object` in place: it must add a finalizer, that somebody takes off before the object goes. Nothing else changes but that it has a deletionTimestamp: neither generation nor grace period, and what is asked about dependents is asked again (upstream's definitions). */
  leave?(object: KubeObject, now: number): void
  /** Cells of columns whose source is `computed`, by name. Errors thrown show as `<unknown>`. */
  readonly columns?: Readonly<Record<string, (object: KubeObject, now: number) => string | number | boolean | null>>
  /** Conditions of an object's row in Tables. */
  readonly rowConditions?: (object: KubeObject) => readonly RowCondition[]
  /** Values of selectable fields that are not plain paths. */
  readonly fields?: Readonly<Record<string, (object: KubeObject) => string>>
}

/** A guarded way to read and write through the funnel's own verbs, under the plugin's identity; never around authorization's and admission's back. */
export interface Guarded {
  get(groupPlural: string, namespace: string, name: string): Promise<KubeObject>
  list(groupPlural: string, namespace: string, labelSelector: string): Promise<readonly KubeObject[]>
  create(
    groupPlural: string,
    namespace: string,
    object: KubeObject,
    options?: { readonly dryRun?: boolean },
  ): Promise<KubeObject>
  /** Reads, lets `change` alter a copy, writes; again when it loses the race. `change` throws to refuse. With `subresource` a plugin's own (binding), spec and status may change in the one write, `change` replaces what lies deeper than `spec.nodeName` instead of altering it, and the generation stands (upstream's binding leaves it at 1). */
  update(
    groupPlural: string,
    namespace: string,
    name: string,
    change: (object: KubeObject) => void,
    options?: {
      readonly dryRun?: boolean
      readonly subresource?: string
      /** As in `delete`; through a subresource alone, and then `change` is asked as one of a plugin's own is. */
      readonly admitted?: boolean
    },
  ): Promise<void>
  delete(
    groupPlural: string,
    namespace: string,
    name: string,
    options?: {
      readonly gracePeriodSeconds?: number
      readonly dryRun?: boolean
      readonly uid?: string
      /** The request that asks for it has been admitted: webhooks and policies are not asked about the deletion (upstream's eviction). */
      readonly admitted?: boolean
    },
  ): Promise<void>
}

/** A request to a subresource (or to a create-only kind), authorized already. */
export interface SubresourceRequest {
  readonly method: string
  readonly user: User
  readonly namespace: string
  readonly name: string
  /** What follows the subresource's name in the path (proxy). */
  readonly rest: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly dryRun: boolean
  /** Decoded body, undefined when there is none, and for raw plugins. */
  readonly object: KubeObject | undefined
  /** For raw plugins alone. */
  readonly raw?: RawRequest
  readonly signal: AbortSignal
}

export interface RawRequest {
  /** Path and query as they came, not decoded. */
  readonly url: string
  /** Address of the client's end of the connection; '' when there is none. */
  readonly peer: string
  /** An upgrade of the connection is asked for: the answer may be one. */
  readonly upgrade: boolean
  /** The body as it comes, of any size and type. Called at most once. */
  stream(): AsyncIterable<Uint8Array>
}

export type SubresourceAnswer =
  | { readonly status: number; readonly object: KubeObject }
  /** Bytes as they come (logs). */
  | {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly stream: AsyncIterable<Uint8Array>
    }
  /** What another server has answered, as it is: no header is added but the API's own. A stream that throws cuts the client's connection, so that it notices. */
  | {
      readonly relayed: {
        readonly status: number
        readonly headers: Readonly<Record<string, string | readonly string[]>>
        readonly body: Uint8Array | AsyncIterable<Uint8Array>
      }
    }
  /** An upgrade that the plugin carries on its own: it is given the client's socket after the funnel has let it through. */
  | {
      readonly upgrade: (
        socket: import('node:stream').Duplex,
        head: Uint8Array,
        rawRequest: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
      ) => void
    }

/** Answers one subresource, or the create of a create-only kind (then `subresource` is ''). */
export interface SubresourcePlugin {
  readonly group: string
  readonly plural: string
  readonly subresource: string
  readonly views?: readonly string[]
  /** Takes every method, and bodies and queries that mean nothing to the API (proxy). */
  readonly raw?: boolean
  /** apiVersions that a body may say, besides that of its kind. */
  readonly alsoVersions?: readonly string[]
  answer(
    request: SubresourceRequest,
    context: { readonly guarded: Guarded; view(groupPlural: string): View; now(): number },
  ): MaybePromise<SubresourceAnswer>
}

/** Tells the objects of a kind of which nothing is stored. They have no resourceVersion, and can't be watched. */
export interface TellerPlugin {
  readonly group: string
  readonly plural: string
  /** As they are now, whole, in order of name. `name`: this one alone is asked for; the others may be left out. */
  tell(context: { readonly guarded: Guarded; now(): number }, name: string): MaybePromise<readonly KubeObject[]>
}

/** The way between versions that a definition names in `spec.conversion`, where apiVersion alone is not all that differs. */
export interface ConversionPlugin {
  /** The `spec.conversion.strategy` that it answers. */
  readonly strategy?: string
  /** Or the annotation of a definition with strategy None that it answers. */
  readonly annotation?: string
  /** Cheap, and without side effects: called whenever the definition is read. Settings that are not understood are told when something is converted. */
  open(settings: ConversionSettings, context: { readonly guarded: Guarded }): Conversion
}

export interface ConversionSettings {
  /** `spec.conversion` as it is stored, or the annotation's text. */
  readonly conversion: unknown
  readonly group: string
  readonly kind: string
}

/** A resource, and the kind that its requests' bodies are of, in one version. */
export interface AskedAs {
  readonly group: string
  readonly version: string
  readonly plural: string
  readonly kind: { readonly group: string; readonly version: string; readonly kind: string }
}

/** The objects of admission requests, in the version that a policy or webhook wants to see. Costs nothing until it is asked. */
export interface AdmittedVersions {
  /** All under which the same objects are served (upstream's equivalent resources): first as the client asked. */
  all(request: AdmissionRequest): readonly AskedAs[]
  /** A copy of `object`, one of the request's, in that version; of a scale subresource the Scale. At once but where a webhook converts. */
  present(request: AdmissionRequest, object: KubeObject, as: AskedAs): MaybePromise<KubeObject>
  /** `request.object` becomes what was made of its presentation: decoded, converted, defaulted; what the request can't change stays. Throws StatusErrors for what can't be its object. */
  take(request: AdmissionRequest, changed: KubeObject, as: AskedAs): MaybePromise<void>
  /** Whether two states of an object in that version are the same: of built-in kinds nothing and what is empty are. Cost: two decodings, where they are not the same JSON. */
  isSame(a: KubeObject, b: KubeObject, as: AskedAs): boolean
  /** `object`, changed in place, or what a JSON patch puts in its place. Throws as a request with that patch. */
  patched(object: KubeObject, operations: unknown): KubeObject
  /** `object`, which is in that version, with an applied configuration laid over it, parts shared. Throws an Error in upstream's words for one that can't be. */
  merged(object: KubeObject, configuration: KubeObject, as: AskedAs): KubeObject
}

export interface ServedKind {
  readonly group: string
  readonly version: string
  readonly plural: string
  readonly namespaced: boolean
}

/** Objects of any kind by apiVersion and kind, people's own too; read past the rights of whoever makes the request. */
export interface ServedKinds {
  /** Undefined: no such kind is served. */
  find(apiVersion: string, kind: string): ServedKind | undefined
  /** Undefined: there is none. */
  get(kind: ServedKind, namespace: string, name: string): Promise<KubeObject | undefined>
  /** `labelSelector` '': all. */
  list(kind: ServedKind, namespace: string, labelSelector: string): Promise<readonly KubeObject[]>
}
