/** /metrics through the front door. */
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

describe('/metrics', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  const metrics = async () => (await server.ask('/metrics')).text
  const value = async (name: string, ...labels: string[]) => {
    const line = (await metrics()).split('\n').find((each) => {
      return each.startsWith(`${name}{`) && labels.every((label) => each.includes(label))
    })
    return line === undefined ? 0 : Number(line.slice(line.lastIndexOf(' ')))
  }
  const maps = '/api/v1/namespaces/default/configmaps'
  const about = ['group=""', 'resource="configmaps"', 'version="v1"']

  it('counts requests by what they ask for and what they got', async () => {
    await server.ask(maps, { method: 'POST', body: { metadata: { name: 'one' } } })
    await server.ask(maps, { method: 'POST', body: { metadata: { name: 'one' } } })
    await server.ask(`${maps}/one`)
    await server.ask(`${maps}/two`)
    await server.ask(`${maps}?dryRun=All`, { method: 'POST', body: { metadata: { name: 'three' } } })
    const apply = { method: 'PATCH', headers: { 'content-type': 'application/apply-patch+yaml' } }
    const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'four' } }
    await server.ask(`${maps}/four?fieldManager=me`, { ...apply, body })
    const total = (...labels: string[]) => value('apiserver_request_total', ...about, ...labels)
    expect(await total('verb="POST"', 'code="201"', 'dry_run=""', 'scope="resource"')).to.equal(1)
    expect(await total('verb="POST"', 'code="409"')).to.equal(1)
    expect(await total('verb="POST"', 'code="201"', 'dry_run="All"')).to.equal(1)
    expect(await total('verb="GET"', 'code="200"')).to.equal(1)
    expect(await total('verb="GET"', 'code="404"')).to.equal(1)
    expect(await total('verb="APPLY"', 'code="201"')).to.equal(1)
    const timed = (...labels: string[]) => value('apiserver_request_duration_seconds_count', ...about, ...labels)
    expect(await timed('verb="POST"', 'dry_run=""')).to.equal(2)
    expect(await value('apiserver_request_duration_seconds_bucket', ...about, 'verb="GET"', 'le="+Inf"')).to.equal(2)
    expect(await value('apiserver_resource_objects', 'resource="configmaps"')).to.be.greaterThan(1)
  })

  it('has one place for all that nobody serves', async () => {
    await server.ask('/apis/z.example.com/v1/z')
    await metrics()
    const before = (await metrics()).split('\n').length
    for (const name of ['a', 'b', 'c', 'd']) await server.ask(`/apis/${name}.example.com/v1/${name}`)
    expect((await metrics()).split('\n').length - before).to.be.lessThan(3)
  })

  it('tells of the process and of its health, in the form that Prometheus reads', async () => {
    const { headers, text } = await server.ask('/metrics')
    expect(headers['content-type']).to.equal('text/plain; version=0.0.4; charset=utf-8')
    expect(text).to.match(/^process_resident_memory_bytes \d+$/m)
    expect(text).to.match(/^process_cpu_seconds_total [\d.]+$/m)
    expect(text).to.match(/^apiserver_current_inflight_requests\{request_kind="readOnly"\} \d+$/m)
    for (const line of text.trim().split('\n')) expect(line).to.match(/^(# (HELP|TYPE) \w+ .+|\w+(\{.*\})? [\d.e+-]+)$/)
    expect((await server.ask('/metrics/slis')).text).to.contain('kubernetes_healthcheck{name="etcd",type="livez"} 1')
  })

  it('is for those whom RBAC lets', async () => {
    expect((await server.user('jane').ask('/metrics')).status).to.equal(403)
    expect((await server.user('jane', 'system:monitoring').ask('/metrics')).status).to.equal(200)
  })
})
