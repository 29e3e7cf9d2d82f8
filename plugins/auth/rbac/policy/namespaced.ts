/** Default roles inside of kube-system and kube-public (facts of bootstrappolicy). */
import { can, type NamespaceFacts, type RoleFacts, read } from './words.js'

const configReader = (name: string, configMap: string): RoleFacts => ({
  name,
  rules: [can(read, 'core', 'configmaps', configMap)],
})
const leaderLock = (component: string): RoleFacts => ({
  name: `system::leader-locking-${component}`,
  rules: [can('watch', 'core', 'configmaps'), can('get update', 'core', 'configmaps', component)],
})

export const namespacedPolicy: readonly NamespaceFacts[] = [
  {
    namespace: 'kube-system',
    roles: [
      configReader('extension-apiserver-authentication-reader', 'extension-apiserver-authentication'),
      leaderLock('kube-controller-manager'),
      leaderLock('kube-scheduler'),
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
      },
      { role: 'system::leader-locking-kube-scheduler', local: true, users: ['system:kube-scheduler'] },
    ],
  },
]
