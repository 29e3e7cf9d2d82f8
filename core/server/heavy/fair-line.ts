/** Those who wait, in a line for each user: whose turn it is goes round between the users, and nobody's line grows without bound. */

export interface Room {
  /** That may wait of one user. */
  readonly count: number
  readonly bytes: number
  /** Bytes that may wait of all. */
  readonly bytesOfAll: number
}

interface Waiting<T> {
  readonly item: T
  readonly bytes: number
}

interface Line<T> {
  readonly waiting: Waiting<T>[]
  bytes: number
}

export class FairLine<T> {
  readonly #room: Room
  /** In the order of whose turn it is. */
  readonly #lines = new Map<string, Line<T>>()
  #bytes = 0

  constructor(room: Room) {
    this.#room = room
  }

  /** Answers whether there was room: the first of a user always has it, where all together leave it. */
  add(user: string, item: T, bytes: number): boolean {
    const line = this.#lines.get(user) ?? { waiting: [], bytes: 0 }
    const { count, bytes: mostBytes, bytesOfAll } = this.#room
    const isFull = line.waiting.length > 0 && (line.waiting.length >= count || line.bytes + bytes > mostBytes)
    if (isFull || (this.#bytes > 0 && this.#bytes + bytes > bytesOfAll)) return false
    this.#lines.set(user, line)
    line.waiting.push({ item, bytes })
    line.bytes += bytes
    this.#bytes += bytes
    return true
  }

  /** The next of the user whose turn it is, of those that `may`; the user goes to the end of the round. */
  next(may: (user: string) => boolean = () => true): T | undefined {
    for (const [user, line] of this.#lines) {
      if (!may(user)) continue
      const { item, bytes } = line.waiting.shift()!
      line.bytes -= bytes
      this.#bytes -= bytes
      this.#lines.delete(user)
      if (line.waiting.length > 0) this.#lines.set(user, line)
      return item
    }
    return undefined
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0
  }

  /** Everybody, whose turn it will not be. */
  clear(): T[] {
    const all = [...this.#lines.values()].flatMap(({ waiting }) => waiting.map(({ item }) => item))
    this.#lines.clear()
    this.#bytes = 0
    return all
  }
}
