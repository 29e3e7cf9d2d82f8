/** What a data folder holds besides its lock: the store, and a note of the format that it is in. */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StorageFailedError } from '../../../core/storage/contract.js'
import { checkPages } from './check-pages.js'

export const storeName = 'store.mdb'
const formatName = 'format'
/** The newest format that this code reads and writes. */
const formatVersion = 1

/** What every error about a damaged store ends with. */
export const whatToDo =
  'Stop Operon, keep a copy of the folder, and restore it from a backup; or begin anew with an empty data folder'

/** Throws `StorageFailedError` for a newer format, and an Error when the store is damaged or gone. A folder without a store is fine. */
export function checkFolder(folder: string): void {
  const store = join(folder, storeName)
  const isThere = existsSync(store) && statSync(store).size > 0
  const format = readFormat(join(folder, formatName))
  if (format !== undefined && format > formatVersion) {
    throw new StorageFailedError(
      `the store in ${folder} has format ${format}, and this version of Operon knows formats up to ${formatVersion}: use the newer version that wrote it, or another data folder (--data-dir)`,
    )
  }
  if (isThere) checkPages(store)
  else if (format !== undefined) throw new Error(`${storeName} is empty or gone, though there was a store`)
}

/** Notes that a store was begun in the folder. */
export function markFolder(folder: string): void {
  const path = join(folder, formatName)
  writeFileSync(`${path}.new`, `${formatVersion}\n`, { flush: true, mode: 0o600 })
  renameSync(`${path}.new`, path)
}

function readFormat(path: string): number | undefined {
  if (!existsSync(path)) return undefined
  const format = Number(readFileSync(path, 'utf8'))
  if (!Number.isInteger(format) || format < 1) throw new Error(`${path} can't be read`)
  return format
}
