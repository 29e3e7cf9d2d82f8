import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const body = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}'

describe('bodies and heads that hide what they are', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const codeOf = async (headers: Record<string, string>, text = body) =>
    (await server.ask(configMaps, { method: 'POST', body: text, headers })).status

  it('are compressed: refused with 415 before anything unfolds', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024)).toString('latin1')
    for (const coding of ['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip'])
      expect(
        await codeOf({ 'content-encoding': coding, 'content-length': String(Buffer.byteLength(bomb)) }, bomb),
        coding,
      ).to.equal(415)
    expect(await codeOf({}, bomb)).to.equal(400)
  })

  it('are heads larger than 1 MiB: 431, and the next request is answered', async () => {
    const large = await server.ask(configMaps, { headers: { 'x-large': 'x'.repeat(900_000) } })
    expect(large.status).to.equal(200)
    const tooLarge = await server.ask(configMaps, { headers: { 'x-large': 'x'.repeat(1_100_000) } })
    expect(tooLarge.status).to.equal(431)
    expect((await server.ask(configMaps)).status).to.equal(200)
  })

  it('say nothing of their type, or what is no type', async () => {
    expect(await codeOf({ 'content-type': '' })).to.equal(201)
    for (const type of [
      'nonsense',
      'application/json/x',
      '*/*',
      'application/javascript',
      'multipart/form-data; boundary=x',
    ])
      expect(await codeOf({ 'content-type': type }), type).to.equal(415)
  })

  it('ask for answers that cannot be', async () => {
    const accepted = async (accept: string) => (await server.ask(configMaps, { headers: { accept } })).status
    for (const accept of [
      'application/xml',
      'text/html;q=1',
      // As upstream: one type, or whatever there is.
      'application/*',
      'application/json;as=Chair;g=meta.k8s.io;v=v1',
      'application/json;as=Table;g=meta.k8s.io;v=v9',
      `${'a/b,'.repeat(20_000)}a/b`,
    ])
      expect(await accepted(accept), accept.slice(0, 60)).to.equal(406)
    for (const accept of [
      '*/*',
      'nonsense, application/json',
      'application/json;as=Chair;g=meta.k8s.io;v=v1, application/json',
    ])
      expect(await accepted(accept), accept).to.equal(200)
  })
})
