/** The walks over objects by people's own schemas. */
import { expect } from 'chai'
import type { SchemaNode } from '../schema-node.js'
import { checkSchema } from './check-schema.js'
import { duplicateErrors } from './duplicates.js'
import { fillObject } from './fill.js'
import { stringFormats } from './formats.js'
import { pruneObject } from './prune.js'
import { validateCustom } from './validate.js'

const spec = (schema: object): SchemaNode => ({ type: 'object', properties: { spec: schema as SchemaNode } })

function pruned(schema: object, value: unknown): { readonly left: unknown; readonly unknown: readonly string[] } {
  const object = { spec: value }
  const unknown: string[] = []
  pruneObject(spec(schema), object, { metadata: (metadata) => metadata, unknown })
  return { left: object.spec, unknown }
}

function filled(schema: object, value?: unknown): unknown {
  const object: Record<string, unknown> = value === undefined ? {} : { spec: value }
  fillObject(spec(schema), object)
  return object['spec']
}

const wrong = (schema: object, value: unknown, old?: unknown): string[] =>
  validateCustom(spec(schema), { spec: value }, { old: old === undefined ? undefined : { spec: old } }).map(
    ({ field, reason }) => `${field} ${reason}`,
  )

const integer = { type: 'integer' }
const text = { type: 'string' }

describe('pruning', () => {
  it('drops what is not declared, in lists and maps too, and says where it was', () => {
    const schema = {
      type: 'object',
      properties: {
        a: integer,
        list: { type: 'array', items: { type: 'object', properties: { b: integer } } },
        map: { type: 'object', additionalProperties: { type: 'object', properties: { b: integer } } },
      },
    }
    const value = { a: 1, x: 1, list: [{ b: 1, y: 1 }], map: { k: { b: 1, z: 1 } } }
    expect(pruned(schema, value)).to.deep.equal({
      left: { a: 1, list: [{ b: 1 }], map: { k: { b: 1 } } },
      unknown: ['spec.x', 'spec.list[0].y', 'spec.map.k.z'],
    })
  })

  it('keeps everything where a schema says so, and goes on below what it declares there', () => {
    const schema = {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
      properties: { a: { type: 'object', properties: { b: integer } } },
    }
    expect(pruned(schema, { x: { y: 1 }, a: { b: 1, c: 1 } })).to.deep.equal({
      left: { x: { y: 1 }, a: { b: 1 } },
      unknown: ['spec.a.c'],
    })
  })

  it('keeps apiVersion, kind and metadata of embedded objects', () => {
    const schema = { type: 'object', 'x-kubernetes-embedded-resource': true, properties: { spec: { type: 'object' } } }
    const value = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { x: 1 }, y: 1 }
    expect(pruned(schema, value).left).to.deep.equal({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: {},
    })
  })

  it('is not fooled by names that every object inherits', () => {
    const value = JSON.parse('{"constructor": 1, "toString": {"a": 1}, "hasOwnProperty": 1}')
    expect(pruned({ type: 'object', properties: { a: integer } }, value).left).to.deep.equal({})
    expect(() => pruned({ type: 'object' }, JSON.parse('{"__proto__": {"a": 1}}'))).to.throw('__proto__')
    expect(() =>
      pruned({ type: 'object', 'x-kubernetes-preserve-unknown-fields': true }, JSON.parse('{"a": {"__proto__": 1}}')),
    ).to.throw('__proto__')
  })
})

describe('defaulting', () => {
  it('fills members, elements and values of maps, and no parent that is missing', () => {
    const inner = { type: 'object', properties: { b: { ...integer, default: 2 } } }
    const schema = {
      type: 'object',
      properties: {
        list: { type: 'array', items: inner },
        map: { type: 'object', additionalProperties: inner },
        deep: inner,
      },
    }
    expect(filled(schema, { list: [{}, { b: 1 }], map: { k: {} } })).to.deep.equal({
      list: [{ b: 2 }, { b: 1 }],
      map: { k: { b: 2 } },
    })
    expect(filled({ ...inner, default: {} })).to.deep.equal({ b: 2 })
  })

  it('takes null for absent where it is not allowed', () => {
    const schema = {
      type: 'object',
      properties: { a: { ...integer, default: 1 }, b: integer, c: { ...integer, nullable: true, default: 3 } },
    }
    expect(filled(schema, { a: null, b: null, c: null })).to.deep.equal({ a: 1, c: null })
  })

  it('gives each object a default of its own', () => {
    const schema = {
      type: 'object',
      properties: { a: { type: 'object', default: {}, 'x-kubernetes-preserve-unknown-fields': true } },
    }
    const [one, two] = [filled(schema, {}), filled(schema, {})] as { a: object }[]
    expect(one!.a).to.not.equal(two!.a)
  })
})

