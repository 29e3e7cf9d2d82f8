/** Events that a change of a pod's status calls for, pure: each backoff is told once when it begins. */
import type { PlannedEvent } from '../../../core/operator.js'
import type { ContainerStatus, Pod, PodStatus } from '../shapes/index.js'
import { statusesOf } from './facts.js'

export function eventsOfChange(pod: Pod, before: PodStatus, after: PodStatus): PlannedEvent[] {
  const old = statusesOf(before)
  return statusesOf(after).flatMap((status) => {
    const was = old.find(({ name }) => name === status.name)?.state?.waiting?.reason
    return was === status.state?.waiting?.reason ? [] : backoffEvents(pod, status)
  })
}

function backoffEvents(pod: Pod, status: ContainerStatus): PlannedEvent[] {
  const { name, namespace, uid } = pod.metadata
  switch (status.state?.waiting?.reason) {
    case 'CrashLoopBackOff': {
      const message = `Back-off restarting failed container ${status.name} in pod ${name}_${namespace}(${uid})`
      return [{ type: 'Warning', reason: 'BackOff', message }]
    }
    case 'ImagePullBackOff':
      return [
        { type: 'Normal', reason: 'BackOff', message: `Back-off pulling image "${status.image}"` },
        { type: 'Warning', reason: 'Failed', message: 'Error: ImagePullBackOff' },
      ]
    default:
      return []
  }
}
