import { timestamp } from '../../core/meta/index.js'
import { conditionOf } from '../kit/condition.js'
import type { Condition, Node } from '../kit/kinds.js'

/** Silence after which nothing is known of a node. */
export const graceMs = 40_000

/** What a kubelet tells of its node; all of it is unknown when it is silent. */
const told = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure']

/** The conditions of a node that has fallen silent, those that change; none: all are unknown already. */
export function unknownConditions({ metadata, status }: Node, now: number): Condition[] {
  return told.flatMap((type) => {
    const current = conditionOf(status?.conditions, type)
    if (current?.status === 'Unknown') return []
    const [reason, message] = current
      ? ['NodeStatusUnknown', 'Kubelet stopped posting node status.']
      : ['NodeStatusNeverUpdated', 'Kubelet never posted node status.']
    const condition = { type, status: 'Unknown', reason, message, lastTransitionTime: timestamp(now) }
    // One that never was heard of was last heard of when it was made, as upstream.
    return [current ? condition : { ...condition, lastHeartbeatTime: metadata.creationTimestamp }]
  })
}
