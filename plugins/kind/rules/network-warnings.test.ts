import { expect } from 'chai'
import type { Service } from '../../../crds/generated/tokens.js'
import { endpointSliceWarnings, endpointsWarnings, serviceWarnings } from './network-warnings.js'

const warned = (spec: object, annotations = {}) =>
  serviceWarnings({ metadata: { annotations }, spec: { sessionAffinity: 'None', ...spec } } as unknown as Service).map(
    (warning) => warning.replace(/[ :].*/, ''),
  )

describe('warnings about the network', () => {
  it('name what of a service has no effect, or goes out of use', () => {
    expect(warned({ type: 'ClusterIP', clusterIPs: ['10.96.0.9'], ports: [{ port: 80 }] })).to.deep.equal([])
    expect(warned({ type: 'ClusterIP', externalIPs: ['192.0.2.1'] })).to.deep.equal(['spec.externalIPs'])
    expect(warned({}, { 'service.kubernetes.io/topology-aware-hints': 'auto' })).to.deep.equal([
      'metadata.annotations[service.kubernetes.io/topology-aware-hints]',
    ])
    const headless = { type: 'ClusterIP', clusterIP: 'None', clusterIPs: ['None'] }
    expect(warned({ ...headless, sessionAffinity: 'ClientIP' })).to.deep.equal(['spec.SessionAffinity'])
    expect(warned({ ...headless, loadBalancerIP: '192.0.2.1' })).to.deep.equal(['spec.loadBalancerIP'])
    expect(warned({ type: 'ClusterIP', externalName: 'a' })).to.deep.equal(['spec.externalName'])
    expect(warned({ type: 'ClusterIP', trafficDistribution: 'PreferClose' })).to.deep.equal([
      'spec.trafficDistribution',
    ])
  })

  it('name addresses and ranges that are written in another way than is best', () => {
    const balancer = { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8', '10.0.0.1/8', 'FD00::/64'] }
    expect(warned(balancer)).to.deep.equal([1, 2].map((index) => `spec.loadBalancerSourceRanges[${index}]`))
    const subsets = [{ addresses: [{ ip: '10.0.0.1' }], notReadyAddresses: [{ ip: '2001:DB8::1' }] }]
    expect(endpointsWarnings({ apiVersion: 'v1', kind: 'Endpoints', metadata: {}, subsets })).to.deep.equal([
      'subsets[0].notReadyAddresses[0].ip: "2001:DB8::1" is not written as usual: use "2001:db8::1"',
    ])
  })

  it('name names in slices, once', () => {
    const slice = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', metadata: {} } as const
    const named = { ...slice, addressType: 'FQDN' as const, endpoints: [] }
    expect(endpointSliceWarnings(named, undefined)).to.have.length(1)
    expect(endpointSliceWarnings(named, named)).to.deep.equal([])
  })
})
