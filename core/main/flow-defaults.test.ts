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
    expect(await names('flowschemas')).to.have.length(13)
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
