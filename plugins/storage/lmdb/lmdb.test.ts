import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeStorage } from '../../../test/contract/storage.js'
import { openLmdbStorage } from './index.js'

describeStorage(
  'lmdb',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'operon-lmdb-'))
    let storage = await openLmdbStorage({ folder, cacheBytes: 20_000 })
    return {
      storage,
      reopen: async () => {
        await storage.close()
        storage = await openLmdbStorage({ folder })
        return storage
      },
      dispose: async () => {
        await storage.close()
        rmSync(folder, { recursive: true })
      },
    }
  },
  { survives: true },
)
