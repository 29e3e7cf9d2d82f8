import type { ContainerStatus, Pod } from '../kinds.js'

/** The highest restart count among a pod's containers, and among its sidecars (init containers that are always restarted). */
export function restartsOf(pod: Pod): { readonly containers: number; readonly sidecars: number } {
  const status = pod.status
  const containers = highest(status?.containerStatuses)
  if (!status?.initContainerStatuses?.length) return { containers, sidecars: 0 }
  const sidecarNames = new Set(
    (pod.spec.initContainers ?? []).filter((each) => each.restartPolicy === 'Always').map((each) => each.name),
  )
  return { containers, sidecars: highest(status.initContainerStatuses.filter((each) => sidecarNames.has(each.name))) }
}

function highest(statuses: readonly ContainerStatus[] | undefined): number {
  let most = 0
  for (const status of statuses ?? []) most = Math.max(most, status.restartCount ?? 0)
  return most
}
