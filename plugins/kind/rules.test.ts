/** Offences that the rules of services, secrets, ingresses, RBAC and policies catch. */
import { expect } from 'chai'
import type { KubeObject } from '../../core/meta/index.js'
import type { KindContext } from '../../core/registry/contract.js'
import { kindPlugins } from './index.js'

function wrong(plural: string, object: object): string[] {
  const plugin = kindPlugins.find((each) => each.plural === plural)!
  const causes = plugin.validate!({ metadata: {}, ...object } as KubeObject, undefined, {} as KindContext)
  return causes.map(({ field, reason }) => `${field} ${reason?.replace('FieldValue', '')}`)
}

const ports = [{ port: 80, name: 'a' }]
const role = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'r' }
const ingress = (path: object) => ({ spec: { rules: [{ http: { paths: [path] } }] } })
const backend = { service: { name: 's', port: { number: 80 } } }
const at = 'spec.rules[0].http.paths[0]'

const table: readonly (readonly [string, object, ...string[]])[] = [
  ['services', { spec: { type: 'ClusterIP', ports } }],
  ['services', { spec: { type: 'NodePort', externalTrafficPolicy: 'Local', ports: [{ port: 80, nodePort: 30080 }] } }],
  ['services', { spec: { ports: [...ports, { port: 80, name: 'b' }] } }, 'spec.ports[1] Duplicate'],
  ['services', { spec: { type: 'ExternalName' } }, 'spec.externalName Required'],
  ['services', { spec: { type: 'ExternalName', externalName: 'A_' } }, 'spec.externalName Invalid'],
  [
    'services',
    { spec: { type: 'ClusterIP', ports: [{ port: 1, nodePort: 30000 }] } },
    'spec.ports[0].nodePort Forbidden',
  ],
  ['services', { spec: { type: 'ClusterIP', ports, loadBalancerClass: 'a/b' } }, 'spec.loadBalancerClass Forbidden'],
  [
    'services',
    { spec: { type: 'NodePort', externalTrafficPolicy: 'Local', ports, clusterIP: 'None' } },
    'spec.clusterIPs[0] Invalid',
  ],
  ['secrets', { type: 'Opaque' }],
  ['secrets', { type: 'kubernetes.io/tls', data: { 'tls.crt': '' } }, 'data[tls.key] Required'],
  ['secrets', { type: 'kubernetes.io/ssh-auth' }, 'data[ssh-privatekey] Required'],
  ['secrets', { type: 'kubernetes.io/basic-auth', data: { username: '' } }],
  [
    'secrets',
    { type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': 'eA==' } },
    'data[.dockerconfigjson] Invalid',
  ],
  [
    'secrets',
    { type: 'kubernetes.io/service-account-token' },
    'metadata.annotations[kubernetes.io/service-account.name] Required',
  ],
  ['ingresses', ingress({ path: '/a', pathType: 'Prefix', backend })],
  ['ingresses', { spec: {} }, 'spec Invalid'],
  ['ingresses', ingress({ path: 'a', pathType: 'Exact', backend }), `${at}.path Invalid`],
  ['ingresses', ingress({ path: '/a//b', pathType: 'Prefix', backend }), `${at}.path Invalid`],
  ['ingresses', ingress({ path: '/', pathType: 'Prefix', backend: {} }), `${at}.backend Invalid`],
  ['roles', { rules: [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }] }],
  ['roles', { rules: [{ verbs: [] }] }, 'rules[0].apiGroups Required', 'rules[0].resources Required'],
  ['roles', { rules: [{ verbs: ['get'], nonResourceURLs: ['/a'] }] }, 'rules[0].nonResourceURLs Invalid'],
  ['clusterroles', { rules: [{ verbs: ['get'], nonResourceURLs: ['/a'] }] }],
  [
    'rolebindings',
    { roleRef: role, subjects: [{ kind: 'ServiceAccount', name: 'A', namespace: 'b' }] },
    'subjects[0].name Invalid',
  ],
  [
    'clusterrolebindings',
    { roleRef: { ...role, kind: 'Role' }, subjects: [{ kind: 'X' }] },
    'roleRef.kind NotSupported',
    'subjects[0].kind NotSupported',
  ],
  ['poddisruptionbudgets', { spec: { minAvailable: '50%' } }],
  [
    'poddisruptionbudgets',
    { spec: { minAvailable: 1, maxUnavailable: '101%' } },
    'spec.maxUnavailable Invalid',
    'spec Invalid',
  ],
  ['priorityclasses', { metadata: { name: 'system-node-critical' }, value: 2_000_001_000 }],
  ['priorityclasses', { metadata: { name: 'system-a' }, value: 1 }, 'metadata.name Forbidden'],
  ['priorityclasses', { metadata: { name: 'a' }, value: 1_000_000_001 }, 'value Forbidden'],
]

describe('rules of kinds', () => {
  for (const [plural, object, ...causes] of table)
    it(`${plural} ${JSON.stringify(object).slice(0, 90)}: ${causes.join(', ') || 'nothing wrong'}`, () => {
      expect(wrong(plural, object)).to.deep.equal(causes)
    })
})
