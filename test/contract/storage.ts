/** The contract suite of storage drivers: what core/storage/contract.ts promises, said as tests. Each driver's own *.test.ts runs it. */
import { expect } from 'chai'
import type { Change, Entry, Storage } from '../../core/storage/contract.js'
import { StorageFailedError } from '../../core/storage/contract.js'
import { describeReopening, describeStorageHistory } from './storage-history.js'
import { expectEntry, put, rejects, stored, textOf, upsert } from './stored.js'

export interface StorageUnderTest {
  readonly storage: Storage
  /** Closes the storage and opens what it left behind. */
  readonly reopen?: () => Promise<Storage>
  /** Called after each test. */
  readonly dispose: () => Promise<void>
}

/** Runs the suite; `open` makes a fresh, empty storage for each test. `survives`: what is written outlives a close, and `reopen` is given. */
export function describeStorage(
  title: string,
  open: () => Promise<StorageUnderTest>,
  options: { readonly survives?: boolean } = {},
): void {
  describe(`${title} keeps the contract of storage:`, () => {
    let under: StorageUnderTest
    const storage = () => under.storage
    beforeEach(async () => {
      under = await open()
    })
    afterEach(() => under.dispose())

    describeWrites(storage)
    describeReads(storage)
    describeStream(storage)
    describeStorageHistory(storage)
    if (options.survives) describeReopening(() => under)
  })
}

