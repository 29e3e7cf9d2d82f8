/** Definitions as the server sees them: the shape of CustomResourceDefinition v1, compiled; the same for built-in kinds and for people's own. */
import type { MaybePromise } from '../kit/index.js'
import type { KubeObject, StatusCause } from '../meta/index.js'
import type { SchemaNode } from './schema-node.js'
import type { StructType } from './type.js'
import type { RawValidator } from './validate/raw-validator.js'

export interface Definition {
  readonly group: string
  readonly names: DefinitionNames
  readonly namespaced: boolean
  /** In order of discovery priority. */
  readonly versions: readonly DefinitionVersion[]
  readonly strategy: Strategy
  /** Built-in definitions are read-only and not stored. */
  readonly builtIn: boolean
  /** How an object gets from one version into another; left out: by apiVersion alone, or by a kind's plugin. */
  readonly conversion?: Conversion
  /** Being deleted, its objects first: nothing is created any more. */
  readonly closing?: boolean
}

/** What a definition names for the way between its versions. */
export interface Conversion {
  /** The objects in `apiVersion` (`group/version`), in the same order; they may be used up. Rejects with what a client is to see. `form`: of an applied configuration only what it states counts, and nothing is to be filled in. */
  convert(
    objects: readonly KubeObject[],
    apiVersion: string,
    form?: 'configuration',
  ): MaybePromise<readonly KubeObject[]>
  /** It holds nothing that all conversions of the process must share, and can be opened in every thread. */
  readonly isPortable?: boolean
}

export interface DefinitionNames {
  readonly kind: string
  readonly listKind: string
  readonly plural: string
  readonly singular: string
  readonly shortNames: readonly string[]
  readonly categories: readonly string[]
}

export interface DefinitionVersion {
  readonly name: string
  readonly served: boolean
  readonly storage: boolean
  readonly deprecationWarning?: string
  /** The verbs discovery lists, in upstream's order. */
  readonly verbs: readonly string[]
  /** uint32 that changes when anything that shapes stored bytes changes; the stamp of `StoredValue`. */
  readonly stamp: number
  /** The type of a whole object; built at first use. */
  readonly type: () => StructType
  /** Full name of that type (`io.k8s.api.apps.v1.Deployment`); '' for people's own definitions. */
  readonly typeName: string
  /** Checks what the schema asks beyond types; undefined: nothing. Loaded at first use. */
  readonly validator: () => RawValidator | undefined
  /** How objects are taken in by a schema that somebody wrote; made at first use. Left out: by `type` and `validator`. */
  readonly steps?: () => SchemaSteps
  readonly columns: readonly Column[]
  /** The schema as written, for OpenAPI; parsed anew at each call. */
  readonly schema: () => SchemaNode
  /** The same as text, for documents that hold it as it is; undefined of built-in kinds, and of those that embed others, about which documents say more. */
  readonly written?: {
    /** Without properties, but for those that every object has. */
    root(): SchemaNode
    /** JSON of the other properties, with its braces. */
    members(): Uint8Array
  }
  /** JSON paths such as `spec.nodeName`; metadata.name and metadata.namespace always work. */
  readonly selectableFields: readonly string[]
  readonly subresources: readonly Subresource[]
  /** base64 of the first 8 bytes of sha256("group/version/kind") of the stored version; discovery's storageVersionHash. */
  readonly storageVersionHash?: string
}

/** The way of an object that a person's own schema says all of. */
export interface SchemaSteps {
  /** Drops what the schema does not know, in place. Throws 400 for metadata that is none. */
  decode(body: unknown): { readonly object: KubeObject; readonly unknown: readonly string[] }
  /** Sets defaults in place. */
  fill(object: KubeObject): void
  /** Takes away, in place, the nulls that are not allowed and that no default stands in for. */
  dropNulls(object: KubeObject): void
  /** The nulls that may not be where they are: of what an apply has made, before defaults take them away. */
  nulls(object: KubeObject): readonly StatusCause[]
  /** All that is wrong. */
  validate(object: KubeObject, held: Held): readonly StatusCause[]
}

/** What an object is held against besides its schema. */
export interface Held {
  /** What it replaces: what is as it was is not held against an update. */
  readonly old?: KubeObject | undefined
  /** The schema's types and values are asked of that member alone, its rules of the whole. */
  readonly part?: 'status' | undefined
  /** Told of rules that what has not changed breaks. */
  readonly warn?: ((message: string) => void) | undefined
  /** What its rules may cost in this thread; beyond it RulesTooDear is thrown. Left out: all that upstream allows. */
  readonly units?: number | undefined
}

/** A column of `kubectl get`. `priority` above 0 shows only with -o wide. */
export interface Column {
  readonly name: string
  readonly type: string
  readonly format?: string
  readonly description: string
  readonly priority: number
  readonly source: PathSource | { readonly computed: string }
}