describe('validation', () => {
  it('knows types, and numbers that may be strings', () => {
    expect(wrong({ type: 'object', properties: { a: integer } }, { a: 1.5 })).to.deep.equal([
      'spec.a FieldValueTypeInvalid',
      '<nil> FieldValueInvalid',
    ])
    expect(wrong({ 'x-kubernetes-int-or-string': true }, '50%')).to.deep.equal([])
    expect(wrong({ 'x-kubernetes-int-or-string': true }, 1.5)).to.deep.equal(['spec FieldValueTypeInvalid'])
    expect(wrong({ ...text, nullable: true }, null)).to.deep.equal([])
  })

  it('checks bounds, lengths in characters, patterns, formats and enums', () => {
    expect(wrong({ ...integer, minimum: 1, exclusiveMinimum: true }, 1)).to.have.length(1)
    expect(wrong({ type: 'number', multipleOf: 0.1 }, 0.3)).to.deep.equal([])
    expect(wrong({ ...text, maxLength: 2 }, '\u{1F600}\u{1F600}')).to.deep.equal([])
    expect(wrong({ ...text, maxLength: 2 }, 'abc')).to.deep.equal(['spec FieldValueTooLong'])
    expect(wrong({ ...text, format: 'date-time' }, 'yesterday')).to.deep.equal(['spec FieldValueTypeInvalid'])
    const [dashed] = validateCustom(spec({ ...text, format: 'date-time' }), { spec: 'x' }, { old: undefined })
    expect(dashed?.message, 'the name as it is written').to.contain('must be of type date-time:')
    expect(wrong({ ...text, format: 'bson-object-id' }, 'x')).to.deep.equal(['spec FieldValueTypeInvalid'])
    expect(wrong({ ...text, format: 'whatever' }, 'x')).to.deep.equal([])
    expect(wrong({ ...text, enum: ['a'] }, 'b')).to.deep.equal(['spec FieldValueNotSupported'])
    expect(wrong({ type: 'array', items: text, maxItems: 1 }, ['a', 'b'])).to.deep.equal(['spec FieldValueTooMany'])
    expect(wrong({ type: 'object', additionalProperties: integer }, { k: 'x' })).to.deep.equal([
      'spec.k FieldValueTypeInvalid',
    ])
  })

  it('runs patterns in linear time', () => {
    expect(wrong({ ...text, pattern: '^(a+)+$' }, `${'a'.repeat(50_000)}!`)).to.deep.equal(['spec FieldValueInvalid'])
  })

  it('combines schemas', () => {
    const choice = {
      type: 'object',
      properties: { a: integer, b: integer },
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    }
    expect(wrong(choice, { a: 1 })).to.deep.equal([])
    expect(wrong(choice, { a: 1, b: 1 })).to.deep.equal(['<nil> FieldValueInvalid'])
    expect(wrong(choice, {})).to.deep.equal(['<nil> FieldValueInvalid', 'spec.a FieldValueRequired'])
    expect(wrong({ ...integer, not: { enum: [3] } }, 3)).to.deep.equal(['<nil> FieldValueInvalid'])
    const all = ['spec FieldValueInvalid', '<nil> FieldValueInvalid']
    expect(wrong({ ...integer, allOf: [{ minimum: 2 }] }, 1)).to.deep.equal(all)
  })

  it('walks nested combinations once each', () => {
    let nested: object = { minimum: 5 }
    for (let depth = 0; depth < 200; depth++) nested = { anyOf: [nested] }
    expect(wrong({ ...integer, ...nested }, 1)).to.have.length(2)
  })

  it('finds what is in a set twice, whatever the order of its members', () => {
    const atomic = { type: 'object', 'x-kubernetes-map-type': 'atomic', additionalProperties: integer }
    const set = { type: 'array', 'x-kubernetes-list-type': 'set', items: atomic }
    const one = { a: 1, b: 2 }
    const fields = duplicateErrors(spec(set), { spec: [one, { b: 2, a: 1 }, one] }).map(({ field }) => field)
    expect(fields).to.deep.equal(['spec[1]'])
  })

  it('lets stand what was wrong before and has not changed', () => {
    const schema = { type: 'object', properties: { a: { ...integer, maximum: 1 }, b: { ...integer, maximum: 1 } } }
    expect(wrong(schema, { a: 5, b: 1 }, { a: 5 })).to.deep.equal([])
    expect(wrong(schema, { a: 6, b: 1 }, { a: 5 })).to.deep.equal(['spec.a FieldValueInvalid'])
    const list = {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['n'],
      items: { type: 'object', properties: { n: text, v: { ...integer, maximum: 1 } } },
    }
    expect(
      wrong(
        list,
        [
          { n: 'new', v: 1 },
          { n: 'old', v: 9 },
        ],
        [{ n: 'old', v: 9 }],
      ),
    ).to.deep.equal([])
    const [a, b, changed] = [
      { n: 'a', v: 0 },
      { n: 'b', v: 0 },
      { n: 'b', v: 1 },
    ]
    const few = { type: 'object', properties: { list: { ...list, maxItems: 1 } } }
    expect(wrong(few, { list: [b, a] }, { list: [a, b] })).to.deep.equal([])
    expect(wrong(few, { list: [changed, a] }, { list: [a, b] })).to.deep.equal(['spec.list FieldValueTooMany'])
  })
})

