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
    hooks = await WebhookServer.start((request, path) => answering(request, path), ['hook.default.svc'])
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
      // Of many: as upstream, without a name.
      ['DELETE', undefined, undefined, '2'],
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

  it('are asked again when a later one has changed the object, and in-tree admission sees the change', async () => {
    answering = ({ object }, path) => {
      const labels = Object.keys(object.metadata.labels ?? {})
      if (path.startsWith('/late') && labels.length === 0)
        return { allowed: true, ...patchOf({ op: 'add', path: '/metadata/labels', value: { late: '1' } }) }
      return { allowed: true }
    }
    await configure('mutating', [
      hook({ name: 'a.example.com', clientConfig: hooks.config('/a'), reinvocationPolicy: 'IfNeeded' }),
      hook({ name: 'b.example.com', clientConfig: hooks.config('/b') }),
      hook({ name: 'late.example.com', clientConfig: hooks.config('/late'), reinvocationPolicy: 'IfNeeded' }),
    ])
    expect((await create({ metadata: { name: 'a' } })).json.metadata.labels).to.deep.equal({ late: '1' })
    expect(hooks.asked.map(({ object }) => object.metadata.labels)).to.deep.equal([
      ...[undefined, undefined, undefined],
      { late: '1' },
    ])
  })

  it('see what selectors choose, by the labels of the object as it is or was and of its namespace', async () => {
    const objectSelector = { matchLabels: { see: 'me' } }
    const namespaceSelector = { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['default'] }] } // biome-ignore format: one line
    await configure('validating', [
      hook({ rules: [{ ...usual, operations: ['*'] }], objectSelector, namespaceSelector }),
    ])
    await create({ metadata: { name: 'a' } })
    await create({ metadata: { name: 'b', labels: { see: 'me' } } })
    await create({ metadata: { name: 'c', labels: { see: 'me' } } }, '/api/v1/namespaces/kube-system/configmaps')
    await server.ask(`${configMaps}/b`, { ...merge, body: { metadata: { labels: { see: 'not' } } } })
    await server.ask(`${configMaps}/b`, { ...merge, body: { metadata: { labels: { see: 'nor' } } } })
    expect(hooks.asked.map(({ name, operation }) => [name, operation])).to.deep.equal([
      ['b', 'CREATE'],
      ['b', 'UPDATE'],
    ])
  })

  it('see connections, and objects that are only created in a subresource, but not what these then do', async () => {
    const pods = '/api/v1/namespaces/default/pods'
    const account = { metadata: { name: 'default' } }
    await server.ask('/api/v1/namespaces/default/serviceaccounts', { method: 'POST', body: account })
    await create({ metadata: { name: 'web' }, spec: { containers: [{ name: 'c', image: 'i' }] } }, pods)
    const rules = [{ ...usual, operations: ['*'], resources: ['pods', 'pods/*', 'serviceaccounts/*'] }]
    await configure('validating', [hook({ rules })])
    const binding = { metadata: { name: 'web' }, target: { kind: 'Node', name: 'n' } }
    expect((await create(binding, `${pods}/web/binding`)).status).to.equal(201)
    await server.ask(`${pods}/web/exec?command=ls&command=-l&stdout=true`, { method: 'POST' })
    await server.ask(`${pods}/web/proxy/a/b`)
    await create({ spec: { audiences: ['a'] } }, '/api/v1/namespaces/default/serviceaccounts/default/token')
    expect((await create({ metadata: { name: 'web' } }, `${pods}/web/eviction`)).status).to.equal(201)
    const seen = hooks.asked.map(({ operation, subResource, kind, name, object }) => [
      `${operation} ${subResource} ${name}`,
      `${kind.group}/${kind.version} ${kind.kind}`,
      object.command ?? object.path ?? object.target?.name ?? object.spec?.audiences,
    ])
    expect(seen).to.deep.equal([
      ['CREATE binding web', '/v1 Binding', 'n'],
      ['CONNECT exec web', '/v1 PodExecOptions', ['ls', '-l']],
      ['CONNECT proxy web', '/v1 PodProxyOptions', 'a/b'],
      ['CREATE token default', 'authentication.k8s.io/v1 TokenRequest', ['a']],
      ['CREATE eviction web', 'policy/v1 Eviction', undefined],
      ['UPDATE status web', '/v1 Pod', undefined],
    ])
  })

  it('see what their match conditions let through; one that fails is a refusal, or lets pass', async () => {
    const matchConditions = [{ name: 'named', expression: "object.metadata.name.startsWith('a') && request.userInfo.username == 'admin'" }] // biome-ignore format: one line
    await configure('validating', [hook({ matchConditions })])
    await create({ metadata: { name: 'a' } })
    await create({ metadata: { name: 'b' } })
    expect(hooks.asked.map(({ name }) => name)).to.deep.equal(['a'])
    await server.ask(configured.shift()!, { method: 'DELETE' })
    const failing = [{ name: 'failing', expression: "object.data.nothing == 'x'" }]
    await configure('validating', [hook({ matchConditions: failing })])
    const { status, json } = await create({ metadata: { name: 'c' } })
    expect([status, json.message.split(':')[0]]).to.deep.equal([403, 'configmaps "c" is forbidden'])
    await configure('mutating', [hook({ matchConditions: failing, failurePolicy: 'Ignore' })])
    await server.ask(configured.shift()!, { method: 'DELETE' })
    expect((await create({ metadata: { name: 'c' } })).status).to.equal(201)
    expect(hooks.asked).to.have.length(1)
  })

  it('see a scale as a Scale, in place of the object that is scaled, and may change it', async () => {
    const deployments = '/apis/apps/v1/namespaces/default/deployments'
    const selector = { matchLabels: { a: 'b' } }
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'i' }] } }
    await create({ metadata: { name: 'web' }, spec: { replicas: 1, selector, template } }, deployments)
    const rule = { operations: ['UPDATE'], apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments/scale'] }
    await configure('mutating', [hook({ rules: [rule] })])
    answering = () => ({ allowed: true, ...patchOf({ op: 'replace', path: '/spec/replicas', value: 3 }) })
    const told = await server.ask(`${deployments}/web/scale`, { ...merge, body: { spec: { replicas: 7 } } })
    expect([told.status, told.json.spec.replicas]).to.deep.equal([200, 3])
    const [{ kind, object, oldObject }] = hooks.asked
    expect([kind.kind, object.kind, object.spec.replicas, oldObject.spec.replicas]).to.deep.equal([
      'Scale',
      'Scale',
      7,
      1,
    ])
  })

  it('see the version that they name, under matchPolicy Equivalent, and none under Exact', async () => {
    const rule = (apiVersions: string[]) => ({ operations: ['CREATE'], apiGroups: ['autoscaling'], apiVersions, resources: ['*'] }) // biome-ignore format: one line
    await configure('mutating', [
      hook({ name: 'exact.example.com', rules: [rule(['v1'])], matchPolicy: 'Exact' }),
      hook({ rules: [rule(['v1'])] }),
    ])
    answering = () => ({
      allowed: true,
      ...patchOf({ op: 'replace', path: '/spec/targetCPUUtilizationPercentage', value: 42 }),
    })
    const metric = {
      type: 'Resource',
      resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 10 } },
    }
    const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }
    const body = { metadata: { name: 'h' }, spec: { scaleTargetRef, maxReplicas: 2, metrics: [metric] } }
    const told = await create(body, '/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers')
    expect(told.json.spec?.metrics[0].resource.target.averageUtilization, told.text).to.equal(42)
    expect(hooks.asked.map(({ kind, requestKind, object }) => [kind.version, requestKind.version, object.apiVersion])).to.deep.equal([['v1', 'v2', 'autoscaling/v1']]) // biome-ignore format: one line
  })

  it('refuse a dry run that they would not notice as one, and may not answer later than they said', async () => {
    await configure('validating', [hook({ sideEffects: 'NoneOnDryRun', timeoutSeconds: 1 })])
    expect((await create({ metadata: { name: 'a' } }, `${configMaps}?dryRun=All`)).status).to.equal(201)
    answering = () => new Promise(() => {})
    const { status, json } = await create({ metadata: { name: 'a' } })
    expect([status, json.message]).to.deep.equal([
      500,
      `Internal error occurred: failed calling webhook "one.example.com": failed to call webhook: Post "https://127.0.0.1:${hooks.port}/?timeout=1s": context deadline exceeded`,
    ])
  })

  it('are reached through a Service, by the name that their certificate must have', async () => {
    const namespace = '/api/v1/namespaces/default'
    const spec = { type: 'ExternalName', externalName: 'localhost' }
    await create({ metadata: { name: 'hook' }, spec }, `${namespace}/services`)
    answering = (_, path) => ({ allowed: false, status: { code: 403, message: `seen at ${path}` } })
    const config = (name: string) => {
      const service = { namespace: 'default', name, path: '/x', port: hooks.port }
      return { clientConfig: { service, caBundle: hooks.caBundle } }
    }
    await configure('validating', [hook(config('hook'))])
    const told = await create({ metadata: { name: 'a' } })
    expect(told.json.message).to.equal('admission webhook "one.example.com" denied the request: seen at /x?timeout=10s')
    await server.ask(configured.shift()!, { method: 'DELETE' })
    await configure('validating', [hook(config('nobody'))])
    expect((await create({ metadata: { name: 'a' } })).json.message).to.match(/service "nobody" not found$/)
  })
})
