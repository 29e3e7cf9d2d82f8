import type { Storage } from '../../../core/storage/contract.js'
import { StoreFile } from './file.js'
import { lockFolder } from './folder-lock.js'
import { LmdbStorage } from './storage.js'

export interface LmdbOptions {
  /** Made with mode 0700 when it is missing; nobody else may use it meanwhile. */
  readonly folder: string
  /** Bytes of values kept in memory; 32 MB when left out. */
  readonly cacheBytes?: number
}

const ordinaryCacheBytes = 32 * 1024 * 1024

/**
 * Opens the store in a folder. Throws `StorageFailedError` when another process has it, when it is of a newer format, and when it is damaged.
 * Cost: reads and checks every key's present version, some 100,000 in 0.3 seconds.
 */
export async function openLmdbStorage({ folder, cacheBytes = ordinaryCacheBytes }: LmdbOptions): Promise<Storage> {
  const lock = await lockFolder(folder)
  let file: StoreFile | undefined
  try {
    file = new StoreFile(folder)
    if (!file.marks()) await file.begin()
    return new LmdbStorage({ file, cacheBytes, onClosed: () => lock.release() })
  } catch (error) {
    await file?.close()
    await lock.release()
    throw error
  }
}
