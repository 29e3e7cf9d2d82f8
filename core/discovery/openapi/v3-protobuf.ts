/** v3 documents in the protobuf form that older clients ask for (messages of gnostic's openapi.v3; what no document says is left out). */
import { type BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import type { PartWriter } from './assemble.js'
import {
  anyValue,
  entries,
  extensions,
  headOf,
  message,
  type Node,
  named,
  part,
  text,
  texts,
  type Write,
} from './wire.js'

/** As clients ask for it (some with an @), and as answers name it: Go's mime package reads no @. */
export const openapiV3Protobuf = {
  asked: 'application/com.github.proto-openapi.spec.v3@v1.0+protobuf',
  answered: 'application/com.github.proto-openapi.spec.v3.v1.0+protobuf',
} as const

interface About {
  readonly title: string
  readonly version: string
  readonly securitySchemes: Readonly<Record<string, Node>>
}

export function v3ProtobufParts({ title, version, securitySchemes }: About): PartWriter {
  const begin = part((writer) => {
    text(writer, 1, '3.0.0')
    message(writer, 2, (info) => {
      text(info, 1, title)
      text(info, 6, version)
    })
  })
  const security = part((writer) => message(writer, 7, (all) => eachNamed(all, 1, securitySchemes, securityScheme)))
  return {
    path: (path, item) => part((writer) => named(writer, 1, path, (each) => pathItem(each, item))),
    component: (name, schema) => part((writer) => named(writer, 1, name, (each) => schemaOrReference(each, schema))),
    whole(paths, components) {
      const schemas = [headOf(1, components), ...components]
      return [begin, headOf(4, paths), ...paths, headOf(5, [...schemas, security]), ...schemas, security]
    },
  }
}

function securityScheme(writer: BinaryWriter, { type, description, name, in: place }: Node): void {
  message(writer, 1, (scheme) => {
    text(scheme, 1, type)
    text(scheme, 2, description)
    text(scheme, 3, name)
    text(scheme, 4, place)
  })
}

const methods: readonly (readonly [string, number])[] = [
  ['get', 4],
  ['put', 5],
  ['post', 6],
  ['delete', 7],
  ['options', 8],
  ['head', 9],
  ['patch', 10],
]

function pathItem(writer: BinaryWriter, item: Node): void {
  for (const [method, number] of methods) {
    const found = item[method] as Node | undefined
    if (found) message(writer, number, (each) => operation(each, found))
  }
  for (const each of (item['parameters'] ?? []) as Node[]) message(writer, 13, (one) => parameter(one, each))
}

function operation(writer: BinaryWriter, node: Node): void {
  texts(writer, 1, node['tags'])
  text(writer, 3, node['description'])
  text(writer, 5, node['operationId'])
  for (const each of (node['parameters'] ?? []) as Node[]) message(writer, 6, (one) => parameter(one, each))
  const body = node['requestBody'] as Node | undefined
  if (body) {
    message(writer, 7, (item) =>
      message(item, 1, (one) => {
        content(one, 2, body['content'])
        flag(one, 3, body['required'])
      }),
    )
  }
  message(writer, 8, (responses) => eachNamed(responses, 2, node['responses'], response))
  extensions(writer, 13, node)
}

function response(writer: BinaryWriter, node: Node): void {
  message(writer, 1, (one) => {
    text(one, 1, node['description'])
    content(one, 3, node['content'])
  })
}

function content(writer: BinaryWriter, number: number, types: unknown): void {
  if (!types) return
  message(writer, number, (all) =>
    eachNamed(all, 1, types, (one, { schema }) => {
      if (schema) message(one, 1, (item) => schemaOrReference(item, schema as Node))
    }),
  )
}

function parameter(writer: BinaryWriter, node: Node): void {
  message(writer, 1, (one) => {
    text(one, 1, node['name'])
    text(one, 2, node['in'])
    text(one, 3, node['description'])
    flag(one, 4, node['required'])
    message(one, 10, (item) => schemaOrReference(item, node['schema'] as Node))
    extensions(one, 14, node)
  })
}

function schemaOrReference(writer: BinaryWriter, schema: Node): void {
  const { $ref } = schema
  if (typeof $ref === 'string') message(writer, 2, (reference) => text(reference, 1, $ref))
  else message(writer, 1, (one) => writeSchema(one, schema))
}

const flags = { nullable: 1, readOnly: 3, writeOnly: 4, deprecated: 8, exclusiveMaximum: 12, exclusiveMinimum: 14 }
const doubles = { multipleOf: 10, maximum: 11, minimum: 13 }
const lengths = { maxLength: 15, minLength: 16, maxItems: 18, minItems: 19, maxProperties: 21, minProperties: 22 }
const alternatives = { allOf: 26, oneOf: 27, anyOf: 28 }

function writeSchema(writer: BinaryWriter, schema: Node): void {
  for (const [name, number] of Object.entries(flags)) flag(writer, number, schema[name])
  if (schema['example'] !== undefined) message(writer, 7, anyValue(schema['example']))
  text(writer, 9, schema['title'])
  for (const [name, number] of Object.entries(doubles)) double(writer, number, schema[name])
  for (const [name, number] of Object.entries(lengths)) whole(writer, number, schema[name])
  text(writer, 17, schema['pattern'])
  flag(writer, 20, schema['uniqueItems'])
  texts(writer, 23, schema['required'])
  for (const value of (schema['enum'] ?? []) as unknown[]) message(writer, 24, anyValue(value))
  text(writer, 25, schema['type'])
  for (const [name, number] of Object.entries(alternatives)) {
    for (const each of (schema[name] ?? []) as Node[]) message(writer, number, (one) => schemaOrReference(one, each))
  }
  const { additionalProperties: others, items, not, properties } = schema
  if (not) message(writer, 29, (one) => writeSchema(one, not as Node))
  if (items) message(writer, 30, (list) => message(list, 1, (one) => schemaOrReference(one, items as Node)))
  if (properties) message(writer, 31, (all) => eachNamed(all, 1, properties, schemaOrReference))
  if (typeof others === 'boolean') message(writer, 32, (item) => item.tag(2, WireType.Varint).bool(others))
  else if (others) message(writer, 32, (item) => message(item, 1, (one) => schemaOrReference(one, others as Node)))
  if (schema['default'] !== undefined) message(writer, 33, fallback(schema['default']))
  text(writer, 34, schema['description'])
  text(writer, 35, schema['format'])
  extensions(writer, 36, schema)
}

/** Objects and lists can't be said, and leave it empty, as gnostic does. */
const fallback =
  (value: unknown): Write =>
  (writer) => {
    if (typeof value === 'number') writer.tag(1, WireType.Bit64).double(value)
    else if (typeof value === 'boolean') writer.tag(2, WireType.Varint).bool(value)
    else if (typeof value === 'string') writer.tag(3, WireType.LengthDelimited).string(value)
  }

function eachNamed(writer: BinaryWriter, number: number, all: unknown, write: (one: BinaryWriter, node: Node) => void) {
  for (const [name, node] of entries(all)) named(writer, number, name, (one) => write(one, node))
}

function flag(writer: BinaryWriter, number: number, value: unknown): void {
  if (value === true) writer.tag(number, WireType.Varint).bool(true)
}

function double(writer: BinaryWriter, number: number, value: unknown): void {
  if (value) writer.tag(number, WireType.Bit64).double(Number(value))
}

function whole(writer: BinaryWriter, number: number, value: unknown): void {
  if (value) writer.tag(number, WireType.Varint).int64(Number(value))
}
