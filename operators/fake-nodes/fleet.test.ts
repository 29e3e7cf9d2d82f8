import { expect } from 'chai'
import { MemoryApi } from '../../test/kit/memory-api.js'
import type { Client } from '../../core/client/index.js'
import { VirtualClock, seededRandom, silentLog } from '../../core/kit/index.js'
import { Manager } from '../../core/runtime/index.js'
import { runningStatus } from './fake-status.js'
import { fakeNodes } from './index.js'
import { type FakePod, leases, nodes, pods } from './kinds.js'

/** An API in memory and a fleet of fake nodes on virtual time. */
async function fleetOf(count: number) {
  const clock = new VirtualClock()
  const random = seededRandom(1)
  const api = new MemoryApi({ clock, random, kinds: [pods, nodes, leases], graceful: ['pods'] })
  const manager = new Manager({ clientOf: (name) => api.client(name), clock, random, log: silentLog })
  const client = api.client('test')
  manager.start(fakeNodes({ count }))
  await clock.advance(100)
  return { clock, client, manager }
}

const bound = (name: string, node: string): FakePod => ({
  metadata: { name, namespace: 'default' },
  spec: { nodeName: node, containers: [{ name: 'app', image: 'app:1' }] },
  status: { phase: 'Pending', conditions: [{ type: 'PodScheduled' }] },
})

const get = (client: Client, name: string) => client.get(pods, { namespace: 'default', name })

describe('fake nodes', () => {
  it('register with capacity, Ready, and a lease each', async () => {
    const { client } = await fleetOf(3)
    const { items } = await client.list(nodes)
    expect(items.map(({ metadata }) => metadata.name)).to.deep.equal(['fake-0000', 'fake-0001', 'fake-0002'])
    expect(JSON.stringify(items[0]?.['status'])).to.contain('"type":"Ready","status":"True"')
    expect((await client.list(leases, { namespace: 'kube-node-lease' })).items).to.have.length(3)
  })

  it('run the pods bound to them, each with an address of its own, and no others', async () => {
    const { clock, client } = await fleetOf(2)
    for (const [name, node] of [
      ['a', 'fake-0000'],
      ['b', 'fake-0001'],
      ['c', 'elsewhere'],
    ] as const) {
      await client.create(pods, bound(name, node))
    }
    await clock.advance(200)
    const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => get(client, name)))
    const status = a?.status as { phase?: string; podIP?: string; conditions: { type: string }[] }
    expect(status.phase).to.equal('Running')
    expect(status.conditions.map(({ type }) => type)).to.include('Ready')
    expect((b?.status as { podIP?: string } | undefined)?.podIP).to.not.equal(status.podIP)
    expect(c?.status?.phase).to.not.equal('Running')
  })

  it('keep the conditions that others wrote', () => {
    const at = { now: 0, ip: '10.128.0.1', hostIP: '10.100.0.1' }
    const types = runningStatus(bound('a', 'fake-0000'), at).conditions.map(({ type }) => type)
    expect(types).to.deep.equal([
      'PodReadyToStartContainers',
      'Initialized',
      'Ready',
      'ContainersReady',
      'PodScheduled',
    ])
  })

  it('let deleted pods go at once', async () => {
    const { clock, client } = await fleetOf(1)
    await client.create(pods, bound('a', 'fake-0000'))
    await clock.advance(200)
    await client.delete(pods, { namespace: 'default', name: 'a' }, { gracePeriodSeconds: 30 })
    await clock.advance(200)
    expect((await client.list(pods)).items).to.deep.equal([])
  })

  it('renew their leases', async () => {
    const { clock, client } = await fleetOf(20)
    const times = async () => {
      const { items } = await client.list(leases, { namespace: 'kube-node-lease' })
      return items.map(({ spec }) => (spec as { renewTime: string }).renewTime)
    }
    const before = await times()
    await clock.advance(11_000)
    const after = await times()
    expect(after.filter((time, at) => time !== before[at])).to.have.length(20)
  })
})
