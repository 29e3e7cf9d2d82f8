/** Members of pods that upstream 1.36 knows and, as its feature gates stand, does not take: they go before anything looks at them. */
import type { Container, PodSpec, PodStatus, VolumeProjection } from '../../crds/generated/tokens.js'
import { placedContainers } from './pod-warnings/placed.js'

const ofSources = ['clusterTrustBundle', 'podCertificate'] as const

/** In place. `old`: what an object has already it keeps. Cost: a look at each container and volume. */
export function dropGated(spec: PodSpec | undefined, old: PodSpec | undefined): void {
  if (!spec) return
  if (spec.schedulingGroup && !old?.schedulingGroup) delete spec.schedulingGroup
  if (saysSignal(spec) && !(old && saysSignal(old))) {
    for (const { container } of placedContainers(spec, '')) dropSignal(container)
  }
  for (const member of ofSources) {
    if (!sourcesOf(spec).some((source) => source[member]) || (old && sourcesOf(old).some((each) => each[member])))
      continue
    for (const source of sourcesOf(spec)) delete source[member]
  }
}

function dropSignal(container: Container): void {
  const { lifecycle } = container
  if (lifecycle?.stopSignal === undefined) return
  delete lifecycle.stopSignal
  if (Object.keys(lifecycle).length === 0) delete container.lifecycle
}

/** In place, of a status: what its node says of features that are off. `old` as for `dropGated`. */
export function dropGatedReports(status: PodStatus | undefined, old: PodStatus | undefined): void {
  if (!status) return
  if (!old?.nodeAllocatableResourceClaimStatuses?.length) delete status.nodeAllocatableResourceClaimStatuses
  if (mountsOf(status).some(saysVolume) && !(old && mountsOf(old).some(saysVolume)))
    for (const mount of mountsOf(status)) delete mount.volumeStatus
}

type Mount = { volumeStatus?: unknown }

const saysVolume = (mount: Mount) => mount.volumeStatus !== undefined

const mountsOf = (status: PodStatus): Mount[] =>
  (['containerStatuses', 'initContainerStatuses', 'ephemeralContainerStatuses'] as const).flatMap((list) =>
    (status[list] ?? []).flatMap(({ volumeMounts }) => (volumeMounts ?? []) as Mount[]),
  )

const lists = ['containers', 'initContainers', 'ephemeralContainers'] as const

function saysSignal(spec: PodSpec): boolean {
  for (const list of lists) {
    for (const { lifecycle } of (spec[list] ?? []) as readonly Container[])
      if (lifecycle?.stopSignal !== undefined) return true
  }
  return false
}

function sourcesOf({ volumes }: PodSpec): readonly VolumeProjection[] {
  let found: VolumeProjection[] | undefined
  for (const { projected } of volumes ?? []) if (projected?.sources) found = [...(found ?? []), ...projected.sources]
  return found ?? none
}

const none: readonly VolumeProjection[] = []
