/** Addresses and ranges that are new are strict; those that stood pass. */
import { expect } from 'chai'
import type { Endpoints, EndpointSlice, Ingress, NetworkPolicy, Service } from '../../../crds/generated/tokens.js'
import { offences, offencesOfChanges } from '../../../test/kit/offences.js'
import { ingressStatusErrors } from '../ingress-rules.js'
import { endpointSliceErrors, endpointsErrors } from './endpoints.js'
import { networkPolicyErrors } from './network-policy.js'
import { networkPolicyWarnings } from './network-warnings.js'
import { serviceStatusErrors, trafficErrors } from './service.js'

const ports = [{ port: 80 }]
const containers = [{ name: 'c', image: 'i' }]
const sources = 'service.beta.kubernetes.io/load-balancer-source-ranges'
const atSources = `metadata.annotations[${sources}]`
const balancer = (more: object) => ({ spec: { ports, type: 'LoadBalancer', ...more } })
const annotated = (text: string, type = 'LoadBalancer') => ({
  metadata: { annotations: { [sources]: text } },
  spec: { ports, type },
})
const block = (cidr: string, ...except: string[]) => ({
  spec: { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr, except } }] }] },
})
const atBlock = 'spec.ingress[0].from[0].ipBlock'
const slice = (addressType: string, ...addresses: string[]) => ({ addressType, endpoints: [{ addresses }] })
const aliases = (...ips: string[]) => ({ containers, hostAliases: ips.map((ip) => ({ ip, hostnames: ['a'] })) })
const strange = ['01.2.3.4', '::ffff:1.2.3.4', '::ffff:01.2.3.4', '::00001', '1.2.3']
const each = (field: string, end = '', list: readonly string[] = strange) =>
  list.map((_, index) => `${field}[${index}]${end} Invalid`)

describe('new addresses and ranges', () => {
  offences('pods', [
    [{ spec: aliases('192.0.2.1', '2001:DB8::1', '::0001') }],
    [{ spec: aliases(...strange) }, ...each('spec.hostAliases', '.ip')],
    [
      { spec: { containers, dnsConfig: { nameservers: strange.slice(0, 3) } } },
      ...each('spec.dnsConfig.nameservers', '', strange.slice(0, 3)),
    ],
  ])
  offences('services', [
    [balancer({ externalIPs: strange }), ...each('spec.externalIPs')],
    [
      balancer({
        loadBalancerSourceRanges: ['010.0.0.0/8', '10.0.0.0/08', '10.0.0.1/8', '::ffff:10.0.0.0/104', 'FD00::/8'],
      }),
      ...[0, 1, 2, 3].map((index) => `spec.LoadBalancerSourceRanges[${index}] Invalid`),
    ],
    [annotated(' ')],
    [annotated('10.0.0.0/8, 192.0.2.0/24')],
    [annotated('10.0.0.0/8, 10.0.0.0,10.0.0.1/8'), `${atSources} Invalid`, `${atSources} Invalid`],
    [annotated('10.0.0.0/8', 'NodePort'), `${atSources} Forbidden`],
  ])
  offences('networkpolicies.networking.k8s.io', [
    [block('2001:DB8::/32')],
    [
      block('10.0.0.1/8', '10.1.2.3/16', '11.0.0.0/16'),
      ...['cidr', 'except[0]'].map((at) => `${atBlock}.${at} Invalid`),
      `${atBlock}.except[1] Invalid`,
    ],
    [block('010.0.0.0/8'), `${atBlock}.cidr Invalid`],
    [block('10.0.0.0/8', '::ffff:10.1.0.0/112'), `${atBlock}.except[0] Invalid`],
  ])
  offences('endpointslices.discovery.k8s.io', [
    [slice('IPv4', '192.0.2.1')],
    [slice('IPv4', ...strange), ...each('endpoints[0].addresses')],
    [slice('IPv6', '2001:DB8::1', '2001:db8:0::1'), ...each('endpoints[0].addresses', '', ['', ''])],
    [slice('FQDN', 'a', ''), 'endpoints[0].addresses[0] Invalid', 'endpoints[0].addresses[1] Required'],
  ])
  offences('endpoints', [
    [{ subsets: [{ addresses: [{ ip: '01.2.3.4' }] }] }, 'subsets[0].addresses[0].ip Invalid'],
    [{ subsets: [{ addresses: [{ ip: '2001:DB8::1' }] }] }],
  ])
  offences('nodes', [
    [{ spec: { podCIDRs: ['10.0.0.1/24'] } }, 'spec.podCIDRs[0] Invalid'],
    [{ spec: { podCIDRs: ['010.0.0.0/24', '2001:DB8::/64'] } }, 'spec.podCIDRs[0] Invalid'],
  ])
  offencesOfChanges('endpointslices.discovery.k8s.io', [
    [slice('IPv4', '192.0.2.1'), { addressType: 'IPv6' }, 'addressType Invalid'],
  ])
  offencesOfChanges(
    'pods',
    [
      [
        { spec: { containers } },
        { status: { podIP: '01.2.3.4', podIPs: [{ ip: '01.2.3.4' }] } },
        'status.podIPs[0] Invalid',
      ],
      [{ spec: { containers } }, { status: { podIP: '::0001', podIPs: [{ ip: '::0001' }, { ip: '192.0.2.1' }] } }],
    ],
    { subresource: 'status' },
  )

  it('are warned of when they are not written as usual', () => {
    const warnings = networkPolicyWarnings(block('2001:DB8::/32', '2001:db8:1::/48') as unknown as NetworkPolicy)
    expect(warnings.map((warning) => warning.split(': ')[0])).to.deep.equal([`${atBlock}.cidr`])
  })
})

