import type { Client } from '../../client/index.js'
import { type Clock, doubledMs, type Log, type Random, type Timer } from '../../kit/index.js'
import type { KindToken, KubeObject, StatusError } from '../../meta/index.js'
import type { Observed, Plan, PlannedEvent, PlanOperator, Refusal } from '../../operator.js'
import { type OperatorCache, ownWritesMs } from '../operator-cache.js'
import type { WorkQueue } from '../work-queue.js'
import { claim, claimsOf } from './claim.js'
import { type ChildWrite, type Compared, writesOf } from './compare.js'
import { type Execution, execute } from './execute.js'
import { observe } from './observed.js'
import type { Outcome } from './outcome.js'
import { OwnWrites } from './own-writes.js'
import { wakeParents } from './wakes.js'

export interface PlanRunnerParts {
  readonly operator: PlanOperator
  readonly client: Client
  readonly cache: OperatorCache
  readonly queue: WorkQueue
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly signal: AbortSignal
  readonly event: (about: KubeObject, event: PlannedEvent) => void
  /** Told how long each plan took, and whether the operator's own code threw. */
  readonly planned?: (milliseconds: number, error?: unknown) => void
}

/** What is remembered of a parent between its plans. */
interface Memory {
  own?: OwnWrites
  timer?: Timer
  refusals: readonly Refusal[]
  /** Plans in a row that were not accepted. */
  failures: number
  /** Changes do not wake it before this monotonic time. */
  notBeforeMs: number
}

/** Longest that a refused plan keeps changes waiting, in milliseconds; without changes it is tried again after up to 5 minutes. */
const longestHoldMs = 1000

/** Runs a planning operator: what the runtime owes a planner (DESIGN section 4). */
export class PlanRunner {
  readonly #parts: PlanRunnerParts
  readonly #memories = new Map<string, Memory>()

  constructor(parts: PlanRunnerParts) {
    this.#parts = parts
  }

  /** Until the signal. The caches must be synced. */
  async run(): Promise<void> {
    const { operator, cache, queue } = this.#parts
    wakeParents(operator, cache, (key) => queue.add(key))
    for (const key of cache.informer(operator.kind).store.keys()) queue.add(key)
    await queue.run((key) => this.#work(key), { concurrency: 64 })
    for (const { timer } of this.#memories.values()) timer?.cancel()
  }

  async #work(key: string): Promise<void> {
    const { operator, cache, queue, clock } = this.#parts
    const parent = cache.informer(operator.kind).store.get(key)
    if (!parent || !isPlanned(operator, parent)) return this.#forget(key)
    const memory = this.#memories.get(key)
    if (memory?.own) {
      if (!memory.own.seen()) return
      this.#settle(memory)
    }
    const holdMs = (memory?.notBeforeMs ?? 0) - clock.monotonicMs()
    if (holdMs > 0) return queue.addAfter(key, holdMs)
    const run = this.#execution(parent)
    const claims = claimsOf(run, operator.owns)
    if (claims.length) return this.#conclude(key, run, { outcome: await claim(run, claims) })
    const answer = this.#plan(run, memory?.refusals ?? [])
    if ('error' in answer) return this.#failed(key, answer.error)
    const outcome = await execute(run, answer.writes)
    this.#conclude(key, run, { outcome, plan: answer.plan })
  }

  #execution(parent: KubeObject): Execution {
    const { operator, client, cache, clock, random, signal, event } = this.#parts
    const announced = operator.owns.filter(({ announce }) => announce).map(({ kind }) => kind.kind)
    return {
      client,
      clock,
      random,
      signal,
      parent,
      kind: operator.kind,
      own: new OwnWrites(clock.monotonicMs()),
      informer: (kind) => cache.informer(kind),
      told: (write, error) => {
        if (announced.includes(write.kind.kind) && write.verb !== 'patch') event(parent, announcement(write, error))
      },
    }
  }

