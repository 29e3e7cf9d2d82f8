import { setMaxListeners } from 'node:events'
import { Client } from '../client/index.js'
import { Backoff, type Clock, type Log, type Random, sleep, untilAborted } from '../kit/index.js'
import { groupResource, type KindToken } from '../meta/index.js'
import type { Operator, OperatorContext, Watch } from '../operator.js'
import { EventRecorder } from './event-recorder.js'
import { fencedTransport } from './fence.js'
import type { Informer, Narrowing } from './informer.js'
import type { Leadership } from './leader-elector.js'
import { OperatorCache } from './operator-cache.js'
import { PlanRunner } from './plan/plan-runner.js'
import { runReconciles } from './reconcile-runner.js'
import type { SharedInformers } from './shared-informers.js'
import { WorkQueue } from './work-queue.js'

/** `waiting`: another process leads. `syncing`: its caches are being filled. `finished`: its loop has returned. */
export type OperatorState = 'waiting' | 'syncing' | 'running' | 'failed' | 'finished' | 'stopped'

export interface OperatorStatus {
  readonly name: string
  readonly description: string
  readonly answers: 'plan' | 'reconcile' | 'run'
  readonly state: OperatorState
  /** Wall clock of the last change of state. */
  readonly sinceMs: number
  readonly restarts: number
  readonly lastError?: string
  readonly queued: number
  /** Plans or reconciles since the start of the process, how many of them threw, and how long they took together and at most. */
  readonly worked: number
  readonly threw: number
  readonly workMs: number
  readonly longestMs: number
}

export interface OperatorRunParts {
  readonly operator: Operator
  readonly client: Client
  readonly informers: SharedInformers
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

/** One operator at work: caches, queues, events and its answer, started again with backoff when it fails. */
export class OperatorRun {
  readonly #parts: OperatorRunParts
  readonly #queues = new Set<WorkQueue>()
  #state: OperatorState = 'waiting'
  #sinceMs: number
  #restarts = 0
  #lastError: string | undefined
  #worked = 0
  #threw = 0
  #workMs = 0
  #longestMs = 0

  constructor(parts: OperatorRunParts) {
    this.#parts = parts
    this.#sinceMs = parts.clock.now()
  }

