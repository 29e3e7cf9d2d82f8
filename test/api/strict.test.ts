import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const deployments = '/apis/apps/v1/namespaces/default/deployments'
const types = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
  body: 'application/json',
  yaml: 'application/yaml',
}

describe('fieldValidation over https', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    await send('POST', configMaps, cm('web', { data: { a: '1' } }))
  })
  after(() => server.stop())
  const send = (method: string, path: string, body: unknown, type: keyof typeof types = 'body') =>
    server.ask(path, { method, body, headers: { 'content-type': types[type] } })
  const cm = (name: string, more: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...more })
  const patched = (validation: string, body: unknown, type: keyof typeof types) =>
    send('PATCH', `${configMaps}/web?fieldManager=t&fieldValidation=${validation}`, body, type)
  const twice = (name: string) =>
    `{"apiVersion":"v1","kind":"ConfigMap","colour":1,"metadata":{"name":"${name}","labels":{"x":"1","x":"2"},"annotations":{"y":"{\\"x\\":1,\\"x\\":2}"}},"data":{"a":"1","a":"2","a":"3"},"size":{"a":1,"a":2}}`

  it('tells keys that stand twice with those that are unknown, in the order of the text', async () => {
    const words =
      'unknown field "colour", duplicate field "metadata.labels.x", duplicate field "data.a", unknown field "size"'
    const strict = await send('POST', `${configMaps}?fieldValidation=Strict`, twice('strict'))
    expect([strict.status, strict.json.message]).to.deep.equal([
      400,
      `ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: ${words}`,
    ])
    const warned = await send('POST', configMaps, twice('warned'))
    expect(warned.status).to.equal(201)
    expect(warned.json.data).to.deep.equal({ a: '3' })
    expect(String(warned.headers['warning']).match(/(?:duplicate|unknown) field \\"[a-z.]+\\"/g)).to.have.length(4)
    const ignored = await send('POST', `${configMaps}?fieldValidation=Ignore`, twice('ignored'))
    expect([ignored.status, ignored.headers['warning']]).to.deep.equal([201, undefined])
  })

  it('names the line of the value where a key stands twice, and a patch its members in order', async () => {
    const lines = ['apiVersion: v1', 'kind: ConfigMap', 'metadata: {name: lines}', 'data:', '  a: b', 'data:', '  # as said', '  c: d'] // biome-ignore format: one line
    const { headers } = await send('POST', configMaps, lines.join('\n'), 'yaml')
    expect(headers['warning']).to.equal('299 - "line 8: key \\"data\\" already set in map"')
    const odd = { zz: 1, aa: { x: 1 }, metadata: { odd: 1, annotations: {} }, 'a-a': 1 }
    const merged = await send('PATCH', `${configMaps}/web`, odd, 'merge')
    expect(merged.headers['warning']).to.equal(
      ['a-a', 'aa', 'metadata.odd', 'zz'].map((path) => `299 - "unknown field \\"${path}\\""`).join(', '),
    )
  })

  it('names by its number what cannot be printed', async () => {
    const strange = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'strange' }, 'a\u007fb\u0000': 1 }
    const { headers } = await send('POST', `${configMaps}?dryRun=All`, strange)
    expect(headers['warning']).to.equal('299 - "unknown field \\"a\\\\x7fb\\\\x00\\""')
  })

  it('tells what nobody knows before that a PUT lacks its resourceVersion', async () => {
    const leases = '/apis/coordination.k8s.io/v1/namespaces/default/leases'
    const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name: 'held' } }
    expect((await send('POST', leases, lease)).status).to.equal(201)
    const put = (validation: string) =>
      send('PUT', `${leases}/held?fieldValidation=${validation}`, { ...lease, spec: { odd: 1 } })
    const warned = await put('Warn')
    expect([warned.status, warned.headers['warning']]).to.deep.equal([422, '299 - "unknown field \\"spec.odd\\""'])
    expect((await put('Strict')).status).to.equal(400)
  })

  it('finds them in YAML, by line', async () => {
    const yaml = (name: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  a: "1"\n  a: "2"\n`
    const strict = await send('POST', `${configMaps}?fieldValidation=Strict`, yaml('y1'), 'yaml')
    expect(strict.status).to.equal(400)
    expect(strict.json.message).to.contain(
      'strict decoding error: yaml: unmarshal errors:\n  line 7: key "a" already set in map',
    )
    const warned = await send('POST', configMaps, yaml('y2'), 'yaml')
    expect(warned.json.data).to.deep.equal({ a: '2' })
    expect(warned.headers['warning']).to.equal('299 - "line 7: key \\"a\\" already set in map"')
    const ignored = await send('POST', `${configMaps}?fieldValidation=Ignore`, yaml('y3'), 'yaml')
    expect([ignored.status, ignored.headers['warning']]).to.deep.equal([201, undefined])
  })

  it('tells what is wrong with keys of a ConfigMap once: empty, a way up, of other signs', async () => {
    for (const key of ['', '.', '..', '..up', 'a b']) {
      const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'keys' }, data: { [key]: 'x' } }
      const { status, json } = await server.ask('/api/v1/namespaces/default/configmaps', { method: 'POST', body })
      expect(status, key).to.equal(422)
      expect(json.details.causes.map(({ field }: { field: string }) => field)).to.deep.equal([`data[${key}]`])
    }
  })

  it('holds for patches: 422 with what is wrong with the patch, then with what came of it', async () => {
    const cases = [
      ['merge', '{"data":{"a":"1","a":"2"},"size":1}', 'duplicate field "data.a", unknown field "size"'],
      ['strategic', '{"data":{"a":"1","a":"2"}}', 'duplicate field "data.a"'],
      ['json', '[{"op":"add","path":"/data/a","value":"1","value":"2","colour":1}]', 'json patch duplicate field "[0].value", json patch unknown field "[0].colour"'],
    ] as const // biome-ignore format: a table
    for (const [type, body, words] of cases) {
      const strict = await patched('Strict', body, type)
      expect([strict.status, strict.json.reason], type).to.deep.equal([422, 'Invalid'])
      expect(strict.json.details.causes[0].field).to.equal('patch')
      expect(strict.json.message.endsWith(`strict decoding error: ${words}`), strict.json.message).to.equal(true)
      expect((await patched('Warn', body, type)).headers['warning']).to.contain('duplicate field')
      expect((await patched('Ignore', body, type)).headers['warning']).to.equal(undefined)
    }
    const wrong = await patched('Ignore', { data: 7 }, 'merge')
    expect([wrong.status, wrong.json.details.causes[0].field]).to.deep.equal([422, 'patch'])
  })

  it('lets no applied configuration state what its kind does not have, or elements that can not be told apart', async () => {
    const apply = (spec: object) =>
      send(
        'PATCH',
        `${deployments}/web?fieldManager=t&fieldValidation=Ignore`,
        { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec },
        'apply',
      )
    const pod = (...containers: object[]) => ({ template: { spec: { containers } } })
    const cases = [
      [{ colour: 1 }, '(/web; apps/v1, Kind=Deployment): .spec.colour: field not declared in schema'],
      [{ replicas: 'x' }, '.spec.replicas: must be a number, not "x"'],
      [pod({ name: 'a', image: 1 }), '.spec.template.spec.containers[name="a"].image: must be a text, not 1'],
      [{ paused: 1, template: [{ a: 1 }] }, 'errors:\n  .spec.paused: must be true or false, not 1\n  .spec.template: must be an object, not [{"a":1}]\n'],
      [pod({ name: 'a' }, { name: 'a' }), '.spec.template.spec.containers: duplicate entries for key [name="a"]'],
    ] as const // biome-ignore format: a table
    for (const [spec, words] of cases) {
      const { status, json } = await apply(spec)
      expect([status, json.message.startsWith('failed to create typed patch object')]).to.deep.equal([500, true])
      expect(json.message).to.contain(words)
    }
    const unreadable = (await apply({ replicas: 1.5 })).json
    expect([unreadable.code, unreadable.reason, unreadable.message]).to.deep.equal([
      500,
      undefined,
      'failed to convert new object (/web; apps/v1, Kind=Deployment) to proper version: unable to convert unstructured object to apps/v1, Kind=Deployment: cannot convert float64 to int32',
    ])
    // As upstream's schemas have it, a key that is left out is an empty one: what is wrong with it is told with the rest.
    const nameless = await apply(pod({ image: 'a' }))
    expect(nameless.json.details.causes.map(({ field }: { field: string }) => field)).to.include(
      'spec.template.spec.containers[0].name',
    )
    const repeated = await patched('Strict', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  b: "1"\n  b: "2"\n', 'apply')
    expect(repeated.json.message).to.equal(
      'error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:\n  line 5: key "b" already set in map',
    )
    expect((await patched('Ignore', { kind: 'ConfigMap' }, 'apply')).json.message).to.equal(
      'invalid object type: /, Kind=ConfigMap',
    )
    expect((await patched('Ignore', { apiVersion: 'v1', kind: 'ConfigMap' }, 'apply')).status).to.equal(200)
  })

  it('refuses options that can not be with 422 and the cause', async () => {
    const cases = [
      ['POST', `fieldManager=${'x'.repeat(129)}`, 'CreateOptions', 'fieldManager', 'FieldValueTooLong'],
      ['POST', 'fieldManager=a%07b', 'CreateOptions', 'fieldManager', 'FieldValueInvalid'],
      ['PUT', 'fieldValidation=No', 'UpdateOptions', 'fieldValidation', 'FieldValueNotSupported'],
      ['PATCH', 'dryRun=Some', 'PatchOptions', 'dryRun', 'FieldValueNotSupported'],
      ['PATCH', 'force=true', 'PatchOptions', 'force', 'FieldValueForbidden'],
      ['DELETE', 'propagationPolicy=Some', 'DeleteOptions', 'propagationPolicy', 'FieldValueNotSupported'],
      ['DELETE', 'dryRun=Some', 'DeleteOptions', 'dryRun', 'FieldValueNotSupported'],
    ] as const // biome-ignore format: a table
    for (const [method, query, kind, field, reason] of cases) {
      const path = method === 'POST' ? configMaps : `${configMaps}/web`
      const body = method === 'DELETE' ? undefined : method === 'PATCH' ? {} : cm('web')
      const { status, json } = await send(method, `${path}?${query}`, body, method === 'PATCH' ? 'merge' : 'body')
      expect([status, json.reason], query).to.deep.equal([422, 'Invalid'])
      expect(json.message).to.contain(`${kind}.meta.k8s.io "" is invalid: ${field}: `)
      expect(json.details.causes).to.deep.include({ reason, field, message: json.details.causes[0].message })
    }
    const apply = await send('PATCH', `${configMaps}/web`, cm('web'), 'apply')
    expect([apply.status, apply.json.details.causes[0].reason]).to.deep.equal([422, 'FieldValueRequired'])
  })

  it('holds for a Scale', async () => {
    const container = { name: 'c', image: 'i' }
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [container] } }
    const spec = { replicas: 1, selector: { matchLabels: { a: 'b' } }, template }
    const made = await send('POST', deployments, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'scaled' },
      spec,
    })
    expect(made.status).to.equal(201)
    const scale = (query: string, body: object) => send('PATCH', `${deployments}/scaled/scale${query}`, body, 'merge')
    const strict = await scale('?fieldValidation=Strict', { spec: { replica: 2 } })
    expect([
      strict.status,
      strict.json.message.endsWith('strict decoding error: unknown field "spec.replica"'),
    ]).to.deep.equal([422, true])
    expect((await scale('', { spec: { replica: 2 } })).headers['warning']).to.equal(
      '299 - "unknown field \\"spec.replica\\""',
    )
    const elsewhere = {
      apiVersion: 'autoscaling/v1',
      kind: 'Scale',
      metadata: { name: 'scaled', namespace: 'other' },
      spec: { replicas: 2 },
    }
    expect((await send('PUT', `${deployments}/scaled/scale`, elsewhere)).status).to.equal(400)
  })
})