describe('addresses and ranges that stood', () => {
  const told = (found: readonly { readonly field?: string }[]) => found.map(({ field }) => field)

  it('pass at any place of a policy', () => {
    const old = block('10.0.0.1/8', '010.1.0.0/16') as unknown as NetworkPolicy
    expect(told(networkPolicyErrors(old, old))).to.deep.equal([])
    const moved = block('10.0.0.1/8', '10.0.0.1/8', '10.1.0.1/16') as unknown as NetworkPolicy
    expect(told(networkPolicyErrors(moved, old))).to.deep.equal([0, 1].map((at) => `${atBlock}.except[${at}]`))
  })

  it('pass in services and what balances them', () => {
    const spec = { externalIPs: ['01.2.3.4'], loadBalancerSourceRanges: [' 10.0.0.1/8'] }
    const old = {
      ...balancer(spec),
      metadata: {},
      status: { loadBalancer: { ingress: [{ ip: '01.2.3.4', ipMode: 'VIP' }] } },
    } as unknown as Service
    const next = structuredClone(old)
    next.spec!.loadBalancerSourceRanges = ['10.0.0.1/8 ', '10.0.0.2/8']
    next.spec!.externalIPs = ['01.2.3.5', '01.2.3.4']
    next.status!.loadBalancer!.ingress!.push({ ip: '01.2.3.5', ipMode: 'VIP' })
    const fields = told([...trafficErrors(next, old), ...serviceStatusErrors(next, old)])
    expect(fields).to.include.members([
      'spec.externalIPs[0]',
      'spec.LoadBalancerSourceRanges[1]',
      'status.loadBalancer.ingress[1].ip',
    ])
    expect(
      fields.filter((field) => /\.(externalIPs|LoadBalancerSource|loadBalancer)/.test(field ?? '')),
    ).to.have.length(3)
    const before = annotated('10.0.0.1/8') as unknown as Service
    expect(told(trafficErrors(before, before)).filter((field) => field === atSources)).to.deep.equal([])
  })

  it('pass where a whole list stays', () => {
    const endpoints = { subsets: [{ addresses: [{ ip: '01.2.3.4' }] }] } as unknown as Endpoints
    expect(told(endpointsErrors(endpoints, structuredClone(endpoints)))).to.deep.equal([])
    expect(told(endpointsErrors(endpoints, { ...endpoints, subsets: [] }))).to.have.length(1)
    const old = slice('IPv6', '2001:DB8::1') as unknown as EndpointSlice
    expect(told(endpointSliceErrors(old, structuredClone(old)))).to.deep.equal([])
    const ingress = { status: { loadBalancer: { ingress: [{ ip: '01.2.3.4' }] } } } as unknown as Ingress
    expect(told(ingressStatusErrors(ingress, ingress))).to.deep.equal([])
    expect(told(ingressStatusErrors(ingress, undefined))).to.have.length(1)
  })
})
