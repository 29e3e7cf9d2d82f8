/** Conversion that a definition declares in its annotation, through the front door. */
import { expect } from 'chai'
import { TestServer } from '../../test/kit/server.js'

const group = 'stable.example.com'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const annotation = 'operon.dev/conversion'
const of = (version: string) => `/apis/${group}/${version}/namespaces/default/jobs`
const object = (properties: object) => ({ type: 'object', properties })
const text = { type: 'string' }

const old = object({ spec: object({ cron: text, image: text, left: text, right: text }) })
const middle = object({
  spec: object({
    schedule: text,
    container: object({ image: text, pull: text }),
    mode: { type: 'string', enum: ['Fast', 'Slow'] },
    note: text,
    left: text,
    right: text,
  }),
})

const steps = [
  { move: 'spec.cron', to: 'spec.schedule' },
  { move: 'spec.image', to: 'spec.container.image' },
  { move: 'spec.left', to: 'spec.right' },
  { move: 'spec.right', to: 'spec.left' },
  { set: 'spec.mode', value: 'Fast' },
  { keep: 'spec.note' },
]

function definition(plan: unknown, stored = 'v1'): object {
  const version = (name: string, openAPIV3Schema: object) => ({
    name,
    served: true,
    storage: name === stored,
    schema: { openAPIV3Schema },
  })
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `jobs.${group}`, annotations: { [annotation]: JSON.stringify(plan) } },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'jobs', kind: 'Job' },
      versions: [version('v1beta1', old), version('v1', middle)],
    },
  }
}

