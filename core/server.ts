/** Composition root of the server: opens storage, builds the registry, injects the plugins, opens the doors. */
import type { Aggregation, AggregationPlugin } from './aggregation/index.js'
import {
  type AdmissionChain,
  type AdmissionContext,
  type AdmissionPlugin,
  createAdmissionChain,
} from './admission/index.js'
import {
  type Authenticator,
  type Authorizer,
  createAuthentication,
  createAuthorization,
  impersonate,
} from './auth/index.js'
import { createDiscovery, type OpenApiOptions } from './discovery/index.js'
import { createFunnel, type Funnel, guardedBy, RequestMeasures, type TableMaker } from './funnel/index.js'
import { type Authority, type HttpsServer, type KeyPair, listenHttps } from './http/index.js'
import type { Clock, Log, Random } from './kit/index.js'
import type { KubeObject } from './meta/index.js'
import {
  type ConversionPlugin,
  createRegistry,
  type Guarded,
  type KindPlugin,
  type OwnedRegistry,
  type SubresourcePlugin,
  type TellerPlugin,
} from './registry/index.js'
import { AdmissionExpressions, type BuiltIns, type Elsewhere, loadBuiltIns, wholeTypes } from './schema/index.js'
import { apiServer, ensureLater, ensureObjects } from './server/bootstrap-objects.js'
import { type KeptObject, keepObjects } from './server/kept-objects.js'
import { serveCustomDefinitions } from './server/custom-definitions.js'
import { farExpressions } from './server/far-expressions.js'
import { HeavyWrites } from './server/heavy/heavy-writes.js'
import { metricsDocuments } from './server/metrics.js'
import { openapiPath } from './server/openapi-path.js'
import { type FixedDocument, type HealthCheck, plainPaths } from './server/plain-paths.js'
import { zPages } from './server/z-pages.js'
import { welcome } from './server/welcome.js'
import { openViews, type Views } from './server/views.js'
import { keepHistory, type Storage } from './storage/index.js'
import { CommitLog } from './watch/index.js'

