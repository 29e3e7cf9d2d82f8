/** What can be done at which path: the operations of OpenAPI documents, before they are written in one version or the other. */
import type { DefinitionVersion, Subresource } from '../../schema/index.js'
import type { ServedResource } from '../groups.js'

export interface Operation {
  readonly path: string
  readonly method: 'get' | 'put' | 'post' | 'delete' | 'patch' | 'head' | 'options'
  /** As `x-kubernetes-action` says it. */
  readonly action:
    | 'get'
    | 'list'
    | 'watch'
    | 'watchlist'
    | 'put'
    | 'post'
    | 'delete'
    | 'deletecollection'
    | 'patch'
    | 'connect'
  readonly id: string
  readonly resource: ServedResource
  /** The kind that is read or written: the resource's own, or a subresource's. */
  readonly shape: { readonly group: string; readonly version: string; readonly kind: string }
  readonly subresource?: Subresource
}

const builtInPatches = ['apply-patch+yaml', 'json-patch+json', 'merge-patch+json', 'strategic-merge-patch+json']

/** Content types of patches; clients choose by them. */
function patchTypesOf({ resource }: Operation): readonly string[] {
  const { builtIn } = resource.definition
  const types = builtIn ? builtInPatches : builtInPatches.filter((type) => !type.startsWith('strategic'))
  return types.map((type) => `application/${type}`)
}

/** All operations of a resource, by path. */
export function operationsOf(resource: ServedResource): Operation[] {
  const { definition, version } = resource
  const { group, names, namespaced } = definition
  const base = group ? `/apis/${group}/${version.name}` : `/api/${version.name}`
  const collection = `${namespaced ? `${base}/namespaces/{namespace}` : base}/${names.plural}`
  const shape = { group, version: version.name, kind: names.kind }
  const scope = namespaced ? 'Namespaced' : ''
  const has = (verb: string) => version.verbs.includes(verb)
  const found: Operation[] = []
  const add = (path: string, what: Pick<Operation, 'method' | 'action'>, name: [verb: string, rest: string]) =>
    found.push({ path, ...what, id: idOf(resource, name), resource, shape })
  const item = `${collection}/{name}`
  if (has('list')) add(collection, { method: 'get', action: 'list' }, ['list', scope + names.kind])
  if (has('create')) add(collection, { method: 'post', action: 'post' }, ['create', scope + names.kind])
  if (has('deletecollection')) {
    add(collection, { method: 'delete', action: 'deletecollection' }, ['delete', `Collection${scope}${names.kind}`])
  }
  if (has('get')) add(item, { method: 'get', action: 'get' }, ['read', scope + names.kind])
  if (has('update')) add(item, { method: 'put', action: 'put' }, ['replace', scope + names.kind])
  if (has('delete')) add(item, { method: 'delete', action: 'delete' }, ['delete', scope + names.kind])
  if (has('patch')) add(item, { method: 'patch', action: 'patch' }, ['patch', scope + names.kind])
  if (namespaced && has('list'))
    add(`${base}/${names.plural}`, { method: 'get', action: 'list' }, ['list', `${names.kind}ForAllNamespaces`])
  // The old way to watch, which clients made from these documents still take; people's own kinds have never had it.
  if (definition.builtIn && has('watch')) {
    const watched = (path: string) => path.replace(base, `${base}/watch`)
    add(watched(collection), { method: 'get', action: 'watchlist' }, ['watch', `${scope}${names.kind}List`])
    add(watched(item), { method: 'get', action: 'watch' }, ['watch', scope + names.kind])
    const everywhere: [string, string] = ['watch', `${names.kind}ListForAllNamespaces`]
    if (namespaced) add(`${base}/watch/${names.plural}`, { method: 'get', action: 'watchlist' }, everywhere)
  }
  return [...found, ...version.subresources.flatMap((subresource) => subOperations(resource, item, subresource))]
}

/** What bodies may be written in. */
export function bodyTypesOf(operation: Operation): readonly string[] {
  if (operation.action === 'patch') return patchTypesOf(operation)
  return operation.resource.definition.builtIn ? ['*/*'] : plainTypes
}

/** What an operation is answered in. */
export function answerTypesOf({ action, resource, subresource }: Operation): readonly string[] {
  if (action === 'connect') return ['*/*']
  if (subresource?.produces) return [...plainTypes, protobuf, subresource.produces]
  const { builtIn } = resource.definition
  const streams = action === 'list' || action.startsWith('watch')
  if (!builtIn) return plainTypes
  return streams ? [...plainTypes, protobuf, jsonStream, `${protobuf};stream=watch`] : [...plainTypes, protobuf]
}

const plainTypes = ['application/json', 'application/yaml']
const protobuf = 'application/vnd.kubernetes.protobuf'
const jsonStream = 'application/json;stream=watch'

const byVerb: Readonly<Record<string, readonly [Operation['method'], Operation['action'], string]>> = {
  get: ['get', 'get', 'read'],
  update: ['put', 'put', 'replace'],
  patch: ['patch', 'patch', 'patch'],
  create: ['post', 'post', 'create'],
  delete: ['delete', 'delete', 'delete'],
  head: ['head', 'connect', 'head'],
  options: ['options', 'connect', 'options'],
}

/** What passes everything on takes any method. */
const verbsOf = ({ connect, verbs }: Subresource) =>
  connect && verbs.includes('delete') ? [...verbs, 'head', 'options'] : verbs

function subOperations(resource: ServedResource, item: string, subresource: Subresource): Operation[] {
  const { names, namespaced } = resource.definition
  const { name, group, version, kind, connect } = subresource
  const rest = `${namespaced ? 'Namespaced' : ''}${names.kind}${pascal(name)}`
  const paths = [`${item}/${name}`, ...(subresource.path ? [`${item}/${name}/{path}`] : [])]
  return paths.flatMap((path, index) =>
    verbsOf(subresource).flatMap((verb) => {
      const [method, action, word] = byVerb[verb] ?? []
      if (!method || !action || !word) return []
      const id = connect
        ? idOf(resource, ['connect', `${pascal(method)}${rest}${index ? 'WithPath' : ''}`])
        : idOf(resource, [word, rest])
      return [
        {
          path,
          method,
          action: connect ? 'connect' : action,
          id,
          resource,
          subresource,
          shape: { group, version, kind },
        } as const,
      ]
    }),
  )
}

/** `listAppsV1NamespacedDeployment`. */
export function idOf({ definition, version }: ServedResource, [verb, rest]: readonly [string, string]): string {
  return `${verb}${groupWord(definition.group)}${versionWord(version)}${rest}`
}

/** `Apps`, `Core`, `RbacAuthorization`. */
export function groupWord(group: string): string {
  const short = group.replace(/\.k8s\.io$/, '')
  return short ? short.split(/[.-]/).map(pascal).join('') : 'Core'
}

const versionWord = ({ name }: DefinitionVersion) => pascal(name)

const pascal = (word: string) => (word ? word[0]!.toUpperCase() + word.slice(1) : '')
