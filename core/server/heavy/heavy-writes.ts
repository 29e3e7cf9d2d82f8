/** Heavy writes are worked at in a thread of their own: whatever they cost, the API's thread goes on. It is started by the first one, and ended when it has been idle. */
import { Worker } from 'node:worker_threads'
import type { AdmissionChain } from '../../admission/index.js'
import type { Authorizer } from '../../auth/index.js'
import { type FunnelResponse, type HeavyWrite, PieceSource } from '../../funnel/index.js'
import type { Clock, Log, Timer } from '../../kit/index.js'
import { internalError, serviceUnavailable, type StatusError, timeout, tooManyRequests } from '../../meta/index.js'
import { customResourceDefinitions, type Guarded, type OwnedRegistry } from '../../registry/index.js'
import type { Definition } from '../../schema/index.js'
import type { Outcome, Storage } from '../../storage/index.js'
import type { WatchLog } from '../../watch/index.js'
import { answerQuestion, failureOf, type QuestionParts } from './answer-question.js'
import { FairLine } from './fair-line.js'
import {
  type FromThread,
  handedOver,
  type JobAnswer,
  memoryOf,
  type NewlyServed,
  type Replies,
  type ToThread,
} from './messages.js'
import { NearAdmission } from './near-admission.js'
import { UnderWay } from './under-way.js'

export interface HeavyWritesOptions {
  /** The module that the thread runs: it calls `serveHeavyWrites`. */
  readonly module: URL
  readonly storage: Storage
  readonly log: WatchLog
  readonly admission: AdmissionChain
  readonly authorize: Authorizer['authorize']
  readonly guarded: Guarded
  readonly registry: Pick<OwnedRegistry, 'definitions' | 'noteWritten'>
  readonly packed: QuestionParts['packed']
  readonly unanswered: (group: string, plural: string) => boolean
  readonly clock: Clock
  readonly messages: Log
}

/** Worked at at once: while one waits for the disk, another goes on. */
const mostAtOnce = 2
/** That the thread has been given: those that wait for a webhook, say, hold nobody up. */
const mostUnderWay = 8
const mostOfOneUser = 4
/** What waits, in number and in bytes of bodies. */
const room = { count: 128, bytes: 64 * 1024 * 1024, bytesOfAll: 192 * 1024 * 1024 }
/** Whoever has waited so long has been answered: its request's time is up. */
const mostWaitMs = 60_000
/** Longer answers are sent piece by piece. */
const mostAtOnceBytes = 128 * 1024
const idleMs = 30_000
/** What the thread may hold; beyond it ends, and those who wait are told. */
const mostMegabytes = 768

interface Waiting {
  readonly heavy: HeavyWrite
  readonly sinceMs: number
  resolve(response: FunnelResponse): void
  reject(error: Error): void
}

interface Thread {
  readonly worker: Worker
  readonly admission: NearAdmission
  /** What it was told that is served. */
  told: ReadonlyMap<string, Definition>
  /** Of which `told` was made. */
  toldOf: readonly Definition[] | undefined
}

type Given = Waiting & { readonly state: UnderWay }

export class HeavyWrites {
  readonly #options: HeavyWritesOptions
  readonly #line = new FairLine<Waiting>(room)
  readonly #under = new Map<number, Given>()
  #thread: Thread | undefined
  #last = 0
  #idle: Timer | undefined
  #closed = false

  constructor(options: HeavyWritesOptions) {
    this.#options = options
  }

  /** Whether objects of this kind can be written there: not such as are converted in one place alone. */
  takes({ conversion, strategy }: Definition): boolean {
    const isPortable = !conversion || conversion.isPortable === true
    return !this.#closed && isPortable && !strategy.told
  }

