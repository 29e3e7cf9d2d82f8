import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

describe('a ResourceQuota', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  /** A namespace with a quota of which nothing is used yet; no operator counts here. */
  async function inNamespace(name: string, hard: Record<string, string>, spec: object = {}) {
    await server.ask('/api/v1/namespaces', { method: 'POST', body: { metadata: { name } } })
    const account = { metadata: { name: 'default' } }
    await server.ask(`/api/v1/namespaces/${name}/serviceaccounts`, { method: 'POST', body: account })
    const path = `/api/v1/namespaces/${name}/resourcequotas`
    const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'small' }, spec: { hard, ...spec } }
    const { json } = await server.ask(path, { method: 'POST', body: quota })
    const used = Object.fromEntries(Object.keys(hard).map((resource) => [resource, '0']))
    const counted = await server.ask(`${path}/small/status`, {
      method: 'PUT',
      body: { ...json, status: { hard, used } },
    })
    expect(counted.status, counted.text).to.equal(200)
    return {
      create: (plural: string, body: object, query = '') =>
        server.ask(`/api/v1/namespaces/${name}/${plural}${query}`, { method: 'POST', body }),
      used: async () => (await server.ask(`${path}/small`)).json.status.used,
      remove: (plural: string, object: string) =>
        server.ask(`/api/v1/namespaces/${name}/${plural}/${object}`, { method: 'DELETE' }),
    }
  }
  const map = (name = '') => ({ metadata: name ? { name } : { generateName: 'm-' } })
  const pod = (resources: object, spec: object = {}) => ({
    metadata: { generateName: 'p-' },
    spec: { containers: [{ name: 'web', image: 'x', resources }], ...spec },
  })

  it('is charged in the create, and refuses what is too much', async () => {
    const { create, used } = await inNamespace('counts', { configmaps: '2', 'count/secrets': '1' })
    expect((await create('configmaps', map('a'))).status).to.equal(201)
    expect((await create('configmaps', map('b'))).status).to.equal(201)
    const third = await create('configmaps', map('c'))
    expect([third.status, third.json.reason]).to.deep.equal([403, 'Forbidden'])
    expect(third.json.message).to.equal(
      'configmaps "c" is forbidden: exceeded quota: small, requested: configmaps=1, used: configmaps=2, limited: configmaps=2',
    )
    expect((await create('secrets', map())).status).to.equal(201)
    expect((await create('secrets', map())).json.message).to.contain('requested: count/secrets=1')
    expect(await used()).to.deep.equal({ configmaps: '2', 'count/secrets': '1' })
  })

  it('is charged for the devices of a class that claims may be given: the most of alternatives, 32 for all', async () => {
    const of = (name: string) => `${name}.deviceclass.resource.k8s.io/devices`
    const { used } = await inNamespace('devices', { [of('gold')]: '36', [of('silver')]: '9' })
    const claim = (name: string, ...requests: object[]) =>
      server.ask('/apis/resource.k8s.io/v1/namespaces/devices/resourceclaims', {
        method: 'POST',
        body: { metadata: { name }, spec: { devices: { requests } } },
      })
    const gold = { deviceClassName: 'gold' }
    const some = [{ ...gold, name: 'a' }, { ...gold, name: 'b', count: 3 }, { deviceClassName: 'silver', name: 'c', count: 5 }] // biome-ignore format: one line
    expect((await claim('one', { name: 'a', exactly: gold })).status).to.equal(201)
    expect((await claim('some', { name: 'a', firstAvailable: some })).status).to.equal(201)
    expect(await used()).to.deep.equal({ [of('gold')]: '4', [of('silver')]: '5' })
    expect((await claim('all', { name: 'a', exactly: { ...gold, allocationMode: 'All' } })).status).to.equal(201)
    const { json } = await claim('more', { name: 'a', exactly: gold })
    expect(json.message).to.contain(`requested: ${of('gold')}=1, used: ${of('gold')}=36`)
  })

  it('is charged for a pod that a change brings under it', async () => {
    const scope = { scopes: ['Terminating'] }
    const { create, used } = await inNamespace('deadlines', { pods: '1' }, scope)
    const { json } = await create('pods', pod({}))
    expect(await used()).to.deep.equal({ pods: '0' })
    const change = (body: object) =>
      server.ask(`/api/v1/namespaces/deadlines/pods/${json.metadata.name}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        body,
      })
    expect((await change({ spec: { activeDeadlineSeconds: 60 } })).status).to.equal(200)
    expect(await used()).to.deep.equal({ pods: '1' })
    expect((await create('pods', pod({}, { activeDeadlineSeconds: 60 }))).status).to.equal(403)
    expect((await change({ metadata: { labels: { a: 'b' } } })).status).to.equal(200)
    expect(await used()).to.deep.equal({ pods: '1' })
  })

  it('is charged for what a resize takes more', async () => {
    const { create, used } = await inNamespace('resized', { 'requests.cpu': '1' })
    const { json } = await create('pods', pod({ requests: { cpu: '300m' } }))
    const resize = (cpu: string) =>
      server.ask(`/api/v1/namespaces/resized/pods/${json.metadata.name}/resize`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/strategic-merge-patch+json' },
        body: { spec: { containers: [{ name: 'web', resources: { requests: { cpu } } }] } },
      })
    expect((await resize('800m')).status).to.equal(200)
    expect(await used()).to.deep.equal({ 'requests.cpu': '800m' })
    expect((await resize('1200m')).json.message).to.contain('exceeded quota: small, requested: requests.cpu=400m')
  })

  it('is never passed, however many ask at once', async () => {
    const { create, used } = await inNamespace('many', { configmaps: '10' })
    const answers = await Promise.all(Array.from({ length: 60 }, () => create('configmaps', map())))
    expect(answers.filter(({ status }) => status === 201)).to.have.length(10)
    expect(answers.filter(({ status }) => status === 403)).to.have.length(50)
    expect(await used()).to.deep.equal({ configmaps: '10' })
  })

  it('gets back what was charged for a create that failed; a dry run charges nothing', async () => {
    const { create, used } = await inNamespace('back', { configmaps: '3' })
    await create('configmaps', map('a'))
    expect((await create('configmaps', map('a'))).status).to.equal(409)
    expect((await create('configmaps', map(), '?dryRun=All')).status).to.equal(201)
    // The next charge comes after what is given back.
    await create('configmaps', map())
    expect(await used()).to.deep.equal({ configmaps: '2' })
    await create('configmaps', map())
    expect((await create('configmaps', map(), '?dryRun=All')).status).to.equal(403)
  })

  it('adds up what pods ask for, and wants every container to say it', async () => {
    const { create, used } = await inNamespace('pods', { pods: '5', 'requests.cpu': '1', 'limits.memory': '1Gi' })
    const vague = await create('pods', pod({ requests: { cpu: '1' } }))
    expect(vague.json.message).to.contain('failed quota: small: must specify limits.memory for: web')
    const some = { requests: { cpu: '600m' }, limits: { memory: '256Mi' } }
    expect((await create('pods', pod(some))).status).to.equal(201)
    const more = await create('pods', pod(some))
    expect(more.json.message).to.contain(
      'exceeded quota: small, requested: requests.cpu=600m, used: requests.cpu=600m, limited: requests.cpu=1',
    )
    expect(await used()).to.deep.equal({ pods: '1', 'requests.cpu': '600m', 'limits.memory': '256Mi' })
  })

  it('limits only pods of its scopes', async () => {
    const { create } = await inNamespace('scoped', { pods: '0' }, { scopes: ['BestEffort'] })
    expect((await create('pods', pod({}))).status).to.equal(403)
    expect((await create('pods', pod({ requests: { cpu: '1' } }))).status).to.equal(201)
    expect((await create('configmaps', map())).status).to.equal(201)
  })

  it('counts node ports of services, also when a service turns into one that has them', async () => {
    const { create, used } = await inNamespace('services', { services: '5', 'services.nodeports': '1' })
    const service = (type: string, ports: number[]) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: type.toLowerCase() },
      spec: { type, ports: ports.map((port) => ({ name: `p${port}`, port })) },
    })
    const { json } = await create('services', service('ClusterIP', [80, 81]))
    json.spec.type = 'NodePort'
    const path = '/api/v1/namespaces/services/services/clusterip'
    const turned = await server.ask(path, { method: 'PUT', body: json })
    expect(turned.json.message).to.contain('requested: services.nodeports=2')
    expect((await create('services', service('NodePort', [80]))).status).to.equal(201)
    expect(await used()).to.deep.equal({ services: '2', 'services.nodeports': '1' })
  })

  it('refuses while nobody has counted yet, and says so', async () => {
    await server.ask('/api/v1/namespaces', { method: 'POST', body: { metadata: { name: 'fresh' } } })
    const path = '/api/v1/namespaces/fresh'
    const quota = { metadata: { name: 'new' }, spec: { hard: { configmaps: '1' } } }
    await server.ask(`${path}/resourcequotas`, { method: 'POST', body: quota })
    const { json } = await server.ask(`${path}/configmaps`, { method: 'POST', body: map() })
    expect(json.message).to.contain('status unknown for quota: new, resources: configmaps')
  })
})
