import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

describe('a flood of requests of one user', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    for (const name of ['ann', 'bob']) {
      const subjects = [{ kind: 'User', name, apiGroup: 'rbac.authorization.k8s.io' }]
      const roleRef = { kind: 'ClusterRole', name: 'cluster-admin', apiGroup: 'rbac.authorization.k8s.io' }
      const body = { metadata: { name }, subjects, roleRef }
      const path = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings'
      expect((await server.ask(path, { method: 'POST', body })).status).to.equal(201)
    }
  })
  after(() => server.stop())

  const create = async (username: string): Promise<number> => {
    const bytes = Buffer.from(JSON.stringify({ metadata: { generateName: `${username}-` } }))
    const { status } = await server.server.funnel({
      sender: { user: { username, groups: ['system:authenticated'] } },
      method: 'POST',
      url: '/api/v1/namespaces/default/configmaps',
      headers: { 'content-type': 'application/json' },
      body: async () => bytes,
      signal: new AbortController().signal,
    })
    return status
  }

  it('is carried out, and those of another pass most of it', async () => {
    await create('bob')
    const order: string[] = []
    const ask = (username: string) => create(username).then((status) => order.push(`${username} ${status}`))
    const all = Array.from({ length: 140 }, () => ask('ann'))
    all.push(ask('bob'))
    await Promise.all(all)
    expect(order.filter((each) => each === 'ann 201')).to.have.length(140)
    expect(order.indexOf('bob 201')).to.be.below(70)
  })
})
