/** Questions to the API's thread, each with its answer. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { MessagePort } from 'node:worker_threads'
import { StatusError } from '../../meta/index.js'
import type { Failure, FromThread, Question, Replies } from './messages.js'

export interface Asking {
  /** Rejects with a StatusError where a client is to see why. `hand`: memory that goes over to the other thread, and is gone here. */
  ask<Q extends Question>(question: Q, hand?: readonly ArrayBuffer[]): Promise<Replies[Q['ask']]>
}

export class Questions implements Asking {
  readonly #port: MessagePort
  readonly #job = new AsyncLocalStorage<number>()
  readonly #open = new Map<number, { resolve(value: never): void; reject(error: unknown): void }>()
  #last = 0

  constructor(port: MessagePort) {
    this.#port = port
  }

  /** What `work` asks is asked for this job. */
  during<T>(job: number, work: () => T): T {
    return this.#job.run(job, work)
  }

  /** Waits for what is neither the API's nor this thread's: other jobs go on meanwhile. */
  async waitingFor<T>(work: Promise<T>): Promise<T> {
    const job = this.#job.getStore() ?? 0
    const tell = (waits: boolean) => this.#port.postMessage({ waits, job } satisfies FromThread)
    tell(true)
    try {
      return await work
    } finally {
      tell(false)
    }
  }

  readonly ask: Asking['ask'] = (asked, hand = []) => {
    const question = ++this.#last
    const message: FromThread = { question, job: this.#job.getStore() ?? 0, asked }
    return new Promise((resolve, reject) => {
      this.#open.set(question, { resolve, reject })
      this.#port.postMessage(message, [...hand])
    })
  }

  answered(question: number, value: unknown, failure: Failure | undefined): void {
    const open = this.#open.get(question)
    this.#open.delete(question)
    if (!failure) open?.resolve(value as never)
    else open?.reject('status' in failure ? new StatusError(failure.status) : new Error(failure.error))
  }
}
