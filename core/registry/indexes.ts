/** Which value indexes there are: one is built when a selector's equality is asked for a second time, and dropped when nobody asks any more. */
import { type Clock, type Log, sleep, type Timer } from '../kit/index.js'
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
  state: 'wished' | 'building' | ValueIndex
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

  /** The index of `equality` over the keys below `prefix`; undefined while there is none: then go through everything. */
  lookUp(prefix: string, equality: Equality): ValueIndex | undefined {
    const id = `${prefix} ${equality.name}`
    const askedMs = this.#parts.clock.monotonicMs()
    const slot = this.#slots.get(id)
    if (!slot) {
      this.#makeRoom()
      this.#slots.set(id, { askedMs, state: 'wished' })
      this.#watchIdle()
      return undefined
    }
    slot.askedMs = askedMs
    if (slot.state === 'wished') void this.#build(slot, prefix, equality)
    return slot.state instanceof ValueIndex ? slot.state : undefined
  }

  async #build(slot: Slot, prefix: string, { read, trace, name }: Equality): Promise<void> {
    slot.state = 'building'
    const { log, storage, clock, messages } = this.#parts
    try {
      const index = await ValueIndex.build({ prefix, read, trace }, { log, storage, pause: () => sleep(clock, 0) })
      if (this.#slots.get(`${prefix} ${name}`) === slot) slot.state = index
      else index.close()
    } catch (error) {
      slot.state = 'wished'
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
