import type { Authorizer, Credentials, User } from '../auth/index.js'
import type { Clock, Log, MaybePromise, Random } from '../kit/index.js'
import { internalError, methodNotAllowed, pathNotFound, StatusError } from '../meta/index.js'
import type { Registry, SubresourcePlugin } from '../registry/index.js'
import type { TypeOf } from '../schema/index.js'
import type { Funnel, FunnelRequest, FunnelResponse } from './contract.js'
import { InFlight, type Sort } from './in-flight.js'
import { wantedOf } from './media-type.js'
import { parametersOf } from './query.js'
import { requirePermission } from './permission.js'
import { type Route, routeOf } from './route.js'
import { answerPlugin, type PluginContext } from './subresource.js'
import { answerVerb, type Errand, targetOf } from './verbs.js'
import { type AnswerHeaders, statusResponse, type TableMaker } from './write-answer.js'

/** What a path that is no resource answers: discovery, health, OpenAPI, version. Undefined: nothing is there. */
export type PlainPath = (
  request: FunnelRequest,
  route: Route,
  head: AnswerHeaders,
) => MaybePromise<FunnelResponse | undefined>

export interface FunnelOptions {
  readonly registry: Registry
  /** Who the credentials show; anonymous when they show nothing. Throws 401 for bad ones. */
  readonly authenticate: (credentials: Credentials) => MaybePromise<User>
  /** The user to act as, from impersonation headers; throws 403. */
  readonly impersonate: (user: User, headers: FunnelRequest['headers']) => MaybePromise<User>
  readonly authorize: Authorizer['authorize']
  readonly plainPath: PlainPath
  /** Undefined: no plugin answers there. `subresource` is '' for the create of a create-only kind. */
  readonly plugin: (group: string, plural: string, subresource: string) => SubresourcePlugin | undefined
  readonly pluginContext: (plugin: SubresourcePlugin, user: User) => PluginContext
  readonly tables: TableMaker
  /** Types of whole objects, for protobuf bodies. */
  readonly typeOf: TypeOf
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Subresources that the registry itself answers. */
const registrysOwn = new Set(['status', 'scale', 'finalize'])
/** A watch without timeoutSeconds lasts between this and twice this. */
const shortestWatchMs = 30 * 60_000
const writingMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** The one way in: never rejects, every failure is a Status. */
export function createFunnel(options: FunnelOptions): Funnel {
  const inFlight = new InFlight()
  return async (request) => {
    const head = { auditId: options.random.uuid(), warnings: [] as string[] }
    let place: { readonly sort: Sort; readonly username: string } | undefined
    try {
      const route = routeOf(request.method, request.url)
      const user = await userOf(request, options)
      if (route.resource?.verb !== 'watch' && !request.upgrade) {
        place = { sort: writingMethods.has(request.method) ? 'write' : 'read', username: user.username }
        enter(inFlight, place, user)
      }
      await requirePermission({ request, route, user }, options.authorize)
      return await answer({ request, route, user, head }, options)
    } catch (error) {
      return failed(error, { request, head }, options.log)
    } finally {
      if (place) inFlight.leave(place.sort, place.username)
    }
  }
}

/** The places are for clients: those who keep the cluster itself going are never told to wait. */
function enter(inFlight: InFlight, place: { readonly sort: Sort; readonly username: string }, user: User): void {
  try {
    inFlight.enter(place.sort, place.username)
  } catch (error) {
    inFlight.force(place.sort, place.username)
    if (!user.groups.includes('system:masters') && !place.username.startsWith('system:')) throw error
  }
}

async function userOf(request: FunnelRequest, options: FunnelOptions): Promise<User> {
  const { sender, headers } = request
  const user = 'user' in sender ? sender.user : await options.authenticate(sender.credentials)
  if (
    headers['impersonate-user'] === undefined &&
    headers['impersonate-group'] === undefined &&
    headers['impersonate-uid'] === undefined
  )
    return user
  return options.impersonate(user, headers)
}

interface Visit {
  readonly request: FunnelRequest
  readonly route: Route
  readonly user: User
  readonly head: AnswerHeaders & { readonly warnings: string[] }
}

async function answer(visit: Visit, options: FunnelOptions): Promise<FunnelResponse> {
  const { request, route, head } = visit
  if (!route.resource) {
    const response = await options.plainPath(request, route, head)
    if (!response) throw pathNotFound()
    return response
  }
  const errand = errandOf(visit, options)
  const { target } = errand
  const { subresource } = route.resource
  const { group, names } = target.resource.definition
  const createOnly = subresource === '' && target.resource.definition.strategy.createOnly
  const plugin = subresource !== '' || createOnly ? options.plugin(group, names.plural, subresource) : undefined
  if (plugin) return answerPlugin(plugin, errand, options.pluginContext(plugin, visit.user))
  if (createOnly || (subresource !== '' && !registrysOwn.has(subresource))) throw notServedYet(errand)
  return answerVerb(errand)
}

function errandOf({ request, route, user, head }: Visit, options: FunnelOptions): Errand {
  const resourceRoute = route.resource!
  const target = targetOf(options.registry, resourceRoute)
  const query = parametersOf(route.query)
  const wanted = wantedOf(request.headers['accept'])
  return {
    request,
    route: resourceRoute,
    target,
    query,
    shape: {
      wanted,
      tables: options.tables,
      resource: target.resource,
      includeObject: query.get('includeObject') ?? 'Metadata',
      pretty: route.query !== '' && (query.get('pretty') === 'true' || query.get('pretty') === '1'),
    },
    writer: { user, userAgent: request.headers['user-agent'], warnings: head.warnings },
    head,
    registry: options.registry,
    typeOf: options.typeOf,
    timing: ({ seconds, bookmarks }) => ({
      clock: options.clock,
      bookmarks,
      lastsMs: seconds ? seconds * 1000 : shortestWatchMs * (1 + options.random.fraction()),
    }),
  }
}

function notServedYet(errand: Errand): StatusError {
  const { resource } = errand.target
  const what = errand.route.subresource
    ? `${resource.definition.names.plural}/${errand.route.subresource}`
    : resource.definition.names.plural
  return methodNotAllowed(
    { group: resource.definition.group, plural: `${what} (nothing answers it in this version of Operon)` },
    errand.route.verb,
  )
}

function failed(
  error: unknown,
  visit: { readonly request: FunnelRequest; readonly head: AnswerHeaders },
  log: Log,
): FunnelResponse {
  if (error instanceof StatusError) return statusResponse(error.status, visit.head)
  log.error('a request failed', {
    method: visit.request.method,
    url: visit.request.url,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
  return statusResponse(internalError(error instanceof Error ? error.message : String(error)).status, visit.head)
}
