import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeStorage } from '../../../test/contract/storage.js'
import { openLmdbStorage } from './index.js'

/** Opens a storage in a folder of its own; `options` make room scarce. */
const opener = (options: { readonly cacheBytes: number; readonly mappedBytes?: number }) => async () => {
  const folder = mkdtempSync(join(tmpdir(), 'operon-lmdb-'))
  let storage = await openLmdbStorage({ folder, ...options })
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
}

describeStorage('lmdb', opener({ cacheBytes: 20_000 }), { survives: true })
describeStorage('lmdb that opens its file anew at every turn', opener({ cacheBytes: 1, mappedBytes: 0 }), {
  survives: true,
})