describe('a schema', () => {
  const complaints = (schema: object) => checkSchema(spec(schema), 's').map(({ field }) => field)

  it('may test numbers that may be strings by their types', () => {
    const both = { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] }
    expect(complaints(both)).to.deep.equal([])
    expect(
      complaints({ 'x-kubernetes-int-or-string': true, allOf: [{ anyOf: both.anyOf }, { pattern: 'x' }] }),
    ).to.deep.equal([])
  })

  it('may not say what is not structural', () => {
    expect(complaints({ type: 'object', properties: {}, additionalProperties: false })).to.deep.equal([])
    expect(complaints({ type: 'object', properties: { a: integer }, additionalProperties: integer })).to.deep.equal([
      's.properties[spec].additionalProperties',
    ])
    expect(complaints({ type: 'array', items: [text] })).to.deep.equal(['s.properties[spec].items'])
    expect(complaints({ type: 'array', items: text, uniqueItems: true })).to.deep.equal([
      's.properties[spec].uniqueItems',
    ])
    expect(complaints({ ...text, nullable: true, default: null })).to.deep.equal([])
    expect(complaints({ type: 'object', properties: { a: integer }, default: { b: 1 } })).to.deep.equal([
      's.properties[spec].default',
    ])
  })
})

describe('formats', () => {
  const table: readonly (readonly [format: string, good: readonly string[], bad: readonly string[]])[] = [
    ['bsonobjectid', ['507f1f77bcf86cd799439011'], ['1']],
    ['byte', ['aGk='], ['', 'YQ']],
    ['cidr', ['10.0.0.0/8', '01.2.3.0/24', 'fd00::/8'], ['10.0.0.0/33', '1.2.3.4']],
    ['creditcard', ['4111-1111-1111-1111'], ['4111111111111112', '1']],
    [
      'datetime',
      ['2024-02-29T12:00:00Z', '2020-01-31t10:00:00.5+02:00'],
      ['2023-02-29T12:00:00Z', '2020-01-31 10:00:00Z'],
    ],
    ['duration', ['1h30m', '0', '3 days', '5 weeks and a bit', '-2m'], ['soon', '1', 'h', '9223372036854775808ns']],
    ['email', ['a@b.example', 'A <a@b.c>'], ['a', 'a@', 'a b@c']],
    ['hostname', ['a.bc', 'A', '1', 'ä.de'], ['a_b', '-a', 'a.', 'a.1', 'a'.repeat(64)]],
    ['ipv4', ['1.2.3.4', '01.2.3.4', '::ffff:1.2.3.4', '::ffff:01.2.3.04'], ['1.2.3', '::1']],
    ['ipv6', ['::1'], ['1.2.3.4', 'fe80::1%eth0']],
    ['isbn', ['0321751043', '978-0321751041'], ['1', '0321751044', '978-0321751042']],
    ['mac', ['00:1b:44:11:3a:b7', '0000.5e00.5301', '00-00-5e-00-53-01', '00005e005301'], ['00:00', '00005e00530', '00:1b-44:11:3a:b7']], // biome-ignore format: one line
    ['rgbcolor', ['rgb(1,2,3)'], ['rgb(1, 2, 300)']],
    ['ssn', ['123-45-6789', '123 45 6789'], ['123456789', '123-456789']],
    ['uri', ['https://example.com/a?b', '/a', 'mailto:a@b', '//a'], ['a b', 'a', '', 'http://a b', 'http://[::1']],
    ['uuid', ['b7a0f2b6-9c3b-4c0e-8f0e-3f1f3c5b1a2d'], ['x']],
  ]

  it('are as upstream reads them', () => {
    for (const [format, good, bad] of table) {
      const takes = stringFormats.get(format)!
      expect([format, good.filter((text) => !takes(text)), bad.filter(takes)]).to.deep.equal([format, [], []])
    }
  })
})
