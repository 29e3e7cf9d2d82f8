import { expect } from 'chai'
import { TestServer, type Told } from '../../test/kit/server.js'
import { addressRange } from './address-range.js'

const services = '/api/v1/namespaces/default/services'
const service = (name: string, spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { ports: [{ port: 80 }], ...spec },
})

describe('the addresses of services', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const create = (name: string, spec?: object, query = '') =>
    server.ask(`${services}${query}`, { method: 'POST', body: service(name, spec) })
  const specOf = ({ json }: Told) => json.spec as Record<string, unknown>
  const whyOf = ({ json }: Told) => String(json.message)

  it('are given in the create, with what goes with them', async () => {
    const spec = specOf(await create('plain'))
    expect(spec['clusterIP']).to.match(/^10\.96\.\d+\.\d+$/)
    expect(spec).to.deep.include({
      clusterIPs: [spec['clusterIP']],
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
    })
    expect(specOf(await server.ask(`${services}/kubernetes`))['clusterIP']).to.equal('10.96.0.1')
  })

  it('are not needed by headless services and names for something elsewhere', async () => {
    expect(specOf(await create('headless', { clusterIP: 'None' }))).to.deep.include({
      clusterIP: 'None',
      clusterIPs: ['None'],
    })
    const named = { type: 'ExternalName', externalName: 'example.com', ports: [] }
    expect(specOf(await create('elsewhere', named))).to.not.have.any.keys('clusterIP', 'ipFamilies')
  })

  it('can be chosen, once and within the range', async () => {
    expect((await create('chosen', { clusterIP: '10.96.0.7' })).status).to.equal(201)
    const again = await create('again', { clusterIP: '10.96.0.7' })
    expect([again.status, whyOf(again)]).to.satisfy(
      ([status, why]: [number, string]) => status === 422 && why.includes('provided IP is already allocated'),
    )
    expect(whyOf(await create('outside', { clusterIP: '192.0.2.1' }))).to.include(
      'the provided network does not match the current range: 10.96.0.0/16',
    )
    await server.ask(`${services}/chosen`, { method: 'DELETE' })
    expect((await create('again', { clusterIP: '10.96.0.7' })).status).to.equal(201)
  })

  it('are never given twice, however many ask at once; a dry run and a refusal take none', async () => {
    const asked = Array.from({ length: 60 }, (_, at) => create(`many-${at}`, { type: 'NodePort' }))
    const given = (await Promise.all(asked)).map(specOf)
    const ports = given.map(({ ports }) => (ports as { nodePort: number }[])[0]?.nodePort)
    expect(new Set(given.map(({ clusterIP }) => clusterIP)).size).to.equal(60)
    expect(new Set(ports).size).to.equal(60)
    expect((await create('dry', { clusterIP: '10.96.0.9' }, '?dryRun=All')).status).to.equal(201)
    const low = { type: 'NodePort', ports: [{ port: 80, nodePort: 1 }] }
    expect((await create('dry', low, '?dryRun=All')).status).to.equal(201)
    expect((await create('dry', low)).status).to.equal(422)
    expect((await create('many-1', { clusterIP: '10.96.0.9' })).status).to.equal(409)
    expect((await create('wet', { clusterIP: '10.96.0.9' })).status).to.equal(201)
  })

  it('has one address by two names, and none of the API', async () => {
    const why = async (name: string, spec: object) => whyOf(await create(name, spec))
    expect(await why('two', { clusterIP: '10.96.9.1', clusterIPs: ['10.96.9.1', '10.96.9.2'] })).to.include(
      'must be of two families',
    )
    expect(await why('zeros', { clusterIP: '10.96.09.1' })).to.include(
      'spec.clusterIPs[0]: Invalid value: "10.96.09.1"',
    )
    expect(await why('mapped', { clusterIP: '::ffff:10.96.9.1' })).to.include('spec.clusterIPs[0]: Invalid value')
    expect(await why('list', { clusterIPs: ['10.96.9.1'] })).to.include('say `clusterIP` too, or leave both out')
    expect(await why('differs', { clusterIP: '10.96.9.1', clusterIPs: ['10.96.9.2'] })).to.include(
      'spec.clusterIPs: Invalid value: ["10.96.9.2"]: must begin with what `clusterIP` says (10.96.9.1)',
    )
    await server.ask(`${services}/kubernetes`, { method: 'DELETE' })
    expect(await why('instead', { clusterIP: '10.96.0.1' })).to.include('provided IP is already allocated')
    expect((await create('kubernetes', { clusterIP: '10.96.0.1' })).status).to.equal(201)
  })

  it('has each node port once', async () => {
    const { items } = (await server.ask(services)).json as { items: { spec: { ports?: { nodePort?: number }[] } }[] }
    const taken = new Set(items.flatMap(({ spec }) => spec.ports?.map(({ nodePort }) => nodePort)))
    let nodePort = 30_700
    while (taken.has(nodePort)) nodePort++
    const ports = [80, 81].map((port) => ({ name: `p${port}`, port, nodePort }))
    const twice = await create('twice', { type: 'NodePort', ports })
    expect(whyOf(twice)).to.include(
      `spec.ports[1].nodePort: Invalid value: ${nodePort}: provided port is already allocated`,
    )
    expect((await create('empty-list', { loadBalancerSourceRanges: [] })).status).to.equal(201)
  })

  it('two who ask for the same at once: one gets it', async () => {
    const both = await Promise.all(['one', 'two'].map((name) => create(name, { clusterIP: '10.96.0.11' })))
    expect(both.map(({ status }) => status).sort()).to.deep.equal([201, 422])
  })

  it('stay when an update leaves them out, and go with the type that needs them', async () => {
    const before = specOf(await create('stays', { type: 'NodePort' }))
    const put = (spec: object) => server.ask(`${services}/stays`, { method: 'PUT', body: service('stays', spec) })
    const after = specOf(await put({ type: 'NodePort' }))
    expect(after).to.deep.include({ clusterIP: before['clusterIP'], ports: before['ports'] })
    expect((specOf(await put({ ...after, type: 'ClusterIP' }))['ports'] as object[])[0]).to.not.have.property(
      'nodePort',
    )
    expect(specOf(await put({ type: 'ExternalName', externalName: 'example.com' }))).to.not.have.property('clusterIP')
    const outside = specOf(await put({ type: 'NodePort' }))
    expect(outside).to.have.property('externalTrafficPolicy', 'Cluster')
    const elsewhere = specOf(await put({ ...outside, type: 'ExternalName', externalName: 'example.com' }))
    expect((elsewhere['ports'] as object[])[0]).to.not.have.property('nodePort')
    expect(elsewhere).to.not.have.any.keys('clusterIP', 'externalTrafficPolicy')
  })

  it('a load balancer that becomes a plain service can be changed again', async () => {
    const put = (spec: object) => server.ask(`${services}/balanced`, { method: 'PUT', body: service('balanced', spec) })
    const before = specOf(await create('balanced', { type: 'LoadBalancer' }))
    const plain = await put({ ...before, type: 'ClusterIP' })
    expect(specOf(plain)).to.not.have.property('allocateLoadBalancerNodePorts')
    expect((await put({ ...specOf(plain), sessionAffinity: 'ClientIP' })).status).to.equal(200)
  })

  it('a change of type takes what stood along, and refuses what is new to it', async () => {
    const put = (spec: object) => server.ask(`${services}/changes`, { method: 'PUT', body: service('changes', spec) })
    const before = specOf(await create('changes', { type: 'LoadBalancer', externalTrafficPolicy: 'Local' }))
    expect(before['healthCheckNodePort']).to.be.a('number')
    const cluster = specOf(await put({ ...before, externalTrafficPolicy: 'Cluster' }))
    expect(cluster).to.not.have.property('healthCheckNodePort')
    const [port] = cluster['ports'] as { nodePort: number }[]
    const ports = [
      { ...port, name: 'a' },
      { name: 'b', port: 81, nodePort: port!.nodePort === 30_001 ? 30_002 : 30_001 },
    ]
    const refused = await put({ ...cluster, type: 'ClusterIP', allocateLoadBalancerNodePorts: false, ports })
    const { causes } = refused.json.details as { causes: { field: string }[] }
    const fields = ['spec.ports[0].nodePort', 'spec.ports[1].nodePort', 'spec.allocateLoadBalancerNodePorts']
    expect(causes.map(({ field }) => field)).to.have.members(fields)
  })

  it('node ports: chosen within the range, one service each, shared by protocols', async () => {
    const port = (nodePort: number, protocol = 'TCP') => ({
      name: protocol.toLowerCase(),
      port: 80,
      nodePort,
      protocol,
    })
    // One that nobody has: it was given a moment ago, and given back.
    const [spare] = specOf(await create('spare', { type: 'NodePort' }))['ports'] as { nodePort: number }[]
    await server.ask(`${services}/spare`, { method: 'DELETE' })
    const free = spare?.nodePort as number
    const both = { type: 'NodePort', ports: [port(free), port(free, 'UDP')] }
    expect((await create('ports', both)).status).to.equal(201)
    // Nobody else has it, whatever the protocol.
    expect(whyOf(await create('ports-1', { type: 'NodePort', ports: [port(free, 'UDP')] }))).to.include(
      'provided port is already allocated',
    )
    expect(whyOf(await create('ports-2', { type: 'NodePort', ports: [port(free)] }))).to.include(
      'provided port is already allocated',
    )
    expect(whyOf(await create('ports-3', { type: 'NodePort', ports: [port(80)] }))).to.include(
      'The range of valid ports is 30000-32767',
    )
  })
})

