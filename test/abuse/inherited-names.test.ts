import { expect } from 'chai'
import { type Asked, TestServer } from '../kit/server.js'
import { definitionOf } from './definition-of.js'

const configMaps = '/api/v1/namespaces/default/configmaps'
const things = '/apis/abuse.example/v1/namespaces/default/things'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const merge = 'application/merge-patch+json'
const strategic = 'application/strategic-merge-patch+json'
const jsonPatch = 'application/json-patch+json'
const apply = 'application/apply-patch+yaml'

/** As text: in an object literal, the name would set the prototype. */
const configMap = (name: string, more = '') =>
  `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"${name}"}${more}}`
const thing = (name: string, more = '') =>
  `{"apiVersion":"abuse.example/v1","kind":"Thing","metadata":{"name":"${name}"}${more}}`

describe('names that every object inherits', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
    const schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    await server.ask(definitions, { method: 'POST', body: definitionOf('things', 'Thing', schema) })
    await server.ask(configMaps, { method: 'POST', body: configMap('there', ',"data":{"a":"1"}') })
    await server.ask(things, { method: 'POST', body: thing('there', ',"spec":{"a":1}') })
  })
  afterEach(() => {
    expect(Object.keys(Object.prototype)).to.deep.equal([])
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined)
  })
  after(() => server.stop())

  const codeOf = async (path: string, asked: Asked & { readonly type?: string }): Promise<number> => {
    const headers = { 'content-type': asked.type ?? 'application/json' }
    return (await server.ask(path, { ...asked, headers })).status
  }

  it('are refused as __proto__ by every writer, never dropped in silence', async () => {
    const proto = '{"__proto__":{"polluted":1}}'
    const revision = (await server.ask(`${things}/there`)).json.metadata.resourceVersion
    const refused: readonly (readonly [string, string, string, string?])[] = [
      ['POST', configMaps, configMap('new', ',"data":{"__proto__":"x"}')],
      ['POST', configMaps, '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"new","labels":{"__proto__":"x"}}}'],
      ['PUT', `${configMaps}/there`, configMap('there', ',"data":{"__proto__":"x"}')],
      ['PATCH', `${configMaps}/there`, '{"data":{"__proto__":"x"}}', merge],
      ['PATCH', `${configMaps}/there`, proto, merge],
      ['PATCH', `${configMaps}/there`, '{"data":{"__proto__":"x"}}', strategic],
      ['PATCH', `${configMaps}/there`, `{"metadata":{"annotations":${proto}}}`, strategic],
      ['PATCH', `${configMaps}/there`, '{"$patch":"replace","data":{"__proto__":"x"}}', strategic],
      ['PATCH', `${configMaps}/there?fieldManager=me`, configMap('there', ',"data":{"__proto__":"x"}'), apply],
      ['PATCH', `${configMaps}/there?fieldManager=me`, 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: there}\ndata: {__proto__: x}\n', apply],
      ['POST', configMaps, 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: new}\ndata: {__proto__: x}\n', 'application/yaml'],
      ['POST', things, thing('new', `,"spec":${proto}`)],
      ['PUT', `${things}/there`, thing(`there","resourceVersion":"${revision}`, `,"spec":${proto}`)],
      ['PATCH', `${things}/there`, `{"spec":${proto}}`, merge],
      ['PATCH', `${things}/there`, `[{"op":"add","path":"/spec/b","value":${proto}}]`, jsonPatch],
      ['PATCH', `${things}/there?fieldManager=me`, thing('there', `,"spec":${proto}`), apply],
      ['POST', definitions, JSON.stringify(definitionOf('others', 'Other', { type: 'object', properties: { a: { type: 'string' } } })).replace('"a":', '"__proto__":')],
    ] // biome-ignore format: a table
    for (const [method, path, body, type] of refused) {
      const code = await codeOf(path, { method, body, ...(type ? { type } : {}) })
      expect(code, `${method} ${path} ${body}`).to.be.oneOf([400, 422])
    }
    expect((await server.ask(`${configMaps}/there`)).json.data).to.deep.equal({ a: '1' })
    expect((await server.ask(`${things}/there`)).json.spec).to.deep.equal({ a: 1 })
    expect((await server.ask(`${configMaps}/new`)).status).to.equal(404)
  })

  it('are no way for a JSON patch to what an object inherits', async () => {
    for (const operation of [
      { op: 'add', path: '/__proto__/polluted', value: 1 },
      { op: 'add', path: '/data/__proto__', value: 'x' },
      { op: 'add', path: '/constructor/prototype/polluted', value: 1 },
      { op: 'replace', path: '/data/constructor/name', value: 'x' },
      { op: 'copy', from: '/__proto__', path: '/data/x' },
      { op: 'remove', path: '/data/toString' },
      { op: 'test', path: '/data/hasOwnProperty', value: 'x' },
    ]) {
      const body = [operation]
      expect(await codeOf(`${configMaps}/there`, { method: 'PATCH', body, type: jsonPatch }), operation.path).to.equal(
        422,
      )
    }
  })

  it('are names like others where they are no __proto__', async () => {
    const data = { constructor: 'a', toString: 'b', hasOwnProperty: 'c', valueOf: 'd' }
    const made = await server.ask(configMaps, {
      method: 'POST',
      body: configMap('constructor', `,"data":${JSON.stringify(data)}`),
    })
    expect(made.status).to.equal(201)
    expect(made.json.data).to.deep.equal(data)
    const applied = configMap('applied', `,"data":${JSON.stringify(data)}`)
    const by = `${configMaps}/applied?fieldManager=me`
    expect(await codeOf(by, { method: 'PATCH', body: applied, type: apply })).to.equal(201)
    const less = configMap('applied', ',"data":{"toString":"b"}')
    await codeOf(by, { method: 'PATCH', body: less, type: apply })
    expect((await server.ask(`${configMaps}/applied`)).json.data).to.deep.equal({ toString: 'b' })
    const schema = { type: 'object', properties: { constructor: { type: 'string', default: 'given' } } }
    await server.ask(definitions, { method: 'POST', body: definitionOf('constructors', 'Constructor', schema) })
    const one = { apiVersion: 'abuse.example/v1', kind: 'Constructor', metadata: { name: 'one' } }
    const path = '/apis/abuse.example/v1/namespaces/default/constructors'
    expect((await server.ask(path, { method: 'POST', body: one })).json['constructor']).to.equal('given')
  })

  it('select what has them, and nothing else', async () => {
    const labels = { constructor: 'x' }
    await server.ask(configMaps, {
      method: 'POST',
      body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'labelled', labels } },
    })
    const found = async (query: string) =>
      (await server.ask(`${configMaps}?${query}`)).json.items.map(
        (one: { metadata: { name: string } }) => one.metadata.name,
      )
    expect(await found('labelSelector=constructor%3Dx')).to.deep.equal(['labelled'])
    expect(await found('labelSelector=constructor')).to.deep.equal(['labelled'])
    expect(await found('labelSelector=valueOf')).to.deep.equal([])
    for (const query of ['labelSelector=__proto__%3Dx', 'fieldSelector=__proto__%3Dx', 'fieldSelector=constructor%3Dx'])
      expect(await codeOf(`${configMaps}?${query}`, {}), query).to.equal(400)
  })

  it('are no paths', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      for (const path of [
        `/${name}`,
        `/api/${name}`,
        `/api/v1/${name}`,
        `/apis/${name}`,
        `/apis/${name}/v1`,
        `/apis/${name}/v1/things`,
        `/apis/apps/${name}/deployments`,
        `/api/v1/namespaces/default/${name}`,
        `${configMaps}/there/${name}`,
        `/openapi/v3/${name}`,
        `/openapi/v3/apis/apps/${name}`,
        `/readyz/${name}`,
      ])
        expect(await codeOf(path, {}), path).to.equal(404)
    }
  })
})
