/** Rules of schemas: when they are refused, what they say of objects, and what an update is forgiven. */
import { expect } from 'chai'
import type { KubeObject } from '../../meta/index.js'
import { checkSchema } from '../custom/index.js'
import type { SchemaNode } from '../schema-node.js'
import { RulesTooDear } from './budget.js'
import { compileRules } from './rules.js'

const spec = (node: SchemaNode): SchemaNode => ({ type: 'object', properties: { spec: node } })
const ruled = (properties: SchemaNode['properties'], ...rules: object[]): SchemaNode =>
  spec({ type: 'object', properties: properties!, 'x-kubernetes-validations': rules })

function wrong(schema: SchemaNode, is: object, was?: object): string[] {
  const whole = (of: object) => ({ apiVersion: 'a/v1', kind: 'A', metadata: { name: 'n' }, spec: of }) as KubeObject
  const causes = compileRules(schema)!(whole(is), was && whole(was))
  return causes.map(({ field, message, reason }) => `${reason} ${field}: ${message}`)
}
const refused = (schema: SchemaNode) => checkSchema(schema, 's').map(({ field, message }) => `${field}: ${message}`)

const n: SchemaNode = { type: 'integer' }

describe('rules of a schema', () => {
  it('say what is wrong where', () => {
    const rules = [
      { rule: 'self.min <= self.max', message: 'min above max' },
      {
        rule: 'self.min > 0',
        messageExpression: "'min is %d'.format([self.min])",
        reason: 'FieldValueForbidden',
        fieldPath: '.min',
      },
      { rule: 'self.max < 10', reason: 'FieldValueRequired' },
    ]
    const schema = ruled({ min: n, max: n }, ...rules)
    expect(refused(schema)).to.deep.equal([])
    expect(wrong(schema, { min: 1, max: 2 })).to.deep.equal([])
    expect(wrong(schema, { min: 0, max: -1 })).to.deep.equal([
      'FieldValueInvalid spec: Invalid value: min above max',
      'FieldValueForbidden spec.min: Forbidden: min is 0',
    ])
    expect(wrong(schema, { min: 1, max: 10 })).to.deep.equal([
      'FieldValueRequired spec: Required value: failed rule: self.max < 10',
    ])
    expect(wrong(schema, { min: 1 })[0]).to.contain('no such key: max evaluating rule: min above max')
  })

  it('refuse, and do not break, what is of another type than they were made for', () => {
    const text: SchemaNode = { type: 'string', 'x-kubernetes-validations': [{ rule: 'self.size() > oldSelf.size()' }] }
    const time: SchemaNode = { type: 'string', format: 'date-time', 'x-kubernetes-validations': [{ rule: 'self > oldSelf' }] } // biome-ignore format: one line
    for (const inner of [
      text,
      time,
      { ...n, 'x-kubernetes-validations': [{ rule: 'self > oldSelf' }] },
    ] as SchemaNode[]) {
      const schema = ruled({ a: inner, b: text }, { rule: 'self.a == oldSelf.a' })
      for (const [was, is] of [
        [{ b: 1 }, ['c']],
        [['c'], { b: 1 }],
        [true, 'x'],
      ])
        expect(wrong(schema, { a: is }, { a: was }).length).to.be.greaterThan(0)
      expect(
        wrong(schema, { a: { b: 1 } }, { a: { b: 1 } }).every((each) => each.startsWith('FieldValueInvalid')),
      ).to.equal(true)
    }
  })

  it('compare objects with all that they hold, and reach members by words of the language', () => {
    const open: SchemaNode = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, properties: { if: n } }
    const keyed: SchemaNode = {
      type: 'array',
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['k!'],
      items: { type: 'object', properties: { 'k!': { type: 'string' } } },
    }
    const pair = (items: SchemaNode): SchemaNode => ({ type: 'array', items })
    const schema = (rule: string) => ruled({ a: pair(open), c: pair(keyed) }, { rule })
    const differ = 'self.a[0] != self.a[1]'
    expect(wrong(schema(differ), { a: [{ x: 1 }, { x: 2 }] })).to.deep.equal([])
    expect(wrong(schema(differ), { a: [{}, { x: 2 }] })).to.deep.equal([])
    expect(wrong(schema(differ), { a: [{ x: [1, { y: 2 }] }, { x: [1, { y: 2 }] }] })).to.have.length(1)
    expect(wrong(schema('has(self.a[0].if) && self.a[0].if == self.a[0].__if__'), { a: [{ if: 1 }] })).to.deep.equal([])
    expect(wrong(schema('self.c[0] != self.c[1]'), { c: [[{ 'k!': 'a' }], [{ 'k!': 'b' }]] })).to.deep.equal([])
  })

  it('hold in lists and maps, at any depth', () => {
    const odd: SchemaNode = { type: 'integer', 'x-kubernetes-validations': [{ rule: 'self % 2 == 1' }] }
    const schema = spec({
      type: 'object',
      properties: {
        list: { type: 'array', maxItems: 10, items: odd },
        map: { type: 'object', maxProperties: 10, additionalProperties: odd },
      },
    })
    expect(refused(schema)).to.deep.equal([])
    expect(wrong(schema, { list: [1, 2], map: { a: 4 } })).to.deep.equal([
      'FieldValueInvalid spec.list[1]: Invalid value: 2: failed rule: self % 2 == 1',
      'FieldValueInvalid spec.map[a]: Invalid value: 4: failed rule: self % 2 == 1',
    ])
  })

  it('warn of what they refuse and was so before, and refuse all the same what they have no answer for', () => {
    const known: SchemaNode = { type: 'object', properties: { n, m: n } }
    const rules = [{ rule: 'self.n > 1', message: 'small' }, { rule: 'self.m > 1' }]
    const check = compileRules(spec({ ...known, 'x-kubernetes-validations': rules }))!
    const object = { apiVersion: 'a/v1', kind: 'A', metadata: { name: 'n' }, spec: { n: 1 } } as KubeObject
    const warnings: string[] = []
    const causes = check(object, structuredClone(object), { warn: (warning) => warnings.push(warning) })
    expect(warnings).to.deep.equal(['spec: Invalid value: small'])
    expect(causes.map(({ message }) => message)).to.deep.equal([
      'Invalid value: "object": no such key: m evaluating rule: self.m > 1',
    ])
  })

  it('compare with what was, where elements can be told apart', () => {
    const same = { rule: 'self == oldSelf', message: 'stays' }
    const schema = ruled({ n: { ...n, 'x-kubernetes-validations': [same] } })
    delete (schema.properties!['spec'] as Record<string, unknown>)['x-kubernetes-validations']
    expect(wrong(schema, { n: 1 })).to.deep.equal([])
    expect(wrong(schema, { n: 2 }, { n: 1 })).to.deep.equal(['FieldValueInvalid spec.n: Invalid value: 2: stays'])
    const items: SchemaNode = {
      type: 'object',
      required: ['k'],
      properties: { k: { type: 'string' }, v: { ...n, 'x-kubernetes-validations': [same] } },
    }
    const keyed = {
      type: 'array',
      maxItems: 5,
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['k'],
      items,
    }
    const listed = spec({ type: 'object', properties: { l: keyed } })
    expect(refused(listed)).to.deep.equal([])
    expect(
      wrong(
        listed,
        {
          l: [
            { k: 'b', v: 3 },
            { k: 'a', v: 1 },
          ],
        },
        {
          l: [
            { k: 'a', v: 1 },
            { k: 'b', v: 2 },
          ],
        },
      ),
    ).to.deep.equal(['FieldValueInvalid spec.l[0].v: Invalid value: 3: stays'])
    const atomic = spec({ type: 'object', properties: { l: { type: 'array', maxItems: 5, items } } })
    expect(refused(atomic)[0]).to.contain('oldSelf cannot be used on the uncorrelatable portion of the schema')
  })

  it('may ask whether there was anything before', () => {
    const rule = { rule: 'oldSelf.hasValue() || self.n == 0', message: 'begins with 0', optionalOldSelf: true }
    const schema = ruled({ n }, rule)
    expect(refused(schema)).to.deep.equal([])
    expect(wrong(schema, { n: 1 })).to.have.length(1)
    expect(wrong(schema, { n: 1 }, { n: 0 })).to.deep.equal([])
  })

  it('forgive what was wrong before and has not changed', () => {
    const small: SchemaNode = { ...n, 'x-kubernetes-validations': [{ rule: 'self < 5' }] }
    const schema = spec({ type: 'object', properties: { a: small, b: small } })
    expect(wrong(schema, { a: 9, b: 1 }, { a: 9, b: 0 })).to.deep.equal([])
    expect(wrong(schema, { a: 9, b: 9 }, { a: 9, b: 0 })).to.deep.equal([
      'FieldValueInvalid spec.b: Invalid value: 9: failed rule: self < 5',
    ])
  })

  it('are refused when they can not work or could cost too much', () => {
    const path = 's.properties[spec].x-kubernetes-validations[0]'
    const of = (rule: object, properties: SchemaNode['properties'] = { n }) => refused(ruled(properties, rule))
    expect(of({ rule: 'self.x == 1' })[0]).to.match(
      /^s\.properties\[spec\]\.x-kubernetes-validations\[0\]\.rule: Invalid value: .*compilation failed/,
    )
    expect(of({ rule: ' ' })).to.deep.equal([
      `${path}.rule: Required value: write what must hold, as in self.size() > 0`,
    ])
    expect(of({ rule: 'true', reason: 'Bad' })[0]).to.contain(`${path}.reason: Unsupported value`)
    expect(of({ rule: 'true', fieldPath: '.x' })[0]).to.contain('leads to no property of the schema')
    expect(of({ rule: 'true', messageExpression: '1' })[0]).to.contain('must evaluate to a string')
    expect(of({ rule: 'true', optionalOldSelf: true })[0]).to.contain('use oldSelf in the rule')
    const list: SchemaNode = { type: 'array', items: { type: 'string' } }
    const nested = { rule: 'self.l.all(a, self.l.all(b, a == b))' }
    expect(of(nested, { l: list })[0]).to.contain(
      'Forbidden: estimated rule cost exceeds budget by factor of more than 100x',
    )
    const bounded: SchemaNode = { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 20 } }
    expect(of(nested, { l: bounded })).to.deep.equal([])
  })

  it('hold nothing for right that could not be compiled', () => {
    expect(wrong(ruled({ n }, { rule: 'self.x == 1' }), { n: 1 })[0]).to.contain(
      'rule compile error: compilation failed',
    )
  })

  it('say nothing of an object where they may spend less than they take', () => {
    const list: SchemaNode = { type: 'array', items: n }
    const dear = 'self.l.all(a, self.l.all(b, a + b > 0 || 1 / 0 > 0)) || true'
    const check = compileRules(ruled({ l: list }, { rule: dear }, { rule: dear }))!
    const object = (count: number) =>
      ({ spec: { l: Array.from({ length: count }, (_, at) => at + 1) } }) as unknown as KubeObject
    expect(() => check(object(50), undefined, { here: 10_000 })).to.throw(RulesTooDear)
    expect(check(object(20), undefined, { here: 10_000 })).to.deep.equal([])
    expect(check(object(50), undefined)).to.deep.equal([])
  })

  it('stop when an object makes them too dear, and say so once', () => {
    const list: SchemaNode = { type: 'array', items: n }
    const schema = ruled({ l: list }, { rule: 'self.l.all(a, self.l.all(b, a + b > 0))' }, { rule: 'false' })
    const causes = wrong(schema, { l: Array.from({ length: 2000 }, (_, at) => at + 1) })
    expect(causes).to.have.length(1)
    expect(causes[0]).to.contain('actual cost limit exceeded')
  })
})
