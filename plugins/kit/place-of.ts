import type { KubeObject } from '../../core/meta/index.js'

const places = ['topology.kubernetes.io/zone', 'topology.kubernetes.io/region']

/** The labels by which a pod learns of where it is, as its node has them. */
export function placeOf(node: KubeObject | undefined): Record<string, string> {
  const labels = node?.metadata.labels ?? {}
  return Object.fromEntries(places.flatMap((name) => (labels[name] === undefined ? [] : [[name, labels[name]]])))
}
