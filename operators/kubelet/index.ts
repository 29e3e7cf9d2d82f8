/** The kubelet operator: runs the pods of one node. */
import { defineOperator, type Operator } from '../../core/operator.js'
import { pods } from './api/kinds.js'
import type { KubeletOptions } from './kubelet-options.js'
import { Kubelet } from './kubelet.js'

export type { KubeletOptions } from './kubelet-options.js'

/** The operator of one node, and the way to stop all that it runs. */
export interface KubeletOperator {
  readonly operator: Operator
  /** Stops every pod of this machine within its grace period, or the limit if that is shorter, and writes nothing of it: at the next start they run again, as after a reboot. */
  stopAll(limits: { readonly mostGraceSeconds: number }): Promise<void>
}

export function kubelet(options: KubeletOptions): KubeletOperator {
  const node = new Kubelet(options)
  const operator = defineOperator({
    name: 'kubelet',
    eventSource: { component: 'kubelet', host: options.nodeName },
    description: `Runs the pods of node ${options.nodeName}`,
    watches: [{ kind: pods, fieldSelector: `spec.nodeName=${options.nodeName}` }],
    permissions,
    run: (context) => node.run(context),
  })
  return { operator, stopAll: (limits) => node.stopAll(limits) }
}

const permissions = [
  { apiGroups: [''], resources: ['nodes'], verbs: ['create', 'get', 'patch'] },
  { apiGroups: [''], resources: ['nodes/status'], verbs: ['patch'] },
  { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch', 'delete'] },
  { apiGroups: [''], resources: ['pods/status'], verbs: ['patch'] },
  { apiGroups: [''], resources: ['configmaps', 'secrets'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] },
  { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create', 'get', 'patch'] },
]
