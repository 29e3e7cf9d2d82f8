/** The memory driver of the storage seam: the reference, for tests and the simulator. Nothing survives the process. */
export { MemoryStorage } from './memory-storage.js'
