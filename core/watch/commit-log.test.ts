import { expect } from 'chai'
import fc from 'fast-check'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
import type { KubeObject } from '../meta/index.js'
import { encodeStored } from '../storage/index.js'
import { CommitLog, type WatchEvent, type WatchFilter } from './index.js'

const storedObject = (name: string, group: string, node: string) =>
  encodeStored(
    {
      kind: 'Thing',
      apiVersion: 'v1',
      metadata: { name, uid: `u-${name}`, labels: { group } },
      spec: { nodeName: node },
    },
    1,
  )

async function write(
  storage: MemoryStorage,
  name: string,
  value: ReturnType<typeof storedObject> | undefined,
): Promise<number> {
  const key = `core/things/${name}`
  const outcome = await storage.commit({ key, expect: storage.get(key)?.revision ?? 'absent', value })
  if (outcome.result !== 'committed') throw new Error('lost a race that nobody runs')
  return outcome.revision
}

/** A watcher that keeps the state which its events make. */
class Replica {
  readonly state = new Map<string, string>()
  readonly revisions: number[] = []
  ended: string | undefined
  accepts = true

  onEvents = (events: readonly WatchEvent[]): boolean => {
    for (const { type, record } of events) {
      this.revisions.push(record.revision)
      if (type === 'ADDED' && this.state.has(record.key)) throw new Error(`${record.key} was added twice`)
      if (type !== 'ADDED' && !this.state.has(record.key))
        throw new Error(`${type} of ${record.key}, which was not there`)
      if (type === 'DELETED') this.state.delete(record.key)
      else this.state.set(record.key, Buffer.from(record.bytes()).toString())
    }
    return this.accepts
  }

  onEnd = (reason: string): void => {
    this.ended = reason
  }
}

const settled = async () => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}

describe('the watch log', () => {
  it('gives a deleted object its last state under the revision of its deletion', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const events: WatchEvent[] = []
    log.watch({ prefix: 'core/things/' }, log.revision(), {
      onEvents: (batch) => events.push(...batch) > 0,
      onEnd: () => {},
    })
    await write(storage, 'a', storedObject('a', 'x', 'n'))
    const revision = await write(storage, 'a', undefined)
    expect(events.map((event) => event.type)).to.deep.equal(['ADDED', 'DELETED'])
    const frame = JSON.parse(Buffer.from(events[1]!.frame()).toString()) as { type: string; object: KubeObject }
    expect([frame.type, frame.object.metadata.resourceVersion, frame.object.metadata.name]).to.deep.equal([
      'DELETED',
      String(revision),
      'a',
    ])
  })

  it('makes a frame once for all who watch', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const frames: Uint8Array[] = []
    for (let count = 0; count < 2; count++)
      log.watch({ prefix: 'core/things/' }, log.revision(), {
        onEvents: ([event]) => frames.push(event!.frame()) > 0,
        onEnd: () => {},
      })
    await write(storage, 'a', storedObject('a', 'x', 'n'))
    expect(frames[0]).to.equal(frames[1])
  })

  it('waits for a future revision and sends nothing older', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const replica = new Replica()
    log.watch({ prefix: 'core/things/' }, log.revision() + 1, replica)
    await write(storage, 'a', storedObject('a', 'x', 'n'))
    const second = await write(storage, 'b', storedObject('b', 'x', 'n'))
    expect(replica.revisions).to.deep.equal([second])
  })

  it('says that a start is too old', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    for (const name of ['a', 'b', 'c']) await write(storage, name, storedObject(name, 'x', 'n'))
    await storage.compact(storage.revision())
    const replica = new Replica()
    log.watch({ prefix: 'core/things/' }, 1, replica)
    await settled()
    expect(replica.ended).to.equal('compacted')
  })

  it('cuts off a watcher that does not read, and serves the others on', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage, { events: 3, bytes: 1 << 20 })
    const [stalled, healthy] = [new Replica(), new Replica()]
    stalled.accepts = false
    log.watch({ prefix: 'core/things/' }, log.revision(), stalled)
    log.watch({ prefix: 'core/things/' }, log.revision(), healthy)
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await write(storage, name, storedObject(name, 'x', 'n'))
    expect([stalled.ended, healthy.ended, healthy.state.size]).to.deep.equal(['slow', undefined, 6])
  })

  it('tells when a revision is reached, after the Views have it', async () => {
    const storage = new MemoryStorage()
    const log = new CommitLog(storage)
    const view = await log.view('core/things/')
    const reached = log.reached(log.revision() + 1)
    await write(storage, 'a', storedObject('a', 'x', 'n'))
    await reached
    expect(view.get('', 'a')?.metadata.name).to.equal('a')
    await write(storage, 'a', undefined)
    expect([...view.list()]).to.deep.equal([])
  })
})

