import { expect } from 'chai'
import fc from 'fast-check'
import { loadBuiltIns, type StructType, type Type, wholeTypes } from '../index.js'
import { decodeProtobuf, encodeListEnds, encodeListItem, encodeProtobuf, encodeWatchFrame } from './index.js'

const builtIns = loadBuiltIns(new URL('../../../crds/generated/', import.meta.url))
const typeOf = wholeTypes(() => builtIns.definitions, builtIns.types)
const deepest = 7

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((value) => value !== '__proto__')
const seconds = fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }).filter((value) => value !== 0)
const isoOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 19)
const scalars = {
  string: text,
  boolean: fc.constant(true),
  integer: fc.integer().filter((value) => value !== 0),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => value !== 0),
  quantity: fc.constantFrom('1', '100m', '1Gi', '12e6'),
  intOrString: fc.oneof(fc.integer(), text),
  time: seconds.map((at) => `${isoOf(at)}Z`),
  microTime: fc
    .tuple(seconds, fc.nat(999_999))
    .map(([at, micros]) => `${isoOf(at)}.${String(micros).padStart(6, '0')}Z`),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 9 }).map((bytes) => Buffer.from(bytes).toString('base64')),
}

/** Objects of the type, without what has no protobuf form or is not told from nothing: zero values, empty lists. */
function anyOf(type: Type, depth: number): fc.Arbitrary<unknown> {
  if (type.shape === 'scalar') return scalars[type.scalar]
  if (type.shape === 'any' && type.union) {
    const schema = structOf(type.union.schema(), depth + 1)
    const { or } = type.union
    if (or === 'boolean') return fc.oneof(fc.boolean(), schema)
    const element: fc.Arbitrary<unknown> = or === 'texts' ? text : schema
    return fc.oneof(fc.array(element, { minLength: 1, maxLength: 2 }), schema)
  }
  if (type.shape === 'any') return fc.dictionary(text, fc.integer(), { minKeys: 1, maxKeys: 2, noNullPrototype: true })
  if (type.shape === 'list') return fc.array(anyOf(type.element, depth + 1), { minLength: 1, maxLength: 2 })
  if (type.shape === 'map')
    return fc.dictionary(text, anyOf(type.element, depth + 1), { minKeys: 1, maxKeys: 2, noNullPrototype: true })
  return structOf(type, depth)
}

function structOf(type: StructType, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const members: Record<string, fc.Arbitrary<unknown>> = {}
  for (const field of type.fields.values()) {
    if (field.number === undefined || (depth >= deepest && field.type.shape !== 'scalar')) continue
    members[field.name] = anyOf(field.type, depth + 1)
  }
  return fc.record(members, { requiredKeys: [], noNullPrototype: true })
}

/** Without empty structs that are no pointers, at any depth: a decoder can't tell them from none. */
function normal(value: unknown, type: Type): unknown {
  if (type.shape === 'list') return (value as unknown[]).map((each) => normal(each, type.element))
  if (type.shape === 'map')
    return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, normal(each, type.element)]))
  if (type.shape !== 'struct') return value
  const kept = Object.entries(value as object).flatMap(([key, each]) => {
    const field = type.fields.get(key)
    if (!field) return [[key, each]]
    const shown = normal(each, field.type)
    const isEmpty = field.type.shape === 'struct' && Object.keys(shown as object).length === 0
    return isEmpty && !field.pointer && !field.always ? [] : [[key, shown]]
  })
  return Object.fromEntries(kept)
}

