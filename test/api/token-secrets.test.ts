import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const accounts = '/api/v1/namespaces/default/serviceaccounts'
const secrets = '/api/v1/namespaces/default/secrets'

describe('a Secret for the token of a ServiceAccount', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    for (const name of ['robot', 'other']) await server.ask(accounts, { method: 'POST', body: { metadata: { name } } })
  })
  after(() => server.stop())

  const secretOf = (name: string, account: string, more: object = {}) => ({
    metadata: { name, annotations: { 'kubernetes.io/service-account.name': account } },
    type: 'kubernetes.io/service-account-token',
    ...more,
  })
  const put = async (name: string, account: string) => {
    const made = await server.ask(secrets, { method: 'POST', body: secretOf(name, account) })
    expect(made.status, made.text).to.equal(201)
    return made.json
  }
  const who = (token: string) =>
    server.bearer(token).ask('/apis/authentication.k8s.io/v1/selfsubjectreviews', {
      method: 'POST',
      body: { kind: 'SelfSubjectReview', apiVersion: 'authentication.k8s.io/v1' },
    })
  const text = (value: string) => Buffer.from(value, 'base64').toString()

  it('holds a token that is good without an end, the authority and the namespace', async () => {
    const { data, metadata } = await put('robot-token', 'robot')
    const account = (await server.ask(`${accounts}/robot`)).json
    expect(metadata.annotations['kubernetes.io/service-account.uid']).to.equal(account.metadata.uid)
    expect(text(data.namespace)).to.equal('default')
    expect(text(data['ca.crt'])).to.contain('BEGIN CERTIFICATE')
    const { status, json } = await who(text(data.token))
    expect([status, json.status?.userInfo.username]).to.deep.equal([201, 'system:serviceaccount:default:robot'])
    const kept = await server.ask(`${secrets}/robot-token`, {
      method: 'PUT',
      body: { ...secretOf('robot-token', 'robot'), data },
    })
    expect(kept.json.data).to.deep.equal(data)
  })

  it('is what its token lives by', async () => {
    const { data } = await put('gone', 'robot')
    await server.ask(`${secrets}/gone`, { method: 'DELETE' })
    expect((await who(text(data.token))).status).to.equal(401)
    const second = await put('of-other', 'other')
    await server.ask(`${accounts}/other`, { method: 'DELETE' })
    expect((await who(text(second.data.token))).status).to.equal(401)
  })

  it('stays empty where there is no such account', async () => {
    expect(await put('nobody', 'nobody')).not.to.have.property('data')
  })
})
