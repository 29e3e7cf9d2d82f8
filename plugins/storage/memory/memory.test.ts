import { describeStorage } from '../../../test/contract/storage.js'
import { MemoryStorage } from './index.js'

describeStorage('memory', async () => {
  const storage = new MemoryStorage()
  return { storage, dispose: () => storage.close() }
})
