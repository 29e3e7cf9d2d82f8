/** Definitions by anyone: schemas, rules in CEL, and the objects that they judge. */
import { VirtualClock } from '../../../core/kit/index.js'
import type { KubeObject } from '../../../core/meta/index.js'
import {
  checkSchema,
  compileCustom,
  type CustomManifest,
  decodeObject,
  type SchemaNode,
  TypeBuilder,
  WarmSchemas,
} from '../../../core/schema/index.js'
import { Budget, CelError, CelStopped } from '../../../core/schema/cel/budget.js'
import { compileExpression, RuleError } from '../../../core/schema/cel/rule.js'
import { dyn } from '../../../core/schema/cel/types.js'
import { builtIns } from '../built-ins.js'
import { asJson, type FuzzTarget, refusable, same } from '../target.js'

const cel: FuzzTarget = {
  name: 'cel',
  seeds: [
    "self.a.all(x, x.startsWith('b')) && size(self.b) > 3",
    "[1, 2.5, 3u, null, true, b'a', \"\\u00e9\"].exists(x, dyn(x) == 1) || {'a': 1}['a'] != 2",
    "quantity('1.5Gi').isGreaterThan(quantity('1k')) && url('https://a.b/c?d=e').getHost() == 'a.b' && ip('::1').family() == 6",
    "duration('1h').getSeconds() > 5 && timestamp('2026-01-01T00:00:00Z') < timestamp('2027-01-01T00:00:00Z')",
    "self.?a.orValue([1]).map(x, x > 0, x + 1).sum() == 3 && 'a,b'.split(',').join('-').matches('^a+-b$')",
    "has(self.a) ? oldSelf.hasValue() : '%s %d %.3f'.format(['a', 1, 2.5]) == semver('1.2.3').major().format()",
    "cidr('10.0.0.0/8').containsIP('10.1.2.3') && sets.contains([1],[1]) && math.greatest([1,2]) == 2",
  ],
  words: ['self', 'oldSelf', '.a', '[0]', '.all(x, ', '.map(x, ', '.filter(', 'has(self.a)', '.?a', '[?0]', 'optional.of(', 'dyn(', ' == ', ' && ', ' || ', ' ? ', ' : ', ' in ', '!', '-', ' + ', ' * ', ' / ', ' % ', '9223372036854775807', '-9223372036854775808', '18446744073709551615u', '0x1F', '1e308', "'", '"', "r'", "b'\\xff'", '\\u', '"""', '.replace(', '.format([', '.matches(', 'int(', 'string(', 'double(', 'duration(', 'timestamp(', 'bytes(', '.repeat', 'type(', 'cel.bind(', '.slice(', '.indexOf(', '.sort()', '.flatten()', '.reverse()', '{', '}', '(', ')', '//'], // biome-ignore format: one list
  run(input) {
    const text = input.toString('utf8')
    const rule = refusable(() => compileExpression(text, dyn, { optionalOldSelf: true, wanted: 'bool' }), RuleError)
    if (!rule) return
    const run = () => {
      const budget = new Budget()
      return refusable(() => rule.run({ budget, slots: [self, null] }), CelError, CelStopped)
    }
    const first = run()
    if (first !== undefined && typeof first !== 'boolean') throw new Error(`it came to ${String(first)}`)
    same(run(), first, 'asked twice')
  },
  // A unit of cost may be some tens of steps, and a million units are allowed.
  steps: (bytes) => 200_000_000 + 100_000 * bytes,
}
const self = 1n

