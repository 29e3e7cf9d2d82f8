/** A storage as a driver of a remote database would be: a revision is known only after the commit, others write there too, the stream of changes comes late, and every answer is a promise. */
import { type Random, seededRandom } from '../../core/kit/index.js'
import {
  type Change,
  type Entry,
  type Outcome,
  type Page,
  type Range,
  type Storage,
  StorageFailedError,
  type Write,
} from '../../core/storage/contract.js'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'

/** Others' keys in the database: these few, after all of ours. */
const strangers = '\u{10ffff}'
const strangerKeys = 3

export class LateRevisionStorage implements Storage {
  /** The database. */
  readonly #remote = new MemoryStorage()
  readonly #random: Random
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()
  readonly #unsubscribe: () => void
  /** Changes that the stream has not brought yet. */
  #underWay: Change[] = []
  #revision = 1
  #waiting: { readonly revision: number; readonly resolve: () => void }[] = []
  #unfinished = 0
  #isClosed = false

  constructor(seed = 1) {
    this.#random = seededRandom(seed)
    this.#unsubscribe = this.#remote.subscribe((changes) => {
      if (this.#underWay.length === 0) void this.#journey().then(() => this.#deliver())
      this.#underWay.push(...changes)
    })
  }

  revision(): number {
    return this.#revision
  }

  oldestRevision(): number {
    return this.#remote.oldestRevision()
  }

  historyBytes(): number {
    return 0
  }

  async get(key: string): Promise<Entry | undefined> {
    await this.#journey()
    const entry = this.#remote.get(key)
    await this.#published(this.#remote.revision())
    return entry
  }

  async list(range: Range): Promise<Page> {
    await this.#journey()
    const limit = range.limit ?? Number.POSITIVE_INFINITY
    const page = this.#remote.list({ ...range, limit: limit + 1 + strangerKeys })
    await this.#published(page.revision)
    const entries = page.entries.filter(isOurs)
    return { entries: entries.slice(0, limit), revision: page.revision, more: entries.length > limit }
  }

  async count(prefix: string, after?: string): Promise<number> {
    await this.#journey()
    return this.#remote.count(prefix, after) - (prefix === '' ? this.#remote.count(strangers) : 0)
  }

  async commit(write: Write): Promise<Outcome> {
    if (this.#isClosed) throw new StorageFailedError('the storage is closed')
    this.#unfinished++
    try {
      await this.#journey()
      if (this.#random.fraction() < 0.5) await this.#strangerWrites()
      const outcome = await this.#remote.commit(write)
      await this.#journey()
      await this.#published(this.#remote.revision())
      return outcome
    } finally {
      this.#unfinished--
    }
  }

  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  async history(after: number, upTo: number, limit = Number.POSITIVE_INFINITY): Promise<readonly Change[]> {
    await this.#journey()
    return this.#remote.history(after, upTo).filter(isOurs).slice(0, limit)
  }

  async compact(revision: number): Promise<void> {
    await this.#journey()
    await this.#remote.compact(Math.min(revision, this.#revision))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    while (this.#unfinished > 0) await this.#journey()
    this.#unsubscribe()
    this.#listeners.clear()
    await this.#remote.close()
  }

  async #strangerWrites(): Promise<void> {
    const key = `${strangers}${Math.floor(this.#random.fraction() * strangerKeys)}`
    const present = this.#remote.get(key)
    const value = { bytes: Buffer.from('{}'), splice: 1, stamp: 0 }
    await this.#remote.commit({ key, expect: present?.revision ?? 'absent', value })
  }

  /** A message to or from the database takes a few turns, not always as many. */
  async #journey(): Promise<void> {
    for (let turns = 1 + Math.floor(this.#random.fraction() * 5); turns > 0; turns--) await Promise.resolve()
  }

  #deliver(): void {
    const changes = this.#underWay
    this.#underWay = []
    this.#revision = (changes.at(-1) as Change).revision
    const own = changes.filter(isOurs)
    for (const listener of this.#listeners) listener(own)
    const due = this.#waiting.filter(({ revision }) => revision <= this.#revision)
    this.#waiting = this.#waiting.filter(({ revision }) => revision > this.#revision)
    for (const { resolve } of due) resolve()
  }

  /** Resolves when the stream has brought everything up to `revision`. */
  async #published(revision: number): Promise<void> {
    if (revision > this.#revision) await new Promise<void>((resolve) => this.#waiting.push({ revision, resolve }))
  }
}

const isOurs = ({ key }: { readonly key: string }) => !key.startsWith(strangers)
