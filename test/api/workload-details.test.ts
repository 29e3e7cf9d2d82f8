/** Small things about workloads that a client can tell from a real kube-apiserver (found by hack/conformance/compare). */
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const merge = { 'content-type': 'application/merge-patch+json' }
const labels = { a: 'b' }
const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i' }] } }
const deployments = '/apis/apps/v1/namespaces/default/deployments'
const jobs = '/apis/batch/v1/namespaces/default/jobs'

describe('workloads, as upstream has them', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    const body = { metadata: { name: 'web' }, spec: { selector: { matchLabels: labels }, template } }
    expect((await server.ask(deployments, { method: 'POST', body })).status).to.equal(201)
  })
  after(() => server.stop())

  const patch = async (place: string, body: object) => {
    const { status, json } = await server.ask(`${deployments}/web${place}`, { method: 'PATCH', headers: merge, body })
    expect(status, JSON.stringify(json)).to.equal(200)
    return json
  }

  it('an annotation raises the generation of a Deployment, and one that comes with its status does not', async () => {
    expect((await patch('', { metadata: { labels: { c: 'd' } } })).metadata.generation).to.equal(1)
    expect((await patch('', { metadata: { annotations: { c: 'd' } } })).metadata.generation).to.equal(2)
    const { metadata } = await patch('/status', { metadata: { annotations: { e: 'f' } } })
    expect([metadata.generation, metadata.annotations]).to.deep.equal([2, { c: 'd', e: 'f' }])
  })

  it('who states a condition owns the time that is null in it', async () => {
    const { metadata } = await patch('/status', { status: { conditions: [{ type: 'A', status: 'True' }] } })
    const { fieldsV1 } = metadata.managedFields.find((each: { subresource?: string }) => each.subresource === 'status')
    expect(fieldsV1['f:status']['f:conditions']['k:{"type":"A"}']).to.have.property('f:lastTransitionTime')
  })

  it('an update drops the selfLink that it states, and refuses a prefix that is no name', async () => {
    expect((await patch('', { metadata: { selfLink: '/x' } })).metadata).not.to.have.property('selfLink')
    const wrong = { method: 'PATCH', headers: merge, body: { metadata: { generateName: 'a/b' } } }
    const { status, json } = await server.ask(`${deployments}/web`, wrong)
    expect([status, json.details.causes[0].field]).to.deep.equal([422, 'metadata.generateName'])
  })

  it('amounts are rounded up to thousandths', async () => {
    const spec = { containers: [{ name: 'c', image: 'i', resources: { requests: { cpu: '1u', memory: '1500m' } } }] }
    const body = { metadata: { name: 'small' }, spec }
    const { json } = await server.ask('/api/v1/namespaces/default/pods', { method: 'POST', body })
    expect(json.spec.containers[0].resources.requests).to.deep.equal({ cpu: '1m', memory: '1500m' })
  })

  it('a job has the labels of its template, and a rule without exit codes is refused', async () => {
    const spec = { template: { ...template, spec: { ...template.spec, restartPolicy: 'Never' } } }
    const { json } = await server.ask(jobs, { method: 'POST', body: { metadata: { name: 'j' }, spec } })
    expect(json.metadata.labels).to.include({ a: 'b', 'job-name': 'j' })
    const podFailurePolicy = { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In' } }] }
    const body = { metadata: { name: 'k' }, spec: { ...spec, podFailurePolicy } }
    expect((await server.ask(jobs, { method: 'POST', body })).status).to.equal(422)
  })

  it('a copy of a job, that still names the job it was made of, is refused', async () => {
    const { json } = await server.ask(`${jobs}/j`)
    const { template: made } = json.spec
    const ask = (spec: object) => server.ask(jobs, { method: 'POST', body: { metadata: { name: 'l' }, spec } })
    const { status, json: refusal } = await ask({ template: made })
    expect(status).to.equal(422)
    const fields = refusal.details.causes.map(({ field }: { field: string }) => field)
    expect(fields).to.include('spec.template.metadata.labels[job-name]')
    delete made.metadata.labels
    expect((await ask({ template: made })).status).to.equal(201)
  })

  it('a revision holds a JSON object, and is not below zero', async () => {
    const path = '/apis/apps/v1/namespaces/default/controllerrevisions'
    const ask = (more: object) => server.ask(path, { method: 'POST', body: { metadata: { name: 'r' }, ...more } })
    expect((await ask({ revision: 1 })).json.details.causes[0].field).to.equal('data')
    expect((await ask({ revision: -1, data: {} })).json.details.causes[0].field).to.equal('revision')
    expect((await ask({ revision: 1, data: {} })).status).to.equal(201)
  })
})
