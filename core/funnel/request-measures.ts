/** How many requests there were, and how long they took, by what they asked for: what `/metrics` tells of the funnel. */
import type { Family, Labels, Sample } from '../kit/index.js'
import type { Registry } from '../registry/index.js'
import type { FunnelRequest } from './contract.js'
import type { InFlight } from './in-flight.js'
import type { ResourceRoute, Route } from './route.js'

/** Upper bounds in seconds: upstream's. */
const bounds = [0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60]

/** Kinds of requests that are told apart; beyond them new ones count together. */
const mostCells = 20_000

/** All requests that ask for the same. */
interface Cell {
  readonly labels: Labels
  readonly codes: Map<number, number>
  readonly counts: Float64Array
  sum: number
}

/** What its requests ask for, as texts compared one by one: a key made of them would cost more. */
interface Known {
  readonly asked: {
    readonly verb: string
    readonly scope: string
    readonly subresource: string
    readonly isDry: boolean
    readonly version: string
    readonly group: string
  }
  readonly cell: Cell
}

export class RequestMeasures {
  readonly #registry: Pick<Registry, 'find'>
  readonly #cells: Cell[] = []
  readonly #byPlural = new Map<string, Known[]>()
  readonly #byPath = new Map<string, Cell>()
  readonly #rest: Cell = cellOf({ verb: 'other', group: '', version: '', resource: '', subresource: '', scope: '' })
  #inFlight: InFlight | undefined

  constructor(registry: Pick<Registry, 'find'>) {
    this.#registry = registry
  }

  /** Whose numbers are told as those of requests under way. */
  follow(inFlight: InFlight): void {
    this.#inFlight = inFlight
  }

  /** Cost: a look-up. Of watches and streams only that they were, not how long. */
  record(request: FunnelRequest, route: Route, { status, tookMs }: Outcome): void {
    const cell = this.#cellFor(request, route)
    cell.codes.set(status, (cell.codes.get(status) ?? 0) + 1)
    if (status === 101 || route.resource?.verb === 'watch') return
    const seconds = tookMs / 1000
    let at = 0
    while (at < bounds.length && seconds > bounds[at]!) at++
    cell.counts[at]!++
    cell.sum += seconds
  }

  #cellFor(request: FunnelRequest, route: Route): Cell {
    const { resource } = route
    if (!resource) return this.#plainCell(request.method, route.path)
    const isApply = resource.verb === 'patch' && request.headers['content-type']?.startsWith(applyType) === true
    const isDry = route.query !== '' && route.query.includes('dryRun=')
    const { group, version, plural, subresource } = resource
    const scope = scopeOf(resource)
    const verb = isApply ? 'apply' : resource.verb
    const ofPlural = this.#byPlural.get(plural)
    if (ofPlural) {
      for (const { asked, cell } of ofPlural) {
        if (
          asked.verb === verb &&
          asked.scope === scope &&
          asked.subresource === subresource &&
          asked.isDry === isDry &&
          asked.version === version &&
          asked.group === group
        )
          return cell
      }
    }
    if (!this.#isServed(resource) || this.#cells.length >= mostCells) return this.#rest
    const labels = { verb: verbs[verb] ?? 'other', group, version, resource: plural, subresource, scope }
    const cell = cellOf(isDry ? { ...labels, dry_run: 'All' } : labels)
    this.#cells.push(cell)
    const known = { asked: { verb, scope, subresource, isDry, version, group }, cell }
    if (ofPlural) ofPlural.push(known)
    else this.#byPlural.set(plural, [known])
    return cell
  }

  /** What nobody serves gets no cell of its own: clients could make as many as they like. */
  #isServed({ group, version, plural, subresource }: ResourceRoute): boolean {
    const found = this.#registry.find(group, version, plural)
    return (
      found !== undefined && (subresource === '' || found.version.subresources.some(({ name }) => name === subresource))
    )
  }

  #plainCell(method: string, path: string): Cell {
    const first = path.split('/', 2)[1] ?? ''
    if (method !== 'GET' || !plainPaths.has(first)) return this.#rest
    const known = this.#byPath.get(first)
    if (known) return known
    const labels = { verb: 'GET', group: '', version: '', resource: '', subresource: `/${first}`, scope: '' }
    const cell = cellOf(labels)
    this.#cells.push(cell)
    this.#byPath.set(first, cell)
    return cell
  }

  families(): readonly Family[] {
    const cells = [...this.#cells, this.#rest].filter(({ codes }) => codes.size > 0)
    const totals = cells.flatMap(({ labels, codes }): Sample[] =>
      [...codes].map(([code, value]) => ({ labels: { ...labels, code: String(code) }, value })),
    )
    const timed = cells.filter(({ counts }) => counts.some((count) => count > 0))
    const durations = timed.map(({ labels, counts, sum }): Sample => ({ labels, histogram: { bounds, counts, sum } }))
    const held = this.#inFlight?.held
    return [
      {
        name: 'apiserver_request_total',
        type: 'counter',
        help: 'Requests by verb, resource and code.',
        samples: totals,
      },
      {
        name: 'apiserver_request_duration_seconds',
        type: 'histogram',
        help: 'Seconds from a request to the head of its answer, by verb and resource; watches and streams are left out.',
        samples: durations,
      },
      {
        name: 'apiserver_current_inflight_requests',
        type: 'gauge',
        help: 'Requests under way that have to be waited for.',
        samples: held
          ? [
              { labels: { request_kind: 'mutating' }, value: held.write },
              { labels: { request_kind: 'readOnly' }, value: held.read },
            ]
          : [],
      },
    ]
  }
}

interface Outcome {
  readonly status: number
  readonly tookMs: number
}

const applyType = 'application/apply-patch'

/** As upstream calls them. */
const verbs: Readonly<Record<string, string>> = {
  get: 'GET',
  list: 'LIST',
  watch: 'WATCH',
  create: 'POST',
  update: 'PUT',
  patch: 'PATCH',
  apply: 'APPLY',
  delete: 'DELETE',
  deletecollection: 'DELETECOLLECTION',
}

const plainPaths = new Set([
  'api',
  'apis',
  'flagz',
  'healthz',
  'livez',
  'metrics',
  'openapi',
  'readyz',
  'statusz',
  'version',
])

function scopeOf({ name, namespace, verb }: ResourceRoute): string {
  if (name !== '' || verb === 'create') return 'resource'
  return namespace !== '' ? 'namespace' : 'cluster'
}

const cellOf = (labels: Labels): Cell => ({
  labels: { component: 'apiserver', dry_run: '', ...labels },
  codes: new Map(),
  counts: new Float64Array(bounds.length + 1),
  sum: 0,
})
