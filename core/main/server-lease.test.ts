import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'
import { guardedBy } from '../funnel/index.js'
import { type Log, seededRandom, silentLog, VirtualClock } from '../kit/index.js'
import { apiServer } from '../server/bootstrap-objects.js'
import { keepServerLease, type ServerLease, serverIdentity } from './server-lease.js'

const leases = '/apis/coordination.k8s.io/v1/namespaces/kube-system/leases'
const own = `${leases}/${serverIdentity('laptop')}`

describe("the API server's own lease", () => {
  let server: TestServer
  let clock: VirtualClock
  let keepers: ServerLease[]

  beforeEach(async () => {
    server = await TestServer.start()
    clock = new VirtualClock(Date.parse('2026-01-01T00:00:00Z'))
    keepers = []
  })
  afterEach(async () => {
    for (const each of keepers) each.close()
    await server.stop()
  })

  const keep = async (seed = 1, log: Log = silentLog) => {
    const guarded = guardedBy({ funnel: () => server.server.funnel, registry: server.server.registry, user: apiServer })
    const random = seededRandom(seed)
    const lease = keepServerLease({ guarded, hostname: 'laptop', address: '192.0.2.7:6443', clock, random, log })
    keepers.push(lease)
    await lease.renew()
    return lease
  }
  const read = async (path = own) => (await server.ask(path)).json
  const beside = async (
    name: string,
    spec: object,
    labels: object = { 'apiserver.kubernetes.io/identity': 'kube-apiserver' },
  ) => {
    const body = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name, labels }, spec }
    expect((await server.ask(leases, { method: 'POST', body })).status).to.equal(201)
  }

  it("is named as a kube-apiserver's on a machine of that name", () => {
    expect(serverIdentity('vm')).to.equal('apiserver-wlv32tlttr4jl3gtroqexyxapa')
  })

  it('says who holds it, from which machine, where it is reached and for how long', async () => {
    await keep()
    const { metadata, spec } = await read()
    expect(metadata.labels).to.deep.equal({
      'apiserver.kubernetes.io/identity': 'kube-apiserver',
      'kubernetes.io/hostname': 'laptop',
    })
    expect(metadata.annotations).to.deep.equal({ 'kubernetes.io/peer-advertise-address': '192.0.2.7:6443' })
    expect(spec.holderIdentity).to.match(new RegExp(`^${metadata.name}_[0-9a-f-]{36}$`))
    expect([spec.leaseDurationSeconds, spec.renewTime]).to.deep.equal([3600, '2026-01-01T00:00:00.000000Z'])
  })

  it('is made anew when it is deleted, and taken over by the server that is started next', async () => {
    const first = await keep()
    const { uid } = (await read()).metadata
    await server.ask(own, { method: 'DELETE' })
    await first.renew()
    const again = await read()
    expect(again.metadata.uid).not.to.equal(uid)
    await keep(2)
    const taken = await read()
    expect(taken.metadata.uid).to.equal(again.metadata.uid)
    expect(taken.spec.holderIdentity).not.to.equal(again.spec.holderIdentity)
  })

  it('is renewed each minute', async () => {
    await keep()
    await clock.advance(60_000)
    const renewed = '2026-01-01T00:01:00.000000Z'
    while ((await read()).spec.renewTime !== renewed);
    expect((await read()).metadata.managedFields).to.have.length(1)
  })

  it('lets expired ones of other servers be taken away at once and each hour, and nothing else', async () => {
    const long = { leaseDurationSeconds: 3600 }
    await beside('expired', { ...long, renewTime: '2025-12-31T22:00:00.000000Z' })
    await beside('without-a-time', long)
    await beside('fresh', { ...long, renewTime: '2025-12-31T23:58:00.000000Z' })
    await beside('of-another', { ...long, renewTime: '2025-12-31T22:00:00.000000Z' }, {})
    const names = async () =>
      (await read(leases)).items.map((item: { metadata: { name: string } }) => item.metadata.name)
    const lease = await keep()
    expect(await names()).to.deep.equal([serverIdentity('laptop'), 'fresh', 'of-another'])
    lease.close()
    await clock.advance(3_600_000)
    await lease.renew()
    expect(await names()).to.deep.equal([serverIdentity('laptop'), 'of-another'])
  })

  it('is told in the log when it can not be written', async () => {
    const said: unknown[] = []
    const log = { ...silentLog, error: (message: string) => void said.push(message) }
    await server.stop()
    await keep(1, log)
    expect(said).to.deep.equal(["the API server's own lease can't be kept"])
  })
})
