import type { Aggregation } from '../aggregation/index.js'
import {
  type Attributes,
  type Authorizer,
  type Credentials,
  isImpersonating,
  Refusal,
  type User,
} from '../auth/index.js'
import { type Clock, type Log, type MaybePromise, type Random, type Timer, whenThere } from '../kit/index.js'
import {
  internalError,
  methodNotAllowed,
  PathNotFound,
  pathNotFound,
  StatusError,
  timeout,
  verbNotSupported,
} from '../meta/index.js'
import { type Registry, registrysOwn, type SubresourcePlugin, type Target } from '../registry/index.js'
import type { Subresource, TypeOf } from '../schema/index.js'
import { type Funnel, type FunnelRequest, type FunnelResponse, isStream } from './contract.js'
import { Deadlines, type Due } from './deadlines.js'
import { answerElsewhere } from './elsewhere.js'
import { errorInYaml, wantsYaml } from './error-in-yaml.js'
import { indented, isForPeople } from './for-people.js'
import { answerWhereLight, type Elsewhere } from './heavy.js'
import { InFlight, type Sort } from './in-flight.js'
import { errorEncodingOf, type Offer, wantedOf } from './media-type.js'
import { isNobodys, nobodys } from './nobodys-path.js'
import { attributesOf, requireCreation, requirePermission } from './permission.js'
import type { Begin } from './plugin-admission.js'
import { speaksProtobuf, statusInProtobuf } from './protobuf-answer.js'
import { included, parametersOf } from './query.js'
import type { RequestMeasures } from './request-measures.js'
import { requestedTimeoutMs } from './requested-timeout.js'
import { longRunning, type ResourceRoute, type Route, routeOf } from './route.js'
import { answerPlugin, type PluginContext } from './subresource.js'
import { subjectOf, targetOf } from './target.js'
import { TurnsOfUsers } from './turns-of-users.js'
import { answerVerb, type Errand } from './verbs.js'
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
  readonly impersonate: (request: FunnelRequest, asked: Attributes) => MaybePromise<User>
  readonly authorize: Authorizer['authorize']
  readonly plainPath: PlainPath
  /** Undefined: no plugin answers there. `subresource` is '' for the create of a create-only kind. */
  readonly plugin: (group: string, plural: string, subresource: string) => SubresourcePlugin | undefined
  readonly pluginContext: (plugin: SubresourcePlugin, user: User) => PluginContext
  /** Begins the admission of what a plugin answers; undefined: nobody cares. */
  readonly admit: Begin
  readonly tables: TableMaker
  /** Types of whole objects, for protobuf bodies. */
  readonly typeOf: TypeOf
  /** Group-versions that other servers answer; left out: there are none. */
  readonly aggregation?: Aggregation
  /** Where heavy writes are worked at; left out: here. */
  readonly elsewhere?: Elsewhere
  /** Hears of each request that is answered. */
  readonly measures?: RequestMeasures
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** A watch without timeoutSeconds lasts between this and twice this. */
const shortestWatchMs = 30 * 60_000
const writingMethods = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Longest time from a request to the head of its answer, as upstream; watches and streams are excepted. */
const allowedMs = 60_000

/** The one way in. */
export function createFunnel(options: FunnelOptions): Funnel {
  const deadlines = new Deadlines(options.clock, allowedMs)
  const shared = { inFlight: new InFlight(), turns: new TurnsOfUsers(), deadlines }
  options.measures?.follow(shared.inFlight)
  const serve = (request: FunnelRequest) =>
    answerAtOnce(request, options) ??
    new Promise<FunnelResponse>((answered) => void new Passage(request, options, answered).run(shared))
  return (request) => {
    const response = serve(request)
    if (wantsYaml(request)) return whenThere(response, errorInYaml)
    return isForPeople(request) ? whenThere(response, indented) : response
  }
}

/** A get of what is at hand takes no place from others and needs no deadline. Undefined: it has to be waited for, or it is no get. */
function answerAtOnce(request: FunnelRequest, options: FunnelOptions): FunnelResponse | undefined {
  if (request.method !== 'GET' || request.upgrade) return undefined
  const head = headOf(request, options)
  const startedMs = options.clock.monotonicMs()
  let route: Route | undefined
  try {
    route = routeOf(request.method, request.url)
    if (route.resource?.verb !== 'get' || route.resource.subresource !== '') return undefined
    if (isConverted(route.resource, options)) return undefined
    requestedTimeoutMs(route.query)
    const user = userOf(request, route, options)
    if (user instanceof Promise) return dropped(user)
    const permission = requirePermission({ request, route, user }, options.authorize)
    if (permission) return dropped(permission)
    const response = answer({ request, route, user, head }, options)
    return response instanceof Promise ? dropped(response) : measured(response, { request, route, startedMs }, options)
  } catch (error) {
    return measured(failed(error, { request, head }, options), { request, route, startedMs }, options)
  }
}

