/** The LMDB driver of the storage seam: one process, one folder, durable before visible. */
export { type LmdbOptions, openLmdbStorage } from './open.js'
