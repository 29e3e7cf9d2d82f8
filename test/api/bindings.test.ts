/** What is done to a pod by posting an object that nobody stores: bindings, evictions, tokens. */
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

describe('objects that only say what is to be done', () => {
  const home = '/api/v1/namespaces/default'
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    const spec = { containers: [{ name: 'a', image: 'b' }] }
    const made = await server.ask(`${home}/pods`, { method: 'POST', body: { metadata: { name: 'web' }, spec } })
    expect(made.status).to.equal(201)
  })
  after(() => server.stop())

  const post = (path: string, body: object, accept = 'application/json') =>
    server.ask(`${home}/${path}`, { method: 'POST', headers: { accept }, body })
  const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: 'web' } }
  const binding = { apiVersion: 'v1', kind: 'Binding', metadata: { name: 'web' }, target: { name: 'one' } }

  it('are taken in the versions that their kind has', async () => {
    const tried = 'pods/web/eviction?dryRun=All'
    expect((await post(tried, eviction)).status).to.equal(201)
    expect((await post(tried, { ...eviction, apiVersion: 'policy/v1beta1' })).status).to.equal(201)
    for (const [path, body] of [
      [tried, { ...eviction, apiVersion: 'v1' }],
      ['pods/web/binding?dryRun=All', { ...binding, apiVersion: 'v1x' }],
      ['bindings?dryRun=All', { ...binding, apiVersion: 'v1x' }],
      ['serviceaccounts/default/token', { apiVersion: 'v1', kind: 'TokenRequest', spec: {} }],
    ] as const) {
      expect((await post(path, body)).json, path).to.include({ code: 400, reason: 'BadRequest' })
    }
  })

  it('are answered as they are, and never as a Table', async () => {
    const shown = (as: string) => `application/json;as=${as};v=v1;g=meta.k8s.io`
    const { json } = await post('pods/web/eviction?dryRun=All', eviction, shown('PartialObjectMetadata'))
    expect(json).to.include({ kind: 'Status', status: 'Success' })
    expect((await post('pods/web/eviction?dryRun=All', eviction, shown('Table'))).status).to.equal(406)
  })

  it('count as dry runs where address and options agree', async () => {
    const options = (dryRun: readonly string[]) => ({ ...eviction, deleteOptions: { dryRun } })
    expect((await post('pods/web/eviction?dryRun=All', options(['All']))).status).to.equal(201)
    expect((await post('pods/web/eviction?dryRun=All', options(['x']))).status).to.equal(500)
  })

  it('bind by the uid in the subresource alone', async () => {
    const other = { ...binding, metadata: { name: 'web', uid: 'other' } }
    expect((await post('pods/web/binding?dryRun=All', other)).status).to.equal(409)
    expect((await post('bindings?dryRun=All', other)).status).to.equal(201)
    expect((await post('bindings?dryRun=All', { ...binding, metadata: {} })).status).to.equal(400)
  })

  it('tell what a token was asked for with', async () => {
    const metadata = { labels: { a: 'b' }, generateName: 'x-' }
    const { json } = await post('serviceaccounts/default/token', {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      metadata,
      spec: {},
    })
    expect(json.metadata).to.deep.include({ ...metadata, name: 'default', namespace: 'default' })
  })
})
