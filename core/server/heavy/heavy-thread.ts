/** The thread in which heavy writes are worked at: the same funnel and registry, over the API's storage and admission. */
import type { MessagePort } from 'node:worker_threads'
import { createFunnel, type Funnel, gatheredBody, isStream, type TableMaker } from '../../funnel/index.js'
import { type Clock, lineLog, type Log, readJson, type Random } from '../../kit/index.js'
import { createRegistry, type KindPlugin, type OwnedRegistry } from '../../registry/index.js'
import {
  type BuiltIns,
  compileCustom,
  type CustomManifest,
  type Definition,
  loadBuiltIns,
  TypeBuilder,
  WarmSchemas,
  wholeTypes,
} from '../../schema/index.js'
import { Questions } from './asking.js'
import { farAdmission } from './far-admission.js'
import { farLog, farStorage } from './far-storage.js'
import { type FromThread, handedOver, type Job, type ToThread } from './messages.js'

export interface HeavyThreadOptions {
  readonly port: MessagePort
  /** `crds/generated`. */
  readonly definitions: string | URL
  readonly kinds: readonly KindPlugin[]
  readonly tables: TableMaker
  readonly clock: Clock
  readonly random: Random
}

/** Answers jobs until the thread is ended. */
export function serveHeavyWrites(options: HeavyThreadOptions): void {
  const { port } = options
  const thread = new HeavyThread(options)
  port.on('message', (message: ToThread) => {
    if ('job' in message) void thread.questions.during(message.job.id, () => thread.work(message.job))
    else thread.questions.answered(message.reply, message.value, message.failure)
  })
}

class HeavyThread {
  readonly questions: Questions
  readonly #port: MessagePort
  readonly #funnel: Funnel
  readonly #customs: CustomKinds
  readonly #unanswered = new Map<string, boolean>()

  constructor(options: HeavyThreadOptions) {
    const { port, clock, random, kinds } = options
    this.#port = port
    this.questions = new Questions(port)
    const builtIns = loadBuiltIns(options.definitions)
    const log = lineLog({ level: 'warn', now: () => clock.now(), write: (line) => this.#say({ log: line.trim(), fields: {} }) }) // biome-ignore format: one line
    const registry = createRegistry({
      storage: farStorage(this.questions),
      log: farLog,
      definitions: builtIns.definitions,
      kinds,
      admission: farAdmission(this.questions),
      clock,
      random,
      messages: log,
      unanswered: (group, plural) => this.#unanswered.get(`${group}/${plural}`) ?? false,
    })
    this.#customs = new CustomKinds(builtIns, registry, { clock, questions: this.questions })
    this.#funnel = heavyFunnel(options, { registry, builtIns, log, questions: this.questions })
  }

  async work(job: Job): Promise<void> {
    const { id, user, method, url, headers, body, kind } = job
    if (job.definition !== undefined) await this.#customs.ensure(job.definition)
    this.#unanswered.set(kind, job.unanswered)
    const request = { sender: { user }, method, url, headers, body: () => Promise.resolve(body), signal: neverAborted }
    const response = await this.#funnel(request)
    if (isStream(response.body)) throw new Error('a write is answered whole')
    const bytes = handedOver(await gatheredBody(response.body))
    this.#say({ done: id, answer: { status: response.status, headers: response.headers, body: bytes } }, [bytes.buffer])
  }

  #say(message: FromThread, hand: readonly ArrayBuffer[] = []): void {
    this.#port.postMessage(message, [...hand])
  }
}

const neverAborted = new AbortController().signal

interface Parts {
  readonly registry: OwnedRegistry
  readonly builtIns: BuiltIns
  readonly log: Log
  readonly questions: Questions
}

function heavyFunnel(
  { tables, clock, random }: HeavyThreadOptions,
  { registry, builtIns, log, questions }: Parts,
): Funnel {
  return createFunnel({
    registry,
    authenticate: () => {
      throw new Error('the API knows who asks')
    },
    impersonate: (user) => user,
    // Asked again: a patch or an update that makes a new object needs another right.
    authorize: (attributes) => questions.ask({ ask: 'authorize', attributes }),
    plainPath: () => undefined,
    plugin: () => undefined,
    admit: () => undefined,
    pluginContext: () => {
      throw new Error('plugins answer in the API')
    },
    tables,
    typeOf: wholeTypes(() => registry.definitions(), builtIns.types),
    clock,
    random,
    log,
  })
}

/** People's own kinds, compiled here when something of them is first written. */
class CustomKinds {
  readonly #builtIns: BuiltIns
  readonly #registry: OwnedRegistry
  readonly #questions: Questions
  readonly #warm: WarmSchemas
  readonly #builder: TypeBuilder
  readonly #known = new Map<string, { readonly revision: number; readonly definition: Definition }>()

  constructor(
    builtIns: BuiltIns,
    registry: OwnedRegistry,
    about: { readonly clock: Clock; readonly questions: Questions },
  ) {
    this.#builtIns = builtIns
    this.#registry = registry
    this.#questions = about.questions
    this.#warm = new WarmSchemas(about.clock)
    this.#builder = new TypeBuilder(builtIns.types)
  }

  /** Serves the definition under `key` as it stands now. */
  async ensure(key: string): Promise<void> {
    const known = this.#known.get(key)
    const unless = known ? { unless: known.revision } : {}
    const entry = await this.#questions.ask({ ask: 'get', key, ...unless })
    if (entry === 'same') return
    this.#known.delete(key)
    const definition = entry && this.#compile(Buffer.from(entry.value.bytes).toString())
    if (definition) this.#known.set(key, { revision: entry.revision, definition })
    this.#registry.serve([...this.#builtIns.definitions, ...[...this.#known.values()].map((each) => each.definition)])
  }

  #compile(text: string): Definition | undefined {
    const parts = { types: this.#builtIns.types, builder: this.#builder, warm: this.#warm, conversion: () => undefined }
    return compileCustom(readJson(text) as CustomManifest, parts)
  }
}
