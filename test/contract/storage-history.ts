/** The part of the storage suite about the past: lists at older revisions, replay, compaction, reopening. */
import { expect } from 'chai'
import fc from 'fast-check'
import type { Change, Storage } from '../../core/storage/contract.js'
import { CompactedError, FutureRevisionError } from '../../core/storage/contract.js'
import type { StorageUnderTest } from './storage.js'
import { expectEntry, rejects, textOf, upsert } from './stored.js'

type State = Record<string, readonly [revision: number, text: string]>

/** The past of a storage that stays open. */
export function describeStorageHistory(storage: () => Storage): void {
  it('lists the state as of every revision since the oldest, in pages too, before and after compaction', async () => {
    const states = await randomHistory(storage(), 120)
    await expectStates(storage(), states)
    const revisions = [...states.keys()]
    await storage().compact(revisions[40] as number)
    expect(storage().oldestRevision()).to.equal(revisions[40])
    await rejects(() => storage().list({ prefix: '', revision: (revisions[40] as number) - 1 }), CompactedError)
    await expectStates(storage(), new Map([...states].slice(40)))
    const later = await randomHistory(storage(), 60)
    await expectStates(storage(), new Map([...states].slice(40)))
    await storage().compact([...later.keys()][20] as number)
    await expectStates(storage(), new Map([...later].slice(20)))
    await storage().compact(storage().revision())
    await expectStates(storage(), new Map([...later].slice(-1)))
  })

  it('lists at many revisions far back at once, while writes and compaction go on', async () => {
    const revisions: number[] = []
    for (let round = 0; round < 40; round++) {
      await Promise.all(Array.from({ length: 50 }, (_, at) => upsert(storage(), `a/${at}`, `${round}`)))
      revisions.push(storage().revision())
    }
    const asOf = async (round: number) => {
      const { entries } = await storage().list({ prefix: 'a/', revision: revisions[round] as number })
      return new Set(entries.map(({ value }) => textOf(value)))
    }
    const rounds = Array.from({ length: 20 }, (_, at) => at)
    const compacted = storage().compact(revisions[10] as number)
    const listed = Promise.allSettled(rounds.map(asOf))
    for (let at = 0; at < 50; at++) await upsert(storage(), `a/${at}`, 'later')
    await compacted
    for (const [round, outcome] of (await listed).entries()) {
      if (outcome.status === 'fulfilled') expect(outcome.value).to.deep.equal(new Set([`${round}`]))
      else expect([outcome.reason instanceof CompactedError, round < 10]).to.deep.equal([true, true])
    }
    expect(await asOf(10)).to.deep.equal(new Set(['10']))
    await rejects(() => asOf(9), CompactedError)
  }).timeout(60_000)

  it('replays every change since the oldest revision with what stood there before, also after compaction', async () => {
    const live: Change[] = []
    storage().subscribe((changes) => live.push(...changes))
    const start = storage().revision()
    const states = await randomHistory(storage(), 100)
    expect(show(await storage().history(start, storage().revision()))).to.deep.equal(show(live))
    const middle = [...states.keys()][60] as number
    await storage().compact(middle)
    await randomHistory(storage(), 40)
    const kept = live.filter((change) => change.revision >= middle)
    expect(show(await storage().history(middle - 1, storage().revision()))).to.deep.equal(show(kept))
    const [first, second, third] = kept.slice(30, 33) as [Change, Change, Change]
    expect(show(await storage().history(first.revision, third.revision))).to.deep.equal(show([second, third]))
    expect(show(await storage().history(first.revision, storage().revision(), 2))).to.deep.equal(show([second, third]))
    expect(await storage().history(storage().revision(), storage().revision())).to.deep.equal([])
    await rejects(() => storage().history(middle - 2, storage().revision()), CompactedError)
  })

  it('refuses a revision that has not been reached', async () => {
    await rejects(() => storage().list({ prefix: '', revision: storage().revision() + 1 }), FutureRevisionError)
  })

  it('frees history by compaction and leaves the present alone', async () => {
    const states = await randomHistory(storage(), 100)
    const before = storage().historyBytes()
    await storage().compact(storage().revision())
    if (before > 0) expect(storage().historyBytes()).to.be.lessThan(before)
    await expectStates(storage(), new Map([...states].slice(-1)))
  })

  it('compacts while writes go on', async () => {
    const writer = async (key: string) => {
      for (let at = 0; at < 40; at++) await upsert(storage(), key, at % 7 === 6 ? undefined : `${key} ${at}`)
    }
    const writing = Promise.all(['a', 'b', 'c', 'd'].map(writer))
    for (let round = 0; round < 10; round++) {
      await storage().compact(storage().revision())
      await upsert(storage(), 'compactor', `${round}`)
    }
    await writing
    const oldest = storage().oldestRevision()
    const states = new Map([[storage().revision(), await stateOf(storage())]])
    await expectStates(storage(), states)
    const replayed = await stateOf(storage(), oldest)
    for (const { key, value, revision } of await storage().history(oldest, storage().revision())) {
      if (value) replayed[key] = [revision, textOf(value) as string]
      else delete replayed[key]
    }
    expect(replayed).to.deep.equal(await stateOf(storage()))
  })
}

