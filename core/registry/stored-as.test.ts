import { expect } from 'chai'
import { read, refusal, registryBench } from '../../test/kit/registry.js'
import { kindPlugins } from '../../plugins/kind/index.js'

const event = {
  reason: 'x',
  action: 'y',
  type: 'Normal',
  eventTime: '2023-11-14T22:13:20.000000Z',
  reportingController: 'test/me',
  reportingInstance: 'me',
  regarding: { kind: 'Pod', name: 'p', namespace: 'default' },
}

describe('events of both groups', () => {
  it('are the same objects, each shown as its group has it', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const made = await bench.create('events.events.k8s.io', { metadata: { name: 'e' }, ...event, note: 'hello' })
    expect(made).to.include({ apiVersion: 'events.k8s.io/v1', kind: 'Event', note: 'hello' })
    const core = await bench.get('events', 'e')
    expect(core).to.include({ apiVersion: 'v1', message: 'hello' })
    expect(core.metadata).to.include({ uid: made.metadata.uid, resourceVersion: made.metadata.resourceVersion })
    const series = { count: 2, lastObservedTime: event.eventTime }
    const patch = { type: 'application/merge-patch+json', body: { series }, force: false } as const
    const target = bench.target('events.events.k8s.io', 'e')
    const { answer } = await bench.registry.patch(target, patch, bench.context())
    expect(read(answer)).to.deep.include({ apiVersion: 'events.k8s.io/v1', note: 'hello', series })
    expect(await bench.get('events', 'e')).to.deep.include({ apiVersion: 'v1', message: 'hello', series })
    const { items } = await bench.registry.list(bench.target('events.events.k8s.io'), {})
    expect(items.map((item) => read(item).series)).to.deep.equal([series])
    await bench.registry.delete(target, {}, bench.context())
    expect((await refusal(bench.get('events', 'e'))).code).to.equal(404)
  })

  it('have what the core group writes out though it is empty in that group alone', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    const involvedObject = { kind: 'Pod', name: 'p', namespace: 'default' }
    const empty = { reportingComponent: '', reportingInstance: '' }
    const made = await bench.create('events', { metadata: { name: 'e' }, involvedObject, reason: 'x' })
    expect(made).to.include(empty)
    const younger = await bench.get('events.events.k8s.io', 'e')
    expect(younger).to.not.have.any.keys('reportingController', 'reportingInstance')
    expect(await bench.get('events', 'e')).to.include(empty)
  })

  it('taken without a change make no revision', async () => {
    const bench = await registryBench({ kinds: kindPlugins })
    await bench.create('events.events.k8s.io', { metadata: { name: 'e' }, ...event, note: 'hello' })
    const before = bench.storage.revision()
    const patch = { type: 'application/merge-patch+json', body: { note: 'hello' }, force: false } as const
    await bench.registry.patch(bench.target('events.events.k8s.io', 'e'), patch, bench.context())
    expect(bench.storage.revision()).to.equal(before)
  })
})