function describeWrites(storage: () => Storage): void {
  it('a fresh storage is empty, at a revision of at least 1', async () => {
    expect(storage().revision()).to.be.at.least(1)
    expect((await storage().list({ prefix: '' })).entries).to.deep.equal([])
    expect(await storage().get('a')).to.equal(undefined)
  })

  it('creates, updates and deletes a key under rising revisions', async () => {
    const created = await put(storage(), { key: 'a', expect: 'absent', value: stored('one', 4_000_000_000) })
    expectEntry(await storage().get('a'), { revision: created, text: 'one' })
    expect((await storage().get('a'))?.value).to.include({ splice: 1, stamp: 4_000_000_000 })
    const updated = await put(storage(), { key: 'a', expect: created, value: stored('two') })
    expect(updated).to.be.greaterThan(created)
    expectEntry(await storage().get('a'), { revision: updated, text: 'two' })
    const deleted = await put(storage(), { key: 'a', expect: updated, value: undefined })
    expect(deleted).to.be.greaterThan(updated)
    expect(await storage().get('a')).to.equal(undefined)
  })

  it('refuses a write that expects something else, and shows what stands there', async () => {
    const revision = await upsert(storage(), 'a', 'one')
    const changes: Change[] = []
    storage().subscribe((batch) => changes.push(...batch))
    for (const wrong of ['absent', revision + 1, revision - 1] as const) {
      const outcome = await storage().commit({ key: 'a', expect: wrong, value: stored('two') })
      if (outcome.result !== 'mismatch') throw new Error('was committed')
      expect(outcome.key).to.equal('a')
      expectEntry(outcome.current, { revision, text: 'one' })
    }
    for (const wrong of ['absent', 3] as const) {
      const outcome = await storage().commit({ key: 'b', expect: wrong, value: undefined })
      expect(outcome).to.deep.equal({ result: 'mismatch', key: 'b', current: undefined })
    }
    expect(changes).to.deep.equal([])
  })

  it('ties a write to other keys by guards', async () => {
    const namespace = await upsert(storage(), 'ns', 'active')
    const guards = [
      { key: 'ns', revision: namespace },
      { key: 'gone', revision: 0 },
    ]
    await put(storage(), { key: 'a', expect: 'absent', value: stored('x'), guards })
    const ended = await upsert(storage(), 'ns', 'terminating')
    const outcome = await storage().commit({ key: 'b', expect: 'absent', value: stored('x'), guards })
    if (outcome.result !== 'mismatch') throw new Error('was committed')
    expect(outcome.key).to.equal('ns')
    expectEntry(outcome.current, { revision: ended, text: 'terminating' })
    expect(await storage().get('b')).to.equal(undefined)
  })

  it('lets a guard and a write of the guarded key that are under way together agree on an order', async () => {
    const namespace = await upsert(storage(), 'ns', 'active')
    const [ended, created] = await Promise.all([
      storage().commit({ key: 'ns', expect: namespace, value: undefined }),
      storage().commit({
        key: 'ns/a',
        expect: 'absent',
        value: stored('x'),
        guards: [{ key: 'ns', revision: namespace }],
      }),
    ])
    if (ended.result !== 'committed') throw new Error('the deletion was refused')
    if (created.result === 'committed') expect(created.revision).to.be.lessThan(ended.revision)
    else expect(created.current).to.equal(undefined)
  })

  it('lets exactly one of many writers of one key win each round', async () => {
    let revision = await upsert(storage(), 'a', '0')
    for (let round = 1; round <= 5; round++) {
      const writers = Array.from({ length: 16 }, (_, writer) => `${round}/${writer}`)
      const outcomes = await Promise.all(
        writers.map((text) => storage().commit({ key: 'a', expect: revision, value: stored(text) })),
      )
      const winner = outcomes.findIndex((outcome) => outcome.result === 'committed')
      expect(outcomes.filter((outcome) => outcome.result === 'committed')).to.have.length(1)
      revision = (outcomes[winner] as { revision: number }).revision
      expectEntry(await storage().get('a'), { revision, text: writers[winner] as string })
      for (const outcome of outcomes) {
        if (outcome.result === 'mismatch') expectEntry(outcome.current, { revision, text: writers[winner] as string })
      }
    }
  })

  it('takes a key of 1,024 bytes and refuses a longer, an empty and a malformed one', async () => {
    await upsert(storage(), 'é'.repeat(512), 'x')
    for (const key of ['é'.repeat(513), '', 'a\0b', 'a\ud800']) {
      await rejects(storage().commit({ key, expect: 'absent', value: stored('x') }), RangeError)
    }
  })

  it('keeps values of any size and any bytes', async () => {
    for (const size of [0, 1, 2_000, 5_000, 1_500_000]) {
      const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) & 255)
      await put(storage(), { key: `s${size}`, expect: 'absent', value: { bytes, splice: size, stamp: 0 } })
      const entry = await storage().get(`s${size}`)
      expect(Buffer.compare(entry?.value.bytes ?? Buffer.of(), bytes)).to.equal(0)
      expect(entry?.value.splice).to.equal(size)
    }
  })

  it('fails writes after it was closed', async () => {
    await storage().close()
    await rejects(storage().commit({ key: 'a', expect: 'absent', value: stored('x') }), StorageFailedError)
  })

  it('finishes the writes under way when it is closed', async () => {
    const writes = Array.from({ length: 20 }, (_, at) => upsert(storage(), `k${at}`, 'x'))
    for (const write of writes) write.catch(() => {})
    await put(storage(), { key: 'last', expect: 'absent', value: stored('x') })
    const closing = storage().close()
    await Promise.all(writes)
    await closing
  })
}

