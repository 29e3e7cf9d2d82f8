import { tmpdir } from 'node:os'
import { expect } from 'chai'
import { isReason } from '../../../core/client/index.js'
import { seededRandom, silentLog, VirtualClock } from '../../../core/kit/index.js'
import { FakeRuntime } from '../../../plugins/runtime/fake/index.js'
import { RealApi } from '../../../test/kit/real-api.js'
import { leases, nodes } from '../api/kinds.js'
import { Heartbeat } from './heartbeat.js'
import { readMachine } from './machine.js'

describe('a heartbeat', () => {
  let api: RealApi
  before(async () => (api = await RealApi.start()))
  after(() => api.close())

  it('registers the node anew when somebody has deleted it, and its lease with it', async () => {
    const { client } = api
    const clock = new VirtualClock()
    const stop = new AbortController()
    const parts = { client, clock, log: silentLog, rootDirectory: tmpdir(), signal: stop.signal }
    const heartbeat = new Heartbeat({
      ...parts,
      runtime: new FakeRuntime({ clock, random: seededRandom(1) }),
      input: {
        name: 'n1',
        labels: {},
        roles: [],
        taints: [],
        addresses: ['127.0.0.1'],
        port: 10250,
        version: 'v1',
        machine: await readMachine(tmpdir()),
        runtime: { name: 'fake', version: '1' },
      },
    })
    await heartbeat.start()
    const first = heartbeat.node?.metadata.uid
    const lease = { namespace: 'kube-node-lease', name: 'n1' }
    expect((await client.get(leases, lease)).metadata.ownerReferences?.[0]?.uid).to.equal(first)
    const running = heartbeat.run()
    await client.delete(nodes, { name: 'n1' })
    await client.delete(leases, lease)
    const isBack = () =>
      client.get(leases, lease).then(
        ({ metadata }) => metadata.ownerReferences?.[0]?.uid === heartbeat.node?.metadata.uid,
        (error: unknown) => {
          if (isReason(error, 'NotFound')) return false
          throw error
        },
      )
    while (!(await isBack())) await clock.advance(1000)
    expect((await client.get(nodes, { name: 'n1' })).metadata.uid)
      .to.equal(heartbeat.node?.metadata.uid)
      .and.not.equal(first)
    stop.abort()
    await running
  })
})