describe('protobuf answers', () => {
  for (const { group, names, versions } of builtIns.definitions)
    for (const version of versions) {
      const type = version.type()
      const apiVersion = group === '' ? version.name : `${group}/${version.name}`
      it(`of ${apiVersion} ${names.kind} decode to what was encoded, whatever is in them`, () => {
        const objects = structOf(type, 0)
        fc.assert(
          fc.property(objects, (members) => {
            const object = { ...members, kind: names.kind, apiVersion }
            const decoded = decodeProtobuf(encodeProtobuf(object, type), typeOf)
            expect(normal(decoded, type)).to.deep.equal(normal(object, type))
          }),
          { numRuns: 8, seed: 7 },
        )
      })
    }

  it('are the bytes that the format asks for', () => {
    const status = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', code: 404 }
    const bytes = encodeProtobuf(status, typeOf('v1', 'Status')!)
    expect(bytes.toString('hex')).to.equal(
      ['6b387300', '0a0c 0a02 7631 1206 537461747573', '120e 0a00 1207 4661696c757265 309403', '1a00 2200']
        .join('')
        .replaceAll(' ', ''),
    )
  })

  it('of schemas have a message for what JSON writes in two ways', () => {
    const type = typeOf('apiextensions.k8s.io/v1', 'CustomResourceDefinition')!
    const openAPIV3Schema = {
      type: 'object',
      default: { a: 1 },
      properties: {
        map: { additionalProperties: { type: 'string' } },
        open: { additionalProperties: true },
        list: { items: { type: 'string' }, 'x-kubernetes-list-type': 'atomic', minItems: 0 },
      },
    }
    const versions = [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }]
    const object = { kind: 'CustomResourceDefinition', apiVersion: 'apiextensions.k8s.io/v1', spec: { versions } }
    const bytes = encodeProtobuf(object, type)
    const hex = bytes.toString('hex')
    // number 30 of a schema: allows, and the schema; number 24: the schema alone.
    expect(hex).to.include('f2010c 0801 1208 2a06 737472696e67'.replaceAll(' ', ''))
    expect(hex).to.include('f20102 0801'.replaceAll(' ', ''))
    expect(hex).to.include('c2010a 0a08 2a06 737472696e67'.replaceAll(' ', ''))
    const decoded = decodeProtobuf(bytes, typeOf) as unknown as typeof object
    expect(decoded.spec.versions[0]!.schema).to.deep.equal({ openAPIV3Schema })
  })

  it('of negative and large integers, and of texts longer than the writer had room for, lose nothing', () => {
    const type = typeOf('v1', 'ConfigMap')!
    const long = { kind: 'ConfigMap', apiVersion: 'v1', metadata: { generation: -3 }, data: { a: 'é'.repeat(900_000) } }
    expect(decodeProtobuf(encodeProtobuf(long, type), typeOf)).to.deep.equal(long)
    const large = { kind: 'ConfigMap', apiVersion: 'v1', metadata: { generation: 2 ** 53 - 1 } }
    expect(decodeProtobuf(encodeProtobuf(large, type), typeOf)).to.deep.equal(large)
  })

  it('of lists have the items bare, and frames their length in front', () => {
    const item = { metadata: { name: 'a' } }
    const piece = encodeListItem(item, typeOf('v1', 'ConfigMap')!)
    expect(piece.toString('hex')).to.equal('12050a030a0161')
    const list = { kind: 'ConfigMapList', apiVersion: 'v1', metadata: { resourceVersion: '9' } }
    const metadata = typeOf('v1', 'ListMeta')!
    const { head, tail } = encodeListEnds(list, { metadata, itemBytes: piece.length })
    expect(head.subarray(-7).toString('hex')).to.equal('120c0a03120139')
    expect(tail.toString('hex')).to.equal('1a002200')
    expect(encodeListItem(item, typeOf('v1', 'ConfigMap')!, 1).toString('hex')).to.equal('0a050a030a0161')
    const older = { ...list, apiVersion: 'meta.k8s.io/v1beta1' }
    expect(encodeListEnds(older, { metadata, itemBytes: piece.length }).head.subarray(-5).toString('hex')).to.equal(
      '1203120139',
    )
    const frame = encodeWatchFrame('ADDED', Buffer.from('xy'))
    expect(frame.toString('hex')).to.equal('0000000d0a05414444454412040a027879')
  })
})
