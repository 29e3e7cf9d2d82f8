import { expect } from 'chai'
import type { ServerPlugins } from '../../core/server.js'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const filling = 'x'.repeat(70_000)
const configMap = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { filling } })

describe('the thread for heavy writes', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start({ heavyWrites: new URL('../kit/failing-thread.js', import.meta.url) })
  })
  after(() => server.stop())

  const create = (name: string, manager: string) =>
    server.ask(`${configMaps}?fieldManager=${manager}`, { method: 'POST', body: configMap(name) })
  const isThere = async (name: string) => (await server.ask(`${configMaps}/${name}`)).status === 200

  it('that runs out of memory over one write fails this one alone, and another takes its place', async () => {
    const { status, json } = await create('filling', 'fills')
    expect([status, json.reason]).to.deep.equal([500, 'InternalError'])
    expect(json.message).to.contain('too much to work at')
    expect(await isThere('filling')).to.equal(false)
    expect((await create('next', 'm')).status).to.equal(201)
    expect((await server.ask('/readyz')).status).to.equal(200)
  }).timeout(60_000)

  it('is where bodies and objects of many members are worked at, and long texts are not', async () => {
    const post = (data: object, manager: string) =>
      server.ask(`${configMaps}?fieldManager=${manager}`, {
        method: 'POST',
        body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'members' }, data },
      })
    const label = { metadata: { labels: { a: 'b' } } }
    const headers = { 'content-type': 'application/merge-patch+json' }
    const patch = (manager: string) =>
      server.ask(`${configMaps}/members?fieldManager=${manager}`, { method: 'PATCH', body: label, headers })
    const remove = (manager: string) =>
      server.ask(`${configMaps}/members?fieldManager=${manager}`, { method: 'DELETE' })
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, at) => [`key-${at}`, 'x']))
    expect((await post({ text: 'x'.repeat(40_000) }, 'exits')).status).to.equal(201)
    expect((await patch('exits')).status).to.equal(200)
    expect((await remove('exits')).status).to.equal(200)
    expect((await post(many, 'exits')).status).to.equal(500)
    expect((await post(many, 'm')).status).to.equal(201)
    expect((await patch('exits')).status).to.equal(500)
    expect((await remove('exits')).status).to.equal(500)
    expect((await remove('m')).status).to.equal(200)
  }).timeout(60_000)

  it('is where small objects are judged whose rules cost much', async () => {
    const rule = 'self.all(x, self.all(y, x + y != 1))'
    const list = { type: 'array', items: { type: 'integer' }, maxItems: 300, 'x-kubernetes-validations': [{ rule }] }
    const openAPIV3Schema = { type: 'object', properties: { list } }
    const body = {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'dears.example.com' },
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { plural: 'dears', kind: 'Dear' },
        versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
      },
    }
    const made = await server.ask('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', { method: 'POST', body })
    expect(made.status, made.text).to.equal(201)
    const dears = '/apis/example.com/v1/namespaces/default/dears'
    const dear = (name: string, count: number, manager: string) =>
      server.ask(`${dears}?fieldManager=${manager}`, {
        method: 'POST',
        body: {
          apiVersion: 'example.com/v1',
          kind: 'Dear',
          metadata: { name },
          list: Array.from({ length: count }, (_, at) => at + 1),
        },
      })
    const patch = (name: string, manager: string, change: object) =>
      server.ask(`${dears}/${name}?fieldManager=${manager}`, {
        method: 'PATCH',
        body: change,
        headers: { 'content-type': 'application/merge-patch+json' },
      })
    const labelled = { metadata: { labels: { a: 'b' } } }
    expect((await dear('cheap', 5, 'exits')).status).to.equal(201)
    expect((await dear('costly', 300, 'exits')).status).to.equal(500)
    expect((await dear('costly', 300, 'm')).status).to.equal(201)
    expect((await patch('costly', 'exits', labelled)).status).to.equal(500)
    expect((await patch('costly', 'm', labelled)).json.metadata.labels).to.deep.equal({ a: 'b' })
    const refused = await patch('costly', 'm', { list: [...Array.from({ length: 290 }, (_, at) => at + 1), 0] })
    expect(refused.json.details.causes[0].message, refused.text).to.include('failed rule: self.all')
  })

  it('that ends keeps what it has acknowledged, and says of the rest what has become of it', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `many-${at}`)
    const told = await Promise.all(names.map((name, at) => create(name, at % 10 === 7 ? 'exits' : 'm')))
    for (const [at, { status, json, headers }] of told.entries()) {
      const there = await isThere(names[at]!)
      if (status === 201) expect(there, names[at]).to.equal(true)
      else if (status === 503) {
        expect(headers['retry-after']).to.equal('1')
        if (json.message.includes('was not carried out')) expect(there, names[at]).to.equal(false)
        else expect(json.message).to.contain('may have been carried out')
      } else expect([status, there]).to.deep.equal([500, false])
    }
    const codes = told.map(({ status }) => status)
    expect(codes.filter((code) => code === 201)).to.have.length.above(20)
    expect(codes.filter((code) => code !== 201)).to.have.length.above(2)
  })

  it('that ends behind a commit has acknowledged nothing, and what was committed is there', async () => {
    const { status } = await create('late', 'exits-late')
    expect(status).to.equal(500)
    expect(await isThere('late')).to.equal(true)
    expect((await create('late', 'm')).status).to.equal(409)
  })
})

describe('a flood of heavy writes', () => {
  let server: TestServer
  let admission: ServerPlugins['admission']
  before(async () => {
    const plugins = (all: ServerPlugins) => {
      admission = all.admission
      return all
    }
    server = await TestServer.start({ plugins })
  })
  after(() => server.stop())

  it('costs the API no look at objects that no admission plugin is about', () => {
    for (const operation of ['CREATE', 'UPDATE'] as const) {
      const request = {
        operation,
        group: 'abuse.example',
        version: 'v1',
        askedGroup: 'abuse.example',
        askedVersion: 'v1',
        plural: 'things',
        kind: 'Thing',
        subresource: '',
        namespace: 'default',
        name: 'a',
        user: { username: 'ann', groups: [] },
        dryRun: false,
        get object(): never {
          throw new Error('a large object would be parsed here')
        },
        get oldObject(): never {
          throw new Error('a large object would be parsed here')
        },
        warn: () => {},
      }
      for (const plugin of admission) expect(() => plugin.admits(request), plugin.name).not.to.throw()
    }
  })

  it('of one user is cut at its share with 429, and another user comes next', async () => {
    const [ann, bob] = [server.user('ann', 'system:masters'), server.user('bob', 'system:masters')]
    const order: string[] = []
    const data = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`key-${at}`, 'x']))
    const ask = async (who: typeof ann, name: string) => {
      const body = { ...configMap(name), data }
      const { status, headers } = await who.ask(configMaps, { method: 'POST', body })
      order.push(`${name[0]} ${status} ${headers['retry-after'] ?? ''}`.trim())
    }
    await ask(ann, 'a-warm')
    const flood = Array.from({ length: 220 }, (_, at) => ask(ann, `a-${at}`))
    while (!order.includes('a 429 1')) await server.ask('/readyz')
    await Promise.all([...flood, ask(bob, 'b')])
    expect(order.filter((each) => each === 'a 201')).to.have.length.above(60)
    expect(order.filter((each) => each === 'a 429 1')).to.have.length.above(5)
    // When the first was refused, as many as are kept were waiting; most of them still are when the other user comes.
    const after = order.slice(order.indexOf('b 201')).filter((each) => each === 'a 201')
    expect(after).to.have.length.above(5)
  })
})
