import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

describe('the flow schemas that every cluster has', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const base = '/apis/flowcontrol.apiserver.k8s.io/v1'
  const names = async (plural: string): Promise<string[]> =>
    (await server.ask(`${base}/${plural}`)).json.items.map((each: { metadata: { name: string } }) => each.metadata.name)

  it('are there from the start, with the levels that they name', async () => {
    expect(await names('flowschemas')).to.have.length(11)
    const levels = await names('prioritylevelconfigurations')
    expect(levels).to.have.members([
      ...['exempt', 'catch-all', 'system', 'node-high'],
      ...['leader-election', 'workload-high', 'workload-low', 'global-default'],
    ])
    const { items } = (await server.ask(`${base}/flowschemas`)).json
    for (const { spec } of items) expect(levels).to.include(spec.priorityLevelConfiguration.name)
  })

  it('can be written back as they are', async () => {
    for (const plural of ['flowschemas', 'prioritylevelconfigurations']) {
      const { items } = (await server.ask(`${base}/${plural}`)).json
      for (const item of items) {
        const put = await server.ask(`${base}/${plural}/${item.metadata.name}`, { method: 'PUT', body: item })
        expect(put.status, put.text).to.equal(200)
        expect(put.json.metadata.resourceVersion).to.equal(item.metadata.resourceVersion)
      }
    }
  })

  it('are made again when they are deleted, and so is a namespace of the system', async () => {
    const made = async (path: string, name: string) => {
      const { metadata } = (await server.ask(`${path}/${name}`)).json
      const query = `watch=1&resourceVersion=${metadata.resourceVersion}&fieldSelector=metadata.name%3D${name}`
      const events = await server.follow(`${path}?${query}`)
      await server.ask(`${path}/${name}`, { method: 'DELETE' })
      for (;;) {
        const { type, object } = await events.next()
        if (type === 'MODIFIED' && object.spec.finalizers?.length)
          await server.ask(`${path}/${name}/finalize`, { method: 'PUT', body: { ...object, spec: {} } })
        if (type !== 'ADDED') continue
        events.end()
        return object.metadata.uid !== metadata.uid
      }
    }
    expect(await made(`${base}/flowschemas`, 'service-accounts')).to.equal(true)
    expect(await made('/api/v1/namespaces', 'kube-node-lease')).to.equal(true)
  })

  it('are put right when they are changed, as long as their annotation says so', async () => {
    const path = `${base}/prioritylevelconfigurations/workload-low`
    const patch = { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json' } }
    const { metadata } = (await server.ask(path)).json
    const query = `watch=1&resourceVersion=${metadata.resourceVersion}&fieldSelector=metadata.name%3Dworkload-low`
    const events = await server.follow(`${base}/prioritylevelconfigurations?${query}`)
    await server.ask(path, { ...patch, body: { spec: { limited: { nominalConcurrencyShares: 7 } } } })
    const shares = async () => (await events.next()).object.spec.limited.nominalConcurrencyShares
    expect([await shares(), await shares()]).to.deep.equal([7, 100])
    events.end()
  })

  it('exempt nobody but masters, and probes', async () => {
    const { json } = await server.ask(`${base}/flowschemas/probes`)
    expect(json.spec.rules[0].nonResourceRules).to.deep.equal([
      { verbs: ['get'], nonResourceURLs: ['/healthz', '/readyz', '/livez'] },
    ])
    expect((await server.ask(`${base}/prioritylevelconfigurations/exempt`)).json.spec).to.deep.equal({
      type: 'Exempt',
      exempt: { nominalConcurrencyShares: 0, lendablePercent: 0 },
    })
  })
})
