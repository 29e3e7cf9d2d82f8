import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { AssertionError, expect } from 'chai'
import { seededRandom } from '../../core/kit/index.js'
import type { Change, Storage } from '../../core/storage/contract.js'
import { openLmdbStorage } from '../../plugins/storage/lmdb/index.js'
import { textOf } from '../contract/stored.js'

const rounds = 30
const seed = 20_261

/** An answered write. */
interface Answered {
  readonly revision: number
  readonly key: string
  /** Undefined: deleted. */
  readonly text: string | undefined
}

describe('a store whose process is killed in the middle of its writes', () => {
  it(`keeps every answered write, over ${rounds} rounds, and its revisions only rise`, async function () {
    this.timeout(240_000)
    const folder = mkdtempSync(join(tmpdir(), 'operon-crash-'))
    const random = seededRandom(seed)
    const last = new Map<string, Answered>()
    let newest = 0
    for (let round = 0; round < rounds; round++) {
      const answered = await writeAndKill(folder, round, 5 + Math.floor(random.fraction() * 400))
      for (const write of answered) {
        expect(write.revision, 'revision of a new write').to.be.greaterThan(newest)
        last.set(write.key, write)
      }
      const storage = await openLmdbStorage({ folder })
      newest = await check(storage, answered, last)
      await storage.close()
    }
    expect(last.size).to.be.greaterThan(20)
    rmSync(folder, { recursive: true })
  })

  it('would be caught losing or changing one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'operon-crash-'))
    const answered = await writeAndKill(folder, 0, 50)
    const storage = await openLmdbStorage({ folder })
    const write = answered.at(-1) as Answered
    const offences: Answered[] = [
      { ...write, text: 'something else' },
      { ...write, revision: storage.revision() + 1 },
      { ...write, key: 'core/things/never' },
    ]
    for (const offence of offences) {
      const error = await check(storage, [offence], new Map([[offence.key, offence]])).catch(
        (caught: unknown) => caught,
      )
      expect(error).to.be.instanceOf(AssertionError)
    }
    await storage.close()
    rmSync(folder, { recursive: true })
  })
})

/** Answers the writes that were answered before the process was gone. */
async function writeAndKill(folder: string, round: number, lines: number): Promise<Answered[]> {
  const script = fileURLToPath(new URL('./writer-process.js', import.meta.url))
  const writer = spawn(process.execPath, [script, folder, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = new Promise<string | null>((resolve) => writer.once('exit', (_code, signal) => resolve(signal)))
  const answered: Answered[] = []
  for await (const line of createInterface({ input: writer.stdout })) {
    const [revision = '', key = '', text = ''] = line.split(' ')
    if (revision === 'opened') continue
    answered.push({ revision: Number(revision), key, text: text || undefined })
    if (answered.length === lines) writer.kill('SIGKILL')
  }
  expect(await exited, 'how the writer ended').to.equal('SIGKILL')
  return answered
}

/** Answers the newest revision. */
async function check(
  storage: Storage,
  answered: readonly Answered[],
  last: ReadonlyMap<string, Answered>,
): Promise<number> {
  const revision = storage.revision()
  const oldest = storage.oldestRevision()
  const log = new Map<number, Change>()
  for (const change of await storage.history(oldest - 1, revision)) log.set(change.revision, change)
  for (const write of answered) {
    if (write.revision < oldest) continue
    const logged = log.get(write.revision)
    expect([logged?.key, textOf(logged?.value)], `log at ${write.revision}`).to.deep.equal([write.key, write.text])
  }
  for (const { key, revision: at, text } of last.values()) {
    const entry = await storage.get(key)
    const later = [...log.values()].filter((change) => change.key === key && change.revision > at).at(-1)
    expect(textOf(entry?.value), `present state of ${key}`).to.equal(later ? textOf(later.value) : text)
    if (entry) expect(entry.revision).to.equal(later?.revision ?? at)
  }
  await checkReplay(storage, [...log.values()])
  return revision
}

/** The log and the present state agree: the oldest state and the changes since make the present one. */
async function checkReplay(storage: Storage, changes: readonly Change[]): Promise<void> {
  const oldest = storage.oldestRevision()
  const state = await stateAt(storage, oldest)
  for (const { key, value, revision, previous } of changes) {
    if (revision <= oldest) continue
    expect([previous?.revision, textOf(previous?.value)], `what ${revision} stood on`).to.deep.equal(
      state.get(key) ?? [undefined, undefined],
    )
    if (value) state.set(key, [revision, textOf(value)])
    else state.delete(key)
  }
  expect([...state].sort()).to.deep.equal([...(await stateAt(storage, storage.revision()))].sort())
}

async function stateAt(
  storage: Storage,
  revision: number,
): Promise<Map<string, readonly [number, string | undefined]>> {
  const { entries } = await storage.list({ prefix: '', revision })
  return new Map(entries.map(({ key, revision: of, value }) => [key, [of, textOf(value)]]))
}
