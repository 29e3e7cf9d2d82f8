import { readJson, textOf, writeJson } from '../kit/index.js'
import {
  apiVersionOf,
  type KindToken,
  type KubeObject,
  resourcePath,
  StatusError,
  type StatusReason,
} from '../meta/index.js'
import { statusErrorOf } from './failure.js'
import type { Transport, TransportRequest, TransportResponse, TransportStream } from './transport.js'
import type {
  ApplyOptions,
  Deleted,
  DeleteOptions,
  GetOptions,
  ListOptions,
  ObjectEvent,
  ObjectList,
  Patch,
  Place,
  Revised,
  RevisionOnly,
  Selection,
  WatchOptions,
  WriteOptions,
} from './verbs.js'
import { watchBatches, watchEvents } from './watch.js'

const json = 'application/json'
const partial = `application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,${json}`
const partialList = `application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,${json}`

const patchTypes = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
} as const

/**
 * Kubernetes' verbs, typed by kind tokens, over any Transport. Every method throws a `StatusError` when the server refuses and a `TransportError` when no answer came.
 * Nothing is retried. Objects that come back carry `apiVersion` and `kind`, in lists too.
 */
export class Client {
  readonly transport: Transport
  readonly #headers: Readonly<Record<string, string>>
  readonly #fieldManager: string | undefined

  /** `userAgent` is also the field manager where a call names none. */
  constructor(transport: Transport, options: { readonly userAgent?: string } = {}) {
    this.transport = transport
    this.#fieldManager = options.userAgent?.split('/')[0]
    this.#headers = { accept: json, ...(options.userAgent ? { 'user-agent': options.userAgent } : {}) }
  }

  get<T extends object = KubeObject>(kind: KindToken<T>, place: Place, options: GetOptions = {}): Promise<T> {
    const url = resourcePath(kind, place) + query({ resourceVersion: options.resourceVersion })
    return this.#send<T>('GET', url, { accept: options.metadataOnly ? partial : json, signal: options.signal })
  }

  /** One page, or all without `limit`. */
  async list<T extends object = KubeObject>(kind: KindToken<T>, options: ListOptions = {}): Promise<ObjectList<T>> {
    const { labelSelector, fieldSelector, limit, resourceVersion, resourceVersionMatch } = options
    const asked = { labelSelector, fieldSelector, limit, resourceVersion, resourceVersionMatch }
    const url = resourcePath(kind, { namespace: options.namespace }) + query({ ...asked, continue: options.continue })
    const accept = options.metadataOnly ? partialList : json
    const { signal, prefer } = options
    const list = await this.#send<ObjectList<T>>('GET', url, { accept, prefer, signal })
    if (!options.metadataOnly) nameKind(kind, list.items)
    return list.items ? list : { ...list, items: [] }
  }

  /** All objects, fetched page by page (500 unless `limit` says otherwise) on one consistent snapshot. Throws `Expired` when that was compacted on the way. */
  async *pages<T extends object = KubeObject>(kind: KindToken<T>, options: ListOptions = {}): AsyncGenerator<T> {
    let next: string | undefined
    do {
      const list: ObjectList<T> = await this.list(kind, { limit: 500, ...options, ...(next ? { continue: next } : {}) })
      yield* list.items
      next = list.metadata.continue
    } while (next)
  }

  /** Events one by one; reconnects and resumes by itself; throws `Expired` (410) when the server has forgotten the revision reached. */
  watch<T extends object = KubeObject>(kind: KindToken<T>, options: WatchOptions = {}): AsyncGenerator<ObjectEvent<T>> {
    return watchEvents((resumed) => this.watchOnce(kind, { ...options, ...resumed }), options)
  }

