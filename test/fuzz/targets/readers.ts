/** Bodies: JSON, YAML, protobuf. */
import { decodeBody, parseJson } from '../../../core/funnel/body.js'
import { duplicateField, marksIn, repeatedKeys } from '../../../core/funnel/repeated-keys.js'
import { Malformed } from '../../../core/funnel/unrecognized.js'
import { writeYaml, yamlReader } from '../../../core/funnel/yaml.js'
import { readJson, writeJson } from '../../../core/kit/index.js'
import { decodeProtobuf, encodeProtobuf, protobufType } from '../../../core/schema/index.js'
import { builtIns, typeOf } from '../built-ins.js'
import { readByTwin } from '../json-twin.js'
import { type FuzzTarget, refusable, same, shown } from '../target.js'

const deepest = 512

/** Brackets outside of strings, as deep as they go. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

const pod = '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i","ports":[{"containerPort":80}]}]}}' // biome-ignore format: one line

const json: FuzzTarget = {
  name: 'json',
  seeds: [
    '{}',
    pod,
    '{"a":9007199254740993,"b":[-9223372036854775808,9223372036854775808,1e400,0.1e-3],"a":"9007199254740993"}',
    '{"int0:":"int0:1","a":{"b":[{"c":1,"c":2}]},"\\u0061":1,"__proto__":12345678901234567890}',
  ],
  words: ['"a"', '9007199254740993', 'int0:', '\\u0061', '\\"', '"__proto__":', '0000000000000000', '{"a":', '[', '1E+2', '-'], // biome-ignore format: one list
  run(input) {
    // The twin recurs; what is far too deep is refused before anything recurs.
    if (input.filter((byte) => byte === 91 || byte === 123).length > 2 * deepest)
      return void refusable(() => parseJson(input), Malformed)
    const wanted = readByTwin(input.toString('utf8'))
    const found = refusable(() => ({ value: parseJson(input) }), Malformed)
    if (!wanted) return same(found, undefined, 'what is no JSON')
    if (!found) {
      if (depthOf(wanted.value) > deepest) return
      throw new Error('refused, and it is JSON')
    }
    same(found.value, wanted.value, 'read')
    const repeated = repeatedKeys(input, { value: found.value, marks: marksIn(input), wording: duplicateField })
    same(repeated?.complaints.map(({ path }) => path) ?? [], wanted.repeated.slice(0, 100), 'repeated')
    const text = writeJson(found.value)
    same(text, writeJson(readJson(text)), 'written and read again')
  },
}

const yaml: FuzzTarget = {
  name: 'yaml',
  seeds: [
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: "b"\n  c: |\n    text\n    more\n',
    'a: &x [1, 2]\nb: *x\nc: {<<: {d: 1}, e: 9007199254740993}\n---\n',
    '- 0x1f\n- 0o17\n- 1_000\n- ~\n- .inf\n- 2001-12-14\n- !!str 5\n- ? a\n  : b\n- "\\u0041"\n',
    '__proto__: {a: 1}\nconstructor: x\na: 1\na: 2\n',
  ],
  words: ['&a ', '*a', '<<: ', '!!', '---\n', '...\n', '? ', ': ', '- ', '|\n', '>-\n', '\t', '#', '{', '[', '%YAML 1.2\n', '!!binary ', '!!set ', '!!omap '], // biome-ignore format: one list
  async run(input) {
    let value: unknown
    try {
      value = await decodeBody(input, 'application/yaml', { typeOf, hear: () => {} })
    } catch (error) {
      if (error instanceof Malformed) return
      return void refusable(() => {
        throw error
      })
    }
    const written = await writeYaml(value)
    same((await yamlReader()).read(written) ?? null, value, 'written and read again')
  },
}

interface Whole {
  readonly apiVersion: string
  readonly kind: string
}

function protobufOf(object: Whole): Buffer {
  return encodeProtobuf(object, typeOf(object.apiVersion, object.kind)!)
}

const protobuf: FuzzTarget = {
  name: 'protobuf',
  get seeds() {
    void builtIns()
    return [
      JSON.parse(pod) as { apiVersion: string; kind: string },
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a', creationTimestamp: '2026-01-01T00:00:00Z' }, spec: { replicas: 3, selector: { matchLabels: { a: 'b' } }, strategy: { rollingUpdate: { maxSurge: '25%' } }, template: { spec: { containers: [{ name: 'a', resources: { limits: { cpu: '1500m' } } }] } } } }, // biome-ignore format: one object
      { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'a' }, spec: { group: 'a.b', scope: 'Namespaced', names: { plural: 'as', kind: 'A' }, versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', default: { a: 1 }, enum: ['a'], properties: { a: { type: 'integer', minimum: 1.5 } } } } }] } }, // biome-ignore format: one object
      { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec: { user: 'a', extra: { a: ['b'] } } },
      { apiVersion: 'v1', kind: 'Secret', data: { a: 'YQ==' }, metadata: { managedFields: [{ fieldsV1: { 'f:a': {} } }] } }, // biome-ignore format: one object
    ].map(protobufOf)
  },
  words: ['k8s\0', '\x0a', '\x12', '\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01', '\x08\x01', '__proto__', '\x0a\x00'],
  run(input) {
    const value = refusable(() => decodeProtobuf(input, typeOf)) as Whole | undefined
    if (!value) return
    const type = typeOf(value.apiVersion, value.kind)!
    const bytes = refusable(() => encodeProtobuf(value, type))
    if (!bytes) return
    const again = decodeProtobuf(bytes, typeOf)
    same(withoutNulls(again), withoutNulls(value), 'encoded and decoded again')
    same(decodeBody(bytes, protobufType, { typeOf }), again, 'as a body')
  },
}

/** A time that is none is null when its empty message was sent, and nothing when it was not. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(shown(value), (_, inner: unknown) => inner ?? undefined)
}

export const readers: readonly FuzzTarget[] = [json, yaml, protobuf]