/** What a storage that survives its process must still know. */
export function describeReopening(under: () => StorageUnderTest): void {
  it('finds everything again after it was closed and opened, and goes on with higher revisions', async () => {
    const { storage, reopen } = under()
    const states = await randomHistory(storage, 60)
    const oldest = [...states.keys()][20] as number
    await storage.compact(oldest)
    const revision = storage.revision()
    const changes = show(await storage.history(oldest - 1, revision))
    const again = (await reopen?.()) as Storage
    expect(again.revision()).to.equal(revision)
    expect(again.oldestRevision()).to.equal(oldest)
    await expectStates(again, new Map([...states].slice(20)))
    expect(show(await again.history(oldest - 1, revision))).to.deep.equal(changes)
    const next = await upsert(again, 'after', 'x')
    expect(next).to.be.greaterThan(revision)
    expectEntry(await again.get('after'), { revision: next, text: 'x' })
  })

  it('does not go back to an older revision after everything was deleted, compacted and opened again', async () => {
    const { storage, reopen } = under()
    await upsert(storage, 'a', 'one')
    const deleted = await upsert(storage, 'a', undefined)
    await storage.compact(deleted)
    const again = (await reopen?.()) as Storage
    expect(again.revision()).to.equal(deleted)
    expect(await upsert(again, 'a', 'two')).to.be.greaterThan(deleted)
  })
}

const show = (changes: readonly Change[]) =>
  changes.map(({ revision, key, value, previous }) => [
    revision,
    key,
    textOf(value),
    previous && [previous.revision, textOf(previous.value)],
  ])

/** Writes `steps` random changes to a few keys; answers the whole state after each, by revision. */
async function randomHistory(storage: Storage, steps: number): Promise<Map<number, State>> {
  const state = await stateOf(storage)
  const states = new Map<number, State>()
  const plan = fc.sample(fc.tuple(fc.nat(11), fc.nat(3), fc.nat(300)), {
    numRuns: steps,
    seed: 42 + storage.revision(),
  })
  for (const [number, kind, length] of plan) {
    const key = `${number < 6 ? 'a' : 'b'}/${number}`
    const text = kind === 0 && state[key] ? undefined : `${key} ${'v'.repeat(length)}`
    const revision = await upsert(storage, key, text)
    if (text === undefined) delete state[key]
    else state[key] = [revision, text]
    states.set(revision, { ...state })
  }
  return states
}

async function expectStates(storage: Storage, states: ReadonlyMap<number, State>): Promise<void> {
  for (const [revision, state] of states) {
    expect(await stateOf(storage, revision), `state at ${revision}`).to.deep.equal(state)
    const below = Object.keys(state).filter((key) => key.startsWith('b/'))
    const pages: string[] = []
    for (let after: string | undefined, more = true; more; ) {
      const page = await storage.list({ prefix: 'b/', revision, limit: 2, ...(after === undefined ? {} : { after }) })
      expect(page.revision).to.equal(revision)
      pages.push(...page.entries.map((entry) => entry.key))
      after = pages.at(-1)
      more = page.more
    }
    expect(pages).to.deep.equal(below.sort())
  }
}

async function stateOf(storage: Storage, revision = storage.revision()): Promise<State> {
  const page = await storage.list({ prefix: '', revision })
  return Object.fromEntries(page.entries.map(({ key, revision: of, value }) => [key, [of, textOf(value) as string]]))
}
