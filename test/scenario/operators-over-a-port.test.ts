/** The runtime against the real server, over the port that joins their processes: what the in-memory API can't prove. */
import { expect } from 'chai'
import type { Client } from '../../core/client/index.js'
import { silentLog, systemClock, systemRandom } from '../../core/kit/index.js'
import type { KindToken, KubeObject } from '../../core/meta/index.js'
import { defineOperator, type Operator } from '../../core/operator.js'
import { LeaderElector, Manager } from '../../core/runtime/index.js'
import { deployment } from '../../operators/deployment/index.js'
import { fakeNodes } from '../../operators/fake-nodes/index.js'
import { replicaset } from '../../operators/replicaset/index.js'
import { RealApi } from '../kit/real-api.js'

type Pod = KubeObject & { spec: { nodeName?: string } }

const deployments: KindToken = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  plural: 'deployments',
  namespaced: true,
}
const pods: KindToken<Pod> = { group: '', version: 'v1', kind: 'Pod', plural: 'pods', namespaced: true }
const place = { namespace: 'default', name: 'web' }

/** Every pod goes to the one fake node. */
const binder: Operator = defineOperator({
  name: 'binder',
  description: 'Binds every pod to the same node.',
  kind: pods,
  async reconcile({ namespace, name }, { cache, client }) {
    const pod = cache.get(pods, { namespace, name })
    if (!pod || pod.spec.nodeName) return undefined
    const body = { metadata: { name, uid: pod.metadata.uid }, target: { kind: 'Node', name: 'fake-0000' } }
    await client.createSubresource(pods, { namespace, name, subresource: 'binding', body })
    return undefined
  },
})

const web = (replicas: number) => ({
  metadata: { ...place, labels: { app: 'web' } },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'c', image: 'nginx' }] } },
  },
})

/** The deployment's state, once it is as wanted. */
async function until(client: Client, wanted: (status: Record<string, unknown>) => boolean): Promise<KubeObject> {
  const watch = client.watch(deployments, { namespace: 'default', fieldSelector: 'metadata.name=web' })
  for await (const { object } of watch) if (wanted((object['status'] ?? {}) as Record<string, unknown>)) return object
  throw new Error('the watch ended')
}

describe('operators over a port to the real server', () => {
  let api: RealApi
  let manager: Manager

  const begin = () => {
    manager = new Manager({ clientOf: api.port().clientOf, clock: systemClock, random: systemRandom, log: silentLog })
    for (const operator of [deployment, replicaset, binder, fakeNodes({ count: 1 })]) manager.start(operator)
  }

  beforeEach(async () => {
    api = await RealApi.start()
    begin()
  })

  afterEach(async () => {
    await manager.close()
    await api.close()
  })

  it('roll a deployment out, up and down, across a restart of their process', async () => {
    const { client } = api
    await client.create(deployments, web(5))
    await until(client, ({ readyReplicas }) => readyReplicas === 5)
    const first = (await client.list(pods, { namespace: 'default' })).items
    expect(first.map(({ spec }) => spec.nodeName)).to.deep.equal(Array(5).fill('fake-0000'))
    await manager.close()
    await client.scale(deployments, { ...place, replicas: 8 })
    begin()
    await until(client, ({ readyReplicas }) => readyReplicas === 8)
    await client.scale(deployments, { ...place, replicas: 2 })
    await until(client, ({ replicas, readyReplicas }) => replicas === 2 && readyReplicas === 2)
    const left = (await client.list(pods, { namespace: 'default' })).items
    expect(left.filter(({ metadata }) => !metadata.deletionTimestamp)).to.have.length(2)
    for (const status of manager.status()) expect(status).to.include({ state: 'running', threw: 0 })
  })

  it('are told no more than the new revision when they ask for no more', async () => {
    const { client } = api
    const made = await client.create(deployments, web(0), { answer: 'revision' })
    expect(Object.keys(made.metadata)).to.deep.equal(['resourceVersion'])
    const patch = { type: 'merge', body: { metadata: { annotations: { a: 'b' } } } } as const
    const { metadata } = await client.patch(deployments, { ...place, patch }, { answer: 'revision' })
    expect(Number(metadata.resourceVersion)).to.be.above(Number(made.metadata.resourceVersion))
    const seen = await until(client, () => true)
    expect(seen.metadata.annotations).to.include({ a: 'b' })
    const again = { type: 'merge', body: { metadata: { annotations: { a: 'b' } } } } as const
    expect((await client.patch(deployments, { ...place, patch: again })).kind).to.equal('Deployment')
  })

  it('tell what they did as events that kubectl describe finds', async () => {
    const { client } = api
    await client.create(deployments, web(2))
    await until(client, ({ readyReplicas }) => readyReplicas === 2)
    const events: KindToken = { group: '', version: 'v1', kind: 'Event', plural: 'events', namespaced: true }
    const fieldSelector = 'involvedObject.kind=ReplicaSet,reason=SuccessfulCreate'
    const seen: unknown[] = []
    for await (const { object } of client.watch(events, { namespace: 'default', fieldSelector })) {
      if (seen.push(object['message']) === 2) break
    }
    for (const message of seen) expect(message).to.match(/^Created pod: web-[a-z0-9]+-[a-z0-9]{5}$/)
  })

  it('elect one leader by a Lease', async () => {
    const stop = new AbortController()
    const led: string[] = []
    const { clientOf } = api.port()
    const candidates = ['a', 'b'].map((identity) => {
      const parts = { clock: systemClock, random: systemRandom, log: silentLog, identity }
      const elector = new LeaderElector({ ...parts, client: clientOf(identity), namespace: 'default', name: 'fleet' })
      return elector.run(async ({ signal }) => {
        led.push(identity)
        stop.abort()
        await new Promise<void>((resolve) => {
          if (signal.aborted) resolve()
          else signal.addEventListener('abort', () => resolve(), { once: true })
        })
      }, stop.signal)
    })
    await Promise.all(candidates)
    expect(led).to.have.length(1)
  })
})
