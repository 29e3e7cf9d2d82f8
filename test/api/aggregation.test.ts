/** Aggregated APIs, through the front door: a group-version that another server answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { Authority } from '../../core/http/index.js'
import { systemClock, systemRandom } from '../../core/kit/index.js'
import { TestServer } from '../kit/server.js'

const apiServices = '/apis/apiregistration.k8s.io/v1/apiservices'
const aggregated = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'

const fruit = {
  name: 'fruits',
  singularName: 'fruit',
  namespaced: true,
  kind: 'Fruit',
  verbs: ['get', 'list', 'watch'],
}
const resources = [fruit, { name: 'fruits/status', singularName: '', namespaced: true, kind: 'Fruit', verbs: ['get'] }]

const fruitName = 'com.example.Fruit'
const swagger = {
  swagger: '2.0',
  paths: {
    '/apis/': { get: { operationId: 'getNothing', responses: {} } },
    '/apis/fruit.example.com/v1/fruits': {
      get: { operationId: 'listFruits', responses: { 200: { description: 'OK', schema: { $ref: `#/definitions/${fruitName}` } } } }, // biome-ignore format: one line
      parameters: [{ $ref: '#/parameters/pretty-A' }],
    },
  },
  parameters: { 'pretty-A': { name: 'pretty', in: 'query', type: 'string', uniqueItems: true } },
  definitions: {
    [fruitName]: { type: 'object', description: 'It is sweet.' },
    'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': { description: 'not ours' },
  },
}

/** Of a server that tells what it serves in the one document for all groups alone. */
const quiet = {
  metadata: { name: 'quiet.example.com' },
  versions: [{ version: 'v1', resources: [{ resource: 'nights', verbs: ['list'], shortNames: ['ni'] }] }],
}

