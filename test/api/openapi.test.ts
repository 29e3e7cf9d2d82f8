/** OpenAPI and the schema's answers, through the front door. */
import { expect } from 'chai'
import { describeWith } from '../kit/needs.js'
import { TestServer } from '../kit/server.js'

describe('OpenAPI', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  it('tells where the document of each group and version is, and gives it there', async () => {
    const index = await server.ask('/openapi/v3')
    const { serverRelativeURL } = index.json.paths['apis/apps/v1']
    expect(serverRelativeURL).to.match(/^\/openapi\/v3\/apis\/apps\/v1\?hash=[0-9A-F]{64}$/)
    const { status, headers, json } = await server.ask(serverRelativeURL)
    expect([status, json.openapi]).to.deep.equal([200, '3.0.0'])
    expect(headers['cache-control']).to.equal('public, immutable')
    expect(json.components.schemas).to.have.property('io.k8s.api.apps.v1.Deployment')
    const again = await server.ask(serverRelativeURL, { headers: { 'if-none-match': String(headers.etag) } })
    expect([again.status, again.text]).to.deep.equal([304, ''])
  })

  it('sends those who have an old hash to the new one', async () => {
    const { status, headers } = await server.ask('/openapi/v3/apis/apps/v1?hash=OLD')
    expect(status).to.equal(301)
    expect((await server.ask(String(headers.location))).status).to.equal(200)
    expect((await server.ask('/openapi/v3/apis/apps/v9')).status).to.equal(404)
    expect((await server.ask('/openapi/v4')).status).to.equal(404)
  })

  it('has everything in one document for older clients, as JSON and as protobuf', async () => {
    expect((await server.ask('/openapi/v2')).json.swagger).to.equal('2.0')
    const accept = 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf'
    const { status, headers } = await server.ask('/openapi/v2', { headers: { accept } })
    expect(status).to.equal(200)
    expect(headers['content-type']).to.equal('application/com.github.proto-openapi.spec.v2.v1.0+protobuf')
    // The index is JSON, whatever is asked for.
    expect((await server.ask('/openapi/v3', { headers: { accept } })).json.paths).to.have.property('apis/apps/v1')
  })

  it('tells each group in protobuf too', async () => {
    const accept = 'application/com.github.proto-openapi.spec.v3.v1.0+protobuf'
    const { status, headers, bytes } = await server.ask('/openapi/v3/apis/apps/v1', { headers: { accept } })
    expect([status, headers['content-type']]).to.deep.equal([200, accept])
    expect(bytes.subarray(0, 7).toString('latin1')).to.equal('\n\x053.0.0')
    expect(bytes.includes('io.k8s.api.apps.v1.Deployment')).to.equal(true)
    // The index is JSON, whatever is asked for.
    expect((await server.ask('/openapi/v3', { headers: { accept } })).json.paths).to.have.property('apis/apps/v1')
  })
})

describe('objects that are wrong', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())
  const pods = '/api/v1/namespaces/default/pods'
  const create = (body: unknown, path = pods) => server.ask(path, { method: 'POST', body })

  it('get a 400 for a member of a wrong type', async () => {
    const { status, json } = await create({
      kind: 'Pod',
      apiVersion: 'v1',
      metadata: { name: 'a' },
      spec: { hostNetwork: 'yes' },
    })
    expect([status, json.reason]).to.deep.equal([400, 'BadRequest'])
    expect(json.message).to.equal(
      'Pod in version "v1" cannot be handled as a Pod: json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool',
    )
  })

  it('get a 422 with every cause', async () => {
    const spec = { restartPolicy: 'Sometimes', containers: [{ name: 'Bad', image: '' }] }
    const { status, json } = await create({ kind: 'Pod', apiVersion: 'v1', metadata: { name: 'a' }, spec })
    expect([status, json.reason]).to.deep.equal([422, 'Invalid'])
    expect(
      json.details.causes.map(({ field, reason }: { field: string; reason: string }) => `${field} ${reason}`),
    ).to.have.members([
      'spec.containers[0].image FieldValueRequired',
      'spec.containers[0].name FieldValueInvalid',
      'spec.restartPolicy FieldValueNotSupported',
    ])
  })

  it('get a warning, or a 400 when they ask for strictness, for members that nobody knows', async () => {
    const body = { kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'a' }, dta: { a: 'b' } }
    const maps = '/api/v1/namespaces/default/configmaps'
    const warned = await create(body, maps)
    expect([warned.status, warned.headers['warning']]).to.deep.equal([201, '299 - "unknown field \\"dta\\""'])
    expect(warned.json).to.not.have.property('dta')
    const strict = await create(body, `${maps}?fieldValidation=Strict`)
    expect(strict.status).to.equal(400)
    expect(strict.json.message).to.contain('strict decoding error: unknown field "dta"')
  })
})

describeWith(['kubectl'], 'kubectl explain', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  it('says what fields are and what they can be', async () => {
    const text = await server.must('explain', 'pod.spec')
    expect(text).to.match(/KIND: +Pod\nVERSION: +v1\n/)
    expect(text).to.match(/containers\t<\[\]Container> -required-\n +\w+/)
    expect(text).to.match(/restartPolicy\t<string>\n +enum: Always, Never, OnFailure\n/)
    expect(await server.must('explain', 'deployment.spec.strategy.rollingUpdate')).to.match(/maxSurge\t<IntOrString>/)
    expect(await server.must('explain', 'hpa', '--api-version=autoscaling/v1', '--recursive')).to.contain(
      'targetCPUUtilizationPercentage',
    )
  })
})
