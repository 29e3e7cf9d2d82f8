/** Offences of services, endpoints and the ranges that services have their addresses from. */
import { offences, offencesOfChanges } from '../../../test/kit/offences.js'

const ports = [{ port: 80 }]
const service = (more: object) => ({ spec: { ports, ...more } })
const hinted = (now: string, old: string) => ({
  metadata: {
    annotations: { 'service.kubernetes.io/topology-mode': now, 'service.kubernetes.io/topology-aware-hints': old },
  },
  ...service({}),
})
const balancer = (more: object) => service({ type: 'LoadBalancer', ...more })

describe('rules of services', () => {
  offences('services', [
    [service({ selector: { app: 'web' }, trafficDistribution: 'PreferClose' })],
    [service({ ports: [{ port: 80, targetPort: 'http', appProtocol: 'kubernetes.io/h2c' }] })],
    [service({ externalIPs: ['198.51.100.7'], externalTrafficPolicy: 'Local' })],
    [balancer({ externalTrafficPolicy: 'Local', healthCheckNodePort: 30_000, loadBalancerClass: 'example.com/lb' })],
    [balancer({ loadBalancerSourceRanges: ['10.0.0.0/8', ' 192.0.2.0/24 '] })],
    [hinted('auto', 'auto')],
    [hinted('auto', 'disabled'), 'metadata.annotations[service.kubernetes.io/topology-mode] Invalid'],
    [service({ selector: { 'a b': 'c' } }), 'spec.selector Invalid'],
    [service({ selector: { a: 'b c' } }), 'spec.selector Invalid'],
    [service({ ports: [{ port: 80, name: 'A' }] }), 'spec.ports[0].name Invalid'],
    [service({ ports: [{ port: 0 }] }), 'spec.ports[0].port Invalid', 'spec.ports[0].targetPort Invalid'],
    [service({ ports: [{ port: 80, targetPort: 'Not A Port' }] }), 'spec.ports[0].targetPort Invalid'],
    [service({ ports: [{ port: 80, targetPort: 70_000 }] }), 'spec.ports[0].targetPort Invalid'],
    [service({ ports: [{ port: 80, protocol: 'ICMP' }] }), 'spec.ports[0].protocol NotSupported'],
    [service({ ports: [{ port: 80, appProtocol: 'a b' }] }), 'spec.ports[0].appProtocol Invalid'],
    [service({ externalIPs: ['x'] }), 'spec.externalIPs[0] Invalid'],
    [
      service({ externalIPs: ['127.0.0.1', '0.0.0.0', 'fe80::1'] }),
      ...[0, 1, 2].map((at) => `spec.externalIPs[${at}] Invalid`),
    ],
    [balancer({ loadBalancerSourceRanges: ['10.0.0.0'] }), 'spec.LoadBalancerSourceRanges[0] Invalid'],
    [balancer({ loadBalancerClass: 'a b' }), 'spec.loadBalancerClass Invalid'],
    [service({ type: 'Tunnel' }), 'spec.type NotSupported'],
    [service({ externalTrafficPolicy: 'Cluster' }), 'spec.externalTrafficPolicy Invalid'],
    [balancer({ externalTrafficPolicy: 'Near' }), 'spec.externalTrafficPolicy NotSupported'],
    [service({ internalTrafficPolicy: 'Near' }), 'spec.internalTrafficPolicy NotSupported'],
    [service({ trafficDistribution: 'Random' }), 'spec.trafficDistribution NotSupported'],
    [balancer({ healthCheckNodePort: 30_000 }), 'spec.healthCheckNodePort Invalid'],
    [balancer({ healthCheckNodePort: -1 }), 'spec.healthCheckNodePort Invalid'],
    [service({ sessionAffinity: 'Always' }), 'spec.sessionAffinity NotSupported'],
  ])
  const local = { type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 30_000 }
  offencesOfChanges('services', [
    [service(local), service({ ...local, healthCheckNodePort: 30_001 }), 'spec.healthCheckNodePort Forbidden'],
    [balancer({ loadBalancerClass: 'a' }), balancer({ loadBalancerClass: 'b' }), 'spec.loadBalancerClass Invalid'],
    [balancer({}), balancer({ selector: { a: 'b' } })],
  ])
  const reached = (ingress: object) => ({ status: { loadBalancer: { ingress: [ingress] } } })
  const at = 'status.loadBalancer.ingress'
  offencesOfChanges(
    'services',
    [
      [balancer({}), reached({ ip: '192.0.2.1' })],
      [balancer({}), reached({ hostname: 'lb.example.com' })],
      [service({}), reached({ ip: '192.0.2.1', ipMode: 'VIP' }), `${at} Forbidden`],
      [balancer({}), reached({ ip: 'x' }), `${at}[0].ip Invalid`],
      [balancer({}), reached({ ip: '192.0.2.1', ipMode: 'Other' }), `${at}[0].ipMode NotSupported`],
      [balancer({}), reached({ hostname: 'a', ipMode: 'VIP' }), `${at}[0].ipMode Forbidden`],
      [balancer({}), reached({ hostname: '192.0.2.1' }), `${at}[0].hostname Invalid`],
      [balancer({}), reached({ hostname: 'A' }), `${at}[0].hostname Invalid`],
    ],
    { subresource: 'status' },
  )
})