describe('a declared conversion', () => {
  let server: TestServer
  const post = (path: string, body: object) => server.ask(path, { method: 'POST', body })
  const job = (version: string, name: string) => ({
    apiVersion: `${group}/${version}`,
    kind: 'Job',
    metadata: { name },
  })
  const spec = async (version: string, name: string) => (await server.ask(`${of(version)}/${name}`)).json.spec
  const merge = (version: string, name: string, body: object) =>
    server.ask(`${of(version)}/${name}`, {
      method: 'PATCH',
      body,
      headers: { 'content-type': 'application/merge-patch+json' },
    })

  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())
  afterEach(async () => {
    await server.ask(`${definitions}/jobs.${group}`, { method: 'DELETE' })
    await server.ask(`${definitions}/jobs.${group}`, {
      method: 'PATCH',
      body: { metadata: { finalizers: [] } },
      headers: { 'content-type': 'application/merge-patch+json' },
    })
  })

  for (const stored of ['v1', 'v1beta1']) {
    it(`moves, sets and keeps members, and loses nothing there and back (stored in ${stored})`, async () => {
      const made = await post(definitions, definition({ v1beta1: steps }, stored))
      expect(made.status, made.text).to.equal(201)
      const spoken = { cron: '1', image: 'i', left: 'l', right: 'r' }
      await post(of('v1beta1'), { ...job('v1beta1', 'a'), spec: spoken })
      const first = { schedule: '1', container: { image: 'i' }, left: 'r', right: 'l', mode: 'Fast' }
      expect(await spec('v1', 'a')).to.deep.equal(first)
      await merge('v1', 'a', { spec: { mode: 'Slow', note: 'n', container: { image: null } } })
      expect(await spec('v1beta1', 'a')).to.deep.equal({ cron: '1', left: 'l', right: 'r' })
      const patched = await merge('v1beta1', 'a', { spec: { cron: '2' } })
      expect(patched.status, patched.text).to.equal(200)
      const { json } = await server.ask(`${of('v1')}/a`)
      expect(json.spec).to.deep.equal({ schedule: '2', left: 'r', right: 'l', mode: 'Slow', note: 'n' })
      expect(json.metadata).not.to.have.property('annotations')
      const applied = await server.ask(`${of('v1beta1')}/a?fieldManager=me&force=true`, {
        method: 'PATCH',
        body: { apiVersion: `${group}/v1beta1`, kind: 'Job', metadata: { name: 'a' }, spec: { cron: '3' } },
        headers: { 'content-type': 'application/apply-patch+yaml' },
      })
      expect(applied.json.spec, applied.text).to.include({ cron: '3' })
      expect(await spec('v1', 'a')).to.include({ schedule: '3', mode: 'Slow' })
      await server.ask(`${of('v1')}/a`, { method: 'DELETE' })
    })
  }

  it('scales objects by the paths of the version asked for', async () => {
    const counted = (name: string, member: string) => ({
      name,
      served: true,
      storage: name === 'v1',
      schema: { openAPIV3Schema: object({ spec: object({ [member]: { type: 'integer' } }) }) },
      subresources: { scale: { specReplicasPath: `.spec.${member}`, statusReplicasPath: '.status.replicas' } },
    })
    const made = definition({ v1beta1: [{ move: 'spec.count', to: 'spec.replicas' }] }) as { spec: object }
    const versions = [counted('v1beta1', 'count'), counted('v1', 'replicas')]
    const { status, text: why } = await post(definitions, { ...made, spec: { ...made.spec, versions } })
    expect(status, why).to.equal(201)
    await post(of('v1beta1'), { ...job('v1beta1', 'b'), spec: { count: 1 } })
    const scale = (replicas: number) => ({
      apiVersion: 'autoscaling/v1',
      kind: 'Scale',
      metadata: { name: 'b', namespace: 'default' },
      spec: { replicas },
    })
    const path = `${of('v1beta1')}/b/scale`
    const put = await server.ask(path, { method: 'PUT', body: scale(2) })
    expect(put.json.spec, put.text).to.deep.equal({ replicas: 2 })
    expect(await spec('v1', 'b')).to.deep.equal({ replicas: 2 })
    const applied = await server.ask(`${path}?fieldManager=me&force=true`, {
      method: 'PATCH',
      body: scale(3),
      headers: { 'content-type': 'application/apply-patch+yaml' },
    })
    expect(applied.json.spec, applied.text).to.deep.equal({ replicas: 3 })
    expect(await spec('v1', 'b')).to.deep.equal({ replicas: 3 })
    expect(await spec('v1beta1', 'b')).to.deep.equal({ count: 3 })
    await server.ask(`${of('v1')}/b`, { method: 'DELETE' })
  })

  it('is refused where there would be no way back', async () => {
    const wrong = async (plan: unknown) => {
      const { status, json } = await post(definitions, definition(plan))
      return [status, json.details?.causes?.map(({ message }: { message: string }) => message).join()]
    }
    const cases: readonly [unknown, string][] = [
      ['text', 'must be JSON'],
      [{}, 'must name every version but one'],
      [{ v1beta1: [], v1: [] }, 'must name every version but one'],
      [{ v1beta1: [{ move: 'spec.cron' }] }, 'must be JSON'],
      [{ v1beta1: [{ move: 'metadata.name', to: 'spec.schedule' }] }, 'not in metadata'],
      [{ v1beta1: [{ move: 'spec.nothing', to: 'spec.schedule' }] }, 'v1beta1 has no such member'],
      [{ v1beta1: [{ move: 'spec.cron', to: 'spec.nothing' }] }, 'v1 has no such member'],
      [{ v1beta1: [{ move: 'spec.cron', to: 'spec.container' }] }, 'is of type string in v1beta1'],
      [{ v1beta1: [{ move: 'spec.cron', to: 'spec.left' }] }, 'would be lost'],
      [{ v1beta1: [{ set: 'spec.mode', value: 1 }] }, 'is of type string in v1'],
      [{ v1beta1: [{ keep: 'spec.note' }, { set: 'spec.note', value: '' }] }, 'no way back'],
    ]
    for (const [plan, why] of cases) {
      const [status, message] = await wrong(plan)
      expect(status, JSON.stringify(plan)).to.equal(422)
      expect(message).to.include(why)
    }
  })
})
