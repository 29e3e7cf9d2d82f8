/** Roles for the parts of a cluster, as upstream names them: nodes, scheduler, controllers, provisioners, monitoring (facts of bootstrappolicy). */
import { type BindingFacts, can, canVisit, events, type RoleFacts, read, readWrite } from './words.js'

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
  {
    name: 'system:heapster',
    rules: [can(read, 'core', 'events namespaces nodes pods'), can(read, 'extensions', 'deployments')],
  },
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
      can('create', 'coordination.k8s.io', 'leases'),
      can('get list update watch', 'coordination.k8s.io', 'leases', 'kube-scheduler'),
      can(readWrite, 'coordination.k8s.io', 'leasecandidates'),
      can(read, 'core', 'nodes'),
      can('delete get list watch', 'core', 'pods'),
      can('create', 'core', 'bindings pods/binding'),
      can('patch update', 'core', 'pods/status'),
      can(read, 'core', 'replicationcontrollers services'),
      can(read, 'apps extensions', 'replicasets'),
      can(read, 'apps', 'statefulsets'),
      can(read, 'policy', 'poddisruptionbudgets'),
      can(read, 'core', 'persistentvolumeclaims persistentvolumes'),
      ...delegation,
      can(read, 'storage.k8s.io', 'csinodes'),
      can(read, 'storage.k8s.io', 'volumeattachments'),
      can(read, 'core', 'namespaces'),
      can(read, 'storage.k8s.io', 'csidrivers'),
      can(read, 'storage.k8s.io', 'csistoragecapacities'),
      can(read, 'resource.k8s.io', 'deviceclasses'),
      can('get list patch update watch', 'resource.k8s.io', 'resourceclaims'),
      can('get list patch update watch', 'resource.k8s.io', 'resourceclaims/status'),
      can('update', 'core', 'pods/finalizers'),
      can(read, 'resource.k8s.io', 'resourceslices'),
      can('create delete', 'resource.k8s.io', 'resourceclaims'),
      can('patch update', 'resource.k8s.io', 'resourceclaims/binding'),
    ],
  },
  {
    name: 'system:kubelet-api-admin',
    rules: [
      can(read, 'core', 'nodes'),
      can('proxy', 'core', 'nodes'),
      can('*', 'core', 'nodes/log nodes/metrics nodes/proxy nodes/stats'),
      can('*', 'core', 'nodes/configz nodes/healthz nodes/pods'),
    ],
  },
  {
    name: 'system:monitoring',
    rules: [
      canVisit('get', '/flagz /healthz /healthz/* /livez /livez/* /metrics /metrics/slis /readyz /readyz/* /statusz'),
      can('get', 'core', 'nodes/metrics'),
    ],
  },
  {
    name: 'system:node',
    rules: [
      can('create', 'authentication.k8s.io', 'tokenreviews'),
      can('create', 'authorization.k8s.io', 'localsubjectaccessreviews subjectaccessreviews'),
      can(read, 'core', 'services'),
      can('create get list watch', 'core', 'nodes'),
      can('patch update', 'core', 'nodes/status'),
      can('patch update', 'core', 'nodes'),
      events,
      can(read, 'core', 'pods'),
      can('create delete', 'core', 'pods'),
      can('patch update', 'core', 'pods/status'),
      can('create', 'core', 'pods/eviction'),
      can(read, 'core', 'configmaps secrets'),
      can('get', 'core', 'persistentvolumeclaims persistentvolumes'),
      can('get', 'core', 'endpoints'),
      can('create get list watch', 'certificates.k8s.io', 'certificatesigningrequests'),
      can('create delete get patch update', 'coordination.k8s.io', 'leases'),
      can('get', 'storage.k8s.io', 'volumeattachments'),
      can('create', 'core', 'serviceaccounts/token'),
      can('get patch update', 'core', 'persistentvolumeclaims/status'),
      can(read, 'storage.k8s.io', 'csidrivers'),
      can('create delete get patch update', 'storage.k8s.io', 'csinodes'),
      can(read, 'node.k8s.io', 'runtimeclasses'),
      can('get', 'resource.k8s.io', 'resourceclaims'),
      can('deletecollection', 'resource.k8s.io', 'resourceslices'),
      can('get', 'core', 'serviceaccounts'),
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
      can('list watch', 'networking.k8s.io', 'servicecidrs'),
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
    rules: [
      canVisit(
        'get',
        '/.well-known/openid-configuration /.well-known/openid-configuration/ /openid/v1/jwks /openid/v1/jwks/',
      ),
    ],
  },
  {
    name: 'system:volume-scheduler',
    rules: [
      can('get list patch update watch', 'core', 'persistentvolumes'),
      can(read, 'storage.k8s.io', 'storageclasses'),
      can('get list patch update watch', 'core', 'persistentvolumeclaims'),
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
