/** Admission webhooks, through the front door: called as their configurations say, from the write of these on. */
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'
import { patchOf, type Review, WebhookServer } from '../kit/webhook-server.js'

const registration = '/apis/admissionregistration.k8s.io/v1'
const configMaps = '/api/v1/namespaces/default/configmaps'
const merge = { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json' } }

describe('admission webhooks', () => {
  let server: TestServer
  let hooks: WebhookServer
  let answering: (request: Review, path: string) => object | Promise<object> = () => ({ allowed: true })
  before(async () => {
    server = await TestServer.start()
    hooks = await WebhookServer.start((request, path) => answering(request, path))
  })
  after(async () => {
    await hooks.stop()
    await server.stop()
  })
  const configured: string[] = []
  afterEach(async () => {
    for (const path of configured.splice(0)) await server.ask(path, { method: 'DELETE' })
    await server.ask(configMaps, { method: 'DELETE' })
    hooks.asked.splice(0)
    answering = () => ({ allowed: true })
  })

  const usual = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }
  const hook = (given: object = {}) => ({
    name: 'one.example.com',
    clientConfig: hooks.config(),
    rules: [usual],
    sideEffects: 'None',
    admissionReviewVersions: ['v1'],
    ...given,
  })
  const configure = async (kind: 'mutating' | 'validating', webhooks: readonly object[], name = 'tests') => {
    const path = `${registration}/${kind}webhookconfigurations`
    const told = await server.ask(path, { method: 'POST', body: { metadata: { name }, webhooks } })
    expect(told.status, told.text).to.equal(201)
    expect(told.headers['warning']).to.equal(undefined)
    configured.push(`${path}/${name}`)
  }
  const create = (body: object, path = configMaps) => server.ask(path, { method: 'POST', body })

  it('refuse with their own code and words, and only what their rules name', async () => {
    answering = () => ({ allowed: false, status: { code: 403, reason: 'Forbidden', message: 'not here' } })
    await configure('validating', [hook()])
    const { status, json } = await create({ metadata: { name: 'a' } })
    expect([status, json.message, json.reason]).to.deep.equal([
      403,
      'admission webhook "one.example.com" denied the request: not here',
      'Forbidden',
    ])
    expect((await create({ metadata: { name: 'a' } }, '/api/v1/namespaces/default/secrets')).status).to.equal(201)
    answering = () => ({ allowed: false })
    const bare = await create({ metadata: { name: 'a' } })
    expect([bare.status, bare.json.message]).to.deep.equal([
      400,
      'admission webhook "one.example.com" denied the request without explanation',
    ])
  })

  it('change objects, one after the other, and the answer is what was stored', async () => {
    answering = ({ object }, path) => ({
      allowed: true,
      warnings: [`seen at ${path}`],
      ...patchOf({ op: 'add', path: `/data/${path[1]}`, value: Object.keys(object.data ?? {}).join('-') }),
    })
    await configure('mutating', [
      hook({ name: 'b.example.com', clientConfig: hooks.config('/b') }),
      hook({ name: 'a.example.com', clientConfig: hooks.config('/a') }),
    ])
    const told = await create({ metadata: { name: 'a' }, data: { x: 'y' } })
    expect(told.json.data, told.text).to.deep.equal({ x: 'y', b: 'x', a: 'x-b' })
    expect(told.headers['warning']).to.equal('299 - "seen at /b?timeout=10s", 299 - "seen at /a?timeout=10s"')
    const { json } = await server.ask(`${configMaps}/a`)
    expect(json.data).to.deep.equal(told.json.data)
  })

  it('are told who asks for what, and how', async () => {
    await configure('validating', [hook({ rules: [{ ...usual, operations: ['*'] }] })])
    await create({ metadata: { generateName: 'a-' } }, `${configMaps}?fieldManager=me&dryRun=All`)
    const { uid, object, ...request } = hooks.asked[0]
    expect(uid).to.be.a('string')
    expect(object.metadata.uid).to.be.a('string')
    const kind = { group: '', version: 'v1', kind: 'ConfigMap' }
    const resource = { group: '', version: 'v1', resource: 'configmaps' }
    expect(request).to.deep.equal({
      ...{ kind, resource, requestKind: kind, requestResource: resource },
      namespace: 'default',
      operation: 'CREATE',
      userInfo: { username: 'admin', groups: ['system:masters', 'system:authenticated'] },
      oldObject: null,
      dryRun: true,
      options: { kind: 'CreateOptions', apiVersion: 'meta.k8s.io/v1', dryRun: ['All'], fieldManager: 'me' },
    })
  })

  it('see updates, patches and deletions with the object as it was', async () => {
    await create({ metadata: { name: 'a' }, data: { x: '1' } })
    await configure('validating', [hook({ rules: [{ ...usual, operations: ['UPDATE', 'DELETE'] }] })])
    await server.ask(`${configMaps}/a`, { ...merge, body: { data: { x: '2' } } })
    await server.ask(configMaps, { method: 'DELETE' })
    const seen = hooks.asked.map(({ operation, name, object, oldObject }) => [
      operation,
      name,
      object?.data.x,
      oldObject?.data.x,
    ])
    expect(seen).to.deep.equal([
      ['UPDATE', 'a', '2', '1'],
      ['DELETE', 'a', undefined, '2'],
    ])
    answering = () => ({ allowed: false })
    await create({ metadata: { name: 'b' } })
    expect((await server.ask(`${configMaps}/b`, { method: 'DELETE' })).status).to.equal(400)
    answering = () => ({ allowed: true })
  })

  it('that can not be asked refuse, or let pass, as their failurePolicy says', async () => {
    const clientConfig = { url: `https://127.0.0.1:1/nobody`, caBundle: hooks.caBundle }
    await configure('validating', [hook({ clientConfig })])
    const { status, json } = await create({ metadata: { name: 'a' } })
    expect([status, json.reason]).to.deep.equal([500, 'InternalError'])
    expect(json.message).to.match(
      /^Internal error occurred: failed calling webhook "one.example.com": failed to call webhook: Post "https:\/\/127.0.0.1:1\/nobody\?timeout=10s": /,
    )
    await configure('mutating', [hook({ clientConfig, failurePolicy: 'Ignore' })])
    await server.ask(configured.shift()!, { method: 'DELETE' })
    expect((await create({ metadata: { name: 'a' } })).status).to.equal(201)
  })
})
