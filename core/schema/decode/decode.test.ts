/** Decoding against the built-in definitions. */
import { expect } from 'chai'
import type { StatusError } from '../../meta/index.js'
import { loadBuiltIns } from '../load.js'
import { readJson, writeJson } from '../../kit/index.js'
import { decodeConfiguration, decodeObject, statedEmpty } from './decode.js'
import { scalarWalk } from './scalars.js'
import { Trail } from './trail.js'

const { definitions } = loadBuiltIns(new URL('../../../crds/generated/', import.meta.url))
const version = (plural: string) => definitions.find((definition) => definition.names.plural === plural)!.versions[0]!
const decode = (plural: string, json: string) => decodeObject(version(plural), readJson(json))
const refusal = (plural: string, json: string) => {
  try {
    decode(plural, json)
  } catch (error) {
    return error as StatusError
  }
  throw new Error('was not refused')
}

describe('decodeObject', () => {
  it('passes an object that fits as it is', () => {
    const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', labels: { x: 'y' } }, data: { k: 'v' } }
    const { object, unknown } = decodeObject(version('configmaps'), body)
    expect(object).to.equal(body)
    expect(unknown).to.deep.equal([])
  })

  it('leaves out empty lists and maps where Go would, and those alone', () => {
    const empty = '{"metadata":{"name":"a","labels":{},"finalizers":[]},"data":{}}'
    expect(decode('configmaps', empty).object).to.deep.equal({ metadata: { name: 'a' } })
    const spec = '{"containers":[],"volumes":[{"name":"v","emptyDir":{}}],"tolerations":[],"nodeSelector":{}}'
    expect(decode('pods', `{"spec":${spec}}`).object['spec']).to.deep.equal({
      containers: [],
      volumes: [{ name: 'v', emptyDir: {} }],
    })
    expect(decode('roles', '{"rules":[]}').object).to.deep.equal({ rules: [] })
    expect(
      decode('networkpolicies', '{"spec":{"podSelector":{"matchLabels":{}},"ingress":[{}]}}').object,
    ).to.deep.equal({ spec: { podSelector: {}, ingress: [{}] } })
  })

  it('remembers what was stated empty', () => {
    const { object } = decode('networkpolicies', '{"spec":{"ingress":[],"egress":[{"to":[]},{}],"policyTypes":null}}')
    expect(object['spec']).to.deep.equal({ egress: [{}, {}] })
    expect(statedEmpty(object)).to.deep.equal(['spec.ingress', 'spec.egress[0].to'])
    expect(statedEmpty(decode('configmaps', '{"data":{"a":""}}').object)).to.deep.equal([])
    expect(statedEmpty(decode('roles', '{"metadata":{"name":"","uid":""},"rules":[]}').object)).to.deep.equal([])
    const many = JSON.stringify({ spec: { ingress: Array.from({ length: 200 }, () => ({ from: [] })) } })
    expect(statedEmpty(decode('networkpolicies', many).object)).to.have.length(100)
  })

  it('drops unknown members and says where they were', () => {
    const { object, unknown } = decode(
      'pods',
      '{"kind":"Pod","metadata":{"name":"a"},"foo":1,"spec":{"bar":{},"containers":[{"name":"c"},{"name":"d","imag":"x","env":[{"name":"e","valu":""}]}]}}',
    )
    expect(unknown).to.deep.equal(['foo', 'spec.bar', 'spec.containers[1].imag', 'spec.containers[1].env[0].valu'])
    expect(object).to.deep.equal({
      kind: 'Pod',
      metadata: { name: 'a' },
      spec: { containers: [{ name: 'c' }, { name: 'd', env: [{ name: 'e' }] }] },
    })
  })

  it('keeps whole numbers within 64 bits, and refuses larger ones', () => {
    const pod = (seconds: string) =>
      `{"kind":"Pod","spec":{"terminationGracePeriodSeconds":${seconds},"containers":[]}}`
    const kept = (seconds: string) => writeJson(decode('pods', pod(seconds)).object['spec'])
    expect(kept('9007199254740991')).to.contain(':9007199254740991,')
    expect(kept('9223372036854775807')).to.contain(':9223372036854775807,')
    expect(kept('-9223372036854775808')).to.contain(':-9223372036854775808,')
    for (const large of ['1e30', '9223372036854775808', '18446744073709551616']) {
      expect(refusal('pods', pod(large)).message).to.match(/cannot unmarshal number .* of type int64$/)
    }
  })

  it("looks at no member that is a settled object's own, and at every copy of one", () => {
    const settled = { kind: 'Pod', metadata: { name: 'a' }, spec: { bar: 1, containers: [{ name: 'c' }] } }
    const shared = decodeObject(version('pods'), { ...settled, status: { foo: 1 } }, settled)
    expect(shared.unknown).to.deep.equal(['status.foo'])
    expect(shared.object['spec']).to.equal(settled.spec)
    const copied = decodeObject(version('pods'), { ...settled, spec: { ...settled.spec } }, settled)
    expect(copied.unknown).to.deep.equal(['spec.bar'])
  })

  it('takes null for absent, and as an element for the zero value', () => {
    const { object, unknown } = decode(
      'deployments',
      '{"metadata":{"creationTimestamp":null,"labels":{"a":null},"finalizers":[null]},"spec":{"replicas":null,"selector":null},"status":null}',
    )
    expect(object).to.deep.equal({ metadata: { labels: { a: '' }, finalizers: [''] }, spec: {} })
    expect(unknown).to.deep.equal([])
  })

  it("leaves out a built-in kind's 0, false and empty text where Go would, and keeps pointers and what is always there", () => {
    const spec =
      '"hostNetwork":false,"nodeName":"","hostUsers":false,"priority":0,"containers":[{"name":"","tty":false}]'
    const { object } = decode('pods', `{"metadata":{"name":"a","generateName":""},"spec":{${spec}}}`)
    expect(object).to.deep.equal({
      metadata: { name: 'a' },
      spec: { hostUsers: false, priority: 0, containers: [{ name: '' }] },
    })
    const stated = readJson('{"metadata":{"name":"a"},"spec":{"hostNetwork":false}}')
    expect(decodeConfiguration(version('pods'), stated)).to.deep.include({ object: stated, isBare: true })
  })

  it('refuses wrong types in the words that people know', () => {
    const error = refusal('deployments', '{"kind":"Deployment","metadata":{},"spec":{"replicas":"three"}}')
    expect(error.code).to.equal(400)
    expect(error.reason).to.equal('BadRequest')
    expect(error.message).to.equal(
      'Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32',
    )
    expect(refusal('pods', '{"kind":"Pod","spec":{"containers":{}}}').message).to.contain(
      'json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container',
    )
    expect(
      refusal('pods', '{"kind":"Pod","spec":{"containers":[{"env":[{"name":"a","value":1}]}]}}').message,
    ).to.contain(
      'json: cannot unmarshal number into Go struct field EnvVar.spec.containers[0].env[0].value of type string',
    )
    expect(refusal('configmaps', '{"data":{"a":true}}').message).to.contain(
      'bool into Go struct field ConfigMap.data.a of type string',
    )
    expect(refusal('pods', '{"spec":{"priority":2147483648}}').message)
      .to.contain('number 2147483648')
      .and.contain('int32')
    expect(refusal('pods', '{"spec":{"priority":1.5}}').message).to.contain('number 1.5')
    expect(refusal('pods', '[]').code).to.equal(400)
  })

  it('keeps an empty list of managers of the object itself alone', () => {
    const template = '{"metadata":{"managedFields":[]}}'
    const { object } = decode('deployments', `{"metadata":{"managedFields":[]},"spec":{"template":${template}}}`)
    expect(object.metadata.managedFields).to.deep.equal([])
    expect(object['spec']).to.deep.equal({ template: { metadata: {} } })
  })

  it('brings quantities and times into canonical form', () => {
    const { object } = decode(
      'pods',
      '{"metadata":{"creationTimestamp":"2024-05-01T12:00:00.5+02:00"},"spec":{"containers":[{"name":"c","resources":{"limits":{"cpu":0.5,"memory":"1024Mi"},"requests":{"cpu":"1000m"}}}]}}',
    )
    expect(object.metadata.creationTimestamp).to.equal('2024-05-01T10:00:00Z')
    expect(object['spec']).to.deep.equal({
      containers: [{ name: 'c', resources: { limits: { cpu: '500m', memory: '1Gi' }, requests: { cpu: '1' } } }],
    })
    const lease = decode('leases', '{"metadata":{},"spec":{"renewTime":"2024-05-01T12:00:00.123456+01:00"}}').object
    expect(lease['spec']).to.deep.equal({ renewTime: '2024-05-01T11:00:00.123456Z' })
  })

  it('reads times as Go does: an hour of one digit, a comma, offsets of a day; no day that there is not', () => {
    const read = (time: string) => scalarWalk({ shape: 'scalar', scalar: 'time' })(time, new Trail())
    const times = {
      '2020-01-01T0:00:00,5Z': '2020-01-01T00:00:00Z',
      '2020-01-01T00:00:00+24:00': '2019-12-31T00:00:00Z',
      '9999-12-31T23:59:59-01:00': '10000-01-01T00:59:59Z',
      '0001-01-01T00:00:00Z': null,
      '2020-02-30T00:00:00Z': undefined,
      '2020-01-01T24:00:00Z': undefined,
      '2020-01-01T00:00:00+25:00': undefined,
    }
    for (const [text, time] of Object.entries(times)) expect(read(text), text).to.equal(time)
  })

  it('refuses quantities, times and bytes that are none', () => {
    expect(refusal('pods', '{"spec":{"containers":[{"resources":{"limits":{"cpu":"many"}}}]}}').message).to.contain(
      'quantities must match',
    )
    expect(refusal('pods', '{"metadata":{"creationTimestamp":"yesterday"}}').message).to.contain(
      'parsing time "yesterday"',
    )
    for (const time of ['2024-05-01T12:00:00Z', '2024-05-01T12:00:00.123Z', '2024-05-01T12:00:00.123456789Z'])
      expect(refusal('leases', `{"spec":{"renewTime":"${time}"}}`).message).to.contain('parsing time')
    expect(refusal('secrets', '{"data":{"a":"not base64!"}}').message).to.contain('illegal base64')
  })

  it('lets no __proto__ through, wherever it stands', () => {
    const dropped = decode('pods', '{"metadata":{},"__proto__":{"x":1},"spec":{"__proto__":{}}}')
    expect(dropped.unknown).to.deep.equal(['__proto__', 'spec.__proto__'])
    expect(Object.getPrototypeOf(dropped.object)).to.equal(Object.prototype)
    expect(Object.keys(dropped.object)).to.deep.equal(['metadata', 'spec'])
    expect(refusal('configmaps', '{"data":{"__proto__":"x"}}').code).to.equal(400)
    expect(refusal('controllerrevisions', '{"data":{"a":[{"__proto__":{}}]}}').code).to.equal(400)
  })

  it('reads schemas within schemas as such, wherever they may stand', () => {
    const definition = (schema: string) => `{"spec":{"versions":[{"schema":{"openAPIV3Schema":${schema}}}]}}`
    for (const wrong of ['{"items":{"required":2.5}}', '{"items":[{"pattern":1}]}', '{"additionalProperties":{"enum":1}}', '{"additionalProperties":1}', '{"dependencies":{"a":[1]}}']) // biome-ignore format: one list
      expect(refusal('customresourcedefinitions', definition(wrong)).code, wrong).to.equal(400)
    for (const right of ['{"items":{"required":["a"]}}', '{"items":[{"pattern":"a"}]}', '{"additionalProperties":false}', '{"additionalProperties":{"enum":[1]}}', '{"dependencies":{"a":["b"]}}']) // biome-ignore format: one list
      expect(decode('customresourcedefinitions', definition(right)).object).to.deep.equal(JSON.parse(definition(right)))
  })

  it('refuses free JSON that is nested too deeply', () => {
    const deep = `${'['.repeat(2000)}${']'.repeat(2000)}`
    expect(refusal('controllerrevisions', `{"data":{"a":${deep}}}`).message).to.contain('levels deep')
  })

  it('keeps free JSON as it is', () => {
    const json = '{"metadata":{},"data":{"a":null,"b":[1,{"c":null}]},"revision":1}'
    expect(JSON.stringify(decode('controllerrevisions', json).object)).to.equal(json)
  })
})