const schemaSeeds = [
  '[{"type":"object","properties":{"spec":{"type":"object","required":["a"],"properties":{"a":{"type":"string","maxLength":5,"pattern":"^a+$","default":"aa"},"l":{"type":"array","maxItems":9,"items":{"type":"object","required":["id"],"properties":{"id":{"type":"integer","minimum":1},"v":{"x-kubernetes-int-or-string":true}}},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["id"]},"m":{"type":"object","additionalProperties":{"type":"number","nullable":true,"enum":[1,2.5]}},"f":{"type":"object","x-kubernetes-preserve-unknown-fields":true}},"x-kubernetes-validations":[{"rule":"self.a.size() < 4 || oldSelf.a == self.a","message":"m","fieldPath":".a"}]}}},{"spec":{"a":"aaaa","l":[{"id":1,"v":"x"},{"id":1}],"m":{"x":null,"y":2.5},"f":{"z":[{}]},"u":1}},{"spec":{"a":"aab","l":[{"id":0}]}}]',
  '[{"type":"object","properties":{"spec":{"type":"object","properties":{"e":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true},"s":{"type":"array","items":{"type":"string","format":"date-time"},"x-kubernetes-list-type":"set"},"o":{"type":"object","oneOf":[{"required":["x"]},{"properties":{"y":{"enum":["1"]}},"not":{"required":["x"]}}],"properties":{"x":{"type":"string","format":"ipv4"},"y":{"type":"string"}}}}}}},{"spec":{"e":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"A"}},"s":["a","a"],"o":{"x":"1.2.3.4"}}}]',
]

const definitions: FuzzTarget = {
  name: 'definitions',
  form: 'json',
  seeds: schemaSeeds,
  words: ['type', 'object', 'array', 'string', 'integer', 'number', 'boolean', 'properties', 'items', 'additionalProperties', 'default', 'nullable', 'enum', 'pattern', 'format', 'int32', 'byte', 'duration', 'uuid', 'date-time', 'maxLength', 'maxItems', 'minProperties', 'multipleOf', 'oneOf', 'anyOf', 'allOf', 'not', 'required', 'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-int-or-string', 'x-kubernetes-embedded-resource', 'x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type', 'x-kubernetes-validations', 'rule', 'self', 'oldSelf', 'messageExpression', 'metadata', 'apiVersion', 'kind', 'spec', 'a', '__proto__', '$ref', 'title', 'example'], // biome-ignore format: one list
  run(input) {
    const read = asJson(input)
    if (!Array.isArray(read)) return
    const [said, ...objects] = read as unknown[]
    const schema = asClientsSend(said)
    if (checkSchema(schema, 'schema').length > 0) return
    const version = compileCustom(manifestOf(schema), parts())!.versions[0]!
    let old: KubeObject | undefined
    for (const each of objects.slice(0, 4)) {
      const body = { apiVersion: 'a.b/v1', kind: 'Thing', metadata: { name: 'a' }, ...(each as object) }
      const object = refusable(() => version.steps!().decode(structuredClone(body)).object)
      if (!object) continue
      version.steps!().fill(object)
      const filled = JSON.stringify(object)
      version.steps!().validate(object, { old })
      same(JSON.stringify(object), filled, 'judging changes nothing')
      // Defaults and what is dropped are there after the first time.
      const again = version.steps!().decode(JSON.parse(filled))
      version.steps!().fill(again.object)
      same(again.object, object, 'taken in twice')
      same(again.unknown, [], 'unknown at the second time')
      old = object
    }
    version.type()
  },
  steps: (bytes) => 200_000_000 + 100_000 * bytes,
}

/** As the API takes it in: types right, and nothing that a schema does not have. */
function asClientsSend(schema: unknown): unknown {
  const { definitions: kinds } = builtIns()
  const version = kinds.find(({ names }) => names.plural === 'customresourcedefinitions')!.versions[0]!
  const body = { ...manifestOf(schema), apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' }
  const taken = refusable(() => decodeObject(version, body).object as unknown as CustomManifest)
  return taken?.spec.versions[0]?.schema?.openAPIV3Schema
}

function manifestOf(schema: unknown): CustomManifest {
  const names = { plural: 'things', singular: 'thing', kind: 'Thing', listKind: 'ThingList' }
  return {
    metadata: { name: 'things.a.b' },
    spec: {
      group: 'a.b',
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema as SchemaNode } }],
    },
    status: { acceptedNames: names, conditions: [{ type: 'Established', status: 'True' }] },
  }
}

let made: Parameters<typeof compileCustom>[1] | undefined
function parts() {
  const { types } = builtIns()
  made ??= {
    types,
    builder: new TypeBuilder(types),
    warm: new WarmSchemas(new VirtualClock()),
    conversion: () => undefined,
  }
  return made
}

export const definitionTargets: readonly FuzzTarget[] = [cel, definitions]
