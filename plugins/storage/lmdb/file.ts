/** The LMDB file: databases `current` (key -> version), `log` (revision -> version) and `meta`. Knows the layout, and nothing of what is pending or published. */
import { statfsSync } from 'node:fs'
import type { Database } from 'lmdb'
import { type StoredValue, StorageFailedError } from '../../../core/storage/contract.js'
import { type Databases, openDatabases } from './databases.js'
import { checkFolder, markFolder, whatToDo } from './folder.js'
import { mappedFileBytes } from './mapped.js'
import { decodeValue, decodeVersion, encodeVersions, type Version } from './stored-form.js'

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

/** Thrown by reads in the few milliseconds in which the file is being opened anew. */
export class Reopening extends Error {
  /** Resolves when reads work again; rejects when they never will. */
  readonly done: Promise<void>

  constructor(done: Promise<void>) {
    super('the store is being opened anew')
    this.done = done
  }
}

/** Reads and writes between two looks at the map, unless fewer could fill it. */
const touchesALook = 1000
const pageBytes = 4096

export class StoreFile {
  readonly #folder: string
  #databases: Databases
  #reopening: Promise<void> | undefined
  /** What else this process has mapped. */
  #baseBytes: number
  readonly #mostMappedBytes: number
  #needsReopening = false
  #touches = 0
  #logBytes = 0

  /** Throws `StorageFailedError` when the file can't be opened, is damaged, or is of a newer format. */
  constructor(folder: string, mostMappedBytes: number) {
    this.#folder = folder
    this.#mostMappedBytes = mostMappedBytes
    this.#guard('opened', () => checkFolder(folder))
    this.#databases = this.#guard('opened', () => openDatabases(folder))
    this.#baseBytes = mappedFileBytes()
  }

  get #open(): Databases {
    if (this.#reopening) throw new Reopening(this.#reopening)
    return this.#databases
  }

  /** Whether `reopen` is due: the map has grown large, or a write has failed for no plain reason. Cost: next to nothing, but for each thousandth read or write. */
  needsReopening(): boolean {
    if (!this.#needsReopening && this.#touches >= Math.min(touchesALook, this.#mostMappedBytes / pageBytes)) {
      this.#touches = 0
      this.#needsReopening = mappedFileBytes() - this.#baseBytes >= this.#mostMappedBytes
    }
    return this.#needsReopening
  }

  /** Opens the file anew, which empties the map: a few milliseconds in which reads throw `Reopening`. Nothing may be being written. */
  reopen(): Promise<void> {
    this.#reopening ??= (async () => {
      await this.#databases.root.close()
      this.#databases = this.#guard('opened', () => openDatabases(this.#folder))
      this.#baseBytes = mappedFileBytes()
      this.#needsReopening = false
      this.#touches = 0
      this.#reopening = undefined
    })()
    return this.#reopening
  }

  /** Resolves when the file is open. */
  async opened(): Promise<void> {
    await this.#reopening
  }

  /** What was left by the run before; undefined in a new file. */
  marks(): Marks | undefined {
    const stored = this.#guard('read', () => this.#open.meta.getBinary('marks'))
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
    const range = this.#guard('read', () => this.#open.current.getRange(everything)[Symbol.iterator]())
    let count = 0
    for (;;) {
      const next = this.#guard('read', () => range.next())
      if (next.done) break
      const { key, value } = next.value
      const version = this.#decode(value, `key ${JSON.stringify(key)}`)
      if (version.key !== key) throw this.damaged(`${JSON.stringify(key)} holds ${JSON.stringify(version.key)}`)
      count++
      this.#touches++
      yield version
    }
    const { entryCount } = this.#guard('read', () => this.#open.current.getStats() as Record<string, number>)
    if (count !== entryCount) throw this.damaged(`${entryCount} keys should be there, and ${count} are`)
  }

  /** The newest revision of the log; 0 when it is empty. */
  newestLogged(): number {
    return this.#guard('read', () => {
      for (const revision of this.#open.log.getKeys({ ...everything, reverse: true, limit: 1 })) return revision
      return 0
    })
  }

  /** The current version of a key as of the last durable commit. */
  current(key: string): Version | undefined {
    const stored = this.#read(this.#open.current, key)
    return stored && this.#decode(stored, `key ${JSON.stringify(key)}`)
  }

  /** The value of that version of a key; undefined when another one is current as of the last durable commit. */
  value(key: string, revision: number): StoredValue | undefined {
    const stored = this.#read(this.#open.current, key)
    return stored && this.#guard('read', () => decodeValue(stored, revision, `key ${JSON.stringify(key)}`))
  }

  logged(revision: number): Version | undefined {
    const stored = this.#read(this.#open.log, revision)
    const version = stored && this.#decode(stored, `revision ${revision} of the log`)
    if (version && version.revision !== revision) throw this.damaged(`revision ${revision} is another one`)
    return version
  }

  /** Lets the next read see what was committed meanwhile. */
  refresh(): void {
    this.#open.root.resetReadTxn()
  }

  /** Bytes of the pages that the log takes. */
  logBytes(): number {
    if (this.#reopening) return this.#logBytes
    const stats = this.#guard('read', () => this.#open.log.getStats() as Record<string, number>)
    const pages = (stats.treeLeafPageCount ?? 0) + (stats.overflowPages ?? 0)
    this.#logBytes = pages * (stats.pageSize ?? 0)
    return this.#logBytes
  }

  /** One transaction: all of it is on disk when this resolves, and nothing when it rejects with `StorageFailedError`. */
  async write(batch: Batch): Promise<void> {
    const { root } = this.#open
    try {
      await root.batch(() => this.#put(batch))
    } catch (error) {
      throw new StorageFailedError(await this.#whyWriteFailed(error))
    }
  }

  async close(): Promise<void> {
    await this.opened()
    await this.#open.root.close()
  }

  #put({ versions = [], logged = [], forgotten = [], marks }: Batch): void {
    const { current, log, meta } = this.#open
    const stored = encodeVersions(versions)
    this.#touches += versions.length
    versions.forEach(({ key, revision, value }, at) => {
      void log.put(revision, stored[at] as Buffer)
      if (value) void current.put(key, stored[at] as Buffer)
      else void current.remove(key)
    })
    const loggedAgain = encodeVersions(logged)
    logged.forEach(({ revision }, at) => void log.put(revision, loggedAgain[at] as Buffer))
    for (const revision of forgotten) void log.remove(revision)
    if (marks) void meta.put('marks', Buffer.from(JSON.stringify(marks)))
  }

  /** A copy of what is stored; lmdb's own buffer is overwritten by the next read. */
  #read<K extends string | number>(database: Database<Buffer, K>, key: K): Buffer | undefined {
    this.#touches++
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
      if (error instanceof StorageFailedError || error instanceof Reopening) throw error
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
    // LMDB may refuse everything after a failure that is not for want of room.
    if (!isFull) this.#needsReopening = true
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
