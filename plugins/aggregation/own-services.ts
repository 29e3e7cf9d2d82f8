/** APIServices of what this server answers itself, as upstream has them: without a Service, and always available. */
import type { KubeObject } from '../../core/meta/index.js'

/** Upstream's priorities: of the group, then of each version. What upstream's aggregator serves itself has none. */
const priorities: Readonly<Record<string, readonly [number, Readonly<Record<string, number>>]>> = {
  '': [18_000, { v1: 1 }],
  apps: [17_800, { v1: 15 }],
  'events.k8s.io': [17_750, { v1: 15 }],
  'authentication.k8s.io': [17_700, { v1: 15 }],
  'authorization.k8s.io': [17_600, { v1: 15 }],
  autoscaling: [17_500, { v2: 30, v1: 15 }],
  batch: [17_400, { v1: 15 }],
  'certificates.k8s.io': [17_300, { v1: 15 }],
  'networking.k8s.io': [17_200, { v1: 15 }],
  policy: [17_100, { v1: 15 }],
  'rbac.authorization.k8s.io': [17_000, { v1: 15 }],
  'storage.k8s.io': [16_800, { v1: 15 }],
  'apiextensions.k8s.io': [16_700, { v1: 15 }],
  'admissionregistration.k8s.io': [16_700, { v1: 15 }],
  'scheduling.k8s.io': [16_600, { v1: 15 }],
  'coordination.k8s.io': [16_500, { v1: 15 }],
  'node.k8s.io': [16_300, { v1: 15 }],
  'discovery.k8s.io': [16_200, { v1: 15 }],
  'resource.k8s.io': [16_200, { v1: 21 }],
  'flowcontrol.apiserver.k8s.io': [16_100, { v1: 21 }],
}

/** Above what an APIService may ask for: upstream's aggregator has its own group in front. */
const first = 20_001

export const ownPriority = (group: string): number | undefined =>
  group === 'apiregistration.k8s.io' ? first : priorities[group]?.[0]

/** `at`: since when they are available, RFC 3339. */
export function ownApiServices(at: string): readonly KubeObject[] {
  return Object.entries(priorities).flatMap(([group, [groupPriorityMinimum, versions]]) =>
    Object.entries(versions).map(([version, versionPriority]): KubeObject => {
      const spec = { ...(group ? { group } : {}), version, groupPriorityMinimum, versionPriority }
      return {
        apiVersion: 'apiregistration.k8s.io/v1',
        kind: 'APIService',
        metadata: { name: `${version}.${group}`, labels: { 'kube-aggregator.kubernetes.io/automanaged': 'onstart' } },
        spec,
        status: { conditions: [{ ...always, lastTransitionTime: at }] },
      }
    }),
  )
}

const always = {
  type: 'Available',
  status: 'True',
  reason: 'Local',
  message: 'Local APIServices are always available',
}