/** Who asks may name the request, so that it is found again with whom it was passed on to. */
const headOf = ({ headers }: FunnelRequest, { random }: FunnelOptions): Visit['head'] => ({
  auditId: headers['audit-id'] || random.uuid(),
  warnings: [],
})

/** A webhook may have to be waited for, and would be asked again. */
function isConverted({ group, version, plural }: ResourceRoute, { registry }: FunnelOptions): boolean {
  const resource = registry.find(group, version, plural)
  return resource?.definition.conversion !== undefined && !resource.version.storage
}

interface Begun {
  readonly request: FunnelRequest
  /** Undefined: the address could not be read. */
  readonly route: Route | undefined
  readonly startedMs: number
}

function measured(
  response: FunnelResponse,
  { request, route = nowhere, startedMs }: Begun,
  { measures, clock }: FunnelOptions,
): FunnelResponse {
  measures?.record(request, route, { status: response.status, tookMs: clock.monotonicMs() - startedMs })
  return response
}

const nowhere: Route = { path: '', query: '', resource: undefined }

/** Leaves what was begun to itself: it is asked for again. */
function dropped(promise: Promise<unknown>): undefined {
  promise.catch(() => {})
}

interface Shared {
  readonly inFlight: InFlight
  readonly turns: TurnsOfUsers
  readonly deadlines: Deadlines
}

/** One request's way through; answered once, by what comes of it or by its deadline. */
class Passage implements Due {
  readonly #request: FunnelRequest
  readonly #options: FunnelOptions
  readonly #head: Visit['head']
  readonly #startedMs: number
  #route: Route | undefined
  #answered: ((response: FunnelResponse) => void) | undefined

  constructor(request: FunnelRequest, options: FunnelOptions, answered: (response: FunnelResponse) => void) {
    this.#request = request
    this.#options = options
    this.#head = headOf(request, options)
    this.#startedMs = options.clock.monotonicMs()
    this.#answered = answered
  }

