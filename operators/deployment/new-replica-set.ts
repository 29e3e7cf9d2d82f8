import type { ReplicaSet } from '../kit/kinds.js'
import type { Rollout } from './rollout.js'
import { hashLabel, templateHash } from './template-hash.js'

const longestName = 253

/** The name that a ReplicaSet of the current template gets. */
export function replicaSetName(rollout: Rollout): string {
  const hash = hashOf(rollout)
  return `${String(rollout.deployment.metadata.name).slice(0, longestName - hash.length - 1)}-${hash}`
}

/** A ReplicaSet of the current template. */
export function newReplicaSet(
  rollout: Rollout,
  { replicas, annotations }: { readonly replicas: number; readonly annotations: Readonly<Record<string, string>> },
): ReplicaSet {
  const { metadata, spec } = rollout.deployment
  const labels = { ...spec.template.metadata?.labels, [hashLabel]: hashOf(rollout) }
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: replicaSetName(rollout),
      ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
      labels,
      annotations: { ...annotations },
    },
    spec: {
      replicas,
      ...(spec.minReadySeconds ? { minReadySeconds: spec.minReadySeconds } : {}),
      selector: { ...spec.selector, matchLabels: { ...spec.selector.matchLabels, [hashLabel]: hashOf(rollout) } },
      template: { ...spec.template, metadata: { ...spec.template.metadata, labels } },
    },
  }
}

function hashOf(rollout: Rollout): string {
  return templateHash(rollout.deployment.spec.template, rollout.collisionCount)
}
