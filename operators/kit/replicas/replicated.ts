/** What ReplicaSets and ReplicationControllers have in common. */
import type { KubeObject } from '../../../core/meta/index.js'
import type { Condition, PodTemplate } from '../kinds.js'

export interface Replicated extends KubeObject {
  spec: { readonly replicas?: number; readonly minReadySeconds?: number; readonly template?: PodTemplate }
  status?: { readonly conditions?: Condition[] }
}
