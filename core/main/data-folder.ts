/** The data directory: made where it is missing, for its owner alone. */
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type FolderLock, lockFolder } from '../../plugins/storage/lmdb/index.js'
import { dataFolderPath } from './data-folder-path.js'
import type { Configuration } from './settings.js'
import { StartError } from './usage-error.js'

/** Makes the data directory. Throws StartError where nothing can be written. */
export function openDataFolder(configuration: Configuration): string {
  const folder = dataFolderPath(configuration)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartError(`the data directory ${folder} can't be used ${wayOut(error as NodeJS.ErrnoException)}`)
  }
  return folder
}

function wayOut({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EEXIST' || code === 'ENOTDIR') return '(a file stands in its way): name another one with --data-dir'
  return `(${message}): make it writable, or name another one with --data-dir`
}

/** Makes this process the only one that serves the cluster in `folder`; throws when another one does. */
export function lockCluster(folder: string): Promise<FolderLock> {
  return lockFolder(clusterStore(folder))
}

export function clusterStore(folder: string): string {
  return join(folder, 'store')
}
