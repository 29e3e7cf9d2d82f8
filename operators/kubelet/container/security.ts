/** A container's security settings for the runtime: its own before the pod's, pure. */
import type { ContainerConfig } from '../../../plugins/runtime/contract.js'
import type { ContainerSpec, Pod } from '../shapes/index.js'

/**
 * Throws, in words for the container's status, when the pod wants no root and would get it, or may get it.
 * @param imageUser whom the image runs as: a number, a name, or empty for root
 */
export function securityOf(pod: Pod, spec: ContainerSpec, imageUser: string): ContainerConfig['security'] {
  const whole = pod.spec.securityContext ?? {}
  const own = spec.securityContext ?? {}
  const runAsUser = own.runAsUser ?? whole.runAsUser
  const runAsGroup = own.runAsGroup ?? whole.runAsGroup
  const why = (own.runAsNonRoot ?? whole.runAsNonRoot) ? maybeRoot(runAsUser, imageUser) : undefined
  if (why) {
    const { name, namespace, uid } = pod.metadata
    throw new Error(`${why} (pod: "${name}_${namespace}(${uid})", container: ${spec.name})`)
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

/** Only a number other than 0 is surely not root: what a name means is written in the image. */
function maybeRoot(runAsUser: number | undefined, imageUser: string): string | undefined {
  if (runAsUser === 0) return "container's runAsUser breaks non-root policy"
  if (runAsUser !== undefined || /^0*[1-9]\d*$/.test(imageUser)) return undefined
  if (/^0*$/.test(imageUser)) return 'container has runAsNonRoot and image will run as root'
  return `container has runAsNonRoot and image has non-numeric user (${imageUser}), cannot verify user is non-root`
}