  /** The pure part: the operator's plan and the writes that follow from it. */
  #plan(
    { parent }: Execution,
    refusals: readonly Refusal[],
  ): { readonly plan: Plan; readonly writes: ReturnType<typeof writesOf> } | { readonly error: unknown } {
    const { operator, cache, clock, random, planned } = this.#parts
    const children: Compared['children'] = (kind) =>
      cache.controlledBy(kind, String(parent.metadata.uid)) as readonly KubeObject[]
    const related = (kind: KindToken<object>, namespace?: string) =>
      cache.list(kind, namespace) as readonly KubeObject[]
    const observed: Observed = observe(operator, { parent, children, related, refusals, now: clock.now() })
    const started = clock.monotonicMs()
    try {
      const plan = operator.plan(observed)
      const writes = writesOf({ kind: operator.kind, owns: operator.owns, parent, children, random }, plan)
      planned?.(clock.monotonicMs() - started)
      return { plan, writes }
    } catch (error) {
      planned?.(clock.monotonicMs() - started, error)
      return { error }
    }
  }

  /** Remembers what came of a plan, and sees to it that the key comes again when it should. */
  #conclude(key: string, run: Execution, { outcome, plan }: { readonly outcome: Outcome; readonly plan?: Plan }): void {
    const { queue, event, log } = this.#parts
    const memory = this.#memories.get(key) ?? { refusals: [], failures: 0, notBeforeMs: 0 }
    memory.refusals = plan ? outcome.refusals : memory.refusals
    if (outcome.accepted) memory.failures = 0
    else {
      this.#holdOff(key, memory, outcome.retryAfterMs)
      const first = outcome.refusals[0]
      if (first) log.info('a write was refused', { key, verb: first.verb, name: first.name, why: first.message })
      else if (outcome.failure) log.warn('a write failed', { key, error: outcome.failure })
    }
    for (const planned of plan?.events ?? []) {
      if (outcome.accepted || planned.type === 'Warning') event(planned.about ?? run.parent, planned)
    }
    if (outcome.accepted && plan?.lookAgainMs !== undefined) queue.addAfter(key, plan.lookAgainMs)
    this.#await(key, memory, run.own)
    if (memory.own || memory.failures || memory.refusals.length) this.#memories.set(key, memory)
    else this.#memories.delete(key)
    if (!memory.own && !plan && outcome.accepted) queue.add(key)
  }

  #failed(key: string, error: unknown): void {
    const { log } = this.#parts
    const memory = this.#memories.get(key) ?? { refusals: [], failures: 0, notBeforeMs: 0 }
    this.#memories.set(key, memory)
    this.#holdOff(key, memory, 0)
    log.error('the plan threw', { key, error, stack: error instanceof Error ? error.stack : undefined })
  }

  #holdOff(key: string, memory: Memory, retryAfterMs: number): void {
    const { clock, queue } = this.#parts
    const delayMs = Math.max(retryAfterMs, doubledMs(5, memory.failures++, 300_000))
    memory.notBeforeMs = clock.monotonicMs() + Math.min(delayMs, Math.max(longestHoldMs, retryAfterMs))
    queue.addAfter(key, delayMs)
  }

  /** The key comes again when the caches show what was written, and waits until then. */
  #await(key: string, memory: Memory, own: OwnWrites): void {
    if (own.seen()) return
    const { clock, queue, log } = this.#parts
    memory.own = own
    own.whenReached(() => queue.add(key))
    memory.timer = clock.after(ownWritesMs, () => {
      if (memory.own !== own) return
      log.warn('the cache did not show our own writes in 5 minutes: going on without', { key, missing: own.describe() })
      this.#settle(memory)
      queue.add(key)
    })
  }

  #settle(memory: Memory): void {
    memory.timer?.cancel()
    memory.own = undefined
    memory.timer = undefined
  }

  #forget(key: string): void {
    this.#memories.get(key)?.timer?.cancel()
    this.#memories.delete(key)
  }
}

function isPlanned(operator: PlanOperator, { metadata }: KubeObject): boolean {
  if (!metadata.deletionTimestamp) return true
  return operator.finalize !== undefined && (metadata.finalizers ?? []).includes(operator.finalize.finalizer)
}

/** Upstream's words (pkg/controller/controller_utils.go: RealPodControl). */
function announcement({ verb, kind, object }: ChildWrite, error?: StatusError): PlannedEvent {
  const created = verb === 'create'
  if (error) {
    const message = `Error ${created ? 'creating' : 'deleting'}: ${error.message}`
    return { type: 'Warning', reason: created ? 'FailedCreate' : 'FailedDelete', message }
  }
  const message = `${created ? 'Created' : 'Deleted'} ${kind.kind.toLowerCase()}: ${object.metadata.name}`
  return { type: 'Normal', reason: created ? 'SuccessfulCreate' : 'SuccessfulDelete', message }
}
