/** Who of the users goes on first: one with many requests under way waits in a line of its own while others are about, so that each of theirs stands behind few of it, not behind all. */

import { nextTurn } from '../kit/index.js'

/** Requests of one user that are carried out at once while others are about. */
const mostAtOnce = 32
/** Others are about when one of the last so many requests was another's: about a second of a busy server. */
const memory = 4000

export class TurnsOfUsers {
  readonly #running = new Map<string, number>()
  readonly #waiting = new Map<string, (() => void)[]>()
  #count = 0
  #last = ''
  /** When somebody else than `#last` was here. */
  #otherAt = Number.NEGATIVE_INFINITY

  /** Undefined: go on. Else it resolves when it is this request's turn. Each `begin` needs its `end`. Cost: a look-up. */
  begin(username: string): Promise<void> | undefined {
    this.#count++
    if (username !== this.#last) {
      if (this.#last !== '') this.#otherAt = this.#count - 1
      this.#last = username
    }
    const running = this.#running.get(username) ?? 0
    if (running >= mostAtOnce && this.#count - this.#otherAt < memory) return this.#line(username)
    this.#running.set(username, running + 1)
    return undefined
  }

  /** Hands its place to the next in the user's line. */
  end(username: string): void {
    const next = this.#waiting.get(username)?.shift()
    if (next) {
      // In a turn of the loop of its own: what has come in meanwhile goes first.
      void nextTurn().then(next)
      return
    }
    this.#waiting.delete(username)
    const running = (this.#running.get(username) ?? 1) - 1
    if (running === 0) this.#running.delete(username)
    else this.#running.set(username, running)
  }

  #line(username: string): Promise<void> {
    return new Promise((resolve) => {
      const line = this.#waiting.get(username)
      if (line) line.push(resolve)
      else this.#waiting.set(username, [resolve])
    })
  }
}
