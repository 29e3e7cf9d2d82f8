/** Which objects a query selects. */
import {
  type KubeObject,
  meetsFieldRequirements,
  meetsRequirements,
  parseFieldSelector,
  parseLabelSelector,
} from '../../core/meta/index.js'

export function selection(namespace: string, query: URLSearchParams): (object: KubeObject) => boolean {
  const labels = parseLabelSelector(query.get('labelSelector') ?? '')
  const fields = parseFieldSelector(query.get('fieldSelector') ?? '')
  return (object) => {
    if (namespace && object.metadata.namespace !== namespace) return false
    if (!meetsRequirements(labels, object.metadata.labels)) return false
    return meetsFieldRequirements(fields, (path) => fieldOf(object, path))
  }
}

function fieldOf(object: KubeObject, path: string): string {
  let value: unknown = object
  for (const part of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[part]
  return value === undefined ? '' : String(value)
}
