import { expect } from 'chai'
import fc from 'fast-check'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
import { LateRevisionStorage } from '../../test/kit/late-revision-storage.js'
import { write } from '../../test/kit/recording-watcher.js'
import { nextTurn } from '../kit/index.js'
import { StoredRecord } from '../storage/index.js'
import { CommitLog } from '../watch/index.js'
import { ValueIndex } from './value-index.js'

const objectWith = (group: number) => (group === 3 ? { n: group } : { labels: { app: `v${group}` } })
const keyAt = (at: number) => `pods/${at % 2 ? 'b' : 'a'}/${at}`

/** So slow now and then that the build pauses some dozens of times. */
function spin(): void {
  for (const end = performance.now() + 0.1; performance.now() < end; );
}

describe('a value index', () => {
  for (const open of [() => new MemoryStorage(), () => new LateRevisionStorage(5)]) {
    it(`stays right whatever is written while it is built and after (${open().constructor.name})`, async () => {
      const storage = open()
      for (let at = 0; at < 1100; at++) await write(storage, keyAt(at), objectWith(Math.floor(at / 2) % 4))
      const log = new CommitLog(storage)
      const steps = fc.sample(fc.tuple(fc.nat(1110), fc.nat(4)), { numRuns: 200, seed: 3 })
      const churn = async () => {
        for (const [at, group] of steps.splice(0, 50)) {
          if (at % 5 === 0) await nextTurn()
          const isThere = (await storage.get(keyAt(at))) !== undefined
          await write(storage, keyAt(at), group === 4 && isThere ? undefined : objectWith(group))
        }
      }
      const read = (object: { metadata: { labels?: Record<string, string> } }) => object.metadata.labels?.['app']
      const slowly: typeof read = (object) => {
        spin()
        return read(object)
      }
      const building = ValueIndex.build({ prefix: 'pods/', read: slowly, trace: '"app":' }, { log, storage })
      await churn()
      const index = await building
      for (let round = 0; round < 3; round++) {
        const { entries } = await storage.list({ prefix: 'pods/' })
        for (const value of ['v0', 'v1', 'v2']) {
          const all = entries
            .filter((entry) => read(new StoredRecord(entry.key, entry.revision, entry.value).object()) === value)
            .map((entry) => entry.key)
          const inB = all.filter((key) => key.startsWith('pods/b/'))
          expect(index.keys(value, 'pods/', undefined)).to.deep.equal(all)
          expect(index.keys(value, 'pods/b/', undefined)).to.deep.equal(inB)
          expect(index.keys(value, 'pods/b/', inB[7])).to.deep.equal(inB.slice(8))
          expect(index.keys(value, 'pods/b/', 'pods/a/5')).to.deep.equal(inB)
        }
        await churn()
      }
      index.close()
    })
  }
})
