/** Objects of any kind, as admission may read them. */
import { apiVersionOf, parseApiVersion, StatusError } from '../meta/index.js'
import type { Catalog } from './catalog.js'
import type { ServedKind, ServedKinds } from './contract.js'
import type { Registry, Resource } from './verbs.js'
import { objectIn } from './answer.js'

export function servedKinds(catalog: Catalog, verbs: Pick<Registry, 'get' | 'list'>): ServedKinds {
  const resourceAt = ({ group, version, plural }: ServedKind): Resource => {
    const resource = catalog.find(group, version, plural)
    if (!resource) throw new Error(`${plural} of ${apiVersionOf({ group, version })} are no longer served`)
    return resource
  }
  return {
    find: (apiVersion, kind) => findKind(catalog, apiVersion, kind),
    async get(at, namespace, name) {
      try {
        return objectIn(await verbs.get({ resource: resourceAt(at), namespace, name }))
      } catch (error) {
        if (error instanceof StatusError && error.code === 404) return undefined
        throw error
      }
    },
    async list(at, namespace, labelSelector) {
      const target = { resource: resourceAt(at), namespace, name: '' }
      const { items } = await verbs.list(target, labelSelector ? { labelSelector } : {})
      return items.map(objectIn)
    },
  }
}

function findKind(catalog: Catalog, apiVersion: string, kind: string): ServedKind | undefined {
  const { group, version } = parseApiVersion(apiVersion)
  for (const { group: own, names, namespaced, versions } of catalog.all()) {
    if (own !== group || names.kind !== kind || !versions.some(({ name, served }) => name === version && served))
      continue
    return { group, version, plural: names.plural, namespaced }
  }
  return undefined
}
