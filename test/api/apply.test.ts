import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const maps = '/api/v1/namespaces/default/configmaps'
const rbac = '/apis/rbac.authorization.k8s.io/v1/namespaces/default'
const map = (name: string, more: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, ...more })

interface Entry {
  readonly manager: string
  readonly operation: string
  readonly fieldsV1: object
}

describe('server-side apply, as the tests of upstream know it', () => {
  let server: TestServer
  before(async () => void (server = await TestServer.start()))
  after(() => server.stop())
  const apply = (path: string, body: unknown, by = 'applier', headers: Record<string, string> = {}) =>
    server.ask(`${path}${path.includes('?') ? '&' : '?'}fieldManager=${by}`, {
      method: 'PATCH',
      body,
      headers: { 'content-type': 'application/apply-patch+yaml', ...headers },
    })
  const merge = (path: string, body: unknown) =>
    server.ask(path, { method: 'PATCH', body, headers: { 'content-type': 'application/merge-patch+json' } })
  const entries = ({ json }: { readonly json: { metadata: { managedFields?: readonly Entry[] } } }) =>
    json.metadata.managedFields ?? []

  it('reads JSON as the YAML that it is', async () => {
    const made = await apply(
      `${maps}/comma`,
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"comma",},"data":{"a":"b"}}',
    )
    expect([made.status, made.json.data]).to.deep.equal([201, { a: 'b' }])
    expect((await apply(`${maps}/comma`, '{"apiVersion":"v1" "kind"}')).status).to.equal(400)
    for (const nothing of ['', ' ', 'null']) expect((await apply(`${maps}/comma`, nothing)).status).to.equal(400)
  })

  it('leaves no replicas where the owner of a Scale states none any more, and keeps the number', async () => {
    const deployments = '/apis/apps/v1/namespaces/default/deployments'
    const labels = { a: 'b' }
    const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i' }] } }
    const body = { metadata: { name: 'scaled' }, spec: { replicas: 1, selector: { matchLabels: labels }, template } }
    expect((await server.ask(deployments, { method: 'POST', body })).status).to.equal(201)
    const scale = (spec: object) =>
      apply(`${deployments}/scaled/scale?force=true`, {
        apiVersion: 'autoscaling/v1',
        kind: 'Scale',
        metadata: { name: 'scaled' },
        spec,
      })
    const replicas = async () => (await server.ask(`${deployments}/scaled`)).json.spec.replicas
    const seen: number[] = []
    for (const spec of [{}, { replicas: 4 }, {}, { replicas: 2 }, { replicas: null }]) {
      expect((await scale(spec)).status).to.equal(200)
      seen.push(await replicas())
    }
    expect(seen).to.deep.equal([1, 4, 0, 2, 0])
    expect(entries(await server.ask(`${deployments}/scaled`)).map(({ manager }) => manager)).to.include('applier')
  })

  it('takes null for a resourceVersion that is not said', async () => {
    const body = { ...map('nulls'), metadata: { name: 'nulls', resourceVersion: null, creationTimestamp: null } }
    const first = await apply(`${maps}/nulls`, body)
    expect(first.status, first.text).to.equal(201)
    expect((await apply(`${maps}/nulls`, body)).json).to.deep.equal(first.json)
  })

  it('changes nothing when it says the same again, later and with defaults', async () => {
    const path = '/apis/apps/v1/namespaces/default/statefulsets/again'
    const labels = { app: 'again' }
    const resources = { limits: { memory: '2048Mi' } }
    const template = { metadata: { labels }, spec: { containers: [{ name: 'a', image: 'a', resources }] } }
    const body = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'again' },
      spec: { serviceName: 'a', selector: { matchLabels: labels }, template },
    }
    const first = await apply(path, body)
    expect(first.status, first.text).to.equal(201)
    const { time } = first.json.metadata.managedFields[0]
    for (;;) {
      const next = await apply(path, body)
      expect(next.json.metadata.resourceVersion).to.equal(first.json.metadata.resourceVersion)
      if (Date.now() > Date.parse(time) + 1100) break
    }
  })

  it('lists what is owned in order', async () => {
    const made = await apply(`${maps}/order`, map('order', { data: { b: '1', a: '2', c: '3' } }))
    expect(JSON.stringify(entries(made)[0]!.fieldsV1)).to.equal('{"f:data":{"f:a":{},"f:b":{},"f:c":{}}}')
    const ports = [443, 80, 8080].map((port) => ({ name: `p${port}`, port, protocol: 'TCP' }))
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'order' }, spec: { ports } }
    const { fieldsV1 } = entries(await apply('/api/v1/namespaces/default/services/order', service))[0]! as {
      fieldsV1: { 'f:spec': { 'f:ports': object } }
    }
    const keys = Object.keys(fieldsV1['f:spec']['f:ports']).map((key) => JSON.parse(key.slice(2)).port)
    expect(keys).to.deep.equal([80, 443, 8080])
  })

  it('lets an update take all records away with an empty list, until the next apply', async () => {
    await apply(`${maps}/emptied`, map('emptied', { data: { a: 'b' } }))
    const body = { ...map('emptied', { data: { a: 'b' } }), metadata: { name: 'emptied', managedFields: [] } }
    expect(entries(await server.ask(`${maps}/emptied`, { method: 'PUT', body }))).to.deep.equal([])
    expect(entries(await merge(`${maps}/emptied`, { data: { a: 'c' } }))).to.deep.equal([])
  })

  it('takes the last of entries that an update has given one name', async () => {
    await apply(`${maps}/renamed`, map('renamed', { data: { a: '1' } }), 'one')
    const { json: body } = await apply(`${maps}/renamed`, map('renamed', { data: { b: '2' } }), 'two')
    for (const entry of body.metadata.managedFields) entry.manager = 'both'
    const found = entries(await server.ask(`${maps}/renamed`, { method: 'PUT', body }))
    expect(found.map(({ manager, fieldsV1 }) => [manager, fieldsV1])).to.deep.equal([
      ['both', { 'f:data': { 'f:b': {} } }],
    ])
  })

  it('takes an element away though somebody owns a field of it', async () => {
    const path = '/apis/apps/v1/namespaces/default/deployments/shared'
    const labels = { app: 'shared' }
    const deployment = (...names: string[]) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'shared' },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: names.map((name) => ({ name, image: 'a' })) } },
      },
    })
    const made = await apply(path, deployment('a', 'b'))
    const { json: body } = made
    body.spec.template.spec.containers[0].workingDir = '/else'
    expect((await server.ask(path, { method: 'PUT', body })).status).to.equal(200)
    const left = await apply(path, deployment('b'))
    expect(left.json.spec.template.spec.containers.map(({ name }: { name: string }) => name)).to.deep.equal(['b'])
  })

  it('asks for the right to create where it creates', async () => {
    const allow = async (...verbs: string[]) => {
      const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs }]
      const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata: { name: 'maps' }, rules }
      expect((await server.ask(`${rbac}/roles/maps`, { method: 'PUT', body: role })).status).to.be.below(300)
    }
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'maps' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'maps' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'panda' }],
    }
    await allow('patch')
    await server.ask(`${rbac}/rolebindings`, { method: 'POST', body: binding })
    const asPanda = { 'impersonate-user': 'panda' }
    const refused = await apply(`${maps}/panda`, map('panda'), 'panda', asPanda)
    expect([refused.status, refused.json.message]).to.deep.equal([
      403,
      'configmaps "panda" is forbidden: User "panda" cannot create resource "configmaps" in API group "" in the namespace "default"',
    ])
    await allow('patch', 'create')
    expect((await apply(`${maps}/panda`, map('panda'), 'panda', asPanda)).status).to.equal(201)
    await allow('patch')
    expect((await apply(`${maps}/panda`, map('panda', { data: {} }), 'panda', asPanda)).status).to.equal(200)
    const heavy = await apply(
      `${maps}/fat-panda`,
      map('fat-panda', { data: { a: 'x'.repeat(100_000) } }),
      'panda',
      asPanda,
    )
    expect([heavy.status, heavy.json.reason], heavy.text).to.deep.equal([403, 'Forbidden'])
  })

  it('stores what is too large with its record of owners without that', async () => {
    const keys = Array.from({ length: 9_999 }, (_, at) => [
      `a-name-so-long-that-many-of-them-make-a-very-large-record-${at}`,
      'A',
    ])
    const data = Object.fromEntries(keys.map(([key, value]) => [`${key}-and-a-bit`, value]))
    const made = await server.ask(maps, { method: 'POST', body: map('large', { data }) })
    expect([made.status, entries(made)]).to.deep.equal([201, []])
    expect((await apply(`${maps}/large`, map('large'))).status).to.equal(413)
  })

  it('owns elements that stand twice as one, and lets an applier put one in their place', async () => {
    const path = '/apis/apps/v1/namespaces/default/daemonsets'
    const labels = { app: 'twice' }
    const twice = [
      { name: 'A', value: '1' },
      { name: 'P', value: '2' },
      { name: 'P', value: '3' },
    ]
    const daemon = (env: readonly object[]) => ({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'twice' },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'c', env }] } },
      },
    })
    const envOf = (entry: Entry | undefined) =>
      // biome-ignore lint/suspicious/noExplicitAny: what is looked for is anywhere in a field set
      (entry?.fieldsV1 as any)?.['f:spec']?.['f:template']?.['f:spec']?.['f:containers']?.['k:{"name":"c"}']?.['f:env']
    const made = await server.ask(`${path}?fieldManager=maker`, { method: 'POST', body: daemon(twice) })
    expect(made.status, made.text).to.equal(201)
    expect(envOf(entries(made)[0])).to.deep.equal({
      '.': {},
      'k:{"name":"A"}': { '.': {}, 'f:name': {}, 'f:value': {} },
      'k:{"name":"P"}': {},
    })
    expect(made.json.metadata.annotations).to.deep.equal({ 'deprecated.daemonset.template.generation': '1' })
    const refused = await apply(`${path}/twice`, daemon([{ name: 'P', value: '4' }]))
    expect(refused.status, refused.text).to.equal(409)
    const applied = await apply(`${path}/twice?force=true`, daemon([{ name: 'P', value: '4' }]))
    const { spec, metadata } = applied.json
    expect(spec.template.spec.containers[0].env).to.deep.equal([twice[0], { name: 'P', value: '4' }])
    expect(metadata.annotations).to.deep.equal({ 'deprecated.daemonset.template.generation': '2' })
    const [applier, maker] = entries(applied)
    expect(envOf(applier)).to.deep.equal({ 'k:{"name":"P"}': { '.': {}, 'f:name': {}, 'f:value': {} } })
    expect(envOf(maker)).to.deep.equal({ '.': {}, 'k:{"name":"A"}': { '.': {}, 'f:name': {}, 'f:value': {} } })
  })

  it('owns a null, and what it applies as empty, without keeping either', async () => {
    const path = '/apis/batch/v1/namespaces/default/cronjobs/none'
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'c' }] } }
    const cron = (more: object) => ({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'none', ...more },
      spec: { schedule: '* * * * *', jobTemplate: { spec: { template } } },
    })
    expect((await apply(path, cron({ labels: {} }))).status).to.equal(201)
    const status = (lastScheduleTime: string | null) => ({ ...cron({}), spec: undefined, status: { lastScheduleTime } })
    const first = await apply(`${path}/status`, status(null), 'first')
    expect([first.status, first.json.status, first.json.metadata.labels]).to.deep.equal([200, {}, undefined])
    const owned = entries(first).map(({ fieldsV1 }) => JSON.stringify(fieldsV1))
    expect(
      owned.some((set) => set === '{"f:status":{"f:lastScheduleTime":{}}}'),
      owned.join(),
    ).to.equal(true)
    expect(
      owned.some((set) => set.includes('"f:metadata":{"f:labels":{}}')),
      owned.join(),
    ).to.equal(true)
    expect((await apply(`${path}/status`, status('2026-01-01T00:00:00Z'), 'second')).status).to.equal(409)
    expect((await apply(`${path}/status?force=true`, status('2026-01-01T00:00:00Z'), 'second')).status).to.equal(200)
    const third = await apply(`${path}/status?force=true`, status(null), 'third')
    expect([third.status, third.json.status]).to.deep.equal([200, {}])
  })

  it('leaves metadata alone through the status of kinds that upstream has so', async () => {
    const group = '/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas/exempt'
    const patched = await merge(`${group}/status`, { metadata: { labels: { a: 'b' } } })
    expect([patched.status, patched.json.metadata.labels]).to.deep.equal([200, undefined])
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } }
    await server.ask('/api/v1/nodes', { method: 'POST', body: node })
    const { json } = await merge('/api/v1/nodes/n/status', { metadata: { labels: { a: 'b' } } })
    expect(json.metadata.labels).to.deep.equal({ a: 'b' })
  })

  it('lets nobody own the status that a create keeps, applied or not', async () => {
    const node = { apiVersion: 'v1', kind: 'Node', status: { capacity: { cpu: '1' } } }
    const labels = { a: 'b' }
    const body = { ...node, metadata: { name: 'told', labels } }
    const made = await server.ask('/api/v1/nodes', { method: 'POST', body })
    const applied = await server.ask('/api/v1/nodes/applied?fieldManager=me', {
      method: 'PATCH',
      body: { ...node, metadata: { name: 'applied', labels } },
      headers: { 'content-type': 'application/apply-patch+yaml' },
    })
    for (const each of [made, applied]) expect(each.json).to.have.nested.property('status.capacity.cpu', '1')
    const owned = [made, applied].map((each) => entries(each as never).map(({ fieldsV1 }) => fieldsV1))
    expect(owned).to.deep.equal([
      [{ 'f:metadata': { 'f:labels': { '.': {}, 'f:a': {} } } }],
      [{ 'f:metadata': { 'f:labels': { 'f:a': {} } } }],
    ])
  })
})
