/** How the LMDB file is opened: which databases it has, and how their keys lie on disk. */
import { join } from 'node:path'
import { type Database, type DatabaseOptions, open, type RootDatabase } from 'lmdb'
import { storeName } from './folder.js'
import { readRevision, writeRevision } from './stored-form.js'

export interface Databases {
  readonly root: RootDatabase<Buffer, string>
  /** Key -> its present version. */
  readonly current: Database<Buffer, string>
  /** Revision -> the version written then. */
  readonly log: Database<Buffer, number>
  readonly meta: Database<Buffer, string>
}

const options = {
  encoding: 'binary',
  compression: false,
  /** Invariant: a write that is answered is on disk (lmdb overlaps the two by default). */
  overlappingSync: false,
  /** Batches are made here; lmdb's own leave promises without a catch behind when a commit fails. */
  eventTurnBatching: false,
} as const

/** Addresses, not memory; the map grows beyond it by being made anew. */
const mapBytes = 1024 ** 3

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

/** Throws whatever LMDB throws. Cost: about a millisecond. */
export function openDatabases(folder: string): Databases {
  const path = join(folder, storeName)
  const root = open<Buffer, string>({ path, ...options, maxDbs: 4, mapSize: mapBytes, keyEncoder })
  const database = <K extends string | number>(name: string, encoder: object) => {
    const own: DatabaseOptions = { ...options, keyEncoder: encoder } as DatabaseOptions
    return root.openDB<Buffer, K>({ ...own, name })
  }
  return {
    root,
    current: database<string>('current', keyEncoder),
    log: database<number>('log', revisionEncoder),
    meta: database<string>('meta', keyEncoder),
  }
}