describe('node ports', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  it('of one number of several protocols are one', async () => {
    const ports = [
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'dns-tcp', port: 53, protocol: 'TCP' },
      { name: 'metrics', port: 9153 },
    ]
    const body = service('dns', { type: 'NodePort', ports })
    const { json } = await server.ask(services, { method: 'POST', body })
    const given = (json['spec'] as { ports: { nodePort: number }[] }).ports.map(({ nodePort }) => nodePort)
    expect(given[0]).to.be.within(30_000, 32_767).and.equal(given[1])
    expect(given[2]).to.not.equal(given[0])
  })
})

describe('a range of addresses', () => {
  it('gives from its upper part first, never its first, and ends', () => {
    const range = addressRange('10.0.0.0/28')
    expect([
      range.first,
      range.contains('10.0.0.14'),
      range.contains('10.0.0.15'),
      range.contains('10.0.1.1'),
    ]).to.deep.equal(['10.0.0.1', true, false, false])
    const taken = new Set(['10.0.0.1'])
    const order: string[] = []
    for (;;) {
      const next = range.free((address) => taken.has(address), 0)
      if (!next) break
      taken.add(next)
      order.push(next)
    }
    expect(order).to.have.length(13)
    expect(order[0]).to.equal('10.0.0.8')
    expect(() => addressRange('10.0.0.0/33')).to.throw('no range of addresses')
    expect(() => addressRange('nonsense')).to.throw('no range of addresses')
  })
})
