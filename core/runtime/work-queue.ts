import { type Clock, doubledMs, Heap, type Log, type Timer } from '../kit/index.js'
import type { Queue } from './contract.js'

export interface WorkQueueOptions {
  readonly clock: Clock
  readonly log: Log
  readonly signal: AbortSignal
}

/** Least time from one start of work at a key to the next. */
const restMs = 20
const firstRetryMs = 5
const mostRetryMs = 5 * 60_000

/** Milliseconds of work after which the loop gets its turn, so that heartbeats and answers are not kept waiting by a long row of keys. */
const sliceMs = 8

/** The Queue of DESIGN section 4: each key once, first come first served, one worker a key, busy keys slowed down, failing ones with doubling delays. */
export class WorkQueue implements Queue {
  readonly #options: WorkQueueOptions
  readonly #ready = new Set<string>()
  #order: string[] = []
  #head = 0
  readonly #active = new Set<string>()
  readonly #again = new Set<string>()
  readonly #startedMs = new Map<string, number>()
  readonly #retries = new Map<string, number>()
  readonly #later = new Heap<{ readonly key: string; readonly atMs: number }>((a, b) => a.atMs < b.atMs)
  readonly #laterMs = new Map<string, number>()
  #timer: { readonly atMs: number; readonly timer: Timer } | undefined
  #work: ((key: string) => Promise<void>) | undefined
  #concurrency = 0
  #pumping = false
  #turnStartedMs: number | undefined
  #cutShort = false
  #finished: (() => void) | undefined

  constructor(options: WorkQueueOptions) {
    this.#options = options
  }

  /** Keys ready to be worked at, being worked at, or waiting for their time. */
  get length(): number {
    return this.#ready.size + this.#active.size + this.#laterMs.size
  }

  add(key: string): void {
    if (this.#options.signal.aborted || this.#ready.has(key)) return
    if (this.#active.has(key)) {
      this.#again.add(key)
      return
    }
    const restMs = this.#restLeftMs(key)
    if (restMs > 0) this.addAfter(key, restMs)
    else {
      this.#ready.add(key)
      this.#order.push(key)
      this.#wake()
    }
  }

  addAfter(key: string, delayMs: number): void {
    if (this.#options.signal.aborted) return
    if (delayMs <= 0) {
      this.add(key)
      return
    }
    const atMs = this.#options.clock.monotonicMs() + delayMs
    const planned = this.#laterMs.get(key)
    if (planned !== undefined && planned <= atMs) return
    this.#laterMs.set(key, atMs)
    this.#later.push({ key, atMs })
    this.#setTimer()
  }

  /** How often work at this key has failed since it last succeeded. */
  retries(key: string): number {
    return this.#retries.get(key) ?? 0
  }

  run(work: (key: string) => Promise<void>, options: { readonly concurrency?: number } = {}): Promise<void> {
    const { signal } = this.#options
    if (this.#work) throw new Error('a queue is run once')
    if (signal.aborted) return Promise.resolve()
    this.#work = work
    this.#concurrency = options.concurrency ?? 16
    return new Promise((resolve) => {
      this.#finished = resolve
      signal.addEventListener('abort', () => this.#stop(), { once: true })
      this.#wake()
    })
  }

  #stop(): void {
    this.#timer?.timer.cancel()
    this.#ready.clear()
    this.#laterMs.clear()
    if (!this.#active.size) this.#finished?.()
  }

  #restLeftMs(key: string): number {
    const started = this.#startedMs.get(key)
    if (started === undefined) return 0
    const left = started + restMs - this.#options.clock.monotonicMs()
    if (left <= 0) this.#startedMs.delete(key)
    return left
  }

  /** In a microtask, so that all adds of one batch of events come before the first work. */
  #wake(): void {
    if (this.#pumping || !this.#work) return
    this.#pumping = true
    queueMicrotask(() => {
      this.#pumping = false
      this.#pump()
    })
  }

  #pump(): void {
    const { clock, signal } = this.#options
    if (this.#turnStartedMs === undefined) {
      this.#turnStartedMs = clock.monotonicMs()
      clock.after(0, () => {
        this.#turnStartedMs = undefined
        if (this.#cutShort) this.#wake()
        this.#cutShort = false
      })
    }
    while (this.#ready.size && this.#active.size < this.#concurrency && !signal.aborted) {
      if (clock.monotonicMs() - this.#turnStartedMs > sliceMs) {
        this.#cutShort = true
        return
      }
      void this.#start(this.#shift())
    }
  }

  #shift(): string {
    const key = this.#order[this.#head++]!
    this.#ready.delete(key)
    if (this.#head > 1024 && this.#head * 2 > this.#order.length) {
      this.#order = this.#order.slice(this.#head)
      this.#head = 0
    }
    return key
  }

  async #start(key: string): Promise<void> {
    const { clock, log } = this.#options
    this.#active.add(key)
    this.#startedMs.set(key, clock.monotonicMs())
    if (this.#startedMs.size > 4096) this.#dropRested()
    try {
      await this.#work?.(key)
      this.#retries.delete(key)
    } catch (error) {
      if (!this.#options.signal.aborted) log.warn('work failed, will be tried again', { key, error })
      const times = this.retries(key)
      this.#retries.set(key, times + 1)
      this.addAfter(key, doubledMs(firstRetryMs, times, mostRetryMs))
    }
    this.#active.delete(key)
    if (this.#options.signal.aborted) {
      if (!this.#active.size) this.#finished?.()
      return
    }
    if (this.#again.delete(key)) this.add(key)
    if (this.#ready.size) this.#wake()
  }

  #dropRested(): void {
    for (const key of [...this.#startedMs.keys()]) if (!this.#active.has(key)) this.#restLeftMs(key)
  }

  #setTimer(): void {
    const first = this.#later.peek()
    if (!first || (this.#timer && this.#timer.atMs <= first.atMs)) return
    this.#timer?.timer.cancel()
    const timer = this.#options.clock.after(first.atMs - this.#options.clock.monotonicMs(), () => this.#addDue())
    this.#timer = { atMs: first.atMs, timer }
  }

  #addDue(): void {
    this.#timer = undefined
    const now = this.#options.clock.monotonicMs()
    for (let first = this.#later.peek(); first && first.atMs <= now; first = this.#later.peek()) {
      this.#later.pop()
      if (this.#laterMs.get(first.key) !== first.atMs) continue
      this.#laterMs.delete(first.key)
      this.add(first.key)
    }
    this.#setTimer()
  }
}