  /** One watch request: events in the batches in which they came; ends when the server ends it. */
  async *watchOnce<T extends object = KubeObject>(
    kind: KindToken<T>,
    options: WatchOptions = {},
  ): AsyncGenerator<readonly ObjectEvent<T>[]> {
    const { labelSelector, fieldSelector, resourceVersion, sendInitialEvents, timeoutSeconds } = options
    const asked = { labelSelector, fieldSelector, resourceVersion, sendInitialEvents, timeoutSeconds }
    const match = sendInitialEvents === undefined ? {} : { resourceVersionMatch: 'NotOlderThan' }
    const url =
      resourcePath(kind, { namespace: options.namespace }) +
      query({ watch: true, allowWatchBookmarks: true, ...asked, ...match })
    const headers = { ...this.#headers, accept: options.metadataOnly ? partial : json }
    const signal = options.signal
    const answer = await this.stream({ method: 'GET', url, headers, ...(signal ? { signal } : {}) })
    yield* watchBatches<T>(answer.chunks)
  }

  create<T extends object = KubeObject>(kind: KindToken<T>, object: T, options: RevisionOnly): Promise<Revised>
  create<T extends object = KubeObject>(kind: KindToken<T>, object: T, options?: WriteOptions): Promise<T>
  create(kind: KindToken<object>, object: object, options: WriteOptions | RevisionOnly = {}): Promise<object> {
    const { namespace, name } = placeOf(object)
    const { subresource } = options
    const path = resourcePath(kind, subresource ? { namespace, name, subresource } : { namespace })
    return this.#write('POST', path, { body: withKind(kind, object), options })
  }

  /** Replaces the object, under its `metadata.resourceVersion` when that is set. */
  update<T extends object = KubeObject>(kind: KindToken<T>, object: T, options: WriteOptions = {}): Promise<T> {
    const { subresource } = options
    const path = resourcePath(kind, { ...placeOf(object), ...(subresource ? { subresource } : {}) })
    return this.#write('PUT', path, { body: withKind(kind, object), options })
  }

  updateStatus<T extends object = KubeObject>(kind: KindToken<T>, object: T, options: WriteOptions = {}): Promise<T> {
    return this.update(kind, object, { ...options, subresource: 'status' })
  }

  patch(kind: KindToken<object>, place: Place & { readonly patch: Patch }, options: RevisionOnly): Promise<Revised>
  patch<T extends object = KubeObject>(
    kind: KindToken<T>,
    place: Place & { readonly patch: Patch },
    options?: WriteOptions,
  ): Promise<T>
  patch(
    kind: KindToken<object>,
    place: Place & { readonly patch: Patch },
    options: WriteOptions | RevisionOnly = {},
  ): Promise<object> {
    const { namespace, name, patch } = place
    const path = resourcePath(kind, { namespace, name, subresource: options.subresource })
    return this.#write('PATCH', path, { body: patch.body, contentType: patchTypes[patch.type], options })
  }

  /** Server-side apply: `object` holds what `fieldManager` wants and nothing else. */
  apply<T extends object = KubeObject>(kind: KindToken<T>, object: T, options: ApplyOptions): Promise<T> {
    const path = resourcePath(kind, { ...placeOf(object), subresource: options.subresource })
    const contentType = 'application/apply-patch+yaml'
    return this.#write('PATCH', path, { body: withKind(kind, object), contentType, options, force: options.force })
  }

  delete(kind: KindToken<object>, place: Place, options: DeleteOptions = {}): Promise<Deleted> {
    return this.#delete(resourcePath(kind, place), options)
  }

  async deleteCollection(
    kind: KindToken<object>,
    selection: Selection = {},
    options: DeleteOptions = {},
  ): Promise<void> {
    const { namespace, labelSelector, fieldSelector } = selection
    await this.#delete(resourcePath(kind, { namespace }) + query({ labelSelector, fieldSelector }), options)
  }

  /** POST to a subresource: `binding`, `eviction`, `token` ... */
  createSubresource<T extends object = KubeObject>(
    kind: KindToken<object>,
    place: Place & { readonly subresource: string; readonly body: object },
    options: WriteOptions = {},
  ): Promise<T> {
    return this.#write('POST', resourcePath(kind, place), { body: place.body, options })
  }

  /** Sets the number of replicas through `scale`. */
  scale(
    kind: KindToken<object>,
    place: Place & { readonly replicas: number },
    options: WriteOptions = {},
  ): Promise<KubeObject> {
    const { namespace, name, replicas } = place
    const patch: Patch = { type: 'merge', body: { spec: { replicas } } }
    return this.patch(kind as KindToken, { namespace, name, patch }, { ...options, subresource: 'scale' })
  }

  /** Any request; an HTTP error becomes a `StatusError`. */
  async request(request: TransportRequest): Promise<TransportResponse> {
    const answer = await this.transport.request({ ...request, headers: { ...this.#headers, ...request.headers } })
    if (answer.status >= 400) throw statusErrorOf(answer)
    return answer
  }

  /** Any request whose body comes over time. */
  async stream(request: TransportRequest): Promise<TransportStream> {
    const answer = await this.transport.stream({ ...request, headers: { ...this.#headers, ...request.headers } })
    if (answer.status < 400) return answer
    const pieces: Uint8Array[] = []
    for await (const chunk of answer.chunks) pieces.push(chunk)
    throw statusErrorOf({ ...answer, body: Buffer.concat(pieces) })
  }

  close(): Promise<void> {
    return this.transport.close()
  }

  async #send<T>(
    method: string,
    url: string,
    more: { accept?: string; contentType?: string; body?: string; prefer?: string; signal?: AbortSignal },
  ): Promise<T> {
    const { accept, contentType, body, prefer, signal } = more
    const headers = {
      ...this.#headers,
      ...(accept ? { accept } : {}),
      ...(contentType ? { 'content-type': contentType } : {}),
      ...(prefer ? { prefer } : {}),
    }
    const answer = await this.transport.request({
      method,
      url,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    })
    if (answer.status >= 400) throw statusErrorOf(answer)
    return readJson(textOf(answer.body)) as T
  }

  #write<T>(
    method: string,
    path: string,
    more: { body: unknown; contentType?: string; options: WriteOptions | RevisionOnly; force?: boolean },
  ): Promise<T> {
    const { dryRun, fieldValidation, fieldManager = this.#fieldManager, signal } = more.options
    const asked = query({ dryRun: dryRun ? 'All' : undefined, fieldValidation, fieldManager, force: more.force })
    const { contentType = json } = more
    const prefer = 'answer' in more.options ? 'return=minimal' : undefined
    return this.#send<T>(method, path + asked, { contentType, body: writeJson(more.body), prefer, signal })
  }

  #delete(url: string, options: DeleteOptions): Promise<Deleted> {
    const { uid, resourceVersion, propagationPolicy, gracePeriodSeconds, dryRun, prefer, signal } = options
    const preconditions = uid || resourceVersion ? { preconditions: { uid, resourceVersion } } : {}
    const body = { propagationPolicy, gracePeriodSeconds, ...preconditions, ...(dryRun ? { dryRun: ['All'] } : {}) }
    const wanted = writeJson({ kind: 'DeleteOptions', apiVersion: 'v1', ...body })
    return this.#send<Deleted>('DELETE', url, { contentType: json, body: wanted, prefer, signal })
  }
}

function placeOf(object: object): Place {
  const { namespace, name = '' } = (object as KubeObject).metadata ?? {}
  return { namespace, name }
}

function withKind<T extends object>(kind: KindToken<T>, object: T): object {
  const { apiVersion, kind: named } = object as KubeObject
  return apiVersion && named ? object : { apiVersion: apiVersionOf(kind), kind: kind.kind, ...object }
}

/** Items of a list come without apiVersion and kind. */
function nameKind(kind: KindToken<object>, items: readonly object[] | undefined): void {
  const apiVersion = apiVersionOf(kind)
  for (const item of (items ?? []) as KubeObject[]) {
    item.apiVersion ??= apiVersion
    item.kind ??= kind.kind
  }
}

function query(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let text = ''
  for (const name in values) {
    const value = values[name]
    if (value === undefined || value === '') continue
    text += `${text ? '&' : '?'}${name}=${encodeURIComponent(value)}`
  }
  return text
}

/** True for the error that the API gives for one of these reasons (`NotFound`, `Conflict` ...). Another object under the same name is a Conflict, which a patch is told as an Invalid uid. */
export function isReason(error: unknown, ...reasons: readonly StatusReason[]): error is StatusError {
  if (!(error instanceof StatusError)) return false
  return reasons.some((reason) => error.reason === reason || (reason === 'Conflict' && isOtherObject(error)))
}

/** For `catch`: what the API refuses for one of these reasons comes to nothing, any other error is thrown on. */
export const passOver =
  (...reasons: readonly StatusReason[]) =>
  (error: unknown): undefined => {
    if (!isReason(error, ...reasons)) throw error
  }

const isOtherObject = ({ reason, status }: StatusError): boolean =>
  reason === 'Invalid' && status.details?.causes?.some(({ field }) => field === 'metadata.uid') === true
