import { expect } from 'chai'
import { type Asker, TestServer } from '../kit/server.js'

const cm = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { a: 'b' } })
const inDefault = '/api/v1/namespaces/default'
const rbac = '/apis/rbac.authorization.k8s.io/v1'

describe('access over https', () => {
  let server: TestServer
  let nobody: Asker
  before(async () => {
    server = await TestServer.start()
    nobody = server.bearer('')
  })
  after(() => server.stop())

  it('lets nobody in but for health and version', async () => {
    for (const path of ['/healthz', '/livez', '/readyz', '/readyz?verbose', '/version']) {
      expect((await nobody.ask(path)).status, path).to.equal(200)
    }
    const closed = ['/', '/api', '/apis', '/openapi/v2', '/api/v1/namespaces', '/healthzz', '/livez/ping', '/metrics']
    for (const path of closed) {
      const { status, json } = await nobody.ask(path)
      expect([status, json.reason], path).to.deep.equal([403, 'Forbidden'])
      expect(json.message).to.contain('User "system:anonymous"')
    }
    expect((await nobody.ask('/version', { method: 'POST', body: {} })).status).to.equal(403)
    const { json } = await nobody.ask(`${inDefault}/configmaps`, { method: 'POST', body: cm('x') })
    expect(json.message).to.equal(
      'configmaps is forbidden: User "system:anonymous" cannot create resource "configmaps" in API group "" in the namespace "default"',
    )
  })

  it('refuses bad tokens and foreign certificates with 401', async () => {
    for (const token of ['nonsense', 'a.b.c', `x.${Buffer.from('{"iss":"y"}').toString('base64url')}.z`]) {
      const { status, json } = await server.bearer(token).ask('/api')
      expect([status, json.reason]).to.deep.equal([401, 'Unauthorized'])
    }
    expect((await server.bearer('nonsense').ask('/readyz')).status).to.equal(401)
  })

  it('gives a certificate what its role says, at once and not longer', async () => {
    const jane = server.user('jane', 'devs')
    expect((await jane.ask('/api')).status).to.equal(200)
    expect((await jane.ask(`${inDefault}/configmaps`)).status).to.equal(403)
    const role = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'reader' },
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] }],
    }
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'reader' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'devs' }],
    }
    const post = (plural: string, body: object) =>
      server.ask(`${rbac}/namespaces/default/${plural}`, { method: 'POST', body })
    expect((await post('roles', role)).status).to.equal(201)
    expect((await post('rolebindings', binding)).status).to.equal(201)
    expect((await jane.ask(`${inDefault}/configmaps`)).status).to.equal(200)
    expect((await jane.ask('/api/v1/configmaps')).status).to.equal(403)
    expect((await jane.ask('/api/v1/namespaces/kube-system/configmaps')).status).to.equal(403)
    expect((await jane.ask(`${inDefault}/configmaps`, { method: 'POST', body: cm('x') })).status).to.equal(403)
    await server.ask(`${rbac}/namespaces/default/rolebindings/reader`, { method: 'DELETE' })
    expect((await jane.ask(`${inDefault}/configmaps`)).status).to.equal(403)
  })

  it('does not read the body of who may not write', async () => {
    const headers = { 'content-length': String(10_000_000) }
    const { status } = await nobody.ask(`${inDefault}/configmaps`, { method: 'POST', headers })
    expect(status).to.equal(403)
  })

  it('lets one object be watched by who may see only that', async () => {
    await server.must(
      'create',
      'role',
      'one-map',
      '--verb=get,list,watch',
      '--resource=configmaps',
      '--resource-name=mine',
    )
    await server.must('create', 'rolebinding', 'one-map', '--role=one-map', '--user=owner')
    const owner = server.user('owner')
    expect((await owner.ask(`${inDefault}/configmaps?fieldSelector=metadata.name%3Dmine`)).status).to.equal(200)
    for (const selector of [
      '',
      'metadata.name%3Dother',
      'metadata.name!%3Dmine',
      'metadata.name%3Dmine,metadata.name%3Dother',
    ]) {
      expect((await owner.ask(`${inDefault}/configmaps?fieldSelector=${selector}`)).status, selector).to.equal(403)
    }
  })

  it('is not fooled by an upgrade that is none: what is read needs the right to read', async () => {
    const writer = server.user('writer')
    const role = { name: 'secret-writer', namespace: 'default' }
    await server.must('create', 'role', role.name, '--verb=create', '--resource=secrets')
    await server.must('create', 'rolebinding', role.name, `--role=${role.name}`, '--user=writer')
    await server.must('create', 'secret', 'generic', 'hidden', '--from-literal=a=b')
    const headers = { connection: 'Upgrade', upgrade: 'websocket' }
    const { status } = await writer.ask(`${inDefault}/secrets/hidden`, { headers })
    expect(status).to.equal(403)
  })

  it('takes who is called anonymous for nobody whom it knows', async () => {
    const { status } = await server.user('system:anonymous').ask('/api')
    expect(status).to.equal(403)
  })

  it('lets those act as others who may impersonate them', async () => {
    const as = { 'impersonate-user': 'jane', 'impersonate-group': 'system:masters' }
    expect((await server.ask('/api/v1/secrets', { headers: { 'impersonate-user': 'jane' } })).status).to.equal(403)
    expect((await server.ask('/api/v1/secrets', { headers: as })).status).to.equal(200)
    const bob = server.user('bob')
    const refused = await bob.ask('/api/v1/secrets', { headers: as })
    expect(refused.status).to.equal(403)
    expect(refused.json.message).to.contain('User "bob" cannot impersonate-on:user-info:list resource "secrets"')
    await server.must(
      'create',
      'clusterrole',
      'be-jane',
      '--verb=impersonate',
      '--resource=users',
      '--resource-name=jane',
    )
    await server.must('create', 'clusterrolebinding', 'be-jane', '--clusterrole=be-jane', '--user=bob')
    const whoami = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' }
    const ask = (headers: Record<string, string>) =>
      bob.ask('/apis/authentication.k8s.io/v1/selfsubjectreviews', { method: 'POST', body: whoami, headers })
    const jane = await ask({ 'impersonate-user': 'jane' })
    expect(jane.json.status.userInfo).to.deep.equal({ username: 'jane', groups: ['system:authenticated'] })
    expect((await ask(as)).json.message).to.contain('cannot impersonate resource "groups"')
    expect((await ask({ 'impersonate-user': 'joe' })).status).to.equal(403)
    expect((await ask({ 'impersonate-group': 'x' })).status).to.equal(400)
    expect((await ask({ 'impersonate-extra-x': 'x' })).status).to.equal(400)
    const path = '/apis/authentication.k8s.io/v1/selfsubjectreviews'
    const groups = { 'impersonate-user': 'ada', 'impersonate-group': ['b', ',,,comma', 'a, c'] }
    const ada = await server.ask(path, { method: 'POST', body: whoami, headers: groups })
    expect(ada.json.status.userInfo.groups).to.deep.equal(['b', ',,,comma', 'a, c', 'system:authenticated'])
    expect(ada.json.metadata.creationTimestamp).to.match(/Z$/)
    const inherited = {
      'impersonate-user': 'ada',
      'impersonate-extra-__proto__': 'a',
      'impersonate-extra-constructor': 'b',
    }
    const odd = await server.ask(path, { method: 'POST', body: whoami, headers: inherited })
    expect(odd.text).to.contain('"__proto__":["a"]').and.contain('"constructor":["b"]')
  })

  it('lets those act as others, in what both may do, who have the right to that alone', async () => {
    await server.must('create', 'role', 'looks', '--verb=list', '--resource=pods,configmaps')
    await server.must('create', 'rolebinding', 'looks', '--role=looks', '--user=kim', '--serviceaccount=default:kim')
    const rules = [
      {
        apiGroups: [''],
        resources: ['pods'],
        verbs: ['impersonate-on:user-info:list', 'impersonate-on:serviceaccount:list'],
      },
      {
        apiGroups: ['authentication.k8s.io'],
        resources: ['users'],
        resourceNames: ['kim'],
        verbs: ['impersonate:user-info'],
      },
      { apiGroups: ['authentication.k8s.io'], resources: ['groups'], verbs: ['impersonate:user-info'] },
      { apiGroups: ['authentication.k8s.io'], resources: ['serviceaccounts'], verbs: ['impersonate:serviceaccount'] },
    ]
    const path = '/apis/rbac.authorization.k8s.io/v1/clusterroles'
    await server.ask(path, { method: 'POST', body: { metadata: { name: 'be-kim' }, rules } })
    await server.must('create', 'clusterrolebinding', 'be-kim', '--clusterrole=be-kim', '--user=lee')
    const lee = server.user('lee')
    const ask = async (plural: string, headers: Record<string, string>) =>
      (await lee.ask(`${inDefault}/${plural}`, { headers })).status
    const kim = { 'impersonate-user': 'kim' }
    const account = { 'impersonate-user': 'system:serviceaccount:default:kim' }
    expect(await ask('pods', kim)).to.equal(200)
    expect(await ask('pods', { ...kim, 'impersonate-group': 'x' })).to.equal(200)
    expect(await ask('pods', account)).to.equal(200)
    for (const [plural, headers] of [
      ['configmaps', kim],
      ['pods', { 'impersonate-user': 'jane' }],
      ['pods', { ...kim, 'impersonate-group': 'system:masters' }],
      ['pods', { ...kim, 'impersonate-uid': '1' }],
      ['pods', { ...kim, 'impersonate-extra-a.b%2fc': 'd' }],
      ['pods', { ...account, 'impersonate-group': 'x' }],
      ['pods', { 'impersonate-user': 'system:node:n' }],
    ] as const)
      expect(await ask(plural, headers), JSON.stringify(headers)).to.equal(403)
    const noAccount = { 'impersonate-user': 'system:serviceaccount:Not-a-namespace:kim' }
    const { json } = await lee.ask(`${inDefault}/pods`, { headers: noAccount })
    expect(json.message).to.contain('resource "users"')
  })

  it('issues tokens that work as their account, until it is deleted', async () => {
    await server.must('create', 'serviceaccount', 'robot')
    const spec = { expirationSeconds: 600, audiences: [] }
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec }
    const path = `${inDefault}/serviceaccounts/robot/token`
    const { status, json } = await server.ask(path, { method: 'POST', body })
    expect(status).to.equal(201)
    expect(Date.parse(json.status.expirationTimestamp)).to.be.closeTo(Date.now() + 600_000, 60_000)
    const { uid } = (await server.ask(`${inDefault}/serviceaccounts/robot`)).json.metadata
    expect(json.metadata).to.include({ name: 'robot', namespace: 'default', uid })
    for (const [metadata, code] of [
      [{ name: 'other' }, 422],
      [{ namespace: 'other' }, 400],
      [{ uid: 'other' }, 409],
      [{ name: 'robot', namespace: 'default', uid }, 201],
    ] as const) {
      const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', metadata, spec: {} }
      expect((await server.ask(path, { method: 'POST', body })).status, JSON.stringify(metadata)).to.equal(code)
    }
    const robot = server.bearer(json.status.token)
    const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' }
    const me = await robot.ask('/apis/authentication.k8s.io/v1/selfsubjectreviews', { method: 'POST', body: review })
    expect(me.json.status.userInfo.username).to.equal('system:serviceaccount:default:robot')
    expect(me.json.status.userInfo.groups).to.include.members([
      'system:serviceaccounts:default',
      'system:authenticated',
    ])
    const short = await server.ask(path, { method: 'POST', body: { ...body, spec: { expirationSeconds: 10 } } })
    expect([short.status, short.json.reason]).to.deep.equal([422, 'Invalid'])
    const tokenReview = (token: string, audiences?: string[]) =>
      server.ask('/apis/authentication.k8s.io/v1/tokenreviews', {
        method: 'POST',
        body: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token, audiences } },
      })
    expect((await tokenReview(json.status.token)).json.status.authenticated).to.equal(true)
    expect((await tokenReview(json.status.token, ['vault'])).json.status.authenticated).to.equal(undefined)
    expect((await tokenReview('x.y.z')).json.status.authenticated).to.equal(undefined)
    await server.must('delete', 'serviceaccount', 'robot')
    expect((await tokenReview(json.status.token)).json.status.authenticated).to.equal(undefined)
  })

  it('answers what one may do', async () => {
    const ask = (plural: string, spec: object) =>
      server.ask(`/apis/authorization.k8s.io/v1/${plural}`, {
        method: 'POST',
        body: { apiVersion: 'authorization.k8s.io/v1', spec },
      })
    const pods = { verb: 'list', resource: 'pods', namespace: 'default' }
    const allowed = async (spec: object) => (await ask('subjectaccessreviews', spec)).json.status.allowed
    expect(await allowed({ user: 'x', groups: ['system:masters'], resourceAttributes: pods })).to.equal(true)
    expect(await allowed({ user: 'x', resourceAttributes: pods })).to.equal(false)
    expect(await allowed({ user: 'x', nonResourceAttributes: { path: '/version', verb: 'get' } })).to.equal(true)
    expect(await allowed({ user: 'system:kube-scheduler', resourceAttributes: pods })).to.equal(true)
    expect((await ask('selfsubjectaccessreviews', { resourceAttributes: pods })).json.status.allowed).to.equal(true)
    expect((await ask('subjectaccessreviews', { user: 'x' })).status).to.equal(422)
    expect(
      (await ask('selfsubjectaccessreviews', { resourceAttributes: pods, nonResourceAttributes: {} })).status,
    ).to.equal(422)
    const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews'
    const other = { kind: 'Review', apiVersion: 'authorization.k8s.io/v1', spec: { resourceAttributes: pods } }
    expect((await server.ask(path, { method: 'POST', body: other })).status).to.equal(400)
    const unknown = await ask('selfsubjectaccessreviews', { user: 'x', resourceAttributes: pods })
    expect(unknown.headers['warning']).to.contain('unknown field \\"spec.user\\"')
    expect(unknown.json.spec).to.deep.equal({ resourceAttributes: pods })
    const labelSelector = { rawSelector: 'a', requirements: [{ key: '-', operator: 'In' }] }
    for (const [selector, ...fields] of [
      [labelSelector, 'rawSelector', 'requirements[0].values', 'requirements[0].key'],
      [{ requirements: labelSelector.requirements }, 'requirements[0].values', 'requirements[0].key'],
      [{}, 'requirements'],
    ] as const) {
      const { json } = await ask('subjectaccessreviews', { resourceAttributes: { ...pods, labelSelector: selector } })
      const told = json.details.causes.map(({ field }: { field: string }) => field)
      expect(told).to.include.members([
        'spec.user',
        ...fields.map((each) => `spec.resourceAttributes.labelSelector.${each}`),
      ])
    }
  })

  it('lets nobody hand on rights that they lack', async () => {
    await server.must('create', 'rolebinding', 'ann', '--clusterrole=admin', '--user=ann')
    const ann = server.user('ann')
    const role = (name: string, resources: string[]) => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name },
      rules: [{ apiGroups: [''], resources, verbs: ['get'] }],
    })
    const post = (body: object) => ann.ask(`${rbac}/namespaces/default/roles`, { method: 'POST', body })
    expect((await post(role('fine', ['pods']))).status).to.equal(201)
    const refused = await post(role('greedy', ['nodes']))
    expect(refused.status).to.equal(403)
    expect(refused.json.message).to.contain('attempting to grant RBAC permissions not currently held')
  })
})

