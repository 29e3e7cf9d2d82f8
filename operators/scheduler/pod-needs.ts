import type { Pod, PodSpec } from '../kit/kinds.js'
import type { Toleration } from '../kit/toleration.js'
import { type HostPort, hostPortsOf } from '../kit/host-ports.js'
import { type NodeTest, type PreferredNodes, preferredNodes, requiredNodes } from './node-affinity.js'
import { type Resources, requestsOf, scoredRequestsOf } from './resources.js'

/** Everything about a pod that decides where it may run. */
export interface PodNeeds {
  readonly requests: Resources
  /** With a little for those that ask for nothing. */
  readonly scored: Resources
  readonly ports: readonly HostPort[]
  readonly accepts: NodeTest | undefined
  readonly prefers: readonly PreferredNodes[]
  readonly tolerations: readonly Toleration[]
  /** What it asks for that this scheduler can't see to yet. */
  readonly unsupported: string | undefined
}

/** Reads pods' needs; pods made alike are read once. */
export class NeedsReader {
  readonly #known = new Map<string, PodNeeds>()

  /** Cost: writing the deciding parts of the spec as JSON. */
  read({ spec }: Pod): PodNeeds {
    const key = JSON.stringify(decidingParts(spec))
    const known = this.#known.get(key)
    if (known) return known
    if (this.#known.size >= 1000) this.#known.clear()
    const needs = readNeeds(spec)
    this.#known.set(key, needs)
    return needs
  }
}

function decidingParts(spec: PodSpec): unknown {
  const part = ({
    resources,
    ports,
    restartPolicy,
  }: {
    resources?: unknown
    ports?: unknown
    restartPolicy?: unknown
  }) => [resources, ports, restartPolicy]
  return [
    spec.containers.map(part),
    spec.initContainers?.map(part),
    spec.nodeSelector,
    spec.affinity,
    spec.tolerations,
    spec.overhead,
    spec.resources,
    unsupportedOf(spec),
  ]
}

function readNeeds(spec: PodSpec): PodNeeds {
  return {
    requests: requestsOf(spec),
    scored: scoredRequestsOf(spec),
    ports: hostPortsOf(spec),
    accepts: requiredNodes(spec),
    prefers: preferredNodes(spec),
    tolerations: spec.tolerations ?? [],
    unsupported: unsupportedOf(spec),
  }
}

function unsupportedOf(spec: PodSpec): string | undefined {
  const { podAffinity, podAntiAffinity } = spec.affinity ?? {}
  if (podAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.length) return 'required pod affinity'
  if (podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.length) return 'required pod anti-affinity'
  if (spec.topologySpreadConstraints?.some((each) => each.whenUnsatisfiable === 'DoNotSchedule')) {
    return 'topology spread constraints with DoNotSchedule'
  }
  if (spec.volumes?.some((volume) => volume.persistentVolumeClaim || volume.ephemeral)) return 'volumes by claim'
  return spec.resourceClaims?.length ? 'resource claims' : undefined
}