export interface ServerOptions {
  readonly storage: Storage
  /** `crds/generated`. */
  readonly definitions: string | URL
  readonly host: string
  /** Where clients are told that it is, as addresses have it (`[::1]`); left out: `host`. */
  readonly advertised?: string
  /** 0 takes a free one. */
  readonly port: number
  readonly authority: Authority
  readonly serving: KeyPair
  readonly plugins: ServerPlugins
  /** Whether no operator answers a kind: creating one brings a warning. */
  readonly unanswered: (group: string, plural: string) => boolean
  readonly version: Readonly<Record<string, string>>
  /** The settings that `/flagz` tells; left out: none. */
  readonly flags?: Readonly<Record<string, string>>
  /** The module of the thread in which heavy writes are worked at; left out: they are worked at in turns of this one. */
  readonly heavyThread?: URL
  /** The module of the thread in which costly expressions of admission are evaluated; left out: in this one. */
  readonly expressionThread?: URL
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** Everything that stands behind a seam. Lists are explicit; where order matters the seam says so. */
export interface ServerPlugins {
  readonly kinds: readonly KindPlugin[]
  readonly conversions: readonly ConversionPlugin[]
  readonly subresources: readonly SubresourcePlugin[]
  /** `storeFault`: what is wrong with the store; undefined: nothing. */
  readonly tellers: (storeFault: () => string | undefined) => readonly TellerPlugin[]
  readonly admission: readonly AdmissionPlugin[]
  /** `guarded` reads what an authenticator must look up. */
  readonly authenticators: (views: Views, guarded: Guarded) => readonly Authenticator[]
  readonly authorizers: (views: Views) => readonly Authorizer[]
  /** Views that authenticators and authorizers need, as `group/plural`. */
  readonly authViews: readonly string[]
  /** Exist before the server is ready. */
  readonly objects: readonly KubeObject[]
  /** Made once the server is ready: nobody waits for them. */
  readonly later: readonly KubeObject[]
  /** As `later`, and made again, or put right, as long as the server runs; so are the system's namespaces. */
  readonly kept: readonly KeptObject[]
  /** Hands group-versions to other servers; left out: none. */
  readonly aggregation?: AggregationPlugin
  readonly tables: TableMaker
  /** Documents at paths of their own. */
  readonly documents: readonly FixedDocument[]
}

export interface Server {
  readonly port: number
  readonly funnel: Funnel
  readonly registry: OwnedRegistry
  /** Resolves when what is made after the start is there. */
  readonly settled: Promise<void>
  close(): Promise<void>
}

/** How long requests under way may take when the server closes. */
const closingGraceMs = 3000

/** Resolves when `/readyz` answers 200. Rejects with a sentence for a person when a door can't be opened. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { storage, plugins, unanswered, clock, log, heavyThread: module } = options
  const endHistory = keepHistory(storage, { clock, onError: (error) => log.error('compaction failed', { error }) })
  const commits = new CommitLog(storage, { onError: (error) => log.error('a watch failed', { error }) })
  const views = await openViews(commits, declaredViews(plugins))
  const authorize = createAuthorization(plugins.authorizers(views))
  // Admission comes before the registry that it guards.
  const far = options.expressionThread && farExpressions(options.expressionThread, clock)
  const late = { authorize, elsewhere: far?.evaluate } as Late
  const context = admissionContext(views, clock, late)
  const onError = (plugin: string, error: unknown) => log.error('an admission plugin failed', { plugin, error })
  const admission = createAdmissionChain(plugins.admission, context, onError)
  const builtIns = loadBuiltIns(options.definitions)
  const registry = openRegistry(options, { commits, builtIns, admission, context })
  const guarded = guardedBy({ funnel: () => funnel, registry, user: apiServer })
  Object.assign(late, { registry, guarded })
  const of = { storage, log: commits, packed: new WeakMap(), registry, guarded, clock, messages: log }
  const customs = await serveCustomDefinitions({ ...of, builtIns, conversions: plugins.conversions })
  const heavy = module && new HeavyWrites({ ...of, module, admission, authorize, unanswered })
  const readiness = { done: false, settled: false }
  const doors: { https?: HttpsServer } = {}
  const address = () => `${options.advertised ?? options.host}:${doors.https?.port ?? options.port}`
  const aggregation = plugins.aggregation?.open({ view: views.view, guarded })
  const parts = {
    aggregation,
    registry,
    admission,
    builtIns,
    views,
    authorize,
    guarded,
    heavy,
    checks: checks(readiness, storage),
    address,
  }
  const funnel = composeFunnel(options, parts)
  await ensureObjects(registry, plugins.objects)
  const endKeeping = keepObjects(plugins.kept, { registry, log: commits, clock, messages: log })
  await registry.recall()
  doors.https = await openDoor(options, funnel)
  readiness.done = true
  const settled = ensureLater([...plugins.later, ...plugins.kept.map(({ object }) => object)], registry, log).then(
    () => void (readiness.settled = true),
  )
  const close = async () => {
    readiness.done = false
    await settled
    endHistory()
    endKeeping()
    customs.close()
    aggregation?.close()
    commits.close()
    await doors.https?.close(closingGraceMs)
    await heavy?.close()
    far?.close()
    await registry.close()
    await storage.close()
  }
  return { port: doors.https.port, funnel, registry, settled, close }
}

interface Late {
  readonly authorize: Authorizer['authorize']
  readonly elsewhere: Elsewhere | undefined
  readonly registry: OwnedRegistry
  readonly guarded: Guarded
}

/** `late`: whole when the first request is admitted. */
function admissionContext(views: Views, clock: Clock, late: Late): AdmissionContext {
  return {
    view: views.view,
    now: () => clock.now(),
    get guarded() {
      return late.guarded
    },
    get versions() {
      return late.registry.versions
    },
    get kinds() {
      return late.registry.kinds
    },
    authorize: late.authorize,
    expressions: () => new AdmissionExpressions({}, late.elsewhere),
  }
}

function openRegistry(
  { storage, plugins, unanswered, authority, clock, random, log }: ServerOptions,
  on: {
    readonly commits: CommitLog
    readonly builtIns: BuiltIns
    readonly admission: AdmissionChain
    readonly context: AdmissionContext
  },
): OwnedRegistry {
  return createRegistry({
    storage,
    log: on.commits,
    definitions: on.builtIns.definitions,
    kinds: plugins.kinds,
    admission: on.admission,
    told: { tellers: plugins.tellers(() => storeFault(storage)), context: on.context },
    clock,
    random,
    messages: log,
    unanswered,
    secret: authority.secret('continue tokens'),
  })
}

function openDoor({ host, port, serving, authority, clock, log }: ServerOptions, funnel: Funnel): Promise<HttpsServer> {
  const clientAuthority = authority.certificate
  return listenHttps({ funnel, host, port, serving, clientAuthority, mounts: [welcome], clock, log })
}

function declaredViews(plugins: ServerPlugins): Set<string> {
  return new Set([
    ...plugins.authViews,
    ...(plugins.aggregation?.views ?? []),
    ...[...plugins.admission, ...plugins.subresources].flatMap((plugin) => plugin.views ?? []),
  ])
}

interface Parts {
  readonly aggregation: Aggregation | undefined
  readonly admission: AdmissionChain
  readonly builtIns: BuiltIns
  readonly registry: OwnedRegistry
  readonly views: Views
  readonly authorize: Authorizer['authorize']
  readonly guarded: Guarded
  readonly heavy: HeavyWrites | undefined
  readonly checks: readonly HealthCheck[]
  readonly address: () => string
}

const none: ReturnType<Aggregation['all']> = []

function describedBy({ version }: ServerOptions, { registry, builtIns, aggregation }: Parts): OpenApiOptions {
  const own = {
    definitions: registry.definitions(),
    types: builtIns.documented(),
    version: version['gitVersion'] ?? '',
  }
  return { ...own, remotes: aggregation?.all() ?? none }
}

function composeFunnel(options: ServerOptions, parts: Parts): Funnel {
  const { plugins, clock, random, log } = options
  const { registry, views, authorize, guarded } = parts
  const bySubresource = new Map(
    plugins.subresources.map((plugin) => [`${plugin.group}/${plugin.plural}/${plugin.subresource}`, plugin]),
  )
  const measures = new RequestMeasures(registry)
  const typeOf = wholeTypes(() => registry.definitions(), parts.builtIns.types)
  const pluginContext = { guarded, view: views.view, now: () => clock.now() }
  return createFunnel({
    registry,
    authenticate: createAuthentication(plugins.authenticators(views, guarded)),
    impersonate: (request, asked) => impersonate(request, asked, authorize),
    authorize,
    plainPath: plainPaths({
      discovery: createDiscovery(() => registry.definitions(), parts.address, parts.aggregation),
      checks: parts.checks,
      version: options.version,
      documents: plugins.documents,
      texts: metricsDocuments({ ...options, ...parts, requests: measures }),
      pages: zPages({ flags: {}, ...options }),
      typeOf,
      openapi: openapiPath(
        () => describedBy(options, parts),
        clock,
        parts.aggregation && (() => parts.aggregation!.swaggers()),
      ),
    }),
    plugin: (group, plural, subresource) => bySubresource.get(`${group}/${plural}/${subresource}`),
    pluginContext: () => pluginContext,
    admit: (request) => parts.admission.begin(request),
    tables: plugins.tables,
    typeOf,
    ...(parts.heavy ? { elsewhere: parts.heavy } : {}),
    ...(parts.aggregation ? { aggregation: parts.aggregation } : {}),
    measures,
    clock,
    random,
    log,
  })
}

const storeFault = (storage: Storage) => (storage.revision() >= 1 ? undefined : 'it has no revision')

/** What is done before the server is ready, by the names that clients of upstream wait for. */
const ofTheStart = [
  'start',
  'informer-sync',
  'poststarthook/crd-informer-synced',
  'poststarthook/scheduling/bootstrap-system-priority-classes',
  'poststarthook/start-system-namespaces-controller',
  'shutdown',
]

/** By upstream's names where it has one: `etcd` is the store, whichever it is. */
function checks(readiness: { readonly done: boolean; readonly settled: boolean }, storage: Storage): HealthCheck[] {
  const wrong = () => (readiness.done ? undefined : 'the server is starting or stopping')
  const rolesFault = () => wrong() ?? (readiness.settled ? undefined : 'the roles of controllers are being made')
  return [
    { name: 'ping', readyOnly: false, wrong: () => undefined },
    { name: 'etcd', readyOnly: false, wrong: () => storeFault(storage) },
    { name: 'etcd-readiness', readyOnly: true, wrong: () => storeFault(storage) },
    ...ofTheStart.map((name) => ({ name, readyOnly: true, wrong })),
    { name: 'poststarthook/rbac/bootstrap-roles', readyOnly: true, isAlone: true, wrong: rolesFault },
  ]
}
