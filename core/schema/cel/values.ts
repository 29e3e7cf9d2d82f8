/** Values as rules see them: int is bigint, double is number. */

import { CelError } from './budget.js'
import { fromJson } from './from-json.js'
import { reserved } from './schema-type.js'
import type { CelType, ListType, MapType, ObjectField, ObjectType, OpaqueKind } from './types.js'

export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | Uint
  | ListValue
  | MapValue
  | ObjectValue
  | Timestamp
  | Duration
  | OptionalValue
  | TypeValue
  | Opaque

export class Uint {
  readonly value: bigint
  constructor(value: bigint) {
    if (value < 0n || value > 0xffffffffffffffffn) throw new CelError('unsigned integer overflow')
    this.value = value
  }
}

/** Nanoseconds since 1970. */
export class Timestamp {
  readonly nanos: bigint
  /** Of the zone that it was written in; shows in its text alone. */
  readonly offsetSeconds: number
  constructor(nanos: bigint, offsetSeconds = 0) {
    this.offsetSeconds = offsetSeconds
    if (nanos < -62135596800_000000000n || nanos > 253402300799_999999999n) throw new CelError('timestamp overflow')
    this.nanos = nanos
  }
}

export class Duration {
  readonly nanos: bigint
  constructor(nanos: bigint) {
    if (nanos < -(1n << 63n) || nanos >= 1n << 63n) throw new CelError('duration overflow')
    this.nanos = nanos
  }
}

export class OptionalValue {
  readonly value: Value | undefined
  constructor(value: Value | undefined) {
    this.value = value
  }
}

export class TypeValue {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A value of Kubernetes' libraries. */
export class Opaque {
  readonly kind: OpaqueKind
  readonly inner: unknown
  /** What tells it apart from others of its kind. */
  readonly text: string
  constructor(kind: Opaque['kind'], inner: unknown, text: string) {
    this.kind = kind
    this.inner = inner
    this.text = text
  }
}

/** A list; `+` keeps both halves as they are, so that doubling costs nothing. */
export class ListValue {
  readonly size: number
  readonly type: ListType | undefined
  readonly #at: (index: number) => Value

  constructor(size: number, at: (index: number) => Value, type?: ListType) {
    this.size = size
    this.#at = at
    this.type = type
  }

  static of(values: readonly Value[]): ListValue {
    return new ListValue(values.length, (index) => values[index]!)
  }

  static json(raw: readonly unknown[], type: ListType): ListValue {
    return new ListValue(raw.length, (index) => fromJson(type.element, raw[index]), type)
  }

  at(index: number): Value {
    return this.#at(index)
  }

  *[Symbol.iterator](): Generator<Value> {
    for (let index = 0; index < this.size; index++) yield this.#at(index)
  }
}

/** A map; keys are strings, numbers or booleans. */
export class MapValue {
  readonly #entries: ReadonlyMap<string, readonly [Value, Value]> | undefined
  readonly #raw: Readonly<Record<string, unknown>> | undefined
  /** Of a part of an object. */
  readonly type: MapType | undefined

  constructor(
    entries: ReadonlyMap<string, readonly [Value, Value]> | undefined,
    json?: { readonly raw: Readonly<Record<string, unknown>>; readonly type: MapType },
  ) {
    this.#entries = entries
    this.#raw = json?.raw
    this.type = json?.type
  }

  get size(): number {
    return this.#entries?.size ?? Object.keys(this.#raw!).length
  }

