import { expect } from 'chai'
import { type Bench, read, refusal, registryBench } from '../../test/kit/registry.js'
import type { DeleteOptions } from './verbs.js'

const configMap = { metadata: { name: 'web' }, data: { a: 'b' } }
const pod = (name: string, spec: object = {}) => ({
  metadata: { name },
  spec: { containers: [{ name: 'c', image: 'i' }], terminationGracePeriodSeconds: 30, ...spec },
})

async function remove(
  bench: Bench,
  resource: string,
  name: string,
  options: DeleteOptions & { dryRun?: boolean } = {},
) {
  const { dryRun = false, ...rest } = options
  const { answer, gone } = await bench.registry.delete(bench.target(resource, name), rest, bench.context({ dryRun }))
  return { object: read(answer), gone }
}

describe('delete', () => {
  it('removes the object and answers its last state', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', configMap)
    const { object, gone } = await remove(bench, 'configmaps', 'web')
    expect(gone).to.equal(true)
    expect(object).to.deep.equal(made)
    expect((await refusal(remove(bench, 'configmaps', 'web'))).code).to.equal(404)
  })

  it('holds to its preconditions', async () => {
    const bench = await registryBench()
    const { metadata } = await bench.create('configmaps', configMap)
    const other = await refusal(remove(bench, 'configmaps', 'web', { preconditions: { uid: 'x' } }))
    expect(other.code).to.equal(409)
    expect(other.message).to.contain(
      `the UID in the precondition (x) does not match the UID in record (${metadata.uid})`,
    )
    expect(other.status.details).to.deep.equal({ name: 'web', kind: 'ConfigMap' })
    const stale = await refusal(remove(bench, 'configmaps', 'web', { preconditions: { resourceVersion: '1' } }))
    expect(stale.message).to.contain('the ResourceVersion in the precondition (1) does not match')
    const right = { uid: metadata.uid as string, resourceVersion: metadata.resourceVersion as string }
    expect((await remove(bench, 'configmaps', 'web', { preconditions: right })).gone).to.equal(true)
  })

  it('leaves what happens to dependents to the garbage collector, by a finalizer', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', { metadata: { name: 'a', generation: 1 } })
    const foreground = await remove(bench, 'configmaps', 'a', { propagationPolicy: 'Foreground' })
    expect(foreground.gone).to.equal(false)
    expect(foreground.object.metadata.finalizers).to.deep.equal(['foregroundDeletion'])
    expect(foreground.object.metadata.deletionTimestamp).to.be.a('string')
    const orphan = await remove(bench, 'configmaps', 'a', { propagationPolicy: 'Orphan' })
    expect(orphan.object.metadata.finalizers).to.deep.equal(['orphan'])
    const before = bench.storage.revision()
    expect((await remove(bench, 'configmaps', 'a')).gone).to.equal(false)
    expect(bench.storage.revision()).to.equal(before)
    expect((await remove(bench, 'configmaps', 'a', { propagationPolicy: 'Background' })).gone).to.equal(true)
  })

  it('leaves finalizers in their order when none is new', async () => {
    const bench = await registryBench()
    const finalizers = ['a.b/x', 'orphan', 'a.b/y']
    await bench.create('configmaps', { metadata: { name: 'a', finalizers } })
    expect((await remove(bench, 'configmaps', 'a')).object.metadata.finalizers).to.deep.equal(finalizers)
    const orphan = await remove(bench, 'configmaps', 'a', { propagationPolicy: 'Orphan' })
    expect(orphan.object.metadata.finalizers).to.deep.equal(finalizers)
    const foreground = await remove(bench, 'configmaps', 'a', { propagationPolicy: 'Foreground' })
    expect(foreground.object.metadata.finalizers).to.deep.equal(['a.b/x', 'a.b/y', 'foregroundDeletion'])
  })

  it('shows a pod whose time was up as it stood, with the finalizer that a second delete takes away', async () => {
    const bench = await registryBench()
    await bench.create('pods', { metadata: { name: 'a', finalizers: ['orphan'] }, spec: pod('x').spec })
    expect((await remove(bench, 'pods', 'a', { gracePeriodSeconds: 0 })).gone).to.equal(false)
    const second = await remove(bench, 'pods', 'a', { propagationPolicy: 'Background' })
    expect(second.gone).to.equal(true)
    expect(second.object.metadata.finalizers).to.deep.equal(['orphan'])
  })

  it('knows the old way of orphaning, and a kind that orphans unless told otherwise', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const old = await remove(bench, 'configmaps', 'web', { orphanDependents: true })
    expect(old.object.metadata.finalizers).to.deep.equal(['orphan'])
    const template = { metadata: { labels: { a: 'b' } }, spec: pod('x').spec }
    await bench.create('replicationcontrollers', { metadata: { name: 'rc' }, spec: { selector: { a: 'b' }, template } })
    const rc = await remove(bench, 'replicationcontrollers', 'rc')
    expect(rc.object.metadata.finalizers).to.deep.equal(['orphan'])
    expect(rc.object.metadata.generation).to.equal(2)
  })

  it('warns who leaves the pods of a job behind without saying so', async () => {
    const bench = await registryBench()
    const template = { spec: { ...pod('x').spec, restartPolicy: 'Never' } }
    const warned: string[] = []
    for (const options of [{}, { propagationPolicy: 'Orphan' }, { orphanDependents: false }] as const) {
      await bench.create('jobs.batch', { metadata: { name: 'j' }, spec: { template } })
      const context = { ...bench.context({ dryRun: true }), warn: (text: string) => void warned.push(text) }
      await bench.registry.delete(bench.target('jobs.batch', 'j'), options, context)
      await remove(bench, 'jobs.batch', 'j', { propagationPolicy: 'Background' })
    }
    expect(warned).to.have.length(1)
    expect(warned[0]).to.match(/^its pods stay: .*propagationPolicy=Background/)
  })

  it('refuses options that contradict each other or that nobody knows', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', configMap)
    const both = await refusal(
      remove(bench, 'configmaps', 'web', { orphanDependents: false, propagationPolicy: 'Orphan' }),
    )
    expect(both.code).to.equal(422)
    expect(both.message).to.contain('say this alone, without orphanDependents, its older form')
    const unknown = await refusal(remove(bench, 'configmaps', 'web', { propagationPolicy: 'Sideways' as 'Orphan' }))
    expect(unknown.code).to.equal(422)
  })

  it('in dry run answers what would be and removes nothing', async () => {
    const bench = await registryBench()
    const made = await bench.create('configmaps', configMap)
    expect((await remove(bench, 'configmaps', 'web', { dryRun: true })).gone).to.equal(true)
    const foreground = await remove(bench, 'configmaps', 'web', { dryRun: true, propagationPolicy: 'Foreground' })
    expect(foreground.object.metadata.finalizers).to.deep.equal(['foregroundDeletion'])
    expect(await bench.get('configmaps', 'web')).to.deep.equal(made)
  })

  it('meets admission, which may refuse', async () => {
    const asked: string[] = []
    const bench = await registryBench({
      admission: [
        {
          name: 'keeper',
          admits: ({ operation }) => operation === 'DELETE',
          validate: ({ object, oldObject, plural, name }) => {
            asked.push(`${plural}/${name} ${object} ${oldObject?.metadata.name}`)
            throw new Error('no')
          },
        },
      ],
    })
    await bench.create('configmaps', configMap)
    const error = await remove(bench, 'configmaps', 'web').then(
      () => undefined,
      (e: Error) => e,
    )
    expect(error?.message).to.equal('no')
    expect(asked).to.deep.equal(['configmaps/web undefined web'])
    await bench.get('configmaps', 'web')
  })
})

