import { expect } from 'chai'
import { TestServer, type Told } from '../../test/kit/server.js'

const services = '/api/v1/namespaces/default/services'
const addresses = '/apis/networking.k8s.io/v1/ipaddresses'
const ranges = '/apis/networking.k8s.io/v1/servicecidrs'

interface Spec {
  clusterIP?: string
  clusterIPs?: string[]
  ipFamilies?: string[]
  ipFamilyPolicy?: string
}

describe('a cluster with two families of addresses', () => {
  let server: TestServer
  before(async () => {
    const settings = { range: '10.96.0.0/24,fd00:10:96::/112', nodePorts: [30_000, 32_767], apiPort: 6443 } as const
    server = await TestServer.start({ services: settings })
  })
  after(() => server.stop())

  const service = (name: string, spec: object) => {
    const whole = { ports: [{ port: 80 }], selector: { app: 'web' }, ...spec }
    return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: whole }
  }
  const create = (name: string, spec: object = {}, query = '') =>
    server.ask(`${services}${query}`, { method: 'POST', body: service(name, spec) })
  const patch = (name: string, spec: object) =>
    server.ask(`${services}/${name}`, {
      method: 'PATCH',
      body: { spec },
      headers: { 'content-type': 'application/merge-patch+json' },
    })
  const specOf = ({ json }: Told) => json.spec as Spec
  const whyOf = ({ json }: Told) => String(json.message)
  /** The objects of a service's addresses are written in the background. */
  async function untilAddresses(name: string, count: number): Promise<string[]> {
    for (;;) {
      const { json } = await server.ask(`${addresses}?limit=500`)
      const found = (json.items as { metadata: { name: string }; spec: { parentRef: { name: string } } }[]).filter(
        ({ spec }) => spec.parentRef.name === name,
      )
      if (found.length === count) return found.map(({ metadata }) => metadata.name).sort()
    }
  }

  it('gives one of the first family unless it is asked for more', async () => {
    const spec = specOf(await create('plain'))
    expect(spec.clusterIPs).to.have.length(1)
    expect([spec.ipFamilies, spec.ipFamilyPolicy]).to.deep.equal([['IPv4'], 'SingleStack'])
  })

  it('gives one of each to a service that prefers or requires it, in the order that it names', async () => {
    const both = specOf(await create('both', { ipFamilyPolicy: 'PreferDualStack' }))
    expect(both.ipFamilies).to.deep.equal(['IPv4', 'IPv6'])
    expect(both.clusterIPs?.[0]).to.equal(both.clusterIP)
    expect(both.clusterIPs?.[1]).to.match(/^fd00:10:96::[0-9a-f:]+$/)
    const turned = specOf(await create('turned', { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv6'] }))
    expect(turned.ipFamilies).to.deep.equal(['IPv6', 'IPv4'])
    expect(turned.clusterIP).to.match(/^fd00:10:96::/)
  })

  it('takes the families from the addresses that are asked for', async () => {
    const clusterIPs = ['fd00:10:96::77', '10.96.0.7']
    const asked = { clusterIP: clusterIPs[0], clusterIPs, ipFamilyPolicy: 'PreferDualStack' }
    expect(specOf(await create('asked', asked)).ipFamilies).to.deep.equal(['IPv6', 'IPv4'])
    expect(whyOf(await create('again', { clusterIP: 'fd00:10:96::77' }))).to.include('already allocated')
  })

  it('a headless service has families without addresses, both when nothing selects its endpoints', async () => {
    const none = { clusterIP: 'None' }
    expect(specOf(await create('headless', none)).ipFamilies).to.deep.equal(['IPv4'])
    const free = specOf(await create('free', { ...none, selector: undefined }))
    expect([free.ipFamilies, free.ipFamilyPolicy]).to.deep.equal([['IPv4', 'IPv6'], 'RequireDualStack'])
  })

  it('gives a second address to a service that comes to want it, and takes it back', async () => {
    const [first] = specOf(await create('grows')).clusterIPs ?? []
    const grown = specOf(await patch('grows', { ipFamilyPolicy: 'PreferDualStack' }))
    expect(grown.clusterIPs).to.have.length(2)
    expect(grown.clusterIPs?.[0]).to.equal(first)
    expect(await untilAddresses('grows', 2)).to.have.members(grown.clusterIPs ?? [])
    const shrunk = specOf(await patch('grows', { ipFamilyPolicy: 'SingleStack' }))
    expect([shrunk.clusterIPs, shrunk.ipFamilies]).to.deep.equal([[first], ['IPv4']])
    expect(await untilAddresses('grows', 1)).to.deep.equal([first])
  })

  it('a headless service may change its families; of others the first stays, wherever the new one lies', async () => {
    await create('silent', { clusterIP: 'None' })
    expect(specOf(await patch('silent', { ipFamilies: ['IPv6'] })).ipFamilies).to.deep.equal(['IPv6'])
    await create('keeps', {})
    expect(whyOf(await patch('keeps', { ipFamilies: ['IPv6'] }))).to.include('spec.clusterIPs[0]')
    expect(whyOf(await patch('keeps', { clusterIP: '192.0.2.1' }))).to.include('spec.clusterIPs[0]')
  })

  it('tells all that is wrong with the families and the addresses, and nothing else before they are right', async () => {
    const wrong = { ipFamilyPolicy: 'Other', clusterIP: '10.96.0.9', clusterIPs: ['10.96.0.9', '10.96.0.8'] }
    const { json } = await create('wrong', { ...wrong, ipFamilies: ['IPv4', 'IPv6'], ports: [] })
    const { causes } = json.details as { causes: { field: string }[] }
    const fields = ['spec.ipFamilyPolicy', 'spec.clusterIPs', 'spec.clusterIPs[1]']
    expect(causes.map(({ field }) => field)).to.deep.equal(fields)
    const alone = await create('wrong', { clusterIP: 'None', clusterIPs: ['None', 'None'] })
    expect(whyOf(alone)).to.include('spec.clusterIPs[1]')
  })

  it('tells what does not fit together', async () => {
    const why = async (spec: object) => whyOf(await create('wrong', spec))
    expect(await why({ ipFamilies: ['IPv4', 'IPv6'] })).to.include('two IP families want')
    expect(await why({ ipFamilies: ['IPv4', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' })).to.include('Duplicate value')
    expect(await why({ clusterIP: '10.96.0.9', ipFamilies: ['IPv6'] })).to.include('must be an IPv6 address')
    await create('fixed', { ipFamilyPolicy: 'PreferDualStack' })
    expect(whyOf(await patch('fixed', { ipFamilies: ['IPv6', 'IPv4'] }))).to.include('spec.')
    expect(whyOf(await patch('fixed', { ipFamilies: ['IPv4'] }))).to.include("only 'SingleStack' gives")
  })

  it('keeps an IPAddress for each address, that goes with the service', async () => {
    const { clusterIPs = [] } = specOf(await create('kept', { ipFamilyPolicy: 'PreferDualStack' }))
    expect(await untilAddresses('kept', 2)).to.have.members(clusterIPs)
    const { json } = await server.ask(`${addresses}/${clusterIPs[0]}`)
    expect(json.metadata.labels).to.deep.equal({
      'ipaddress.kubernetes.io/ip-family': 'IPv4',
      'ipaddress.kubernetes.io/managed-by': 'ipallocator.k8s.io',
    })
    expect(json.spec).to.deep.equal({ parentRef: { resource: 'services', namespace: 'default', name: 'kept' } })
    await server.ask(`${addresses}/${clusterIPs[0]}`, { method: 'DELETE' })
    await untilAddresses('kept', 2)
    await server.ask(`${services}/kept`, { method: 'DELETE' })
    await untilAddresses('kept', 0)
  })

  it('makes none for a service that is refused, and gives no address that somebody else has taken', async () => {
    const spec = { clusterIP: '10.96.0.6', ports: [{ port: 80 }, { port: 80 }] }
    expect((await create('refused', spec)).status).to.equal(422)
    expect((await create('plain', { clusterIP: '10.96.0.6' })).status).to.equal(409)
    await untilAddresses('refused', 0)
    const foreign = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IPAddress',
      metadata: { name: '10.96.0.6' },
      spec: { parentRef: { group: 'gateway.networking.k8s.io', resource: 'gateways', namespace: 'a', name: 'b' } },
    }
    for (;;) if ((await server.ask(addresses, { method: 'POST', body: foreign })).status === 201) break
    expect(whyOf(await create('late', { clusterIP: '10.96.0.6' }))).to.include('already allocated')
  })

  it('more ServiceCIDRs make more room, until they are on their way out', async () => {
    const range = (name: string, ...cidrs: string[]) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'ServiceCIDR',
      metadata: { name, finalizers: ['example.com/wait'] },
      spec: { cidrs },
    })
    expect((await server.ask(`${ranges}/kubernetes`)).json.spec.cidrs).to.deep.equal([
      '10.96.0.0/24',
      'fd00:10:96::/112',
    ])
    const outside = { clusterIP: '10.97.0.9' }
    expect(whyOf(await create('outside', outside))).to.include('does not match the current range')
    expect((await server.ask(ranges, { method: 'POST', body: range('more', '10.97.0.0/24') })).status).to.equal(201)
    expect((await create('outside', outside)).status).to.equal(201)
    await server.ask(`${ranges}/more`, { method: 'DELETE' })
    expect((await create('late', { clusterIP: '10.97.0.10' })).status).to.equal(422)
    expect((await patch('outside', { sessionAffinity: 'ClientIP' })).status).to.equal(200)
  })
})
