import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

describe('a resize of a pod', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    await server.ask('/api/v1/namespaces/default/serviceaccounts', {
      method: 'POST',
      body: { metadata: { name: 'default' } },
    })
  })
  after(() => server.stop())

  const resized = async (
    name: string,
    node: { readonly os: string; readonly cpu: string } | undefined,
    cpu: string,
  ) => {
    if (node) {
      const labels = { 'kubernetes.io/os': node.os }
      const body = { metadata: { name, labels }, status: { allocatable: { cpu: node.cpu, memory: '1Gi' } } }
      expect((await server.ask('/api/v1/nodes', { method: 'POST', body })).status).to.equal(201)
    }
    const containers = [{ name: 'c', image: 'c', resources: { requests: { cpu: '1', memory: '1Mi' } } }]
    const pods = '/api/v1/namespaces/default/pods'
    const made = await server.ask(pods, {
      method: 'POST',
      body: { metadata: { name }, spec: { nodeName: name, containers } },
    })
    expect(made.status, made.text).to.equal(201)
    return server.ask(`${pods}/${name}/resize`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/strategic-merge-patch+json' },
      body: { spec: { containers: [{ name: 'c', resources: { requests: { cpu } } }] } },
    })
  }

  it('goes as far as its node can give', async () => {
    expect((await resized('enough', { os: 'linux', cpu: '2' }, '2')).status).to.equal(200)
    const { status, json } = await resized('small', { os: 'linux', cpu: '2' }, '4')
    expect([status, json.details.causes]).to.deep.equal([403, [{ reason: 'NodeCapacity' }]])
    expect(json.message).to.contain(
      "node didn't have enough allocatable resources: cpu, requested: 4000, allocatable: 2000",
    )
  })

  it('is refused where nodes have none', async () => {
    const { status, json } = await resized('windows', { os: 'windows', cpu: '8' }, '2')
    expect([status, json.details.causes]).to.deep.equal([403, [{ reason: 'UnsupportedPlatform' }]])
    const gone = await resized('nowhere', undefined, '2')
    expect([gone.status, gone.json.message]).to.deep.equal([
      403,
      'pods "nowhere" is forbidden: node "nowhere" not found',
    ])
  })
})
