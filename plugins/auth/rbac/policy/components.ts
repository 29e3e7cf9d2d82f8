/** Roles for the parts of a cluster, as upstream names them: nodes, scheduler, controllers, provisioners, monitoring (facts of bootstrappolicy). */
import { type BindingFacts, can, canVisit, events, type RoleFacts, read } from './words.js'

const ownLease = (name: string) => [
  can('create', 'coordination.k8s.io', 'leases'),
  can('get update', 'coordination.k8s.io', 'leases', name),
]
const delegation = [
  can('create', 'authentication.k8s.io', 'tokenreviews'),
  can('create', 'authorization.k8s.io', 'subjectaccessreviews'),
]
const signerApprover = (name: string, signer: string): RoleFacts => ({
  name: `system:certificates.k8s.io:${name}-approver`,
  rules: [can('approve', 'certificates.k8s.io', 'signers', `kubernetes.io/${signer}`)],
})

export const componentRoles: readonly RoleFacts[] = [
  { name: 'system:auth-delegator', rules: delegation },
  ...['nodeclient', 'selfnodeclient'].map((each) => ({
    name: `system:certificates.k8s.io:certificatesigningrequests:${each}`,
    rules: [can('create', 'certificates.k8s.io', `certificatesigningrequests/${each}`)],
  })),
  signerApprover('kube-apiserver-client', 'kube-apiserver-client'),
  signerApprover('kube-apiserver-client-kubelet', 'kube-apiserver-client-kubelet'),
  signerApprover('kubelet-serving', 'kubelet-serving'),
  signerApprover('legacy-unknown', 'legacy-unknown'),
  { name: 'system:heapster', rules: [can(read, 'core', 'events namespaces nodes pods')] },
  { name: 'system:kube-aggregator', rules: [can(read, 'core', 'endpoints services')] },
  {
    name: 'system:kube-controller-manager',
    rules: [
      events,
      ...ownLease('kube-controller-manager'),
      can('create', 'core', 'secrets serviceaccounts'),
      can('delete', 'core', 'secrets'),
      can('get', 'core', 'configmaps namespaces secrets serviceaccounts'),
      can('update', 'core', 'secrets serviceaccounts'),
      ...delegation,
      can('list watch', '*', '*'),
      can('create', 'core', 'serviceaccounts/token'),
    ],
  },
  { name: 'system:kube-dns', rules: [can('list watch', 'core', 'endpoints services')] },
  {
    name: 'system:kube-scheduler',
    rules: [
      events,
      ...ownLease('kube-scheduler'),
      can(read, 'core', 'nodes namespaces'),
      can('delete get list watch', 'core', 'pods'),
      can('create', 'core', 'bindings pods/binding'),
      can('patch update', 'core', 'pods/status'),
      can(read, 'core', 'replicationcontrollers services persistentvolumeclaims persistentvolumes'),
      can(read, 'apps', 'replicasets statefulsets'),
      can(read, 'policy', 'poddisruptionbudgets'),
      ...delegation,
      can(read, 'storage.k8s.io', 'csinodes csidrivers csistoragecapacities'),
    ],
  },
  {
    name: 'system:kubelet-api-admin',
    rules: [
      can(read, 'core', 'nodes'),
      can('proxy', 'core', 'nodes'),
      can('*', 'core', 'nodes/log nodes/metrics nodes/proxy nodes/stats'),
    ],
  },
  {
    name: 'system:monitoring',
    rules: [
      canVisit('get', '/healthz /healthz/* /livez /livez/* /metrics /metrics/slis /readyz /readyz/* /statusz /flagz'),
    ],
  },
  {
    name: 'system:node',
    rules: [
      can('create', 'authentication.k8s.io', 'tokenreviews'),
      can('create', 'authorization.k8s.io', 'localsubjectaccessreviews subjectaccessreviews'),
      can(read, 'core', 'services'),
      can('create get list watch patch update', 'core', 'nodes'),
      can('patch update', 'core', 'nodes/status'),
      can('create patch update', 'core events.k8s.io', 'events'),
      can('get list watch create delete', 'core', 'pods'),
      can('patch update', 'core', 'pods/status'),
      can('create', 'core', 'pods/eviction'),
      can(read, 'core', 'configmaps secrets'),
      can('get', 'core', 'persistentvolumeclaims persistentvolumes endpoints'),
      can('create get list watch', 'certificates.k8s.io', 'certificatesigningrequests'),
      can('create delete get patch update', 'coordination.k8s.io', 'leases'),
      can('get', 'storage.k8s.io', 'volumeattachments'),
      can('create', 'core', 'serviceaccounts/token'),
      can('get patch update', 'core', 'persistentvolumeclaims/status'),
      can(read, 'storage.k8s.io', 'csidrivers'),
      can('create delete get patch update', 'storage.k8s.io', 'csinodes'),
      can(read, 'node.k8s.io', 'runtimeclasses'),
    ],
  },
  {
    name: 'system:node-bootstrapper',
    rules: [can('create get list watch', 'certificates.k8s.io', 'certificatesigningrequests')],
  },
  {
    name: 'system:node-problem-detector',
    rules: [can('get', 'core', 'nodes'), can('patch', 'core', 'nodes/status'), events],
  },
  {
    name: 'system:node-proxier',
    rules: [
      can('list watch', 'core', 'endpoints services'),
      can(read, 'core', 'nodes'),
      events,
      can('list watch', 'discovery.k8s.io', 'endpointslices'),
    ],
  },
  {
    name: 'system:persistent-volume-provisioner',
    rules: [
      can('create delete get list watch', 'core', 'persistentvolumes'),
      can('get list update watch', 'core', 'persistentvolumeclaims'),
      can(read, 'storage.k8s.io', 'storageclasses'),
      can('watch', 'core', 'events'),
      events,
    ],
  },
  {
    name: 'system:service-account-issuer-discovery',
    rules: [canVisit('get', '/.well-known/openid-configuration /openid/v1/jwks')],
  },
  {
    name: 'system:volume-scheduler',
    rules: [
      can('get list patch update watch', 'core', 'persistentvolumes persistentvolumeclaims'),
      can(read, 'storage.k8s.io', 'storageclasses'),
    ],
  },
]

/** Nodes hold `system:node` by their group here (upstream binds it to nobody and has its node authorizer instead). */
export const componentBindings: readonly BindingFacts[] = [
  { role: 'system:kube-controller-manager', users: ['system:kube-controller-manager'] },
  { role: 'system:kube-dns', serviceAccounts: ['kube-system/kube-dns'] },
  { role: 'system:kube-scheduler', users: ['system:kube-scheduler'] },
  { role: 'system:volume-scheduler', users: ['system:kube-scheduler'] },
  { role: 'system:node', groups: ['system:nodes'] },
  { role: 'system:node-proxier', users: ['system:kube-proxy'] },
  { role: 'system:monitoring', groups: ['system:monitoring'] },
  { role: 'system:service-account-issuer-discovery', groups: ['system:serviceaccounts'] },
  { role: 'system:kubelet-api-admin', as: 'operon:kubelet-api-admin', users: ['kube-apiserver-kubelet-client'] },
]