describe('a watch of any history from any point', () => {
  const names = fc.constantFrom('a', 'b', 'c')
  const groups = fc.constantFrom('x', 'y')
  const step = fc.oneof(
    fc.record({ act: fc.constant('put' as const), name: names, group: groups, node: groups }),
    fc.record({ act: fc.constant('delete' as const), name: names }),
    fc.record({ act: fc.constant('watch' as const), filter: fc.constantFrom('all', 'label', 'field', 'key') }),
    fc.record({ act: fc.constantFrom('stall' as const, 'resume' as const), name: names }),
  )
  const filters: Record<string, WatchFilter> = {
    all: { prefix: 'core/things/' },
    label: {
      prefix: 'core/things/',
      labels: [['group', 'x']],
      matches: (object) => object.metadata.labels?.['group'] === 'x',
    },
    field: {
      prefix: 'core/things/',
      fields: [['spec.nodeName', 'y']],
      matches: (object) => (object['spec'] as { nodeName: string }).nodeName === 'y',
    },
    key: { prefix: 'core/things/', key: 'core/things/b' },
  }
  const stateOf = (storage: MemoryStorage, { prefix, key, matches }: WatchFilter, revision: number) =>
    storage
      .list({ prefix, revision })
      .entries.filter(
        (entry) =>
          (key === undefined || entry.key === key) &&
          (!matches || matches(JSON.parse(Buffer.from(entry.value.bytes).toString()))),
      )

  it('makes the listed state, in order and without repetition', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const storage = new MemoryStorage()
        const log = new CommitLog(storage)
        const watches: { replica: Replica; filter: WatchFilter; handle: ReturnType<CommitLog['watch']> }[] = []
        for (const each of steps) {
          if (each.act === 'put') await write(storage, each.name, storedObject(each.name, each.group, each.node))
          else if (each.act === 'delete' && storage.get(`core/things/${each.name}`))
            await write(storage, each.name, undefined)
          else if (each.act === 'watch') {
            const filter = filters[each.filter] as WatchFilter
            const from = Math.max(1, log.revision() - (steps.length % 5))
            const replica = new Replica()
            for (const entry of stateOf(storage, filter, from)) replica.state.set(entry.key, '')
            watches.push({ replica, filter, handle: log.watch(filter, from, replica) })
          } else if (each.act === 'stall') for (const { replica } of watches) replica.accepts = false
          else if (each.act === 'resume') {
            for (const { replica } of watches) replica.accepts = true
            for (const { handle } of watches) handle.resume()
          }
        }
        for (const { replica, handle } of watches) {
          replica.accepts = true
          handle.resume()
        }
        await settled()
        for (const { replica, filter, handle } of watches) {
          expect([...replica.state.keys()].sort()).to.deep.equal(
            stateOf(storage, filter, log.revision()).map((entry) => entry.key),
          )
          expect([...replica.revisions].sort((a, b) => a - b)).to.deep.equal(replica.revisions)
          expect(new Set(replica.revisions).size).to.equal(replica.revisions.length)
          expect(handle.revision()).to.equal(log.revision())
        }
      }),
    )
  })
})