const subset = (address: object, port: object = { port: 80 }) => ({
  subsets: [{ addresses: [address], ports: [port] }],
})
const endpoint = (more: object, addressType = 'IPv4') => ({
  addressType,
  endpoints: [{ addresses: ['10.0.0.1'], ...more }],
})
const slicePorts = (...given: object[]) => ({ addressType: 'IPv4', ports: given })

describe('rules of endpoints', () => {
  offences('endpoints', [
    [subset({ ip: '10.0.0.1', hostname: 'a', nodeName: 'n', targetRef: { kind: 'Pod', name: 'p' } })],
    [{ subsets: [{ notReadyAddresses: [{ ip: '10.0.0.1' }], ports: [] }] }],
    [{ subsets: [{}] }, 'subsets[0] Required'],
    [subset({}), 'subsets[0].addresses[0].ip Invalid', 'subsets[0].addresses[0].ip Invalid'],
    [subset({ ip: 'x' }), 'subsets[0].addresses[0].ip Invalid', 'subsets[0].addresses[0].ip Invalid'],
    [subset({ ip: '127.0.0.1' }), 'subsets[0].addresses[0].ip Invalid'],
    [subset({ ip: '224.0.0.5' }), 'subsets[0].addresses[0].ip Invalid'],
    [subset({ ip: '10.0.0.1', hostname: 'a.b' }), 'subsets[0].addresses[0].hostname Invalid'],
    [subset({ ip: '10.0.0.1', nodeName: 'N' }), 'subsets[0].addresses[0].nodeName Invalid'],
    [subset({ ip: '10.0.0.1' }, { port: 0 }), 'subsets[0].ports[0].port Invalid'],
    [subset({ ip: '10.0.0.1' }, { port: 65_536 }), 'subsets[0].ports[0].port Invalid'],
    [subset({ ip: '10.0.0.1' }, { port: 1, name: 'A' }), 'subsets[0].ports[0].name Invalid'],
    [subset({ ip: '10.0.0.1' }, { port: 1, appProtocol: 'a b' }), 'subsets[0].ports[0].appProtocol Invalid'],
    [subset({ ip: '10.0.0.1' }, { port: 1, protocol: 'ICMP' }), 'subsets[0].ports[0].protocol NotSupported'],
    [
      { subsets: [{ addresses: [{ ip: '10.0.0.1' }], ports: [{ port: 1 }, { port: 2, name: 'b' }] }] },
      'subsets[0].ports[0].name Required',
    ],
  ])
  offences('endpointslices.discovery.k8s.io', [
    [{ ...endpoint({ conditions: { ready: true }, nodeName: 'n', zone: 'z' }), ports: [{ name: 'http', port: 80 }] }],
    [endpoint({ addresses: ['2001:db8::1'] }, 'IPv6')],
    [endpoint({ addresses: ['a.example.com'] }, 'FQDN')],
    [slicePorts({ name: 'a', port: -1 }, { name: 'b', port: 65_536 })],
    [{}, 'addressType Required'],
    [{ addressType: 'IPX' }, 'addressType NotSupported'],
    [endpoint({ addresses: [] }), 'endpoints[0].addresses Required'],
    [endpoint({ addresses: Array(101).fill('10.0.0.1') }), 'endpoints[0].addresses TooMany'],
    [endpoint({ addresses: ['2001:db8::1'] }), 'endpoints[0].addresses Invalid'],
    [endpoint({ addresses: ['x'] }), 'endpoints[0].addresses[0] Invalid'],
    [endpoint({ addresses: ['127.0.0.1'] }), 'endpoints[0].addresses[0] Invalid'],
    [endpoint({ addresses: ['a'] }, 'FQDN'), 'endpoints[0].addresses[0] Invalid'],
    [endpoint({ hostname: 'A' }), 'endpoints[0].hostname Invalid'],
    [endpoint({ nodeName: 'N' }), 'endpoints[0].nodeName Invalid'],
    [
      endpoint({ hints: { forZones: [{ name: 'a' }, { name: 'a' }, { name: 'b c' }] } }),
      'endpoints[0].hints.forZones[1].name Duplicate',
      'endpoints[0].hints.forZones[2].name Invalid',
    ],
    [
      endpoint({ hints: { forNodes: Array.from({ length: 9 }, (_, index) => ({ name: `n${index}` })) } }),
      'endpoints[0].hints.forNodes TooMany',
    ],
    [{ addressType: 'IPv4', endpoints: Array(1001).fill({ addresses: ['10.0.0.1'] }) }, 'endpoints TooMany'],
    [slicePorts({ name: 'a' }, { name: 'a' }), 'ports[1].name Duplicate'],
    [slicePorts({ name: 'A_' }), 'ports[0].name Invalid'],
    [slicePorts({ name: 'a', appProtocol: 'a b' }), 'ports[0].appProtocol Invalid'],
    [slicePorts({ name: 'a', protocol: 'ICMP' }), 'ports[0].protocol NotSupported'],
  ])
  offencesOfChanges('endpointslices.discovery.k8s.io', [
    [{ addressType: 'IPv4' }, { addressType: 'IPv6' }, 'addressType Invalid'],
  ])
})

