/** Offences of what is about the network. */
import { offences, offencesOfChanges } from '../../../test/kit/offences.js'

const podSelector = { matchLabels: { app: 'web' } }
const policy = (more: object) => ({ spec: { podSelector, ...more } })
const port = (given: object) => policy({ ingress: [{ ports: [given] }] })
const peer = (given: object) => policy({ egress: [{ to: [given] }] })
const selector = (given: object) => ({ spec: { podSelector: given } })
const atPort = 'spec.ingress[0].ports[0]'
const atPeer = 'spec.egress[0].to[0]'

describe('rules of network policies', () => {
  offences('networkpolicies.networking.k8s.io', [
    [policy({})],
    [policy({ policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{ to: [{ namespaceSelector: {} }] }] })],
    [port({ port: 80, endPort: 90, protocol: 'UDP' })],
    [port({ port: 'http' })],
    [port({ port: 0 }), `${atPort}.port Invalid`],
    [port({ port: 'Not A Port' }), `${atPort}.port Invalid`],
    [port({ port: 80, protocol: 'ICMP' }), `${atPort}.protocol NotSupported`],
    [port({ port: 80, endPort: 79 }), `${atPort}.endPort Invalid`],
    [port({ port: 80, endPort: 70_000 }), `${atPort}.endPort Invalid`],
    [port({ port: 'http', endPort: 90 }), `${atPort}.endPort Invalid`],
    [port({ endPort: 90 }), `${atPort}.endPort Invalid`],
    [peer({ podSelector, namespaceSelector: podSelector })],
    [peer({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.2.3.4/32'] } })],
    [peer({ ipBlock: { cidr: '2001:db8::/32', except: ['2001:db8:1::/48'] } })],
    [peer({}), `${atPeer} Required`],
    [peer({ ipBlock: { cidr: '10.0.0.0/8' }, podSelector }), `${atPeer} Forbidden`],
    [peer({ ipBlock: {} }), `${atPeer}.ipBlock.cidr Required`],
    [peer({ ipBlock: { cidr: '10.0.0.0' } }), `${atPeer}.ipBlock.cidr Invalid`],
    [peer({ ipBlock: { cidr: '10.0.0.0/33' } }), `${atPeer}.ipBlock.cidr Invalid`],
    [
      peer({ ipBlock: { cidr: '10.0.0.0/8', except: ['11.0.0.0/16', '10.0.0.0/8', 'x', '::/64'] } }),
      ...[0, 1, 2, 3].map((index) => `${atPeer}.ipBlock.except[${index}] Invalid`),
    ],
    [policy({ policyTypes: ['Ingress', 'Egress', 'Ingress'] }), 'spec.policyTypes Invalid'],
    [policy({ policyTypes: ['Both'] }), 'spec.policyTypes[0] NotSupported'],
    [selector({ matchLabels: { 'a b': 'c' } }), 'spec.podSelector.matchLabels Invalid'],
    [selector({ matchLabels: { a: 'c d' } }), 'spec.podSelector.matchLabels Invalid'],
    [
      selector({ matchExpressions: [{ key: 'a', operator: 'In' }] }),
      'spec.podSelector.matchExpressions[0].values Required',
    ],
    [
      selector({ matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] }),
      'spec.podSelector.matchExpressions[0].values Forbidden',
    ],
    [
      selector({ matchExpressions: [{ key: 'a/b/c', operator: 'Gt', values: ['-'] }] }),
      'spec.podSelector.matchExpressions[0].operator Invalid',
      'spec.podSelector.matchExpressions[0].key Invalid',
      'spec.podSelector.matchExpressions[0].values[0] Invalid',
    ],
  ])
})

const service = { name: 's', port: { number: 80 } }
const route = (backend: object, more: object = {}) => ({
  spec: { rules: [{ host: 'a.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }], ...more },
})
const atBackend = 'spec.rules[0].http.paths[0].backend'
const fallback = { defaultBackend: { service } }

describe('rules of ingresses', () => {
  offences('ingresses.networking.k8s.io', [
    [route({ service })],
    [route({ resource: { apiGroup: 'a.example.com', kind: 'Bucket', name: 'b' } })],
    [{ spec: { ...fallback, ingressClassName: 'nginx', tls: [{ hosts: ['*.example.com'], secretName: 't' }] } }],
    [{ spec: {} }, 'spec Invalid'],
    [route({ service, resource: { kind: 'B', name: 'b' } }), `${atBackend} Invalid`],
    [route({}), `${atBackend} Invalid`],
    [route({ service: { name: 's' } }), `${atBackend} Required`],
    [route({ service: { name: 's', port: { name: 'a', number: 1 } } }), `${atBackend} Invalid`],
    [route({ service: { name: 's', port: { name: 'A' } } }), `${atBackend}.service.port.name Invalid`],
    [route({ service: { name: 's', port: { number: 70_000 } } }), `${atBackend}.service.port.number Invalid`],
    [route({ service: { ...service, name: 'S_' } }), `${atBackend}.service.name Invalid`],
    [
      route({ resource: { apiGroup: '-', kind: 'a/b', name: '..' } }),
      ...['apiGroup', 'kind', 'name'].map((member) => `${atBackend}.resource.${member} Invalid`),
    ],
    [{ spec: { rules: [{ http: { paths: [] } }] } }, 'spec.rules[0].http.paths Required'],
    [{ spec: { ...fallback, rules: [{ host: '*.example.com' }] } }],
    [{ spec: { ...fallback, rules: [{ host: 'a.*.com' }] } }, 'spec.rules[0].host Invalid'],
    [{ spec: { ...fallback, rules: [{ host: 'A.com' }] } }, 'spec.rules[0].host Invalid'],
    [{ spec: { ...fallback, rules: [{ host: '10.0.0.1' }] } }, 'spec.rules[0].host Invalid'],
    [
      { spec: { ...fallback, tls: [{ hosts: ['*', 'A'], secretName: 'T' }] } },
      'spec.tls[0].hosts[0] Invalid',
      'spec.tls[0].hosts[1] Invalid',
      'spec.tls[0].secretName Invalid',
    ],
    [{ spec: { ...fallback, ingressClassName: 'A' } }, 'spec.ingressClassName Invalid'],
    [
      {
        metadata: { annotations: { 'kubernetes.io/ingress.class': 'a' } },
        spec: { ...fallback, ingressClassName: 'b' },
      },
      'annotations.kubernetes.io/ingress.class Invalid',
    ],
  ])
  const reached = (ingress: object) => ({ status: { loadBalancer: { ingress: [ingress] } } })
  const atIngress = 'status.loadBalancer.ingress[0]'
  offencesOfChanges(
    'ingresses.networking.k8s.io',
    [
      [{ spec: fallback }, reached({ ip: '10.0.0.1', hostname: 'a.example.com' })],
      [{ spec: fallback }, reached({ ip: 'a' }), `${atIngress}.ip Invalid`],
      [{ spec: fallback }, reached({ hostname: 'A' }), `${atIngress}.hostname Invalid`],
      [{ spec: fallback }, reached({ hostname: '10.0.0.1' }), `${atIngress}.hostname Invalid`],
    ],
    { subresource: 'status' },
  )

  const parameters = { kind: 'P', name: 'p' }
  const withParameters = (more: object) => ({
    spec: { controller: 'a.example.com/b', parameters: { ...parameters, ...more } },
  })
  offences('ingressclasses.networking.k8s.io', [
    [{ spec: { controller: 'k8s.io/ingress-nginx' } }],
    [withParameters({ apiGroup: 'a.example.com' })],
    [withParameters({ scope: 'Namespace', namespace: 'default' })],
    [{ spec: {} }, 'spec.controller Required'],
    [{ spec: { controller: 'nginx' } }, 'spec.controller Invalid'],
    [{ spec: { controller: 'A/b c' } }, 'spec.controller Invalid', 'spec.controller Invalid'],
    [{ spec: { controller: `a.b/${'x'.repeat(250)}` } }, 'spec.controller TooLong'],
    [withParameters({ scope: 'Galaxy' }), 'spec.parameters.scope NotSupported'],
    [withParameters({ scope: 'Namespace' }), 'spec.parameters.namespace Required'],
    [withParameters({ scope: 'Namespace', namespace: 'A' }), 'spec.parameters.namespace Invalid'],
    [withParameters({ scope: 'Cluster', namespace: 'a' }), 'spec.parameters.namespace Forbidden'],
    [withParameters({ kind: '' }), 'spec.parameters.kind Required'],
  ])
  offencesOfChanges('ingressclasses.networking.k8s.io', [
    [{ spec: { controller: 'a.b/c' } }, { spec: { controller: 'a.b/d' } }, 'spec.controller Invalid'],
  ])
})
