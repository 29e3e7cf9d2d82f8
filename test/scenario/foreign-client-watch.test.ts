/** @kubernetes/client-node as a foreign client that watches `operon up`, also through a crash. */
import { join } from 'node:path'
import {
  CoreV1Api,
  KubeConfig,
  type KubernetesObject,
  makeInformer,
  PatchStrategy,
  setHeaderOptions,
  type V1ConfigMap,
} from '@kubernetes/client-node'
import { expect } from 'chai'
import { Cluster } from '../kit/cluster.js'
import { Arrivals, follow } from '../kit/foreign-client.js'

const namespace = 'default'
const path = `/api/v1/namespaces/${namespace}/configmaps`
const labelSelector = 'test=crash'
const labelled = (name: string, test = 'crash') => ({ metadata: { name, labels: { test } } })
const names = (items: readonly KubernetesObject[]) => items.map(({ metadata }) => metadata?.name)

describe('the JavaScript client watching operon up', function () {
  this.timeout(60_000)
  let cluster: Cluster
  let config: KubeConfig
  let core: CoreV1Api

  before(async () => {
    cluster = await Cluster.start(['--no-node'])
    config = new KubeConfig()
    config.loadFromFile(join(cluster.folder, 'kubeconfig'))
    core = config.makeApiClient(CoreV1Api)
  })
  after(async () => cluster?.remove())

  const create = (body: V1ConfigMap) => core.createNamespacedConfigMap({ namespace, body })
  const select = () => core.listNamespacedConfigMap({ namespace, labelSelector })

  /** An informer and what it has told. */
  function informed() {
    const informer = makeInformer(config, path, select, labelSelector)
    const events = new Arrivals<string>()
    const versions: (string | undefined)[] = []
    for (const type of ['add', 'update', 'delete'] as const)
      informer.on(type, ({ metadata }) => {
        versions.push(metadata?.resourceVersion)
        events.add(`${type} ${metadata?.name}`)
      })
    const failures = new Arrivals<unknown>()
    informer.on('error', failures.add)
    return { informer, events, versions, failures }
  }

  /** Kills the server while writes are under way; answers those that were answered: the others have failed. */
  async function crashAmidWrites(): Promise<string[]> {
    const answered: string[] = []
    const writing = Array.from({ length: 40 }, async (_, i) => {
      answered.push((await create(labelled(`burst-${i}`))).metadata?.name ?? '')
      if (answered.length === 5) await cluster.crash()
    })
    await Promise.allSettled(writing)
    return answered
  }

  it('watches: the objects there are, a bookmark after them, and what follows a revision', async () => {
    for (const name of ['one', 'two']) await create(labelled(name, 'watched'))
    const selected = { labelSelector: 'test=watched' }
    const { metadata } = await core.listNamespacedConfigMap({ namespace, ...selected })
    const streamed = await follow(config, path, {
      ...selected,
      sendInitialEvents: true,
      resourceVersionMatch: 'NotOlderThan',
      allowWatchBookmarks: true,
    })
    const first = await streamed.events.until((all) => all.some(({ type }) => type === 'BOOKMARK'))
    expect(first.map(({ type, name }) => `${type} ${name}`)).to.deep.equal(['ADDED one', 'ADDED two', 'BOOKMARK '])
    expect(first.at(-1)?.object['metadata']).to.have.deep.property('annotations', {
      'k8s.io/initial-events-end': 'true',
    })
    streamed.end()
    await create(labelled('three', 'watched'))
    await core.patchNamespacedConfigMap(
      { namespace, name: 'three', body: { data: { a: '1' } } },
      setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
    )
    await core.deleteNamespacedConfigMap({ namespace, name: 'three' })
    const resumed = await follow(config, path, { ...selected, resourceVersion: metadata?.resourceVersion ?? '' })
    const seen = await resumed.events.until((all) => all.some(({ type }) => type === 'DELETED'))
    expect(seen.map(({ type, name }) => `${type} ${name}`)).to.deep.equal([
      'ADDED three',
      'MODIFIED three',
      'DELETED three',
    ])
    resumed.end()
  })

  it('an informer and a watch lose nothing and see nothing twice through kill -9 and a restart', async () => {
    const resourceVersion = (await select()).metadata?.resourceVersion ?? ''
    const { informer, events, versions, failures } = informed()
    await create(labelled('before'))
    await informer.start()
    const watch = await follow(config, path, { labelSelector, resourceVersion })
    await create(labelled('doomed'))
    await events.until((all) => all.includes('add doomed'))
    await watch.events.until((all) => all.some(({ name }) => name === 'doomed'))

    const answered = await crashAmidWrites()
    await failures.until((all) => all.length > 0)
    await watch.ended
    await cluster.resume()
    await core.deleteNamespacedConfigMap({ namespace, name: 'doomed' })
    await create(labelled('after'))
    await informer.start()
    const resumed = await follow(config, path, {
      labelSelector,
      resourceVersion: watch.events.all.at(-1)?.resourceVersion ?? '',
    })
    await events.until((all) => all.includes('add after') && all.includes('delete doomed'))
    await resumed.events.until((all) => all.some(({ name }) => name === 'after'))

    const { items } = await select()
    expect(names(items)).to.include.members(answered)
    expect(answered).to.have.length.above(4)
    expect([...names(informer.list())].sort()).to.deep.equal([...names(items)].sort())
    const added = [...names(items), 'doomed']
    expect(events.all).to.have.members([...added.map((name) => `add ${name}`), 'delete doomed'])
    expect(new Set(versions).size).to.equal(versions.length)
    const seen = [...watch.events.all, ...resumed.events.all]
    expect(seen.map(({ type, name }) => `${type} ${name}`)).to.have.members([
      ...added.map((name) => `ADDED ${name}`),
      'DELETED doomed',
    ])
    const revisions = seen.map((event) => Number(event.resourceVersion))
    expect(revisions).to.deep.equal(revisions.toSorted((a, b) => a - b))
    resumed.end()
    await informer.stop()
  })
})