const ranges = (...cidrs: string[]) => ({ spec: { cidrs } })
const parentRef = { resource: 'services', namespace: 'default', name: 's' }

describe('rules of ranges of services', () => {
  offences('servicecidrs.networking.k8s.io', [
    [ranges('10.96.0.0/12')],
    [ranges('10.96.0.0/12', '2001:db8::/112')],
    [ranges(), 'spec.cidrs Required'],
    [ranges('10.96.0.0/12', '10.112.0.0/12'), 'spec.cidrs Invalid'],
    [ranges('10.96.0.1/12'), 'spec.cidrs[0] Invalid'],
    [ranges('10.096.0.0/12'), 'spec.cidrs[0] Invalid'],
    [ranges('2001:DB8:0::/112'), 'spec.cidrs[0] Invalid'],
    [ranges('x'), 'spec.cidrs[0] Invalid'],
  ])
  offencesOfChanges('servicecidrs.networking.k8s.io', [
    [ranges('10.96.0.0/12'), ranges('10.112.0.0/12'), 'spec.cidrs[0] Invalid'],
    [ranges('10.96.0.0/12'), ranges('10.96.0.0/12', 'fd00::/112')],
    [ranges('10.96.0.0/12', 'fd00::/112'), ranges('10.96.0.0/12'), 'spec.cidrs Invalid'],
  ])
  offences('ipaddresses.networking.k8s.io', [
    [{ metadata: { name: '10.96.0.1' }, spec: { parentRef } }],
    [{ metadata: { name: '2001:db8::1' }, spec: { parentRef } }],
    [{ metadata: { name: '10.096.0.1' }, spec: { parentRef } }, 'metadata.name Invalid'],
    [{ metadata: { name: 'ten' }, spec: { parentRef } }, 'metadata.name Invalid'],
    [{ metadata: { name: '10.96.0.1' }, spec: {} }, 'spec.parentRef Required'],
    [
      {
        metadata: { name: '10.96.0.1' },
        spec: { parentRef: { group: 'A', resource: 'a/b', name: 'a/b', namespace: 'A' } },
      },
      ...['group', 'resource', 'name'].map((member) => `spec.parentRef.${member} Invalid`),
    ],
    [
      { metadata: { name: '10.96.0.1' }, spec: { parentRef: {} } },
      'spec.parentRef.resource Required',
      'spec.parentRef.name Required',
    ],
  ])
})
