/** One protobuf message to its JSON form, by the numbers of its type. Wire facts: shared k8s-api README; zero values that JSON would leave out are left out. */
import { readJson } from '../../kit/index.js'
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire'
import { badRequest } from '../../meta/index.js'
import { decodeUnion } from './schema-unions.js'
import type { Field, ListType, MapType, Scalar, StructType, Type } from '../type.js'

type Members = Record<string, unknown>
type Numbers = Map<number, Field | Numbers>

/** As deep as JSON bodies may be. */
const deepest = 512
const numbersOf = new WeakMap<StructType, Numbers>()

/** Decodes `bytes` as a message of `type`. Unknown numbers are skipped, as protobuf wants. Throws 400 for bytes that are no such message. */
export function decodeMessage(bytes: Uint8Array, type: Type, depth = 0): unknown {
  if (depth > deepest) throw badRequest(`the body is nested deeper than ${deepest} levels`)
  switch (type.shape) {
    case 'struct':
      return withoutZeros(decodeStruct(bytes, { type, depth }), type)
    case 'list':
      return decodeWrapped(bytes, type, depth)
    case 'any':
      return type.union
        ? decodeUnion(bytes, type.union, (inner, schema) => decodeMessage(inner, schema, depth + 1))
        : decodeRaw(bytes)
    case 'scalar':
      return decodeScalarMessage(bytes, type.scalar)
    case 'map':
      throw badRequest('a map can stand only in a message')
  }
}

function decodeStruct(bytes: Uint8Array, at: { readonly type: StructType; readonly depth: number }): Members {
  const object: Members = {}
  readFields(bytes, numbers(at.type), { object, depth: at.depth })
  return object
}

function readFields(
  bytes: Uint8Array,
  known: Numbers,
  into: { readonly object: Members; readonly depth: number },
): void {
  const reader = new BinaryReader(bytes)
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag()
    const field = known.get(number)
    if (!field) reader.skip(wire, number)
    else if (field instanceof Map) readFields(reader.bytes(), field, into)
    else readField(reader, field, { ...into, wire })
  }
}

function readField(
  reader: BinaryReader,
  field: Field,
  into: { readonly object: Members; readonly depth: number; readonly wire: WireType },
): void {
  const { object, depth, wire } = into
  const { name, type } = field
  if (type.shape === 'map') readEntry(reader.bytes(), type, { members: (object[name] ??= {}) as Members, depth })
  else if (type.shape === 'list') readElement(reader, type, { list: (object[name] ??= []) as unknown[], depth, wire })
  else object[name] = readValue(reader, type, { depth, wire })
}

function readElement(
  reader: BinaryReader,
  type: ListType,
  into: { readonly list: unknown[]; readonly depth: number; readonly wire: WireType },
): void {
  const { element } = type
  const packs = into.wire === WireType.LengthDelimited && element.shape === 'scalar' && isVarint(element.scalar)
  if (!packs) {
    into.list.push(readValue(reader, element, into))
    return
  }
  const packed = new BinaryReader(reader.bytes())
  while (packed.pos < packed.len)
    into.list.push(readValue(packed, element, { depth: into.depth, wire: WireType.Varint }))
}

function readEntry(
  bytes: Uint8Array,
  type: MapType,
  into: { readonly members: Members; readonly depth: number },
): void {
  const reader = new BinaryReader(bytes)
  let key = ''
  let value: unknown
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag()
    if (number === 1) key = reader.string()
    else if (number === 2) value = readValue(reader, type.element, { depth: into.depth, wire })
    else reader.skip(wire, number)
  }
  if (key === '__proto__') throw badRequest("a member can't have the name __proto__")
  into.members[key] = value ?? emptyValue(type.element)
}

function emptyValue(type: Type): unknown {
  if (type.shape === 'list') return []
  return type.shape === 'scalar' ? (isVarint(type.scalar) ? 0 : '') : {}
}

