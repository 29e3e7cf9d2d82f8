import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const deployments = '/apis/apps/v1/namespaces/default/deployments'
const strategic = { 'content-type': 'application/strategic-merge-patch+json' }

const many = 8000
const list = <T>(count: number, element: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => element(at))

/** Whatever costs the square of a length holds the loop for seconds here, and fails by the limit of a test. */
describe('lists of thousands', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const deployment = (name: string) => {
    const env = list(many, (at) => ({ name: `E${at}`, value: '1' }))
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'x', env }] } }
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: { selector: { matchLabels: { a: 'b' } }, template },
    }
  }
  const patched = async (name: string, env: object[]) => {
    const body = { spec: { template: { spec: { containers: [{ name: 'c', env }] } } } }
    const { status, json } = await server.ask(`${deployments}/${name}`, { method: 'PATCH', body, headers: strategic })
    return [status, json.spec.template.spec.containers[0].env?.length ?? 0]
  }

  it('are merged by their keys, element by element', async () => {
    expect((await server.ask(deployments, { method: 'POST', body: deployment('one') })).status).to.equal(201)
    expect(
      await patched(
        'one',
        list(many, (at) => ({ name: `E${at}`, value: '2' })),
      ),
    ).to.deep.equal([200, many])
    expect(
      await patched(
        'one',
        list(many - 1, (at) => ({ name: `E${at}`, $patch: 'delete' })),
      ),
    ).to.deep.equal([200, 1])
  })

  it('are values that a patch takes out one by one', async () => {
    const finalizers = list(20_000, (at) => `example.com/f${at}`)
    const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'finalized', finalizers } }
    expect((await server.ask(configMaps, { method: 'POST', body })).status).to.equal(201)
    const taken = { metadata: { '$deleteFromPrimitiveList/finalizers': finalizers } }
    const asked = { method: 'PATCH', body: taken, headers: strategic }
    const { status, json } = await server.ask(`${configMaps}/finalized`, asked)
    expect([status, json.metadata.finalizers ?? []]).to.deep.equal([200, []])
  })

  it('are managers that a client makes up: eleven are kept, whatever they own', async () => {
    const managedFields = list(6000, (at) => ({
      ...{ manager: `m${at}`, operation: 'Update', apiVersion: 'v1', time: '2026-01-01T00:00:00Z' },
      ...{ fieldsType: 'FieldsV1', fieldsV1: { 'f:data': { [`f:k${at}`]: {} } } },
    }))
    const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'managed', managedFields }, data: { a: 'b' } }
    const { status, json } = await server.ask(configMaps, { method: 'POST', body })
    expect(status).to.equal(201)
    expect(json.metadata.managedFields.length).to.be.at.most(11)
  })

  it('are parts of a pod: ports that say the same, claims, mounts and devices, constraints', async () => {
    const pods = '/api/v1/namespaces/default/pods?dryRun=All'
    const pod = (container: object, spec: object = {}) => ({
      metadata: { name: 'long' },
      spec: { automountServiceAccountToken: false, containers: [{ name: 'c', image: 'i', ...container }], ...spec },
    })
    const asked = async (body: object) => (await server.ask(pods, { method: 'POST', body })).status
    const accounts = '/api/v1/namespaces/default/serviceaccounts'
    await server.ask(accounts, { method: 'POST', body: { metadata: { name: 'default' } } })
    expect(await asked(pod({ ports: list(many, () => ({ containerPort: 80 })) }))).to.equal(201)
    expect(await asked(pod({ ports: list(many, (at) => ({ containerPort: 80, hostPort: 1 + at })) }))).to.equal(201)
    for (const container of [
      { resources: { claims: list(20_000, (at) => ({ name: `n${at}`, request: 'r' })) } },
      {
        volumeMounts: list(many, (at) => ({ name: 'v', mountPath: `/a${at}` })),
        volumeDevices: list(many, (at) => ({ name: `d${at}`, devicePath: `/d${at}` })),
      },
    ])
      expect(await asked(pod(container))).to.equal(422)
    const topologySpreadConstraints = list(10_000, (at) => ({
      maxSkew: 1,
      topologyKey: `k${at}`,
      whenUnsatisfiable: 'DoNotSchedule',
    }))
    expect(await asked(pod({}, { topologySpreadConstraints }))).to.equal(201)
  })
})
