/** Conversion of people's own objects by a webhook, through the front door. */
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { ownAddress } from '../../plugins/runtime/process/host/own-address.js'
import { TestServer } from '../../test/kit/server.js'

const group = 'stable.example.com'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const name = `crontabs.${group}`
const of = (version: string) => `/apis/${group}/${version}/namespaces/default/crontabs`

// biome-ignore lint/suspicious/noExplicitAny: reviews of every shape are made here
type Any = any

const old = {
  type: 'object',
  properties: { hostPort: { type: 'string', pattern: ':' }, tier: { type: 'string', default: 'low' } },
}
const current = {
  type: 'object',
  properties: { host: { type: 'string' }, port: { type: 'string' }, tier: { type: 'string' } },
}

function definition(clientConfig: object, stored = 'v1'): object {
  const version = (which: string, openAPIV3Schema: object) => ({
    name: which,
    served: true,
    storage: which === stored,
    schema: { openAPIV3Schema },
  })
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'crontabs', kind: 'CronTab' },
      versions: [version('v1beta1', old), version('v1', current)],
      conversion: { strategy: 'Webhook', webhook: { clientConfig, conversionReviewVersions: ['v7', 'v1'] } },
    },
  }
}

function toCurrent({ hostPort = ':', ...rest }: Any): Any {
  const [host, port] = hostPort.split(':')
  return { ...rest, apiVersion: `${group}/v1`, host, port }
}

const toOld = ({ host, port, ...rest }: Any): Any => ({
  ...rest,
  apiVersion: `${group}/v1beta1`,
  hostPort: `${host}:${port}`,
})

/** Endpoints have no loopback addresses. */
const own = ownAddress()

/** A webhook that converts rightly, unless `spoil` makes something else of its answer. */
class Webhook {
  readonly reviews: Any[] = []
  readonly paths: (string | undefined)[] = []
  spoil: (response: Any) => Any = (response) => response
  readonly #server: Server

  constructor(server: TestServer) {
    const { certificate, key } = server.authority.issue({
      commonName: 'webhook',
      usage: 'server',
      names: ['127.0.0.1', own, 'converter.default.svc'],
    })
    this.#server = createServer({ cert: certificate, key }, (request, response) => {
      let text = ''
      request.on('data', (piece) => (text += piece))
      request.on('end', () => {
        const review = JSON.parse(text)
        this.reviews.push(review)
        this.paths.push(request.url)
        const { uid, objects, desiredAPIVersion } = review.request
        const convertedObjects = objects.map(desiredAPIVersion.endsWith('/v1') ? toCurrent : toOld)
        const right = { uid, result: { status: 'Success' }, convertedObjects }
        response.end(JSON.stringify({ ...review, request: undefined, response: this.spoil(right) }))
      })
    })
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, own, resolve))
    return (this.#server.address() as AddressInfo).port
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}

