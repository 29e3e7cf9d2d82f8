import { expect } from 'chai'
import { OperatorYard } from '../../test/kit/operator-yard.js'
import { Deployment, Pod, PodDisruptionBudget, ReplicaSet, ReplicationController, StatefulSet } from '../kit/kinds.js'
import { disruption } from './index.js'

describe('a disruption budget', () => {
  let yard: OperatorYard

  beforeEach(async () => {
    yard = new OperatorYard([Deployment, Pod, PodDisruptionBudget, ReplicaSet, ReplicationController, StatefulSet])
    await yard.start(disruption)
  })
  afterEach(() => yard.end())

  const labels = { app: 'web' }
  const put = (kind: Parameters<OperatorYard['put']>[0], object: object) => yard.put(kind, object as never)
  const budget = (spec: object) =>
    put(PodDisruptionBudget, {
      metadata: { namespace: 'default', name: 'web' },
      spec: { selector: { matchLabels: labels }, ...spec },
    })
  const pod = (name: string, owner?: object, ready = true) =>
    put(Pod, {
      metadata: { namespace: 'default', name, labels, ...(owner ? { ownerReferences: [owner] } : {}) },
      spec: { containers: [] },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
    })
  const ownerOf = (object: { kind?: string; apiVersion?: string; metadata: { name?: string; uid?: string } }) => ({
    apiVersion: object.apiVersion,
    kind: object.kind,
    name: object.metadata.name,
    uid: object.metadata.uid,
    controller: true,
  })
  /** A Deployment of so many replicas, with its ReplicaSet; answers the owner of its pods. */
  async function deployment(replicas: number) {
    const metadata = { namespace: 'default', name: 'web' }
    const above = await put(Deployment, { metadata, spec: { replicas } })
    return ownerOf(
      await put(ReplicaSet, { metadata: { ...metadata, ownerReferences: [ownerOf(above)] }, spec: { replicas: 1 } }),
    )
  }
  async function status() {
    await yard.clock.advance(1000)
    const { disruptionsAllowed, currentHealthy, desiredHealthy, expectedPods, conditions } =
      yard.list(PodDisruptionBudget)[0]?.status ?? {}
    return [currentHealthy, desiredHealthy, expectedPods, disruptionsAllowed, conditions?.[0]?.reason]
  }

  it('counts its pods where a number of them must be available', async () => {
    await budget({ minAvailable: 2 })
    expect(await status()).to.deep.equal([0, 2, 0, 0, 'InsufficientPods'])
    await pod('a')
    await pod('b')
    await pod('c', undefined, false)
    expect(await status()).to.deep.equal([2, 2, 3, 0, 'InsufficientPods'])
    await pod('d')
    expect(await status()).to.deep.equal([3, 2, 4, 1, 'SufficientPods'])
    expect((await yard.events())[0]).to.equal('Normal NoPods PodDisruptionBudget web: No matching pods found')
  })

  it('counts on what controllers want for percentages and for how many may be missing, a Deployment once', async () => {
    const owner = await deployment(4)
    for (const name of ['a', 'b', 'c', 'd']) await pod(name, owner)
    await budget({ maxUnavailable: '50%' })
    expect(await status()).to.deep.equal([4, 2, 4, 2, 'SufficientPods'])
    const patch = { type: 'merge', body: { spec: { maxUnavailable: null, minAvailable: '60%' } } } as const
    await yard.client.patch(PodDisruptionBudget, { namespace: 'default', name: 'web', patch })
    expect(await status()).to.deep.equal([4, 3, 4, 1, 'SufficientPods'])
  })

  it('takes an evicted pod as gone until it goes, for two minutes', async () => {
    const owner = await deployment(2)
    await pod('a', owner)
    await pod('b', owner)
    await budget({ maxUnavailable: 1 })
    expect(await status()).to.deep.equal([2, 1, 2, 1, 'SufficientPods'])
    const disruptedPods = { a: new Date(yard.clock.now()).toISOString() }
    const patch = { type: 'merge', body: { status: { disruptionsAllowed: 0, disruptedPods } } } as const
    await yard.client.patch(
      PodDisruptionBudget,
      { namespace: 'default', name: 'web', patch },
      { subresource: 'status' },
    )
    expect(await status()).to.deep.equal([1, 1, 2, 0, 'InsufficientPods'])
    await yard.clock.advance(121_000)
    expect(await status()).to.deep.equal([2, 1, 2, 1, 'SufficientPods'])
    expect(yard.list(PodDisruptionBudget)[0]?.status).not.to.have.property('disruptedPods')
    expect((await yard.events()).filter((line) => line.includes('NotDeleted'))).to.have.length(1)
  })

  it('allows nothing, and says why, where a controller has no scale', async () => {
    await pod('a', { apiVersion: 'shop.example/v1', kind: 'Shop', name: 'one', uid: 'u', controller: true })
    await budget({ maxUnavailable: 1 })
    expect((await status()).slice(3)).to.deep.equal([0, 'SyncFailed'])
  })

  it('warns of pods without a controller that it cannot count', async () => {
    await pod('a')
    await budget({ maxUnavailable: 1 })
    expect((await status()).slice(2)).to.deep.equal([0, 0, 'InsufficientPods'])
    expect((await yard.events())[0]).to.contain('UnmanagedPods')
  })
})
