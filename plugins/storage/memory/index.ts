/** The memory driver of the storage seam: the reference, for tests and `--storage memory`. */
export { MemoryStorage } from './memory-storage.js'
