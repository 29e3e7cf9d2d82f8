/**
 * A Transport twin: a small API server in memory, for tests of clients and the runtime where the real server is not what is tested. It knows create, get, list (selectors, pages), update, status,
 * merge patch, delete (preconditions, finalizers, grace) and watch (resume, bookmarks, 410); it refuses what it does not know. No defaults, no validation, no authorization.
 * Faults are the test's to choose: answers lost before or after the deed, refusals, delays, late, broken, repeated or disordered watches.
 */
import { Client, type Transport, TransportError, type TransportRequest } from '../../core/client/index.js'
import { type Clock, type Random, sleep } from '../../core/kit/index.js'
import {
  apiVersionOf,
  badRequest,
  internalError,
  type KindToken,
  type KubeObject,
  pathNotFound,
  StatusError,
  unsupportedMediaType,
} from '../../core/meta/index.js'
import { mergeTwin } from './merge-twin.js'
import { selection } from './memory-selection.js'
import { type DeletePreconditions, MemoryStore } from './memory-store.js'
import { MemoryWatches } from './memory-watches.js'

/** What befalls one request. `lost`: no answer, before the deed, after it, or at once with the deed done after the delay. */
export interface Fault {
  readonly delayMs?: number
  readonly lost?: 'before' | 'after' | 'late'
  readonly refuse?: StatusError
}

export interface MemoryApiOptions {
  readonly clock: Clock
  readonly random: Random
  readonly kinds: readonly KindToken<object>[]
  /** Plurals whose objects are deleted with grace: marked, until deleted with a grace of 0. */
  readonly graceful?: readonly string[]
  /** Asked first: answers what this API does not know by itself (subresources, strategic patches), or undefined. Throws a StatusError to refuse. */
  readonly besides?: (asked: Asked, body: unknown, store: MemoryStore) => unknown
}

export interface Asked {
  readonly request: TransportRequest
  readonly kind: KindToken<object>
  readonly namespace: string
  readonly name: string
  readonly subresource: string
  readonly query: URLSearchParams
  readonly as: string
}

export class MemoryApi {
  readonly store: MemoryStore
  readonly watches: MemoryWatches
  readonly #options: MemoryApiOptions
  /** `GET /path`, in the order of arrival, with who asked. */
  readonly requests: { readonly as: string; readonly line: string; readonly body: unknown }[] = []
  /** Decides what befalls a request; undefined: nothing. */
  fault: (request: TransportRequest) => Fault | undefined = () => undefined

  constructor(options: MemoryApiOptions) {
    this.#options = options
    this.store = new MemoryStore(options.clock, options.random)
    this.watches = new MemoryWatches(this.store)
  }

  client(as = 'test'): Client {
    return new Client(this.transport(as), { userAgent: as })
  }

  transport(as = 'test'): Transport {
    return {
      request: async (request) => {
        const fault = this.fault(request)
        if (fault?.lost === 'late') return this.#late(request, as, fault.delayMs ?? 0)
        await this.#befall(fault, request)
        const { status, body } = this.#answer(request, as, fault?.refuse)
        await Promise.resolve()
        if (fault?.lost === 'after') throw new TransportError('the answer was lost', 'unknown')
        return { status, headers: {}, body: Buffer.from(JSON.stringify(body)) }
      },
      stream: async (request) => {
        const fault = this.fault(request)
        await this.#befall(fault, request)
        const { kind, namespace, query } = this.#parse(request, as)
        const line = `WATCH ${request.url.split('?')[0]}`
        this.requests.push({ as, line, body: undefined })
        return this.watches.open({ kind, query, matches: selection(namespace, query), signal: request.signal })
      },
      close: async () => {},
    }
  }

  /** How often a request was made whose `METHOD /path` matches. */
  count(line: RegExp): number {
    return this.requests.filter((each) => line.test(each.line)).length
  }

