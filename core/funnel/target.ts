/** What a path asks for, among what is served. Its answer does not belong here. */
import { methodNotAllowed, notFound, pathNotFound } from '../meta/index.js'
import type { Registry, Resource, Target } from '../registry/index.js'
import type { Subresource } from '../schema/index.js'
import type { ResourceRoute } from './route.js'

/** What is asked for, or why it can't be: 404 for what is not served there, 405 for verbs that it lacks. */
export function targetOf(
  registry: Registry,
  { route, method }: { readonly route: ResourceRoute; readonly method: string },
  warn: (message: string) => void,
): Target {
  const resource = registry.find(route.group, route.version, route.plural)
  if (!resource) throw pathNotFound()
  const { deprecationWarning } = resource.version
  const { namespaced } = resource.definition
  const place = namespaced ? route.namespace : ''
  const misplaced = namespaced
    ? route.namespace === '' && (route.name !== '' || route.subresource !== '')
    : route.namespace !== '' && route.namespace !== route.name
  if (misplaced || (resource.definition.builtIn && !isPath(resource, route))) throw pathNotFound()
  if (route.legacyWatch && method !== 'GET') throw methodNotAllowed()
  if (namespaced && route.namespace === '' && (route.verb === 'create' || route.verb === 'deletecollection'))
    throw resource.definition.builtIn ? methodNotAllowed() : pathNotFound()
  // Upstream's handler of people's own kinds tells of it before it looks which part is asked for.
  if (deprecationWarning !== undefined && !resource.definition.builtIn) warn(deprecationWarning)
  const subresource = route.subresource === '' ? undefined : subresourceOf(resource, route)
  if (!subresource && !isServed(resource, route.verb)) throw methodNotAllowed()
  if (!subresource && route.name !== '' && route.verb === 'create') throw methodNotAllowed()
  if (!subresource && route.name === '' && (route.verb === 'update' || route.verb === 'patch')) throw methodNotAllowed()
  if (deprecationWarning !== undefined && resource.definition.builtIn) warn(deprecationWarning)
  const { name } = route
  return subresource ? { resource, namespace: place, name, subresource } : { resource, namespace: place, name }
}

const ofCollections = ['list', 'create', 'deletecollection']
const ofObjects = ['get', 'update', 'patch', 'delete']

/** Whether anything is served there, by any method: what can only be created (reviews) has no objects, and none in all namespaces. */
function isPath({ definition, version: { verbs } }: Resource, route: ResourceRoute): boolean {
  if (route.legacyWatch) return route.subresource === '' && verbs.includes('watch')
  if (route.subresource !== '') return true
  if (route.name !== '') return ofObjects.some((verb) => verbs.includes(verb))
  if (definition.namespaced && route.namespace === '') return verbs.includes('list')
  return ofCollections.some((verb) => verbs.includes(verb))
}

/** What is left of a kind on its way out can be changed, though discovery does not say so; the registry refuses new objects. */
function isServed({ definition, version }: Resource, verb: ResourceRoute['verb']): boolean {
  return version.verbs.includes(verb) || definition.closing === true
}

function subresourceOf(resource: Resource, route: ResourceRoute): Subresource {
  const subresource = resource.version.subresources.find((candidate) => candidate.name === route.subresource)
  const isTooLong = route.rest !== '' && resource.definition.builtIn && !subresource?.path
  if (subresource && !isTooLong) return subresource
  // Upstream's handler of people's own kinds has found the object's kind, and misses the rest as it would an object.
  throw resource.definition.builtIn ? pathNotFound() : notFound(subjectOf(resource), route.name)
}

export function subjectOf(resource: Resource): {
  readonly group: string
  readonly plural: string
  readonly kind: string
} {
  const { group, names } = resource.definition
  return { group, plural: names.plural, kind: names.kind }
}
