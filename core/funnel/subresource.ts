/** Requests that a plugin answers: subresources such as logs and exec, and kinds that are only ever created (reviews). */
import type { Passage } from '../admission/index.js'
import type { MaybePromise } from '../kit/index.js'
import { apiVersionOf, badRequest, type KubeObject, methodNotAllowed, pathNotFound } from '../meta/index.js'
import {
  acceptPassing,
  type RawRequest,
  type Repeated,
  type SubresourceAnswer,
  type SubresourcePlugin,
  type SubresourceRequest,
  type WriteContext,
} from '../registry/index.js'
import type { ByteSink, ByteStream, FunnelResponse } from './contract.js'
import { mostSmallBytes, objectBody } from './object-body.js'
import { type Begin, beginPluginAdmission } from './plugin-admission.js'
import type { Errand } from './verbs.js'
import { headersOf, objectResponse } from './write-answer.js'
import { writeContext } from './write-options.js'

export type PluginContext = Parameters<SubresourcePlugin['answer']>[1]

/** Asks the plugin, when admission has let the request pass, and writes its answer. Throws what the plugin throws. */
export async function answerPlugin(
  plugin: SubresourcePlugin,
  errand: Errand,
  { context, admit }: { readonly context: PluginContext; readonly admit: Begin },
): Promise<FunnelResponse> {
  const { request, target, route } = errand
  const method = request.method
  const connects = target.subresource?.connect === true
  if (connects && errand.query.has('dryRun')) throw badRequest("a connection can't be tried out: leave out dryRun")
  const hasBody =
    !plugin.raw && !request.upgrade && !connects && (method === 'POST' || method === 'PUT' || method === 'PATCH')
  if (plugin.subresource === '' && method !== 'POST') throw methodNotAllowed()
  const writing = plugin.raw || connects || method === 'GET' ? undefined : writeContext(errand.query, errand.writer)
  const dryRun = writing?.dryRun === true
  const object = hasBody && writing ? await bodyOf(errand, writing, plugin.alsoVersions) : undefined
  const passage = beginPluginAdmission(errand, { object, dryRun, options: writing?.options }, admit)
  const asked: SubresourceRequest = {
    method,
    user: errand.writer.user,
    namespace: route.namespace,
    name: route.name,
    rest: route.rest,
    query: errand.query,
    headers: request.headers as Readonly<Record<string, string>>,
    dryRun,
    object,
    ...(plugin.raw ? { raw: rawOf(request) } : {}),
    get signal() {
      return request.signal
    },
  }
  const answering = () => plugin.answer(asked, context)
  return responseOf(await (passage ? admitted(passage, answering, dryRun) : answering()), errand)
}

async function bodyOf(errand: Errand, writing: WriteContext, also: readonly string[] = []): Promise<KubeObject> {
  const { resource, subresource } = errand.target
  const { group, names } = resource.definition
  let repeated: Repeated | undefined
  const hear = writing.fieldValidation === 'Ignore' ? undefined : (found: Repeated) => void (repeated = found)
  const { kind, ...place } = subresource ?? { group, version: resource.version.name, kind: names.kind }
  const body = await objectBody({ ...errand, mostBytes: mostSmallBytes, ...(hear ? { hear } : {}) })
  const type = errand.typeOf(apiVersionOf(place), kind)
  const object = acceptPassing(
    body,
    { ...place, kind, also, namespace: errand.route.namespace, type },
    repeated ? { ...writing, repeated } : writing,
  )
  if (errand.route.namespace) object.metadata.namespace ||= errand.route.namespace
  return object
}

async function admitted(
  passage: Passage,
  answer: () => MaybePromise<SubresourceAnswer>,
  dryRun: boolean,
): Promise<SubresourceAnswer> {
  try {
    await passage.mutate()
    await passage.validate()
    const answered = await answer()
    passage.settle(dryRun ? 'dryRun' : 'committed')
    return answered
  } finally {
    passage.settle('refused')
  }
}

async function responseOf(answer: SubresourceAnswer, errand: Errand): Promise<FunnelResponse> {
  if ('object' in answer)
    return objectResponse({ object: answer.object }, errand.shape, { head: errand.head, status: answer.status })
  return relayedResponse(answer, errand)
}

/** What is no object of ours: bytes, an upgrade, another server's answer. */
export function relayedResponse(
  answer: Exclude<SubresourceAnswer, { object: unknown }>,
  { request, head }: Pick<Errand, 'request' | 'head'>,
): FunnelResponse {
  if ('upgrade' in answer) {
    if (!request.upgrade) throw pathNotFound()
    const raw = { url: request.url, headers: request.headers as Readonly<Record<string, string>> }
    return { status: 101, headers: {}, upgrade: (socket, first) => answer.upgrade(socket, first, raw) }
  }
  if ('relayed' in answer) {
    const { status, headers, body } = answer.relayed
    const relayed = { 'audit-id': head.auditId, 'cache-control': 'no-cache, private', ...headers }
    return { status, headers: relayed, body: body instanceof Uint8Array ? body : streamOf(body) }
  }
  const headers = { ...headersOf('text/plain', undefined, head), ...answer.headers }
  return { status: answer.status, headers, body: { ...streamOf(answer.stream), messages: 'pieces' } }
}

export function rawOf(request: Errand['request']): RawRequest {
  return {
    url: request.url,
    peer: request.peer ?? '',
    upgrade: request.upgrade === true,
    stream: () => request.stream?.() ?? wholeAsStream(request),
  }
}

async function* wholeAsStream(request: Errand['request']): AsyncGenerator<Uint8Array> {
  yield await request.body()
}

/** Pulls from an iterable only as fast as the client reads. */
function streamOf(source: AsyncIterable<Uint8Array>): ByteStream {
  const iterator = source[Symbol.asyncIterator]()
  let stopped = false
  const pump = async (sink: ByteSink) => {
    let wake: () => void = () => {}
    sink.onDrain(() => wake())
    try {
      for (let next = await iterator.next(); !next.done && !stopped; next = await iterator.next()) {
        if (!sink.write(next.value)) await new Promise<void>((resolve) => (wake = resolve))
      }
    } catch {
      // The head has gone out: an answer that breaks off is all that can still be said.
      return stopped || sink.cut()
    }
    sink.end()
  }
  return {
    start: (sink) => void pump(sink),
    stop: () => {
      stopped = true
      void iterator.return?.()
    },
  }
}
