/** Definitions by anyone, through the front door. */
import { expect } from 'chai'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
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

  it('are only marked by their deletion, and their lists say where they go on', async () => {
    await post(definitions, definition(schema))
    await post(crontabs, crontab({}, { finalizers: ['a.b/c'] }))
    expect((await server.ask(crontabs)).json.metadata.continue).to.equal('')
    const { json } = await server.ask(`${definitions}/crontabs.${group}`, { method: 'DELETE' })
    expect(json.metadata).to.include({ generation: 1 }).and.have.property('deletionTimestamp')
    expect(json.metadata).not.to.have.property('deletionGracePeriodSeconds')
  })

  it('are served when their create is answered, with the conditions in the answer', async () => {
    const made = await post(definitions, definition(schema))
    expect(made.status).to.equal(201)
    expect(
      made.json.status.conditions.map(({ type, status }: { type: string; status: string }) => `${type}=${status}`),
    ).to.deep.equal(['NamesAccepted=True', 'Established=True'])
    const managers = made.json.metadata.managedFields as { manager: string; subresource?: string; fieldsV1: object }[]
    expect(
      managers.map(({ manager, subresource, fieldsV1 }) => [manager, subresource, ...Object.keys(fieldsV1)]),
    ).to.deep.equal([
      ['kube-apiserver', 'status', 'f:status'],
      ['unknown', undefined, 'f:spec'],
    ])
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

  it('are refused when their schema is not structural, every cause under its path', async () => {
    const bad = {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            untyped: {},
            list: { type: 'array' },
            $ref: { $ref: '#/definitions/x' },
            odd: { type: 'string', pattern: '(' },
            keyed: { type: 'array', 'x-kubernetes-list-type': 'map', items: { type: 'object' } },
            filled: { type: 'integer', default: 'x' },
            tested: { type: 'object', anyOf: [{ type: 'object', properties: { nowhere: { minimum: 1 } } }] },
          },
        },
      },
    }
    const refused = await post(definitions, definition(bad))
    expect(refused.status).to.equal(422)
    const at = 'spec.validation.openAPIV3Schema.properties[spec]'
    const places = refused.json.details.causes.map(({ field }: { field: string }) => field)
    expect(places.map((field: string) => field.replace(`${at}.`, ''))).to.have.members([
      'properties[untyped].type',
      'properties[list].items',
      'properties[$ref].type',
      'properties[$ref].$ref',
      'properties[odd].pattern',
      'properties[keyed].x-kubernetes-list-map-keys',
      'properties[tested].anyOf[0].type',
    ])
    const filled = await post(
      definitions,
      definition({ type: 'object', properties: { a: { type: 'integer', default: 'x' } } }),
    )
    expect(filled.json.details.causes[0].field).to.equal('spec.validation.openAPIV3Schema.properties[a].default')
  })

  it('are refused with names, versions and annotations that they may not have', async () => {
    const wrong = async (spec: object, version: object = {}) => {
      const { status, json } = await post(definitions, definition({ type: 'object' }, { spec, version }))
      return [status, ...(json.details?.causes ?? []).map(({ field }: { field: string }) => field)]
    }
    expect(await wrong({ scope: 'World' })).to.deep.equal([422, 'spec.scope'])
    expect(await wrong({ group: 'other.example.com' })).to.deep.equal([422, 'metadata.name'])
    expect(
      await wrong({
        versions: [{ name: 'v1', served: true, storage: false, schema: { openAPIV3Schema: { type: 'object' } } }],
      }),
    ).to.include('spec.versions')
    expect(await wrong({}, { schema: undefined })).to.deep.equal([422, 'spec.versions[0].schema.openAPIV3Schema'])
    expect(
      await wrong({ conversion: { strategy: 'Webhook', webhook: { conversionReviewVersions: ['v1'] } } }),
    ).to.deep.equal([422, 'spec.conversion.webhookClientConfig'])
    const columns = [{ name: 'A', type: 'text', jsonPath: '.spec' }]
    expect(await wrong({}, { additionalPrinterColumns: columns })).to.deep.equal([
      422,
      'spec.additionalPrinterColumns[0].type',
    ])
  })

  it('default what was stored before the default was there, and drop what they know no more', async () => {
    const { status: _, ...properties } = schema.properties
    const made = await post(
      definitions,
      definition({ type: 'object', properties: { spec: { type: 'object', properties: { old: { type: 'string' } } } } }),
    )
    await post(crontabs, { ...crontab({}), spec: { old: 'x' } })
    const changed = {
      ...made.json,
      spec: {
        ...made.json.spec,
        versions: [{ ...made.json.spec.versions[0], schema: { openAPIV3Schema: { type: 'object', properties } } }],
      },
    }
    const updated = await server.ask(`${definitions}/crontabs.${group}`, { method: 'PUT', body: changed })
    expect(updated.status, updated.text).to.equal(200)
    expect(updated.json.metadata.generation).to.equal(2)
    expect(updated.json.status.observedGeneration).to.equal(2)
    const read = await server.ask(`${crontabs}/my`)
    expect(read.json.spec).to.deep.equal({ image: 'busybox', replicas: 1 })
    const listed = await server.ask(crontabs)
    expect(listed.json.items[0].spec).to.deep.equal({ image: 'busybox', replicas: 1 })
    // What was wrong before is not held against a write that leaves it alone.
    const patched = await server.ask(`${crontabs}/my`, {
      method: 'PATCH',
      body: { metadata: { labels: { a: 'b' } } },
      headers: { 'content-type': 'application/merge-patch+json' },
    })
    expect(patched.status, patched.text).to.equal(200)
  })

  it('serve several versions of one object, with a warning for those on their way out', async () => {
    const versions = [
      { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } },
      {
        name: 'v1beta1',
        served: true,
        storage: false,
        deprecated: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
      { name: 'v2alpha1', served: false, storage: false, schema: { openAPIV3Schema: schema } },
    ]
    expect((await post(definitions, definition(schema, { spec: { versions } }))).status).to.equal(201)
    const old = crontabs.replace('/v1/', '/v1beta1/')
    const made = await post(old, { ...crontab({ replicas: 2 }), apiVersion: `${group}/v1beta1` })
    expect(made.status, made.text).to.equal(201)
    expect(made.json.apiVersion).to.equal(`${group}/v1beta1`)
    for (const answer of [made, await server.ask(`${old}/my/none`)])
      expect(String(answer.headers['warning'])).to.contain(`${group}/v1beta1 CronTab is deprecated`)
    const read = await server.ask(`${crontabs}/my`)
    expect([read.json.apiVersion, read.json.spec.image]).to.deep.equal([`${group}/v1`, 'busybox'])
    expect((await server.ask(crontabs.replace('/v1/', '/v2alpha1/'))).status).to.equal(404)
    const wrote = await server.ask(`${definitions}/crontabs.${group}/status`, {
      method: 'PATCH',
      body: { status: { storedVersions: ['v1beta1'] } },
      headers: { 'content-type': 'application/merge-patch+json' },
    })
    expect(wrote.json.status.storedVersions).to.deep.equal(['v1beta1'])
    const found = await server.ask(`/apis/${group}`)
    expect(found.json.versions.map(({ version }: { version: string }) => version)).to.deep.equal(['v1', 'v1beta1'])
  })

  it('have status and scale apart from the rest, and count generations of the rest', async () => {
    const scale = {
      specReplicasPath: '.spec.replicas',
      statusReplicasPath: '.status.replicas',
      labelSelectorPath: '.status.selector',
    }
    await post(definitions, definition(schema, { version: { subresources: { status: {}, scale } } }))
    const made = await post(crontabs, { ...crontab({}), status: { replicas: 9 } })
    expect([made.json.status, made.json.metadata.generation]).to.deep.equal([undefined, 1])
    const merge = { 'content-type': 'application/merge-patch+json' }
    const body = { spec: { replicas: 7 }, status: { replicas: 2, selector: 'a=b' } }
    const status = await server.ask(`${crontabs}/my/status`, { method: 'PATCH', body, headers: merge })
    expect([status.json.spec.replicas, status.json.status, status.json.metadata.generation]).to.deep.equal([
      1,
      { replicas: 2, selector: 'a=b' },
      1,
    ])
    const scaled = await server.ask(`${crontabs}/my/scale`, {
      method: 'PATCH',
      body: { spec: { replicas: 4 } },
      headers: merge,
    })
    expect([scaled.json.kind, scaled.json.spec, scaled.json.status]).to.deep.equal([
      'Scale',
      { replicas: 4 },
      { replicas: 2, selector: 'a=b' },
    ])
    const wrong = await server.ask(`${crontabs}/my/scale`, {
      method: 'PATCH',
      body: { spec: { replicas: 40 } },
      headers: merge,
    })
    expect(wrong.status).to.equal(422)
    const bare = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    const other = { subresources: { scale: { ...scale, specReplicasPath: '.spec.none' } } }
    await server.ask(`${definitions}/crontabs.${group}`, {
      method: 'PATCH',
      body: definition(bare, { version: other }),
      headers: merge,
    })
    const none = await server.ask(`${crontabs}/my/scale`)
    expect([none.status, none.json.reason]).to.deep.equal([500, 'InternalError'])
    expect((await server.ask(`${crontabs}/my/scale`, { method: 'PATCH', body: {}, headers: merge })).status).to.equal(
      400,
    )
  })

  it('take apply by their list types, refuse strategic merge, and do not stumble over wrong shapes', async () => {
    await post(definitions, definition(schema))
    const apply = (spec: object, manager: string) =>
      server.ask(`${crontabs}/my?fieldManager=${manager}`, {
        method: 'PATCH',
        body: crontab(spec),
        headers: { 'content-type': 'application/apply-patch+yaml' },
      })
    await apply({ ports: [{ name: 'a', port: 1 }] }, 'one')
    const both = await apply({ ports: [{ name: 'b', port: 2 }] }, 'two')
    expect(both.status, both.text).to.equal(200)
    expect(both.json.spec.ports).to.deep.equal([
      { name: 'a', port: 1 },
      { name: 'b', port: 2 },
    ])
    expect((await apply({ ports: [{ name: 'a', port: 3 }] }, 'two')).status).to.equal(409)
    const strategic = await server.ask(`${crontabs}/my`, {
      method: 'PATCH',
      body: {},
      headers: { 'content-type': 'application/strategic-merge-patch+json' },
    })
    expect(strategic.status).to.equal(415)
    for (const ports of [{ a: 1 }, 'x', [1, null, 'a', []], [{ port: 1 }], null]) {
      const applied = await apply({ ports }, 'three')
      // As upstream, an apply that can't be read by the schema is 500, and says so.
      if (applied.status === 500) expect(applied.json.message).to.include('failed to create typed patch object')
      else expect(applied.status, JSON.stringify(ports) + applied.text).to.be.below(500)
      const made = await post(crontabs, { ...crontab({ ports }), metadata: { generateName: 'x-' } })
      expect(made.status, JSON.stringify(ports) + made.text).to.be.below(500)
    }
  })

  it('end the watches of their objects when they change, and bring their columns to tables', async () => {
    const made = await post(definitions, definition(schema))
    await post(crontabs, crontab({}))
    const followed = await server.follow(`${crontabs}?watch=true`)
    expect((await followed.next()).object.metadata.name).to.equal('my')
    const columns = [{ name: 'When', type: 'string', jsonPath: '.spec.cronSpec' }]
    const [version] = made.json.spec.versions
    const other = {
      ...version,
      schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      additionalPrinterColumns: columns,
    }
    const body = { ...made.json, spec: { ...made.json.spec, versions: [other] } }
    expect((await server.ask(`${definitions}/crontabs.${group}`, { method: 'PUT', body })).status).to.equal(200)
    expect(await followed.next()).to.equal(undefined)
    const table = await server.ask(crontabs, { headers: { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' } })
    expect(table.json.rows[0].cells).to.deep.equal(['my', '* * * * */5'])
  })

  it('tell kubectl and others what they are: discovery, OpenAPI v2 and v3', async () => {
    await post(definitions, definition(schema, { version: { subresources: { status: {} } } }))
    const resources = await server.ask(`/apis/${group}/v1`)
    expect(resources.json.resources.map(({ name }: { name: string }) => name)).to.deep.equal([
      'crontabs',
      'crontabs/status',
    ])
    const v3 = await server.ask(`/openapi/v3/apis/${group}/v1`)
    const component = v3.json.components.schemas['com.example.stable.v1.CronTab']
    expect(component['x-kubernetes-group-version-kind']).to.deep.equal([{ group, kind: 'CronTab', version: 'v1' }])
    expect(component.properties.spec.properties.cronSpec.pattern).to.be.a('string')
    expect(component.properties.spec.properties.image).to.deep.equal({ type: 'string', default: 'busybox' })
    const patch = v3.json.paths[`/apis/${group}/v1/namespaces/{namespace}/crontabs/{name}`].patch
    expect(Object.keys(patch.requestBody.content)).to.not.include('application/strategic-merge-patch+json')
    const v2 = await server.ask('/openapi/v2')
    expect(v2.json.definitions['com.example.stable.v1.CronTab'].properties.spec.properties.replicas.type).to.equal(
      'integer',
    )
  })

  it('keep their rules in OpenAPI v2, and lose the combinations that it has no words for', async () => {
    const validations = [{ rule: 'self.startsWith("x")', message: 'begins with x' }]
    const allOf = [{ maxLength: 3 }]
    const spec = {
      type: 'object',
      properties: { a: { type: 'string', maxLength: 9, allOf, 'x-kubernetes-validations': validations } },
    }
    await post(definitions, definition({ type: 'object', properties: { spec } }))
    const { json } = await server.ask('/openapi/v2')
    expect(json.definitions['com.example.stable.v1.CronTab'].properties.spec.properties.a).to.deep.equal({
      type: 'string',
      maxLength: 9,
      'x-kubernetes-validations': validations,
    })
  })

  it('answer for subresources and verbs that they do not have by their own names', async () => {
    await post(definitions, definition(schema, { version: { subresources: { status: {} } } }))
    const details = { group, kind: 'crontabs' }
    const scale = await server.ask(`${crontabs}/my/scale`)
    expect([scale.status, scale.json.reason]).to.deep.equal([404, 'NotFound'])
    expect(scale.json.details).to.deep.equal({ name: 'my', ...details })
    const made = await post(`${crontabs}/my/status`, crontab({}))
    expect([made.status, made.json.reason]).to.deep.equal([405, 'MethodNotAllowed'])
    expect(made.json.details).to.deep.equal(details)
  })

  it('add nothing to a version of a group that is built in', async () => {
    const made = await server.ask(definitions, {
      method: 'POST',
      body: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: {
          name: 'shadows.networking.k8s.io',
          annotations: { 'api-approved.kubernetes.io': 'https://github.com/kubernetes/kubernetes/pull/1' },
        },
        spec: {
          group: 'networking.k8s.io',
          scope: 'Namespaced',
          names: { plural: 'shadows', kind: 'Shadow' },
          versions: ['v1', 'v7'].map((name) => ({
            name,
            served: true,
            storage: name === 'v7',
            schema: { openAPIV3Schema: { type: 'object' } },
          })),
        },
      },
    })
    expect(made.status, made.text).to.equal(201)
    const namesOf = async (version: string) =>
      (await server.ask(`/apis/networking.k8s.io/${version}`)).json.resources.map(({ name }: { name: string }) => name)
    expect(await namesOf('v1'))
      .to.include('ingresses')
      .and.not.include('shadows')
    expect(await namesOf('v7')).to.deep.equal(['shadows'])
    const objects = (version: string) => `/apis/networking.k8s.io/${version}/namespaces/default/shadows`
    expect((await server.ask(objects('v1'))).status).to.equal(404)
    const body = { apiVersion: 'networking.k8s.io/v7', kind: 'Shadow', metadata: { name: 'a' } }
    const one = await server.ask(objects('v7'), { method: 'POST', body })
    expect(one.status, one.text).to.equal(201)
  })

  it('are served again after a restart', async () => {
    const storage = new MemoryStorage()
    const first = await TestServer.start({ storage })
    await first.ask(definitions, { method: 'POST', body: definition(schema) })
    await first.ask(crontabs, { method: 'POST', body: crontab({}) })
    const copy = new MemoryStorage()
    for (const { key, value } of (await storage.list({ prefix: '' })).entries)
      await copy.commit({ key, expect: 'absent', value })
    await first.stop()
    const second = await TestServer.start({ storage: copy })
    try {
      expect((await second.ask(`${crontabs}/my`)).json.spec.image).to.equal('busybox')
    } finally {
      await second.stop()
    }
  })
})