function describeReads(storage: () => Storage): void {
  const keysOf = async (range: Parameters<Storage['list']>[0]) =>
    (await storage().list(range)).entries.map((entry) => entry.key)

  it('lists keys by prefix in byte order, in pages', async () => {
    for (const key of ['b/2', 'b/10', 'a', 'b', 'b/é', 'b/\uffee', 'b/😀', 'b0', 'b/1']) {
      await upsert(storage(), key, key)
    }
    const all = ['b/1', 'b/10', 'b/2', 'b/é', 'b/\uffee', 'b/😀']
    expect(await keysOf({ prefix: 'b/' })).to.deep.equal(all)
    expect(await keysOf({ prefix: 'b/', after: 'b/10' })).to.deep.equal(all.slice(2))
    expect(await keysOf({ prefix: 'b/', after: 'b/15', limit: 2 })).to.deep.equal(['b/2', 'b/é'])
    expect(await keysOf({ prefix: 'b/', after: 'a' })).to.deep.equal(all)
    expect(await keysOf({ prefix: 'b/', after: 'c' })).to.deep.equal([])
    expect(await keysOf({ prefix: 'x' })).to.deep.equal([])
    const page = await storage().list({ prefix: 'b/', limit: 6 })
    expect(page).to.include({ more: false, revision: storage().revision() })
    expect((await storage().list({ prefix: 'b/', limit: 5 })).more).to.equal(true)
    expect(page.entries.map((entry) => textOf(entry.value))).to.deep.equal(all)
  })

  it('lists all in pages that end by bytes, now and as it was', async () => {
    const keys = ['b/1', 'b/2', 'b/3', 'b/4']
    for (const key of keys) await upsert(storage(), key, key.repeat(300))
    const before = storage().revision()
    await upsert(storage(), 'b/3', 'new')
    for (const revision of [before, storage().revision()]) {
      const found: string[] = []
      for (let more = true; more; ) {
        const after = found.at(-1)
        const range = { prefix: 'b/', revision, bytes: 1500, ...(after === undefined ? {} : { after }) }
        const page = await storage().list(range)
        found.push(...page.entries.map(({ key }) => key))
        more = page.more
      }
      expect(found).to.deep.equal(keys)
    }
  })

  it('counts keys by prefix', async () => {
    for (const key of ['b/1', 'b/2', 'b/3', 'a', 'c']) await upsert(storage(), key, key)
    expect(await storage().count('b/')).to.equal(3)
    expect(await storage().count('b/', 'b/1')).to.equal(2)
    expect(await storage().count('b/', 'b/3')).to.equal(0)
    expect(await storage().count('')).to.equal(5)
    await upsert(storage(), 'b/2', undefined)
    expect(await storage().count('b/')).to.equal(2)
  })

  it('hands out bytes that stay as they are, whatever is written and read later', async () => {
    await upsert(storage(), 'k', 'first')
    const held = (await storage().get('k')) as Entry
    const listed = (await storage().list({ prefix: 'k' })).entries[0] as Entry
    for (let at = 0; at < 50; at++) {
      await upsert(storage(), 'k', `version ${at} ${'y'.repeat(at * 50)}`)
      await upsert(storage(), `other${at}`, 'z'.repeat(1000))
      await storage().list({ prefix: '' })
    }
    expect(textOf(held.value)).to.equal('first')
    expect(textOf(listed.value)).to.equal('first')
  })
}

function describeStream(storage: () => Storage): void {
  it('emits each change once, in order, with what stood there before', async () => {
    await upsert(storage(), 'before', 'x')
    const changes: Change[] = []
    storage().subscribe((batch) => changes.push(...batch))
    const created = await upsert(storage(), 'a', 'one')
    const updated = await upsert(storage(), 'a', 'two')
    const deleted = await upsert(storage(), 'a', undefined)
    const again = await upsert(storage(), 'a', 'three')
    const seen = changes.map(({ revision, key, value, previous }) => {
      return [revision, key, textOf(value), previous?.revision, textOf(previous?.value)]
    })
    expect(seen).to.deep.equal([
      [created, 'a', 'one', undefined, undefined],
      [updated, 'a', 'two', created, 'one'],
      [deleted, 'a', undefined, updated, 'two'],
      [again, 'a', 'three', undefined, undefined],
    ])
  })

  it('has emitted a write and shows it by the time it is answered, and not before it is emitted', async () => {
    let emitted = 0
    storage().subscribe((changes) => {
      for (const { revision } of changes) {
        expect(revision).to.be.greaterThan(emitted)
        emitted = revision
      }
      expect(storage().revision()).to.be.at.least(emitted)
    })
    const writer = async (key: string) => {
      for (let at = 0; at < 30; at++) {
        const revision = await upsert(storage(), key, `${at}`)
        expect(emitted).to.be.at.least(revision)
        const page = await storage().list({ prefix: key })
        expectEntry(page.entries[0], { revision, text: `${at}` })
        expect(page.revision).to.be.at.least(revision)
        for (const entry of (await storage().list({ prefix: '' })).entries) {
          expect(entry.revision).to.be.at.most(storage().revision())
        }
      }
    }
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(writer))
  })

  it('no longer calls a listener that has ended', async () => {
    const changes: Change[] = []
    const end = storage().subscribe((batch) => changes.push(...batch))
    await upsert(storage(), 'a', 'one')
    end()
    await upsert(storage(), 'a', 'two')
    expect(changes).to.have.length(1)
  })
}
