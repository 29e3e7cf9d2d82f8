import { expect } from 'chai'
import type { OwnerReference } from '../../core/meta/index.js'
import { Event } from '../../crds/generated/tokens.js'
import { RunningCluster } from '../../test/kit/running-cluster.js'
import { ConfigMap, Namespace } from '../kit/kinds.js'
import { garbageCollector } from './index.js'

const namespace = 'default'

describe('the garbage collector', () => {
  let cluster: RunningCluster

  before(async () => {
    cluster = await RunningCluster.start(garbageCollector)
  })

  after(() => cluster.stop())

  afterEach(async () => {
    await cluster.client.deleteCollection(ConfigMap, { namespace, labelSelector: 'test' })
  })

  const labels = { test: 'yes' }
  const create = (name: string, ownerReferences: OwnerReference[] = [], finalizers: string[] = []) =>
    cluster.client.create(ConfigMap, { metadata: { name, namespace, labels, ownerReferences, finalizers } })
  const reference = ({ metadata }: ConfigMap, block = false): OwnerReference => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: String(metadata.name),
    uid: String(metadata.uid),
    ...(block ? { blockOwnerDeletion: true } : {}),
  })
  const remove = (name: string, propagationPolicy: 'Background' | 'Foreground' | 'Orphan') =>
    cluster.client.delete(ConfigMap, { namespace, name }, { propagationPolicy })
  /** The test's objects by name, once these are all. */
  const left = (...names: string[]) =>
    cluster.until(ConfigMap, { namespace, labelSelector: 'test' }, (found) => {
      const present = found.map(({ metadata }) => metadata.name).sort()
      return present.join() === [...names].sort().join()
    })
  const named = (found: readonly ConfigMap[], name: string) => found.find(({ metadata }) => metadata.name === name)!
  const owners = (found: readonly ConfigMap[], name: string) =>
    (named(found, name).metadata.ownerReferences ?? []).map((owner) => owner.name)

  it('deletes dependents, and theirs, after their owner', async () => {
    const owner = await create('owner')
    const child = await create('child', [reference(owner)])
    await create('grandchild', [reference(child)])
    await create('other')
    await remove('owner', 'Background')
    await left('other')
  })

  it('lets an object live while it has another owner, without the reference to the one that is gone', async () => {
    const [first, second] = [await create('first'), await create('second')]
    await create('child', [reference(first), reference(second)])
    await remove('first', 'Background')
    const found = await cluster.until(ConfigMap, { namespace, labelSelector: 'test' }, (found) => {
      return found.length === 2 && owners(found, 'child').length === 1
    })
    expect(owners(found, 'child')).to.deep.equal(['second'])
  })

  it('deletes an owner in the foreground after the dependents that block it', async () => {
    const owner = await create('owner')
    await create('blocking', [reference(owner, true)], ['example.com/hold'])
    await create('not-blocking', [reference(owner)], ['example.com/hold'])
    await remove('owner', 'Foreground')
    const going = await cluster.until(ConfigMap, { namespace, labelSelector: 'test' }, (found) =>
      found.every(({ metadata }) => metadata.deletionTimestamp),
    )
    expect(named(going, 'owner').metadata.finalizers).to.deep.equal(['foregroundDeletion'])
    const free = { type: 'merge', body: { metadata: { finalizers: null } } } as const
    await cluster.client.patch(ConfigMap, { namespace, name: 'blocking', patch: free })
    await left('not-blocking')
    await cluster.client.patch(ConfigMap, { namespace, name: 'not-blocking', patch: free })
    await left()
  })

  it('passes the foreground on to dependents that have dependents', async () => {
    const owner = await create('owner')
    const child = await create('child', [reference(owner, true)])
    await create('grandchild', [reference(child, true)], ['example.com/hold'])
    await remove('owner', 'Foreground')
    const going = await cluster.until(ConfigMap, { namespace, labelSelector: 'test' }, (found) =>
      found.every(({ metadata }) => metadata.deletionTimestamp),
    )
    expect(named(going, 'child').metadata.finalizers).to.deep.equal(['foregroundDeletion'])
    const free = { type: 'merge', body: { metadata: { finalizers: null } } } as const
    await cluster.client.patch(ConfigMap, { namespace, name: 'grandchild', patch: free })
    await left()
  })

  it('sets dependents free before an owner goes that is to leave orphans', async () => {
    const owner = await create('owner')
    await create('child', [reference(owner)])
    await remove('owner', 'Orphan')
    const found = await left('child')
    expect(owners(found, 'child')).to.deep.equal([])
  })

  it('deletes what names an owner that never was, or is another of the same name', async () => {
    const owner = await create('owner')
    await create('wrong-uid', [{ ...reference(owner), uid: '00000000-0000-0000-0000-000000000000' }])
    await create('wrong-name', [{ ...reference(owner), name: 'nobody' }])
    await left('owner')
  })

  it('leaves alone what names an owner of a kind that is not served', async () => {
    const unknown = { apiVersion: 'example.com/v1', kind: 'Widget', name: 'w', uid: 'some-uid' }
    await create('unknowable', [unknown])
    const owner = await create('owner')
    await create('child', [reference(owner)])
    await remove('owner', 'Background')
    await left('unknowable')
  })

  it('breaks a circle that waits for itself', async () => {
    const first = await create('first')
    const second = await create('second', [reference(first, true)])
    const body = { metadata: { ownerReferences: [reference(second, true)] } }
    await cluster.client.patch(ConfigMap, { namespace, name: 'first', patch: { type: 'merge', body } })
    await remove('first', 'Foreground')
    await left()
  })

  it('takes an owner in another namespace for none, and says so', async () => {
    await cluster.client.create(Namespace, { metadata: { name: 'far' } })
    const owner = await cluster.client.create(ConfigMap, { metadata: { name: 'owner', namespace: 'far' } })
    await create('child', [reference(owner)])
    await left()
    const [event] = await cluster.until(Event, { namespace }, (found) => found.length > 0)
    expect(event!.reason).to.equal('OwnerRefInvalidNamespace')
    expect(event!.message).to.match(/namespace: default, name: owner, .* does not exist in namespace "default"$/)
    expect(await cluster.client.get(ConfigMap, { namespace: 'far', name: 'owner' })).to.have.property('metadata')
  })

  it('takes up what happened while it was not running', async () => {
    const owner = await create('owner')
    await create('child', [reference(owner)])
    await create('other')
    await cluster.restart()
    await remove('owner', 'Background')
    await cluster.restart(garbageCollector)
    await left('other')
  })
})
