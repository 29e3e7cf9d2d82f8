/** The LMDB file: databases `current` (key -> version), `log` (revision -> version) and `meta`. Knows the layout, and nothing of what is pending or published. */
import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, type DatabaseOptions, open, type RootDatabase } from 'lmdb'
import { StorageFailedError } from '../../../core/storage/contract.js'
import { checkFolder, markFolder, storeName, whatToDo } from './folder.js'
import { decodeVersion, encodeVersion, readRevision, type Version, writeRevision } from './stored-form.js'

/** What `meta` holds. */
export interface Marks {
  readonly oldest: number
  /** The newest revision when these were written. */
  readonly revision: number
}

/** One group commit. */
export interface Batch {
  /** Versions that become current (or are tombstones) and are logged. */
  readonly versions?: readonly Version[]
  /** Versions that go to the log alone. */
  readonly logged?: readonly Version[]
  /** Revisions to take from the log. */
  readonly forgotten?: readonly number[]
  readonly marks?: Marks
}

const options = {
  encoding: 'binary',
  compression: false,
  /** Invariant: a write that is answered is on disk (lmdb overlaps the two by default). */
  overlappingSync: false,
  /** Batches are made here; lmdb's own leave promises without a catch behind when a commit fails. */
  eventTurnBatching: false,
} as const

const keyEncoder = {
  writeKey: (key: string | undefined, target: Buffer, at: number) =>
    key === undefined ? at : at + target.write(key, at, 'utf8'),
  readKey: (source: Buffer, from: number, to: number) => source.toString('utf8', from, to),
}

const revisionEncoder = {
  writeKey: (revision: number | undefined, target: Buffer, at: number) =>
    revision === undefined ? at : writeRevision(target, revision, at),
  readKey: (source: Buffer, from: number) => readRevision(source, from),
}

export class StoreFile {
  readonly #folder: string
  readonly #root: RootDatabase<Buffer, string>
  readonly #current: Database<Buffer, string>
  readonly #log: Database<Buffer, number>
  readonly #meta: Database<Buffer, string>

