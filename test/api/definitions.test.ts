/** People's own definitions, through the front door: what is refused, given, changed and told of them. Long because all of it is asked of one server. */
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const text = { type: 'string' }
const annotation = 'operon.dev/conversion'

interface Version {
  readonly name: string
  readonly schema?: object
  readonly [member: string]: unknown
}

/** Shirts, in the versions said; the first one is stored. */
function shirts(versions: readonly Version[], spec: object = {}) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'shirts.tests.example.com' },
    spec: {
      group: 'tests.example.com',
      scope: 'Namespaced',
      names: { plural: 'shirts', kind: 'Shirt' },
      versions: versions.map(({ schema = { type: 'object' }, ...version }, at) => ({
        served: true,
        storage: at === 0,
        schema: { openAPIV3Schema: schema },
        ...version,
      })),
      ...spec,
    },
  }
}

const group = '/apis/tests.example.com'
const of = (version: string, namespace = 'default') => `${group}/${version}/namespaces/${namespace}/shirts`
const shirt = (version: string, more: object = {}, name = 'a') => ({
  apiVersion: `tests.example.com/${version}`,
  kind: 'Shirt',
  metadata: { name },
  ...more,
})

describe('definitions, as the tests of upstream know them', () => {
  let server: TestServer
  beforeEach(async () => void (server = await TestServer.start()))
  afterEach(() => server.stop())
  const post = (path: string, body: unknown) => server.ask(path, { method: 'POST', body })
  const put = (path: string, body: unknown) => server.ask(path, { method: 'PUT', body })
  const merge = (path: string, body: unknown) =>
    server.ask(path, { method: 'PATCH', body, headers: { 'content-type': 'application/merge-patch+json' } })
  const define = async (...asked: Parameters<typeof shirts>) => {
    const made = await post(definitions, shirts(...asked))
    expect(made.status, made.text).to.equal(201)
    return made.json
  }
  const fields = ({ json }: { readonly json: { details: { causes: { field: string }[] } } }) =>
    json.details.causes.map(({ field }) => field)

  it('judge an object in the version that it came in, and no other', async () => {
    const only = (version: string) => ({
      type: 'object',
      properties: { apiVersion: { ...text, pattern: `^tests.example.com/${version}$` }, i: { type: 'integer' } },
    })
    await define([
      { name: 'v1', schema: only('v1beta1') },
      { name: 'v1beta1', schema: only('v1beta1') },
    ])
    expect((await post(of('v1beta1'), shirt('v1beta1'))).status).to.equal(201)
    expect((await merge(`${of('v1beta1')}/a`, { i: 1 })).status).to.equal(200)
    const other = await post(of('v1'), shirt('v1', {}, 'b'))
    expect([other.status, fields(other)]).to.deep.equal([422, ['apiVersion']])
    const absent = (text: unknown) => put(`${of('v1')}/absent`, shirt('v1', { i: text }, 'absent'))
    expect([(await absent(1)).status, (await absent('text')).status], 'put of what is not there').to.deep.equal([
      404, 404,
    ])
  })

  it('are defaulted when they are read by the version that they are stored in', async () => {
    const filled = (name: string) => ({
      type: 'object',
      properties: { spec: { type: 'object', properties: { [name]: { ...text, default: name }, kept: text } } },
    })
    const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    await define([
      { name: 'v1', schema: open },
      { name: 'v1beta1', schema: filled('late') },
    ])
    await post(of('v1'), shirt('v1', { spec: { kept: 'x' } }))
    expect((await server.ask(`${of('v1beta1')}/a`)).json.spec).to.deep.equal({ kept: 'x' })
    await post(of('v1beta1'), shirt('v1beta1', { spec: {} }, 'b'))
    expect((await server.ask(`${of('v1')}/b`)).json.spec).to.deep.equal({ late: 'late' })
  })

  it('get no defaults in what a request through a subresource leaves as it was', async () => {
    const filled = { type: 'object', properties: { late: { ...text, default: 'late' }, kept: text } }
    const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    const subresources = { status: {} }
    await define([
      { name: 'v1', schema: open, subresources },
      { name: 'v1beta1', schema: { type: 'object', properties: { spec: filled, status: filled } }, subresources },
    ])
    const { metadata } = (await post(of('v1'), shirt('v1', { spec: { kept: 'x' } }))).json
    const path = `${of('v1beta1')}/a`
    const told = { ...shirt('v1beta1', { spec: {}, status: { kept: 'y' } }), metadata }
    for (const answer of [await put(`${path}/status`, told), await merge(`${path}/status`, { status: { kept: 'z' } })])
      expect([answer.json.spec, answer.json.status.late], answer.text).to.deep.equal([{ kept: 'x' }, 'late'])
    const whole = (await merge(path, { spec: { kept: 'w' } })).json
    expect([whole.spec, whole.status]).to.deep.equal([
      { kept: 'w', late: 'late' },
      { kept: 'z', late: 'late' },
    ])
  })

  it('say of a deprecated version what to use, of columns where they lead, of resources status before scale', async () => {
    const scale = { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' }
    const columns = [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }]
    const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    await define([
      { name: 'v1', schema: open, subresources: { status: {}, scale }, additionalPrinterColumns: columns },
      { name: 'v1alpha1', schema: open, deprecated: true },
    ])
    const old = await server.ask(of('v1alpha1'))
    expect(old.headers['warning']).to.equal(
      '299 - "tests.example.com/v1alpha1 Shirt is deprecated; use tests.example.com/v1 Shirt"',
    )
    const { resources } = (await server.ask(`${group}/v1`)).json
    expect(resources.map(({ name }: { name: string }) => name)).to.deep.equal([
      'shirts',
      'shirts/status',
      'shirts/scale',
    ])
    await post(of('v1'), shirt('v1', { spec: { size: 'large' } }))
    const unset = await server.ask(`${of('v1')}/a/scale`)
    expect([unset.status, unset.json.message]).to.deep.equal([
      500,
      'Internal error occurred: the spec replicas field ".spec.replicas" does not exist',
    ])
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io'
    const table = (await server.ask(of('v1'), { headers: { accept } })).json
    expect(table.columnDefinitions[1].description).to.equal(
      'Custom resource definition column (in JSONPath format): .spec.size',
    )
    expect(table.rows[0].cells).to.deep.equal(['a', null])
    const tooMany = await post(of('v1'), shirt('v1', { spec: { replicas: 2 ** 40 } }, 'b'))
    expect(fields(tooMany)).to.deep.equal(['.spec.replicas'])
  })

  it('keep no replicas that a Scale asks for where their schema has none', async () => {
    const scale = { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' }
    const schema = { type: 'object', properties: { spec: { type: 'object', properties: { a: { type: 'string' } } } } }
    await define([{ name: 'v1', schema, subresources: { scale } }])
    await post(of('v1'), shirt('v1', { spec: { a: 'b' } }))
    const { namespace } = (await server.ask(`${of('v1')}/a`)).json.metadata
    const body = {
      apiVersion: 'autoscaling/v1',
      kind: 'Scale',
      metadata: { name: 'a', namespace },
      spec: { replicas: 3 },
    }
    const scaled = await server.ask(`${of('v1')}/a/scale`, { method: 'PUT', body })
    expect([scaled.status, scaled.json.spec]).to.deep.equal([200, {}])
    expect((await server.ask(`${of('v1')}/a`)).json.spec).to.deep.equal({ a: 'b' })
  })

  it('look into whole objects inside of objects', async () => {
    const whole = {
      type: 'object',
      'x-kubernetes-embedded-resource': true,
      'x-kubernetes-preserve-unknown-fields': true,
    }
    await define([{ name: 'v1', schema: { type: 'object', properties: { inner: whole } } }])
    const inner = { apiVersion: 'v1', kind: '%', metadata: { name: '..', labels: { a: 'x y' } } }
    const refused = await post(of('v1'), shirt('v1', { inner }))
    expect(fields(refused)).to.deep.equal(['inner.kind', 'inner.metadata.name', 'inner.metadata.labels'])
    const bare = await post(of('v1'), shirt('v1', { inner: {} }))
    expect(fields(bare)).to.deep.equal(['inner.apiVersion', 'inner.kind'])
  })

  it('forgive lists that have broken their promise before', async () => {
    const list = (kind: string) => ({ type: 'array', items: text, 'x-kubernetes-list-type': kind })
    const schema = (kind: string) => ({ type: 'object', properties: { old: list(kind), fresh: list('set') } })
    const made = await define([{ name: 'v1', schema: schema('atomic') }])
    const stored = await post(of('v1'), shirt('v1', { old: ['x', 'x'] }))
    made.spec.versions[0].schema.openAPIV3Schema = schema('set')
    expect((await put(`${definitions}/shirts.tests.example.com`, made)).status).to.equal(200)
    const again = await put(`${of('v1')}/a`, { ...stored.json, fresh: ['y', 'y'] })
    expect(again.status, again.text).to.equal(200)
    expect((await post(of('v1'), shirt('v1', { fresh: ['y', 'y'] }, 'b'))).status).to.equal(422)
  })

  it('on their way out take no new objects, but let those that are there be changed', async () => {
    const made = await define([
      { name: 'v1', schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
    ])
    const first = await post(of('v1'), shirt('v1'))
    await server.ask(`${definitions}/${made.metadata.name}`, { method: 'DELETE' })
    const refused = await post(of('v1'), shirt('v1', {}, 'b'))
    expect([refused.status, refused.json.message]).to.deep.equal([
      403,
      'shirts.tests.example.com "b" is forbidden: create not allowed while custom resource definition is terminating',
    ])
    expect((await put(`${of('v1')}/a`, { ...first.json, x: 1 })).status).to.equal(200)
    expect((await server.ask(`${group}/v1`)).json.resources[0].verbs).to.deep.equal([
      'delete',
      'deletecollection',
      'get',
      'list',
      'watch',
    ])
  })

  it('tell wrong kinds and scopes as upstream', async () => {
    await define([{ name: 'v1' }])
    const kind = await post(of('v1'), { ...shirt('v1'), kind: 'Coat' })
    expect([kind.status, kind.json.message]).to.deep.equal([
      422,
      'Coat.tests.example.com "a" is invalid: kind: Invalid value: "Coat": must be Shirt',
    ])
    expect((await post(`${group}/v1/shirts`, shirt('v1'))).status).to.equal(404)
    expect((await server.ask(`${group}/v1/shirts`, { method: 'DELETE' })).status).to.equal(404)
    expect((await server.ask(`${group}/v1/shirts`)).status).to.equal(200)
  })

  it('are not served while their webhook has a bundle that holds no certificate', async () => {
    const webhook = (caBundle: string) => ({
      conversion: {
        strategy: 'Webhook',
        webhook: {
          clientConfig: { caBundle, service: { namespace: 'default', name: 'x' } },
          conversionReviewVersions: ['v1'],
        },
      },
    })
    const { status } = await define([{ name: 'v1' }], webhook(Buffer.from('nothing').toString('base64')))
    const established = status.conditions.find(({ type }: { type: string }) => type === 'Established')
    expect([established.status, established.reason]).to.deep.equal(['False', 'InvalidCABundle'])
    expect((await server.ask(of('v1'))).status).to.equal(404)
    const at = `${definitions}/shirts.tests.example.com`
    const bundles = async (...pieces: string[]) =>
      (await merge(at, { spec: webhook(Buffer.from(pieces.join('\n')).toString('base64')) })).status
    const { certificate } = server.authority
    const empty = '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----'
    expect(await bundles('whatever', empty, certificate)).to.equal(200)
    for (const bad of [' ', empty, certificate.replaceAll('CERTIFICATE', 'OTHER')])
      expect(await bundles(bad), bad).to.equal(422)
  })

  it('show what can be selected in OpenAPI, and discovery in YAML', async () => {
    const schema = { type: 'object', properties: { spec: { type: 'object', properties: { colour: text } } } }
    await define([{ name: 'v1', schema, selectableFields: [{ jsonPath: '.spec.colour' }] }])
    const { components } = (await server.ask('/openapi/v3/apis/tests.example.com/v1')).json
    expect(components.schemas['com.example.tests.v1.Shirt']['x-kubernetes-selectable-fields']).to.deep.equal([
      { fieldPath: 'spec.colour' },
    ])
    const yaml = await server.ask(`${group}/v1`, { headers: { accept: 'application/yaml' } })
    expect([yaml.headers['content-type'], yaml.text.split('\n')[0]]).to.deep.equal([
      'application/yaml',
      'apiVersion: v1',
    ])
  })

  it('have a null for what is applied as null or empty over what the applier had said, and are refused where there may be none', async () => {
    const inner = { type: 'object', properties: { a: text } }
    const spec = { type: 'object', properties: { may: { ...inner, nullable: true }, must: inner } }
    await define([{ name: 'v1', schema: { type: 'object', properties: { spec } } }])
    const apply = (said: object) =>
      server.ask(`${of('v1')}/nulls?fieldManager=me`, {
        method: 'PATCH',
        body: shirt('v1', { spec: said }, 'nulls'),
        headers: { 'content-type': 'application/apply-patch+yaml' },
      })
    expect((await apply({ may: { a: '1' }, must: { a: '1' } })).status).to.equal(201)
    const refused = await apply({ may: { a: '1' }, must: null })
    expect([refused.status, refused.text]).to.satisfy(
      ([status, said]: [number, string]) => status === 422 && said.includes('must be of type object'),
    )
    expect((await apply({ may: {}, must: {} })).status).to.equal(422)
    for (const may of [{}, null]) {
      const emptied = await apply({ may, must: { a: '1' } })
      expect(emptied.json.spec, emptied.text).to.deep.equal({ may: null, must: { a: '1' } })
      await apply({ may: { a: '1' }, must: { a: '1' } })
    }
  })

  it('select by the fields of the version asked for, whatever is stored', async () => {
    const schema = (name: string) => ({
      type: 'object',
      properties: { spec: { type: 'object', properties: { [name]: text } } },
    })
    const version = (name: string, field: string) => ({
      name,
      schema: schema(field),
      selectableFields: [{ jsonPath: `.spec.${field}` }],
    })
    const definition = shirts([version('v1', 'colour'), version('v1beta1', 'hue')])
    const plan = JSON.stringify({ v1beta1: [{ move: 'spec.hue', to: 'spec.colour' }] })
    const annotated = { ...definition, metadata: { ...definition.metadata, annotations: { [annotation]: plan } } }
    const made = await post(definitions, annotated)
    expect(made.status, made.text).to.equal(201)
    await post(of('v1'), shirt('v1', { spec: { colour: 'red' } }, 'a'))
    await post(of('v1'), shirt('v1', { spec: { colour: 'blue' } }, 'b'))
    const names = ({ json }: { readonly json: { items: { metadata: { name: string } }[] } }) =>
      json.items.map(({ metadata }) => metadata.name)
    expect(names(await server.ask(`${of('v1')}?fieldSelector=spec.colour%3Dred`))).to.deep.equal(['a'])
    expect(names(await server.ask(`${of('v1beta1')}?fieldSelector=spec.hue%3Dblue`))).to.deep.equal(['b'])
    const { resourceVersion } = (await server.ask(of('v1'))).json.metadata
    const watches = [
      await server.follow(`${of('v1beta1')}?fieldSelector=spec.hue%3Dblue&watch=1`),
      await server.follow(`${of('v1beta1')}?fieldSelector=spec.hue%3Dblue&watch=1&resourceVersion=${resourceVersion}`),
    ]
    const dye = (name: string, colour: string) =>
      server.ask(`${of('v1')}/${name}`, {
        method: 'PATCH',
        body: { spec: { colour } },
        headers: { 'content-type': 'application/merge-patch+json' },
      })
    for (const colour of ['green', 'blue', 'red']) await dye('a', colour)
    await dye('b', 'black')
    for (const [at, watch] of watches.entries()) {
      const seen: string[] = []
      while (!seen.at(-1)?.startsWith('DELETED b')) {
        const { type, object } = await watch.next()
        seen.push(`${type} ${object.metadata.name} ${object.apiVersion} ${object.spec.hue}`)
      }
      watch.end()
      const first = at === 0 ? ['ADDED b tests.example.com/v1beta1 blue'] : []
      expect(seen).to.deep.equal([
        ...first,
        'ADDED a tests.example.com/v1beta1 blue',
        'DELETED a tests.example.com/v1beta1 blue',
        'DELETED b tests.example.com/v1beta1 blue',
      ])
    }
    await dye('b', 'blue')
    await server.ask(`${of('v1beta1')}?fieldSelector=spec.hue%3Dblue`, { method: 'DELETE' })
    expect(names(await server.ask(of('v1')))).to.deep.equal(['a'])
  })

  const whole = (properties: object) => ({ type: 'object', properties: { a: { type: 'object', 'x-kubernetes-embedded-resource': true, properties } } }) // biome-ignore format: one line

  it('may say defaults of what maps hold, which are looked at when they are set', async () => {
    const entry = { type: 'object', properties: { a: { ...text, default: 5 } } }
    const schema = { type: 'object', properties: { map: { type: 'object', additionalProperties: entry } } }
    const made = await post(`${definitions}?dryRun=All`, shirts([{ name: 'v1', schema }]))
    expect(made.status, made.text).to.equal(201)
  })

  /** What of a schema is refused, below the place where all versions have it. */
  const offences: readonly (readonly [string, object, readonly string[]])[] = [
    ['no type at the root', { properties: {} }, ['.type']],
    ['a root that may be null', { type: 'object', nullable: true }, ['.nullable']],
    ['a root with other members', { type: 'object', additionalProperties: text }, ['.additionalProperties']],
    ['the type null', { type: 'object', properties: { a: { type: 'null' } } }, Array(2).fill('.properties[a].type')],
    [
      'defaults in metadata',
      { type: 'object', properties: { metadata: { type: 'object', properties: { name: { ...text, default: 'x' } } } } },
      ['.properties[metadata].properties[name].default'],
    ],
    [
      'metadata that says more than names',
      { type: 'object', properties: { metadata: { type: 'object', description: 'mine', properties: { labels: { type: 'object' } } } } }, // biome-ignore format: one line
      ['.properties[metadata]'],
    ],
    [
      'defaults that make bad metadata of a whole object',
      whole({ kind: { ...text, default: '%' }, metadata: { type: 'object', default: { labels: { a: 'x y' } } } }),
      ['.properties[a].properties[kind].default', '.properties[a].properties[metadata].default'],
    ],
    [
      'defaults of what a whole object may have as annotations',
      whole({ metadata: { type: 'object', properties: { annotations: { type: 'object', additionalProperties: { ...text, default: 'x' } } } } }), // biome-ignore format: one line
      ['.properties[a].properties[metadata].properties[annotations].additionalProperties.default'],
    ],
    [
      'a reason that is none, told once',
      { type: 'object', 'x-kubernetes-validations': [{ rule: 'true', reason: 'No' }] },
      ['.x-kubernetes-validations[0].reason'],
    ],
    [
      'rules in combinations',
      { type: 'object', properties: { a: { ...text, not: { 'x-kubernetes-validations': [{ rule: 'true' }] } } } },
      ['.properties[a].not.x-kubernetes-validations'],
    ],
    [
      'keys of what is no map',
      { type: 'object', properties: { a: { type: 'array', items: text, 'x-kubernetes-list-map-keys': ['k'] } } },
      ['.properties[a].x-kubernetes-list-type'],
    ],
    [
      'a default that breaks a rule',
      {
        type: 'object',
        properties: {
          a: { ...text, maxLength: 9, default: 'no', 'x-kubernetes-validations': [{ rule: "self.startsWith('yes')" }] },
        },
      },
      ['.properties[a].default'],
    ],
    [
      'whole objects in metadata',
      {
        type: 'object',
        properties: {
          a: {
            type: 'object',
            'x-kubernetes-embedded-resource': true,
            properties: {
              metadata: {
                type: 'object',
                'x-kubernetes-embedded-resource': true,
                'x-kubernetes-preserve-unknown-fields': true,
              },
            },
          },
        },
      },
      ['.properties[a].properties[metadata].x-kubernetes-embedded-resource'],
    ],
  ]
  for (const [what, schema, expected] of offences) {
    it(`are refused for ${what}`, async () => {
      const refused = await post(definitions, shirts([{ name: 'v1', schema }]))
      expect(refused.status, refused.text).to.equal(422)
      expect(fields(refused)).to.deep.equal(expected.map((field) => `spec.validation.openAPIV3Schema${field}`))
    })
  }

  it('may name members like words of CEL, and take rules that cost little', async () => {
    const rules = ['self.function > 0', 'self.__function__ > 0', 'self.namespace > 0'].map((rule) => ({ rule }))
    const integer = { type: 'integer' }
    const begins = { ...text, 'x-kubernetes-validations': [{ rule: "self.startsWith('k8s')" }] }
    const schema = {
      type: 'object',
      properties: {
        function: integer,
        namespace: integer,
        map: { type: 'object', additionalProperties: { type: 'object', properties: { text: begins } } },
      },
      'x-kubernetes-validations': rules,
    }
    await define([{ name: 'v1', schema }])
  })

  it('hold what every object has against an update that leaves it', async () => {
    const strict = {
      type: 'object',
      properties: { apiVersion: { ...text, pattern: '^never$' }, i: { type: 'integer' } },
    }
    const definition = await define([{ name: 'v1' }])
    expect((await post(of('v1'), shirt('v1'))).status).to.equal(201)
    definition.spec.versions[0].schema.openAPIV3Schema = strict
    expect((await put(`${definitions}/shirts.tests.example.com`, definition)).status).to.equal(200)
    const refused = await merge(`${of('v1')}/a`, { i: 1 })
    expect([refused.status, fields(refused)]).to.deep.equal([422, ['apiVersion']])
  })

  it('judge a status update by the schema of the status alone', async () => {
    const number = { type: 'object', properties: { num: { type: 'integer', maximum: 10 } } }
    const schema = { type: 'object', properties: { spec: number, status: number } }
    const definition = await define([{ name: 'v1', schema, subresources: { status: {} } }])
    await post(of('v1'), shirt('v1', { spec: { num: 5 } }))
    definition.spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.num.maximum = 1
    await put(`${definitions}/shirts.tests.example.com`, definition)
    expect((await merge(`${of('v1')}/a/status`, { status: { num: 10 } })).status).to.equal(200)
    const refused = await merge(`${of('v1')}/a/status`, { status: { num: 15 } })
    expect([refused.status, fields(refused)]).to.deep.equal([422, ['status.num']])
    expect(refused.json.message).to.contain('status.num: Invalid value: 15: num in body')
  })

  it('drop what a default says of metadata that is none, and tell where metadata is wrong', async () => {
    const whole = {
      type: 'object',
      'x-kubernetes-embedded-resource': true,
      'x-kubernetes-preserve-unknown-fields': true,
    }
    const given = { apiVersion: 'v1', kind: 'Foo', metadata: { name: 'a', unknown: 'b' } }
    await define([
      { name: 'v1', schema: { type: 'object', properties: { a: { ...whole, default: given }, b: whole } } },
    ])
    const made = await post(of('v1'), shirt('v1'))
    expect(made.json.a).to.deep.equal({ ...given, metadata: { name: 'a' } })
    const wrong = { apiVersion: 'v1', kind: 'Foo', metadata: { namespace: 42 } }
    const refused = await post(of('v1'), shirt('v1', { b: wrong }, 'b'))
    expect(refused.status).to.equal(400)
    expect(refused.json.message).to.contain(
      'b.metadata: Invalid value: {"namespace":42}: json: cannot unmarshal number',
    )
  })

  it('are recorded in the version that somebody wrote in, where all call fields the same', async () => {
    const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    await define(['v1', 'v1beta1'].map((name) => ({ name, schema: open })))
    const made = await post(of('v1beta1'), shirt('v1beta1', { spec: { a: 1 } }))
    expect(made.json.metadata.managedFields[0].apiVersion).to.equal('tests.example.com/v1beta1')
  })

  it('are missed in YAML by who asks in YAML', async () => {
    await define([{ name: 'v1' }])
    const missing = await server.ask(`${of('v1')}/nobody`, { headers: { accept: 'application/yaml' } })
    expect([missing.status, missing.headers['content-type']]).to.deep.equal([404, 'application/yaml'])
    expect(missing.text).to.contain('reason: NotFound')
  })

  it('of a dry run have neither names nor conditions yet', async () => {
    const { status, json } = await post(`${definitions}?dryRun=All`, shirts([{ name: 'v1' }]))
    expect(status).to.equal(201)
    expect(json.status).to.deep.equal({
      conditions: null,
      acceptedNames: { plural: '', kind: '' },
      storedVersions: ['v1'],
    })
    const managers = json.metadata.managedFields.map(({ manager }: { manager: string }) => manager)
    expect(managers).to.deep.equal(['unknown'])
  })

  describe('whose objects hold nulls', () => {
    const open = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    const owned = ({ json }: { readonly json: Made }) => json.metadata.managedFields[0]!.fieldsV1['f:spec']
    interface Made {
      readonly metadata: {
        readonly generation: number
        readonly resourceVersion: string
        readonly managedFields: { readonly fieldsV1: Members }[]
      }
    }
    type Members = Readonly<Record<string, unknown>>
    const replace = ({ json }: { readonly json: Made }, spec: object) => {
      const { resourceVersion } = json.metadata
      return put(`${of('v1')}/a`, { ...shirt('v1', { spec }), metadata: { name: 'a', resourceVersion } })
    }
    beforeEach(() => define([{ name: 'v1', schema: { type: 'object', properties: { spec: open } } }]))

    it('let their maker own them, until they go', async () => {
      const made = await post(of('v1'), shirt('v1', { spec: { a: null, b: { c: null } } }))
      expect(owned(made)).to.deep.equal({ '.': {}, 'f:a': {}, 'f:b': { '.': {}, 'f:c': {} } })
      expect(owned(await replace(made, { b: { c: null } }))).to.deep.equal({ '.': {}, 'f:b': { '.': {}, 'f:c': {} } })
    })

    it('are of another generation without them', async () => {
      const made = await post(of('v1'), shirt('v1', { spec: { list: [{ a: null }] } }))
      const same = await replace(made, { list: [{ a: null }] })
      expect(same.json.metadata.generation).to.equal(1)
      const changed = await replace(made, { list: [{}] })
      expect(changed.json.metadata.generation).to.equal(2)
    })

    it('let who makes a map of a text own what is in it', async () => {
      const made = await post(of('v1'), shirt('v1', { spec: { a: 'text' } }))
      const changed = await replace(made, { a: { b: 1 } })
      expect(owned(changed)).to.deep.equal({ '.': {}, 'f:a': { '.': {}, 'f:b': {} } })
    })
  })
})
