/** The three members of JSONSchemaProps that JSON writes in two ways, and protobuf as messages with one field for each (apiextensions/v1 generated.proto). */
import { BinaryReader } from '@bufbuild/protobuf/wire'
import type { SchemaUnion, StructType } from '../type.js'
import type { BackwardWriter } from './backward-writer.js'

/** Writes the message's fields; `write` those of a schema, `part` puts a head before what it is given. */
export function encodeUnion(
  writer: BackwardWriter,
  value: unknown,
  by: {
    readonly union: SchemaUnion
    readonly write: (schema: object) => void
    readonly part: (number: number, write: () => void) => void
  },
): void {
  const { union, write, part } = by
  if (Array.isArray(value)) {
    for (const each of [...value].reverse()) part(2, () => (union.or === 'texts' ? writer.text(each) : write(each)))
    return
  }
  const isSchema = typeof value === 'object' && value !== null
  if (isSchema) part(union.or === 'boolean' ? 2 : 1, () => write(value))
  if (union.or !== 'boolean') return
  writer.varint(isSchema || value === true ? 1 : 0)
  writer.varint(8)
}

/** `read` decodes a schema. */
export function decodeUnion(
  bytes: Uint8Array,
  union: SchemaUnion,
  read: (bytes: Uint8Array, type: StructType) => unknown,
): unknown {
  const reader = new BinaryReader(bytes)
  const list: unknown[] = []
  let schema: unknown
  let allows = false
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag()
    if (number === 1 && union.or === 'boolean') allows = reader.bool()
    else if (number === 1 || (number === 2 && union.or === 'boolean')) schema = read(reader.bytes(), union.schema())
    else if (number === 2) list.push(union.or === 'texts' ? reader.string() : read(reader.bytes(), union.schema()))
    else reader.skip(wire, number)
  }
  if (schema !== undefined) return schema
  return union.or === 'boolean' ? allows : list
}
