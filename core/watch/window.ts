/** The most recent changes, kept in memory for watchers that start a little behind. Bounded by count and by bytes. */
import type { Change } from '../storage/index.js'

export interface WindowLimits {
  readonly changes: number
  readonly bytes: number
}

export class ChangeWindow {
  readonly #limits: WindowLimits
  /** A queue: entries before `#head` are gone. */
  #changes: (Change | undefined)[] = []
  #head = 0
  #bytes = 0
  #start: number

  /** Knows nothing up to `revision`, and everything after it that is added. */
  constructor(revision: number, limits: WindowLimits) {
    this.#start = revision
    this.#limits = limits
  }

  /** Every change after this revision is here. */
  start(): number {
    return this.#start
  }

  add(change: Change): void {
    this.#changes.push(change)
    this.#bytes += sizeOf(change)
    while (this.#changes.length - this.#head > this.#limits.changes || this.#bytes > this.#limits.bytes) this.#drop()
    if (this.#head > 1024 && this.#head * 2 > this.#changes.length) {
      this.#changes = this.#changes.slice(this.#head)
      this.#head = 0
    }
  }

  /** Changes after `revision`, which is not before `start()`. */
  after(revision: number): readonly Change[] {
    let low = this.#head
    let high = this.#changes.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#changes[middle] as Change).revision <= revision) low = middle + 1
      else high = middle
    }
    return this.#changes.slice(low) as Change[]
  }

  #drop(): void {
    const change = this.#changes[this.#head] as Change
    this.#changes[this.#head++] = undefined
    this.#bytes -= sizeOf(change)
    this.#start = change.revision
  }
}

/** Both values are counted: what stood there before is kept alive by the change alone. */
const sizeOf = ({ key, value, previous }: Change): number =>
  key.length + (value?.bytes.byteLength ?? 0) + (previous?.value.bytes.byteLength ?? 0)
