/** Forgetting history, step by step. */
import type { StoreFile } from './file.js'

/** Revisions looked at in one step: about a millisecond of work. */
const stepRevisions = 250

/**
 * Invariant: a version stays in the log as long as it is current at a revision that can still be listed, or stood before a change that can still be replayed.
 * The log need not keep a key's current version (`current` has it): a write over it puts it back when its revision lies below `oldest()`.
 */
export class Compaction {
  readonly #file: StoreFile
  readonly #isCurrent: (key: string, revision: number) => boolean
  readonly #newest: () => number
  /** The state as of this revision can be listed. */
  #oldest: number
  /** Everything below was looked at, durably. */
  #done: number
  #running: Promise<void> = Promise.resolve()
  #runs = 0

  constructor(parts: {
    readonly file: StoreFile
    readonly oldest: number
    /** Whether that version is a key's last, with nothing pending. */
    readonly isCurrent: (key: string, revision: number) => boolean
    readonly newest: () => number
  }) {
    this.#file = parts.file
    this.#oldest = parts.oldest
    this.#done = parts.oldest
    this.#isCurrent = parts.isCurrent
    this.#newest = parts.newest
  }

  oldest(): number {
    return this.#oldest
  }

  /** Forgets what is older than `revision`. Steps of different calls do not mix. Throws `StorageFailedError`; the next call goes on from there. */
  compact(revision: number): Promise<void> {
    this.#runs++
    this.#running = this.#running
      .catch(() => {})
      .then(() => this.#file.opened())
      .then(() => this.#run(Math.min(revision, this.#newest())))
      .finally(() => this.#runs--)
    return this.#running
  }

  isRunning(): boolean {
    return this.#runs > 0
  }

  /** Resolves when no step is under way. */
  async idle(): Promise<void> {
    await this.#running.catch(() => {})
  }

  async #run(target: number): Promise<void> {
    if (target > this.#oldest) this.#oldest = target
    if (this.#done === this.#oldest) return
    while (this.#done < this.#oldest) {
      const end = Math.min(this.#done + stepRevisions, this.#oldest)
      const forgotten: number[] = []
      for (let revision = this.#done; revision < end; revision++) this.#look(revision, forgotten)
      await this.#file.write({ forgotten, marks: { oldest: end, revision: this.#newest() } })
      this.#done = end
    }
    // LMDB gives the pages that a transaction has freed to the one after the next: on a full disk nothing else would come between.
    await this.#file.write({ marks: { oldest: this.#done, revision: this.#newest() } })
  }

  /** A version that a later one stands on is left to that one. */
  #look(revision: number, forgotten: number[]): void {
    const version = this.#file.logged(revision)
    if (!version) return
    if (version.previous > 0) forgotten.push(version.previous)
    if (!version.value || this.#isCurrent(version.key, revision)) forgotten.push(revision)
  }
}
