import { type Client, isReason, TransportError } from '../../client/index.js'
import { Backoff, type Clock, type Random, sleep } from '../../kit/index.js'
import { controllerOf, type KindToken, type KubeObject, StatusError } from '../../meta/index.js'
import type { Informer } from '../informer.js'
import type { ChildWrite, PlannedWrites } from './compare.js'
import { Outcome } from './outcome.js'
import type { OwnWrites } from './own-writes.js'

export interface Execution {
  readonly client: Client
  readonly clock: Clock
  readonly random: Random
  readonly signal: AbortSignal
  readonly kind: KindToken<object>
  readonly parent: KubeObject
  readonly informer: (kind: KindToken<object>) => Informer<object>
  readonly own: OwnWrites
  /** Called for each child write that was accepted or refused. */
  readonly told: (write: ChildWrite, error?: StatusError) => void
}

/** Most writes of one plan in flight. */
const mostInFlight = 256

/** Carries a plan's writes out: the parent first (finalizers), then its status beside the children. Rejects only when aborted. */
export async function execute(run: Execution, writes: PlannedWrites): Promise<Outcome> {
  const outcome = new Outcome()
  let parent = run.parent
  if (writes.parent) parent = await patchParent(run, outcome, { patch: writes.parent, parent })
  if (!outcome.accepted) return outcome
  const { status } = writes
  await Promise.all([
    status && patchParent(run, outcome, { patch: status, parent, subresource: 'status' }),
    inFlight(writes.changes, { first: mostInFlight, stopped: () => false }, (write) => change(run, outcome, write)),
    inFlight(writes.creates, { first: 1, stopped: () => outcome.stopped }, (write) => create(run, outcome, write)),
  ])
  run.signal.throwIfAborted()
  return outcome
}

async function patchParent(
  run: Execution,
  outcome: Outcome,
  what: { readonly patch: object; readonly parent: KubeObject; readonly subresource?: 'status' },
): Promise<KubeObject> {
  const { namespace, name = '', resourceVersion, uid } = what.parent.metadata
  const metadata = { ...(what.patch as Partial<KubeObject>).metadata, resourceVersion, uid }
  const patch = { type: 'merge', body: { ...what.patch, metadata } } as const
  try {
    const { subresource, parent: _ } = what
    const answer = await run.client.patch(run.kind, { namespace, name, patch }, { subresource, answer: 'revision' })
    run.own.wrote(run.informer(run.kind), answer)
    return { ...what.parent, metadata: { ...what.parent.metadata, ...answer.metadata } }
  } catch (error) {
    if (isReason(error, 'NotFound')) outcome.stale = true
    else outcome.failed(error)
    if (isReason(error, 'Conflict')) await refresh(run, run.kind, what.parent)
    return what.parent
  }
}

/** Runs `work` on all, with a window of `first` that widens by one with each success: 1, 2, 4, 8 ... a round trip. */
async function inFlight<T>(
  items: readonly T[],
  { first, stopped }: { readonly first: number; readonly stopped: () => boolean },
  work: (item: T) => Promise<void>,
): Promise<void> {
  let window = first
  let at = 0
  const worker = async (): Promise<void> => {
    while (at < items.length && !stopped()) {
      await work(items[at++]!)
      if (stopped() || window >= mostInFlight || at >= items.length) continue
      window++
      workers.push(worker())
    }
  }
  const workers = Array.from({ length: Math.min(first, items.length) }, worker)
  for (let seen = 0; seen < workers.length; seen++) await workers[seen]
}

async function change(run: Execution, outcome: Outcome, write: Exclude<ChildWrite, { verb: 'create' }>): Promise<void> {
  const { kind, object } = write
  const { namespace, name = '', uid } = object.metadata
  try {
    if (write.verb === 'patch') {
      const patch = { type: 'merge', body: write.patch } as const
      run.own.wrote(
        run.informer(kind),
        await run.client.patch(kind, { namespace, name, patch }, { answer: 'revision' }),
      )
    } else {
      await run.client.delete(kind, { namespace, name }, { uid, propagationPolicy: 'Background' })
      run.own.deleted(run.informer(kind), object)
    }
    run.told(write)
  } catch (error) {
    if (isReason(error, 'NotFound')) {
      run.own.deleted(run.informer(kind), object)
      outcome.stale ||= write.verb === 'patch'
    } else if (isReason(error, 'Conflict')) {
      outcome.stale = true
      if (write.verb === 'delete') run.own.deleted(run.informer(kind), object)
      else await refresh(run, kind, object)
    } else refuse(run, outcome, { write, error })
  }
}

/** The name is the recognition: after no answer the same create is sent again, until it is known what became of it. */
async function create(run: Execution, outcome: Outcome, write: Extract<ChildWrite, { verb: 'create' }>): Promise<void> {
  const { kind, object } = write
  const backoff = new Backoff({ firstMs: 20, maxMs: 10_000, random: run.random })
  let unknown = false
  while (!run.signal.aborted) {
    try {
      run.own.wrote(run.informer(kind), await run.client.create(kind, object, { answer: 'revision' }))
      run.told(write)
      return
    } catch (error) {
      if (error instanceof TransportError && (error.outcome === 'unknown' || unknown)) unknown = true
      else if (!(unknown || isReason(error, 'AlreadyExists'))) return refuse(run, outcome, { write, error })
      else {
        const live = await created(run, write, error)
        if (live === 'theirs') return refuse(run, outcome, { write, error })
        if (live === 'ours') {
          if (unknown) run.told(write)
          else outcome.stale = true
          return
        }
      }
    }
    await sleep(run.clock, backoff.next(), run.signal).catch(() => {})
  }
}

/** Whose object bears the name that a create was refused for. `unclear`: no answer; ask again. */
async function created(
  run: Execution,
  { kind, object }: ChildWrite,
  why: unknown,
): Promise<'ours' | 'theirs' | 'unclear'> {
  const { namespace, name = '' } = object.metadata
  try {
    const live = await run.client.get(kind as KindToken, { namespace, name })
    if (controllerOf(live)?.uid !== run.parent.metadata.uid) return 'theirs'
    run.own.wrote(run.informer(kind), live)
    return 'ours'
  } catch (error) {
    if (error instanceof TransportError) return 'unclear'
    // It was there and has gone: try again. It never was there: the refusal stands.
    return isReason(error, 'NotFound') && isReason(why, 'AlreadyExists') ? 'unclear' : 'theirs'
  }
}

/** After a lost race: the next plan waits until the cache shows what is there now. */
async function refresh(run: Execution, kind: KindToken<object>, object: KubeObject): Promise<void> {
  const { namespace, name = '' } = object.metadata
  try {
    run.own.wrote(run.informer(kind), await run.client.get(kind, { namespace, name }))
  } catch {
    // Gone or no answer: the informer tells in its own time.
  }
}

function refuse(
  run: Execution,
  outcome: Outcome,
  { write, error }: { readonly write: ChildWrite; readonly error: unknown },
): void {
  outcome.failed(error, write)
  if (isReason(error, 'Conflict')) return
  if (error instanceof StatusError && error.code !== 429) run.told(write, error)
}
