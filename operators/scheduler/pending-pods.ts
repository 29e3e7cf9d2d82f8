import { doubledMs, Heap } from '../../core/kit/index.js'
import type { Pod } from '../kit/kinds.js'

/** A pod that waits for a node. */
export interface Pending {
  pod: Pod
  readonly uid: string
  /** Of equal priority, who came first is served first. */
  readonly order: number
  attempts: number
  /** `ready`: in the heap. `backing off`: ready at `notBeforeMs`. `unschedulable`: until something changes. `on its way`: being bound. */
  state: 'ready' | 'backing off' | 'unschedulable' | 'on its way'
  notBeforeMs: number
  /** Why it did not fit anywhere. */
  reasons: readonly string[]
}

/** Unschedulable pods are tried again after so long, whatever happens. */
const longestRestMs = 5 * 60_000

/** The pods that wait, in order. Pure: time is handed in. */
export class PendingPods {
  readonly #all = new Map<string, Pending>()
  readonly #ready = new Heap<Pending>(
    (a, b) => priority(a) > priority(b) || (priority(a) === priority(b) && a.order < b.order),
  )
  #count = 0

  get size(): number {
    return this.#all.size
  }

  /** Takes a new pod, or a newer state of one; a changed one that did not fit is tried again. */
  put(pod: Pod, now: number): void {
    const uid = String(pod.metadata.uid)
    const known = this.#all.get(uid)
    if (!known) {
      const fresh = {
        pod,
        uid,
        order: this.#count++,
        attempts: 0,
        state: 'ready',
        notBeforeMs: now,
        reasons: [],
      } as const
      const pending: Pending = { ...fresh }
      this.#all.set(uid, pending)
      this.#ready.push(pending)
      return
    }
    const changed = pod.metadata.generation !== known.pod.metadata.generation
    known.pod = pod
    if (changed && known.state === 'unschedulable') this.#rouse(known, now)
  }

  remove(uid: string): void {
    this.#all.delete(uid)
  }

  has(uid: string): boolean {
    return this.#all.has(uid)
  }

  /** The next to be served; it is on its way until it is removed, parked or sent back. */
  next(): Pending | undefined {
    for (;;) {
      const pending = this.#ready.pop()
      if (!pending) return undefined
      if (this.#all.get(pending.uid) !== pending || pending.state !== 'ready') continue
      pending.state = 'on its way'
      pending.attempts++
      return pending
    }
  }

  /** It fits nowhere: it waits for a change. */
  park(pending: Pending, reasons: readonly string[], now: number): void {
    pending.state = 'unschedulable'
    pending.reasons = reasons
    pending.notBeforeMs = now + backoffMs(pending)
  }

  /** Its bind failed: it comes again after its backoff. */
  sendBack(pending: Pending, now: number): void {
    pending.state = 'backing off'
    pending.notBeforeMs = now + backoffMs(pending)
  }

  /** Something has changed: those for which `mayFit` come again, after their backoff. */
  wake(mayFit: (pending: Pending) => boolean, now: number): void {
    for (const pending of this.#all.values()) {
      if (pending.state === 'unschedulable' && mayFit(pending)) this.#rouse(pending, now)
    }
  }

  /** Lets those come whose time has come. Answers when to look again; undefined: nobody waits for the clock. */
  tick(now: number): number | undefined {
    let nextMs = Number.POSITIVE_INFINITY
    for (const pending of this.#all.values()) {
      if (pending.state !== 'backing off' && pending.state !== 'unschedulable') continue
      const dueMs = pending.notBeforeMs + (pending.state === 'unschedulable' ? longestRestMs : 0)
      if (dueMs <= now) this.#rouse(pending, now)
      else nextMs = Math.min(nextMs, dueMs)
    }
    return nextMs === Number.POSITIVE_INFINITY ? undefined : nextMs
  }

  #rouse(pending: Pending, now: number): void {
    pending.state = pending.notBeforeMs > now ? 'backing off' : 'ready'
    if (pending.state === 'ready') this.#ready.push(pending)
  }
}

function priority({ pod }: Pending): number {
  return pod.spec.priority ?? 0
}

function backoffMs({ attempts }: Pending): number {
  return doubledMs(1000, attempts - 1, 10_000)
}
