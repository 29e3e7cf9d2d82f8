/** The kinds that the kubelet reads and writes. */
import type { KindToken, KubeObject } from '../../../core/meta/index.js'
import type { Pod } from '../shapes/index.js'

const core = (kind: string, plural: string) => ({ group: '', version: 'v1', kind, plural, namespaced: true })

export const pods: KindToken<Pod> = core('Pod', 'pods')
export const configMaps: KindToken<KubeObject> = core('ConfigMap', 'configmaps')
export const secrets: KindToken<KubeObject> = core('Secret', 'secrets')
export const services: KindToken<KubeObject> = core('Service', 'services')
export const serviceAccounts: KindToken<KubeObject> = core('ServiceAccount', 'serviceaccounts')
export const nodes: KindToken<KubeObject> = { ...core('Node', 'nodes'), namespaced: false }
export const leases: KindToken<KubeObject> = {
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
}
