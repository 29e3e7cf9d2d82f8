import { expect } from 'chai'
import { read, refusal, registryBench } from '../../test/kit/registry.js'
import type { KindPlugin } from './contract.js'

/** Enough of a conversion to tell the two groups apart. */
const events: KindPlugin = {
  group: '',
  plural: 'events',
  convert(object, { group }) {
    const [from, to] = group === '' ? ['note', 'message'] : ['message', 'note']
    if (object[from!] === undefined) return
    object[to!] = object[from!]
    delete object[from!]
  },
}

describe('events of both groups', () => {
  it('are the same objects, each shown as its group has it', async () => {
    const bench = await registryBench({ kinds: [events] })
    const made = await bench.create('events.events.k8s.io', { metadata: { name: 'e' }, note: 'hello', reason: 'x' })
    expect(made).to.include({ apiVersion: 'events.k8s.io/v1', kind: 'Event', note: 'hello' })
    const core = await bench.get('events', 'e')
    expect(core).to.include({ apiVersion: 'v1', message: 'hello' })
    expect(core.metadata).to.include({ uid: made.metadata.uid, resourceVersion: made.metadata.resourceVersion })
    const patch = { type: 'application/merge-patch+json', body: { note: 'changed' }, force: false } as const
    const target = bench.target('events.events.k8s.io', 'e')
    const { answer } = await bench.registry.patch(target, patch, bench.context())
    expect(read(answer)).to.include({ apiVersion: 'events.k8s.io/v1', note: 'changed' })
    expect(await bench.get('events', 'e')).to.include({ apiVersion: 'v1', message: 'changed' })
    const { items } = await bench.registry.list(bench.target('events.events.k8s.io'), {})
    expect(items.map((item) => read(item).note)).to.deep.equal(['changed'])
    await bench.registry.delete(target, {}, bench.context())
    expect((await refusal(bench.get('events', 'e'))).code).to.equal(404)
  })

  it('taken without a change make no revision', async () => {
    const bench = await registryBench({ kinds: [events] })
    await bench.create('events.events.k8s.io', { metadata: { name: 'e' }, note: 'hello', reason: 'x' })
    const before = bench.storage.revision()
    const patch = { type: 'application/merge-patch+json', body: { note: 'hello' }, force: false } as const
    await bench.registry.patch(bench.target('events.events.k8s.io', 'e'), patch, bench.context())
    expect(bench.storage.revision()).to.equal(before)
  })
})
