/** An object's JSON form as a protobuf message, by the numbers of its type. What JSON leaves out is left out: it decodes to the same zero. */
import { writeJson } from '../../kit/index.js'
import type { Field, Scalar, SchemaUnion, StructType, Type } from '../type.js'
import type { BackwardWriter } from './backward-writer.js'
import { encodeUnion } from './schema-unions.js'

type Members = Readonly<Record<string, unknown>>
/** Highest number first, as they are written backwards. */
type Order = readonly Place[]

interface Place {
  readonly number: number
  readonly field?: Field
  /** A struct that JSON inlines. */
  readonly inline?: Order
}

const orders = new WeakMap<StructType, Order>()

/** Writes the members of `object` in front of what the writer has. Members without a number (kind, apiVersion) are left to the envelope. */
export function encodeStruct(writer: BackwardWriter, object: Members, type: StructType): void {
  encodePlaces(writer, object, orderOf(type))
}

function encodePlaces(writer: BackwardWriter, object: Members, order: Order): void {
  for (const { number, field, inline } of order) {
    if (field) encodeField(writer, object[field.name], { number, type: field.type })
    else if (inline) {
      const end = writer.length
      encodePlaces(writer, object, inline)
      if (writer.length > end) writer.head(number, end)
    }
  }
}

/** A part with its head in front. */
export function encodePart(writer: BackwardWriter, number: number, write: () => void): void {
  const end = writer.length
  write()
  writer.head(number, end)
}

interface At {
  readonly number: number
  readonly type: Type
}

function encodeField(writer: BackwardWriter, value: unknown, { number, type }: At): void {
  if (value === undefined || value === null) return
  if (type.shape === 'list') encodeList(writer, value as unknown[], { number, type: type.element })
  else if (type.shape === 'map') encodeMap(writer, value as Members, { number, type: type.element })
  else encodeValue(writer, value, { number, type })
}

function encodeList(writer: BackwardWriter, list: readonly unknown[], at: At): void {
  for (let index = list.length - 1; index >= 0; index--) encodeValue(writer, list[index], at)
}

function encodeMap(writer: BackwardWriter, map: Members, { number, type }: At): void {
  const keys = Object.keys(map)
  for (let index = keys.length - 1; index >= 0; index--) {
    const key = keys[index]!
    const end = writer.length
    encodeValue(writer, map[key], { number: 2, type })
    encodeText(writer, 1, key)
    writer.head(number, end)
  }
}

function encodeValue(writer: BackwardWriter, value: unknown, { number, type }: At): void {
  if (type.shape === 'scalar') {
    encodeScalar(writer, value, { number, scalar: type.scalar })
    return
  }
  const end = writer.length
  if (type.shape === 'any' && type.union) encodeSchemaOr(writer, value, type.union)
  else if (type.shape === 'any') encodeText(writer, 1, writeJson(value ?? null))
  else if (value === null || value === undefined) {
    writer.head(number, end)
    return
  } else if (type.shape === 'struct') encodeStruct(writer, value as Members, type)
  else if (type.shape === 'list') encodeList(writer, value as unknown[], { number: 1, type: type.element })
  else encodeMap(writer, value as Members, { number: 1, type: type.element })
  writer.head(number, end)
}

function encodeSchemaOr(writer: BackwardWriter, value: unknown, union: SchemaUnion): void {
  encodeUnion(writer, value, {
    union,
    write: (schema) => encodeStruct(writer, schema as Members, union.schema()),
    part: (number, write) => encodePart(writer, number, write),
  })
}

function encodeText(writer: BackwardWriter, number: number, value: string): void {
  const end = writer.length
  writer.text(value)
  writer.head(number, end)
}

function encodeScalar(
  writer: BackwardWriter,
  value: unknown,
  { number, scalar }: { readonly number: number; readonly scalar: Scalar },
): void {
  switch (scalar) {
    case 'string':
      encodeText(writer, number, String(value ?? ''))
      return
    case 'bytes':
      encodePart(writer, number, () => writer.raw(Buffer.from(String(value ?? ''), 'base64')))
      return
    case 'boolean':
      encodeInteger(writer, number, value === true ? 1 : 0)
      return
    case 'integer':
      encodeInteger(writer, number, typeof value === 'bigint' ? value : Number(value ?? 0))
      return
    case 'number':
      writer.double(Number(value ?? 0))
      writer.varint(number * 8 + 1)
      return
    default:
      encodePart(writer, number, () => encodeScalarMessage(writer, value, scalar))
  }
}

function encodeInteger(writer: BackwardWriter, number: number, value: number | bigint): void {
  writer.varint(value)
  writer.varint(number * 8)
}

/** Scalars of JSON that are messages of their own. */
function encodeScalarMessage(
  writer: BackwardWriter,
  value: unknown,
  scalar: 'quantity' | 'intOrString' | 'time' | 'microTime',
): void {
  if (scalar === 'quantity') encodeText(writer, 1, String(value ?? '0'))
  else if (scalar === 'intOrString') {
    const isText = typeof value === 'string'
    encodeText(writer, 3, isText ? value : '')
    encodeInteger(writer, 2, isText ? 0 : Number(value ?? 0))
    encodeInteger(writer, 1, isText ? 1 : 0)
  } else if (typeof value === 'string') {
    const fraction = /\.(\d{1,9})/.exec(value)?.[1] ?? ''
    encodeInteger(writer, 2, scalar === 'microTime' ? Number(fraction.slice(0, 6).padEnd(6, '0')) * 1000 : 0)
    encodeInteger(writer, 1, Math.floor(Date.parse(value) / 1000))
  }
}

function orderOf(type: StructType): Order {
  let order = orders.get(type)
  if (!order) {
    const fields = [...type.fields.values()].filter((field) => field.number !== undefined)
    orders.set(type, (order = placesOf(fields, 0)))
  }
  return order
}

/** The places of fields that share the first `depth` inline numbers. */
function placesOf(fields: readonly Field[], depth: number): Order {
  const places: Place[] = []
  const inner = new Map<number, Field[]>()
  for (const field of fields) {
    const inline = [field.inlineNumber ?? []].flat()[depth]
    if (inline === undefined) places.push({ number: field.number!, field })
    else inner.set(inline, [...(inner.get(inline) ?? []), field])
  }
  for (const [number, below] of inner) places.push({ number, inline: placesOf(below, depth + 1) })
  return places.sort((a, b) => b.number - a.number)
}