  /** Throws `StorageFailedError` when the file can't be opened, or is of a newer format. */
  constructor(folder: string) {
    this.#folder = folder
    this.#guard('opened', () => checkFolder(folder))
    this.#root = this.#guard('opened', () =>
      open<Buffer, string>({ path: join(folder, storeName), ...options, maxDbs: 4, keyEncoder }),
    )
    this.#current = this.#database('current', keyEncoder)
    this.#log = this.#database('log', revisionEncoder)
    this.#meta = this.#database('meta', keyEncoder)
  }

  #database<K extends string | number>(name: string, encoder: object): Database<Buffer, K> {
    const own: DatabaseOptions = { ...options, keyEncoder: encoder } as DatabaseOptions
    return this.#guard('opened', () => this.#root.openDB<Buffer, K>({ ...own, name }))
  }

  /** What was left by the run before; undefined in a new file. */
  marks(): Marks | undefined {
    const stored = this.#guard('read', () => this.#meta.getBinary('marks'))
    if (!stored) return undefined
    const marks = this.#guard('read', () => JSON.parse(stored.toString()) as Marks)
    if (Number.isSafeInteger(marks.oldest) && Number.isSafeInteger(marks.revision)) return marks
    throw this.damaged('its marks are damaged')
  }

  /** Writes the first marks of a new store. */
  async begin(): Promise<void> {
    await this.write({ marks: { oldest: 1, revision: 1 } })
    markFolder(this.#folder)
  }

  /** Every key's current version, in LMDB's order. Cost: reads and checks all of them. */
  *versions(): Iterable<Version> {
    const range = this.#guard('read', () => this.#current.getRange(everything)[Symbol.iterator]())
    let count = 0
    for (;;) {
      const next = this.#guard('read', () => range.next())
      if (next.done) break
      const { key, value } = next.value
      const version = this.#decode(value, `key ${JSON.stringify(key)}`)
      if (version.key !== key) throw this.damaged(`${JSON.stringify(key)} holds ${JSON.stringify(version.key)}`)
      count++
      yield version
    }
    const { entryCount } = this.#guard('read', () => this.#current.getStats() as Record<string, number>)
    if (count !== entryCount) throw this.damaged(`${entryCount} keys should be there, and ${count} are`)
  }

  /** The newest revision of the log; 0 when it is empty. */
  newestLogged(): number {
    return this.#guard('read', () => {
      for (const revision of this.#log.getKeys({ ...everything, reverse: true, limit: 1 })) return revision
      return 0
    })
  }

  /** The current version of a key as of the last durable commit. */
  current(key: string): Version | undefined {
    const stored = this.#read(this.#current, key)
    return stored && this.#decode(stored, `key ${JSON.stringify(key)}`)
  }

  logged(revision: number): Version | undefined {
    const stored = this.#read(this.#log, revision)
    const version = stored && this.#decode(stored, `revision ${revision} of the log`)
    if (version && version.revision !== revision) throw this.damaged(`revision ${revision} is another one`)
    return version
  }

  /** Lets the next read see what was committed meanwhile. */
  refresh(): void {
    this.#root.resetReadTxn()
  }

  /** Bytes of the pages that the log takes. */
  logBytes(): number {
    const stats = this.#guard('read', () => this.#log.getStats() as Record<string, number>)
    const pages = (stats.treeLeafPageCount ?? 0) + (stats.overflowPages ?? 0)
    return pages * (stats.pageSize ?? 0)
  }

  /** One transaction: all of it is on disk when this resolves, and nothing when it rejects with `StorageFailedError`. */
  async write(batch: Batch): Promise<void> {
    try {
      await this.#root.batch(() => this.#put(batch))
    } catch (error) {
      throw new StorageFailedError(await this.#whyWriteFailed(error))
    }
  }

  async close(): Promise<void> {
    await this.#root.close()
  }

  #put({ versions = [], logged = [], forgotten = [], marks }: Batch): void {
    for (const version of versions) {
      const stored = encodeVersion(version)
      void this.#log.put(version.revision, stored)
      if (version.value) void this.#current.put(version.key, stored)
      else void this.#current.remove(version.key)
    }
    for (const version of logged) void this.#log.put(version.revision, encodeVersion(version))
    for (const revision of forgotten) void this.#log.remove(revision)
    if (marks) void this.#meta.put('marks', Buffer.from(JSON.stringify(marks)))
  }

  /** A copy of what is stored; lmdb's own buffer is overwritten by the next read. */
  #read<K extends string | number>(database: Database<Buffer, K>, key: K): Buffer | undefined {
    return this.#guard('read', () => {
      const shared = database.getBinaryFast(key)
      return shared && Buffer.from(shared.subarray(0, (database as unknown as { lastSize: number }).lastSize))
    })
  }

  #decode(stored: Buffer, what: string): Version {
    try {
      return decodeVersion(stored, what)
    } catch (error) {
      throw this.damaged((error as Error).message)
    }
  }

  #guard<T>(act: 'opened' | 'read', attempt: () => T): T {
    try {
      return attempt()
    } catch (error) {
      if (error instanceof StorageFailedError) throw error
      throw this.#failed(act, (error as Error).message)
    }
  }

  /** The error for what was read and can't be. */
  damaged(why: string): StorageFailedError {
    return this.#failed('read', why)
  }

  #failed(act: 'opened' | 'read', why: string): StorageFailedError {
    return new StorageFailedError(`the store in ${this.#folder} can't be ${act}: ${why}. ${whatToDo}`)
  }

  async #whyWriteFailed(error: unknown): Promise<string> {
    const cause = await (error as { commitError?: Promise<unknown> }).commitError?.then(
      () => error,
      (reason: unknown) => reason,
    )
    const freeBytes = this.#freeBytes()
    const isFull = freeBytes < leastFreeBytes
    return `the store in ${this.#folder} can't be written: ${
      isFull ? `the disk is full (${Math.round(freeBytes / 1024)} kB left)` : ((cause ?? error) as Error).message
    }. Nothing of the failed writes was kept, and reads go on; ${
      isFull ? 'writes work again as soon as there is room' : 'look at the disk, and at the kernel log'
    }.`
  }

  #freeBytes(): number {
    try {
      const { bavail, bsize } = statfsSync(this.#folder)
      return bavail * bsize
    } catch {
      return Number.POSITIVE_INFINITY
    }
  }
}

/** Without these, lmdb puts in bounds that only its own key encoding understands. */
const everything = { start: undefined, end: undefined }
/** LMDB fails a commit whole when its pages do not fit, so a disk counts as full a little before nothing is left. */
const leastFreeBytes = 2 * 1024 * 1024