  async run({ inFlight, turns, deadlines }: Shared): Promise<void> {
    const request = this.#request
    const options = this.#options
    let lane: Sort | undefined
    let username = ''
    let due: Set<Due> | undefined
    let takesTurns = false
    let sooner: Timer | undefined
    try {
      const route = routeOf(request.method, request.url)
      this.#route = route
      const allowed = takesItsTime(request, route) ? undefined : requestedTimeoutMs(route.query)
      if (allowed !== undefined && allowed < allowedMs)
        sooner = options.clock.after(allowed, () => this.expire(allowed))
      const asking = userOf(request, route, options)
      const user = asking instanceof Promise ? await asking : asking
      if (!takesItsTime(request, route)) {
        due = deadlines.add(this)
        username = user.username
        lane = writingMethods.has(request.method) ? 'write' : 'read'
        enter(inFlight, lane, user)
        takesTurns = !keepsGoing(user)
        const turn = takesTurns ? turns.begin(username) : undefined
        if (turn) await turn
        if (!this.#answered) return
      }
      const permission = requirePermission({ request, route, user }, options.authorize)
      if (permission) await permission
      this.#answer(await answer({ request, route, user, head: this.#head }, options))
    } catch (error) {
      this.#answer(failed(error, { request, head: this.#head }, options))
    } finally {
      due?.delete(this)
      sooner?.cancel()
      if (lane) inFlight.leave(lane, username)
      if (takesTurns) turns.end(username)
    }
  }

  /** What it was to do may still happen. */
  expire(afterMs = allowedMs): void {
    const { status } = timeout(`the request did not complete within ${afterMs / 1000} s; it may still be carried out`)
    this.#answer(statusResponse(status, this.#head))
  }

  #answer(response: FunnelResponse): void {
    const answered = this.#answered
    this.#answered = undefined
    if (answered) {
      const begun = { request: this.#request, route: this.#route, startedMs: this.#startedMs }
      answered(measured(response, begun, this.#options))
    } else if (isStream(response.body)) response.body.stop()
  }
}

function takesItsTime(request: FunnelRequest, { resource }: Route): boolean {
  return resource?.verb === 'watch' || request.upgrade === true || longRunning.has(resource?.subresource ?? '')
}

/** The places are for clients: those who keep the cluster itself going are never told to wait. */
function enter(inFlight: InFlight, lane: Sort, user: User): void {
  try {
    inFlight.enter(lane, user.username)
  } catch (error) {
    inFlight.force(lane, user.username)
    if (!keepsGoing(user)) throw error
  }
}

const keepsGoing = ({ groups, username }: User): boolean =>
  groups.includes('system:masters') || groups.includes('system:nodes') || username.startsWith('system:operator:')

function userOf(request: FunnelRequest, route: Route, options: FunnelOptions): MaybePromise<User> {
  const { sender, headers } = request
  const user = 'user' in sender ? sender.user : options.authenticate(sender.credentials)
  if (!isImpersonating(headers)) return user
  return whenThere(user, (known) => options.impersonate(request, attributesOf({ request, route, user: known })))
}

interface Visit {
  readonly request: FunnelRequest
  readonly route: Route
  readonly user: User
  readonly head: AnswerHeaders & { readonly warnings: string[] }
}

/** It answers text, or takes what is done to an object and not the object (evictions, bindings, tokens). */
const isNoObject = (subresource: Subresource | undefined): boolean =>
  subresource?.produces !== undefined || subresource?.verbs.join() === 'create'

function answer(visit: Visit, options: FunnelOptions): MaybePromise<FunnelResponse> {
  const { route } = visit
  const elsewhere = options.aggregation && answerElsewhere(visit, options.aggregation)
  if (elsewhere) return elsewhere
  if (!route.resource) return answerPlainly(visit, options)
  const errand = errandOf(visit, options)
  const { target } = errand
  const { subresource } = route.resource
  const { group, names } = target.resource.definition
  const createOnly = subresource === '' && target.resource.definition.strategy.createOnly
  const plugin = subresource !== '' || createOnly ? options.plugin(group, names.plural, subresource) : undefined
  if (plugin && target.subresource) requireVerb(errand)
  if (plugin) {
    const context = options.pluginContext(plugin, visit.user)
    return answerPlugin(plugin, errand, { context, admit: options.admit })
  }
  if (createOnly || (subresource !== '' && !registrysOwn.has(subresource))) throw notServedYet(errand)
  requireVerb(errand)
  return options.elsewhere ? answerWhereLight(errand, visit.user, options.elsewhere) : answerVerb(errand)
}

/** As upstream, HEAD and OPTIONS are answered where requests are passed on, and nowhere else. */
function requireVerb({ target: { subresource, resource }, route: { verb }, request: { method } }: Errand): void {
  if (subresource?.connect && subresource.verbs.includes('delete')) return
  if (method === 'HEAD') throw methodNotAllowed()
  if (subresource && !subresource.verbs.includes(verb))
    throw resource.definition.builtIn ? methodNotAllowed() : verbNotSupported(subjectOf(resource), verb)
}

async function answerPlainly({ request, route, head }: Visit, options: FunnelOptions): Promise<FunnelResponse> {
  const response = await options.plainPath(request, route, head)
  if (!response) throw pathNotFound()
  return response
}

function offerOf({ resource, subresource }: Target): Offer {
  if (!speaksProtobuf(resource)) return 'own'
  const isReview = subresource ? isNoObject(subresource) : resource.definition.strategy.createOnly
  return isReview ? 'reviews' : 'objects'
}

function errandOf({ request, route, user, head }: Visit, options: FunnelOptions): Errand {
  const resourceRoute = route.resource!
  const asked = { route: resourceRoute, method: request.method }
  const target = targetOf(options.registry, asked, (warning) => head.warnings.push(warning))
  const query = parametersOf(route.query)
  // What is passed on is asked for in no media type of ours.
  const accept = target.subresource?.connect ? undefined : request.headers['accept']
  const wanted = wantedOf(accept, offerOf(target))
  return {
    request,
    route: resourceRoute,
    target,
    query,
    shape: {
      wanted,
      tables: options.tables,
      resource: target.resource,
      typeOf: options.typeOf,
      includeObject: wanted.as === 'Table' ? included(query) : 'Metadata',
    },
    mayCreate: () => requireCreation({ request, route, user }, options.authorize),
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
  return methodNotAllowed(`: nothing answers ${what} in this version of Operon`)
}

function failed(
  error: unknown,
  { request, head }: { readonly request: FunnelRequest; readonly head: AnswerHeaders },
  { log, typeOf, registry }: FunnelOptions,
): FunnelResponse {
  if (error instanceof PathNotFound && isNobodys(request.url, registry)) return nobodys(head)
  if (!(error instanceof StatusError))
    log.error('a request failed', {
      method: request.method,
      url: request.url,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  const { status } =
    error instanceof StatusError ? error : internalError(error instanceof Error ? error.message : String(error))
  const told = statusResponse(status, head)
  const response =
    error instanceof Refusal ? { ...told, headers: { ...told.headers, 'x-content-type-options': 'nosniff' } } : told
  const encoding = errorEncodingOf(request.headers['accept'])
  if (encoding === 'protobuf') return statusInProtobuf(response, status, typeOf)
  // Nothing that is asked for can be had: a person may read it.
  return encoding === undefined ? indented(response) : response
}
