/** Types of CEL as rules are checked against. `max` bounds what a value's size can be, for the estimate of cost. */
export type Plain =
  | 'dyn'
  | 'bool'
  | 'int'
  | 'uint'
  | 'double'
  | 'string'
  | 'bytes'
  | 'null_type'
  | 'timestamp'
  | 'duration'
  | 'type'
  | OpaqueKind

/** Types of Kubernetes' libraries. */
export type OpaqueKind =
  | 'ip'
  | 'cidr'
  | 'url'
  | 'quantity'
  | 'semver'
  | 'format'
  | 'authorizer'
  | 'pathCheck'
  | 'groupCheck'
  | 'resourceCheck'
  | 'decision'

export type CelType = PlainType | ListType | MapType | ObjectType | OptionalType | ParameterType

export interface PlainType {
  readonly kind: Plain
  readonly max?: number
  /** Of dyn: any JSON, lists and objects too. */
  readonly json?: true
  /** Of dyn: what an empty list or map holds, which takes the type of any other. */
  readonly unbound?: true
}
export interface ListType {
  readonly kind: 'list'
  readonly element: CelType
  readonly max?: number
  readonly list?: 'set' | 'map'
  readonly keys?: readonly string[]
}
export interface MapType {
  readonly kind: 'map'
  readonly key: CelType
  readonly value: CelType
  readonly max?: number
}
export interface ObjectType {
  readonly kind: 'object'
  readonly name: string
  /** By the name that rules use. */
  readonly fields: ReadonlyMap<string, ObjectField>
  /** Any other field may be there too, and be anything. */
  readonly open?: true
}
export interface ObjectField {
  readonly jsonName: string
  readonly type: CelType
}
export interface OptionalType {
  readonly kind: 'optional'
  readonly inner: CelType
}
/** Stands for one type throughout a signature. */
export interface ParameterType {
  readonly kind: 'parameter'
  readonly name: string
}

export const plain = (kind: Plain, max?: number): PlainType => (max === undefined ? { kind } : { kind, max })
export const dyn = plain('dyn')
export const unbound: PlainType = { kind: 'dyn', unbound: true }
/** Any JSON. */
export const json: PlainType = { kind: 'dyn', json: true }
export const jsonMap: MapType = { kind: 'map', key: plain('string'), value: json }
export const listOf = (element: CelType, max?: number): ListType => ({
  kind: 'list',
  element,
  ...(max === undefined ? {} : { max }),
})

/** As upstream's checker writes a type. */
export function typeText(type: CelType): string {
  switch (type.kind) {
    case 'list':
      return `list(${typeText(type.element)})`
    case 'map':
      return `map(${typeText(type.key)}, ${typeText(type.value)})`
    case 'object':
      return type.name
    case 'optional':
      return `optional_type(${typeText(type.inner)})`
    case 'parameter':
      return type.name
    case 'null_type':
      return 'null'
    case 'timestamp':
    case 'duration':
      return `google.protobuf.${type.kind === 'timestamp' ? 'Timestamp' : 'Duration'}`
    case 'ip':
      return 'net.IP'
    case 'cidr':
      return 'net.CIDR'
    case 'url':
    case 'quantity':
    case 'semver':
      return `kubernetes.${{ url: 'URL', quantity: 'Quantity', semver: 'Semver' }[type.kind]}`
    default:
      return type.kind
  }
}

export type Bindings = Map<string, CelType>

/** Whether a value of type `actual` may stand where `formal` is asked for; binds the parameters of `formal`. */
export function isAssignable(formal: CelType, actual: CelType, bindings: Bindings = new Map()): boolean {
  if (formal.kind === 'parameter') {
    const bound = bindings.get(formal.name)
    // What has been anything stays so.
    if (bound?.kind === 'dyn' && !bound.unbound) return true
    if (!bound || bound.kind === 'dyn') {
      bindings.set(formal.name, actual)
      return true
    }
    if (isAssignable(bound, actual)) {
      bindings.set(formal.name, wider(bound, actual))
      return true
    }
    if (!isAssignable(actual, bound)) return false
    bindings.set(formal.name, actual)
    return true
  }
  if (formal.kind === 'dyn' || actual.kind === 'dyn') return true
  if (actual.kind === 'null_type') return nullable.has(formal.kind)
  if (formal.kind === 'list') return actual.kind === 'list' && isAssignable(formal.element, actual.element, bindings)
  if (formal.kind === 'map')
    return (
      actual.kind === 'map' &&
      isAssignable(formal.key, actual.key, bindings) &&
      isAssignable(formal.value, actual.value, bindings)
    )
  if (formal.kind === 'optional')
    return actual.kind === 'optional' && isAssignable(formal.inner, actual.inner, bindings)
  if (formal.kind === 'object') return actual.kind === 'object' && formal.name === actual.name
  return formal.kind === actual.kind
}

const nullable = new Set(['null_type', 'object', 'timestamp', 'duration', 'optional', 'ip', 'cidr', 'url', 'quantity'])

/** A type with its parameters replaced; unbound ones are dyn. */
export function substitute(type: CelType, bindings: Bindings): CelType {
  switch (type.kind) {
    case 'parameter':
      return bindings.get(type.name) ?? unbound
    case 'list':
      return { ...type, element: substitute(type.element, bindings) }
    case 'map':
      return { ...type, key: substitute(type.key, bindings), value: substitute(type.value, bindings) }
    case 'optional':
      return { ...type, inner: substitute(type.inner, bindings) }
    default:
      return type
  }
}

/** The type that takes both; their greater bound. */
export function wider(a: CelType, b: CelType): CelType {
  if (a.kind === 'dyn' && a.unbound) return b
  if (b.kind === 'dyn' && b.unbound) return a
  if (a.kind === 'dyn' || a.kind === 'null_type') return a.kind === 'dyn' ? a : b
  if (b.kind === 'null_type') return a
  if (a.kind !== b.kind) return dyn
  if (a.kind === 'list' && b.kind === 'list')
    return { ...a, element: wider(a.element, b.element), max: Math.max(sizeOfType(a), sizeOfType(b)) }
  if (a.kind === 'map' && b.kind === 'map')
    return {
      ...a,
      key: wider(a.key, b.key),
      value: wider(a.value, b.value),
      max: Math.max(sizeOfType(a), sizeOfType(b)),
    }
  if (a.kind === 'string' || a.kind === 'bytes') return plain(a.kind, Math.max(sizeOfType(a), sizeOfType(b)))
  if (a.kind === 'optional' && b.kind === 'optional') return { kind: 'optional', inner: wider(a.inner, b.inner) }
  return a
}

/** The greatest size that a value of the type can have; 1 for what has no size, and without a bound as large as a request can make it. */
function sizeOfType(type: CelType): number {
  switch (type.kind) {
    case 'string':
    case 'bytes':
    case 'list':
    case 'map':
    case 'dyn':
      return type.max ?? maxRequestBytes
    default:
      return 1
  }
}

/** Upstream's estimates assume that no request is larger. */
export const maxRequestBytes = 3 * 1024 * 1024
