import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'

describe('answers for people', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    for (const name of ['one', 'two', 'three']) {
      const body = { metadata: { name }, data: { a: 'an "a"\n{[,:]}' } }
      expect((await server.ask(configMaps, { method: 'POST', body })).status).to.equal(201)
    }
  })
  after(() => server.stop())
  const text = async (path: string, agent: string, more: Record<string, string> = {}) =>
    (await server.ask(path, { headers: { 'user-agent': agent, ...more } })).text
  const isIndented = (json: string) => json === JSON.stringify(JSON.parse(json), null, 2)
  const isPlain = (json: string) => json.replace(/\n$/, '') === JSON.stringify(JSON.parse(json))

  it('are indented for curl, wget and browsers, whatever they are', async () => {
    const table = { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' }
    for (const agent of ['curl/8.5.0', 'Wget/1.21', 'Mozilla/5.0 (X11)']) {
      for (const path of [
        configMaps,
        `${configMaps}/one`,
        `${configMaps}/none`,
        '/api',
        '/apis/apps',
        '/api/v1/nothings',
      ]) {
        expect(isIndented(await text(path, agent)), `${agent} ${path}`).to.equal(true)
      }
      expect(isIndented(await text(configMaps, agent, table))).to.equal(true)
      expect(isPlain(await text(`${configMaps}?pretty=false`, agent))).to.equal(true)
    }
  })

  it('are plain for programs, unless they ask', async () => {
    for (const path of [configMaps, `${configMaps}/one`, `${configMaps}/none`, '/api']) {
      expect(isPlain(await text(path, 'kubectl/v1.36.0')), path).to.equal(true)
      expect(isPlain(await text(`${path}?pretty=maybe`, 'kubectl/v1.36.0')), path).to.equal(true)
      expect(isIndented(await text(`${path}?pretty=true`, 'kubectl/v1.36.0')), path).to.equal(true)
    }
    expect(isIndented(await text('/version', 'kubectl/v1.36.0'))).to.equal(true)
  })

  it('that come over time, and documents, are as they are', async () => {
    const watch = await server.follow(`${configMaps}?watch=true&pretty=true`, { headers: { 'user-agent': 'curl/8' } })
    expect((await watch.next()).type).to.equal('ADDED')
    watch.end()
    expect(isPlain(await text('/openapi/v3', 'curl/8'))).to.equal(true)
    expect(isPlain(await text('/openid/v1/jwks', 'curl/8'))).to.equal(true)
    expect(await text('/healthz', 'curl/8')).to.equal('ok')
  })
})
