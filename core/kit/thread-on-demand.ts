/** A thread for one sort of work: started by the first call, ended when none has come for a while. */
import { Worker } from 'node:worker_threads'
import type { Clock, Timer } from './clock.js'

export interface ThreadOptions {
  readonly clock: Clock
  /** What the thread runs: it answers each message with one. */
  readonly module: URL
  /** The thread's `workerData`. */
  readonly data?: unknown
  readonly deadlineMs: number
  readonly idleMs: number
  /** What the thread may hold; beyond it, it ends, and the call with it. */
  readonly mostMegabytes: number
}

interface Waiting<Call, Answer> {
  readonly call: Call
  resolve(answer: Answer): void
  reject(error: Error): void
}

/** Calls are answered one after the other. One that is not back in time ends the thread; the next starts another. */
export class ThreadOnDemand<Call, Answer> {
  readonly #options: ThreadOptions
  readonly #waiting: Waiting<Call, Answer>[] = []
  #worker: Worker | undefined
  #under: Waiting<Call, Answer> | undefined
  #timer: Timer | undefined

  constructor(options: ThreadOptions) {
    this.#options = options
  }

  /** Both ways by structured clone. Rejects with what a person is to read, when the thread ends under it. */
  ask(call: Call): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ call, resolve, reject })
      this.#next()
    })
  }

  /** Ends the thread, and the call that is under way; a later one starts it again. */
  close(): void {
    this.#end(new Error('ended'))
  }

  #next(): void {
    if (this.#under) return
    this.#timer?.cancel()
    this.#under = this.#waiting.shift()
    const { clock, deadlineMs, idleMs } = this.#options
    if (!this.#under) {
      this.#timer = clock.after(idleMs, () => this.close())
      return
    }
    this.#worker ??= this.#start()
    this.#timer = clock.after(deadlineMs, () => this.#end(new Error(`it did not answer within ${deadlineMs / 1000} s`)))
    this.#worker.postMessage(this.#under.call)
  }

  #start(): Worker {
    const { module, data, mostMegabytes } = this.#options
    const worker = new Worker(module, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
    const failed = (error: Error) => {
      if (this.#worker === worker) this.#end(error)
    }
    worker.on('message', (answer: Answer) => this.#hear(worker, answer))
    worker.on('error', failed)
    worker.on('exit', (code) => failed(new Error(`its thread ended with code ${code}`)))
    worker.unref()
    return worker
  }

  #hear(worker: Worker, answer: Answer): void {
    const asked = this.#under
    if (this.#worker !== worker || !asked) return
    this.#under = undefined
    asked.resolve(answer)
    this.#next()
  }

  #end(why: Error): void {
    this.#timer?.cancel()
    const [worker, asked] = [this.#worker, this.#under]
    this.#worker = undefined
    this.#under = undefined
    asked?.reject(why)
    void worker?.terminate()
    if (this.#waiting.length > 0) this.#next()
  }
}
