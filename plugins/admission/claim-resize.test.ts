import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

const claims = '/api/v1/namespaces/default/persistentvolumeclaims'
const merge = { 'content-type': 'application/merge-patch+json' }

describe('a claim that asks for more', () => {
  let server: TestServer
  const patch = (path: string, body: object) => server.ask(path, { method: 'PATCH', headers: merge, body })
  const grown = async (name: string, { spec, phase }: { readonly spec: object; readonly phase: string }) => {
    const resources = { requests: { storage: '1Gi' } }
    const body = { metadata: { name }, spec: { accessModes: ['ReadWriteOnce'], resources, ...spec } }
    expect((await server.ask(claims, { method: 'POST', body })).status).to.equal(201)
    await patch(`${claims}/${name}/status`, { status: { phase } })
    const sized = async (storage: string) =>
      (await patch(`${claims}/${name}`, { spec: { resources: { requests: { storage } } } })).status
    expect(await sized('1024Mi'), 'the same in other words').to.equal(200)
    return sized('2Gi')
  }

  before(async () => {
    server = await TestServer.start()
    for (const [name, allowVolumeExpansion] of [
      ['yes', true],
      ['no', false],
    ] as const)
      await server.ask('/apis/storage.k8s.io/v1/storageclasses', {
        method: 'POST',
        body: { metadata: { name }, provisioner: 'p', allowVolumeExpansion },
      })
  })
  after(() => server.stop())

  it('gets it where its class allows that, once it is bound', async () => {
    const phase = 'Bound'
    expect(await grown('a', { spec: { storageClassName: 'yes' }, phase })).to.equal(200)
    expect(await grown('b', { spec: { storageClassName: 'no' }, phase })).to.equal(403)
    expect(await grown('c', { spec: { storageClassName: 'gone' }, phase })).to.equal(403)
    expect(await grown('d', { spec: {}, phase })).to.equal(403)
  })
})
