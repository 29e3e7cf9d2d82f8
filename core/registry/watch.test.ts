import { expect } from 'chai'
import { type Bench, builtIns, read, refusal, registryBench } from '../../test/kit/registry.js'
import type { Status } from '../meta/index.js'
import type { Delivery, WatchOptions } from './verbs.js'

/** Takes what a watch delivers and lets a test wait for it. */
class Taker {
  readonly seen: string[] = []
  readonly deliveries: Delivery[] = []
  ended: { readonly status: Status | undefined } | undefined
  /** Answered to the watch: false lets it wait. */
  isReady = true
  #wake: (() => void) | undefined

  readonly receiver = {
    deliver: (deliveries: readonly Delivery[]) => {
      for (const delivery of deliveries) {
        this.deliveries.push(delivery)
        this.seen.push(told(delivery))
      }
      this.#wake?.()
      return this.isReady
    },
    end: (status?: Status) => {
      this.ended = { status }
      this.#wake?.()
    },
  }

  async until(isSo: (taker: Taker) => boolean): Promise<void> {
    while (!isSo(this)) await new Promise<void>((wake) => void (this.#wake = wake))
  }

  async take(count: number): Promise<string[]> {
    await this.until(({ seen }) => seen.length >= count)
    return this.seen
  }
}

function told(delivery: Delivery): string {
  if (delivery.kind === 'bookmark') return `BOOKMARK${delivery.initialEventsEnd ? ' end of state' : ''}`
  if (delivery.kind === 'own') return `${delivery.type} ${delivery.object.metadata.name} (own)`
  const frame = JSON.parse(Buffer.from(delivery.event.frame()).toString())
  expect(frame.type).to.equal(delivery.event.type)
  return `${frame.type} ${frame.object.metadata.name}`
}

const slowly: WatchOptions = {}

async function watching(bench: Bench, options: WatchOptions, resource = 'configmaps') {
  const taker = new Taker()
  // A receiver that is behind from the beginning.
  taker.isReady = options !== slowly
  const handle = await bench.registry.watch(bench.target(resource), options, taker.receiver)
  return { taker, handle }
}

const merge = (body: object) => ({ type: 'application/merge-patch+json', body, force: false }) as const
const change = (bench: Bench, name: string, body: object) =>
  bench.registry.patch(bench.target('configmaps', name), merge(body), bench.context())
const remove = (bench: Bench, name: string) =>
  bench.registry.delete(bench.target('configmaps', name), {}, bench.context())
const configMap = (name: string, labels: object = {}) => ({ metadata: { name, labels } })

describe('watch', () => {
  it('without a resourceVersion begins with what is there, then tells each change', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap('a'))
    const { taker } = await watching(bench, {})
    await taker.take(1)
    await bench.create('configmaps', configMap('b'))
    await change(bench, 'a', { data: { x: 'y' } })
    await remove(bench, 'b')
    await bench.create('configmaps', { metadata: { name: 'elsewhere', namespace: 'other' } })
    await bench.create('configmaps', configMap('c'))
    expect(await taker.take(5)).to.deep.equal(['ADDED a', 'ADDED b', 'MODIFIED a', 'DELETED b', 'ADDED c'])
  })

  it('from a resourceVersion tells everything after it, and nothing twice', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap('a'))
    const from = bench.storage.revision()
    await bench.create('configmaps', configMap('b'))
    await change(bench, 'a', { data: { x: 'y' } })
    const { taker } = await watching(bench, { resourceVersion: String(from) })
    await bench.create('configmaps', configMap('c'))
    expect(await taker.take(3)).to.deep.equal(['ADDED b', 'MODIFIED a', 'ADDED c'])
  })

  it('from a resourceVersion to come sends nothing older', async () => {
    const bench = await registryBench()
    const { taker } = await watching(bench, { resourceVersion: String(bench.storage.revision() + 1) })
    await bench.create('configmaps', configMap('a'))
    await bench.create('configmaps', configMap('b'))
    expect(await taker.take(1)).to.deep.equal(['ADDED b'])
  })

  it('of a deletion tells the last state under the revision of the deletion', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap('a'))
    const { taker } = await watching(bench, { resourceVersion: String(bench.storage.revision()) })
    await remove(bench, 'a')
    await taker.take(1)
    const [delivery] = taker.deliveries
    if (delivery?.kind !== 'shared') throw new Error('an own object')
    expect(delivery.event.record.object().metadata.resourceVersion).to.equal(String(bench.storage.revision()))
  })

  it('of what has a grace period tells that it goes before it has gone, however short that is', async () => {
    const bench = await registryBench()
    const spec = { containers: [{ name: 'c', image: 'i' }], nodeName: 'n' }
    const gracePeriodSeconds = 0
    for (const [name, finalizers, told] of [
      ['web', [], ['ADDED web', 'MODIFIED web', 'DELETED web']],
      ['held', ['a.b/c'], ['ADDED held', 'MODIFIED held']],
    ] as const) {
      const { taker, handle } = await watching(bench, {}, 'pods')
      await bench.create('pods', { metadata: { name, finalizers }, spec })
      const { gone } = await bench.registry.delete(bench.target('pods', name), { gracePeriodSeconds }, bench.context())
      expect(gone).to.equal(finalizers.length === 0)
      expect(await taker.take(told.length)).to.deep.equal(told)
      const last = taker.deliveries.at(-1)
      if (last?.kind !== 'shared') throw new Error('no event')
      const { object } = JSON.parse(Buffer.from(last.event.frame()).toString())
      expect([object.metadata.deletionGracePeriodSeconds, object.metadata.generation]).to.deep.equal([0, 2])
      handle.stop()
    }
  })

  it('with sendInitialEvents marks the end of the state with a bookmark', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap('a'))
    const options = { sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan', allowWatchBookmarks: true }
    const { taker } = await watching(bench, options)
    expect(await taker.take(2)).to.deep.equal(['ADDED a', 'BOOKMARK end of state'])
    expect(taker.deliveries[1]).to.include({ kind: 'bookmark', revision: bench.storage.revision() })
    await bench.create('configmaps', configMap('b'))
    expect((await taker.take(3))[2]).to.equal('ADDED b')
  })

  it('with sendInitialEvents=false begins with now', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap('a'))
    const { taker } = await watching(bench, { sendInitialEvents: false, resourceVersionMatch: 'NotOlderThan' })
    await bench.create('configmaps', configMap('b'))
    expect(await taker.take(1)).to.deep.equal(['ADDED b'])
  })

  it('refuses parameters that do not go together', async () => {
    const bench = await registryBench()
    const code = async (options: WatchOptions) => (await refusal(watching(bench, options))).code
    expect(await code({ sendInitialEvents: true })).to.equal(422)
    expect(await code({ resourceVersionMatch: 'NotOlderThan' })).to.equal(422)
    expect(await code({ sendInitialEvents: true, resourceVersionMatch: 'Exact' })).to.equal(422)
    expect(await code({ resourceVersion: 'x' })).to.equal(400)
    expect(await code({ labelSelector: 'a b' })).to.equal(400)
  })

  it('with a selector shows an object that begins to match as added, and one that no longer does as deleted', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap('a', { app: 'web' }))
    await bench.create('configmaps', configMap('b', { app: 'db' }))
    const { taker } = await watching(bench, { labelSelector: 'app=web' })
    await taker.take(1)
    await change(bench, 'b', { metadata: { labels: { app: 'web' } } })
    await change(bench, 'a', { metadata: { labels: { app: 'db' } } })
    await change(bench, 'a', { data: { un: 'seen' } })
    await remove(bench, 'b')
    expect(await taker.take(4)).to.deep.equal(['ADDED a', 'ADDED b', 'DELETED a', 'DELETED b'])
  })

  it('of one name, by address or by field selector, tells of that one only', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap('a'))
    await bench.create('configmaps', configMap('b'))
    const { taker } = await watching(bench, { fieldSelector: 'metadata.name=b' })
    await change(bench, 'a', { data: { x: 'y' } })
    await change(bench, 'b', { data: { x: 'y' } })
    expect(await taker.take(2)).to.deep.equal(['ADDED b', 'MODIFIED b'])
  })

  it('too far back ends with 410, which clients answer with a list', async () => {
    const bench = await registryBench()
    const from = bench.storage.revision()
    for (let n = 0; n < 5; n++) await bench.create('configmaps', configMap(`c${n}`))
    await bench.storage.compact(bench.storage.revision())
    const { taker } = await watching(bench.restart(), { resourceVersion: String(from) })
    await taker.until(({ ended }) => ended !== undefined)
    expect(taker.ended?.status).to.include({ code: 410, reason: 'Expired' })
    expect(taker.ended?.status?.message).to.match(/^too old resource version: \d+ \(\d+\)$/)
  })

  it('makes a bookmark when asked, of what has been sent', async () => {
    const bench = await registryBench()
    const { taker, handle } = await watching(bench, {
      resourceVersion: String(bench.storage.revision()),
      allowWatchBookmarks: true,
    })
    await bench.create('secrets', { metadata: { name: 's' } })
    handle.bookmark()
    await taker.take(1)
    expect(taker.deliveries[0]).to.deep.equal({
      kind: 'bookmark',
      revision: bench.storage.revision(),
      initialEventsEnd: false,
    })
  })

  it('sends a large state only as fast as it is taken, and loses nothing meanwhile', async () => {
    const bench = await registryBench()
    for (let n = 0; n < 1200; n++) await bench.create('configmaps', configMap(`c${String(n).padStart(4, '0')}`))
    const { taker, handle } = await watching(bench, slowly)
    await taker.take(500)
    await change(bench, 'c1199', { data: { x: 'y' } })
    expect(taker.seen).to.have.length(500)
    taker.isReady = true
    handle.resume()
    await taker.take(1201)
    expect(taker.seen.at(-1)).to.equal('MODIFIED c1199')
    expect(new Set(taker.seen).size).to.equal(1201)
  })

  it('is silent after it was stopped', async () => {
    const bench = await registryBench()
    const { taker, handle } = await watching(bench, { resourceVersion: String(bench.storage.revision()) })
    handle.stop()
    const other = await watching(bench, { resourceVersion: String(bench.storage.revision()) })
    await bench.create('configmaps', configMap('a'))
    await other.taker.take(1)
    expect(taker.seen).to.deep.equal([])
  })

  it('in another version than the stored one delivers objects made for it', async () => {
    const bench = await registryBench({ definitions: builtIns() })
    const spec = { maxReplicas: 3, scaleTargetRef: { kind: 'Deployment', name: 'web', apiVersion: 'apps/v1' } }
    const { taker } = await watching(bench, {}, 'horizontalpodautoscalers.autoscaling/v1')
    await bench.create('horizontalpodautoscalers.autoscaling/v2', { metadata: { name: 'web' }, spec })
    expect(await taker.take(1)).to.deep.equal(['ADDED web (own)'])
    const [delivery] = taker.deliveries
    expect(delivery?.kind === 'own' && delivery.object.apiVersion).to.equal('autoscaling/v1')
    const shown = read(await bench.registry.get(bench.target('horizontalpodautoscalers.autoscaling/v1', 'web')))
    expect(shown.apiVersion).to.equal('autoscaling/v1')
  })
})
