/** From a method and a raw URL to what is asked for; nothing of headers or body is read. */
import { badRequest, isTrueParameter, pathNotFound } from '../meta/index.js'
import { namespaces } from '../registry/index.js'

/** A request for a resource. Names are decoded; '' where the path has none. */
export interface ResourceRoute {
  readonly group: string
  readonly version: string
  readonly plural: string
  readonly namespace: string
  readonly name: string
  readonly subresource: string
  /** What follows the subresource (proxy). */
  readonly rest: string
  /** Whether `watch/` stands before the resource: an older way to ask for a watch, by GET alone. */
  readonly legacyWatch: boolean
  /** get, list, watch, create, update, patch, delete, deletecollection: what authorizers are asked about. */
  readonly verb: string
}

export interface Route {
  /** The path without its query, as it came. */
  readonly path: string
  /** Behind `?`, as it came but for what can't be decoded; '' for none. */
  readonly query: string
  readonly resource: ResourceRoute | undefined
}

/** What Go reads into no parameter: it goes on as if that part were not there. */
const unreadable = /;|%(?![0-9A-Fa-f]{2})/

function readable(query: string): string {
  if (query === '' || !unreadable.test(query)) return query
  const parts = query.split('&')
  return parts.filter((part) => !unreadable.test(part)).join('&')
}

/** Splits a raw URL. Throws 400 for a path that is not in normal form (`..`, `//`, encoded slashes), 404 for one that can't be a resource's. */
export function routeOf(method: string, url: string): Route {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const asked = mark < 0 ? '' : url.slice(mark + 1)
  const query = readable(asked)
  const segments = path.split('/')
  if (path.endsWith('/') && !path.includes('/proxy/')) dropLastEmpty(segments)
  const start = segments[1] === 'api' ? 3 : segments[1] === 'apis' ? 4 : 0
  if (start === 0 || segments.length <= start || (segments.length === start + 1 && segments[start] === ''))
    return { path, query, resource: undefined }
  const group = start === 3 ? '' : (segments[2] as string)
  const version = segments[start - 1] as string
  if (version === '' || (start === 4 && group === '')) throw pathNotFound()
  const legacyWatch = segments[start] === 'watch' && segments.length > start + 1
  const { plural, namespace, name, subresource, rest } = partsOf(segments, legacyWatch ? start + 1 : start)
  const verb = legacyWatch ? 'watch' : verbOf(method, { name, query: subresource === '' ? query : '' })
  // Upstream deletes all of them when the selector can't be read.
  if (verb === 'deletecollection' && query !== asked) throw badRequest('a part of the query cannot be read')
  return { path, query, resource: { group, version, plural, namespace, name, subresource, rest, legacyWatch, verb } }
}

/** A slash at the end means nothing, but where what follows is somebody else's path. `/api/v1/` stays what it is. */
function dropLastEmpty(segments: string[]): void {
  while (segments.length > 4 && segments.at(-1) === '') segments.pop()
}

/** Without the namespace's name (`/namespaces//pods`, as some clients ask with an empty one) it is all of them that are listed, as upstream. */
function partsOf(
  segments: readonly string[],
  start: number,
): Pick<ResourceRoute, 'plural' | 'namespace' | 'name' | 'subresource' | 'rest'> {
  const isNamespaced =
    segments[start] === namespaces.plural &&
    segments.length > start + 2 &&
    !isOwnSubresource(segments[start + 2] as string)
  const at = isNamespaced ? start + 2 : start
  const plural = segments[at] as string
  const name = segments.length > at + 1 ? checked(segments[at + 1] as string) : ''
  const subresource = segments[at + 2] ?? ''
  const isLong = segments.length > at + (subresource === '' ? 3 : 2)
  if (plural === '' || (isLong && (name === '' || subresource === ''))) throw pathNotFound()
  const namespace = isNamespaced
    ? checked(segments[start + 1] as string)
    : !isNamespaced && plural === namespaces.plural
      ? name
      : ''
  const rest = segments.length > at + 3 ? segments.slice(at + 3).join('/') : ''
  if (isNamespaced && namespace === '' && name !== '') throw badRequest('the path lacks the name of a namespace')
  return { plural, namespace, name, subresource, rest }
}

/** Subresources that a namespace itself has; anything else behind its name is a resource inside of it. */
const isOwnSubresource = (segment: string): boolean => segment === 'status' || segment === 'finalize'

/** Decodes a name; refuses what could mean another path. Cost: nothing for plain names. */
function checked(segment: string): string {
  const name = segment.includes('%') ? decoded(segment) : segment
  if (name === '.' || name === '..' || name.includes('/') || name.includes('\\') || name.includes('\0'))
    throw badRequest(`invalid name in the path: ${JSON.stringify(name)}`)
  return name
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw badRequest(`invalid escape in the path: ${JSON.stringify(segment)}`)
  }
}

function asksToWatch(query: string): boolean {
  const asked = /(?:^|&)watch(?:=([^&]*))?(?:&|$)/.exec(query)
  return asked !== null && isTrueParameter(asked[1] ?? '')
}

function verbOf(method: string, asked: { readonly name: string; readonly query: string }): string {
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (asked.name !== '') return 'get'
      return asked.query !== '' && asksToWatch(asked.query) ? 'watch' : 'list'
    case 'POST':
      return 'create'
    case 'PUT':
      return 'update'
    case 'PATCH':
      return 'patch'
    case 'DELETE':
      return asked.name === '' ? 'deletecollection' : 'delete'
    default:
      return method.toLowerCase()
  }
}

/** Subresources whose answers take as long as they take. */
export const longRunning = new Set(['log', 'exec', 'attach', 'portforward', 'proxy'])
