/** The v2 document in the protobuf form that kubectl up to 1.28 asks for (messages of gnostic's openapi.v2; what our documents never say is left out). */
import { type BinaryWriter, WireType } from '@bufbuild/protobuf/wire'
import type { PartWriter } from './assemble.js'
import { anyValue, entries, extensions, headOf, message, type Node, named, part, text, texts } from './wire.js'

/** As clients ask for it (with an @), and as answers name it: Go's mime package reads no @. */
export const openapiV2Protobuf = {
  asked: 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf',
  answered: 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf',
} as const

export function protobufParts({ title, version }: { readonly title: string; readonly version: string }): PartWriter {
  const begin = part((writer) => {
    text(writer, 1, '2.0')
    message(writer, 2, (info) => {
      text(info, 1, title)
      text(info, 2, version)
    })
  })
  return {
    path: (path, item) => part((writer) => named(writer, 2, path, (each) => pathItem(each, item))),
    component: (name, schema) => part((writer) => named(writer, 1, name, (each) => writeSchema(each, schema))),
    whole: (paths, components) => [begin, headOf(8, paths), ...paths, headOf(9, components), ...components],
  }
}

const methods: readonly (readonly [string, number])[] = [
  ['options', 6],
  ['head', 7],
  ['get', 2],
  ['put', 3],
  ['post', 4],
  ['delete', 5],
  ['patch', 8],
]

function pathItem(writer: BinaryWriter, item: Node): void {
  for (const [method, number] of methods) {
    const found = item[method] as Node | undefined
    if (found) message(writer, number, (each) => operation(each, found))
  }
}

function operation(writer: BinaryWriter, node: Node): void {
  texts(writer, 1, node['tags'])
  text(writer, 3, node['description'])
  text(writer, 5, node['operationId'])
  texts(writer, 6, node['produces'])
  texts(writer, 7, node['consumes'])
  for (const each of (node['parameters'] ?? []) as Node[])
    message(writer, 8, (item) => message(item, 1, (one) => parameter(one, each)))
  message(writer, 9, (responses) => {
    for (const [code, response] of entries(node['responses'])) {
      named(responses, 1, code, (value) => message(value, 1, (one) => writeResponse(one, response)))
    }
  })
  texts(writer, 10, node['schemes'])
  extensions(writer, 13, node)
}

function writeResponse(writer: BinaryWriter, { description, schema }: Node): void {
  text(writer, 1, description)
  if (schema) message(writer, 2, (item) => message(item, 1, (one) => writeSchema(one, schema as Node)))
}

function parameter(writer: BinaryWriter, node: Node): void {
  const { in: place, schema } = node
  if (place === 'body') {
    message(writer, 1, (body) => {
      text(body, 2, node['name'])
      text(body, 3, place)
      if (node['required']) body.tag(4, WireType.Varint).bool(true)
      message(body, 5, (one) => writeSchema(one, schema as Node))
    })
    return
  }
  const isPath = place === 'path'
  message(writer, 2, (other) =>
    message(other, isPath ? 4 : 3, (one) => {
      if (node['required']) one.tag(1, WireType.Varint).bool(true)
      text(one, 2, place)
      text(one, 3, node['description'])
      text(one, 4, node['name'])
      text(one, isPath ? 5 : 6, node['type'])
      one.tag(isPath ? 19 : 20, WireType.Varint).bool(true)
    }),
  )
}

function writeSchema(writer: BinaryWriter, schema: Node): void {
  text(writer, 1, schema['$ref'])
  text(writer, 2, schema['format'])
  text(writer, 4, schema['description'])
  if (schema['default'] !== undefined) message(writer, 5, anyValue(schema['default']))
  texts(writer, 19, schema['required'])
  for (const value of (schema['enum'] ?? []) as unknown[]) message(writer, 20, anyValue(value))
  const { additionalProperties: others, items, properties, type } = schema
  if (typeof others === 'boolean') message(writer, 21, (item) => item.tag(2, WireType.Varint).bool(others))
  else if (others) message(writer, 21, (item) => message(item, 1, (one) => writeSchema(one, others as Node)))
  if (type) message(writer, 22, (item) => text(item, 1, type))
  if (items) message(writer, 23, (item) => message(item, 1, (one) => writeSchema(one, items as Node)))
  if (properties) {
    message(writer, 25, (all) => {
      for (const [name, property] of entries(properties)) named(all, 1, name, (one) => writeSchema(one, property))
    })
  }
  extensions(writer, 31, schema)
}
