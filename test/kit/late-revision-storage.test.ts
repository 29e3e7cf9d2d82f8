import { describeStorage } from '../contract/storage.js'
import { LateRevisionStorage } from './late-revision-storage.js'

for (const seed of [1, 2, 3]) {
  describeStorage(`a driver whose revisions come late (seed ${seed})`, async () => {
    const storage = new LateRevisionStorage(seed)
    return { storage, dispose: () => storage.close() }
  })
}
