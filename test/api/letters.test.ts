import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const maps = '/api/v1/namespaces/default/configmaps'
const map = (name: string, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...metadata },
})
const warnings = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }) =>
  String(headers['warning'] ?? '')

describe("small letters of upstream's answers", () => {
  let server: TestServer
  before(async () => void (server = await TestServer.start()))
  after(() => server.stop())
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    server.ask(path, { method: 'POST', body, headers })

  it('keep an owner that is stated twice once, and say so', async () => {
    const owner = { apiVersion: 'v1', kind: 'ConfigMap', name: 'o', uid: '6277f4f6-1474-4b9b-95c8-bad2922db1e7' }
    const made = await post(maps, map('owned', { ownerReferences: [owner, owner] }))
    expect(made.json.metadata.ownerReferences).to.deep.equal([owner])
    expect(warnings(made)).to.contain(`duplicate UID(s) observed: ${owner.uid}`)
    const path = '/metadata/ownerReferences/-'
    const patched = await server.ask(`${maps}/owned`, {
      method: 'PATCH',
      body: [{ op: 'add', path, value: owner }],
      headers: { 'content-type': 'application/json-patch+json' },
    })
    expect(patched.json.metadata.ownerReferences).to.deep.equal([owner])
    expect(warnings(patched)).to.contain('after mutating admission happens')
  })

  it('take /v1 for v1, and a resourceVersion that is no number for none', async () => {
    expect((await post(maps, { ...map('slash'), apiVersion: '/v1' })).status).to.equal(201)
    expect((await post(maps, map('strange', { resourceVersion: 'none' }))).status).to.equal(201)
    expect((await post(maps, map('stale', { resourceVersion: '7' }))).status).to.equal(400)
  })

  it('are 202 for a deletion that waits, by who asks in the old word for it', async () => {
    for (const [name, body, status] of [
      ['waits', { orphanDependents: false }, 202],
      ['waits-too', { propagationPolicy: 'Background' }, 200],
    ] as const) {
      await post(maps, map(name, { finalizers: ['example.com/a'] }))
      const options = { kind: 'DeleteOptions', apiVersion: 'v1', ...body }
      expect((await server.ask(`${maps}/${name}`, { method: 'DELETE', body: options })).status).to.equal(status)
    }
  })

  it('let a service go of what its type has no use for any more', async () => {
    const services = '/api/v1/namespaces/default/services'
    const service = (name: string, spec: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name }, spec })
    const named = { type: 'ExternalName', externalName: 'example.com', internalTrafficPolicy: 'Cluster' }
    expect((await post(services, service('elsewhere', named))).json.spec).to.not.have.property('internalTrafficPolicy')

    const ports = [{ port: 80 }]
    const { json: balanced } = await post(services, service('balanced', { type: 'LoadBalancer', ports }))
    expect(balanced.spec.ports[0].nodePort).to.be.a('number')
    balanced.spec.allocateLoadBalancerNodePorts = false
    delete balanced.spec.ports[0].nodePort
    const freed = await server.ask(`${services}/balanced`, { method: 'PUT', body: balanced })
    expect(freed.json.spec.ports[0], freed.text).to.not.have.property('nodePort')

    const reached = { externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Cluster', ports }
    const { json: known } = await post(services, service('reached', reached))
    delete known.spec.externalIPs
    const hidden = await server.ask(`${services}/reached`, { method: 'PUT', body: known })
    expect(hidden.json.spec, hidden.text).to.not.have.property('externalTrafficPolicy')
  })

  it("let a Deployment's status bring annotations, and no labels", async () => {
    const deployments = '/apis/apps/v1/namespaces/default/deployments'
    const labels = { app: 'lettered' }
    const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i' }] } }
    await post(deployments, {
      metadata: { name: 'lettered', labels },
      spec: { selector: { matchLabels: labels }, template },
    })
    const manager = `${deployments}/lettered/status?fieldManager=statusful`
    const patched = await server.ask(manager, {
      method: 'PATCH',
      body: { metadata: { annotations: { came: 'yes' }, labels: { app: 'changed', more: 'x' } } },
      headers: { 'content-type': 'application/merge-patch+json' },
    })
    const { annotations, labels: kept, managedFields } = patched.json.metadata
    expect([annotations.came, kept], patched.text).to.deep.equal(['yes', labels])
    const own = managedFields.find((each: { manager: string }) => each.manager === 'statusful').fieldsV1
    expect(own['f:metadata']).to.have.property('f:annotations')
    expect(own['f:metadata']).not.to.have.property('f:labels')
  })

  it('refuse exports', async () => {
    const refused = await server.ask('/api/v1/namespaces/default?export=true')
    expect([refused.status, refused.json.message]).to.deep.equal([
      400,
      'export is a parameter no longer: read the object whole, and leave out what is not wanted',
    ])
    expect((await server.ask('/api/v1/namespaces/default?export=false')).status).to.equal(200)
  })

  it('tell every key that stands twice in YAML, by line', async () => {
    const text = [
      'apiVersion: v1',
      'kind: ConfigMap',
      'metadata:',
      '  name: a',
      '  name: twice',
      '  odd: {x: 1, x: 2}',
      'data:',
      '  a: "1"',
      '  "a": "2"',
      '  b:',
      '  c: "a: b"',
    ].join('\n')
    const yaml = { 'content-type': 'application/yaml' }
    const refused = await post(`${maps}?fieldValidation=Strict`, text, yaml)
    expect(refused.json.message).to.contain(
      'yaml: unmarshal errors:\n  line 5: key "name" already set in map\n  line 6: key "x" already set in map\n  line 9: key "a" already set in map, unknown field "metadata.odd"',
    )
    expect((await post(maps, text, yaml)).json.data).to.deep.equal({ a: '2', b: '', c: 'a: b' })
  })

  it('ask for the right to create of who execs by a plain GET', async () => {
    const rbac = '/apis/rbac.authorization.k8s.io/v1'
    const metadata = { name: 'reads' }
    const rules = [{ apiGroups: [''], resources: ['pods/exec', 'pods/log'], verbs: ['get'] }]
    await post(`${rbac}/clusterroles`, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata,
      rules,
    })
    await post(`${rbac}/clusterrolebindings`, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'reads' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'reader' }],
    })
    const as = { headers: { 'impersonate-user': 'reader' } }
    expect((await server.ask('/api/v1/namespaces/default/pods/none/exec', as)).status).to.equal(403)
    expect((await server.ask('/api/v1/namespaces/default/pods/none/log', as)).status).to.equal(404)
  })

  it('take no owners and no time of its end for a pod from who reports its status, and refuse it elsewhere', async () => {
    const pods = '/api/v1/namespaces/default/pods'
    const spec = { containers: [{ name: 'main', image: 'none' }] }
    await post('/api/v1/namespaces/default/serviceaccounts', { metadata: { name: 'default' } })
    const made = await post(pods, { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'reported' }, spec })
    expect(made.status).to.equal(201)
    const deletionTimestamp = '2020-01-01T00:00:00Z'
    const ownerReferences = [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: 'none' }]
    const patch = (path: string) =>
      server.ask(`${pods}/reported${path}`, {
        method: 'PATCH',
        body: {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { deletionTimestamp, ownerReferences },
          status: { message: 'told' },
        },
        headers: { 'content-type': 'application/apply-patch+yaml' },
      })
    const told = await patch('/status?fieldManager=reporter')
    expect([told.status, told.json.status?.message]).to.deep.equal([200, 'told'])
    expect(told.json.metadata).not.to.have.any.keys('deletionTimestamp', 'ownerReferences')
    const entry = told.json.metadata.managedFields.find((each: { manager: string }) => each.manager === 'reporter')
    expect(entry.fieldsV1).to.deep.equal({ 'f:status': { 'f:message': {} } })
    expect((await patch('?fieldManager=another')).status).to.equal(422)
  })

  it("forbid to delete a PriorityClass of the system's, and let all classes be deleted at once", async () => {
    const classes = '/apis/scheduling.k8s.io/v1/priorityclasses'
    const dryly = { method: 'DELETE', body: { dryRun: ['All'] } }
    expect((await server.ask(`${classes}/system-node-critical`, dryly)).status).to.equal(403)
    expect((await server.ask(classes, dryly)).status).to.equal(200)
  })

  it('bind tokens to pods, secrets and nodes, whatever version of theirs is said, and to nothing else', async () => {
    await post('/api/v1/namespaces/default/serviceaccounts', { metadata: { name: 'default' } })
    await post('/api/v1/namespaces/default/secrets', { metadata: { name: 'bound' } })
    const request = (spec: object, metadata: object = {}) =>
      post('/api/v1/namespaces/default/serviceaccounts/default/token', {
        metadata,
        spec: { audiences: ['a'], ...spec },
      })
    const bound = (reference: object) => request({ boundObjectRef: { name: 'bound', ...reference } })
    for (const version of [{}, { apiVersion: 'v1' }, { apiVersion: 'v2' }])
      expect((await bound({ kind: 'Secret', ...version })).status).to.equal(201)
    for (const [apiVersion, told] of [
      ['v1', '/v1, Kind=ConfigMap'],
      ['apps/v1', 'apps/v1, Kind=ConfigMap'],
    ] as const) {
      const { status, json } = await bound({ apiVersion, kind: 'ConfigMap' })
      expect([status, json.message]).to.deep.equal([400, `cannot bind token to object of type ${told}`])
    }
    expect((await bound({ kind: 'Secret', name: '' })).json.message).to.equal('Name parameter required.')
    const misnamed = await request({}, { name: 'other' })
    expect([misnamed.status, misnamed.json.details.name]).to.deep.equal([422, 'default'])
  })
})