describe('the graceful deletion of a pod', () => {
  const scheduled = { nodeName: 'n1' }

  it('gives it the time that its spec says, then lets the kubelet end it', async () => {
    const bench = await registryBench()
    await bench.create('pods', pod('web', scheduled))
    const { object, gone } = await remove(bench, 'pods', 'web')
    expect(gone).to.equal(false)
    expect(object.metadata).to.include({
      deletionTimestamp: '2023-11-14T22:13:50Z',
      deletionGracePeriodSeconds: 30,
      generation: 2,
    })
    expect((await remove(bench, 'pods', 'web', { gracePeriodSeconds: 0 })).gone).to.equal(true)
  })

  it('can be shortened, never lengthened', async () => {
    const bench = await registryBench()
    await bench.create('pods', pod('web', scheduled))
    await remove(bench, 'pods', 'web')
    await bench.clock.advance(5000)
    const before = bench.storage.revision()
    expect((await remove(bench, 'pods', 'web')).gone).to.equal(false)
    expect((await remove(bench, 'pods', 'web', { gracePeriodSeconds: 60 })).gone).to.equal(false)
    expect(bench.storage.revision()).to.equal(before)
    const shorter = await remove(bench, 'pods', 'web', { gracePeriodSeconds: 10 })
    expect(shorter.object.metadata).to.include({
      deletionTimestamp: '2023-11-14T22:13:30Z',
      deletionGracePeriodSeconds: 10,
      generation: 2,
    })
  })

  it('is immediate when it is not scheduled, when it is finished, or when no time is given', async () => {
    const bench = await registryBench()
    await bench.create('pods', pod('unscheduled'))
    expect((await remove(bench, 'pods', 'unscheduled')).gone).to.equal(true)
    await bench.create('pods', pod('now', scheduled))
    expect((await remove(bench, 'pods', 'now', { gracePeriodSeconds: 0 })).gone).to.equal(true)
    await bench.create('pods', pod('finished', scheduled))
    const status = {
      type: 'application/merge-patch+json',
      body: { status: { phase: 'Succeeded' } },
      force: false,
    } as const
    await bench.registry.patch(bench.target('pods', 'finished', { subresource: 'status' }), status, bench.context())
    expect((await remove(bench, 'pods', 'finished')).gone).to.equal(true)
  })

  it('waits for finalizers too', async () => {
    const bench = await registryBench()
    const made = pod('web', scheduled)
    await bench.create('pods', { ...made, metadata: { name: 'web', finalizers: ['a.b/c'] } })
    await remove(bench, 'pods', 'web')
    const ended = await remove(bench, 'pods', 'web', { gracePeriodSeconds: 0 })
    expect(ended.gone).to.equal(false)
    expect(ended.object.metadata).to.include({
      deletionTimestamp: '2023-11-14T22:13:20Z',
      deletionGracePeriodSeconds: 0,
    })
    const free = {
      type: 'application/merge-patch+json',
      body: { metadata: { finalizers: null } },
      force: false,
    } as const
    await bench.registry.patch(bench.target('pods', 'web'), free, bench.context())
    expect((await refusal(bench.get('pods', 'web'))).code).to.equal(404)
  })
})