describe("a server's own audiences", () => {
  it('are those of tokens that name none, and no other token lets anybody in', async () => {
    const server = await TestServer.start({ audiences: ['one', 'two'] })
    const account = '/api/v1/namespaces/default/serviceaccounts'
    await server.ask(account, { method: 'POST', body: { metadata: { name: 'robot' } } })
    const tokenFor = async (...audiences: string[]): Promise<string> =>
      (await server.ask(`${account}/robot/token`, { method: 'POST', body: { spec: { audiences } } })).json.status.token
    const own = await tokenFor()
    expect(JSON.parse(Buffer.from(own.split('.')[1]!, 'base64url').toString()).aud).to.deep.equal(['one', 'two'])
    const issuer = 'https://kubernetes.default.svc.cluster.local'
    const codes = [own, await tokenFor('two'), await tokenFor(issuer)].map(
      async (token) => (await server.bearer(token).ask('/api')).status,
    )
    expect(await Promise.all(codes)).to.deep.equal([200, 200, 401])
    const review = (token: string) =>
      server.ask('/apis/authentication.k8s.io/v1/tokenreviews', { method: 'POST', body: { spec: { token } } })
    expect((await review(own)).json.status.audiences).to.deep.equal(['one', 'two'])
    await server.stop()
  })
})