  #late(request: TransportRequest, as: string, delayMs: number): Promise<never> {
    this.#options.clock.after(delayMs, () => this.#answer(request, as))
    return Promise.reject(new TransportError('the answer was lost', 'unknown'))
  }

  async #befall(fault: Fault | undefined, request: TransportRequest): Promise<void> {
    await Promise.resolve()
    if (fault?.delayMs) await sleep(this.#options.clock, fault.delayMs)
    if (request.signal?.aborted) throw new TransportError('aborted', 'notSent')
    if (fault?.lost === 'before') throw new TransportError('the request was lost', 'unknown')
  }

  #answer(
    request: TransportRequest,
    as: string,
    refuse?: StatusError,
  ): { readonly status: number; readonly body: unknown } {
    const body = request.body === undefined ? undefined : JSON.parse(Buffer.from(request.body).toString())
    this.requests.push({ as, line: `${request.method} ${request.url.split('?')[0]}`, body })
    try {
      if (refuse) throw refuse
      const answer = this.#carryOut(this.#parse(request, as), body)
      this.watches.pump()
      return { status: request.method === 'POST' ? 201 : 200, body: answer }
    } catch (error) {
      const { status } = error instanceof StatusError ? error : internalError(String(error))
      return { status: status.code ?? 500, body: status }
    }
  }

  #parse(request: TransportRequest, as: string): Asked {
    const url = new URL(request.url, 'http://memory')
    const path =
      /^\/(?:api\/([^/]+)|apis\/([^/]+)\/([^/]+))(?:\/namespaces\/([^/]+)(?=\/))?\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/
    const [, core, group = '', version, namespace = '', plural, name = '', subresource = ''] =
      path.exec(url.pathname) ?? []
    const served = (each: KindToken<object>) =>
      each.plural === plural && each.group === group && each.version === (core ?? version)
    const kind = this.#options.kinds.find(served)
    if (!kind) throw pathNotFound()
    return { request, kind, namespace, name: decodeURIComponent(name), subresource, query: url.searchParams, as }
  }

  #carryOut(asked: Asked, body: unknown): unknown {
    const { kind, namespace, name, subresource, request } = asked
    const besides = this.#options.besides?.(asked, body, this.store)
    if (besides !== undefined) return besides
    if (subresource && subresource !== 'status') throw pathNotFound()
    switch (request.method) {
      case 'GET':
        return name ? this.store.find(kind, namespace, name) : this.#list(asked)
      case 'POST': {
        const object = body as KubeObject
        const place = kind.namespaced ? { namespace: namespace || object.metadata.namespace } : {}
        return this.store.create(kind, { ...object, metadata: { ...object.metadata, ...place } })
      }
      case 'PUT':
        return this.store.replace(kind, body as KubeObject, subresource ? 'status' : 'main')
      case 'PATCH':
        return this.#patch(asked, body)
      case 'DELETE':
        return this.#delete(asked, body as Record<string, unknown>)
      default:
        throw badRequest(request.method)
    }
  }

  #patch({ kind, namespace, name, subresource, request }: Asked, body: unknown): KubeObject {
    const type = request.headers?.['content-type'] ?? ''
    if (type !== 'application/merge-patch+json') throw unsupportedMediaType(type)
    const live = this.store.find(kind, namespace, name)
    const patched = mergeTwin(live, body) as KubeObject
    const sent = (body as Partial<KubeObject>).metadata
    const { resourceVersion, uid } = sent ?? {}
    const object = { ...patched, metadata: { ...patched.metadata, resourceVersion, uid } }
    return this.store.replace(kind, object, subresource ? 'status' : 'main')
  }

  #delete({ kind, namespace, name }: Asked, body: Record<string, unknown> = {}): KubeObject {
    const graceful = (this.#options.graceful ?? []).includes(kind.plural) && body['gracePeriodSeconds'] !== 0
    const conditions = body['preconditions'] as DeletePreconditions | undefined
    return this.store.delete(kind, [namespace, name], { ...conditions, graceful })
  }

  #list({ kind, namespace, query }: Asked): unknown {
    const matches = selection(namespace, query)
    const all = this.store.list(kind).filter(matches)
    const from = Number(query.get('continue')?.split(':')[1] ?? 0)
    const end = query.has('limit') ? from + Number(query.get('limit')) : all.length
    const items = all.slice(from, end).map(({ apiVersion: _, kind: __, ...rest }) => rest)
    const next = end < all.length ? { continue: `at:${end}` } : {}
    const metadata = { resourceVersion: String(this.store.revision), ...next }
    return { apiVersion: apiVersionOf(kind), kind: `${kind.kind}List`, metadata, items }
  }
}
