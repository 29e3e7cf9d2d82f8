import { expect } from 'chai'
import { apiService, defaultServiceCidr } from '../../plugins/admission/api-service.js'
import { TestServer } from '../../test/kit/server.js'
import { guardedBy } from '../funnel/index.js'
import { silentLog, VirtualClock } from '../kit/index.js'
import { apiServer } from '../server/bootstrap-objects.js'
import { type ApiEndpoints, keepApiEndpoints } from './api-endpoints.js'

const service = '/api/v1/namespaces/default/services/kubernetes'
const endpoints = '/api/v1/namespaces/default/endpoints/kubernetes'
const slice = '/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes'

describe("the API's own service", () => {
  let server: TestServer
  let keepers: ApiEndpoints[]

  beforeEach(async () => {
    server = await TestServer.start()
    keepers = []
  })
  afterEach(async () => {
    for (const each of keepers) each.close()
    await server.stop()
  })

  const keep = async (address: string, clock = new VirtualClock(), range = '10.96.0.0/16') => {
    const keeper = keepApiEndpoints({
      guarded: guardedBy({ funnel: () => server.server.funnel, registry: server.server.registry, user: apiServer }),
      service: apiService({ range: '10.96.0.0/16', apiPort: 6443 }),
      serviceCidr: defaultServiceCidr({ range }),
      address,
      port: 6443,
      clock,
      log: silentLog,
    })
    keepers.push(keeper)
    await keeper.look()
    return keeper
  }
  const read = async (path: string) => (await server.ask(path)).json
  const remove = (path: string) => server.ask(path, { method: 'DELETE' })

  it('leads to the address and port under which the API is reached', async () => {
    await keep('192.0.2.7')
    const ports = [{ name: 'https', port: 6443, protocol: 'TCP' }]
    const found = await read(endpoints)
    expect(found.subsets).to.deep.equal([{ addresses: [{ ip: '192.0.2.7' }], ports }])
    expect(found.metadata.labels['endpointslice.kubernetes.io/skip-mirror']).to.equal('true')
    expect(await read(slice)).to.deep.include({
      addressType: 'IPv4',
      endpoints: [{ addresses: ['192.0.2.7'], conditions: { ready: true } }],
      ports,
    })
    expect((await read(slice)).metadata.labels['kubernetes.io/service-name']).to.equal('kubernetes')
  })

  it('is made again when it is deleted, with its address', async () => {
    const keeper = await keep('192.0.2.7')
    for (const path of [service, endpoints, slice]) expect((await remove(path)).status).to.equal(200)
    await keeper.look()
    expect((await read(service)).spec.clusterIP).to.equal('10.96.0.1')
    for (const path of [endpoints, slice]) expect((await server.ask(path)).status).to.equal(200)
  })

  it('follows a new address, keeps the labels of others, and is written only when something differs', async () => {
    await keep('192.0.2.7')
    const body = { metadata: { labels: { mine: 'yes' } } }
    const headers = { 'content-type': 'application/merge-patch+json' }
    await server.ask(slice, { method: 'PATCH', body, headers })
    await keep('192.0.2.8')
    const moved = await read(slice)
    expect(moved.endpoints[0].addresses).to.deep.equal(['192.0.2.8'])
    expect(moved.metadata.labels.mine).to.equal('yes')
    await keep('2001:db8::7')
    const other = await read(slice)
    expect([other.addressType, other.endpoints[0].addresses]).to.deep.equal(['IPv6', ['2001:db8::7']])
    await keep('2001:db8::7')
    expect((await read(slice)).metadata.resourceVersion).to.equal(other.metadata.resourceVersion)
  })

  it('has no endpoints where the API is reached on loopback alone', async () => {
    await keep('127.0.0.1')
    for (const path of [endpoints, slice]) expect((await server.ask(path)).status).to.equal(404)
  })

  it('has a ServiceCIDR that says the ranges, ready, and dual-stack once the server is', async () => {
    const path = '/apis/networking.k8s.io/v1/servicecidrs/kubernetes'
    await keep('192.0.2.7')
    const { spec, status } = await read(path)
    expect([spec.cidrs, status.conditions[0].type, status.conditions[0].status]).to.deep.equal([
      ['10.96.0.0/16'],
      'Ready',
      'True',
    ])
    await keep('192.0.2.7', new VirtualClock(), '10.96.0.0/16,fd00:10:96::/112')
    expect((await read(path)).spec.cidrs).to.deep.equal(['10.96.0.0/16', 'fd00:10:96::/112'])
    await remove(path)
    await keep('192.0.2.7')
    expect((await read(path)).status.conditions).to.have.length(1)
  })

  it('is looked at every ten seconds, until the end', async () => {
    const clock = new VirtualClock()
    let looks = 0
    const refuse = () => {
      looks++
      return Promise.reject(new Error('not now'))
    }
    const guarded = { get: refuse, list: refuse, create: refuse, update: refuse, delete: refuse }
    const service = apiService({ range: '10.96.0.0/16', apiPort: 6443 })
    const serviceCidr = defaultServiceCidr({ range: '10.96.0.0/16' })
    const about = { service, serviceCidr, address: '192.0.2.7', port: 1 }
    const keeper = keepApiEndpoints({ ...about, guarded, clock, log: silentLog })
    await keeper.look()
    expect(looks).to.equal(4)
    await clock.advance(10_000)
    expect(looks).to.equal(8)
    keeper.close()
    await clock.advance(60_000)
    expect(looks).to.equal(8)
  })
})