/** A cell that a path leads to. */
export interface PathSource {
  /** As kubectl's. */
  readonly jsonPath: string
  /** `age`: how long ago the time is; `list`: all values, with commas; `count`: number of entries; `selector`: a label selector or labels, written out. Left out: the first value. */
  readonly render?: 'age' | 'list' | 'count' | 'selector' | 'value'
  /** Shown where the path leads nowhere. */
  readonly absent?: string | number | boolean
}

export interface Subresource {
  /** `status`, `scale`, `binding`, `exec` ... */
  readonly name: string
  readonly kind: string
  readonly group: string
  readonly version: string
  readonly verbs: readonly string[]
  /** Present on `scale`. */
  readonly scale?: {
    readonly specReplicasPath: string
    readonly statusReplicasPath: string
    /** A string, or a label selector (or map of labels) that is to be written out as one. */
    readonly labelSelectorPath?: string
  }
  /** Answered by an upgrade or a passed-through request; `kind` then names the options in the query. */
  readonly connect?: boolean
  /** More of the path may follow the name (proxy). */
  readonly path?: boolean
  /** Content type of the answer when it is no object (logs). */
  readonly produces?: string
}

/** What a definition declares about a kind's life. What data can't say is a `KindPlugin` (core/registry/contract.ts). */
export interface Strategy {
  /** Top-level members that a create clears and a main-resource update keeps (`status`), and that alone a status update may change. */
  readonly status: readonly string[]
  /** Top-level members that nobody comes to own: what a request for a certificate asks. */
  readonly unowned?: readonly string[]
  /** Whether a create clears `status` too; nodes keep theirs, since they register with it. */
  readonly statusOnCreate: 'cleared' | 'kept'
  /** Whether a status update can change metadata too (labels, finalizers ...), as upstream lets it for its older kinds; `labelsStay`: all but the labels; `endAndOwnersStay`: all but the owners and the time of deletion. */
  readonly metadataThroughStatus: 'changes' | 'labelsStay' | 'endAndOwnersStay' | 'stays'
  /** Which members raise metadata.generation when changed: `['spec']` for most, [] for none; `'allButMetadataAndStatus'` for people's own kinds (a status that is no subresource counts, null is not absent). `metadata.labels` and `metadata.annotations` may be among them. */
  readonly generation: readonly string[] | 'allButMetadataAndStatus'
  /** What is stated in them, though empty, raises it too: upstream compares such objects to the letter with what it has stored. */
  readonly emptyCounts?: boolean
  /** Where it is not 1 at first: `absent` until something that counts has changed; `alone`: 1 although nothing counts. */
  readonly firstGeneration?: 'absent' | 'alone'
  /** JSON paths whose value can't change after creation; optional condition: only while the other path is truthy (`immutable: true`). */
  readonly immutable: readonly { readonly path: string; readonly when?: string; readonly message?: string }[]
  /** PUT to a name that does not exist creates it (Lease, Event, Service endpoints ... as upstream's AllowCreateOnUpdate). */
  readonly createOnUpdate: boolean
  /** PUT without resourceVersion is allowed. */
  readonly unconditionalUpdate: boolean
  /** Graceful deletion: where the grace period stands in the object, and when the object goes at once. */
  readonly graceful?: {
    readonly secondsPath: string
    /** Without a value there (not scheduled yet) the object goes at once. */
    readonly immediateUnless: string
    /** With one of these values there (finished) too. */
    readonly immediateWhen?: { readonly path: string; readonly values: readonly string[] }
  }
  /** What a delete without propagationPolicy does with dependents. */
  readonly defaultPropagation: 'background' | 'orphan'
  /** What it then leaves behind, and warns of: `pods`. */
  readonly orphans?: string
  /** A delete that is done answers the object as it last was, or a Status. */
  readonly deleteReturns: 'object' | 'status'
  /** Seconds after which an object is deleted by the server (events). */
  readonly timeToLiveSeconds?: number
  /** `group/plural` under which another definition's objects are the same objects (events of both groups). */
  readonly storedAs?: string
  /** Never stored; a plugin answers its create (reviews, Binding). */
  readonly createOnly: boolean
  /** Never stored and only read; a plugin tells its objects when somebody asks (the health of components). */
  readonly told?: boolean
  /** Names are RFC 1123 subdomains unless said otherwise. */
  readonly names: 'subdomain' | 'label' | 'label1035' | 'pathSegment'
  /** `asMade`: of a generated name itself is looked at, and of the prefix that it was made of no more than that it can stand in a path. */
  readonly generatedNames?: 'asMade'
  /** `any`: finalizers need not say whose they are. People's own kinds warn of such, other built-in ones refuse them. */
  readonly finalizers?: 'any'
  /** Deleting moves through a `Terminating` phase with `spec.finalizers` (namespaces). */
  readonly finalizedThroughSpec: boolean
}
