/** A container's security settings for the runtime: its own before the pod's, pure. */
import type { ContainerConfig } from '../../../plugins/runtime/contract.js'
import type { ContainerSpec, Pod } from '../shapes/index.js'

/** Throws, in words for the container's status, when the pod wants no root and would get it. */
export function securityOf(pod: Pod, spec: ContainerSpec): ContainerConfig['security'] {
  const whole = pod.spec.securityContext ?? {}
  const own = spec.securityContext ?? {}
  const runAsUser = own.runAsUser ?? whole.runAsUser
  const runAsGroup = own.runAsGroup ?? whole.runAsGroup
  if ((own.runAsNonRoot ?? whole.runAsNonRoot) && !runAsUser) {
    const why =
      runAsUser === 0
        ? "container's runAsUser breaks non-root policy"
        : 'container has runAsNonRoot and names no runAsUser; the image may run as root'
    throw new Error(
      `${why} (pod: "${pod.metadata.name}_${pod.metadata.namespace}(${pod.metadata.uid})", container: ${spec.name})`,
    )
  }
  const privileged = own.privileged ?? false
  return {
    privileged,
    ...(runAsUser === undefined ? {} : { runAsUser }),
    ...(runAsGroup === undefined ? {} : { runAsGroup }),
    supplementalGroups: [...(whole.supplementalGroups ?? []), ...(whole.fsGroup === undefined ? [] : [whole.fsGroup])],
    readOnlyRootFilesystem: own.readOnlyRootFilesystem ?? false,
    addCapabilities: own.capabilities?.add ?? [],
    dropCapabilities: own.capabilities?.drop ?? [],
    noNewPrivileges: !privileged && own.allowPrivilegeEscalation === false,
  }
}
