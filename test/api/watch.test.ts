import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const cm = (name: string, data: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data })

describe('a watch over https', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())
  const create = async (name: string, data?: object) =>
    (await server.ask(configMaps, { method: 'POST', body: cm(name, data) })).json
  const remove = (name: string) => server.ask(`${configMaps}/${name}`, { method: 'DELETE' })

  it('tells what happens, from a revision on', async () => {
    const first = await create('one')
    const watch = await server.follow(`${configMaps}?watch=true&resourceVersion=${first.metadata.resourceVersion}`)
    expect([watch.status, watch.headers['content-type']]).to.deep.equal([200, 'application/json'])
    const second = await create('two')
    const added = await watch.next()
    expect(added.type).to.equal('ADDED')
    expect(added.object).to.deep.equal(second)
    await server.ask(`${configMaps}/two`, { method: 'PUT', body: { ...second, data: { a: 'b' } } })
    const modified = await watch.next()
    expect([modified.type, modified.object.data.a]).to.deep.equal(['MODIFIED', 'b'])
    await remove('two')
    const deleted = await watch.next()
    expect(deleted.type).to.equal('DELETED')
    expect(Number(deleted.object.metadata.resourceVersion)).to.be.above(
      Number(modified.object.metadata.resourceVersion),
    )
    watch.end()
    await remove('one')
  })

  it('begins with what is there, and says when that is through', async () => {
    await create('there')
    const query = 'watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'
    const watch = await server.follow(`${configMaps}?${query}`)
    expect((await watch.next()).object.metadata.name).to.equal('there')
    const bookmark = await watch.next()
    expect(bookmark.type).to.equal('BOOKMARK')
    expect(bookmark.object).to.deep.include({ kind: 'ConfigMap', apiVersion: 'v1' })
    expect(bookmark.object.metadata.annotations).to.deep.equal({ 'k8s.io/initial-events-end': 'true' })
    watch.end()
    await remove('there')
  })

  it('marks its place with an object of which nothing is said, of each built-in kind in each shape', async () => {
    const query = 'watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'
    const shaped = (as: string) => `application/json;as=${as};g=meta.k8s.io;v=v1`
    const { groups } = (await server.ask('/apis')).json
    type Group = { readonly versions: readonly { readonly groupVersion: string }[] }
    const versions = (groups as readonly Group[]).flatMap((group) => group.versions)
    const roots = versions.map(({ groupVersion }) => `/apis/${groupVersion}`)
    const marks = new Map<string, { readonly spec: object; readonly status: object }>()
    for (const root of ['/api/v1', ...roots])
      for (const { name, verbs } of (await server.ask(root)).json.resources)
        for (const accept of verbs.includes('watch') && !name.includes('/')
          ? ['application/json', shaped('Table')]
          : []) {
          const watch = await server.follow(`${root}/${name}?${query}`, { headers: { accept } })
          let event = await watch.next()
          while (event && event.type !== 'BOOKMARK') event = await watch.next()
          watch.end()
          expect(event?.object.metadata.resourceVersion, `${root}/${name} ${accept}`).to.match(/^\d+$/)
          if (accept === 'application/json') marks.set(name, event!.object)
        }
    const { spec, status } = marks.get('daemonsets')!
    expect(spec).to.deep.equal({
      selector: null,
      template: { metadata: {}, spec: { containers: null } },
      updateStrategy: {},
    })
    expect(status).to.include({ numberReady: 0, desiredNumberScheduled: 0 })
  })

  it('shows tables and metadata alone, when that is accepted', async () => {
    await create('seen', { a: 'b' })
    const table = { accept: 'application/json;as=Table;g=meta.k8s.io;v=v1' }
    const watch = await server.follow(`${configMaps}?watch=1`, { headers: table })
    const first = await watch.next()
    expect([first.type, first.object.kind, first.object.rows[0].cells[0]]).to.deep.equal(['ADDED', 'Table', 'seen'])
    expect(first.object.columnDefinitions).to.have.length.above(1)
    const got = await server.ask(`${configMaps}/seen`, { headers: table })
    expect(got.json).to.deep.equal(first.object)
    await create('next')
    expect((await watch.next()).object.rows[0].cells[0]).to.equal('next')
    watch.end()
    const partial = { accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1' }
    const names = await server.follow(`${configMaps}?watch=1`, { headers: partial })
    const event = await names.next()
    expect(event.object.kind).to.equal('PartialObjectMetadata')
    expect(event.object).not.to.have.property('data')
    names.end()
    await remove('seen')
    await remove('next')
  })

  it('ends after the seconds asked for', async () => {
    const watch = await server.follow(`${configMaps}?watch=true&timeoutSeconds=1`)
    expect(await watch.next()).to.equal(undefined)
  })

  it('can follow one object, by its path or by a field', async () => {
    const path = await server.follow('/api/v1/watch/namespaces/default/configmaps/mine')
    const field = await server.follow(`${configMaps}?watch=true&fieldSelector=metadata.name%3Dmine`)
    await create('other')
    await create('mine')
    expect((await path.next()).object.metadata.name).to.equal('mine')
    expect((await field.next()).object.metadata.name).to.equal('mine')
    path.end()
    field.end()
  })

  it('is of collections: one object asked for by its name is answered itself', async () => {
    const { status, json } = await server.ask(`${configMaps}/mine?watch=true`)
    expect([status, json.kind]).to.deep.equal([200, 'ConfigMap'])
  })

  it('that can not be is refused before it begins', async () => {
    for (const query of ['resourceVersion=x', 'labelSelector=a%20b', 'timeoutSeconds=x', 'sendInitialEvents=maybe']) {
      const watch = await server.follow(`${configMaps}?watch=true&${query}`)
      expect([400, 403, 422], query).to.include(watch.status)
      expect((await watch.next()).kind).to.equal('Status')
    }
    expect((await server.ask(`${configMaps}?watch=true`, { headers: { accept: 'application/yaml' } })).status).to.equal(
      406,
    )
  })
})
