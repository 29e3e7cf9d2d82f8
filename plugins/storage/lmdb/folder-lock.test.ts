import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { StorageFailedError } from '../../../core/storage/contract.js'
import { rejects } from '../../../test/contract/stored.js'
import { openLmdbStorage } from './index.js'

describe('a data folder', () => {
  let folder: string
  let holder: ChildProcess | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-lock-'))
  })
  afterEach(() => {
    holder?.kill('SIGKILL')
    holder = undefined
    rmSync(folder, { recursive: true })
  })

  /** Starts a process that holds the folder; resolves when it does. */
  async function hold(): Promise<ChildProcess> {
    const index = fileURLToPath(new URL('./index.js', import.meta.url))
    const script = `const { openLmdbStorage } = await import(process.argv[1])
      await openLmdbStorage({ folder: process.argv[2] })
      console.log('open')
      process.stdin.resume()`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, index, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    holder = child
    await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve)
      child.once('exit', () => reject(new Error('the holder could not open the folder')))
    })
    return child
  }

  const opensAndCloses = async () => (await openLmdbStorage({ folder })).close()

  it('is made with mode 0700, and made so when it was wider', async () => {
    const inner = join(folder, 'a', 'b')
    await (await openLmdbStorage({ folder: inner })).close()
    expect(statSync(inner).mode & 0o777).to.equal(0o700)
    const wide = join(folder, 'wide')
    mkdirSync(wide, { mode: 0o755 })
    await (await openLmdbStorage({ folder: wide })).close()
    expect(statSync(wide).mode & 0o777).to.equal(0o700)
  })

  it('is refused to a second process, with the pid of the first and what to do', async () => {
    const { pid } = await hold()
    const error = await rejects(openLmdbStorage({ folder }), StorageFailedError)
    expect(error.message).to.contain(`in use by process ${pid}`).and.to.contain('--data-dir')
  })

  it('is refused to a second user in the same process', async () => {
    const storage = await openLmdbStorage({ folder })
    await rejects(openLmdbStorage({ folder }), StorageFailedError)
    await storage.close()
    await opensAndCloses()
  })

  it('is free again after its process was killed', async () => {
    const child = await hold()
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    await opensAndCloses()
  })

  it('is free when another process has the pid of the one that held it, or the machine was started anew', async () => {
    await (await openLmdbStorage({ folder })).close()
    const storage = await openLmdbStorage({ folder })
    const lock = JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))
    await storage.close()
    expect(lock.pid).to.equal(process.pid)
    for (const stale of [{ ...lock, startTime: '1' }, { ...lock, boot: 'another' }, 'nonsense']) {
      writeFileSync(join(folder, 'lock'), JSON.stringify(stale))
      await opensAndCloses()
    }
    writeFileSync(join(folder, 'lock'), '{"pid":')
    await opensAndCloses()
  })

  it('is not free while its socket answers, whatever its pid means here', async () => {
    writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 4_000_000, startTime: '1', boot: 'another' }))
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(folder, 'owner.sock'), resolve))
    await rejects(openLmdbStorage({ folder }), StorageFailedError)
    await new Promise((resolve) => server.close(resolve))
    await opensAndCloses()
  })

  it('may have a path longer than a socket can', async () => {
    const deep = join(folder, 'd'.repeat(90), 'e'.repeat(90))
    const storage = await openLmdbStorage({ folder: deep })
    await rejects(openLmdbStorage({ folder: deep }), StorageFailedError)
    await storage.close()
  })

  it('of a newer format is refused and left as it is', async () => {
    await opensAndCloses()
    writeFileSync(join(folder, 'format'), '99\n')
    const error = await rejects(openLmdbStorage({ folder }), StorageFailedError)
    expect(error.message).to.contain('format 99').and.to.contain('newer version')
    writeFileSync(join(folder, 'format'), '1\n')
    await opensAndCloses()
  })

  it('that can not be made is refused with the reason', async () => {
    writeFileSync(join(folder, 'file'), '')
    const error = await rejects(openLmdbStorage({ folder: join(folder, 'file', 'x') }), StorageFailedError)
    expect(error.message).to.match(/ENOTDIR|EEXIST/)
  })
})
