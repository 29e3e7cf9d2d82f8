import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'

describe('pods that are bound', () => {
  it('have a node that nobody owns', async () => {
    const server = await TestServer.start()
    try {
      const space = '/api/v1/namespaces/default'
      const spec = { containers: [{ name: 'c', image: 'i' }], automountServiceAccountToken: false }
      await server.ask(`${space}/serviceaccounts`, { method: 'POST', body: { metadata: { name: 'default' } } })
      await server.ask(`${space}/pods`, { method: 'POST', body: { metadata: { name: 'p' }, spec } })
      const body = { metadata: { name: 'p' }, target: { name: 'n' } }
      expect((await server.ask(`${space}/pods/p/binding`, { method: 'POST', body })).status).to.equal(201)
      const { json } = await server.ask(`${space}/pods/p`)
      expect(json.spec.nodeName).to.equal('n')
      expect(json.metadata.managedFields.map(({ subresource }: { subresource?: string }) => subresource)).to.deep.equal(
        [undefined],
      )
    } finally {
      await server.stop()
    }
  })
})

describe('a namespace whose finalizers are gone', () => {
  it('is Terminating after the first delete, and gone after the second', async () => {
    const server = await TestServer.start()
    try {
      const path = '/api/v1/namespaces/bare'
      await server.ask('/api/v1/namespaces', { method: 'POST', body: { metadata: { name: 'bare' } } })
      const finalized = { metadata: { name: 'bare' }, spec: { finalizers: [] } }
      expect((await server.ask(`${path}/finalize`, { method: 'PUT', body: finalized })).status).to.equal(200)
      const other = await server.ask(path, { method: 'DELETE', body: { preconditions: { uid: 'x' } } })
      expect([other.status, other.json.details.kind]).to.deep.equal([409, 'namespaces'])
      const first = await server.ask(path, { method: 'DELETE' })
      expect([first.status, first.json.status.phase]).to.deep.equal([200, 'Terminating'])
      expect((await server.ask(path)).status).to.equal(200)
      expect((await server.ask(path, { method: 'DELETE' })).json.status).to.equal('Success')
      expect((await server.ask(path)).status).to.equal(404)
    } finally {
      await server.stop()
    }
  })
})

describe('options of deletes over https', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const make = (name: string) => server.ask(configMaps, { method: 'POST', body: { metadata: { name } } })
  const remove = (name: string, query: string, body?: unknown) =>
    server.ask(`${configMaps}/${name}${query}`, { method: 'DELETE', body })

  it('are those of the body, or without one those of the query', async () => {
    await make('a')
    const stated = await remove('a', '?propagationPolicy=Foreground&dryRun=All', { gracePeriodSeconds: 3 })
    expect([stated.status, stated.json.kind]).to.deep.equal([200, 'Status'])
    const queried = await remove('a', '?propagationPolicy=Foreground')
    expect(queried.json.metadata.finalizers).to.deep.equal(['foregroundDeletion'])
  })

  it('are preconditions in the query too, and of the types that they have', async () => {
    await make('b')
    const table = [
      ['?uid=x', undefined, 409],
      ['?resourceVersion=1', undefined, 409],
      ['?gracePeriodSeconds=', undefined, 400],
      ['?dryRun=', undefined, 422],
      ['', { orphanDependents: 'true' }, 400],
      ['', { preconditions: [] }, 400],
      ['', { preconditions: { uid: 3 } }, 400],
      ['', { dryRun: 'All' }, 400],
      ['', { kind: 'ConfigMap' }, 400],
      ['?fieldManager=a%00b', null, 200],
    ] as const
    for (const [query, body, status] of table)
      expect((await remove('b', query, body === null ? 'null' : body)).status, `${query} ${JSON.stringify(body)}`).to.equal(status)
  }) // biome-ignore format: a table

  it('are of one namespace where it is many objects', async () => {
    const { status, json } = await server.ask('/api/v1/configmaps', { method: 'DELETE' })
    expect([status, json.reason, json.details ?? {}]).to.deep.equal([405, 'MethodNotAllowed', {}])
  })

  it('of a kind whose deleted objects are shown are answered with the last state', async () => {
    const pods = '/api/v1/namespaces/default/pods'
    const spec = { containers: [{ name: 'c', image: 'i' }], automountServiceAccountToken: false }
    const accounts = '/api/v1/namespaces/default/serviceaccounts'
    await server.ask(accounts, { method: 'POST', body: { metadata: { name: 'default' } } })
    await server.ask(pods, { method: 'POST', body: { metadata: { name: 'p' }, spec } })
    const binding = (metadata: object) =>
      server.ask(`${pods}/p/binding?dryRun=All`, { method: 'POST', body: { metadata, target: { name: 'n' } } })
    expect((await binding({})).status).to.equal(400)
    expect((await binding({ name: 'p' })).status).to.equal(201)
    const { json } = await server.ask(`${pods}/p`, { method: 'DELETE' })
    expect(json.kind).to.equal('Pod')
    expect(json.metadata).to.include({ generation: 2, deletionGracePeriodSeconds: 0 })
    expect((await server.ask(`${pods}/p`)).status).to.equal(404)
  })
})
