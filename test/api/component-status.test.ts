/** ComponentStatuses through the front door: told when asked, stored nowhere. */
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const path = '/api/v1/componentstatuses'

describe('component statuses', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  it('tell of the store, the scheduler and the controllers, with a warning that they are deprecated', async () => {
    const { json, headers } = await server.ask(path)
    expect(headers['warning']).to.equal('299 - "v1 ComponentStatus is deprecated in v1.19+"')
    expect(json).to.include({ kind: 'ComponentStatusList', apiVersion: 'v1' })
    expect(json.metadata).to.deep.equal({})
    const [others, store, scheduler] = json.items
    expect(store).to.deep.equal({
      metadata: { name: 'etcd-0' },
      conditions: [{ type: 'Healthy', status: 'True', message: 'ok' }],
    })
    expect([others.metadata.name, scheduler.metadata.name]).to.deep.equal(['controller-manager', 'scheduler'])
    expect(scheduler.conditions[0]).to.deep.include({ type: 'Healthy', status: 'False' })
    expect(scheduler.conditions[0].error).to.contain('lease')
  })

  it('believe the lease of a scheduler that runs elsewhere, for as long as it is renewed', async () => {
    const leases = '/apis/coordination.k8s.io/v1/namespaces/kube-system/leases'
    const renewed = (ago: number) => new Date(Date.now() - ago).toISOString().replace('Z', '000Z')
    const spec = (ago: number) => ({ holderIdentity: 'me', leaseDurationSeconds: 15, renewTime: renewed(ago) })
    const status = async () => (await server.ask(`${path}/scheduler`)).json.conditions[0].status
    await server.ask(leases, { method: 'POST', body: { metadata: { name: 'kube-scheduler' }, spec: spec(0) } })
    expect(await status()).to.equal('True')
    const patch = { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json' } }
    await server.ask(`${leases}/kube-scheduler`, { ...patch, body: { spec: spec(60_000) } })
    expect(await status()).to.equal('False')
  })

  it('are selected by name, shown as a Table and in protobuf, and are only read', async () => {
    const names = async (query: string) =>
      (await server.ask(`${path}?${query}`)).json.items.map(
        (item: { metadata: { name: string } }) => item.metadata.name,
      )
    expect(await names('fieldSelector=metadata.name%3Detcd-0')).to.deep.equal(['etcd-0'])
    expect(await names('fieldSelector=metadata.name!%3Detcd-0')).to.deep.equal(['controller-manager', 'scheduler'])
    expect(await names('labelSelector=a%3Db')).to.deep.equal([])
    const table = { accept: 'application/json;as=Table;g=meta.k8s.io;v=v1' }
    const { columnDefinitions, rows } = (await server.ask(`${path}/etcd-0`, { headers: table })).json
    expect(columnDefinitions.map((column: { name: string }) => column.name)).to.deep.equal([
      'Name',
      'Status',
      'Message',
      'Error',
    ])
    expect(rows[0].cells.slice(0, 3)).to.deep.equal(['etcd-0', 'Healthy', 'ok'])
    const { bytes } = await server.ask(path, { headers: { accept: 'application/vnd.kubernetes.protobuf' } })
    expect(bytes.subarray(0, 4).toString('latin1')).to.equal('k8s\0')
    expect(bytes.includes('etcd-0')).to.equal(true)
    expect((await server.ask(`${path}/other`)).json).to.include({
      code: 404,
      message: 'componentstatus "other" not found',
    })
    expect((await server.ask(`${path}?watch=1`)).status).to.equal(405)
    expect((await server.ask(path, { method: 'POST', body: { metadata: { name: 'x' } } })).status).to.equal(405)
  })
})
