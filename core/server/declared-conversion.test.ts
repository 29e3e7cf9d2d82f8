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
      await post(of('v1beta1'), { metadata: { name: 'a' }, spec: { cron: '1', image: 'i', left: 'l', right: 'r' } })
      const first = { schedule: '1', container: { image: 'i' }, left: 'r', right: 'l', mode: 'Fast' }
      expect(await spec('v1', 'a')).to.deep.equal(first)
      await merge('v1', 'a', { spec: { mode: 'Slow', note: 'n', container: { image: null } } })
      expect(await spec('v1beta1', 'a')).to.deep.equal({ cron: '1', left: 'l', right: 'r' })
      const patched = await merge('v1beta1', 'a', { spec: { cron: '2' } })
      expect(patched.status, patched.text).to.equal(200)
      const { json } = await server.ask(`${of('v1')}/a`)
      expect(json.spec).to.deep.equal({ schedule: '2', left: 'r', right: 'l', mode: 'Slow', note: 'n' })
      expect(json.metadata).not.to.have.property('annotations')
      await server.ask(`${of('v1')}/a`, { method: 'DELETE' })
    })
  }

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
