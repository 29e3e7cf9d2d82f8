/** Heavy writes are worked at in a thread of their own: whatever they cost, the API's thread goes on. It is started by the first one, and ended when it has been idle. */
import { Worker } from 'node:worker_threads'
import type { AdmissionChain } from '../../admission/index.js'
import type { Authorizer } from '../../auth/index.js'
import { type FunnelResponse, type HeavyWrite, PieceSource } from '../../funnel/index.js'
import type { Clock, Log, Timer } from '../../kit/index.js'
import { internalError, StatusError } from '../../meta/index.js'
import { customResourceDefinitions } from '../../registry/index.js'
import type { Definition } from '../../schema/index.js'
import type { Storage } from '../../storage/index.js'
import type { WatchLog } from '../../watch/index.js'
import { type Failure, type FromThread, handedOver, type JobAnswer, type Question, type ToThread } from './messages.js'
import { NearAdmission } from './near-admission.js'

export interface HeavyWritesOptions {
  /** The module that the thread runs: it calls `serveHeavyWrites`. */
  readonly module: URL
  readonly storage: Storage
  readonly log: WatchLog
  readonly admission: AdmissionChain
  readonly authorize: Authorizer['authorize']
  readonly unanswered: (group: string, plural: string) => boolean
  readonly clock: Clock
  readonly messages: Log
}

/** Worked at at once: while one waits for the disk, another goes on. */
const mostAtOnce = 2
/** Longer answers are sent piece by piece. */
const mostAtOnceBytes = 128 * 1024
const idleMs = 60_000
/** What the thread may hold; beyond it ends, and those who wait are told. */
const mostMegabytes = 768

interface Waiting {
  readonly heavy: HeavyWrite
  resolve(response: FunnelResponse): void
  reject(error: Error): void
}

export class HeavyWrites {
  readonly #options: HeavyWritesOptions
  readonly #waiting: Waiting[] = []
  readonly #under = new Map<number, Waiting>()
  #thread: { readonly worker: Worker; readonly admission: NearAdmission } | undefined
  #last = 0
  #idle: Timer | undefined
  #closed = false

  constructor(options: HeavyWritesOptions) {
    this.#options = options
  }

  /** Whether objects of this kind can be written there: not such as another part of the API has to hear of at once, or must convert. */
  takes({ group, names, conversion, strategy }: Definition): boolean {
    const bringsKinds = group === customResourceDefinitions.group && names.plural === customResourceDefinitions.plural
    return !this.#closed && !bringsKinds && !conversion && !strategy.told && strategy.timeToLiveSeconds === undefined
  }

  /** Rejects with a StatusError when the thread could not finish. */
  answer(heavy: HeavyWrite): Promise<FunnelResponse> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ heavy, resolve, reject })
      this.#begin()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#end(new Error('the server is stopping'))
  }

  #begin(): void {
    this.#idle?.cancel()
    while (this.#under.size < mostAtOnce && this.#waiting.length > 0) {
      const next = this.#waiting.shift()!
      const id = ++this.#last
      this.#under.set(id, next)
      const { user, method, url, headers, body, definition } = next.heavy
      const { group, names } = definition
      const kept = `${customResourceDefinitions.group}/${customResourceDefinitions.plural}/${names.plural}.${group}`
      const kind = `${group}/${names.plural}`
      const own = definition.builtIn ? {} : { definition: kept }
      const bytes = handedOver(body)
      const unanswered = this.#options.unanswered(group, names.plural)
      this.#say({ job: { id, user, method, url, headers, body: bytes, kind, unanswered, ...own } }, [bytes.buffer])
    }
    if (this.#under.size === 0) this.#idle = this.#options.clock.after(idleMs, () => void this.#end())
  }

  #say(message: ToThread, hand: readonly ArrayBuffer[] = []): void {
    this.#thread ??= this.#start()
    this.#thread.worker.postMessage(message, [...hand])
  }

  #start() {
    const worker = new Worker(this.#options.module, { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
    const admission = new NearAdmission(this.#options.admission)
    const reply = (message: ToThread) => {
      if (this.#thread?.worker === worker) worker.postMessage(message)
    }
    worker.on('message', (message: FromThread) => this.#hear(message, admission, reply))
    worker.on('error', (error) => this.#options.messages.error('the thread for heavy writes has failed', { error }))
    worker.on('exit', () => {
      if (this.#thread?.worker === worker) void this.#end(new Error('the object was too much to work at'))
    })
    worker.unref()
    return { worker, admission }
  }

  async #end(why = new Error('ended')): Promise<void> {
    const thread = this.#thread
    this.#thread = undefined
    this.#idle?.cancel()
    const left = [...this.#under.values()]
    this.#under.clear()
    for (const { reject } of left) reject(new StatusError(internalError(why.message).status))
    thread?.admission.close()
    if (this.#closed) for (const { reject } of this.#waiting.splice(0)) reject(why)
    else if (this.#waiting.length > 0) this.#begin()
    await thread?.worker.terminate()
  }

  /** `reply`: to the thread that asked, and to none that came after it. */
  #hear(message: FromThread, admission: NearAdmission, reply: (message: ToThread) => void): void {
    if ('done' in message) this.#finish(message.done, message.answer)
    else if ('log' in message) this.#options.messages.warn(message.log, message.fields)
    else {
      this.#reply(message.asked, admission).then(
        (value) => reply({ reply: message.question, value }),
        (error: unknown) => reply({ reply: message.question, failure: failureOf(error) }),
      )
    }
  }

  #finish(id: number, { status, headers, body }: JobAnswer): void {
    const waiting = this.#under.get(id)
    this.#under.delete(id)
    const isLong = body.byteLength > mostAtOnceBytes
    waiting?.resolve({ status, headers, body: isLong ? new PieceSource([body]) : body })
    this.#begin()
  }

  async #reply(asked: Question, admission: NearAdmission): Promise<unknown> {
    const { storage, log } = this.#options
    switch (asked.ask) {
      case 'get': {
        const entry = await storage.get(asked.key)
        if (entry && entry.revision === asked.unless) return 'same'
        return entry && { ...entry, value: { ...entry.value, bytes: entry.value.bytes.slice() } }
      }
      case 'commit': {
        const outcome = await storage.commit(asked.write)
        if (outcome.result === 'committed') await log.reached(outcome.revision)
        return outcome
      }
      case 'authorize':
        return this.#options.authorize(asked.attributes)
      case 'mutate':
        return admission.mutate(asked)
      case 'validate':
        return admission.validate(asked)
      case 'settle':
        return admission.settle(asked.passage, asked.settlement)
    }
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof StatusError) return { status: error.status }
  return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
