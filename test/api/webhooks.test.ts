/** Admission webhooks, through the front door: called as their configurations say, from the write of these on. Long because one server and one hook serve all of it. */
import { expect } from 'chai'
import { definitionOf } from '../abuse/definition-of.js'
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

  it('are asked once about objects whose rules cost much, which are worked at in another thread', async () => {
    const rule = { rule: 'self.all(x, self.all(y, x + y != 1))' }
    const list = { type: 'array', items: { type: 'integer' }, maxItems: 300, 'x-kubernetes-validations': [rule] }
    const definition = definitionOf('dears', 'Dear', { type: 'object', properties: { list } })
    await create(definition, '/apis/apiextensions.k8s.io/v1/customresourcedefinitions')
    const dears = { apiGroups: ['abuse.example'], apiVersions: ['v1'], operations: ['*'], resources: ['dears'] }
    answering = () => ({ allowed: true, ...patchOf({ op: 'add', path: '/metadata/labels', value: { a: 'b' } }) })
    await configure('mutating', [hook({ rules: [dears] })])
    const dear = { apiVersion: 'abuse.example/v1', kind: 'Dear', metadata: { name: 'a' } }
    const many = Array.from({ length: 300 }, (_, at) => at + 1)
    const path = '/apis/abuse.example/v1/namespaces/default/dears'
    const made = await create({ ...dear, list: many }, path)
    expect([made.status, made.json.metadata?.labels], made.text).to.deep.equal([201, { a: 'b' }])
    const changed = await server.ask(`${path}/a`, { ...merge, body: { list: many.slice(1) } })
    expect(changed.status).to.equal(200)
    expect(hooks.asked.map(({ operation }) => operation)).to.deep.equal(['CREATE', 'UPDATE'])
  })

  it('are told who asks for what, and how', async () => {
    await configure('validating', [hook({ rules: [{ ...usual, operations: ['*'] }] })])
    await create({ metadata: { generateName: 'a-' } }, `${configMaps}?fieldManager=me&dryRun=All`)
    const { uid, object, ...request } = hooks.asked[0]
    expect(uid).to.be.a('string')
    const [credential] = request.userInfo.extra['authentication.kubernetes.io/credential-id']
    expect(credential).to.match(/^X509SHA256=[0-9a-f]{64}$/)
    delete request.userInfo.extra
    expect(object.metadata.uid).to.be.a('string')
    const kind = { group: '', version: 'v1', kind: 'ConfigMap' }
    const resource = { group: '', version: 'v1', resource: 'configmaps' }
    expect(request).to.deep.equal({
      ...{ kind, resource, requestKind: kind, requestResource: resource },
      name: object.metadata.name,
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

  it('give no answer that is not of its types, and none that would break ours off', async () => {
    await configure('validating', [hook()])
    const wrong = [
      { allowed: 'true' },
      { allowed: true, warnings: 'one' },
      { allowed: true, auditAnnotations: [] },
      { allowed: false, status: 'no' },
      { allowed: false, status: { code: '403' } },
    ]
    for (const response of wrong) {
      answering = () => response
      const { status, json } = await create({ metadata: { name: 'a' } })
      expect([status, json.reason]).to.deep.equal([500, 'InternalError'], JSON.stringify(response))
    }
    answering = () => ({ allowed: false, status: { code: 1000, other: 1 } })
    const { status, json } = await create({ metadata: { name: 'a' } })
    expect([status, json['other']]).to.deep.equal([500, undefined])
  })

  it('tell warnings as far as clients read them, none that is empty', async () => {
    await configure('validating', [hook()])
    answering = () => ({ allowed: true, warnings: ['one', '', 'one', 'two\nlines', 'x'.repeat(300)] })
    const few = await create({ metadata: { name: 'a' } })
    // None that would break the header.
    expect(few.headers['warning']).to.equal(`299 - "one", 299 - "${'x'.repeat(300)}"`)
    answering = () => ({ allowed: true, warnings: Array.from({ length: 30 }, (_, nth) => `${nth}`.padEnd(300, '.')) })
    const many = await create({ metadata: { name: 'b' } })
    const told = String(many.headers['warning']).split(', ')
    expect(told).to.have.length(16)
    expect(told[0]).to.equal(`299 - "${'0'.padEnd(256, '.')}"`)
  })

  it('are asked again when they are busy and say when to come, if there is time for that', async () => {
    answering = () => ({
      allowed: true,
      http: hooks.asked.length > 1 ? {} : { code: 429, headers: { 'retry-after': '1' } },
    })
    await configure('validating', [hook()])
    expect((await create({ metadata: { name: 'a' } })).status).to.equal(201)
    expect(hooks.asked.splice(0)).to.have.length(2)
    answering = () => ({ allowed: true, http: { code: 503, headers: { 'retry-after': '60' } } })
    expect((await create({ metadata: { name: 'b' } })).status).to.equal(500)
    answering = () => ({ allowed: true, http: { code: 403, headers: { 'retry-after': '0' } } })
    expect((await create({ metadata: { name: 'b' } })).status).to.equal(500)
    expect(hooks.asked).to.have.length(2)
  })

  it('answer with a media type, where they name one, and move nothing to another namespace', async () => {
    await configure('mutating', [hook()])
    answering = () => ({ allowed: true, http: { headers: { 'content-type': ';;' } } })
    expect((await create({ metadata: { name: 'a' } })).status).to.equal(500)
    answering = () => ({ allowed: true, http: { headers: { 'content-type': 'text/plain; charset' } } })
    expect((await create({ metadata: { name: 'a' } })).status).to.equal(201)
    answering = () => ({ allowed: true, ...patchOf({ op: 'add', path: '/metadata/namespace', value: 'other' }) })
    const { status, json } = await create({ metadata: { name: 'b' } })
    expect([status, json.reason]).to.deep.equal([400, 'BadRequest'])
  })

  it('are not asked about what is created in no namespace', async () => {
    await configure('validating', [hook({ clientConfig: { url: 'https://127.0.0.1:1/nobody' } })])
    const { status, json } = await create({ metadata: { name: 'a' } }, '/api/v1/namespaces/nowhere/configmaps')
    expect([status, json.details]).to.deep.equal([404, { name: 'nowhere', kind: 'namespaces' }])
  })

  it('see what the sender has said of parts that it can’t change, which stay as they are', async () => {
    const services = '/api/v1/namespaces/default/services'
    const rules = [{ ...usual, operations: ['CREATE', 'UPDATE'], resources: ['services', 'services/status'] }]
    answering = () => ({ allowed: true, ...patchOf({ op: 'add', path: '/status/loadBalancer', value: {} }) })
    await configure('mutating', [hook({ rules }), hook({ rules, name: 'two.example.com' })])
    const said = (ip: string) => ({ loadBalancer: { ingress: [{ ip, ipMode: 'VIP' }] } })
    const spec = { type: 'LoadBalancer', ports: [{ port: 80 }], sessionAffinity: 'ClientIP' }
    const made = await create({ metadata: { name: 's' }, spec, status: said('1.2.3.4') }, services)
    expect([made.status, made.json.status]).to.deep.equal([201, { loadBalancer: {} }])
    const seen = () => hooks.asked.splice(0).map(({ object: { spec, status } }) => [spec.sessionAffinity, status])
    const emptied = ['ClientIP', { loadBalancer: {} }]
    expect(seen()).to.deep.equal([['ClientIP', said('1.2.3.4')], emptied])
    answering = () => ({ allowed: true })
    const update = { status: said('1.2.3.5') }
    const changed = await server.ask(`${services}/s`, { ...merge, body: update })
    expect(changed.json.status).to.deep.equal({ loadBalancer: {} })
    expect(seen()).to.deep.equal(Array(2).fill(['ClientIP', update.status]))
    const through = { ...update, spec: { sessionAffinity: 'None' } }
    const { json } = await server.ask(`${services}/s/status`, { ...merge, body: through })
    expect([json.spec.sessionAffinity, json.status]).to.deep.equal(['ClientIP', update.status])
    expect(seen()).to.deep.equal(Array(2).fill(['None', update.status]))
    await server.ask(`${services}/s`, { method: 'DELETE' })
  })

  it('give nothing that is created a revision', async () => {
    await configure('mutating', [hook()])
    answering = () => ({ allowed: true, ...patchOf({ op: 'add', path: '/metadata/resourceVersion', value: '5' }) })
    expect((await create({ metadata: { name: 'a' } })).status).to.equal(400)
    expect((await server.ask(`${configMaps}/a`)).status).to.equal(404)
  })

  it('rename nothing, and hold no update to a revision that is not there', async () => {
    await create({ metadata: { name: 'kept' } })
    await configure('mutating', [hook({ rules: [{ ...usual, operations: ['UPDATE'] }] })])
    for (const [path, value, code] of [
      ['name', 'other', 422],
      ['resourceVersion', '1', 409],
    ]) {
      answering = () => ({ allowed: true, ...patchOf({ op: 'add', path: `/metadata/${path}`, value }) })
      expect((await server.ask(`${configMaps}/kept`, { ...merge, body: { data: { a: 'b' } } })).status).to.equal(code)
    }
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

  it('are not asked again when what they patch is what was there', async () => {
    answering = () => ({ allowed: true, ...patchOf({ op: 'add', path: '/metadata/annotations', value: {} }) })
    await configure('mutating', [
      hook({ name: 'a.example.com', clientConfig: hooks.config('/a'), reinvocationPolicy: 'IfNeeded' }),
      hook({ name: 'b.example.com', clientConfig: hooks.config('/b') }),
    ])
    await create({ metadata: { name: 'a' } })
    expect(hooks.asked).to.have.length(2)
  })

  it('see of the server’s own metadata what the sender has said of it, while they may change the object', async () => {
    const rules = [{ ...usual, operations: ['CREATE', 'UPDATE'] }]
    await configure('mutating', [hook({ rules })])
    await configure('validating', [hook({ rules })])
    const ownOf = ({ object }: Review) => {
      const { uid, creationTimestamp, resourceVersion } = object.metadata
      return [uid, creationTimestamp, resourceVersion]
    }
    const { metadata } = (await create({ metadata: { name: 'a', uid: 'mine' } })).json
    const { uid, creationTimestamp, resourceVersion } = metadata
    expect(hooks.asked.splice(0).map(ownOf)).to.deep.equal([Array(3), [uid, creationTimestamp, undefined]])
    await server.ask(`${configMaps}/a`, { method: 'PUT', body: { metadata: { name: 'a' }, data: { b: 'c' } } })
    expect(hooks.asked.splice(0).map(ownOf)).to.deep.equal([Array(3), [uid, creationTimestamp, resourceVersion]])
    await server.ask(`${configMaps}/a`, { ...merge, body: { data: { b: 'd' } } })
    expect(hooks.asked.map((asked) => ownOf(asked)[0])).to.deep.equal([uid, uid])
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
    await server.ask(`${pods}/web?dryRun=All`, { method: 'DELETE' })
    expect(hooks.asked.splice(0)[0]!.options).to.include({ gracePeriodSeconds: 0 })
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
      ['CONNECT proxy web', '/v1 PodProxyOptions', '/a/b'],
      ['CREATE token default', 'authentication.k8s.io/v1 TokenRequest', ['a']],
      ['CREATE eviction web', 'policy/v1 Eviction', undefined],
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

  it('see applies and patches of every kind, and what they change does not belong to who applied', async () => {
    await configure('mutating', [hook({ rules: [{ ...usual, operations: ['CREATE', 'UPDATE'] }] })])
    answering = () => ({ allowed: true, ...patchOf({ op: 'add', path: '/data/hooked', value: 'yes' }) })
    const apply = (data: object) => {
      const headers = { 'content-type': 'application/apply-patch+yaml' }
      const body = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data })
      return server.ask(`${configMaps}/a?fieldManager=me`, { method: 'PATCH', headers, body })
    }
    expect((await apply({ x: '1' })).json.data).to.deep.equal({ x: '1', hooked: 'yes' })
    const { json } = await apply({ x: '2' })
    expect(json.data).to.deep.equal({ x: '2', hooked: 'yes' })
    expect(json.metadata.managedFields[0].fieldsV1['f:data']).to.deep.equal({ 'f:x': {} })
    expect(hooks.asked.map(({ operation, options }) => [operation, options.kind, options.fieldManager])).to.deep.equal([
      ['CREATE', 'CreateOptions', 'me'],
      ['UPDATE', 'UpdateOptions', 'me'],
    ])
    const headers = { 'content-type': 'application/json-patch+json' }
    const body = [{ op: 'add', path: '/data/y', value: '3' }]
    const patched = await server.ask(`${configMaps}/a`, { method: 'PATCH', headers, body })
    expect(patched.json.data).to.deep.equal({ x: '2', y: '3', hooked: 'yes' })
  })

  it('see what is generated only once it is, and large objects too', async () => {
    await configure('mutating', [hook()])
    await configure('validating', [hook()])
    answering = ({ object }) =>
      object.data?.hooked
        ? { allowed: true }
        : { allowed: true, ...patchOf({ op: 'add', path: '/data/hooked', value: 'yes' }) }
    const large = 'x'.repeat(200_000)
    const told = await create({ metadata: { generateName: 'a-' }, data: { large } })
    expect([told.status, told.json.data?.hooked, told.json.data?.large.length]).to.deep.equal([201, 'yes', 200_000])
    expect(told.json.metadata.name).to.match(/^a-/)
    const [mutating, validating] = hooks.asked
    const { name } = told.json.metadata
    expect([mutating.object.metadata.name, mutating.name]).to.deep.equal([undefined, undefined])
    expect([validating.object.metadata.name, validating.name]).to.deep.equal([name, name])
  })

  it('are asked again about a patch that has lost its race, and hold nobody else up', async () => {
    await create({ metadata: { name: 'a' }, data: {} })
    await configure('validating', [hook({ rules: [{ ...usual, operations: ['UPDATE'] }] })])
    const waiting: (() => void)[] = []
    answering = ({ object }) =>
      object.data.slow && waiting.length === 0
        ? new Promise((resolve) => waiting.push(() => resolve({ allowed: true })))
        : { allowed: true }
    const slow = server.ask(`${configMaps}/a`, { ...merge, body: { data: { slow: '1' } } })
    while (waiting.length === 0) await create({ metadata: { generateName: 'meanwhile-' } })
    expect((await server.ask(`${configMaps}/a`, { ...merge, body: { data: { quick: '1' } } })).status).to.equal(200)
    waiting[0]!()
    expect((await slow).json.data).to.deep.equal({ quick: '1', slow: '1' })
    const seen = hooks.asked.filter(({ object }) => object.data.slow).map(({ oldObject }) => oldObject.data)
    expect(seen).to.deep.equal([undefined, { quick: '1' }])
  })

  it('charge no quota for what they refuse, nor while they think', async () => {
    const quotas = '/api/v1/namespaces/default/resourcequotas'
    const spec = { hard: { 'count/configmaps': '100' } }
    await create({ metadata: { name: 'q' }, spec }, quotas)
    const status = { hard: spec.hard, used: { 'count/configmaps': '1' } }
    await server.ask(`${quotas}/q/status`, { ...merge, body: { status } })
    await configure('validating', [hook()])
    let used = ''
    answering = async () => {
      used = (await server.ask(`${quotas}/q`)).json.status.used['count/configmaps']
      return { allowed: false }
    }
    expect((await create({ metadata: { name: 'a' } })).status).to.equal(400)
    expect([used, (await server.ask(`${quotas}/q`)).json.status.used['count/configmaps']]).to.deep.equal(['1', '1'])
    await server.ask(`${quotas}/q`, { method: 'DELETE' })
  })

  it('see people’s own kinds in the version that they name, and answer for their schema', async () => {
    const schema = { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties: { size: { type: 'integer', maximum: 9 } } } } } } // biome-ignore format: one line
    const version = (name: string, storage: boolean) => ({ name, served: true, storage, schema })
    const names = { plural: 'apples', kind: 'Apple', singular: 'apple', listKind: 'AppleList' }
    const definition = { group: 'example.com', names, scope: 'Namespaced', versions: [version('v1', true), version('v2', false)] } // biome-ignore format: one line
    await create({ metadata: { name: 'apples.example.com' }, spec: definition }, '/apis/apiextensions.k8s.io/v1/customresourcedefinitions') // biome-ignore format: one line
    const rule = { operations: ['CREATE'], apiGroups: ['example.com'], apiVersions: ['v2'], resources: ['apples'] }
    await configure('mutating', [hook({ rules: [rule] })])
    answering = () => ({
      allowed: true,
      ...patchOf({ op: 'add', path: '/spec', value: { size: 3, unknown: 1 } }),
    })
    const apples = '/apis/example.com/v1/namespaces/default/apples'
    const told = await create({ apiVersion: 'example.com/v1', kind: 'Apple', metadata: { name: 'a' } }, apples)
    expect(told.json.spec, told.text).to.deep.equal({ size: 3 })
    expect(hooks.asked.map(({ kind, object }) => [kind.version, object.apiVersion])).to.deep.equal([
      ['v2', 'example.com/v2'],
    ])
    answering = () => ({ allowed: true, ...patchOf({ op: 'add', path: '/spec', value: { size: 30 } }) })
    const { status, json } = await create(
      { apiVersion: 'example.com/v1', kind: 'Apple', metadata: { name: 'b' } },
      apples,
    )
    expect([status, json.message]).to.satisfy(([, message]: [number, string]) => message.includes('spec.size'))
  })
})
