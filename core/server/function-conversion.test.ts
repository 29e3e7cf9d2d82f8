/** Conversion of people's own objects by a function of a package, through the front door. */
import { expect } from 'chai'
import { functionConversion } from '../../plugins/conversion/function.js'
import { TestServer } from '../../test/kit/server.js'
import { systemClock } from '../kit/index.js'

const group = 'stable.example.com'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const name = `crontabs.${group}`
const annotation = 'operon.dev/conversion-function'
const of = (version: string) => `/apis/${group}/${version}/namespaces/default/crontabs`
const text = { type: 'string' }

function definition(named: string, annotations: object = {}): object {
  const version = (which: string, properties: object) => ({
    name: which,
    served: true,
    storage: which === 'v1',
    schema: {
      openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties } } },
    },
  })
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name, annotations: { [annotation]: named, ...annotations } },
    spec: {
      group,
      scope: 'Namespaced',
      names: { plural: 'crontabs', kind: 'CronTab' },
      versions: [version('v1beta1', { hostPort: text }), version('v1', { host: text, port: text })],
    },
  }
}

describe('a conversion by a function', () => {
  let server: TestServer
  const post = (path: string, body: object) => server.ask(path, { method: 'POST', body })
  const merge = (path: string, body: object) =>
    server.ask(path, { method: 'PATCH', body, headers: { 'content-type': 'application/merge-patch+json' } })
  const converted = (named: string) =>
    merge(`${definitions}/${name}`, { metadata: { annotations: { [annotation]: named } } })
  const tab = (called: string) => ({
    apiVersion: `${group}/v1beta1`,
    kind: 'CronTab',
    metadata: { name: called, labels: { tier: 'one' } },
    spec: { hostPort: 'example.com:80' },
  })

  before(async () => {
    const packages = [
      {
        name: '@example/crontabs',
        module: new URL('../../plugins/conversion/testdata/crontabs/conversions.js', import.meta.url),
      },
    ]
    const thread = new URL('../main/function-thread.js', import.meta.url)
    const functions = functionConversion({ clock: systemClock, packages, thread, deadlineMs: 2000 })
    server = await TestServer.start({ plugins: (all) => ({ ...all, conversions: [functions] }) })
    const made = await post(definitions, definition('@example/crontabs/crontab'))
    expect(made.status, made.text).to.equal(201)
  })
  after(() => server.stop())
  afterEach(() => converted('@example/crontabs/crontab'))

  it('is asked when an object is written and read in another version than the stored one', async () => {
    const made = await post(of('v1beta1'), tab('a'))
    expect(made.status, made.text).to.equal(201)
    expect(made.json.spec).to.deep.equal({ hostPort: 'example.com:80' })
    expect((await server.ask(`${of('v1')}/a`)).json.spec).to.deep.equal({ host: 'example.com', port: '80' })
    const changed = await merge(`${of('v1beta1')}/a`, { spec: { hostPort: 'example.org:81' } })
    expect(changed.json.spec).to.deep.equal({ hostPort: 'example.org:81' })
    const { metadata, spec } = (await server.ask(`${of('v1')}/a`)).json
    expect(spec).to.deep.equal({ host: 'example.org', port: '81' })
    expect([metadata.uid, metadata.labels]).to.deep.equal([made.json.metadata.uid, { tier: 'one' }])
    expect((await server.ask(of('v1beta1'))).json.items.map((each: { spec: object }) => each.spec)).to.deep.equal([
      { hostPort: 'example.org:81' },
    ])
  })

  const failures: [named: string, why: string][] = [
    ['@example/crontabs/failing', 'no such port'],
    ['@example/crontabs/nothing', 'it returned no object for "b"'],
    ['@example/crontabs/renaming', 'metadata.name must stay "b"'],
    ['@example/crontabs/spinning', 'it did not answer within 2 s'],
    ['@example/crontabs/ending', 'its thread ended with code 3'],
    ['@example/crontabs/toString', 'exports no function "toString"'],
    ['@example/tabs/crontab', 'no package "@example/tabs" is installed: name its folder in --packages'],
  ]
  for (const [named, why] of failures)
    it(`that goes wrong is told, and the next one is answered (${named})`, async () => {
      await converted(named)
      const { status, json } = await post(of('v1beta1'), tab('b'))
      expect([status, json.message]).to.satisfy(
        ([code, message]: [number, string]) => code === 500 && message.includes(why),
        `${status} ${json.message}`,
      )
      expect(json.message).to.include(`conversion of ${group}, Kind=CronTab to ${group}/v1 by the function ${named}`)
      await converted('@example/crontabs/crontab')
      const { status: then } = await server.ask(`${of('v1beta1')}/a`)
      expect(then).to.equal(200)
    })

  it('is refused by another form of name, and beside a webhook or steps', async () => {
    await server.ask(`${definitions}/others.${group}`, { method: 'DELETE' })
    const form = await converted('crontab')
    expect([form.status, form.json.details.causes[0].field]).to.deep.equal([422, `metadata.annotations[${annotation}]`])
    const both = await merge(`${definitions}/${name}`, {
      metadata: { annotations: { 'operon.dev/conversion': '{"v1beta1": []}' } },
    })
    expect([both.status, both.json.details.causes[0].reason]).to.deep.equal([422, 'FieldValueForbidden'])
    const webhook = { clientConfig: { url: 'https://127.0.0.1:1/' }, conversionReviewVersions: ['v1'] }
    const called = await merge(`${definitions}/${name}`, { spec: { conversion: { strategy: 'Webhook', webhook } } })
    expect([called.status, called.json.details.causes[0].reason]).to.deep.equal([422, 'FieldValueForbidden'])
  })
})
