import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { seededRandom } from '../../../core/kit/index.js'
import { type Storage, StorageFailedError } from '../../../core/storage/contract.js'
import { textOf, upsert } from '../../../test/contract/stored.js'
import { openLmdbStorage } from './index.js'

const pageBytes = 4096

describe('a damaged store', () => {
  let folder: string
  let file: string
  let sound: Buffer
  let expected: string
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'operon-damage-'))
    file = join(folder, 'store.mdb')
    const storage = await openLmdbStorage({ folder })
    for (let round = 0; round < 3; round++) {
      const keys = Array.from({ length: 40 }, (_, at) => `core/things/${at}`)
      await Promise.all(keys.map((key, at) => upsert(storage, key, `${key} ${round} ${'x'.repeat((at * 97) % 5000)}`)))
    }
    await storage.compact(storage.revision() - 100)
    expected = await contentsOf(storage)
    await storage.close()
    sound = readFileSync(file)
  })
  afterEach(() => writeFileSync(file, sound))
  after(() => rmSync(folder, { recursive: true }))

  /** What comes of opening and reading everything: the sound contents, or the error. */
  async function attempt(): Promise<string> {
    let storage: Storage | undefined
    try {
      storage = await openLmdbStorage({ folder })
      return (await contentsOf(storage)) === expected ? 'sound' : 'WRONG'
    } catch (error) {
      if (!(error instanceof StorageFailedError)) throw error
      expect(error.message).to.contain(folder).and.to.contain('backup')
      return 'refused'
    } finally {
      await storage?.close()
    }
  }

  it('is sound before the damage', async () => {
    expect(await attempt()).to.equal('sound')
  })

  it('is refused when it was cut short anywhere, or emptied', async () => {
    for (const bytes of [0, 100, pageBytes, 3 * pageBytes, sound.length / 2]) {
      truncateSync(file, Math.floor(bytes))
      expect(await attempt(), `cut to ${bytes}`).to.equal('refused')
      writeFileSync(file, sound)
    }
  })

  it('is refused, or sound, when any page was overwritten, and never wrong', async () => {
    const outcomes: string[] = []
    for (let page = 0; page < sound.length / pageBytes; page++) {
      for (const fill of [0, 0xa5]) {
        overwrite(page * pageBytes, Buffer.alloc(pageBytes, fill))
        outcomes.push(await attempt())
        overwrite(page * pageBytes, sound.subarray(page * pageBytes, (page + 1) * pageBytes))
      }
    }
    expect(new Set(outcomes)).to.deep.equal(new Set(['refused', 'sound']))
    expect(outcomes.slice(0, 4)).to.deep.equal(['refused', 'refused', 'refused', 'refused'])
  })

  it('is refused, or sound, when any bit was turned, and never wrong', async () => {
    const random = seededRandom(7)
    const outcomes: string[] = []
    for (let turn = 0; turn < 150; turn++) {
      const at = Math.floor(random.fraction() * sound.length)
      overwrite(at, Buffer.of((sound[at] as number) ^ (1 << (turn % 8))))
      outcomes.push(await attempt())
      overwrite(at, sound.subarray(at, at + 1))
    }
    expect(new Set(outcomes)).to.deep.equal(new Set(['refused', 'sound']))
  })

  function overwrite(at: number, bytes: Uint8Array): void {
    const descriptor = openSync(file, 'r+')
    writeSync(descriptor, bytes, 0, bytes.length, at)
    closeSync(descriptor)
  }
})

/** Everything that can be read from a store, as text. */
async function contentsOf(storage: Storage): Promise<string> {
  const { entries } = await storage.list({ prefix: '' })
  const changes = await storage.history(storage.oldestRevision() - 1, storage.revision())
  return JSON.stringify([
    storage.revision(),
    entries.map(({ key, revision, value }) => [key, revision, textOf(value)]),
    changes.map(({ key, revision, value, previous }) => [key, revision, textOf(value), textOf(previous?.value)]),
  ])
}
