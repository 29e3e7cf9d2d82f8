/** Which value indexes there are: one is built at the first use of a selector's equality, which costs what going through everything would, and dropped when nobody asks any more. */
import type { Clock, Log, Timer } from '../kit/index.js'
import type { KubeObject } from '../meta/index.js'
import { CompactedError, type Storage } from '../storage/index.js'
import type { WatchLog } from '../watch/index.js'
import { ValueIndex } from './value-index.js'

export interface Equality {
  /** Index name: `label app`, `field spec.nodeName`. */
  readonly name: string
  readonly value: string
  readonly read: (object: KubeObject) => string | undefined
  /** What the stored JSON of every object with a value contains; undefined where that can't be told. */
  readonly trace: string | undefined
}

/** Names come from users: so many indexes at a time, and no more. */
const mostIndexes = 64
/** An index that was not asked for in this time is dropped. */
const idleMs = 60_000

interface Slot {
  askedMs: number
  /** A promise while it is being built; undefined when that failed. */
  state: Promise<void> | ValueIndex | undefined
}

interface Parts {
  readonly log: WatchLog
  readonly storage: Storage
  readonly clock: Clock
  readonly messages: Log
}

export class Indexes {
  readonly #parts: Parts
  readonly #slots = new Map<string, Slot>()
  #timer: Timer | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Resolves when the index of `equality` over the keys below `prefix` can be looked up, or could not be built; undefined: look it up at once. */
  ensure(prefix: string, equality: Equality): Promise<void> | undefined {
    const id = idOf(prefix, equality)
    const askedMs = this.#parts.clock.monotonicMs()
    let slot = this.#slots.get(id)
    if (!slot) {
      this.#makeRoom()
      slot = { askedMs, state: undefined }
      this.#slots.set(id, slot)
      this.#watchIdle()
    }
    slot.askedMs = askedMs
    slot.state ??= this.#build(slot, { id, prefix, equality })
    return slot.state instanceof ValueIndex ? undefined : slot.state
  }

  /** Undefined while there is none: then go through everything. */
  lookUp(prefix: string, equality: Equality): ValueIndex | undefined {
    const state = this.#slots.get(idOf(prefix, equality))?.state
    return state instanceof ValueIndex ? state : undefined
  }

  async #build(
    slot: Slot,
    of: { readonly id: string; readonly prefix: string; readonly equality: Equality },
  ): Promise<void> {
    const { log, storage, messages } = this.#parts
    const { read, trace, name } = of.equality
    try {
      const index = await ValueIndex.build({ prefix: of.prefix, read, trace }, { log, storage })
      if (this.#slots.get(of.id) === slot) slot.state = index
      else index.close()
    } catch (error) {
      slot.state = undefined
      if (!(error instanceof CompactedError))
        messages.warn('an index could not be built', { name, error: String(error) })
    }
  }

  /** Drops the one that was not asked for the longest time when there are too many. */
  #makeRoom(): void {
    if (this.#slots.size < mostIndexes) return
    const [first] = [...this.#slots].sort(([, a], [, b]) => a.askedMs - b.askedMs)
    if (first) this.#drop(...first)
  }

  #watchIdle(): void {
    this.#timer ??= this.#parts.clock.after(idleMs, () => {
      this.#timer = undefined
      const now = this.#parts.clock.monotonicMs()
      for (const [id, slot] of this.#slots) if (now - slot.askedMs >= idleMs) this.#drop(id, slot)
      if (this.#slots.size > 0) this.#watchIdle()
    })
  }

  #drop(id: string, { state }: Slot): void {
    this.#slots.delete(id)
    if (state instanceof ValueIndex) state.close()
  }

  close(): void {
    this.#timer?.cancel()
    for (const [id, slot] of [...this.#slots]) this.#drop(id, slot)
  }
}

const idOf = (prefix: string, equality: Equality): string => `${prefix} ${equality.name}`
