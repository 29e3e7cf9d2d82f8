/** The thread in which heavy writes are worked at: the same funnel and registry, over the API's storage and admission. */
import type { MessagePort } from 'node:worker_threads'
import { createFunnel, type Funnel, gatheredBody, isStream, type TableMaker } from '../../funnel/index.js'
import { type Clock, lineLog, type Log, notePassing, readJson, type Random } from '../../kit/index.js'
import {
  type ConversionPlugin,
  createRegistry,
  customResourceDefinitions,
  type KindPlugin,
  type OwnedRegistry,
} from '../../registry/index.js'
import {
  type BuiltIns,
  type CustomManifest,
  type Definition,
  loadBuiltIns,
  packCustom,
  type PackedManifest,
  wholeTypes,
} from '../../schema/index.js'
import type { Write } from '../../storage/index.js'
import { Questions } from './asking.js'
import { CustomKinds } from './custom-kinds.js'
import { farAdmission } from './far-admission.js'
import { farLog, farStorage } from './far-storage.js'
import { type FromThread, handedOver, type Job, type NamedKind, type NewlyServed, type ToThread } from './messages.js'

export interface HeavyThreadOptions {
  readonly port: MessagePort
  /** `crds/generated`. */
  readonly definitions: string | URL
  readonly kinds: readonly KindPlugin[]
  readonly conversions: readonly ConversionPlugin[]
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
  readonly #anyDefinition: Definition
  /** People's own kinds, of which this registry serves what was written here alone. */
  readonly #served = new Map<string, Definition>()

  constructor(options: HeavyThreadOptions) {
    const { port, clock, random, kinds } = options
    this.#port = port
    this.questions = new Questions(port)
    const builtIns = loadBuiltIns(options.definitions)
    this.#anyDefinition = builtIns.definitions[0]!
    const log = lineLog({ level: 'warn', now: () => clock.now(), write: (line) => this.#say({ log: line.trim(), fields: {} }) }) // biome-ignore format: one line
    const registry = createRegistry({
      storage: farStorage(this.questions, packedOf),
      log: farLog,
      definitions: builtIns.definitions.map(lasting),
      named: () => [...registry.definitions(), ...this.#servedElsewhere(registry.definitions())],
      kinds,
      admission: farAdmission(this.questions),
      clock,
      random,
      messages: log,
      unanswered: (group, plural) => this.#unanswered.get(`${group}/${plural}`) ?? false,
    })
    const { conversions } = options
    const ownBuiltIns = { types: builtIns.types, definitions: builtIns.definitions.map(lasting) }
    this.#customs = new CustomKinds(ownBuiltIns, registry, { clock, conversions, questions: this.questions })
    this.#funnel = heavyFunnel(options, { registry, builtIns, log, questions: this.questions })
  }

  async work(job: Job): Promise<void> {
    const { id, user, method, url, headers, body, kind } = job
    if (job.definition !== undefined) await this.#customs.ensure(job.definition)
    this.#unanswered.set(kind, job.unanswered)
    if (job.served) this.#note(job.served)
    const request = { sender: { user }, method, url, headers, body: () => Promise.resolve(body), signal: neverAborted }
    const response = await this.#funnel(request)
    notePassing(body.byteLength)
    if (isStream(response.body)) throw new Error('a write is answered whole')
    const bytes = handedOver(await gatheredBody(response.body))
    this.#say({ done: id, answer: { status: response.status, headers: response.headers, body: bytes } }, [bytes.buffer])
  }

  /** No versions are known of them. */
  #note({ come, gone }: NewlyServed): void {
    for (const key of gone) this.#served.delete(key)
    for (const named of come)
      this.#served.set(keyOf(named), { ...this.#anyDefinition, ...named, builtIn: false, versions: [] })
  }

  /** Kinds of which this thread has written nothing. */
  #servedElsewhere(known: readonly Definition[]): Definition[] {
    const keys = new Set(known.map(keyOf))
    return [...this.#served].flatMap(([key, definition]) => (keys.has(key) ? [] : [definition]))
  }

  #say(message: FromThread, hand: readonly ArrayBuffer[] = []): void {
    this.#port.postMessage(message, [...hand])
  }
}

/** What goes by itself after a while is noted in the API. */
function lasting(definition: Definition): Definition {
  const { timeToLiveSeconds: _, ...strategy } = definition.strategy
  return { ...definition, strategy }
}

const keyOf = ({ group, names }: NamedKind): string => `${group}/${names.plural}`

const definitions = `${customResourceDefinitions.group}/${customResourceDefinitions.plural}/`

function packedOf({ key, value }: Write): PackedManifest | undefined {
  if (!key.startsWith(definitions) || !value) return undefined
  return packCustom(readJson(Buffer.from(value.bytes).toString()) as CustomManifest)
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
    impersonate: (_request, { user }) => user,
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
