/** How many requests may be under way: upstream's 400 reads and 200 writes; nobody may take all of them. */
import { tooManyRequests } from '../meta/index.js'

const limits = { read: 400, write: 200 } as const
/** Of a limit, what one user may hold while others are about. */
const ownShare = 0.75

export type Sort = keyof typeof limits

export class InFlight {
  readonly #held = { read: 0, write: 0 }
  readonly #byUser = { read: new Map<string, number>(), write: new Map<string, number>() }

  /** How many are under way. */
  get held(): { readonly read: number; readonly write: number } {
    return this.#held
  }

  /** Takes a place; throws 429 when there is none. Every `enter` needs its `leave`. */
  enter(sort: Sort, username: string): void {
    const users = this.#byUser[sort]
    const own = users.get(username) ?? 0
    if (this.#held[sort] >= limits[sort] || (own >= limits[sort] * ownShare && users.size > 1)) {
      throw tooManyRequests('Too many requests, please try again later.', 1)
    }
    this.force(sort, username)
  }

  /** Takes a place beyond all limits. */
  force(sort: Sort, username: string): void {
    const users = this.#byUser[sort]
    this.#held[sort]++
    users.set(username, (users.get(username) ?? 0) + 1)
  }

  leave(sort: Sort, username: string): void {
    this.#held[sort]--
    const users = this.#byUser[sort]
    const own = (users.get(username) ?? 1) - 1
    if (own === 0) users.delete(username)
    else users.set(username, own)
  }
}
