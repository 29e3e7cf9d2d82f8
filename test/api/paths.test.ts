import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const inDefault = '/api/v1/namespaces/default'

describe('paths over https', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    await server.ask(`${inDefault}/secrets`, {
      method: 'POST',
      body: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { a: 'b' } },
    })
  })
  after(() => server.stop())

  it('have one meaning: dots, double and encoded slashes lead nowhere', async () => {
    const tricks = [
      '/api/v1/namespaces/default/../kube-system/secrets',
      '/api/v1/namespaces/default/%2e%2e/secrets',
      '/api/v1/namespaces/default/secrets/..',
      '/api/v1/namespaces/default/secrets/%2e%2e',
      '/api/v1/namespaces/default/secrets/.',
      '/api/v1/namespaces/default/secrets/a%2fb',
      '/api/v1/namespaces/default%2fsecrets/s',
      '/api/v1/namespaces/default/secrets/a%5cb',
      '/api/v1/namespaces/default/secrets/%00',
      '/api/v1/namespaces/default/secrets/%zz',
      '/api/v1//namespaces/default/secrets/s',
      '/api/v1/namespaces//secrets/s',
      '/api//v1/namespaces/default/secrets/s',
      '/apis//v1/namespaces/default/secrets/s',
      '//api/v1/namespaces/default/secrets/s',
      '/API/v1/namespaces/default/secrets/s',
      '/api/v1/namespaces/default/Secrets/s',
      '/api/v1/namespaces/default/secrets/s/nothing',
      '/api/v1/namespaces/default/secrets/s/status/more',
    ]
    for (const path of tricks) {
      const { status, text } = await server.ask(path)
      expect([400, 404], `${path} ${status}`).to.include(status)
      if (text !== '404 page not found\n') expect(JSON.parse(text).kind, path).to.equal('Status')
    }
    expect((await server.ask('/api/v1/namespaces/default/secrets/%73')).status).to.equal(200)
  })

  it('keep cluster-scoped objects out of namespaces, and namespaced ones in', async () => {
    const misplaced = [
      `${inDefault}/nodes`,
      `${inDefault}/namespaces/kube-system`,
      '/apis/rbac.authorization.k8s.io/v1/namespaces/default/clusterroles/cluster-admin',
      '/api/v1/secrets/s',
    ]
    for (const path of misplaced) expect((await server.ask(path)).status, path).to.equal(404)
    expect((await server.ask('/api/v1/secrets')).status).to.equal(200)
    const create = await server.ask('/api/v1/secrets', { method: 'POST', body: {} })
    expect(create.status).to.equal(405)
  })

  it('of the older form of a watch are read and nothing else, whatever the method', async () => {
    const asked = { method: 'DELETE', headers: { 'content-type': 'application/json' } }
    for (const path of ['/api/v1/watch/namespaces/default/secrets/s', '/api/v1/watch/namespaces/default/secrets']) {
      expect((await server.ask(path, asked)).status, path).to.equal(405)
      expect((await server.ask(path, { method: 'PUT', body: {} })).status, path).to.equal(405)
    }
    expect((await server.ask('/api/v1/watch/namespaces/default/secrets/s/status')).status).to.equal(404)
    expect((await server.ask('/api/v1/watch/componentstatuses')).status).to.equal(404)
    expect((await server.ask(`${inDefault}/secrets/s`)).status).to.equal(200)
  })

  it('are none where a kind has neither objects nor a collection', async () => {
    const reviews = '/apis/authentication.k8s.io/v1/tokenreviews'
    expect((await server.ask(reviews)).status).to.equal(405)
    for (const path of [`${reviews}/x`, '/api/v1/bindings', `${inDefault}/bindings/x`]) {
      expect((await server.ask(path)).status, path).to.equal(404)
      expect((await server.ask(path, { method: 'POST', body: {} })).status, path).to.equal(404)
    }
  })

  it('mean the same with a slash at their end, list all namespaces where the name of one is empty, and may name the server', async () => {
    const asked = async (path: string) => (await server.ask(path)).json
    expect((await asked('/api/v1/namespaces/default/')).metadata.name).to.equal('default')
    expect((await asked('/api/v1/namespaces/default/secrets/s/')).metadata.name).to.equal('s')
    expect((await asked('/api/v1/namespaces//')).kind).to.equal('NamespaceList')
    const names = (list: { items: { metadata: { name: string } }[] }) => list.items.map(({ metadata }) => metadata.name)
    expect(names(await asked('/api/v1/namespaces//secrets'))).to.include('s')
    expect((await asked('https://operon.example/api/v1/namespaces/default')).metadata.name).to.equal('default')
    const nowhere = { method: 'POST', body: { metadata: { name: 'x' } } }
    expect((await server.ask('/api/v1/namespaces//secrets', nowhere)).status).to.equal(405)
  })

  it('tell what is not there from what may not be done', async () => {
    expect((await server.ask('/api/v1/widgets')).status).to.equal(404)
    expect((await server.ask('/apis/example.com/v1/widgets')).status).to.equal(404)
    expect((await server.ask('/nowhere')).status).to.equal(404)
    const { status, json } = await server.ask(`${inDefault}/secrets/none`)
    expect([status, json.reason, json.message]).to.deep.equal([404, 'NotFound', 'secrets "none" not found'])
    expect(json.details).to.deep.equal({ name: 'none', kind: 'secrets' })
    expect((await server.ask(`${inDefault}/secrets`, { method: 'PUT', body: {} })).status).to.equal(405)
    expect((await server.ask(`${inDefault}/secrets/s`, { method: 'POST', body: {} })).status).to.equal(405)
    expect((await server.ask('/api', { method: 'POST', body: {} })).status).to.equal(405)
  })

  it('serve discovery in both forms, with an ETag that saves the second asking', async () => {
    const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json'
    const first = await server.ask('/apis', { headers: { accept } })
    expect(first.json.kind).to.equal('APIGroupDiscoveryList')
    expect(first.headers['content-type']).to.equal(
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
    )
    const again = await server.ask('/apis', { headers: { accept, 'if-none-match': String(first.headers.etag) } })
    expect([again.status, again.text]).to.deep.equal([304, ''])
    expect((await server.ask('/apis')).json.kind).to.equal('APIGroupList')
    expect((await server.ask('/apis/apps/v1')).json.kind).to.equal('APIResourceList')
    expect((await server.ask('/api/v1/')).json.kind).to.equal('APIResourceList')
    expect((await server.ask('/version')).json).to.include({ major: '1', minor: '36' })
  })

  it('tell how service account tokens are checked, to those who are known', async () => {
    const keys = await server.ask('/openid/v1/jwks')
    expect(keys.headers['content-type']).to.equal('application/jwk-set+json')
    expect(keys.json.keys[0]).to.include({ kty: 'EC', crv: 'P-256', use: 'sig' }).and.not.have.property('d')
    const configuration = (await server.ask('/.well-known/openid-configuration')).json
    expect(configuration.jwks_uri).to.equal(`${configuration.issuer}/openid/v1/jwks`)
    expect((await server.bearer('').ask('/openid/v1/jwks')).status).to.equal(403)
  })

  it('show a browser where it is', async () => {
    const nobody = server.bearer('')
    const { status, text } = await nobody.ask('/', { headers: { accept: 'text/html,*/*;q=0.8' } })
    expect(status).to.equal(200)
    expect(text).to.contain('<h1>Operon</h1>')
    expect((await nobody.ask('/')).status).to.equal(403)
    expect((await server.ask('/')).json.paths).to.include('/version')
  })

  it('answer what is accepted, or say 406', async () => {
    const get = (accept: string, path = `${inDefault}/secrets/s`) => server.ask(path, { headers: { accept } })
    expect((await get('application/yaml')).text).to.match(/^apiVersion: v1|^kind: Secret/)
    expect((await get('application/vnd.kubernetes.protobuf;q=0.5,application/json')).json.kind).to.equal('Secret')
    expect((await get('text/html, */*;q=0.1')).json.kind).to.equal('Secret')
    const refused = await get('application/vnd.kubernetes.protobuf;as=Table;g=meta.k8s.io;v=v1')
    expect([refused.status, refused.json.reason]).to.deep.equal([406, 'NotAcceptable'])
    expect((await get('text/html')).status).to.equal(406)
    const partial = await get('application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1')
    expect(partial.json).to.deep.include({ kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1' })
    expect(partial.json).not.to.have.property('data')
    const table = await get('application/json;as=Table;g=meta.k8s.io;v=v1', `${inDefault}/secrets`)
    expect(table.json.kind).to.equal('Table')
    expect(table.json.rows[0].cells[0]).to.equal('s')
    expect(table.json.rows[0].object.kind).to.equal('PartialObjectMetadata')
    const list = await get('application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1', `${inDefault}/secrets`)
    expect(list.json.kind).to.equal('PartialObjectMetadataList')
  })
})
