import { expect } from 'chai'
import { der } from '../../core/kit/index.js'
import { TestServer } from '../kit/server.js'

const requests = '/apis/certificates.k8s.io/v1/certificatesigningrequests'
const clientSigner = 'kubernetes.io/kube-apiserver-client'

const { bitString, element, integer, objectIdentifier, sequence, setOf, utf8String } = der

/** PEM of a request of the right form (PKCS #10) that nobody has signed. */
const pem = (organization: string, commonName = 'x') => {
  const named = (type: string, text: string) => setOf(sequence(objectIdentifier(type), utf8String(text)))
  const subject = sequence(named('2.5.4.10', organization), named('2.5.4.3', commonName))
  const algorithm = sequence(objectIdentifier('1.2.840.10045.4.3.2'))
  const key = sequence(algorithm, bitString(Buffer.alloc(0)))
  const info = sequence(integer(Buffer.from([0])), subject, key, element(0xa0))
  const request = sequence(info, algorithm, bitString(Buffer.alloc(0)))
  return Buffer.from(
    `-----BEGIN CERTIFICATE REQUEST-----\n${request.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`,
  ).toString('base64')
}

describe('requests for certificates', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())
  const create = (name: string, more: object = {}) =>
    server.ask(requests, {
      method: 'POST',
      body: {
        metadata: { name },
        spec: { request: pem('team'), signerName: clientSigner, usages: ['client auth'], ...more },
      },
    })
  const approved = (type = 'Approved') => ({
    status: { conditions: [{ type, status: 'True', reason: 'Test', message: 'by hand' }], certificate: 'eA==' },
    spec: { signerName: 'other.example/x' },
  })
  const patch = (path: string, body: unknown, asker: Pick<TestServer, 'ask'> = server) =>
    asker.ask(`${requests}/${path}`, {
      method: 'PATCH',
      body,
      headers: { 'content-type': 'application/merge-patch+json' },
    })

  it('of a node are for itself, whatever else it may', async () => {
    const headers = { 'impersonate-user': 'system:node:n', 'impersonate-group': 'system:nodes' }
    const asked = (commonName: string, signerName: string) => {
      const spec = { request: pem('system:nodes', commonName), signerName, usages: ['client auth'] }
      const body = { metadata: { name: 'of-node' }, spec }
      return server.ask(`${requests}?dryRun=All`, { method: 'POST', body, headers })
    }
    const signer = 'kubernetes.io/kube-apiserver-client-kubelet'
    expect((await asked('system:node:n', signer)).status).to.equal(201)
    expect((await asked('system:node:m', signer)).status).to.equal(403)
    expect((await asked('system:node:m', 'example.com/any')).status).to.equal(201)
  })

  it('are approved through their own subresource, which changes the conditions alone, and says when', async () => {
    await create('web')
    const { status, json } = await patch('web/approval', approved())
    expect(status).to.equal(200)
    expect(json.spec.signerName).to.equal(clientSigner)
    expect(json.status).to.have.all.keys('conditions')
    const [condition] = json.status.conditions
    expect(condition).to.include({ type: 'Approved', status: 'True', reason: 'Test' })
    expect(condition.lastUpdateTime).to.match(/^\d{4}-/)
    expect(condition.lastTransitionTime).to.equal(condition.lastUpdateTime)
    const got = (await server.ask(`${requests}/web/approval`)).json
    got.status.conditions[0].message = 'again'
    const put = await server.ask(`${requests}/web/approval`, { method: 'PUT', body: got })
    expect([put.status, put.json.status.conditions[0].message]).to.deep.equal([200, 'again'])
    expect((await patch('web/approval', { status: { conditions: [] } })).status).to.equal(422)
    expect((await server.ask(`${requests}/web/approval`, { method: 'POST', body: got })).status).to.equal(405)
  })

  it('are not approved through their status', async () => {
    await create('aside')
    expect((await patch('aside/status', approved())).status).to.equal(422)
    expect((await patch('aside', approved())).json.status).to.deep.equal({})
  })

  it('are approved and signed by those alone who may for that signer', async () => {
    await create('guarded')
    const jane = server.user('jane')
    const every = '--resource=certificatesigningrequests/approval,certificatesigningrequests/status'
    await server.must('create', 'clusterrole', 'requests', '--verb=get,update,patch', every)
    await server.must('create', 'clusterrolebinding', 'requests', '--clusterrole=requests', '--user=jane')
    const refused = await patch('guarded/approval', approved(), jane)
    expect([refused.status, refused.json.message]).to.deep.equal([
      403,
      `certificatesigningrequests.certificates.k8s.io "guarded" is forbidden: user not permitted to approve requests with signerName "${clientSigner}"`,
    ])
    const failed = { status: { conditions: [{ type: 'Failed', status: 'True' }] } }
    expect((await patch('guarded/status', failed, jane)).json.message).to.contain('user not permitted to sign requests')
    const right = { apiGroups: ['certificates.k8s.io'], resources: ['signers'], resourceNames: ['kubernetes.io/*'] }
    const rules = [{ ...right, verbs: ['approve', 'sign'] }]
    const roles = '/apis/rbac.authorization.k8s.io/v1/clusterroles'
    await server.ask(roles, { method: 'POST', body: { metadata: { name: 'signer' }, rules } })
    await server.must('create', 'clusterrolebinding', 'signer', '--clusterrole=signer', '--user=jane')
    expect((await patch('guarded/approval', approved('Denied'), jane)).status).to.equal(200)
  })

  it('can be applied, and nobody owns anything of them', async () => {
    const spec = { request: pem('team'), signerName: clientSigner, usages: ['client auth'] }
    const body = { apiVersion: 'certificates.k8s.io/v1', kind: 'CertificateSigningRequest', spec }
    const apply = () =>
      server.ask(`${requests}/applied?fieldManager=me`, {
        method: 'PATCH',
        body: {
          ...body,
          metadata: { name: 'applied' },
          status: { conditions: [{ type: 'Approved', status: 'True' }] },
        },
        headers: { 'content-type': 'application/apply-patch+yaml' },
      })
    const made = await apply()
    expect([made.status, made.json.spec.signerName, made.json.status]).to.deep.equal([201, clientSigner, {}])
    expect(made.json.metadata).not.to.have.property('managedFields')
    expect((await apply()).json.metadata.resourceVersion).to.equal(made.json.metadata.resourceVersion)
  })

  it('by which a client would be of system:masters are refused', async () => {
    const masters = { request: pem('system:masters') }
    const { status, json } = await create('root', masters)
    expect([status, json.message]).to.deep.equal([
      403,
      `certificatesigningrequests.certificates.k8s.io "root" is forbidden: use of ${clientSigner} signer with system:masters group is not allowed`,
    ])
    expect((await create('other', { ...masters, signerName: 'example.com/any' })).status).to.equal(201)
  })
})