describe('deletecollection', () => {
  it('deletes what its selector finds and answers it', async () => {
    const bench = await registryBench()
    for (let n = 0; n < 100; n++) {
      await bench.create('configmaps', { metadata: { name: `c${n}`, labels: { odd: String(n % 2 === 1) } } })
    }
    await bench.create('configmaps', { metadata: { name: 'c1', namespace: 'other', labels: { odd: 'true' } } })
    const selection = { labelSelector: 'odd=true' }
    const { items } = await bench.registry.deleteCollection(bench.target('configmaps'), selection, {}, bench.context())
    expect(items).to.have.length(50)
    const left = await bench.registry.list(bench.target('configmaps'), {})
    expect(left.items.map((item) => read(item).metadata.labels?.odd)).to.deep.equal(Array(50).fill('false'))
    await bench.get('configmaps', 'c1', 'other')
  })

  it('marks what finalizers hold', async () => {
    const bench = await registryBench()
    await bench.create('configmaps', { metadata: { name: 'a', finalizers: ['a.b/c'] } })
    await bench.create('configmaps', { metadata: { name: 'b' } })
    await bench.registry.deleteCollection(bench.target('configmaps'), {}, {}, bench.context())
    const { items } = await bench.registry.list(bench.target('configmaps'), {})
    expect(items.map((item) => read(item).metadata.name)).to.deep.equal(['a'])
  })
})

describe('objects with a time to live', () => {
  const event = (name: string) => ({
    metadata: { name },
    involvedObject: { kind: 'Pod', namespace: 'default' },
    reason: 'x',
  })
  const names = async (bench: Bench) => {
    const { items } = await bench.registry.list(bench.target('events'), {})
    return items.map((item) => read(item).metadata.name)
  }

  it('are deleted when it is over, counted from their last write', async () => {
    const bench = await registryBench()
    await bench.create('events', event('early'))
    await bench.create('events', event('renewed'))
    await bench.clock.advance(3_000_000)
    await bench.create('events', event('late'))
    const count = { type: 'application/merge-patch+json', body: { count: 2 }, force: false } as const
    await bench.registry.patch(bench.target('events', 'renewed'), count, bench.context())
    await bench.clock.advance(700_000)
    expect(await names(bench)).to.deep.equal(['late', 'renewed'])
    await bench.clock.advance(3_600_000)
    expect(await names(bench)).to.deep.equal([])
  })

  it('are found again after a restart', async () => {
    const bench = await registryBench()
    await bench.create('events', event('early'))
    await bench.registry.close()
    await bench.restart().registry.recall()
    await bench.clock.advance(3_500_000)
    expect(await names(bench)).to.deep.equal(['early'])
    await bench.clock.advance(200_000)
    expect(await names(bench)).to.deep.equal([])
  })
})
