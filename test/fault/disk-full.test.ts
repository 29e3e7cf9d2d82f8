import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Change, StorageFailedError } from '../../core/storage/contract.js'
import { openLmdbStorage } from '../../plugins/storage/lmdb/index.js'
import { put, rejects, stored, textOf } from '../contract/stored.js'
import { describeWith } from '../kit/needs.js'

describeWith(['root'], 'a store on a full disk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-full-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m,mode=700', 'tmpfs', folder])
  })
  afterEach(() => {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  })

  it('fails writes with the reason, shows nothing of them, goes on reading, and writes again when there is room', async () => {
    let storage = await openLmdbStorage({ folder, cacheBytes: 1000 })
    const changes: Change[] = []
    storage.subscribe((batch) => changes.push(...batch))
    const kept: string[] = []
    const lost: string[] = []
    let failure: unknown
    for (let round = 0; failure === undefined; round++) {
      const keys = Array.from({ length: 8 }, (_, at) => `k/${round}/${at}`)
      const outcomes = await Promise.allSettled(
        keys.map((key) => put(storage, { key, expect: 'absent', value: stored(`${key} ${'x'.repeat(1500)}`) })),
      )
      outcomes.forEach((outcome, at) => {
        ;(outcome.status === 'fulfilled' ? kept : lost).push(keys[at] as string)
        if (outcome.status === 'rejected') failure = outcome.reason
      })
    }
    expect(failure).to.be.instanceOf(StorageFailedError)
    expect((failure as Error).message)
      .to.contain('the disk is full')
      .and.to.contain(folder)
    const revision = storage.revision()
    const expectKept = async () => {
      const page = await storage.list({ prefix: '' })
      expect(page.entries.map((entry) => entry.key)).to.deep.equal([...kept].sort())
      for (const { key, value } of page.entries) expect(textOf(value)).to.equal(`${key} ${'x'.repeat(1500)}`)
      for (const key of lost) expect(await storage.get(key)).to.equal(undefined)
    }
    await expectKept()
    expect(changes.map((change) => change.key)).to.deep.equal(kept)
    await rejects(
      storage.commit({ key: 'again', expect: 'absent', value: stored('x'.repeat(100_000)) }),
      StorageFailedError,
    )
    expect(storage.revision()).to.equal(revision)

    execFileSync('mount', ['-o', 'remount,size=12m', folder])
    const next = await put(storage, { key: 'z', expect: 'absent', value: stored('z') })
    expect(next).to.be.greaterThan(revision)
    const refused = await storage.commit({ key: lost[0] as string, expect: revision + 1, value: undefined })
    expect(refused.result).to.equal('mismatch')
    await storage.close()
    storage = await openLmdbStorage({ folder })
    expect(storage.revision()).to.equal(next)
    kept.push('z')
    const { entries } = await storage.list({ prefix: '' })
    expect(entries.map((entry) => entry.key)).to.deep.equal([...kept].sort())
    await storage.close()
  })

  it('keeps the log whole when several groups fail one after the other under load', async () => {
    let storage = await openLmdbStorage({ folder, cacheBytes: 1000 })
    const answered = new Map<string, number>()
    const writer = async (name: number) => {
      for (let turn = 0, failures = 0; failures < 5; turn++) {
        const key = `k/${name}/${turn}`
        const write = { key, expect: 'absent', value: stored('x'.repeat(700)) } as const
        await put(storage, write).then(
          (revision) => answered.set(key, revision),
          () => failures++,
        )
      }
    }
    await Promise.all(Array.from({ length: 32 }, (_, name) => writer(name)))
    await storage.close()
    execFileSync('mount', ['-o', 'remount,size=12m', folder])
    storage = await openLmdbStorage({ folder })
    const changes = await storage.history(storage.oldestRevision(), storage.revision())
    expect(changes.map((change) => change.revision)).to.deep.equal([...answered.values()].sort((a, b) => a - b))
    for (const [key, revision] of answered) expect((await storage.get(key))?.revision).to.equal(revision)
    expect(await storage.count('')).to.equal(answered.size)
    await storage.close()
  })

  it('frees room by compaction', async () => {
    const storage = await openLmdbStorage({ folder })
    let revision = 0
    const overwrite = async (turns: number) => {
      for (let turn = 0; turn < turns; turn++) {
        revision = await put(storage, {
          key: 'k',
          expect: revision || 'absent',
          value: stored(`${turn} ${'x'.repeat(50_000)}`),
        })
      }
    }
    await rejects(overwrite(1000), StorageFailedError)
    await storage.compact(storage.revision())
    await overwrite(20)
    await storage.close()
  })
})
