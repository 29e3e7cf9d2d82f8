/** The thread in which one package's functions run: started by the first call, ended when none has come for a while. */
import { Worker } from 'node:worker_threads'
import type { Clock, Timer } from '../../core/kit/index.js'
import type { FunctionAnswer, FunctionCall } from './run-functions.js'

const idleMs = 60_000

/** What a thread may hold; beyond it, it ends, and the call with it. */
const mostMegabytes = 256

export interface PackageThreadOptions {
  readonly clock: Clock
  /** What the thread runs: a file that calls `runFunctions`. */
  readonly thread: URL
  /** The package's file. */
  readonly module: URL
  readonly deadlineMs: number
}

interface Waiting {
  readonly call: FunctionCall
  resolve(objects: string): void
  reject(error: Error): void
}

/** Calls are answered one after the other. One that is not back in time ends the thread; the next starts another. */
export class PackageThread {
  readonly #options: PackageThreadOptions
  readonly #waiting: Waiting[] = []
  #worker: Worker | undefined
  #under: Waiting | undefined
  #timer: Timer | undefined

  constructor(options: PackageThreadOptions) {
    this.#options = options
  }

  /** JSON of the converted objects. Rejects with what a person is to read. */
  ask(call: FunctionCall): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ call, resolve, reject })
      this.#next()
    })
  }

  #next(): void {
    if (this.#under) return
    this.#timer?.cancel()
    this.#under = this.#waiting.shift()
    const { clock, deadlineMs } = this.#options
    if (!this.#under) {
      this.#timer = clock.after(idleMs, () => this.#end(new Error('ended')))
      return
    }
    this.#worker ??= this.#start()
    this.#timer = clock.after(deadlineMs, () => this.#end(new Error(`it did not answer within ${deadlineMs / 1000} s`)))
    this.#worker.postMessage(this.#under.call)
  }

  #start(): Worker {
    const { thread, module } = this.#options
    const resourceLimits = { maxOldGenerationSizeMb: mostMegabytes }
    const worker = new Worker(thread, { workerData: { module: module.href }, resourceLimits })
    const failed = (error: Error) => {
      if (this.#worker === worker) this.#end(error)
    }
    worker.on('message', (answer: FunctionAnswer) => this.#hear(worker, answer))
    worker.on('error', failed)
    worker.on('exit', (code) => failed(new Error(`its thread ended with code ${code}`)))
    worker.unref()
    return worker
  }

  #hear(worker: Worker, answer: FunctionAnswer): void {
    const asked = this.#under
    if (this.#worker !== worker || !asked) return
    this.#under = undefined
    if ('objects' in answer) asked.resolve(answer.objects)
    else asked.reject(new Error(answer.error))
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