  status(): OperatorStatus {
    const { name, description, plan, reconcile } = this.#parts.operator
    let queued = 0
    for (const queue of this.#queues) queued += queue.length
    return {
      name,
      description,
      answers: plan ? 'plan' : reconcile ? 'reconcile' : 'run',
      state: this.#state,
      sinceMs: this.#sinceMs,
      restarts: this.#restarts,
      queued,
      ...(this.#lastError === undefined ? {} : { lastError: this.#lastError }),
      worked: this.#worked,
      threw: this.#threw,
      workMs: this.#workMs,
      longestMs: this.#longestMs,
    }
  }

  enter(state: OperatorState): void {
    if (this.#state === state) return
    this.#state = state
    this.#sinceMs = this.#parts.clock.now()
  }

  /** Until the leadership's end, or until a loop of the operator's own returns. Never rejects. */
  async lead(leadership: Leadership): Promise<void> {
    const { clock, random, log } = this.#parts
    const { signal } = leadership
    const backoff = new Backoff({ firstMs: 1000, maxMs: 300_000, random })
    while (!signal.aborted) {
      const started = clock.monotonicMs()
      try {
        await this.#once(leadership)
        if (signal.aborted) return
        this.enter('finished')
        log.info('the operator has finished')
        return
      } catch (error) {
        if (signal.aborted) return
        this.#restarts++
        this.#lastError = String(error)
        this.enter('failed')
        if (clock.monotonicMs() - started > 60_000) backoff.reset()
        const delayMs = backoff.next()
        log.error('the operator failed and is started again', {
          error,
          delayMs: Math.round(delayMs),
          stack: stackOf(error),
        })
        await sleep(clock, delayMs, signal).catch(() => {})
      }
    }
  }

  async #once(leadership: Leadership): Promise<void> {
    const { operator, informers, clock, random } = this.#parts
    const stop = new AbortController()
    const signal = AbortSignal.any([leadership.signal, stop.signal])
    // Every request in flight listens, and an operator may have many.
    setMaxListeners(0, signal)
    const transport = fencedTransport(this.#parts.client.transport, () => leadership.holds() && !stop.signal.aborted)
    const client = new Client(transport, { userAgent: operator.name })
    this.enter('syncing')
    const held = kindsOf(operator).map(({ kind, narrowing }) => informers.hold(kind, narrowing, this.#parts.client))
    let cache: OperatorCache | undefined
    try {
      await synced(
        held.map(({ informer }) => informer),
        signal,
      )
      if (signal.aborted) return
      cache = new OperatorCache(
        operator.name,
        held.map(({ informer }) => informer),
        clock,
      )
      const log = this.#parts.log
      const recorder = new EventRecorder({
        client,
        source: operator.eventSource ?? { component: operator.name },
        clock,
        random,
        log,
        signal,
      })
      const queue = (name: string) => this.#queue(name, signal)
      const event: OperatorContext['event'] = (about, planned) => recorder.record(about, planned)
      this.enter('running')
      await this.#answer({ client, cache, clock, random, log, signal, event, queue }, cache)
    } finally {
      stop.abort()
      cache?.close()
      this.#queues.clear()
      await Promise.all(held.map(({ release }) => release()))
    }
  }

  #answer(context: OperatorContext, cache: OperatorCache): Promise<void> {
    const { operator } = this.#parts
    if (operator.run) return operator.run(context)
    const queue = this.#queue(operator.name, context.signal)
    const worked = (milliseconds: number, error?: unknown) => this.#count(milliseconds, error)
    if (operator.reconcile) return runReconciles(operator, { cache, queue, context, reconciled: worked })
    return new PlanRunner({ ...context, operator, cache, queue, planned: worked }).run()
  }

  #queue(name: string, signal: AbortSignal): WorkQueue {
    const { clock, log } = this.#parts
    const queue = new WorkQueue({ clock, log: log.with({ queue: name }), signal })
    this.#queues.add(queue)
    return queue
  }

  #count(milliseconds: number, error: unknown): void {
    this.#worked++
    this.#workMs += milliseconds
    this.#longestMs = Math.max(this.#longestMs, milliseconds)
    if (error === undefined) return
    this.#threw++
    this.#lastError = String(error)
  }
}

/** The kinds an operator keeps in its cache, each once: own kind and children whole, the watched ones as narrow as declared. */
function kindsOf(operator: Operator): { readonly kind: KindToken<object>; readonly narrowing: Narrowing }[] {
  const all = new Map<string, { readonly kind: KindToken<object>; readonly narrowing: Narrowing }>()
  const owned = operator.plan ? operator.owns.map(({ kind }) => kind) : []
  for (const kind of [...(operator.kind ? [operator.kind] : []), ...owned]) {
    all.set(groupResource(kind), { kind, narrowing: {} })
  }
  for (const { kind, namespace, labelSelector, fieldSelector } of (operator.watches ?? []) as readonly Watch[]) {
    const name = groupResource(kind)
    const narrowed = namespace || labelSelector || fieldSelector
    if (all.has(name) && narrowed) throw new Error(`operator ${operator.name} declares ${name} twice, once narrowed`)
    if (!all.has(name)) all.set(name, { kind, narrowing: { namespace, labelSelector, fieldSelector } })
  }
  return [...all.values()]
}

function synced(informers: readonly Informer<object>[], signal: AbortSignal): Promise<unknown> {
  return Promise.race([Promise.all(informers.map((informer) => informer.whenSynced())), untilAborted(signal)])
}

function stackOf(error: unknown): string | undefined {
  return error instanceof Error ? error.stack : undefined
}
