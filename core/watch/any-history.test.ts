import { expect } from 'chai'
import fc from 'fast-check'
import { MemoryStorage } from '../../plugins/storage/memory/index.js'
import { LateRevisionStorage } from '../../test/kit/late-revision-storage.js'
import { type Entry, encodeStored, type Storage, StoredRecord } from '../storage/index.js'
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
  storage: Storage,
  name: string,
  value: ReturnType<typeof storedObject> | undefined,
): Promise<number> {
  const key = `core/things/${name}`
  const outcome = await storage.commit({ key, expect: (await storage.get(key))?.revision ?? 'absent', value })
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

const bytesOf = ({ key, revision, value }: Entry) =>
  Buffer.from(new StoredRecord(key, revision, value).bytes()).toString()

/** Or after a thousand turns of the loop: deliveries come in slices. */
async function whenDelivered(handles: readonly { revision(): number }[], log: CommitLog): Promise<void> {
  for (let turn = 0; turn < 1000; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    if (handles.every((handle) => handle.revision() === log.revision())) return
  }
}

describe('a watch of any history from any point', () => {
  const names = fc.constantFrom('a', 'b', 'c')
  const groups = fc.constantFrom('x', 'y')
  const step = fc.oneof(
    fc.record({ act: fc.constant('put' as const), name: names, group: groups, node: groups }),
    fc.record({ act: fc.constant('delete' as const), name: names }),
    fc.record({
      act: fc.constant('watch' as const),
      filter: fc.constantFrom('all', 'label', 'field', 'key'),
      back: fc.nat(12),
    }),
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
  const stateOf = async (storage: Storage, { prefix, key, matches }: WatchFilter, revision: number) =>
    (await storage.list({ prefix, revision })).entries.filter(
      (entry) =>
        (key === undefined || entry.key === key) &&
        (!matches || matches(JSON.parse(Buffer.from(entry.value.bytes).toString()))),
    )

  it('makes the listed state, in order and without repetition', () => verify(() => new MemoryStorage()))

  it('does so over a driver whose changes come late', () => verify((seed) => new LateRevisionStorage(seed)))

  const verify = (open: (seed: number) => Storage) =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.nat(), async (steps, seed) => {
        const storage = open(seed)
        const log = new CommitLog(storage, { window: { changes: 3, bytes: 1e6 } })
        const watches: { replica: Replica; filter: WatchFilter; handle: ReturnType<CommitLog['watch']> }[] = []
        for (const each of steps) {
          if (each.act === 'put') await write(storage, each.name, storedObject(each.name, each.group, each.node))
          else if (each.act === 'delete' && (await storage.get(`core/things/${each.name}`)))
            await write(storage, each.name, undefined)
          else if (each.act === 'watch') {
            const filter = filters[each.filter] as WatchFilter
            const from = Math.max(1, log.revision() - each.back)
            const replica = new Replica()
            for (const entry of await stateOf(storage, filter, from)) replica.state.set(entry.key, bytesOf(entry))
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
        await whenDelivered(
          watches.map(({ handle }) => handle),
          log,
        )
        for (const { replica, filter, handle } of watches) {
          const expected = (await stateOf(storage, filter, log.revision())).map((entry) => [entry.key, bytesOf(entry)])
          expect([...replica.state].sort()).to.deep.equal(expected)
          expect(replica.ended).to.equal(undefined)
          expect([...replica.revisions].sort((a, b) => a - b)).to.deep.equal(replica.revisions)
          expect(new Set(replica.revisions).size).to.equal(replica.revisions.length)
          expect(handle.revision()).to.equal(log.revision())
        }
      }),
      { numRuns: 200 },
    )
})
