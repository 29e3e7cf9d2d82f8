/** Default roles inside of kube-system and kube-public (facts of bootstrappolicy). */
import { can, events, type NamespaceFacts, type RoleFacts, read } from './words.js'

const configReader = (name: string, configMap: string): RoleFacts => ({
  name,
  rules: [can(read, 'core', 'configmaps', configMap)],
})
const leaderLock = (component: string): RoleFacts => ({
  name: `system::leader-locking-${component}`,
  rules: ['leases', 'leasecandidates'].map((each) => can('create get list update watch', 'coordination.k8s.io', each)),
})
const controller = (name: string, rules: RoleFacts['rules']) => ({
  roles: [{ name: `system:controller:${name}`, rules: rules ?? [] }],
  bindings: [{ role: `system:controller:${name}`, local: true, serviceAccounts: [`kube-system/${name}`] }],
})
const signer = controller('bootstrap-signer', [can(read, 'core', 'secrets')])
const provider = controller('cloud-provider', [can('create get list watch', 'core', 'configmaps')])
const cleaner = controller('token-cleaner', [can('delete get list watch', 'core', 'secrets'), events])

export const namespacedPolicy: readonly NamespaceFacts[] = [
  {
    namespace: 'kube-system',
    roles: [
      configReader('extension-apiserver-authentication-reader', 'extension-apiserver-authentication'),
      leaderLock('kube-controller-manager'),
      leaderLock('kube-scheduler'),
      ...[signer, provider, cleaner].flatMap(({ roles }) => roles),
    ],
    bindings: [
      {
        role: 'extension-apiserver-authentication-reader',
        as: 'system::extension-apiserver-authentication-reader',
        local: true,
        users: ['system:kube-controller-manager', 'system:kube-scheduler'],
      },
      {
        role: 'system::leader-locking-kube-controller-manager',
        local: true,
        users: ['system:kube-controller-manager'],
        serviceAccounts: ['kube-system/kube-controller-manager', 'kube-system/leader-election-controller'],
      },
      {
        role: 'system::leader-locking-kube-scheduler',
        local: true,
        users: ['system:kube-scheduler'],
        serviceAccounts: ['kube-system/kube-scheduler'],
      },
      ...[signer, provider, cleaner].flatMap(({ bindings }) => bindings),
    ],
  },
  {
    namespace: 'kube-public',
    ...controller('bootstrap-signer', [
      can(read, 'core', 'configmaps'),
      can('update', 'core', 'configmaps', 'cluster-info'),
      events,
    ]),
  },
]
