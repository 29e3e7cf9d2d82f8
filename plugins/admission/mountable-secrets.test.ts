import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

const space = '/api/v1/namespaces/default'
const enforcing = 'kubernetes.io/enforce-mountable-secrets'
const image = { name: 'c', image: 'i' }

describe('a ServiceAccount that keeps its pods to the Secrets it names', () => {
  let server: TestServer
  const post = (path: string, body: object) => server.ask(path, { method: 'POST', body })
  const pod = async (spec: object, annotations: Readonly<Record<string, string>> = {}) => {
    const body = { metadata: { name: 'p', annotations }, spec: { containers: [image], ...spec } }
    const { status, json } = await post(`${space}/pods?dryRun=All`, body)
    return { status, why: (json as { message?: string }).message ?? '' }
  }
  const reading = (name: string): readonly object[] => {
    const env = [{ name: 'E', valueFrom: { secretKeyRef: { name, key: 'k' } } }]
    const envFrom = [{ secretRef: { name } }]
    return [
      { volumes: [{ name: 'v', secret: { secretName: name } }] },
      { containers: [{ ...image, env }] },
      { containers: [{ ...image, envFrom }] },
      { initContainers: [{ name: 'i', image: 'i', env }] },
      { initContainers: [{ name: 'i', image: 'i', envFrom }] },
    ]
  }

  before(async () => {
    server = await TestServer.start()
    await post(`${space}/serviceaccounts`, { metadata: { name: 'default' } })
  })
  after(() => server.stop())

  it('warns of itself, and refuses pods that read others', async () => {
    const metadata = { name: 'strict', annotations: { [enforcing]: 'true' } }
    const secrets = [{ name: 'good' }]
    const made = await post(`${space}/serviceaccounts`, { metadata, secrets, imagePullSecrets: [{ name: 'pull' }] })
    expect(made.headers['warning']).to.include('deprecated in v1.32+')
    for (const spec of [...reading('good'), { imagePullSecrets: [{ name: 'pull' }] }, {}])
      expect(await pod({ ...spec, serviceAccountName: 'strict' })).to.include({ status: 201 })
    for (const spec of [
      ...reading('bad'),
      { imagePullSecrets: [{ name: 'bad' }] },
      { imagePullSecrets: [{ name: 'good' }] },
    ]) {
      expect(await pod(spec), JSON.stringify(spec)).to.include({ status: 201 })
      const refused = await pod({ ...spec, serviceAccountName: 'strict' })
      expect(refused.status, JSON.stringify(spec)).to.equal(403)
      expect(refused.why).to.match(/of the secret "(bad|good)"/)
    }
    expect((await pod({ ...reading('bad')[0], containers: [], serviceAccountName: 'strict' })).status).to.equal(403)
  })

  it('refuses their ephemeral containers too', async () => {
    await post(`${space}/pods`, {
      metadata: { name: 'guested' },
      spec: { containers: [image], serviceAccountName: 'strict' },
    })
    const added = (name: string) =>
      server.ask(`${space}/pods/guested/ephemeralcontainers?dryRun=All`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/strategic-merge-patch+json' },
        body: { spec: { ephemeralContainers: [{ name: 'g', image: 'i', envFrom: [{ secretRef: { name } }] }] } },
      })
    expect((await added('good')).status).to.equal(200)
    expect((await added('bad')).status).to.equal(403)
  })

  it('is of no account where its plugin is left out', async () => {
    const without = await TestServer.start({
      plugins: (all) => ({ ...all, admission: all.admission.filter(({ name }) => name !== 'service-account') }),
    })
    const body = { metadata: { name: 'p' }, spec: { containers: [image] } }
    await without.ask(`${space}/pods`, { method: 'POST', body })
    const { status, text } = await without.ask(`${space}/pods/p/ephemeralcontainers`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/strategic-merge-patch+json' },
      body: { spec: { ephemeralContainers: [{ name: 'g', image: 'i' }] } },
    })
    await without.stop()
    expect(status, text).to.equal(200)
  })

  it('holds by a value that Go takes for true alone', async () => {
    for (const [value, status] of [
      ['1', 403],
      ['T', 403],
      ['false', 201],
      ['yes', 201],
    ] as const) {
      const name = `a${value.toLowerCase()}`
      await post(`${space}/serviceaccounts`, { metadata: { name, annotations: { [enforcing]: value } } })
      expect(await pod({ ...reading('bad')[0], serviceAccountName: name }), value).to.include({ status })
    }
  })

  it('is not for mirror pods, which may refer to no account and no Secret', async () => {
    const mirror = (spec: object) => pod({ nodeName: 'n', ...spec }, { 'kubernetes.io/config.mirror': 'x' })
    expect(await mirror({})).to.include({ status: 201 })
    const token = { name: 'v', projected: { sources: [{ serviceAccountToken: { path: 'p' } }] } }
    for (const spec of [{ serviceAccountName: 'default' }, { volumes: [token] }, ...reading('good')])
      expect(await mirror(spec), JSON.stringify(spec)).to.include({ status: 403 })
  })
})
