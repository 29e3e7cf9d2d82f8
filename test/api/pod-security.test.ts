/** The labels of pod security, through the front door. */
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const mode = (name: string) => `pod-security.kubernetes.io/${name}`

describe('a namespace with labels of pod security', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    await server.ask('/api/v1/namespaces', { method: 'POST', body: { metadata: { name: 'safe' } } })
    const account = { metadata: { name: 'default' } }
    await server.ask('/api/v1/namespaces/safe/serviceaccounts', { method: 'POST', body: account })
  })
  after(() => server.stop())
  const label = (labels: Record<string, string | null>) =>
    server.ask('/api/v1/namespaces/safe', {
      method: 'PATCH',
      headers: { 'content-type': 'application/merge-patch+json' },
      body: { metadata: { labels } },
    })
  const pod = (name: string, more: object = {}) =>
    server.ask('/api/v1/namespaces/safe/pods', {
      method: 'POST',
      body: { metadata: { name }, spec: { hostNetwork: true, containers: [{ name: 'c', image: 'i' }], ...more } },
    })

  it('tells which pods would be refused from now on, refuses others, and warns of workloads', async () => {
    expect((await pod('before')).status).to.equal(201)
    const labelled = await label({ [mode('enforce')]: 'baseline' })
    expect(labelled.headers['warning']).to.equal(
      '299 - "existing pods in namespace \\"safe\\" violate the new PodSecurity enforce level \\"baseline:latest\\"", 299 - "before: host namespaces"',
    )
    const { status, json } = await pod('after')
    expect([status, json.message]).to.deep.equal([
      403,
      'pods "after" is forbidden: violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true)',
    ])
    expect((await pod('plain', { hostNetwork: false })).status).to.equal(201)
    const selector = { matchLabels: { a: 'b' } }
    const template = {
      metadata: { labels: { a: 'b' } },
      spec: { hostIPC: true, containers: [{ name: 'c', image: 'i' }] },
    }
    const deployment = await server.ask('/apis/apps/v1/namespaces/safe/deployments', {
      method: 'POST',
      body: { metadata: { name: 'web' }, spec: { selector, template } },
    })
    expect(deployment.status).to.equal(201)
    expect(deployment.headers['warning']).to.contain(
      'would violate PodSecurity \\"baseline:latest\\": host namespaces (hostIPC=true)',
    )
  })

  it('warns of what it only asks to be warned of, and takes no labels that it can not read', async () => {
    await label({ [mode('enforce')]: null, [mode('warn')]: 'restricted', [mode('warn-version')]: 'v1.20' })
    const warned = await pod('warned', { hostNetwork: false })
    expect([warned.status, String(warned.headers['warning'])]).to.satisfy(
      ([status, text]: [number, string]) =>
        status === 201 && text.includes('would violate PodSecurity \\"restricted:v1.20\\"'),
    )
    const { status, json } = await label({ [mode('audit')]: 'all' })
    expect([status, json.details.causes[0].field]).to.deep.equal([422, `metadata.labels[${mode('audit')}]`])
  })
})
