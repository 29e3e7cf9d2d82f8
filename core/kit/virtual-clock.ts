import type { Clock, Timer } from './clock.js'
import { Heap } from './heap.js'

interface Pending {
  readonly atMs: number
  readonly order: number
  fire: (() => void) | undefined
}

/** A clock that stands still until `advance` is called: the time of tests and of the simulator. */
export class VirtualClock implements Clock {
  #elapsedMs = 0
  #wallMs: number
  #timersMade = 0
  readonly #timers = new Heap<Pending>((a, b) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order))

  constructor(startMs = 1_700_000_000_000) {
    this.#wallMs = startMs
  }

  now(): number {
    return this.#wallMs + this.#elapsedMs
  }

  monotonicMs(): number {
    return this.#elapsedMs
  }

  after(delayMs: number, fire: () => void): Timer {
    const timer: Pending = { atMs: this.#elapsedMs + Math.max(0, delayMs), order: this.#timersMade++, fire }
    this.#timers.push(timer)
    return {
      cancel: () => {
        timer.fire = undefined
      },
    }
  }

  /** Moves time on by `ms`, firing due timers in order of their time; lets promises settle before, between and after. */
  async advance(ms: number): Promise<void> {
    await this.settle()
    const end = this.#elapsedMs + ms
    for (let due = this.#timers.peek(); due && due.atMs <= end; due = this.#timers.peek()) {
      this.#timers.pop()
      if (!due.fire) continue
      this.#elapsedMs = Math.max(this.#elapsedMs, due.atMs)
      due.fire()
      await this.settle()
    }
    this.#elapsedMs = end
    await this.settle()
  }

  /** Somebody sets the machine's clock: the wall jumps, timers and monotonic time do not. */
  jumpWall(ms: number): void {
    this.#wallMs += ms
  }

  /** The process stood still for `ms` (SIGSTOP, a paused machine): time is gone, timers that became due fire late, all at once. */
  async pause(ms: number): Promise<void> {
    this.#elapsedMs += ms
    await this.advance(0)
  }

  /** Lets all promises run that need neither time nor the world outside. */
  settle(): Promise<void> {
    return new Promise((resolve) => void setImmediate(resolve))
  }
}
