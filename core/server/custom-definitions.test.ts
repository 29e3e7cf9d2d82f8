/** Definitions by anyone, through the front door. */
import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

const group = 'stable.example.com'

function definition(schema: object, more: { readonly version?: object; readonly spec?: object } = {}): object {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `crontabs.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'crontabs', kind: 'CronTab', shortNames: ['ct'], categories: ['all'] },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema }, ...more.version }],
      ...more.spec,
    },
  }
}

const schema = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['cronSpec'],
      properties: {
        cronSpec: { type: 'string', pattern: '^(\\d+|\\*)(/\\d+)?(\\s+(\\d+|\\*)(/\\d+)?){4}$' },
        image: { type: 'string', default: 'busybox' },
        replicas: { type: 'integer', minimum: 1, maximum: 10, default: 1 },
        ports: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['name'],
          items: {
            type: 'object',
            required: ['name'],
            properties: { name: { type: 'string' }, port: { type: 'integer', default: 80 } },
          },
        },
        either: { 'x-kubernetes-int-or-string': true },
        raw: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
    status: { type: 'object', properties: { replicas: { type: 'integer' }, selector: { type: 'string' } } },
  },
}

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const crontabs = `/apis/${group}/v1/namespaces/default/crontabs`
const crontab = (spec: object, more: object = {}) => ({
  apiVersion: `${group}/v1`,
  kind: 'CronTab',
  metadata: { name: 'my', ...more },
  spec: { cronSpec: '* * * * */5', ...spec },
})

describe("people's own definitions", () => {
  let server: TestServer
  beforeEach(async () => {
    server = await TestServer.start()
  })
  afterEach(() => server.stop())

  const post = (path: string, body: object) => server.ask(path, { method: 'POST', body })

  it('are served when their create is answered, with the conditions in the answer', async () => {
    const made = await post(definitions, definition(schema))
    expect(made.status).to.equal(201)
    expect(
      made.json.status.conditions.map(({ type, status }: { type: string; status: string }) => `${type}=${status}`),
    ).to.deep.equal(['NamesAccepted=True', 'Established=True'])
    expect(made.json.status.acceptedNames).to.deep.equal({
      plural: 'crontabs',
      singular: 'crontab',
      shortNames: ['ct'],
      kind: 'CronTab',
      listKind: 'CronTabList',
      categories: ['all'],
    })
    expect(made.json.status.storedVersions).to.deep.equal(['v1'])
    const created = await post(crontabs, crontab({ ports: [{ name: 'a' }], raw: { any: { thing: 1 } }, gone: 1 }))
    expect(created.status, created.text).to.equal(201)
    expect(created.json.spec).to.deep.equal({
      cronSpec: '* * * * */5',
      image: 'busybox',
      replicas: 1,
      ports: [{ name: 'a', port: 80 }],
      raw: { any: { thing: 1 } },
    })
    expect(created.headers['warning']).to.contain('unknown field \\"spec.gone\\"')
  })

  it('have their objects checked, every cause under its path', async () => {
    await post(definitions, definition(schema))
    const wrong = await post(
      crontabs,
      crontab({ cronSpec: 'x', replicas: 15, either: true, ports: [{ name: 'a' }, { name: 'a' }, { port: 'x' }] }),
    )
    expect(wrong.status).to.equal(422)
    expect(
      wrong.json.details.causes.map(({ field, reason }: { field: string; reason: string }) => `${field} ${reason}`),
    ).to.have.members([
      'spec.cronSpec FieldValueInvalid',
      'spec.replicas FieldValueInvalid',
      'spec.either FieldValueTypeInvalid',
      'spec.ports[1] FieldValueDuplicate',
      'spec.ports[2].name FieldValueRequired',
      'spec.ports[2].port FieldValueTypeInvalid',
    ])
    const strict = await post(`${crontabs}?fieldValidation=Strict`, crontab({ foo: 1 }))
    expect(strict.status).to.equal(400)
    expect(strict.json.message).to.contain('unknown field "spec.foo"')
  })
})
