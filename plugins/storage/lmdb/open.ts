import type { Storage } from '../../../core/storage/contract.js'
import { StoreFile } from './file.js'
import { lockFolder } from './folder-lock.js'
import { LmdbStorage } from './storage.js'

export interface LmdbOptions {
  /** Made with mode 0700 when it is missing; nobody else may use it meanwhile. */
  readonly folder: string
  /** Bytes of values kept in memory; 24 MB when left out. */
  readonly cacheBytes?: number
  /** How much of the file may stay mapped into memory; 16 MB when left out. Beyond it the file is opened anew, in some 2 milliseconds. */
  readonly mappedBytes?: number
}

const ordinaryCacheBytes = 24 * 1024 * 1024
const ordinaryMappedBytes = 16 * 1024 * 1024

/**
 * Opens the store in a folder. Throws `StorageFailedError` when another process has it, when it is of a newer format, and when it is damaged.
 * Cost: reads and checks every key's present version, some 100,000 in 0.3 seconds.
 */
export async function openLmdbStorage({
  folder,
  cacheBytes = ordinaryCacheBytes,
  mappedBytes = ordinaryMappedBytes,
}: LmdbOptions): Promise<Storage> {
  const lock = await lockFolder(folder)
  let file: StoreFile | undefined
  try {
    file = new StoreFile(folder, mappedBytes)
    if (!file.marks()) await file.begin()
    const storage = new LmdbStorage({ file, cacheBytes, onClosed: () => lock.release() })
    if (file.needsReopening()) await file.reopen()
    return storage
  } catch (error) {
    await file?.close()
    await lock.release()
    throw error
  }
}