  get(key: Value): Value | undefined {
    if (this.#entries) return isKey(key) ? this.#entries.get(keyOf(key))?.[1] : undefined
    if (typeof key !== 'string' || !Object.hasOwn(this.#raw!, key)) return undefined
    return fromJson(this.type!.value, this.#raw![key])
  }

  keys(): readonly Value[] {
    if (this.#entries) return [...this.#entries.values()].map(([key]) => key)
    return Object.keys(this.#raw!)
  }
}

const isKey = (value: Value): boolean =>
  typeof value === 'number' ? Number.isInteger(value) : typeof value !== 'object' || value instanceof Uint

/** The same text for keys that are equal. */
export function keyOf(key: Value): string {
  if (typeof key === 'string') return `s${key}`
  if (typeof key === 'boolean') return `b${key}`
  if (typeof key === 'bigint') return `n${key}`
  if (key instanceof Uint) return `n${key.value}`
  if (typeof key === 'number' && Number.isInteger(key)) return `n${BigInt(key)}`
  throw new CelError('unsupported key type')
}

/** An object with declared members. */
export class ObjectValue {
  readonly type: ObjectType
  readonly #raw: Readonly<Record<string, unknown>>

  constructor(type: ObjectType, raw: Readonly<Record<string, unknown>>) {
    this.type = type
    this.#raw = raw
  }

  has(name: string): boolean {
    const field = fieldNamed(this.type, name)
    return field !== undefined && this.#isThere(field.jsonName)
  }

  get(name: string): Value | undefined {
    const field = fieldNamed(this.type, name)
    if (!field || !this.#isThere(field.jsonName)) return undefined
    return fromJson(field.type, this.#raw[field.jsonName])
  }

  /** As it stands in the object, whether it is declared or not. */
  raw(jsonName: string): unknown {
    return Object.hasOwn(this.#raw, jsonName) ? this.#raw[jsonName] : undefined
  }

  /** Of all that stands in the object. */
  jsonNames(): readonly string[] {
    return Object.keys(this.#raw)
  }

  /** As upstream, a member that is null is not there. */
  #isThere(jsonName: string): boolean {
    return Object.hasOwn(this.#raw, jsonName) && (this.#raw[jsonName] ?? null) !== null
  }

  names(): readonly string[] {
    return [...this.type.fields.keys()].filter((name) => this.has(name))
  }
}

/** A word of CEL's own may be said as it is, or escaped. */
export const fieldNamed = ({ fields }: ObjectType, name: string): ObjectField | undefined =>
  fields.get(name) ?? (reserved.has(name) ? fields.get(`__${name}__`) : undefined)

/** The name of a value's type, as overloads are told apart by. */
export function typeName(value: Value): string {
  if (value === null) return 'null_type'
  switch (typeof value) {
    case 'boolean':
      return 'bool'
    case 'bigint':
      return 'int'
    case 'number':
      return 'double'
    case 'string':
      return 'string'
  }
  if (value instanceof Uint8Array) return 'bytes'
  if (value instanceof Uint) return 'uint'
  if (value instanceof ListValue) return 'list'
  if (value instanceof MapValue) return 'map'
  if (value instanceof ObjectValue) return 'object'
  if (value instanceof Timestamp) return 'timestamp'
  if (value instanceof Duration) return 'duration'
  if (value instanceof OptionalValue) return 'optional'
  if (value instanceof TypeValue) return 'type'
  return value.kind
}

/** Names of types that a schema or library gives, as expressions name them. */
export const typeNames: Readonly<Record<string, string>> = {
  timestamp: 'google.protobuf.Timestamp',
  duration: 'google.protobuf.Duration',
  optional: 'optional_type',
  ip: 'net.IP',
  cidr: 'net.CIDR',
  url: 'kubernetes.URL',
  quantity: 'kubernetes.Quantity',
  semver: 'kubernetes.Semver',
  format: 'kubernetes.NamedFormat',
}

/** As `type()` says it. */
export function shownTypeName(value: Value): string {
  if (value instanceof ObjectValue) return value.type.name
  const name = typeName(value)
  return typeNames[name] ?? name
}

/** Whether a value fits a type, as far as overloads are told apart. */
export function fits(type: CelType, value: Value): boolean {
  if (type.kind === 'dyn' || type.kind === 'parameter') return true
  if (type.kind === 'map') return value instanceof MapValue || value instanceof ObjectValue
  return typeName(value) === type.kind
}

/** What cost is counted by: length or number of elements; 1 for the rest. */
export function sizeOf(value: Value): number {
  if (typeof value === 'string' || value instanceof Uint8Array) return value.length
  if (value instanceof ListValue || value instanceof MapValue) return value.size
  if (value instanceof ObjectValue) return value.jsonNames().length
  return value instanceof OptionalValue && value.value !== undefined ? sizeOf(value.value) : 1
}
