/** Types as the schema room sees them: what decoding, defaulting, patches, managed fields, tables, OpenAPI and protobuf walk over. Built from compiled definitions, lazily, shared. */
export type Type = ScalarType | StructType | MapType | ListType | AnyType

/** `time` and `microTime` are RFC 3339 strings; `quantity` and `intOrString` take a number or a string; `bytes` is base64. */
export type Scalar =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'quantity'
  | 'intOrString'
  | 'time'
  | 'microTime'
  | 'bytes'

export interface ScalarType {
  readonly shape: 'scalar'
  readonly scalar: Scalar
  readonly format?: string
}

/** An object with known members. */
export interface StructType {
  readonly shape: 'struct'
  /** OpenAPI component name (`io.k8s.api.core.v1.PodSpec`); '' for an inline shape. */
  readonly name: string
  /** In Go declaration order, the order of JSON output. */
  readonly fields: ReadonlyMap<string, Field>
  /** Members that are not in `fields` are kept (x-kubernetes-preserve-unknown-fields). */
  readonly preservesUnknown: boolean
  /** x-kubernetes-map-type: atomic: server-side apply owns it whole. */
  readonly atomic: boolean
  /** Defaults that a declared `default` can't say; applied in order, after the declared ones of the members and before those of what is below. */
  readonly rules?: readonly DefaultRule[]
}

/** One rule of `x-operon-defaults` (crds/README.md). Paths are dotted members of this struct, `/` in front: of the whole object. */
export interface DefaultRule {
  /** The rule holds for every element: `spec.containers[]`; the other paths are then relative to the element. */
  readonly each?: string
  readonly if?: {
    readonly eq?: Readonly<Record<string, unknown>>
    readonly in?: Readonly<Record<string, readonly unknown[]>>
    readonly absent?: readonly string[]
    readonly present?: readonly string[]
    /** The image reference at that path has this tag, `latest` when it has neither tag nor digest. */
    readonly imageTag?: Readonly<Record<string, string>>
    /** No member of this struct other than those listed is there. */
    readonly noneBut?: readonly string[]
  }
  /** Where the target is zero (for a pointer: absent): the value, or one computed by `$from`, `$lower`, `$concat` or `$pick`. */
  readonly set?: Readonly<Record<string, unknown>>
  readonly op?: {
    readonly mergeMissing?: { readonly from: string; readonly to: string }
    readonly clear?: readonly string[]
    /** Two names of one thing: `to` is whatever `from` is, when that is set. */
    readonly copy?: { readonly from: string; readonly to: string }
  }
}

export interface MapType {
  readonly shape: 'map'
  readonly element: Type
  readonly atomic: boolean
}

export interface ListType {
  readonly shape: 'list'
  readonly element: Type
  readonly list: 'atomic' | 'set' | 'map'
  /** Member names that identify an element when `list` is `map`. */
  readonly keys: readonly string[]
}

/** Anything goes: RawExtension, JSON, untyped. Owned whole by server-side apply when `atomic`, else by what it turns out to be. */
export interface AnyType {
  readonly shape: 'any'
  readonly atomic: boolean
  readonly union?: SchemaUnion
}

/** JSONSchemaProps, or something else: a list of them, a boolean, or names of members. */
export interface SchemaUnion {
  readonly or: 'list' | 'boolean' | 'texts'
  readonly schema: () => StructType
}

export interface Field {
  readonly name: string
  readonly type: Type
  readonly required: boolean
  /** Go pointer or omitempty: null and absent mean the same. */
  readonly nullable: boolean
  /** Go pointer: a zero value differs from none. */
  readonly pointer?: boolean
  /** The key is never omitted in upstream's output (`status: {}`, `creationTimestamp: null`). */
  readonly always: boolean
  readonly default?: unknown
  /** Strategic merge: how a list or struct is merged, and by which member. */
  readonly patchStrategy?: readonly ('merge' | 'replace' | 'retainKeys')[]
  readonly patchMergeKey?: string
  /** Protobuf field number; undefined where upstream has none. */
  readonly number?: number
  /** Protobuf: the member travels inside the message with this number (a Go struct inlined in JSON), or with these, outermost first. */
  readonly inlineNumber?: number | readonly number[]
}
