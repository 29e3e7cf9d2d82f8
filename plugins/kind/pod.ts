/** Pods: what their definition can't say. */
import { Pod } from '../../crds/generated/tokens.js'
import { defaultPodRequests, qosClassOf } from './pod-qos.js'
import { podState, restartsText } from './pod-state.js'
import { updateErrors } from './pod-update.js'
import { kindPlugin } from './typed-plugin.js'

export const podKind = kindPlugin(Pod, {
  prepare(pod, old) {
    if (!pod.spec) return
    if (!old) {
      defaultPodRequests(pod.spec)
      pod.status = { phase: 'Pending', qosClass: qosClassOf(pod.spec) }
      if (pod.spec.schedulingGates?.length) pod.status.conditions = [gated]
      return
    }
    alignAddresses(pod)
  },
  validate(pod, old, { operation, subresource }) {
    return old && operation === 'update' && subresource === '' ? updateErrors(pod, old) : []
  },
  columns: {
    ready: (pod) => {
      const { ready, total } = podState(pod)
      return `${ready}/${total}`
    },
    status: (pod) => podState(pod).status,
    restarts: (pod, now) => restartsText(podState(pod), now),
    ip: (pod) => pod.status?.podIPs?.[0]?.ip || '<none>',
    readinessGates,
  },
  fields: {
    'spec.hostNetwork': (pod) => String(pod.spec?.hostNetwork === true),
    'status.podIP': (pod) => pod.status?.podIPs?.[0]?.ip ?? '',
  },
})

const gated = {
  type: 'PodScheduled',
  status: 'False',
  reason: 'SchedulingGated',
  message: 'Scheduling is blocked due to non-empty scheduling gates',
  lastProbeTime: null,
  lastTransitionTime: null,
} as never

/** podIP and podIPs are two names of one thing; the older one counts when they differ. */
function alignAddresses({ status }: Pod): void {
  if (!status) return
  const first = status.podIPs?.[0]?.ip
  if (status.podIP && status.podIP !== first) status.podIPs = [{ ip: status.podIP }]
  else if (!status.podIP && first) status.podIP = first
}

function readinessGates({ spec, status }: Pod): string {
  const gates = spec?.readinessGates ?? []
  if (!gates.length) return '<none>'
  const isPassed = (wanted: string) => status?.conditions?.find(({ type }) => type === wanted)?.status === 'True'
  return `${gates.filter((gate) => isPassed(gate.conditionType)).length}/${gates.length}`
}
