import { expect } from 'chai'
import { type Asked, TestServer } from '../kit/server.js'
import { definitionOf } from './definition-of.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const things = '/apis/abuse.example/v1/namespaces/default/things'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const deployments = '/apis/apps/v1/namespaces/default/deployments'
const jsonPatch = 'application/json-patch+json'
const apply = 'application/apply-patch+yaml'

const mebibyte = 1024 * 1024
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const configMap = (name: string, more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  ...more,
})
const thing = (name: string, spec: string) =>
  `{"apiVersion":"abuse.example/v1","kind":"Thing","metadata":{"name":"${name}"},"spec":${spec}}`

const annotationsTooLong = {
  reason: 'FieldValueTooLong',
  message: 'Too long: may not be more than 262144 bytes',
  field: 'metadata.annotations',
}

describe('what is too deep, too wide or too much', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    const schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    await server.ask(definitions, { method: 'POST', body: definitionOf('things', 'Thing', schema) })
    await server.ask(things, { method: 'POST', body: thing('there', '{"a":{}}') })
    await server.ask(configMaps, { method: 'POST', body: configMap('there', { data: { a: '1' } }) })
  })
  afterEach(async () => expect((await server.ask('/readyz')).text).to.equal('ok'))
  after(() => server.stop())

  const answerTo = async (path: string, asked: Asked & { readonly type?: string }): Promise<[number, string]> => {
    const { status, json } = await server.ask(path, {
      ...asked,
      headers: { 'content-type': asked.type ?? 'application/json' },
    })
    return [status, status < 300 ? '' : json.reason]
  }
  const patch = (path: string, body: unknown, type: string) => answerTo(path, { method: 'PATCH', body, type })

  it('is refused with 400 when it is JSON nested deeper than 512 levels, whatever it is sent as', async () => {
    for (const levels of [600, 10_000, 100_000]) {
      const deep = nested(levels)
      for (const [method, path, body, type] of [
        ['POST', configMaps, deep],
        ['POST', things, thing('deep', deep)],
        ['PUT', `${configMaps}/there`, deep],
        ['PATCH', `${configMaps}/there`, deep, 'application/merge-patch+json'],
        ['PATCH', `${configMaps}/there`, deep, 'application/strategic-merge-patch+json'],
        ['PATCH', `${configMaps}/there`, `[{"op":"add","path":"/data","value":${deep}}]`, jsonPatch],
        ['PATCH', `${configMaps}/there?fieldManager=me`, deep, apply],
        ['PATCH', `${configMaps}/there?fieldManager=me`, `a: ${'['.repeat(levels)}`, apply],
        ['DELETE', `${configMaps}/there`, deep],
        ['PUT', `${deployments}/none/scale`, deep],
        ['POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', deep],
        ['POST', definitions, deep],
      ] as const) {
        const answer = await answerTo(path, { method, body, ...(type ? { type } : {}) })
        expect(answer, `${method} ${path} ${type}`).to.deep.equal([400, 'BadRequest'])
      }
    }
    expect(await answerTo(things, { method: 'POST', body: thing('within', nested(400)) })).to.deep.equal([201, ''])
  })

  it('is refused with 413 beyond 3 MiB of body or 1.5 MiB of object, 422 beyond the limits of parts', async () => {
    const large = (length: number) => JSON.stringify('x'.repeat(length))
    expect(await answerTo(things, { method: 'POST', body: thing('a', large(3.1 * mebibyte)) })).to.deep.equal([
      413,
      'RequestEntityTooLarge',
    ])
    expect(await answerTo(things, { method: 'POST', body: thing('a', large(1.6 * mebibyte)) })).to.deep.equal([
      413,
      'RequestEntityTooLarge',
    ])
    const data = { a: 'x'.repeat(1.1 * mebibyte) }
    const annotations = { a: 'x'.repeat(0.3 * mebibyte) }
    expect(await answerTo(configMaps, { method: 'POST', body: configMap('a', { data }) })).to.deep.equal([
      422,
      'Invalid',
    ])
    const body = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', annotations } }
    expect(await answerTo(configMaps, { method: 'POST', body })).to.deep.equal([422, 'Invalid'])
    const many = { ...body, metadata: { name: 'a', annotations: { a: 'x'.repeat(1.6 * mebibyte) } } }
    const { json } = await server.ask(configMaps, { method: 'POST', body: many })
    expect([json.code, json.details.causes]).to.deep.equal([422, [annotationsTooLong]])
    const wrong = thing('a","annotations":{"b":1},"namespace":"default', large(1.6 * mebibyte))
    expect((await answerTo(things, { method: 'POST', body: wrong }))[0]).to.be.oneOf([400, 413])
    expect(await answerTo(things, { method: 'POST', body: thing('a', `[${'1,'.repeat(700_000)}1]`) })).to.deep.equal([
      201,
      '',
    ])
  })

  it('is refused when a JSON patch has too many operations, or makes the object explode', async () => {
    const test = { op: 'test', path: '/kind', value: 'Thing' }
    const doubling = Array.from({ length: 60 }, () => ({ op: 'copy', from: '/spec', path: '/spec/-' }))
    const deeper = Array.from({ length: 20 }, (_, at) => {
      return { op: 'copy', from: '/spec', path: `/spec${'/a'.repeat(2 ** Math.min(at, 8))}` }
    })
    const base = { op: 'add', path: '/spec', value: { a: {} } }
    const chained = Array.from({ length: 8 }, (_, at) => [
      { op: 'add', path: '/next', value: JSON.parse(nested(200)) },
      { op: 'move', from: '/spec', path: `/next${'/a'.repeat(200)}` },
      { op: 'move', from: '/next', path: at % 2 ? '/spec' : '/spec' },
    ]).flat()
    const answers: readonly (readonly [unknown, number])[] = [
      [Array(10_000).fill(test), 200],
      [Array(10_001).fill(test), 413],
      [[{ op: 'add', path: '/spec', value: ['x'.repeat(100)] }, ...doubling], 422],
      [[base, ...deeper], 422],
      [[base, ...chained], 422],
      [[base, { op: 'move', from: '/spec', path: '/spec/a/b' }], 422],
      [[{ op: 'add', path: '/a'.repeat(500_000), value: 1 }], 422],
    ]
    for (const [at, [body, code]] of answers.entries())
      expect((await patch(`${things}/there`, body, jsonPatch))[0], `patch ${at}`).to.equal(code)
    expect((await server.ask(`${things}/there`)).json.spec).to.deep.equal({ a: {} })
  })

  it('is refused with 400 when a few lines of YAML unfold to it', async () => {
    const laughs = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih'] as const)
      laughs.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(',')}]`)
    const bodies = [
      laughs.join('\n'),
      'a: &a {b: *a}',
      `a: ${'{a: '.repeat(20_000)}`,
      Array.from({ length: 700 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    ]
    for (const body of bodies) {
      for (const asked of [
        { path: configMaps, method: 'POST', type: 'application/yaml' },
        { path: `${configMaps}/there?fieldManager=me`, method: 'PATCH', type: apply },
      ])
        expect((await answerTo(asked.path, { ...asked, body }))[0], body.slice(0, 40)).to.equal(400)
    }
  })

  it('is not said again in full when it is the name asked for', async () => {
    const { status, json, text } = await server.ask(`${configMaps}/${'n'.repeat(500_000)}`)
    expect([status, json.reason]).to.deep.equal([404, 'NotFound'])
    expect(json.details.name).to.match(/^n{4096}…$/)
    expect(text.length).to.be.below(10_000)
    const whole = await server.ask(`${configMaps}/${'n'.repeat(4096)}`)
    expect(whole.json.details.name).to.equal('n'.repeat(4096))
  })

  it('costs no more than its length when it is a selector', async () => {
    for (let at = 0; at < 200; at++)
      await server.ask(configMaps, {
        method: 'POST',
        body: configMap(`filler-${at}`, { data: { a: 'x'.repeat(500) } }),
      })
    const list = (labelSelector: string) => answerTo(`${configMaps}?${new URLSearchParams({ labelSelector })}`, {})
    const values = Array.from({ length: 50_000 }, (_, at) => `v${at}`)
    expect(await list(`app in (${values})`)).to.deep.equal([200, ''])
    expect(await list(`app notin (${values})`)).to.deep.equal([200, ''])
    expect(await list(values.slice(0, 1000).join(','))).to.deep.equal([200, ''])
    expect(await list(values.slice(0, 1001).join(','))).to.deep.equal([400, 'BadRequest'])
    expect(await list('a'.repeat(500_000))).to.deep.equal([400, 'BadRequest'])
    const fieldSelector = values
      .slice(0, 20_000)
      .map((value) => `metadata.name!=${value}`)
      .join(',')
    expect(await answerTo(`${configMaps}?${new URLSearchParams({ fieldSelector })}`, {})).to.deep.equal([
      400,
      'BadRequest',
    ])
    expect((await answerTo(`${configMaps}?limit=1&continue=${'A'.repeat(100_000)}`, {}))[0]).to.equal(400)
  })

  it('costs no more than its length when it is a pattern over a text', async () => {
    const withPattern = (plural: string, pattern: string) =>
      answerTo(definitions, {
        method: 'POST',
        body: definitionOf(plural, plural, { type: 'object', properties: { s: { type: 'string', pattern } } }),
      })
    expect(await withPattern('slows', '^(a+)+$')).to.deep.equal([201, ''])
    const body = { apiVersion: 'abuse.example/v1', kind: 'slows', metadata: { name: 'a' }, s: `${'a'.repeat(50_000)}!` }
    const slows = '/apis/abuse.example/v1/namespaces/default/slows'
    expect(await answerTo(slows, { method: 'POST', body })).to.deep.equal([422, 'Invalid'])
    expect(await withPattern('backs', '(a)\\1')).to.deep.equal([422, 'Invalid'])
    expect(await withPattern('repeats', '((a{1,1000}){1,1000}){1,1000}')).to.deep.equal([422, 'Invalid'])
  })
})
