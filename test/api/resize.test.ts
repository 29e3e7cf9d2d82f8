import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const web = '/api/v1/namespaces/default/pods/web'
const strategic = { 'content-type': 'application/strategic-merge-patch+json' }
const amounts = (cpu: string, limit = '1') => ({ requests: { cpu }, limits: { cpu: limit } })

describe('the resize of a pod', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    const containers = [{ name: 'app', image: 'app:1', resources: amounts('100m') }]
    const body = { metadata: { name: 'web', labels: { a: 'b' } }, spec: { containers } }
    expect((await server.ask('/api/v1/namespaces/default/pods', { method: 'POST', body })).status).to.equal(201)
  })
  after(() => server.stop())

  const patch = (app: object, place = `${web}/resize`) =>
    server.ask(place, {
      method: 'PATCH',
      headers: strategic,
      body: { spec: { containers: [{ name: 'app', ...app }] } },
    })

  const rename = (value: string) =>
    server.ask(`${web}/resize`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json-patch+json' },
      body: [{ op: 'replace', path: '/spec/containers/0/name', value }],
    })

  it('goes through its subresource, which takes nothing but amounts', async () => {
    const { status, json } = await patch({ image: 'other:1', resources: { requests: { cpu: '250m' } } })
    expect(status, JSON.stringify(json)).to.equal(200)
    expect(json.spec.containers[0]).to.deep.include({ image: 'app:1', resources: amounts('250m') })
    const got = (await server.ask(`${web}/resize`)).json
    got.metadata.labels = { changed: 'yes' }
    got.spec.containers[0].resources = amounts('300m', '2')
    got.status = { phase: 'Failed' }
    expect((await server.ask(`${web}/resize`, { method: 'PUT', body: got })).status).to.equal(200)
    const { json: now } = await server.ask(web)
    expect([
      now.metadata.labels,
      now.spec.containers[0].resources,
      now.status.phase,
      now.metadata.generation,
    ]).to.deep.equal([{ a: 'b' }, amounts('300m', '2'), 'Pending', 3])
  })

  it('keeps the quality of service and what was set, and other ways do not resize', async () => {
    for (const [attempt, code, text] of [
      [
        patch({ resources: { requests: { memory: '1Gi' }, limits: { cpu: '300m', memory: '1Gi' } } }),
        422,
        'Pod QOS Class may not change',
      ],
      [patch({ resources: { limits: { cpu: null } } }), 422, 'cannot be removed'],
      [patch({ resources: { requests: { cpu: '3' } } }), 422, 'or less, the limit of cpu'],
      [rename('other'), 422, 'containers may not be renamed or reordered on resize'],
      [patch({ resources: { requests: { cpu: '150m' } } }, web), 422, 'Forbidden'],
      [server.ask(`${web}/resize`, { method: 'POST', body: {} }), 405, 'does not allow this method'],
      [server.user('jane').ask(`${web}/resize`), 403, 'pods/resize'],
    ] as const) {
      const { status, json } = await attempt
      expect([status, json.message]).to.satisfy(
        ([is, message]: [number, string]) => is === code && message.includes(text),
        `${text}: ${status} ${json.message}`,
      )
    }
  })
})
