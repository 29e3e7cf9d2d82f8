import { expect } from 'chai'
import fc from 'fast-check'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
import { LateRevisionStorage } from '../../test/kit/late-revision-storage.js'
import { write } from '../../test/kit/recording-watcher.js'
import { systemClock, VirtualClock } from '../kit/index.js'
import { type Storage, StoredRecord } from '../storage/index.js'
import { CommitLog } from './commit-log.js'
import { fieldValue, labelValue } from './equality.js'
import { createIndexes, type Equality } from './indexes.js'

const app = (value: string): Equality => ({ by: 'label', name: 'app', value })
const node = (value: string): Equality => ({ by: 'field', name: 'spec.nodeName', value })

/** Writes `count` objects, half of them in each namespace, with label values and nodes by turns. */
async function fill(storage: Storage, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    await write(storage, `pods/${at % 2 ? 'b' : 'a'}/${at}`, {
      ...(at % 3 ? { labels: { app: `v${at % 3}` } } : {}),
      ...(at % 5 ? { spec: { nodeName: `n${at % 5}` } } : {}),
    })
  }
}

/** What the index must answer, told by going through all objects. */
async function expected(storage: Storage, { by, name, value }: Equality, within: string): Promise<string[]> {
  const { entries } = await storage.list({ prefix: within })
  const read = by === 'label' ? labelValue : fieldValue
  return entries
    .filter((entry) => read(new StoredRecord(entry.key, entry.revision, entry.value).object(), name) === value)
    .map((entry) => entry.key)
}

/** Asks until there is an answer. */
async function ask(indexes: ReturnType<typeof createIndexes>, equality: Equality): Promise<readonly string[]> {
  for (;;) {
    const keys = indexes.keys('pods/', equality)
    if (keys) return keys
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('an index', () => {
  it('answers the keys with a label or field value, of the whole kind or of one namespace', async () => {
    const storage = new MemoryStorage()
    await fill(storage, 500)
    const indexes = createIndexes({ storage, log: new CommitLog(storage), clock: systemClock })
    for (const equality of [app('v1'), app('v2'), app('none'), node('n3'), node('')]) {
      expect(await ask(indexes, equality)).to.deep.equal(await expected(storage, equality, 'pods/'))
      expect(indexes.keys('pods/', equality, 'pods/b/')).to.deep.equal(await expected(storage, equality, 'pods/b/'))
    }
    indexes.close()
  })

  it('is not made for a small kind', async () => {
    const storage = new MemoryStorage()
    await fill(storage, 50)
    const clock = new VirtualClock()
    const indexes = createIndexes({ storage, log: new CommitLog(storage), clock })
    expect(indexes.keys('pods/', app('v1'))).to.equal(undefined)
    await clock.advance(1000)
    expect(indexes.keys('pods/', app('v1'))).to.equal(undefined)
  })

  for (const open of [() => new MemoryStorage(), () => new LateRevisionStorage(5)]) {
    it(`stays right whatever is written while it is built and after (${open().constructor.name})`, async () => {
      const storage = open()
      await fill(storage, 450)
      const log = new CommitLog(storage)
      const indexes = createIndexes({ storage, log, clock: systemClock })
      expect(indexes.keys('pods/', app('v1'))).to.equal(undefined)
      indexes.keys('pods/', node('n1'))
      const steps = fc.sample(fc.tuple(fc.nat(460), fc.nat(3), fc.nat(3)), { numRuns: 200, seed: 3 })
      for (const [at, group, host] of steps) {
        const key = `pods/${at % 2 ? 'b' : 'a'}/${at}`
        await write(storage, key, group === 0 && (await storage.get(key)) ? undefined : objectWith(group, host))
        if (at % 10 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      for (const equality of [app('v1'), app('v2'), node('n1'), node('n2'), node('')]) {
        await ask(indexes, equality)
        expect(indexes.keys('pods/', equality)).to.deep.equal(await expected(storage, equality, 'pods/'))
      }
      indexes.close()
    })
  }

  it('is dropped when nobody has asked for five minutes, and made again when somebody does', async () => {
    const storage = new MemoryStorage()
    await fill(storage, 300)
    const clock = new VirtualClock()
    const indexes = createIndexes({ storage, log: new CommitLog(storage), clock })
    indexes.keys('pods/', app('v1'))
    await clock.advance(1000)
    expect(indexes.keys('pods/', app('v1'))).to.have.length(100)
    await clock.advance(250_000)
    expect(indexes.keys('pods/', app('v1'))).to.have.length(100)
    await clock.advance(600_000)
    expect(indexes.keys('pods/', app('v1'))).to.equal(undefined)
    await clock.advance(1000)
    expect(indexes.keys('pods/', app('v1'))).to.have.length(100)
  })

  it('makes room for others when there are too many', async () => {
    const storage = new MemoryStorage()
    await fill(storage, 300)
    const clock = new VirtualClock()
    const indexes = createIndexes({ storage, log: new CommitLog(storage), clock })
    indexes.keys('pods/', app('v1'))
    for (let at = 0; at < 70; at++) indexes.keys('pods/', { by: 'label', name: `x${at}`, value: '' })
    await clock.advance(1000)
    expect(indexes.keys('pods/', { by: 'label', name: 'x69', value: '' })).to.deep.equal([])
    expect(indexes.keys('pods/', app('v1'))).to.equal(undefined)
  })
})

const objectWith = (group: number, host: number) => ({
  ...(group === 3 ? {} : { labels: { app: `v${group}` } }),
  ...(host === 0 ? {} : { spec: { nodeName: `n${host}` } }),
})
