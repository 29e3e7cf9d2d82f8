/** The LMDB driver of the storage seam: one process, one folder, durable before visible. */
export { type FolderLock, lockFolder } from './folder-lock.js'
export { openLmdbStorage } from './open.js'
