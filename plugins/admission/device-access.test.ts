import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

describe('claims of devices that others use', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const claimed = async (namespace: string, labels: Readonly<Record<string, string>>) => {
    const post = (path: string, body: object) => server.ask(path, { method: 'POST', body })
    expect((await post('/api/v1/namespaces', { metadata: { name: namespace, labels } })).status).to.equal(201)
    const requests = [{ name: 'a', exactly: { deviceClassName: 'c', adminAccess: true } }]
    const claims = `/apis/resource.k8s.io/v1/namespaces/${namespace}/resourceclaims`
    return post(claims, { metadata: { name: 'a' }, spec: { devices: { requests } } })
  }

  it('are for labelled namespaces', async () => {
    expect((await claimed('open', { 'resource.kubernetes.io/admin-access': 'true' })).status).to.equal(201)
    const refused = await claimed('closed', {})
    expect(refused.status).to.equal(422)
    const { details } = refused.json as { details: { causes: { field: string; reason: string }[] } }
    expect(details.causes).to.have.lengthOf(1)
    expect(details.causes[0]).to.include({
      field: 'spec.devices.requests[0].adminAccess',
      reason: 'FieldValueForbidden',
    })
  })
})
