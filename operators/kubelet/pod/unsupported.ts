/** What a pod asks for and this kubelet does not do, in words for an event: it runs all the same. Volumes are told by their mount. */
import type { RuntimeStatus } from '../../../plugins/runtime/contract.js'
import type { Pod } from '../shapes/index.js'
import { specsOf } from './facts.js'
import { unopenedPorts } from './port-mappings.js'

export function unsupportedIn(pod: Pod, lacks: RuntimeStatus['lacks']): string[] {
  return [...unopenedPorts(pod, lacks), ...unfiltered(pod), ...unlimited(pod)]
}

/** Filters and labels of the kernel that this runtime does not set. */
function unfiltered(pod: Pod): string[] {
  const contexts = [pod.spec.securityContext, ...specsOf(pod).map(({ spec }) => spec.securityContext)]
  const isFiltered = (type: string | undefined) => type !== undefined && type !== 'Unconfined'
  return [
    ...(contexts.some((one) => isFiltered(one?.seccompProfile?.type))
      ? ['seccompProfile: containers run without a filter of system calls']
      : []),
    ...(contexts.some((one) => isFiltered(one?.appArmorProfile?.type)) ? ['appArmorProfile is not applied'] : []),
    ...(contexts.some((one) => one?.seLinuxOptions) ? ['seLinuxOptions are not applied'] : []),
  ]
}

function unlimited(pod: Pod): string[] {
  const volumes = (pod.spec.volumes ?? []).filter(({ emptyDir }) => emptyDir?.sizeLimit && emptyDir.medium !== 'Memory')
  return volumes.map(({ name }) => `emptyDir ${name}: its sizeLimit is not enforced`)
}
