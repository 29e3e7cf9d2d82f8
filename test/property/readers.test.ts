import { expect } from 'chai'
import fc from 'fast-check'
import { decodeBody, parseJson } from '../../core/funnel/body.js'
import { duplicateField, marksIn, repeatedKeys } from '../../core/funnel/repeated-keys.js'
import { writeYaml } from '../../core/funnel/yaml.js'
import { readJson, writeJson } from '../../core/kit/index.js'
import { decodeProtobuf, encodeProtobuf, type StructType, type Type } from '../../core/schema/index.js'
import { typeOf } from '../fuzz/built-ins.js'
import { readByTwin } from '../fuzz/json-twin.js'

const whole = fc.oneof(fc.integer(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }))
const number = fc.oneof(whole.map(String), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => JSON.stringify(n)), fc.constantFrom('1e400', '-0', '0.10', '1E+2', '12345678901234567890123')) // biome-ignore format: one list
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('int0:1', '9007199254740993', '__proto__', '\ud800', ':', '"'),
)
const key = fc.oneof(fc.constantFrom('a', 'b', 'constructor', ''), fc.string({ maxLength: 3 }))
const space = fc.constantFrom('', ' ', '\n\t')

/** JSON as people write it: keys that stand twice, blanks, numbers of every form. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    number,
    text.map((each) => JSON.stringify(each)),
    fc.constantFrom('true', 'false', 'null'),
    fc.tuple(space, fc.array(tie('json'), { maxLength: 4 })).map(([blank, items]) => `[${blank}${items.join(`${blank},`)}${blank}]`),
    fc.tuple(space, fc.array(fc.tuple(key, tie('json')), { maxLength: 4 })).map(([blank, members]) => `{${members.map(([name, value]) => `${blank}${JSON.stringify(name)}${blank}:${value}`).join(`${blank},`)}${blank}}`),
  ),
})) // biome-ignore format: one tree

describe('bodies in JSON beside their twin', () => {
  it('are read to the same values, whole numbers of 64 bits exactly, with the same repeated keys', () => {
    fc.assert(
      fc.property(json, (body) => {
        const bytes = Buffer.from(body)
        const wanted = readByTwin(bytes.toString())!
        const found = parseJson(bytes)
        expect(found).to.deep.equal(wanted.value)
        const told =
          repeatedKeys(bytes, { value: found, marks: marksIn(bytes), wording: duplicateField })?.complaints.map(
            ({ path }) => path,
          ) ?? []
        expect(told).to.deep.equal(wanted.repeated.slice(0, 100))
        // What no double holds can't be written; objects with it are refused later.
        if (!body.includes('1e400')) expect(writeJson(readJson(writeJson(found)))).to.equal(writeJson(found))
      }),
      { numRuns: 1000 },
    )
  })

  it('are refused where the twin refuses them', () => {
    const broken = fc
      .tuple(json, fc.nat(), fc.constantFrom('', ',', '}', '"', '0', '.', 'e', '\u0001'))
      .map(([body, at, change]) => {
        const place = body.length === 0 ? 0 : at % body.length
        return body.slice(0, place) + change + body.slice(place + 1)
      })
    fc.assert(
      fc.property(broken, (body) => {
        const wanted = readByTwin(Buffer.from(body).toString())
        if (wanted) expect(parseJson(Buffer.from(body))).to.deep.equal(wanted.value)
        else expect(() => parseJson(Buffer.from(body))).to.throw()
      }),
      { numRuns: 1000 },
    )
  })
})

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false, 0, 1.5, -7, 9007199254740993n, '', 'a', 'true', '~', '0x1', '1e3', ' a', '- a', 'a: b', '2001-01-01', '%', '\n', 'é'),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b: c', '1', '<<', 'null', '- '), tie('tree'), { maxKeys: 3 }),
  ),
})) // biome-ignore format: one tree

describe('bodies in YAML', () => {
  it('are what was written', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (inner) => {
        const value = { inner }
        const bytes = Buffer.from(await writeYaml(value))
        expect(await decodeBody(bytes, 'application/yaml', { typeOf })).to.deep.equal(value)
      }),
      { numRuns: 500 },
    )
  })
})

/** Values of a type, as a client may send them: no zeros, which protobuf can't tell from nothing. */
function anyOf(type: Type, depth: number): fc.Arbitrary<unknown> {
  switch (type.shape) {
    case 'struct':
      return structOf(type, depth)
    case 'list':
      return fc.array(anyOf(type.element, depth + 1), { minLength: 1, maxLength: 2 })
    case 'map':
      return fc.dictionary(fc.constantFrom('a', 'b/c', 'd'), anyOf(type.element, depth + 1), {
        minKeys: 1,
        maxKeys: 2,
      })
    case 'any':
      return fc.constantFrom<unknown>({ a: 1 }, { b: ['c'] })
    case 'scalar':
  }
  switch (type.scalar) {
    case 'string':
      return fc.string({ minLength: 1 })
    case 'boolean':
      return fc.constant(true)
    case 'integer':
      return fc.oneof(fc.integer({ min: 1 }), fc.integer({ max: -1 }))
    case 'number':
      return fc.constantFrom(0.5, -3, 1e9)
    case 'bytes':
      return fc.uint8Array({ minLength: 1 }).map((bytes) => Buffer.from(bytes).toString('base64'))
    case 'quantity':
      return fc.constantFrom('1', '500m', '2Gi')
    case 'intOrString':
      return fc.constantFrom<unknown>(5, '50%')
    case 'time':
      return fc.constantFrom('2026-01-01T00:00:00Z', '1999-12-31T23:59:59Z')
    case 'microTime':
      return fc.constant('2026-01-01T00:00:00.123456Z')
    default:
      return fc.constant('a')
  }
}

function structOf(type: StructType, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const fields = [...type.fields.values()].filter(
    (field) => field.number !== undefined && !(field.type.shape === 'any' && field.type.union),
  )
  const few = depth > 6 ? [] : fields
  const most = Math.min(few.length, depth > 3 ? 2 : 5)
  return fc
    .subarray(few, { maxLength: most })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((field) => [field.name, anyOf(field.type, depth + 1)]))))
}

describe('bodies in protobuf', () => {
  for (const [
    apiVersion,
    kind,
  ] of [['v1', 'Pod'], ['v1', 'Node'], ['apps/v1', 'Deployment'], ['networking.k8s.io/v1', 'Ingress'], ['rbac.authorization.k8s.io/v1', 'ClusterRole'], ['resource.k8s.io/v1', 'ResourceClaim']] as const) // biome-ignore format: one list
    it(`of a ${kind} come back as they went`, () => {
      const type = typeOf(apiVersion, kind)!
      const empty = (value: unknown): boolean =>
        typeof value === 'object' && value !== null && Object.keys(value).length === 0
      const full = (value: unknown): unknown =>
        JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
          empty(inner)
            ? undefined
            : Array.isArray(inner)
              ? inner.filter((each) => each !== undefined && each !== null)
              : inner,
        ) ?? {}
      fc.assert(
        fc.property(structOf(type, 0), (members) => {
          const object = { ...members, apiVersion, kind }
          const again = decodeProtobuf(encodeProtobuf(object, type), typeOf)
          expect(full(again)).to.deep.equal(full(object))
        }),
        { numRuns: 150 },
      )
    })
})