  /** Users take turns. Rejects with 429 when too much of the user waits already, and with a StatusError when the thread could not finish. */
  answer(heavy: HeavyWrite): Promise<FunnelResponse> {
    return new Promise((resolve, reject) => {
      const waiting = { heavy, resolve, reject, sinceMs: this.#options.clock.monotonicMs() }
      if (!this.#line.add(heavy.user.username, waiting, heavy.body.byteLength))
        return reject(tooManyRequests('Too many large writes are waiting, please try again later.', 1))
      this.#begin()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#end('the server is stopping')
  }

  #begin(): void {
    this.#idle?.cancel()
    while (this.#hasPlace()) {
      const next = this.#line.next((user) => this.#countOf(user) < mostOfOneUser)
      if (!next) break
      if (this.#isLate(next)) next.reject(timeout('the write waited too long'))
      else this.#give(next)
    }
    if (this.#under.size === 0) this.#idle = this.#options.clock.after(idleMs, () => void this.#end('idle'))
  }

  #hasPlace(): boolean {
    const worked = [...this.#under.values()].filter(({ state }) => !state.isWaiting).length
    return worked < mostAtOnce && this.#under.size < mostUnderWay
  }

  #countOf(user: string): number {
    return [...this.#under.values()].filter(({ heavy }) => heavy.user.username === user).length
  }

  #isLate({ heavy, sinceMs }: Waiting): boolean {
    return heavy.signal.aborted || this.#options.clock.monotonicMs() - sinceMs > mostWaitMs
  }

  #give(next: Waiting): void {
    const id = ++this.#last
    const onStuck = () => void this.#end('the object could not be worked at in a minute')
    const state = new UnderWay(this.#options.clock, { onWait: () => this.#begin(), onStuck })
    this.#under.set(id, { ...next, state })
    const { user, method, url, headers, body, definition } = next.heavy
    const { group, names } = definition
    const kept = `${customResourceDefinitions.group}/${customResourceDefinitions.plural}/${names.plural}.${group}`
    const kind = keyOf(definition)
    const own = definition.builtIn ? {} : { definition: kept }
    const served = bringsKinds(definition) ? this.#newlyServed() : undefined
    const bytes = handedOver(body)
    const unanswered = this.#options.unanswered(group, names.plural)
    this.#say(
      { job: { id, user, method, url, headers, body: bytes, kind, unanswered, ...own, ...(served && { served }) } },
      [bytes.buffer],
    )
  }

  /** Undefined: the thread knows. */
  #newlyServed(): NewlyServed | undefined {
    const thread = (this.#thread ??= this.#start())
    const all = this.#options.registry.definitions()
    if (thread.toldOf === all) return undefined
    const now = new Map(all.flatMap((each) => (each.builtIn ? [] : [[keyOf(each), each] as const])))
    const { told } = thread
    Object.assign(thread, { told: now, toldOf: all })
    const come = [...now].flatMap(([key, { group, names }]) =>
      told.get(key)?.names === names ? [] : [{ group, names }],
    )
    return { come, gone: [...told.keys()].filter((key) => !now.has(key)) }
  }

  #say(message: ToThread, hand: readonly ArrayBuffer[] = []): void {
    this.#thread ??= this.#start()
    this.#thread.worker.postMessage(message, [...hand])
  }

  #start(): Thread {
    const worker = new Worker(this.#options.module, { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
    const admission = new NearAdmission(this.#options.admission)
    const isCurrent = () => this.#thread?.worker === worker
    const reply = (message: ToThread, hand: readonly ArrayBuffer[] = []) => {
      if (isCurrent()) worker.postMessage(message, [...hand])
    }
    worker.on('message', (message: FromThread) => {
      if (isCurrent()) this.#hear(message, admission, reply)
    })
    worker.on('error', (error) => this.#options.messages.error('the thread for heavy writes has failed', { error }))
    worker.on('exit', () => {
      if (isCurrent()) void this.#end('the object was too much to work at')
    })
    worker.unref()
    return { worker, admission, told: new Map(), toldOf: undefined }
  }

  /** Who was alone with the thread is told why; of several nobody knows whose fault it was, and they are asked to try again. */
  async #end(why: string): Promise<void> {
    const thread = this.#thread
    this.#thread = undefined
    this.#idle?.cancel()
    const left = [...this.#under.values()]
    this.#under.clear()
    for (const { reject, state } of left) {
      state.end()
      reject(left.length === 1 || this.#closed ? internalError(why) : endedAmongOthers(state.hasCommitted))
    }
    thread?.admission.close()
    if (this.#closed) for (const { reject } of this.#line.clear()) reject(internalError(why))
    else if (!this.#line.isEmpty) this.#begin()
    await thread?.worker.terminate()
  }

  /** `reply`: to the thread that asked, and to none that came after it. */
  #hear(
    message: FromThread,
    admission: NearAdmission,
    reply: (message: ToThread, hand?: readonly ArrayBuffer[]) => void,
  ): void {
    if ('done' in message) this.#finish(message.done, message.answer)
    else if ('log' in message) this.#options.messages.warn(message.log, message.fields)
    else if ('waits' in message) this.#note(message)
    else {
      const { asked, job } = message
      const { state, heavy } = this.#under.get(job) ?? {}
      state?.asks(asked)
      answerQuestion(asked, this.#options, admission)
        .then((value) => {
          if (heavy && asked.ask === 'commit' && asked.write.value && (value as Outcome).result === 'committed')
            this.#options.registry.noteWritten(heavy.definition, asked.write.key)
          return value
        })
        .then(
          (value) =>
            reply(
              { reply: message.question, value },
              asked.ask === 'mutate' ? memoryOf((value as Replies['mutate']).object) : [],
            ),
          (error: unknown) => reply({ reply: message.question, failure: failureOf(error) }),
        )
        .finally(() => state?.isAnswered())
    }
  }

  #note({ job, waits }: Extract<FromThread, { readonly waits: boolean }>): void {
    const state = this.#under.get(job)?.state
    if (waits) state?.asks({ ask: 'others' })
    else state?.isAnswered()
  }

  #finish(id: number, { status, headers, body }: JobAnswer): void {
    const given = this.#under.get(id)
    this.#under.delete(id)
    given?.state.end()
    const isLong = body.byteLength > mostAtOnceBytes
    given?.resolve({ status, headers, body: isLong ? new PieceSource([body]) : body })
    this.#begin()
  }
}

const keyOf = ({ group, names }: Definition): string => `${group}/${names.plural}`

const bringsKinds = ({ group, names }: Definition): boolean =>
  group === customResourceDefinitions.group && names.plural === customResourceDefinitions.plural

function endedAmongOthers(hasCommitted: boolean): StatusError {
  const known = hasCommitted ? 'it may have been carried out' : 'it was not carried out'
  return serviceUnavailable(`the thread that worked at this write and at others has ended; ${known}, try again`, 1)
}
