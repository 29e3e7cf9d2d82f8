/** Writes on their way to disk: what came in while one group commit was under way makes up the next. */
import type { Change, Entry, Write } from '../../../core/storage/contract.js'

/** A write that was checked, but is not durable yet. */
export interface PendingWrite {
  readonly write: Write
  /** What stands there until it is durable. */
  readonly previous: Entry | undefined
  readonly resolve: (revision: number) => void
  readonly reject: (error: unknown) => void
}

/**
 * Invariant: one batch is under way at a time, and no key has more than one pending write.
 * A batch is given its revisions when it sets out, right after the last published one: those of a failed batch, which nobody has seen, are given to the next, and the log has no gaps.
 */
export class GroupCommit {
  readonly #pending = new Map<string, PendingWrite>()
  readonly #persist: (changes: readonly Change[]) => Promise<void>
  readonly #publish: (changes: readonly Change[]) => void
  readonly #between: () => Promise<void> | undefined
  #queue: PendingWrite[] = []
  #isWriting = false
  #revision: number
  #waiting: { readonly key: string; readonly resolve: () => void }[] = []

  constructor(parts: {
    /** The last published one. */
    readonly revision: number
    /** Resolves when the whole batch is durable; rejects when nothing of it is. */
    readonly persist: (changes: readonly Change[]) => Promise<void>
    /** Makes a durable batch visible. */
    readonly publish: (changes: readonly Change[]) => void
    /** Called when nothing is being written; what it answers is waited for. Must not reject. */
    readonly between: () => Promise<void> | undefined
  }) {
    this.#revision = parts.revision
    this.#persist = parts.persist
    this.#publish = parts.publish
    this.#between = parts.between
  }

  pending(key: string): PendingWrite | undefined {
    return this.#pending.get(key)
  }

  isIdle(): boolean {
    return this.#pending.size === 0
  }

  /** Resolves when the key's pending write has settled, whatever became of it. */
  settled(key: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ key, resolve }))
  }

  /** Resolves when nothing is pending. */
  async idle(): Promise<void> {
    for (const key of this.#pending.keys()) await this.settled(key)
    if (!this.isIdle()) await this.idle()
  }

  add(pending: PendingWrite): void {
    this.#pending.set(pending.write.key, pending)
    this.#queue.push(pending)
    if (this.#queue.length === 1 && !this.#isWriting) queueMicrotask(() => void this.#flush())
  }

  /** Has `between` called soon, though nothing may be written. */
  nudge(): void {
    if (!this.#isWriting) queueMicrotask(() => void this.#flush())
  }

  async #flush(): Promise<void> {
    if (this.#isWriting) return
    this.#isWriting = true
    for (;;) {
      const pause = this.#between()
      if (pause) await pause
      if (this.#queue.length === 0) break
      await this.#writeBatch()
    }
    this.#isWriting = false
  }

  async #writeBatch(): Promise<void> {
    const batch = this.#queue
    this.#queue = []
    try {
      const changes = batch.map((pending, at) => changeOf(pending, this.#revision + 1 + at))
      await this.#persist(changes)
      this.#settle(batch, changes)
    } catch (error) {
      for (const { write } of batch) this.#pending.delete(write.key)
      for (const { reject } of batch) reject(error)
    }
    this.#wake()
  }

  #settle(batch: readonly PendingWrite[], changes: readonly Change[]): void {
    const first = this.#revision + 1
    this.#revision += batch.length
    for (const { write } of batch) this.#pending.delete(write.key)
    this.#publish(changes)
    for (const [at, { resolve }] of batch.entries()) resolve(first + at)
  }

  #wake(): void {
    if (this.#waiting.length === 0) return
    const free = this.#waiting.filter(({ key }) => !this.#pending.has(key))
    this.#waiting = this.#waiting.filter(({ key }) => this.#pending.has(key))
    for (const { resolve } of free) resolve()
  }
}

const changeOf = ({ write, previous }: PendingWrite, revision: number): Change => ({
  revision,
  key: write.key,
  value: write.value,
  previous: previous && { revision: previous.revision, value: previous.value },
})
