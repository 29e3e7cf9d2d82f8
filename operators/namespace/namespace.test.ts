import { expect } from 'chai'
import { timestamp } from '../../core/meta/index.js'
import { RunningCluster } from '../../test/kit/running-cluster.js'
import { ConfigMap, Namespace, Pod, ServiceAccount } from '../kit/kinds.js'
import { serviceaccount } from '../serviceaccount/index.js'
import { conditionsOf } from './conditions.js'
import { namespace } from './index.js'

describe('a namespace that is deleted', () => {
  let cluster: RunningCluster
  const gone = (name: string) =>
    cluster.until(Namespace, { fieldSelector: `metadata.name=${name}` }, (found) => found.length === 0)
  const condition = (found: readonly Namespace[], type: string) =>
    found[0]?.status?.conditions?.find((each) => each.type === type)

  beforeEach(async () => {
    cluster = await RunningCluster.start(namespace, serviceaccount)
    await cluster.client.create(Namespace, { metadata: { name: 'shop' } })
    await cluster.until(ServiceAccount, { namespace: 'shop' }, (found) => found.length === 1)
    await cluster.until(ConfigMap, { namespace: 'shop' }, (found) => found.length === 1)
  })

  afterEach(() => cluster.stop())

  it('goes with all that was in it, and nothing of its neighbours', async () => {
    const { client } = cluster
    for (const name of ['a', 'b']) await client.create(ConfigMap, { metadata: { name, namespace: 'shop' } })
    await client.create(ConfigMap, { metadata: { name: 'kept', namespace: 'default' } })
    await client.delete(Namespace, { name: 'shop' })
    await gone('shop')
    expect((await client.list(ConfigMap, { namespace: 'shop' })).items).to.deep.equal([])
    expect((await client.list(ServiceAccount, { namespace: 'shop' })).items).to.deep.equal([])
    expect((await client.get(ConfigMap, { namespace: 'default', name: 'kept' })).metadata.name).to.equal('kept')
    await client.create(Namespace, { metadata: { name: 'shop' } })
  })

  it('waits for its pods to end before the rest goes, and says so', async () => {
    const { client } = cluster
    const place = { namespace: 'shop', name: 'p' }
    await client.create(Pod, {
      metadata: place,
      spec: { nodeName: 'somewhere', containers: [{ name: 'c', image: 'i' }], automountServiceAccountToken: false },
    })
    await client.delete(Namespace, { name: 'shop' })
    const waiting = await cluster.until(Namespace, { fieldSelector: 'metadata.name=shop' }, (found) =>
      Boolean(condition(found, 'NamespaceContentRemaining')),
    )
    expect(condition(waiting, 'NamespaceContentRemaining')).to.include({
      status: 'True',
      reason: 'SomeResourcesRemain',
      message: 'Some resources are remaining: pods. has 1 resource instances',
    })
    expect((await client.list(ConfigMap, { namespace: 'shop' })).items).to.have.length(1)
    await client.delete(Pod, place, { gracePeriodSeconds: 0 })
    await gone('shop')
  })

  it('waits for the finalizers of others, and says which', async () => {
    const { client } = cluster
    const place = { namespace: 'shop', name: 'held' }
    await client.create(ConfigMap, { metadata: { ...place, finalizers: ['example.com/hold'] } })
    await client.delete(Namespace, { name: 'shop' })
    const waiting = await cluster.until(Namespace, { fieldSelector: 'metadata.name=shop' }, (found) =>
      Boolean(condition(found, 'NamespaceFinalizersRemaining')),
    )
    expect(condition(waiting, 'NamespaceFinalizersRemaining')?.message).to.equal(
      'Some content in the namespace has finalizers remaining: example.com/hold in 1 resource instances',
    )
    await client.patch(ConfigMap, { ...place, patch: { type: 'merge', body: { metadata: { finalizers: null } } } })
    await gone('shop')
  })
})

describe('the conditions of a namespace', () => {
  const now = 1_700_000_000_000
  const nothing = { counts: new Map(), finalizers: new Map(), errors: [] }
  const shop = (conditions: ReturnType<typeof conditionsOf>) => ({ metadata: {}, status: { conditions } }) as Namespace

  it('are not written while all goes well', () => {
    expect(conditionsOf(shop(undefined), { left: nothing, failed: new Map(), now })).to.equal(undefined)
  })

  it('name what can not be asked and what was refused, and are taken back later', () => {
    const left = { ...nothing, errors: ['configmaps is forbidden'] }
    const failed = new Map([['metrics.k8s.io/v1beta1', 'no answer']])
    const bad = conditionsOf(shop(undefined), { left, failed, now })!
    expect(bad.filter(({ status }) => status === 'True').map(({ reason, message }) => [reason, message])).to.deep.equal(
      [
        ['DiscoveryFailed', 'API groups that do not answer: metrics.k8s.io/v1beta1: no answer'],
        ['ContentDeletionFailed', 'Refused: configmaps is forbidden'],
      ],
    )
    expect(conditionsOf(shop(bad), { left, failed, now: now + 5000 })).to.equal(undefined)
    const good = conditionsOf(shop(bad), { left: nothing, failed: new Map(), now: now + 5000 })!
    expect(good.every(({ status }) => status === 'False')).to.equal(true)
    expect(good[0]!.lastTransitionTime).to.equal(timestamp(now + 5000))
    expect(good[1]!.lastTransitionTime).to.equal(timestamp(now))
  })
})
