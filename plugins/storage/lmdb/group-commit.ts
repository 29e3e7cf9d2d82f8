/** Writes on their way to disk: what came in while one group commit was under way makes up the next. */
import type { Change, Entry, Write } from '../../../core/storage/contract.js'

/** A write that was checked and has its revision, but is not durable yet. */
export interface PendingWrite {
  readonly write: Write
  readonly revision: number
  /** What stands there until it is durable. */
  readonly previous: Entry | undefined
  readonly resolve: (revision: number) => void
  readonly reject: (error: unknown) => void
}

/** Invariant: one batch is under way at a time; batches settle in order, and no key has more than one pending write. */
export class GroupCommit {
  readonly #pending = new Map<string, PendingWrite>()
  readonly #persist: (batch: readonly PendingWrite[]) => Promise<void>
  readonly #publish: (changes: readonly Change[]) => void
  #queue: PendingWrite[] = []
  #isWriting = false
  #waiting: { readonly key: string; readonly resolve: () => void }[] = []

  constructor(parts: {
    /** Resolves when the whole batch is durable; rejects when nothing of it is. */
    readonly persist: (batch: readonly PendingWrite[]) => Promise<void>
    /** Makes a durable batch visible. */
    readonly publish: (changes: readonly Change[]) => void
  }) {
    this.#persist = parts.persist
    this.#publish = parts.publish
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

  async #flush(): Promise<void> {
    if (this.#isWriting) return
    this.#isWriting = true
    while (this.#queue.length > 0) {
      const batch = this.#queue
      this.#queue = []
      try {
        await this.#persist(batch)
        this.#settle(batch)
      } catch (error) {
        for (const { write } of batch) this.#pending.delete(write.key)
        for (const { reject } of batch) reject(error)
      }
      this.#wake()
    }
    this.#isWriting = false
  }

  #settle(batch: readonly PendingWrite[]): void {
    for (const { write } of batch) this.#pending.delete(write.key)
    this.#publish(batch.map(changeOf))
    for (const { resolve, revision } of batch) resolve(revision)
  }

  #wake(): void {
    if (this.#waiting.length === 0) return
    const free = this.#waiting.filter(({ key }) => !this.#pending.has(key))
    this.#waiting = this.#waiting.filter(({ key }) => this.#pending.has(key))
    for (const { resolve } of free) resolve()
  }
}

const changeOf = ({ write, revision, previous }: PendingWrite): Change => ({
  revision,
  key: write.key,
  value: write.value,
  previous: previous && { revision: previous.revision, value: previous.value },
})
