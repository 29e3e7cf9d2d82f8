/** What the parameters of get, list and watch ask for, through the front door. */
import { gunzipSync } from 'node:zlib'
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const table = { accept: 'application/json;as=Table;g=meta.k8s.io;v=v1' }
const partial = { accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1' }
const stateQuery = 'watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'

describe('reads over https', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    for (const name of ['a', 'b', 'c', 'd', 'e']) await create(name)
  })
  after(() => server.stop())
  const create = async (name: string) =>
    (await server.ask(configMaps, { method: 'POST', body: { metadata: { name, labels: { name } } } })).json
  const newest = async () => Number((await server.ask(configMaps)).json.metadata.resourceVersion)
  const page = async (query: string, path = configMaps) => (await server.ask(`${path}?limit=2&${query}`)).json
  const namesOf = (list: { items: { metadata: { name: string } }[] }) => list.items.map(({ metadata }) => metadata.name)

  it('say kind and apiVersion once for a list of a kind of Kubernetes, and for each object of anybody else', async () => {
    const { items } = (await server.ask(configMaps)).json
    expect(Object.keys(items[0])).to.deep.equal(['metadata'])
    const yaml = await server.ask(configMaps, { headers: { accept: 'application/yaml' } })
    expect(yaml.text)
      .to.contain('kind: ConfigMapList')
      .and.not.to.match(/kind: ConfigMap$/m)
    const names = { plural: 'gears', singular: 'gear', kind: 'Gear', listKind: 'GearList' }
    const schema = { openAPIV3Schema: { type: 'object' } }
    const versions = [{ name: 'v1', served: true, storage: true, schema }]
    const spec = { group: 'lists.example.com', scope: 'Cluster', names, versions }
    const definition = { metadata: { name: 'gears.lists.example.com' }, spec }
    await server.ask('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', { method: 'POST', body: definition })
    const gears = '/apis/lists.example.com/v1/gears'
    const gear = { apiVersion: 'lists.example.com/v1', kind: 'Gear', metadata: { name: 'g' } }
    expect((await server.ask(gears, { method: 'POST', body: gear })).status).to.equal(201)
    expect((await server.ask(gears)).json.items[0]).to.include({ kind: 'Gear', apiVersion: 'lists.example.com/v1' })
  })

  it('refuse parameters that can not be, or do not go together', async () => {
    const { metadata } = await page('')
    const cases: readonly (readonly [query: string, code: number, message: RegExp])[] = [
      ['resourceVersion=x', 400, /resourceVersion: Invalid value: "x"/],
      ['resourceVersion=99999999999999999999', 400, /resourceVersion: Invalid value/],
      ['resourceVersionMatch=Exact', 422, /forbidden unless resourceVersion is provided/],
      ['resourceVersionMatch=Exact&resourceVersion=0', 422, /"exact" is forbidden for resourceVersion "0"/],
      ['resourceVersionMatch=Bad&resourceVersion=1', 422, /supported values: "Exact", "NotOlderThan", ""/],
      [`resourceVersionMatch=Exact&resourceVersion=1&continue=${metadata.continue}`, 422, /when continue is provided/],
      [`resourceVersion=1&continue=${metadata.continue}`, 400, /not allowed when using continue/],
      ['sendInitialEvents=true', 422, /sendInitialEvents: Forbidden: only a watch takes it/],
      ['limit=x', 400, /limit/],
      ['timeoutSeconds=x', 400, /timeoutSeconds/],
      ['watch=1&sendInitialEvents=true', 422, /must be NotOlderThan where sendInitialEvents is said/],
      ['watch=1&sendInitialEvents=true&resourceVersionMatch=Exact', 422, /supported values: "NotOlderThan"/],
      ['watch=1&resourceVersionMatch=NotOlderThan', 422, /with sendInitialEvents alone/],
      [`${stateQuery}&continue=x`, 422, /forbidden when continue is provided/],
      ['watch=1&continue=x', 422, /forbidden when continue is provided/],
      ['limit=', 400, /limit/],
      ['watch=1&resourceVersion=x', 400, /resourceVersion: Invalid value: "x"/],
    ]
    for (const [query, code, message] of cases) {
      const { status, json } = await server.ask(`${configMaps}?${query}`)
      expect([status, json.code], query).to.deep.equal([code, code])
      expect(json.message, query).to.match(message)
      if (code === 422)
        expect(json.details.causes[0].field, query).to.match(/^(resourceVersionMatch|sendInitialEvents)$/)
    }
  })

  it('show no other shape than an object or list has', async () => {
    const list = { accept: partial.accept.replace('Metadata;', 'MetadataList;') }
    const code = async (path: string, headers: Record<string, string>) => (await server.ask(path, { headers })).status
    expect(await code(configMaps, list)).to.equal(200)
    expect(await code(`${configMaps}/a`, partial)).to.equal(200)
    expect(await code(configMaps, partial)).to.equal(406)
    expect(await code(`${configMaps}/a`, list)).to.equal(406)
    expect(await code(configMaps, { accept: table.accept.replace('v=v1', 'v=v2') })).to.equal(406)
    expect(await code(`${configMaps}?includeObject=All`, table)).to.equal(400)
    expect((await server.ask(`${configMaps}?includeObject=None`, { headers: table })).json.rows[0].object).to.equal(
      null,
    )
  })

  it('of one object wait for the revision asked for, and say when it does not come', async () => {
    const future = (await newest()) + 1
    const waiting = server.ask(`${configMaps}/a?resourceVersion=${future}`)
    await create('f')
    expect((await waiting).json.metadata.name).to.equal('a')
    expect((await server.ask(`${configMaps}/a?resourceVersion=x`)).status).to.equal(400)
    const late = await server.ask(`${configMaps}/a?resourceVersion=${future + 1000}`)
    expect([late.status, late.headers['retry-after']]).to.deep.equal([504, '1'])
    expect(late.json.details.causes[0].reason).to.equal('ResourceVersionTooLarge')
    await server.ask(`${configMaps}/f`, { method: 'DELETE' })
  })

  it('of a list wait for the revision asked for, exact or not', async () => {
    const at = await newest()
    await create('g')
    expect(
      namesOf((await server.ask(`${configMaps}?resourceVersion=${at}&resourceVersionMatch=Exact`)).json),
    ).to.have.length(5)
    const notOlder = await server.ask(`${configMaps}?resourceVersion=${at}&resourceVersionMatch=NotOlderThan`)
    expect(namesOf(notOlder.json)).to.have.length(6)
    expect(namesOf((await server.ask(`${configMaps}?resourceVersion=0`)).json)).to.have.length(6)
    expect(namesOf((await server.ask(`${configMaps}?resourceVersion=0&limit=2`)).json)).to.have.length(6)
    expect(namesOf(await page(`resourceVersion=${at}`))).to.deep.equal(['a', 'b'])
    expect((await page(`resourceVersion=${at}`)).metadata.resourceVersion).to.equal(String(at))
    const late = await server.ask(`${configMaps}?resourceVersion=${at + 1000}`)
    expect(late.status).to.equal(504)
    expect(late.json.message).to.match(/^Timeout: Too large resource version: /)
    await server.ask(`${configMaps}/g`, { method: 'DELETE' })
  })

  it('page through one snapshot, and count what is left of it', async () => {
    const first = await page('')
    const { continue: token, resourceVersion } = first.metadata
    await create('bb')
    await server.ask(`${configMaps}/d`, { method: 'DELETE' })
    const second = await page(`continue=${token}`)
    expect([namesOf(second), second.metadata.remainingItemCount]).to.deep.equal([['c', 'd'], 1])
    expect(second.metadata.resourceVersion).to.equal(resourceVersion)
    const last = await page(`continue=${second.metadata.continue}`)
    expect([namesOf(last), last.metadata]).to.deep.equal([['e'], { resourceVersion }])
    await server.ask(`${configMaps}/bb`, { method: 'DELETE' })
    await create('d')
  })

  it('count what was left of a snapshot of before', async () => {
    const at = await newest()
    const left = async () =>
      (await page(`resourceVersion=${at}&resourceVersionMatch=Exact`)).metadata.remainingItemCount
    expect(await left()).to.equal(3)
    for (const name of ['bb', 'ee', 'ef']) await create(name)
    for (const name of ['a', 'ee', 'd', 'ef']) await server.ask(`${configMaps}/${name}`, { method: 'DELETE' })
    expect(await left()).to.equal(3)
    await server.ask(`${configMaps}/bb`, { method: 'DELETE' })
    for (const name of ['a', 'd']) await create(name)
  })

  it('take back no token that was changed, or given out for something else', async () => {
    const { continue: token } = (await page('')).metadata
    const changed = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
    for (const [path, each] of [
      [configMaps, changed],
      [configMaps, Buffer.from('{"v":"operon/2","rv":5,"start":"a"}').toString('base64url')],
      ['/api/v1/namespaces/kube-system/configmaps', token],
      ['/api/v1/namespaces/default/secrets', token],
      ['/api/v1/configmaps', token],
    ]) {
      const { code, message } = await page(`continue=${each}`, path)
      expect([code, message.slice(0, 25)], path).to.deep.equal([400, 'continue key is not valid'])
    }
  })

  it('by watch of a state to come end with 504 as an event', async () => {
    const watch = await server.follow(`${configMaps}?${stateQuery}&resourceVersion=${(await newest()) + 1000}`)
    expect(watch.status).to.equal(200)
    const event = await watch.next()
    expect([event.type, event.object.code]).to.deep.equal(['ERROR', 504])
    expect(event.object.details.causes[0].reason).to.equal('ResourceVersionTooLarge')
    expect(await watch.next()).to.equal(undefined)
  })

  it('by watch last as long as asked, be it longer than timers know', async () => {
    const watch = await server.follow(`${configMaps}?watch=1&resourceVersion=${await newest()}&timeoutSeconds=99999999`)
    await create('later')
    expect((await watch.next()).object.metadata.name).to.equal('later')
    watch.end()
    await server.ask(`${configMaps}/later`, { method: 'DELETE' })
  })

  it('by watch mark the end of the state in every shape', async () => {
    for (const headers of [table, partial, {}]) {
      const watch = await server.follow(`${configMaps}?${stateQuery}`, { headers })
      const events = []
      while (events.at(-1)?.type !== 'BOOKMARK') events.push(await watch.next())
      expect(events.slice(0, -1).map(({ type }) => type)).to.deep.equal(['ADDED', 'ADDED', 'ADDED', 'ADDED', 'ADDED'])
      const { object } = events.at(-1)
      const { metadata } = object.rows ? object.rows[0].object : object
      expect(metadata.annotations).to.deep.equal({ 'k8s.io/initial-events-end': 'true' })
      expect(Number(metadata.resourceVersion)).to.equal(await newest())
      watch.end()
    }
  })

  it('by watch that names no revision mark the end of the state too', async () => {
    const watch = await server.follow(`${configMaps}?watch=1&allowWatchBookmarks=true`, { headers: table })
    for (let nth = 0; nth < 5; nth++) expect((await watch.next()).type).to.equal('ADDED')
    const { type, object } = await watch.next()
    const { cells, object: bare } = object.rows[0]
    expect([type, cells, Object.keys(bare.metadata)]).to.deep.equal([
      'BOOKMARK',
      ['', 0, '<unknown>'],
      ['resourceVersion', 'annotations'],
    ])
    watch.end()
  })

  it('by the deprecated watch paths are watches', async () => {
    for (const [path, name] of [
      ['/api/v1/watch/namespaces/default/configmaps/b', 'b'],
      ['/api/v1/watch/namespaces/default/configmaps', 'a'],
      ['/api/v1/watch/configmaps?labelSelector=name%3Dc', 'c'],
      ['/api/v1/watch/namespaces/default', 'default'],
    ] as const) {
      const watch = await server.follow(path)
      const event = await watch.next()
      expect([event.type, event.object.metadata.name], path).to.deep.equal(['ADDED', name])
      watch.end()
    }
  })

  it('by watch through a selector show what leaves it as deleted, as it was, under the new revision', async () => {
    const watch = await server.follow(`${configMaps}?watch=1&labelSelector=name%3De&resourceVersion=${await newest()}`)
    const relabel = (name: string) =>
      server.ask(`${configMaps}/e`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        body: { metadata: { labels: { name } } },
      })
    const left = (await relabel('other')).json
    const deleted = await watch.next()
    expect([deleted.type, deleted.object.metadata.labels]).to.deep.equal(['DELETED', { name: 'e' }])
    expect(deleted.object.metadata.resourceVersion).to.equal(left.metadata.resourceVersion)
    const back = (await relabel('e')).json
    const added = await watch.next()
    expect([added.type, added.object]).to.deep.equal(['ADDED', back])
    watch.end()
  })
})

