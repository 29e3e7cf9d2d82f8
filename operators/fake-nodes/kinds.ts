/** The kinds that fake nodes write. */
import type { KindToken, KubeObject } from '../../core/meta/index.js'

export const pods: KindToken<FakePod> = { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true }
export const nodes: KindToken<KubeObject> = {
  group: '',
  version: 'v1',
  kind: 'Node',
  plural: 'nodes',
  namespaced: false,
}
export const leases: KindToken<KubeObject> = {
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
}

/** What a fake node reads of a pod. */
export interface FakePod extends KubeObject {
  spec: {
    nodeName?: string
    containers: { name: string; image?: string }[]
    initContainers?: { name: string; image?: string; restartPolicy?: string }[]
  }
  status?: { phase?: string; conditions?: { type: string }[] }
}