describe('an aggregated API', () => {
  let server: TestServer
  let remote: Server
  let folder = ''
  let caBundle = ''
  let clientCertificate = ''
  let tellsAll = false
  let isCross = false
  const seen: IncomingMessage[] = []
  before(async () => {
    server = await TestServer.start()
    const told = await server.ask('/api/v1/namespaces/kube-system/configmaps/extension-apiserver-authentication')
    const trusted = told.json.data['requestheader-client-ca-file']
    folder = mkdtempSync(join(tmpdir(), 'operon-remote-'))
    const authority = new Authority(folder, { clock: systemClock, random: systemRandom })
    caBundle = Buffer.from(authority.certificate).toString('base64')
    const pair = authority.issue({ commonName: 'remote', usage: 'server', names: ['fruit.default.svc'] })
    const tls = { cert: pair.certificate, key: pair.key, ca: trusted, requestCert: true, rejectUnauthorized: true }
    remote = createServer(tls, (request, response) => {
      seen.push(request)
      clientCertificate = String((request.socket as import('node:tls').TLSSocket).getPeerCertificate().subject.CN)
      const path = request.url?.split('?')[0]
      const json = (value: object, status = 200) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(value))
      }
      if (path === '/apis/fruit.example.com/v1')
        return json({ kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'fruit.example.com/v1', resources })
      if (path === '/apis/quiet.example.com/v1') return isCross ? json({}, 406) : response.end()
      if (path === '/apis' && request.headers.accept?.includes('as=APIGroupDiscoveryList'))
        return tellsAll ? json({ items: [quiet] }) : json({}, 503)
      if (path === '/openapi/v3')
        return json({ paths: { 'apis/fruit.example.com/v1': { serverRelativeURL: '/openapi/v3/apis/fruit.example.com/v1?hash=A' } } }) // biome-ignore format: one line
      if (path === '/openapi/v2') return json(swagger)
      if (path === '/openapi/v3/apis/fruit.example.com/v1') return json({ openapi: '3.0.0' })
      if (path?.endsWith('/moved')) {
        response.writeHead(307, { location: '/elsewhere' })
        return response.end()
      }
      if (request.url?.includes('watch=true')) {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.write('{"type":"ADDED"}\n')
        return setImmediate(() => response.write('{"type":"BOOKMARK"}\n'))
      }
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => json({ method: request.method, path, body: Buffer.concat(pieces).toString() }, 202))
    })
    await new Promise<void>((resolve) => remote.listen(0, '127.0.0.1', resolve))
    const { port } = remote.address() as AddressInfo
    const spec = { type: 'ExternalName', externalName: 'localhost' }
    const body = { metadata: { name: 'fruit' }, spec }
    await server.ask('/api/v1/namespaces/default/services', { method: 'POST', body })
    const made = await server.ask(apiServices, {
      method: 'POST',
      body: {
        metadata: { name: 'v1.fruit.example.com' },
        spec: {
          ...{ group: 'fruit.example.com', version: 'v1', groupPriorityMinimum: 2000, versionPriority: 10 },
          ...{ service: { namespace: 'default', name: 'fruit', port }, caBundle },
        },
      },
    })
    expect(made.status, made.text).to.equal(201)
  })
  after(async () => {
    await server.stop()
    remote.closeAllConnections()
    remote.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const available = async (status: string) => {
    const watch = await server.follow(`${apiServices}?watch=true&fieldSelector=metadata.name%3Dv1.fruit.example.com`)
    for (;;) {
      const { object } = await watch.next()
      const found = object.status?.conditions?.find((each: { type: string }) => each.type === 'Available')
      if (found?.status !== status) continue
      watch.end()
      return found
    }
  }

  it('is available when its server answers, and stands in discovery and OpenAPI', async () => {
    expect((await available('True')).reason).to.equal('Passed')
    const groups = (await server.ask('/apis')).json.groups
    expect(groups.find((each: { name: string }) => each.name === 'fruit.example.com')).to.deep.equal({
      name: 'fruit.example.com',
      versions: [{ groupVersion: 'fruit.example.com/v1', version: 'v1' }],
      preferredVersion: { groupVersion: 'fruit.example.com/v1', version: 'v1' },
    })
    expect((await server.ask('/apis/fruit.example.com')).json.kind).to.equal('APIGroup')
    expect((await server.ask('/apis/fruit.example.com/v1')).json.resources).to.have.length(2)
    const { items } = (await server.ask('/apis', { headers: { accept: aggregated } })).json
    const own = items.find((each: { metadata: { name: string } }) => each.metadata.name === 'fruit.example.com')
    const responseKind = { group: '', version: '', kind: 'Fruit' }
    expect(own.versions).to.deep.equal([
      {
        version: 'v1',
        freshness: 'Current',
        resources: [
          {
            ...{ resource: 'fruits', responseKind, scope: 'Namespaced', singularResource: 'fruit' },
            verbs: fruit.verbs,
            subresources: [{ subresource: 'status', responseKind, verbs: ['get'] }],
          },
        ],
      },
    ])
    const { paths } = (await server.ask('/openapi/v3')).json
    const { serverRelativeURL } = paths['apis/fruit.example.com/v1']
    expect((await server.ask(serverRelativeURL)).json).to.deep.equal({ openapi: '3.0.0' })
    const v2 = (await server.ask('/openapi/v2')).json
    expect(v2.paths['/apis/fruit.example.com/v1/fruits'].get.parameters[0].name).to.equal('pretty')
    expect(v2.definitions[fruitName].description).to.equal('It is sweet.')
    expect(v2.definitions['io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'].description).not.to.equal('not ours')
    const accept = 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf'
    expect((await server.ask('/openapi/v2', { headers: { accept } })).text).to.contain('It is sweet.')
    const { out } = await server.kubectl(['get', 'apiservice', 'v1.fruit.example.com', '--no-headers'])
    expect(out).to.match(/^v1\.fruit\.example\.com +default\/fruit +True +/)
  })

  it('is available before it tells what it serves, and may tell that in the one document for all groups', async () => {
    const path = `${apiServices}/v1.quiet.example.com`
    const { spec } = (await server.ask(`${apiServices}/v1.fruit.example.com`)).json
    const body = { metadata: { name: 'v1.quiet.example.com' }, spec: { ...spec, group: 'quiet.example.com' } }
    await server.ask(apiServices, { method: 'POST', body })
    const status = async () => (await server.ask(path)).json.status?.conditions?.[0]?.status
    while ((await status()) !== 'True');
    const told = async () => {
      const { items } = (await server.ask('/apis', { headers: { accept: aggregated } })).json
      return items.find((each: { metadata: { name: string } }) => each.metadata.name === 'quiet.example.com').versions
    }
    expect(await told()).to.deep.equal([{ version: 'v1', freshness: 'Stale' }])
    tellsAll = true
    while ((await told())[0].freshness !== 'Current');
    const responseKind = { group: '', version: '', kind: '' }
    const resources = [{ responseKind, resource: 'nights', verbs: ['list'], shortNames: ['ni'] }]
    expect(await told()).to.deep.equal([{ version: 'v1', resources, freshness: 'Current' }])
    isCross = true
    const headers = { 'content-type': 'application/merge-patch+json' }
    await server.ask(path, { method: 'PATCH', headers, body: { spec: { versionPriority: 11 } } })
    while ((await status()) !== 'False');
    expect(await told()).to.deep.equal([{ version: 'v1', resources, freshness: 'Current' }])
    await server.ask(path, { method: 'DELETE' })
  })

  it('stands beside what this server answers itself, which is always available', async () => {
    const { json } = await server.ask(apiServices)
    const local = json.items.filter((each: { spec: { service?: object } }) => !each.spec.service)
    const names = local.map((each: { metadata: { name: string } }) => each.metadata.name)
    const { groups } = (await server.ask('/apis')).json
    const served: string[] = groups.flatMap(({ versions }: { versions: { groupVersion: string }[] }) =>
      versions.map(({ groupVersion }) => groupVersion.split('/').reverse().join('.')),
    )
    const others = ['v1.apiregistration.k8s.io', 'v1.fruit.example.com']
    expect(names).to.have.members(['v1.', ...served.filter((name) => !others.includes(name))])
    const { out } = await server.kubectl(['get', 'apiservice', 'v1.apps', '--no-headers'])
    expect(out).to.match(/^v1\.apps +Local +True +/)
  })

  it('is asked in the name of whoever asks, who must have the right, with all that is sent', async () => {
    const path = '/apis/fruit.example.com/v1/namespaces/default/fruits'
    const told = await server.ask(`${path}?dryRun=All`, { method: 'POST', body: { a: 'b' }, headers: { 'x-remote-user': 'evil' } }) // biome-ignore format: one line
    expect([told.status, told.json]).to.deep.equal([202, { method: 'POST', path, body: '{"a":"b"}' }])
    const { headers, url } = seen.at(-1)!
    expect([url, headers['x-remote-user'], headers['x-remote-group'], headers.host?.split(':')[0]]).to.deep.equal([
      ...[`${path}?dryRun=All`, 'admin', 'system:masters, system:authenticated'],
      'fruit.default.svc',
    ])
    expect(clientCertificate).to.equal('front-proxy-client')
    expect((await server.user('somebody').ask(path)).status).to.equal(403)
  })

  it('has the versions of a group by their own priorities, the group by the highest, and says what is missing behind one', async () => {
    const service = { namespace: 'default', name: 'plain' }
    const body = { metadata: { name: 'plain' }, spec: { ports: [{ port: 443 }] } }
    await server.ask('/api/v1/namespaces/default/services', { method: 'POST', body })
    for (const [version, groupPriorityMinimum] of [
      ['v1', 1000],
      ['v1beta1', 20_000],
    ]) {
      const spec = { group: 'order.example.com', version, groupPriorityMinimum, versionPriority: 15, service }
      await server.ask(apiServices, {
        method: 'POST',
        body: { metadata: { name: `${version}.order.example.com` }, spec },
      })
    }
    const watch = await server.follow(`${apiServices}?watch=true&fieldSelector=metadata.name%3Dv1.order.example.com`)
    let told: { reason: string } | undefined
    while (!told) told = (await watch.next()).object.status?.conditions?.[0]
    watch.end()
    expect(told.reason).to.equal('EndpointsNotFound')
    const { json } = await server.ask('/apis/order.example.com')
    expect(json.versions.map(({ version }: { version: string }) => version)).to.deep.equal(['v1', 'v1beta1'])
    const { groups } = (await server.ask('/apis')).json
    expect(groups.slice(0, 3).map(({ name }: { name: string }) => name)).to.deep.equal([
      ...['apiregistration.k8s.io', 'order.example.com', 'apps'],
    ])
    for (const version of ['v1', 'v1beta1'])
      await server.ask(`${apiServices}/${version}.order.example.com`, { method: 'DELETE' })
  })

  it('is told the address that was asked for and the id of the request, and leads nobody elsewhere', async () => {
    seen.splice(0)
    const path = '/apis/fruit.example.com/v1/namespaces/default/apples/moved'
    const { status, headers, text } = await server.ask(`${path}?a=b`)
    expect([status, headers['location'], headers['content-type']]).to.deep.equal([
      ...[502, undefined],
      'text/plain; charset=utf-8',
    ])
    expect(text).to.match(/redirect/)
    const asked = seen.find(({ url }) => url?.startsWith(path))!.headers
    expect([asked['x-forwarded-uri'], asked['x-forwarded-proto']]).to.deep.equal([path, 'https'])
    expect(asked['audit-id']).to.match(/^[0-9a-f-]{36}$/)
  })

  it('streams watches', async () => {
    const watch = await server.follow('/apis/fruit.example.com/v1/fruits?watch=true')
    expect([(await watch.next()).type, (await watch.next()).type]).to.deep.equal(['ADDED', 'BOOKMARK'])
    watch.end()
  })

  it('is 503 when its server is gone, stale in discovery, and in nobody else’s way', async () => {
    remote.closeAllConnections()
    remote.close()
    const told = await server.ask('/apis/fruit.example.com/v1/fruits')
    expect([told.status, told.headers['content-type']]).to.deep.equal([503, 'text/plain; charset=utf-8'])
    expect(told.text).to.match(/^error trying to reach service: /)
    const spec = { versionPriority: 11 }
    const headers = { 'content-type': 'application/merge-patch+json' }
    await server.ask(`${apiServices}/v1.fruit.example.com`, { method: 'PATCH', headers, body: { spec } })
    expect((await available('False')).reason).to.equal('FailedDiscoveryCheck')
    // Known to be gone: nobody waits for it.
    const { status, text } = await server.ask('/apis/fruit.example.com/v1/fruits')
    expect([status, text]).to.deep.equal([503, 'service unavailable\n'])
    const { items } = (await server.ask('/apis', { headers: { accept: aggregated } })).json
    const own = items.find((each: { metadata: { name: string } }) => each.metadata.name === 'fruit.example.com')
    expect(own.versions[0].freshness).to.equal('Stale')
    await server.ask(`${apiServices}/v1.fruit.example.com`, { method: 'DELETE' })
    expect((await server.ask('/apis/fruit.example.com')).status).to.equal(404)
    expect((await server.ask('/apis/fruit.example.com/v1/fruits')).status).to.equal(404)
  })
})
