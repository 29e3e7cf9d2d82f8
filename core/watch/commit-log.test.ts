import { expect } from 'chai'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
import type { KubeObject } from '../meta/index.js'
import { CommitLog } from './commit-log.js'
import { RecordingWatcher, write as commit } from '../../test/kit/recording-watcher.js'

/** Deliveries come in slices of the loop. */
const settled = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Answers when it has been delivered. */
const write: typeof commit = async (...asked) => {
  const revision = await commit(...asked)
  await settled()
  return revision
}

describe('the commit log', () => {
  it('delivers what came after the start, then what comes, each as one shared frame', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const first = await write(storage, 'a/1', { n: 1 })
    const second = await write(storage, 'a/1', { n: 2 })
    const [one, other] = [new RecordingWatcher(), new RecordingWatcher()]
    log.watch({ prefix: 'a/' }, first, one)
    log.watch({ prefix: 'a/' }, log.revision(), other)
    await write(storage, 'b/1', { n: 1 })
    const third = await write(storage, 'a/2', { n: 3 })
    const fourth = await write(storage, 'a/1', undefined)
    expect(one.lines()).to.deep.equal([`MODIFIED a/1 ${second}`, `ADDED a/2 ${third}`, `DELETED a/1 ${fourth}`])
    expect(other.lines()).to.deep.equal(one.lines().slice(1))
    expect(one.events[1]?.frame()).to.equal(other.events[0]?.frame())
    expect(JSON.parse(String(one.events[2]?.frame()))).to.deep.equal({
      type: 'DELETED',
      object: { metadata: { name: 'a/1', uid: 'uid of a/1', resourceVersion: String(fourth) }, n: 2 },
    })
    expect(String(one.events[2]?.frame())).to.match(/\n$/)
  })

  it('makes an object that begins to match ADDED and one that no longer does DELETED, as it was, under the new revision', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const watcher = new RecordingWatcher()
    log.watch({ prefix: 'a/', matches: (object) => object.phase === 'Running' }, log.revision(), watcher)
    await write(storage, 'a/1', { phase: 'Pending' })
    const started = await write(storage, 'a/1', { phase: 'Running' })
    const changed = await write(storage, 'a/1', { phase: 'Running', more: true })
    const ended = await write(storage, 'a/1', { phase: 'Failed' })
    await write(storage, 'a/1', undefined)
    expect(watcher.lines()).to.deep.equal([`ADDED a/1 ${started}`, `MODIFIED a/1 ${changed}`, `DELETED a/1 ${ended}`])
    expect(watcher.events[2]?.record.object()).to.deep.include({ phase: 'Running', more: true })
    expect(watcher.events[2]?.record.object().metadata.resourceVersion).to.equal(String(ended))
  })

  it('tells who asks much of each change the same as others, in order, later', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const [cheap, costly] = [new RecordingWatcher(), new RecordingWatcher()]
    const matches = (object: KubeObject) => object['phase'] === 'Running'
    const slowly = (object: KubeObject) => {
      for (const end = performance.now() + 0.2; performance.now() < end; );
      return matches(object)
    }
    const start = log.revision()
    for (let at = 0; at < 20; at++) await write(storage, `a/${at % 5}`, { phase: at % 3 ? 'Running' : 'Pending' })
    log.watch({ prefix: 'a/', matches }, start, cheap)
    const handle = log.watch({ prefix: 'a/', matches: slowly, requirements: 900 }, start, costly)
    const last = await write(storage, 'a/1', { phase: 'Running', last: true })
    expect(handle.revision()).to.be.below(last)
    for (let at = 0; at < 30; at++) await write(storage, `a/${at % 7}`, { phase: at % 4 ? 'Running' : 'Pending' })
    const end = await write(storage, 'a/end', { phase: 'Running' })
    await costly.until(() => costly.lines().at(-1) === `ADDED a/end ${end}`)
    expect(costly.lines()).to.deep.equal(cheap.lines())
    expect(handle.revision()).to.equal(log.revision())
  })

  it('looks watchers with an equality on key, label or field up and asks no other', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const asked: string[] = []
    const watcherFor = (name: string, filter: object) => {
      const watcher = new RecordingWatcher()
      const matches = () => asked.push(name) > 0
      log.watch({ prefix: 'a/', matches, ...filter }, log.revision(), watcher)
      return watcher
    }
    const byKey = watcherFor('key', { key: 'a/2' })
    const byLabel = watcherFor('label', { labels: [['app', 'web']] })
    const byField = watcherFor('field', { fields: [['spec.nodeName', 'n1']] })
    const unbound = watcherFor('unbound', { fields: [['spec.nodeName', '']] })
    for (let at = 10; at < 20; at++) watcherFor('stranger', { fields: [['spec.nodeName', `n${at}`]] })
    await write(storage, 'a/1', { labels: { app: 'web' } })
    await write(storage, 'a/1', { labels: { app: 'web' }, spec: { nodeName: 'n1' } })
    await write(storage, 'a/2', { labels: { app: 'db' }, spec: { nodeName: 'n1' } })
    expect(byKey.events).to.have.length(1)
    expect(byLabel.events).to.have.length(2)
    expect(byField.events).to.have.length(2)
    expect(unbound.events).to.have.length(2)
    expect(asked).not.to.include('stranger')
  })

  it('lets equalities decide where nothing else does', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const watcher = new RecordingWatcher()
    log.watch({ prefix: 'a/', labels: [['app', 'web']], fields: [['phase', 'Up']] }, log.revision(), watcher)
    const added = await write(storage, 'a/1', { labels: { app: 'web' }, phase: 'Up' })
    await write(storage, 'a/2', { labels: { app: 'db' }, phase: 'Up' })
    const moved = await write(storage, 'a/1', { labels: { app: 'db' }, phase: 'Up' })
    expect(watcher.lines()).to.deep.equal([`ADDED a/1 ${added}`, `DELETED a/1 ${moved}`])
  })

  it('hands a watcher over from history to the window to the live stream without gap or repetition', async () => {
    const storage = new MemoryStorage()
    for (let at = 0; at < 1200; at++) await write(storage, `a/${at % 50}`, { at })
    const log = new CommitLog(storage, { window: { changes: 10, bytes: 1e6 } })
    const watcher = new RecordingWatcher()
    log.watch({ prefix: 'a/' }, 1, watcher)
    for (let at = 0; at < 100; at++) await write(storage, `a/${at % 50}`, { at })
    await watcher.until(() => watcher.events.length >= 1300)
    expect(watcher.events.map(({ record }) => record.revision)).to.deep.equal(
      Array.from({ length: 1300 }, (_, at) => at + 2),
    )
  })

  it('reads the past once for all watchers that resume together', async () => {
    const storage = new MemoryStorage()
    for (let at = 0; at < 3000; at++) await write(storage, `a/${at % 50}`, { at })
    let read = 0
    const history = storage.history.bind(storage)
    storage.history = (...range) => {
      const changes = history(...range)
      read += changes.length
      return changes
    }
    const log = new CommitLog(storage)
    const watchers = Array.from({ length: 40 }, () => new RecordingWatcher())
    for (const [at, watcher] of watchers.entries()) log.watch({ prefix: 'a/' }, 1 + at, watcher)
    for (const [at, watcher] of watchers.entries()) {
      await watcher.until(() => watcher.events.length >= 3000 - at)
      expect(watcher.events.map(({ record }) => record.revision)).to.deep.equal(
        Array.from({ length: 3000 - at }, (_, index) => index + 2 + at),
      )
    }
    expect(read).to.be.lessThan(6001)
  })

  it('ends a watcher whose start has been compacted', async () => {
    const storage = new MemoryStorage()
    for (let at = 0; at < 20; at++) await write(storage, 'a/1', { at })
    await storage.compact(15)
    const log = new CommitLog(storage)
    const watcher = new RecordingWatcher()
    log.watch({ prefix: 'a/' }, 13, watcher)
    const other = new RecordingWatcher()
    log.watch({ prefix: 'a/' }, 14, other)
    await settled()
    expect(watcher.ended).to.equal('compacted')
    expect(other.lines()[0]).to.equal('MODIFIED a/1 15')
  })

  it('sends a watcher that starts in the future nothing older than its start', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const watcher = new RecordingWatcher()
    const handle = log.watch({ prefix: 'a/' }, log.revision() + 2, watcher)
    for (let at = 0; at < 4; at++) await write(storage, 'a/1', { at })
    expect(watcher.events.map(({ record }) => record.object().at)).to.deep.equal([2, 3])
    expect(handle.revision()).to.equal(log.revision())
  })

  it('pauses a watcher that is behind, says how far it is, and goes on when it resumes', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const watcher = new RecordingWatcher()
    watcher.isBehind = true
    const handle = log.watch({ prefix: 'a/' }, log.revision(), watcher)
    const first = await write(storage, 'a/1', { n: 1 })
    await write(storage, 'b/1', { n: 1 })
    expect(handle.revision()).to.equal(log.revision())
    const second = await write(storage, 'a/2', { n: 1 })
    const third = await write(storage, 'a/3', { n: 1 })
    expect(watcher.lines()).to.deep.equal([`ADDED a/1 ${first}`])
    expect(handle.revision()).to.equal(second - 1)
    watcher.isBehind = false
    handle.resume()
    expect(watcher.lines().slice(1)).to.deep.equal([`ADDED a/2 ${second}`, `ADDED a/3 ${third}`])
    expect(handle.revision()).to.equal(log.revision())
  })

  it('ends a stalled watcher and goes on for the others', async () => {
    const storage = new MemoryStorage()
    for (const budget of [
      { events: 5, bytes: 1e6 },
      { events: 100, bytes: 300 },
    ]) {
      const log = new CommitLog(storage, { budget })
      const [stalled, healthy] = [new RecordingWatcher(), new RecordingWatcher()]
      stalled.isBehind = true
      log.watch({ prefix: 'a/' }, log.revision(), stalled)
      log.watch({ prefix: 'a/' }, log.revision(), healthy)
      for (let at = 0; at < 10; at++) await write(storage, `a/${at}`, { at })
      expect(stalled.ended).to.equal('slow')
      expect(stalled.events).to.have.length(1)
      expect(healthy.events).to.have.length(10)
      log.close()
    }
  })

  it('survives a watcher that throws', async () => {
    const storage = new MemoryStorage()
    const errors: unknown[] = []
    const log = new CommitLog(storage, { onError: (error) => errors.push(error) })
    const healthy = new RecordingWatcher()
    const ends: string[] = []
    const broken = {
      onEvents(): boolean {
        throw new Error('broken')
      },
      onEnd: (reason: string) => void ends.push(reason),
    }
    log.watch({ prefix: 'a/' }, log.revision(), broken)
    log.watch({ prefix: 'a/' }, log.revision(), healthy)
    await write(storage, 'a/1', { n: 1 })
    await write(storage, 'a/2', { n: 1 })
    expect(healthy.events).to.have.length(2)
    expect(ends).to.deep.equal(['closed'])
    expect(errors.map(String)).to.deep.equal(['Error: broken'])
  })

  it('survives a watcher whose selector throws, and its end too', async () => {
    const storage = new MemoryStorage()
    const errors: unknown[] = []
    const log = new CommitLog(storage, { onError: (error) => errors.push(error) })
    const fail = (what: string) => () => {
      throw new Error(what)
    }
    const healthy = [new RecordingWatcher(), new RecordingWatcher()]
    const costly = { prefix: 'a/', requirements: 100 }
    log.watch({ ...costly, matches: fail('selector') }, log.revision(), { onEvents: () => true, onEnd: fail('end') })
    log.watch(costly, log.revision(), healthy[0]!)
    log.watch({ prefix: 'a/' }, log.revision(), healthy[1]!)
    await write(storage, 'a/1', { n: 1 })
    await write(storage, 'a/2', { n: 1 })
    expect(healthy.map(({ events }) => events.length)).to.deep.equal([2, 2])
    expect(errors.map(String)).to.deep.equal(['Error: selector', 'Error: end'])
  })

  it('has reached the revision of every write that is answered, and answers who waits for a later one', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const revision = await write(storage, 'a/1', { n: 1 })
    expect(log.reached(revision)).to.equal(undefined)
    const later = log.reached(revision + 2)
    let isReached = false
    void later?.then(() => (isReached = true))
    await write(storage, 'a/1', { n: 2 })
    await settled()
    expect(isReached).to.equal(false)
    await write(storage, 'a/1', { n: 3 })
    await later
  })

  it('has the Views current by the time a revision is reached, and tells their listeners', async () => {
    const storage = new MemoryStorage()
    await write(storage, 'a/ns/1', { n: 1 })
    const log = new CommitLog(storage)
    const opening = log.view('a/')
    const early = write(storage, 'a/ns/1', { n: 2 })
    const view = await opening
    await early
    const places: unknown[] = []
    view.onChange((place) => places.push(place))
    await log.reached(await write(storage, 'a/other/1', { n: 3 }))
    expect(view.get('ns', '1')?.n).to.equal(2)
    expect([...view.list()].map((object) => object.n)).to.deep.equal([2, 3])
    expect([...view.list('other')].map((object) => object.n)).to.deep.equal([3])
    await write(storage, 'a/ns/1', undefined)
    expect(view.get('ns', '1')).to.equal(undefined)
    expect(places).to.deep.equal([
      { namespace: 'other', name: '1' },
      { namespace: 'ns', name: '1' },
    ])
    expect(await log.view('a/')).to.equal(view)
  })

  it('tells nobody anything after it stopped or was closed', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const [stopped, closed] = [new RecordingWatcher(), new RecordingWatcher()]
    const handle = log.watch({ prefix: 'a/' }, log.revision(), stopped)
    log.watch({ prefix: 'a/' }, log.revision(), closed)
    handle.stop()
    await write(storage, 'a/1', { n: 1 })
    log.close()
    await write(storage, 'a/2', { n: 1 })
    expect([stopped.events.length, stopped.ended, closed.events.length, closed.ended]).to.deep.equal([
      0,
      undefined,
      1,
      'closed',
    ])
  })
})
