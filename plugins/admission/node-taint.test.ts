import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

describe('new nodes', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const notReady = { key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }
  const taints = ({ json }: { readonly json: unknown }) => (json as { spec: { taints?: object[] } }).spec.taints
  const create = (name: string, spec?: object) =>
    server.ask('/api/v1/nodes', { method: 'POST', body: { metadata: { name }, ...(spec && { spec }) } })

  it('take no pods until somebody has found them ready', async () => {
    expect(taints(await create('bare'))).to.deep.equal([notReady])
    const own = { key: 'dedicated', value: 'db', effect: 'NoSchedule' }
    expect(taints(await create('own', { taints: [own] }))).to.deep.equal([own, notReady])
  })

  it('are told once', async () => {
    expect(taints(await create('told', { taints: [notReady] }))).to.deep.equal([notReady])
    const evicting = { ...notReady, effect: 'NoExecute' }
    const both = taints(await create('evicting', { taints: [evicting] }))
    expect(both).to.have.lengthOf(2)
    expect(both?.[1]).to.deep.equal(notReady)
  })

  it('stay free once somebody has taken it off', async () => {
    await create('free')
    const patched = { 'content-type': 'application/merge-patch+json' }
    const body = { spec: { taints: null } }
    expect(taints(await server.ask('/api/v1/nodes/free', { method: 'PATCH', headers: patched, body }))).to.equal(
      undefined,
    )
    const labelled = { metadata: { labels: { a: 'b' } } }
    expect(
      taints(await server.ask('/api/v1/nodes/free', { method: 'PATCH', headers: patched, body: labelled })),
    ).to.equal(undefined)
  })
})