function readValue(reader: BinaryReader, type: Type, at: { readonly depth: number; readonly wire: WireType }): unknown {
  if (type.shape !== 'scalar') return decodeMessage(reader.bytes(), type, at.depth + 1)
  switch (type.scalar) {
    case 'string':
      return reader.string()
    case 'bytes':
      return Buffer.from(reader.bytes()).toString('base64')
    case 'boolean':
      return reader.bool()
    case 'integer':
      return wholeNumber(reader.int64())
    case 'number':
      return at.wire === WireType.Bit32 ? reader.float() : reader.double()
    default:
      return decodeScalarMessage(reader.bytes(), type.scalar)
  }
}

function wholeNumber(read: bigint | string): number | bigint {
  const rounded = Number(read)
  return Number.isSafeInteger(rounded) ? rounded : BigInt(read)
}

const isVarint = (scalar: Scalar): boolean => scalar === 'integer' || scalar === 'boolean'

/** Scalars of JSON that are messages of their own: quantities, times, int-or-string. */
function decodeScalarMessage(bytes: Uint8Array, scalar: Scalar): unknown {
  const reader = new BinaryReader(bytes)
  const values = new Map<number, string | number>()
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag()
    values.set(number, wire === WireType.Varint ? Number(reader.int64()) : reader.string())
  }
  if (scalar === 'quantity') return values.get(1) ?? '0'
  if (scalar === 'intOrString') return values.get(1) === 1 ? (values.get(3) ?? '') : (values.get(2) ?? 0)
  if (bytes.length === 0) return null
  const nanos = Number(values.get(2) ?? 0)
  const time = new Date(Number(values.get(1) ?? 0) * 1000).toISOString().slice(0, 19)
  return scalar === 'microTime' ? `${time}.${String(Math.trunc(nanos / 1000)).padStart(6, '0')}Z` : `${time}Z`
}

/** A list that is a message of its own (ExtraValue, Verbs): its elements are field 1. */
function decodeWrapped(bytes: Uint8Array, type: ListType, depth: number): unknown[] {
  const reader = new BinaryReader(bytes)
  const list: unknown[] = []
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag()
    if (number === 1) readElement(reader, type, { list, depth, wire })
    else reader.skip(wire, number)
  }
  return list
}

/** RawExtension, JSON and FieldsV1 carry JSON bytes in field 1. */
function decodeRaw(bytes: Uint8Array): unknown {
  const reader = new BinaryReader(bytes)
  let value: unknown = {}
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag()
    if (number !== 1 || wire !== WireType.LengthDelimited)
      throw badRequest('a part of the protobuf body has no JSON in it; send the object as JSON')
    const raw = Buffer.from(reader.bytes()).toString('utf8')
    try {
      value = readJson(raw)
    } catch {
      throw badRequest('a part of the protobuf body has no JSON in it; send the object as JSON')
    }
  }
  return value
}

/** Protobuf writes every scalar and struct that is no pointer; JSON leaves zero ones out. */
function withoutZeros(object: Members, type: StructType): Members {
  for (const name in object) {
    const field = type.fields.get(name)
    if (field && !field.pointer && !field.always && isZero(object[name])) delete object[name]
  }
  return object
}

function isZero(value: unknown): boolean {
  if (value === '' || value === 0 || value === false || value === null) return true
  if (typeof value !== 'object') return false
  for (const _ in value as object) return false
  return true
}

function numbers(type: StructType): Numbers {
  let known = numbersOf.get(type)
  if (known) return known
  known = new Map()
  numbersOf.set(type, known)
  for (const field of type.fields.values()) {
    if (field.number === undefined) continue
    if (field.inlineNumber === undefined) known.set(field.number, field)
    else inlined(known, [field.inlineNumber].flat()).set(field.number, field)
  }
  return known
}

function inlined(numbers: Numbers, path: readonly number[]): Numbers {
  let inner = numbers
  for (const number of path) {
    const next = (inner.get(number) as Numbers | undefined) ?? new Map()
    inner.set(number, next)
    inner = next
  }
  return inner
}
