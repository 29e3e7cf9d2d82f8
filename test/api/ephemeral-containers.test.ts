import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const web = '/api/v1/namespaces/default/pods/web'
const strategic = { 'content-type': 'application/strategic-merge-patch+json' }
const guest = (name: string, more: object = {}) => ({ name, image: 'tools:1', ...more })

describe('the ephemeral containers of a pod', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    const spec = { containers: [{ name: 'app', image: 'app:1' }] }
    const body = { metadata: { name: 'web', labels: { a: 'b' } }, spec }
    expect((await server.ask('/api/v1/namespaces/default/pods', { method: 'POST', body })).status).to.equal(201)
  })
  after(() => server.stop())

  const add = (ephemeralContainers: object[], place = `${web}/ephemeralcontainers`) =>
    server.ask(place, { method: 'PATCH', headers: strategic, body: { spec: { ephemeralContainers } } })

  it('are added through their subresource, which takes nothing else', async () => {
    const { status, json } = await add([guest('one')])
    expect(status, JSON.stringify(json)).to.equal(200)
    expect(json.spec.ephemeralContainers[0]).to.include({ name: 'one', terminationMessagePolicy: 'File' })
    const got = (await server.ask(`${web}/ephemeralcontainers`)).json
    got.metadata.labels = { changed: 'yes' }
    got.spec.containers[0].image = 'other:1'
    got.status = { phase: 'Failed' }
    got.spec.ephemeralContainers.push(guest('two'))
    const put = await server.ask(`${web}/ephemeralcontainers`, { method: 'PUT', body: got })
    expect(put.status, put.text).to.equal(200)
    const { json: now } = await server.ask(web)
    expect(now.spec.ephemeralContainers.map(({ name }: { name: string }) => name)).to.deep.equal(['one', 'two'])
    expect([now.metadata.labels, now.spec.containers[0].image, now.status.phase]).to.deep.equal([
      { a: 'b' },
      'app:1',
      'Pending',
    ])
    expect(now.metadata.generation).to.equal(3)
  })

  it('stay as they are, and are added nowhere else', async () => {
    for (const [attempt, code, text] of [
      [add([guest('one', { image: 'other:1' })]), 422, '"one" stays as it was added'],
      [add([{ $patch: 'delete', name: 'one' }]), 422, '"one" stays as it was added'],
      [add([guest('app')]), 422, 'Duplicate value'],
      [add([guest('bad', { ports: [{ containerPort: 80 }] })]), 422, 'ephemeral containers have none'],
      [add([guest('three')], web), 422, 'Forbidden'],
      [server.ask(`${web}/ephemeralcontainers`, { method: 'POST', body: {} }), 405, 'does not allow this method'],
      [server.user('jane').ask(`${web}/ephemeralcontainers`), 403, 'pods/ephemeralcontainers'],
    ] as const) {
      const { status, json } = await attempt
      expect([status, json.message]).to.satisfy(
        ([is, message]: [number, string]) => is === code && message.includes(text),
        `${text}: ${status} ${json.message}`,
      )
    }
  })
})
