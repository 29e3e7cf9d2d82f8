import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'
import { definitionOf } from './definition-of.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const things = '/apis/abuse.example/v1/namespaces/default/things'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const configMap = (name: string, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  ...more,
})

describe('numbers and texts that cannot be as they are sent', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    await server.ask(configMaps, { method: 'POST', body: configMap('there') })
  })
  after(() => server.stop())
  const codeOf = async (path: string, method = 'GET', body?: unknown) =>
    (await server.ask(path, { method, ...(body === undefined ? {} : { body }) })).status
  const replaced = (resourceVersion: string) =>
    codeOf(`${configMaps}/there`, 'PUT', { ...configMap('there'), metadata: { name: 'there', resourceVersion } })

  it('are revisions beyond 2^53: too large up to 64 bits, then none', async () => {
    const { status, json } = await server.ask(`${configMaps}?resourceVersion=9007199254740993`)
    expect([status, json.reason]).to.deep.equal([504, 'Timeout'])
    expect(json.details.causes[0].reason).to.equal('ResourceVersionTooLarge')
    for (const revision of ['9007199254740993', '18446744073709551615']) expect(await replaced(revision)).to.equal(409)
    for (const revision of [
      '18446744073709551616',
      '9'.repeat(400),
      '-1',
      '1.5',
      '1e3',
      '0x10',
      ' 1',
      'NaN',
      'Infinity',
    ]) {
      const text = encodeURIComponent(revision)
      expect(await codeOf(`${configMaps}?resourceVersion=${text}`), revision).to.equal(400)
      expect(await codeOf(`${configMaps}/there?resourceVersion=${text}`), revision).to.equal(400)
      expect(await codeOf(`${configMaps}?watch=1&resourceVersion=${text}`), revision).to.equal(400)
      expect(await replaced(revision), revision).to.equal(400)
    }
    const preconditions = { resourceVersion: '9007199254740993' }
    expect(await codeOf(`${configMaps}/there`, 'DELETE', { preconditions })).to.equal(409)
    for (const query of ['limit=1e3', 'limit=9007199254740993', 'timeoutSeconds=1e400', 'limit=-1'])
      expect(await codeOf(`${configMaps}?${query}`), query).to.be.oneOf([200, 400])
  })

  it('are numbers that JSON can write and 64 bits cannot hold', async () => {
    const properties = { n: { type: 'number' }, free: { 'x-kubernetes-preserve-unknown-fields': true } }
    const schema = { type: 'object', properties }
    await server.ask(definitions, { method: 'POST', body: definitionOf('things', 'Thing', schema) })
    const thing = (spec: string) => `{"apiVersion":"abuse.example/v1","kind":"Thing","metadata":{"name":"a"},${spec}}`
    for (const spec of ['"n":1e400', '"n":-1e400', '"free":1e400', '"free":{"a":[1e400]}'])
      expect(await codeOf(things, 'POST', thing(spec)), spec).to.equal(400)
    expect(await codeOf(things, 'POST', thing('"n":1e300,"free":{"a":-1e300}'))).to.equal(201)
    const revision =
      '{"apiVersion":"apps/v1","kind":"ControllerRevision","metadata":{"name":"a"},"revision":1,"data":{"a":1e400}}'
    expect(await codeOf('/apis/apps/v1/namespaces/default/controllerrevisions', 'POST', revision)).to.equal(400)
    const deployment = (replicas: string) =>
      `{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"a"},"spec":{"replicas":${replicas}}}`
    for (const replicas of ['1e400', '9007199254740993', '2147483648', '1.5', '"1"'])
      expect(
        await codeOf('/apis/apps/v1/namespaces/default/deployments', 'POST', deployment(replicas)),
        replicas,
      ).to.equal(400)
  })

  it('are halves of surrogate pairs: U+FFFD, as Go reads them, and pairs stay', async () => {
    const sent =
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"half"},"data":{"a":"x\\ud800y","b":"\\ud83d\\udca3"}}'
    const made = await server.ask(configMaps, { method: 'POST', body: sent })
    expect(made.status).to.equal(201)
    const { text } = await server.ask(`${configMaps}/half`)
    expect(text).to.equal(made.text)
    expect(JSON.parse(text).data).to.deep.equal({ a: 'x\ufffdy', b: '💣' })
    const list = await server.ask(`${configMaps}?fieldSelector=metadata.name%3Dhalf`)
    expect(list.json.items[0].data).to.deep.equal(made.json.data)
    const headers = { accept: 'application/vnd.kubernetes.protobuf' }
    expect((await server.ask(`${configMaps}/half`, { headers })).status).to.equal(200)
    expect(await codeOf(`${configMaps}/half`, 'PUT', { ...configMap('half'), data: { a: 'mended' } })).to.equal(200)
    expect(
      await codeOf(configMaps, 'POST', '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a\\udfff"}}'),
    ).to.equal(422)
  })

  it('are bytes that are no UTF-8: a body of them never changes what is next to it', async () => {
    const bytes = Buffer.from(
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"bytes"},"data":{"a":"<>","b":"1"}}',
    )
    bytes[bytes.indexOf('<')] = 0xff
    bytes[bytes.indexOf('>')] = 0xc0
    const status = await postBytes(server, bytes)
    expect(status).to.be.oneOf([201, 400])
    if (status === 201) expect((await server.ask(`${configMaps}/bytes`)).json.data.b).to.equal('1')
  })
})

async function postBytes(server: TestServer, bytes: Buffer): Promise<number | undefined> {
  const { certificate: cert, key } = server.authority.issue({
    commonName: 'a',
    organizations: ['system:masters'],
    usage: 'client',
  })
  const place = { host: '127.0.0.1', port: server.server.port, path: configMaps, method: 'POST' }
  const headers = { 'content-type': 'application/json', 'content-length': bytes.length }
  const call = request({ ...place, ca: server.authority.certificate, cert, key, agent: false, headers })
  call.end(bytes)
  const [answer] = (await once(call, 'response')) as [IncomingMessage]
  answer.resume()
  return answer.statusCode
}