describe('conversion by a webhook', () => {
  let server: TestServer
  let webhook: Webhook
  let port: number
  const caBundle = () => Buffer.from(server.authority.certificate).toString('base64')
  const post = (path: string, body: object) => server.ask(path, { method: 'POST', body })
  const make = (version: string, more: object) =>
    post(of(version), { apiVersion: `${group}/${version}`, kind: 'CronTab', ...more })

  beforeEach(async () => {
    server = await TestServer.start()
    webhook = new Webhook(server)
    port = await webhook.listen()
    const config = { url: `https://${own}:${port}/convert`, caBundle: caBundle() }
    const made = await post(definitions, definition(config))
    expect(made.status, made.text).to.equal(201)
  })

  afterEach(async () => {
    webhook.close()
    await server.stop()
  })

  it('lets an object be written and read in every version, by every verb', async () => {
    const made = await make('v1beta1', { metadata: { name: 'a', labels: { x: 'y' } }, hostPort: 'localhost:80' })
    expect(made.status, made.text).to.equal(201)
    expect(made.json).to.include({ apiVersion: `${group}/v1beta1`, hostPort: 'localhost:80', tier: 'low' })
    expect(made.json.metadata.labels).to.deep.equal({ x: 'y' })
    const read = await server.ask(`${of('v1')}/a`)
    expect(read.json).to.include({ apiVersion: `${group}/v1`, host: 'localhost', port: '80', tier: 'low' })
    const again = await server.ask(`${of('v1beta1')}/a`)
    expect(again.json).to.deep.equal(made.json)

    const put = await server.ask(`${of('v1beta1')}/a`, { method: 'PUT', body: { ...made.json, hostPort: 'there:81' } })
    expect(put.json).to.include({ hostPort: 'there:81' })
    const patch = (version: string, type: string, body: object) =>
      server.ask(`${of(version)}/a?fieldManager=me&force=${type.startsWith('apply')}`.replace('&force=false', ''), {
        method: 'PATCH',
        body,
        headers: { 'content-type': `application/${type}` },
      })
    const merged = await patch('v1beta1', 'merge-patch+json', { hostPort: 'merged:82' })
    expect(merged.json).to.include({ hostPort: 'merged:82' })
    const exact = await patch('v1beta1', 'json-patch+json', [{ op: 'test', path: '/hostPort', value: 'merged:82' }])
    expect(exact.status, exact.text).to.equal(200)
    const applied = await patch('v1beta1', 'apply-patch+yaml', {
      apiVersion: `${group}/v1beta1`,
      kind: 'CronTab',
      metadata: { name: 'a' },
      hostPort: 'applied:83',
    })
    expect(applied.json, applied.text).to.include({ hostPort: 'applied:83' })
    expect((await server.ask(`${of('v1')}/a`)).json).to.include({ host: 'applied', port: '83' })
    const gone = await server.ask(`${of('v1beta1')}/a`, { method: 'DELETE' })
    expect(gone.status).to.equal(200)
  })

  it('is asked once for a whole list, and not at all where nothing differs', async () => {
    for (const each of ['a', 'b', 'c']) await make('v1', { metadata: { name: each }, host: each, port: '1' })
    await server.ask(of('v1'))
    expect(webhook.reviews).to.deep.equal([])
    const { json } = await server.ask(of('v1beta1'))
    expect(json.items.map((item: Any) => item.hostPort)).to.deep.equal(['a:1', 'b:1', 'c:1'])
    expect(webhook.reviews.map((review) => review.request.objects.length)).to.deep.equal([3])
    expect(webhook.reviews[0]).to.include({ apiVersion: 'apiextensions.k8s.io/v1', kind: 'ConversionReview' })
    expect(webhook.reviews[0].request.desiredAPIVersion).to.equal(`${group}/v1beta1`)
  })

  it('is not asked what a patch that changes nothing changes in the versions of its owners', async () => {
    await make('v1beta1', { metadata: { name: 'a' }, hostPort: 'a:1' })
    webhook.reviews.length = 0
    const patched = await server.ask(`${of('v1')}/a`, {
      method: 'PATCH',
      body: {},
      headers: { 'content-type': 'application/merge-patch+json' },
    })
    expect(patched.json.metadata.managedFields[0].apiVersion, patched.text).to.equal(`${group}/v1beta1`)
    expect(webhook.reviews.map(({ request }) => request.desiredAPIVersion.split('/')[1])).to.deep.equal([])
  })

  it('is told how long it has, shown no resourceVersion, and an answer to be filled in, as upstream', async () => {
    await make('v1', { metadata: { name: 'a' }, host: 'a', port: '1' })
    await server.ask(`${of('v1beta1')}/a`)
    expect(webhook.paths).to.deep.equal(['/convert?timeout=30s'])
    const [{ request, response }] = webhook.reviews
    expect(request.objects[0].metadata).to.include.keys('uid', 'managedFields').and.not.have.property('resourceVersion')
    expect(response).to.deep.equal({ uid: '', convertedObjects: null, result: { metadata: {} } })
  })

  it('leaves each manager the version that it wrote in, and finds what others own in theirs', async () => {
    const owners = (json: Any) =>
      json.metadata.managedFields.map(({ manager, apiVersion, fieldsV1: { 'f:metadata': _, ...set } }: Any) => [
        manager,
        apiVersion.split('/')[1],
        Object.keys(set).sort().join(' '),
      ])
    const apply = (version: string, manager: string, more: object, query = '') =>
      server.ask(`${of(version)}/a?fieldManager=${manager}${query}`, {
        method: 'PATCH',
        body: { apiVersion: `${group}/${version}`, kind: 'CronTab', metadata: { name: 'a' }, ...more },
        headers: { 'content-type': 'application/apply-patch+yaml' },
      })
    const made = await apply('v1beta1', 'old', { hostPort: 'here:80', tier: 'high' })
    expect(owners(made.json), made.text).to.deep.equal([['old', 'v1beta1', 'f:hostPort f:tier']])
    const other = await apply('v1', 'new', { host: 'there' })
    expect(other.status).to.equal(409)
    expect(other.json.details.causes).to.deep.equal([
      { reason: 'FieldManagerConflict', message: 'conflict with "old"', field: '.hostPort' },
    ])
    const forced = await apply('v1', 'new', { host: 'there' }, '&force=true')
    expect(owners(forced.json), forced.text).to.have.deep.members([
      ['old', 'v1beta1', 'f:tier'],
      ['new', 'v1', 'f:host'],
    ])
    expect(forced.json).to.include({ host: 'there', port: '80', tier: 'high' })
    const left = await apply('v1', 'old', { port: '81' })
    expect(left.json, left.text).to.include({ host: 'there', port: '81' }).and.not.have.property('tier')
    const patched = await server.ask(`${of('v1beta1')}/a?fieldManager=third`, {
      method: 'PATCH',
      body: { hostPort: 'third:82' },
      headers: { 'content-type': 'application/merge-patch+json' },
    })
    expect(owners(patched.json), patched.text).to.deep.equal([['third', 'v1beta1', 'f:hostPort f:tier']])
  })

  it('gives an applier no time for what it changes by no more than its version, as upstream', async () => {
    const apply = (version: string, manager: string, more: object) =>
      server.ask(`${of(version)}/a?fieldManager=${manager}`, {
        method: 'PATCH',
        body: { apiVersion: `${group}/${version}`, kind: 'CronTab', metadata: { name: 'a' }, ...more },
        headers: { 'content-type': 'application/apply-patch+yaml' },
      })
    await apply('v1', 'first', { host: 'here', port: '80' })
    await apply('v1', 'other', { host: 'here' })
    const again = await apply('v1beta1', 'other', { hostPort: 'here:80' })
    const [own] = again.json.metadata.managedFields.filter(({ manager }: Any) => manager === 'other')
    expect(own, again.text)
      .to.include({ apiVersion: `${group}/v1beta1` })
      .and.not.have.property('time')
  })

  it('keeps nobody where a manager names a version that is none, as upstream', async () => {
    const made = await make('v1', { metadata: { name: 'a' }, host: 'a', port: '1' })
    const [first] = made.json.metadata.managedFields
    const managedFields = [first, { ...first, manager: 'lost', apiVersion: `${group}/v9` }]
    const put = await server.ask(`${of('v1')}/a`, {
      method: 'PUT',
      body: { ...made.json, metadata: { ...made.json.metadata, managedFields }, host: 'b' },
    })
    expect(put.status, put.text).to.equal(200)
    expect(put.json.metadata).not.to.have.property('managedFields')
  })

  it('serves watches, in order', async () => {
    await make('v1', { metadata: { name: 'first' }, host: 'first', port: '1' })
    const watch = await server.follow(`${of('v1beta1')}?watch=1&resourceVersion=0`)
    for (const each of ['a', 'b', 'c']) await make('v1', { metadata: { name: each }, host: each, port: '1' })
    const seen: string[] = []
    while (seen.length < 4) seen.push((await watch.next()).object.hostPort)
    expect(seen).to.deep.equal(['first:1', 'a:1', 'b:1', 'c:1'])
    watch.end()
  })

  it('checks an object by the schema of the version that it came in', async () => {
    const refused = await make('v1beta1', { metadata: { name: 'a' }, hostPort: 'none' })
    expect(refused.status).to.equal(422)
    expect(refused.json.details.causes[0].field).to.equal('hostPort')
  })

  it('is not believed when it changes what it may not, and says why', async () => {
    await make('v1', { metadata: { name: 'a' }, host: 'a', port: '1' })
    const changed = (change: (object: Any) => void) => (response: Any) => {
      change(response.convertedObjects[0])
      return response
    }
    const offences: readonly [string, (response: Any) => Any][] = [
      ['expected 1 converted objects, got 0', (response) => ({ ...response, convertedObjects: [] })],
      ['expected response.uid', (response) => ({ ...response, uid: 'other' })],
      ['not today', (response) => ({ ...response, result: { status: 'Failure', message: 'not today' } })],
      ['expected apiVersion', changed((object) => (object.apiVersion = `${group}/v1`))],
      ['expected kind', changed((object) => (object.kind = 'Other'))],
      ['metadata.name must stay', changed((object) => (object.metadata.name = 'b'))],
      ['metadata.namespace must stay', changed((object) => (object.metadata.namespace = 'b'))],
      ['metadata.uid must stay', changed((object) => (object.metadata.uid = 'b'))],
      ['metadata.labels', changed((object) => (object.metadata.labels = { 'no good': 'x' }))],
      ['metadata.annotations', changed((object) => (object.metadata.annotations = { 'no good': 'x' }))],
      ['metadata.annotations', changed((object) => (object.metadata.annotations = { a: 'x'.repeat(300_000) }))],
      ['no response', () => undefined],
    ]
    for (const [why, spoil] of offences) {
      webhook.spoil = spoil
      const { status, json } = await server.ask(`${of('v1beta1')}/a`)
      expect(status, why).to.equal(500)
      expect(json.message)
        .to.match(/^conversion webhook for stable\.example\.com\/v1, Kind=CronTab failed: /)
        .and.include(why)
      for (const query of ['', '?resourceVersion=0', '?watch=1', '?limit=1&labelSelector=!none']) {
        const all = await server.ask(of('v1beta1') + query)
        expect([all.status, all.json.reason, all.headers['retry-after']], query).to.deep.equal([
          429,
          'TooManyRequests',
          '1',
        ])
        expect(all.json.message).to.match(/^storage is \(re\)initializing: /)
      }
      expect((await server.ask(`${of('v1beta1')}?limit=1`)).status).to.equal(500)
    }
    webhook.spoil = changed((object) => {
      object.metadata.labels = { added: 'yes' }
      object.metadata.finalizers = ['example.com/never']
    })
    const { json } = await server.ask(`${of('v1beta1')}/a`)
    expect(json.metadata.labels).to.deep.equal({ added: 'yes' })
    expect(json.metadata).not.to.have.property('finalizers')
  })

  it('is found behind a service: by its endpoints, its pods, its slices', async function () {
    if (own === '127.0.0.1') this.skip()
    await make('v1', { metadata: { name: 'a' }, host: 'a', port: '1' })
    const service = { namespace: 'default', name: 'converter', path: '/convert' }
    const { json } = await server.ask(`${definitions}/${name}`)
    const body = { ...json, ...definition({ service, caBundle: caBundle() }), metadata: json.metadata }
    const put = await server.ask(`${definitions}/${name}`, { method: 'PUT', body })
    expect(put.status, put.text).to.equal(200)
    const lost = await server.ask(`${of('v1beta1')}/a`)
    expect(lost.json.message).to.include('service "converter" not found')
    await post('/api/v1/namespaces/default/services', {
      metadata: { name: 'converter' },
      spec: { clusterIP: 'None', ports: [{ name: 'tls', port: 443 }] },
    })
    expect((await server.ask(`${of('v1beta1')}/a`)).json.message).to.include('no endpoints available')
    await post('/api/v1/namespaces/default/endpoints', {
      metadata: { name: 'converter' },
      subsets: [{ addresses: [{ ip: own }], ports: [{ name: 'tls', port }] }],
    })
    const found = await server.ask(`${of('v1beta1')}/a`)
    expect(found.json.hostPort, found.text).to.equal('a:1')
    await server.ask('/api/v1/namespaces/default/endpoints/converter', { method: 'DELETE' })
    const pod = { containers: [{ name: 'c', image: 'i', ports: [{ name: 'https', containerPort: port }] }] }
    await post('/api/v1/namespaces/default/serviceaccounts', { metadata: { name: 'default' } })
    const made = await post('/api/v1/namespaces/default/pods', {
      metadata: { name: 'p', labels: { app: 'c' } },
      spec: pod,
    })
    expect(made.status, made.text).to.equal(201)
    const patch = (path: string, change: object) =>
      server.ask(path, { method: 'PATCH', body: change, headers: { 'content-type': 'application/merge-patch+json' } })
    const ports = [{ name: 'tls', port: 443, targetPort: 'https' }]
    const selecting = { spec: { selector: { app: 'c' }, ports, ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'] } }
    const selected = await patch('/api/v1/namespaces/default/services/converter', selecting)
    expect(selected.status, selected.text).to.equal(200)
    expect((await server.ask(`${of('v1beta1')}/a`)).json.message).to.include('no endpoints available')
    const status = {
      podIP: own,
      podIPs: [{ ip: own }],
      conditions: [{ type: 'Ready', status: 'True' }],
    }
    const ready = await patch('/api/v1/namespaces/default/pods/p/status', { status })
    expect(ready.status, ready.text).to.equal(200)
    const behind = await server.ask(`${of('v1beta1')}/a`)
    expect(behind.json.hostPort, behind.text).to.equal('a:1')
    await post('/apis/discovery.k8s.io/v1/namespaces/default/endpointslices', {
      metadata: { name: 'converter-1', labels: { 'kubernetes.io/service-name': 'converter' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: [own] }],
      ports: [{ name: 'tls', port: 1 }],
    })
    expect((await server.ask(`${of('v1beta1')}/a`)).json.message).to.include('ECONNREFUSED')
  })
})