describe('a long list over https', () => {
  let server: TestServer
  const secrets = '/api/v1/namespaces/default/secrets'
  const count = 1203
  before(async () => {
    server = await TestServer.start()
    const filler = Buffer.alloc(6000, 'x').toString('base64')
    const create = (at: number) =>
      server.ask(secrets, {
        method: 'POST',
        body: {
          metadata: { name: `s${String(at).padStart(4, '0')}`, labels: { odd: String(at % 2) } },
          data: { filler },
        },
      })
    for (let at = 0; at < count; at += 50)
      await Promise.all(Array.from({ length: Math.min(50, count - at) }, (_, n) => create(at + n)))
  })
  after(() => server.stop())

  it('comes whole, in order, of one snapshot, in every shape', async () => {
    const whole = await server.ask(secrets)
    expect(whole.headers).to.include({ 'transfer-encoding': 'chunked' })
    const plain = whole.json
    const inPages = (await server.ask(`${secrets}?limit=2000`)).json
    expect(plain).to.deep.equal(inPages)
    expect(plain.items).to.have.length(count)
    const table = (await server.ask(secrets, { headers: { accept: 'application/json;as=Table;g=meta.k8s.io;v=v1' } }))
      .json
    expect(table.rows.map(({ cells }: { cells: string[] }) => cells[0])).to.deep.equal(
      plain.items.map(({ metadata }: { metadata: { name: string } }) => metadata.name),
    )
    expect(table.columnDefinitions[0].name).to.equal('Name')
    expect(table.metadata).to.deep.equal(plain.metadata)
    const accept = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1'
    const partial = (await server.ask(secrets, { headers: { accept } })).json
    expect(partial.kind).to.equal('PartialObjectMetadataList')
    expect(partial.items).to.have.length(count)
    const yaml = (await server.ask(secrets, { headers: { accept: 'application/yaml' } })).text
    expect(yaml.match(/^ {2}type: Opaque$/gm)).to.have.length(count)
  })

  it('comes whole through a selector', async () => {
    const odd = (await server.ask(`${secrets}?labelSelector=odd%21%3D0`)).json
    expect(odd.items).to.have.length((count - 1) / 2)
    expect((await server.ask(`${secrets}?labelSelector=odd%3D1,odd`)).json.items).to.have.length((count - 1) / 2)
  })

  it('comes compressed to those who take it, and a watch never does', async () => {
    const headers = { 'accept-encoding': 'gzip' }
    const plain = await server.ask(secrets)
    const packed = await server.ask(secrets, { headers })
    expect(packed.headers).to.include({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
    expect(gunzipSync(packed.bytes).toString()).to.equal(plain.text)
    expect(packed.bytes.length * 4).to.be.below(plain.bytes.length)
    const table = { accept: 'application/json;as=Table;g=meta.k8s.io;v=v1', ...headers }
    const rows = await server.ask(`${secrets}?limit=1000`, { headers: table })
    expect(JSON.parse(gunzipSync(rows.bytes).toString()).rows).to.have.length(1000)
    for (const encoding of ['identity', 'gzip;q=0', 'deflate, gzip;q=0.0', 'br'])
      expect((await server.ask(secrets, { headers: { 'accept-encoding': encoding } })).headers).not.to.have.property(
        'content-encoding',
      )
    expect((await server.ask(`${secrets}?limit=5`, { headers })).headers).not.to.have.property('content-encoding')
    const body = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'large' },
      stringData: { a: 'x'.repeat(200_000) },
    }
    const written = await server.ask(`${secrets}?dryRun=All`, { method: 'POST', body, headers })
    expect([written.status, written.headers['content-encoding']]).to.deep.equal([201, 'gzip'])
    const watch = await server.follow(`${secrets}?watch=1`, { headers })
    expect(watch.headers).not.to.have.property('content-encoding')
    expect((await watch.next()).type).to.equal('ADDED')
    watch.end()
  })

  it('takes no compressed bodies', async () => {
    const { status, json } = await server.ask(secrets, {
      method: 'POST',
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
      body: 'anything',
    })
    expect([status, json.reason]).to.deep.equal([415, 'UnsupportedMediaType'])
  })
})
