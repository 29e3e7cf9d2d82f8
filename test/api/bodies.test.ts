import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const cm = (name: string, more: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...more })

describe('bodies over https', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())
  const post = (body: unknown, type = 'application/json', path = configMaps) =>
    server.ask(path, { method: 'POST', body, headers: { 'content-type': type } })

  it('may be JSON or YAML, and nothing else', async () => {
    expect((await post(cm('json'))).status).to.equal(201)
    const yaml = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: yaml\ndata:\n  a: "1"\n'
    expect((await post(yaml, 'application/yaml')).json.data).to.deep.equal({ a: '1' })
    expect((await post(cm('other'), 'application/vnd.kubernetes.protobuf')).status).to.equal(400)
    for (const type of ['text/plain', 'application/xml', 'application/cbor']) {
      const { status, json } = await post(cm('other'), type)
      expect([status, json.reason], type).to.deep.equal([415, 'UnsupportedMediaType'])
    }
  })

  it('of YAML that JSON has no form for are refused with 400: maps as keys, numbers that are none', async () => {
    const definition = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n'
    for (const line of ['  a: {{ .Values.a }}', '  ? {a: b}\n  : c', '  a: .nan', '  a: [-.inf]'])
      expect((await post(`${definition}${line}\n`, 'application/yaml')).status, line).to.equal(400)
    expect((await post(`${definition}  '[object Object]': b\n`, 'application/yaml')).status).to.equal(422)
  })

  it('that are broken are refused with 400, not with a crash', async () => {
    const deep = '['.repeat(100_000)
    const broken = [
      '{', '', '[]', '"x"', '7', '{"metadata":7}', '{"metadata":[]}', deep, '{"a":'.repeat(5000),
      `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","annotations":${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}}`,
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":7}}',
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","labels":["a"]}}',
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":"text"}',
    ] // biome-ignore format: a table
    for (const body of broken) {
      const { status, json } = await post(body)
      expect([status, json.reason], body.slice(0, 80)).to.deep.equal([400, 'BadRequest'])
    }
    for (const body of ['a: [', 'a: &a [*a]', '- 1', '!!js/function x', `a: ${'[ '.repeat(5000)}`]) {
      expect((await post(body, 'application/yaml')).status, body.slice(0, 40)).to.equal(400)
    }
    expect((await server.ask('/readyz')).status).to.equal(200)
  })

  it('that say nothing are objects without a name', async () => {
    for (const [body, type] of [['null', 'application/json'], ['', 'application/yaml'], ['~', 'application/yaml']] as const) {
      const { status, json } = await post(body, type)
      expect([status, json.details?.causes?.[0]?.field], `${type} ${body}`).to.deep.equal([422, 'metadata.name'])
    }
  }) // biome-ignore format: a table

  it('that can not be read are told as upstream tells them', async () => {
    const told = async (body: string) => {
      const { json } = await post(body)
      const start =
        /^the object provided is unrecognized \(must be of type ConfigMap\): couldn't get version\/kind; json parse error: /
      expect(json.message).to.match(start)
      return json.message.replace(start, '')
    }
    const manifest = 'apiVersion: v1\nkind: Secret\n'
    expect(await told(manifest)).to.equal(
      "invalid character 'a' looking for beginning of value (61706956657273696f6e3a2076310a6b696e643a205365637265740a)",
    )
    expect(await told(manifest + manifest)).to.match(
      / \(61706956657273696f6e3a2076310a6b696e643a205365637265740a6170 \.\.\.\)$/,
    )
    expect(await told('')).to.equal('unexpected end of JSON input (<empty>)')
    expect(await told('{"a":1,}')).to.equal(
      `invalid character '}' looking for beginning of object key string ({"a":1,})`,
    )
    expect(await told('{"a":1} x')).to.equal(`invalid character 'x' after top-level value ({"a":1} x)`)
    expect(await told('{"a')).to.equal('unexpected end of JSON input ({"a)')
    expect(await told('[1 2]')).to.equal("invalid character '2' after array element (5b3120325d)")
  })

  it('that write a whole number with a fraction are refused where an integer belongs, and where upstream does', async () => {
    const deployments = '/apis/apps/v1/namespaces/default/deployments'
    const template = `{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"x"}]}}`
    const deployment = (replicas: string) =>
      `{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"replicas":${replicas},"selector":{"matchLabels":{"a":"b"}},"template":${template}}}`
    for (const replicas of ['1.0', '1e0', '1E0', '-0.0']) {
      const { status, json } = await post(deployment(replicas), 'application/json', deployments)
      expect([status, json.reason], replicas).to.deep.equal([400, 'BadRequest'])
      expect(json.message).to.contain(
        `number ${replicas} into Go struct field DeploymentSpec.spec.replicas of type int32`,
      )
    }
    expect((await post(deployment('1.0'), 'application/yaml', deployments)).status).to.equal(201)
    const patched = async (path: string, type: string, body: string) => {
      const headers = { 'content-type': `application/${type}` }
      return (await server.ask(`${deployments}/${path}`, { method: 'PATCH', body, headers })).status
    }
    const merge = '{"spec":{"replicas":2.0}}'
    expect(await patched('d', 'merge-patch+json', merge)).to.equal(422)
    expect(await patched('d/scale', 'merge-patch+json', merge)).to.equal(422)
    expect(await patched('d', 'strategic-merge-patch+json', merge)).to.equal(200)
    expect(await patched('d?fieldManager=x&force=true', 'apply-patch+yaml', deployment('3.0'))).to.equal(200)
    const replace = '[{"op":"replace","path":"/spec/replicas","value":4e0}]'
    expect(await patched('d', 'json-patch+json', replace)).to.equal(422)
    expect(await patched('d', 'json-patch+json', replace.replace('4e0', '4'))).to.equal(200)
    const annotated = '{"metadata":{"name":"text"},"data":{"a":"1.0"}}'
    expect((await post(annotated)).status).to.equal(201)
  })

  it('whose YAML unfolds to more than may be are refused', async () => {
    const lines = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'] as const) {
      lines.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(',')}]`)
    }
    const { status } = await post(lines.join('\n'), 'application/yaml')
    expect(status).to.equal(400)
  })

  it('that are too large are refused with 413', async () => {
    const { status, json } = await post(cm('big', { data: { a: 'x'.repeat(3 * 1024 * 1024) } }))
    expect([status, json.reason]).to.deep.equal([413, 'RequestEntityTooLarge'])
  })

  it('must be what the path says', async () => {
    expect((await post({ ...cm('x'), kind: 'Secret' })).status).to.equal(400)
    expect((await post({ ...cm('x'), apiVersion: 'v2' })).status).to.equal(400)
    const elsewhere = cm('x')
    Object.assign(elsewhere.metadata, { namespace: 'kube-system' })
    expect((await post(elsewhere)).status).to.equal(400)
    const { status, json } = await post(cm('Not_A_Name'))
    expect([status, json.reason]).to.deep.equal([422, 'Invalid'])
    expect(json.details.causes[0].field).to.equal('metadata.name')
  })

  it('bring warnings for what is unknown, errors when that is wanted', async () => {
    const body = cm('warned', { dta: { a: 'b' } })
    const warned = await post(body)
    expect(warned.status).to.equal(201)
    expect(warned.headers['warning']).to.equal('299 - "unknown field \\"dta\\""')
    const odd = await post(cm('odd', { 'größe🦉': 1 }))
    expect(Buffer.from(String(odd.headers['warning']), 'latin1').toString()).to.contain('größe🦉')
    const strict = await post(cm('strict', { dta: {} }), 'application/json', `${configMaps}?fieldValidation=Strict`)
    expect(strict.status).to.equal(400)
    expect(strict.json.message).to.contain('unknown field "dta"')
    const ignored = await post(cm('ignored', { dta: {} }), 'application/json', `${configMaps}?fieldValidation=Ignore`)
    expect([ignored.status, ignored.headers['warning']]).to.deep.equal([201, undefined])
  })

  it('are not stored on a dry run, and options are checked', async () => {
    const dry = await post(cm('dry'), 'application/json', `${configMaps}?dryRun=All`)
    expect(dry.status).to.equal(201)
    expect((await server.ask(`${configMaps}/dry`)).status).to.equal(404)
    for (const query of ['dryRun=Some', 'fieldValidation=Maybe', `fieldManager=${'x'.repeat(200)}`]) {
      const { status } = await post(cm('dry'), 'application/json', `${configMaps}?${query}`)
      expect([400, 422], query).to.include(status)
    }
    for (const query of [
      'limit=x',
      'labelSelector=a%20b',
      'fieldSelector=spec.nodeName%3Dx',
      'continue=garbage',
      'resourceVersion=x',
    ]) {
      expect((await server.ask(`${configMaps}?${query}`)).status, query).to.equal(400)
    }
  })

  it('of a delete are its options', async () => {
    await post(cm('gone'))
    const uid = '00000000-0000-0000-0000-000000000000'
    const wrong = await server.ask(`${configMaps}/gone`, { method: 'DELETE', body: { preconditions: { uid } } })
    expect(wrong.status).to.equal(409)
    expect(
      (await server.ask(`${configMaps}/gone`, { method: 'DELETE', body: { propagationPolicy: 'x' } })).status,
    ).to.be.oneOf([400, 422])
    expect((await server.ask(`${configMaps}/gone?gracePeriodSeconds=x`, { method: 'DELETE' })).status).to.equal(400)
    const { status, json } = await server.ask(`${configMaps}/gone`, { method: 'DELETE' })
    expect([status, json.kind, json.status, json.details.name]).to.deep.equal([200, 'Status', 'Success', 'gone'])
  })

  it('of a patch need a type that says which', async () => {
    await post(cm('patched', { data: { a: '1' } }))
    const patch = (type: string, body: unknown, query = '') =>
      server.ask(`${configMaps}/patched${query}`, { method: 'PATCH', body, headers: { 'content-type': type } })
    expect((await patch('application/json', {})).status).to.equal(415)
    expect((await patch('application/merge-patch+json', { data: { b: '2' } })).json.data).to.deep.equal({
      a: '1',
      b: '2',
    })
    const json = [{ op: 'remove', path: '/data/a' }]
    expect((await patch('application/json-patch+json', json)).json.data).to.deep.equal({ b: '2' })
    expect((await patch('application/strategic-merge-patch+json', { data: { c: '3' } })).json.data).to.have.keys(
      'b',
      'c',
    )
    const apply = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: patched}\ndata: {d: "4"}\n'
    expect((await patch('application/apply-patch+yaml', apply)).status).to.be.oneOf([400, 422])
    expect((await patch('application/apply-patch+yaml', apply, '?fieldManager=me')).json.data).to.have.keys(
      'b',
      'c',
      'd',
    )
    expect((await patch('application/merge-patch+json', '{')).status).to.equal(400)
    expect((await patch('application/json-patch+json', { op: 'x' })).status).to.equal(400)
  })
})
