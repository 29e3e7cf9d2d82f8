/** Expressions of admission policies and webhooks that cost much are evaluated in a thread of their own: the API's thread goes on meanwhile. It is started by the first one, and ended when it has been idle. */
import { type Clock, readJson, ThreadOnDemand, writeJson } from '../kit/index.js'
import { internalError, tooManyRequests } from '../meta/index.js'
import type { Elsewhere, FarExpression, FarOutcome } from '../schema/index.js'
import { FairLine } from './heavy/fair-line.js'

/** Longer than the dearest takes that upstream allows, with all its variables. */
const deadlineMs = 30_000
const idleMs = 30_000
const mostMegabytes = 512
/** What waits, in number and in bytes. */
const room = { count: 1000, bytes: 64 * 1024 * 1024, bytesOfAll: 192 * 1024 * 1024 }

interface Waiting {
  readonly text: string
  resolve(outcome: FarOutcome): void
  reject(error: Error): void
}

export interface FarExpressions {
  readonly evaluate: Elsewhere
  close(): void
}

/** `module`: what the thread runs (core/main/expression-thread.ts). Users take turns; `evaluate` rejects with 429 when too much of the user waits already, and with 500 when the thread ended. */
export function farExpressions(module: URL, clock: Clock): FarExpressions {
  const thread = new ThreadOnDemand<string, string>({ clock, module, deadlineMs, idleMs, mostMegabytes })
  const line = new FairLine<Waiting>(room)
  let isBusy = false
  const next = async () => {
    const waiting = isBusy ? undefined : line.next()
    if (!waiting) return
    isBusy = true
    await thread.ask(waiting.text).then(
      (answer) => waiting.resolve(readJson(answer) as FarOutcome),
      (error: Error) => waiting.reject(internalError(`an expression could not be evaluated: ${error.message}`)),
    )
    isBusy = false
    void next()
  }
  return {
    evaluate: (asked) =>
      new Promise((resolve, reject) => {
        const text = writeJson(asked)
        if (!line.add(userOf(asked), { text, resolve, reject }, text.length))
          return reject(tooManyRequests('Too many costly writes are waiting, please try again later.', 1))
        void next()
      }),
    close: () => thread.close(),
  }
}

const userOf = ({ inputs }: FarExpression): string =>
  (inputs.request as { readonly userInfo?: { readonly username?: string } }).userInfo?.username ?? ''
