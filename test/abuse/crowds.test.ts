import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const json = { 'content-type': 'application/json' }

describe('crowds', () => {
  let server: TestServer
  let sockets: TLSSocket[]
  let client: { readonly certificate: string; readonly key: string }
  before(async () => {
    server = await TestServer.start()
    client = server.authority.issue({ commonName: 'ann', organizations: ['system:masters'], usage: 'client' })
  })
  beforeEach(() => {
    sockets = []
  })
  afterEach(async () => {
    for (const socket of sockets) socket.destroy()
    for (const path of ['/readyz', configMaps]) expect((await server.ask(path)).status).to.equal(200)
  })
  after(() => server.stop())

  async function open(words: string): Promise<TLSSocket> {
    const { port } = new URL(server.address)
    const about = { cert: client.certificate, key: client.key, ca: server.authority.certificate }
    const socket = connect({ host: '127.0.0.1', port: Number(port), ...about })
    sockets.push(socket)
    socket.on('error', () => {})
    await once(socket, 'secureConnect')
    socket.write(words)
    return socket
  }

  const many = (count: number, words: string) => Promise.all(Array.from({ length: count }, () => open(words)))
  const create = async (name: string) =>
    (await server.ask(configMaps, { method: 'POST', body: { metadata: { name } } })).status

  it('of watches that nobody reads keep no write and no other watch waiting', async () => {
    for (const socket of await many(200, `GET ${configMaps}?watch=true HTTP/1.1\r\nHost: x\r\n\r\n`)) socket.pause()
    const upgrade =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'
    for (const socket of await many(50, `GET ${configMaps}?watch=true HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`))
      socket.pause()
    const followed = await server.follow(
      `${configMaps}?watch=true&resourceVersion=${(await server.ask(configMaps)).json.metadata.resourceVersion}`,
    )
    for (let at = 0; at < 20; at++) expect(await create(`seen-${at}`)).to.equal(201)
    for (let at = 0; at < 20; at++) expect((await followed.next()).object.metadata.name).to.equal(`seen-${at}`)
    followed.end()
  })

  it('of connections that are kept open and idle leave room', async () => {
    await many(300, `GET /version HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(await create('beside')).to.equal(201)
  })

  it('of streams to pods that are not there are refused, each with its Status', async () => {
    for (const subresource of ['exec?command=sh', 'attach', 'portforward?ports=1']) {
      const told = await server.ask(`/api/v1/namespaces/default/pods/none/${subresource}`, { method: 'POST' })
      expect(told.status, subresource).to.be.oneOf([400, 404])
    }
  })

  it('of tokens that are none are 401, and reviewed as such', async () => {
    const signed = (part: string) => `eyJhbGciOiJFUzI1NiIsImtpZCI6IngifQ.${part}.${'A'.repeat(86)}`
    const tokens = [
      'x',
      'a.b.c',
      '..',
      signed('e30'),
      signed(Buffer.from('{"iss":"https://kubernetes.default.svc.cluster.local"}').toString('base64url')),
      'b'.repeat(10_000),
    ]
    for (const token of tokens) {
      const stranger = server.bearer(token)
      const codes = await Promise.all(Array.from({ length: 20 }, async () => (await stranger.ask(configMaps)).status))
      expect(new Set(codes), token.slice(0, 60)).to.deep.equal(new Set([401]))
      const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token } }
      const review = await server.ask('/apis/authentication.k8s.io/v1/tokenreviews', { method: 'POST', body })
      expect([review.status, review.json.status.authenticated ?? false]).to.deep.equal([201, false])
    }
  })

  it('of bytes for what says little are refused with 413', async () => {
    const groups = Array.from({ length: 20_000 }, (_, at) => `group-${at}`)
    for (const [path, method, body] of [
      [
        '/apis/authorization.k8s.io/v1/subjectaccessreviews',
        'POST',
        { spec: { user: 'a', groups, nonResourceAttributes: { path: '/', verb: 'get' } } },
      ],
      ['/apis/authentication.k8s.io/v1/tokenreviews', 'POST', { spec: { token: 'a'.repeat(100_000) } }],
      [
        '/api/v1/namespaces/default/pods/none/eviction',
        'POST',
        { metadata: { name: 'none', labels: Object.fromEntries(groups.map((group) => [group, ''])) } },
      ],
      [`${configMaps}/none`, 'DELETE', { kind: 'DeleteOptions', apiVersion: 'v1', groups }],
    ] as const) {
      const { status, json: told } = await server.ask(path, { method, body, headers: json })
      expect([status, told.reason], path).to.deep.equal([413, 'RequestEntityTooLarge'])
    }
  })

  it('of a thousand headers, or a hundred thousand parameters, are read or refused', async () => {
    const headers = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-${at}`, 'y']))
    expect((await server.ask(configMaps, { headers: headers(900) })).status).to.equal(200)
    const flood = Object.entries(headers(3000)).map(([name, value]) => `${name}: ${value}\r\n`)
    const socket = await open(`GET ${configMaps} HTTP/1.1\r\nHost: x\r\n${flood.join('')}\r\n`)
    const [told] = await once(socket, 'data')
    expect(String(told)).to.match(/^HTTP\/1.1 431 /)
    expect((await server.ask(`${configMaps}?${'a=b&'.repeat(100_000)}`)).status).to.equal(200)
    expect((await server.ask(`${configMaps}?fieldSelector=${'a%3Db,'.repeat(100_000)}`)).status).to.equal(400)
  })

  it('of dry runs of large objects are worked at in turn, none is kept', async () => {
    const data = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`k${at}`, 'x'.repeat(100_000)]))
    const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'dry' }, data }
    const dry = () => server.ask(`${configMaps}?dryRun=All`, { method: 'POST', body }).then(({ status }) => status)
    const codes = await Promise.all(Array.from({ length: 20 }, dry))
    for (const code of codes) expect(code).to.be.oneOf([201, 429])
    expect(codes).to.include(201)
    expect((await server.ask(`${configMaps}/dry`)).status).to.equal(404)
  })

  it('behind a conversion that never answers wait for it alone, be they large', async () => {
    const held: Socket[] = []
    const silent = createServer((socket) => void held.push(socket.on('error', () => {}))).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as { readonly port: number }
    const openAPIV3Schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    const version = (name: string, storage: boolean) => ({ name, served: true, storage, schema: { openAPIV3Schema } })
    const clientConfig = { url: `https://127.0.0.1:${port}/` }
    const spec = {
      group: 'hang.example',
      scope: 'Namespaced',
      names: { plural: 'hangs', kind: 'Hang' },
      versions: [version('v1', true), version('v2', false)],
      conversion: { strategy: 'Webhook', webhook: { conversionReviewVersions: ['v1'], clientConfig } },
    }
    const body = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'hangs.hang.example' },
      spec,
    }
    expect((await server.ask(definitions, { method: 'POST', body })).status).to.equal(201)
    const filling = 'x'.repeat(80_000)
    const hang = (at: number) => {
      const object = { apiVersion: 'hang.example/v2', kind: 'Hang', metadata: { name: `h${at}` }, filling }
      return server.ask('/apis/hang.example/v2/namespaces/default/hangs?timeout=4s', { method: 'POST', body: object })
    }
    const hanging = Promise.all([0, 1, 2, 3, 4, 5].map(hang))
    while (held.length < 2) await server.ask('/readyz')
    const beside = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'large' }, data: { filling } }
    const another = server.user('bob', 'system:masters')
    expect((await another.ask(configMaps, { method: 'POST', body: beside })).status).to.equal(201)
    for (const { status } of await hanging) expect(status).to.be.oneOf([500, 504])
    for (const socket of held) socket.destroy()
    silent.close()
  })
})
