/** Objects as people write them pass all checks, created, applied again and applied by the server; an offence is told with its field. */
import { join } from 'node:path'
import { expect } from 'chai'
import { root } from '../architecture/source-files.js'
import { describeWith } from '../kit/needs.js'
import { TestServer } from '../kit/server.js'

const manifests = join(root, 'test/api/manifests.yaml')

describeWith(['kubectl'], 'manifests of many kinds', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  it('are taken, by each way to apply them', async () => {
    const created = await server.must('create', '--validate=strict', '-f', manifests, '--save-config')
    expect(created.match(/ created$/gm)).to.have.length(37)
    const again = await server.must('apply', '-f', manifests)
    expect(again.match(/ (unchanged|configured)$/gm)).to.have.length(37)
    const applied = await server.must('apply', '--server-side', '--force-conflicts', '-f', manifests)
    expect(applied.match(/ serverside-applied$/gm)).to.have.length(37)
  })

  it('are refused with the field, the sort of error and what would be right', async () => {
    const refused = async (...words: string[]) => (await server.kubectl(['patch', '-n', 'shop', ...words])).err
    expect(await refused('pvc', 'data', '-p', '{"spec":{"storageClassName":"slow"}}')).to.contain(
      'The PersistentVolumeClaim "data" is invalid: spec: Forbidden: ',
    )
    expect(await refused('secret', 'registry', '-p', '{"data":{"a":"eA=="}}')).to.contain(
      'data: Forbidden: field is immutable when `immutable` is set',
    )
    const path = '/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies'
    const spec = { podSelector: {}, ingress: [{ ports: [{ endPort: 5 }], from: [{}] }] }
    const { status, json } = await server.ask(path, { method: 'POST', body: { metadata: { name: 'a' }, spec } })
    expect(status).to.equal(422)
    expect(json.details).to.deep.include({ name: 'a', group: 'networking.k8s.io', kind: 'NetworkPolicy' })
    expect(json.details.causes).to.deep.equal([
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: 5: ends a range that `port` begins: say `port` too',
        field: 'spec.ingress[0].ports[0].endPort',
      },
      {
        reason: 'FieldValueRequired',
        message: 'Required value: name a `podSelector`, a `namespaceSelector` or an `ipBlock`',
        field: 'spec.ingress[0].from[0]',
      },
    ])
  })
})
