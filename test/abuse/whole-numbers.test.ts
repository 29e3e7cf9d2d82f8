import { expect } from 'chai'
import { loadBuiltIns, type StructType, type Type } from '../../core/schema/index.js'
import { TestServer } from '../kit/server.js'
import { definitionOf } from './definition-of.js'

const things = '/apis/abuse.example/v1/namespaces/default/things'
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const integer = { type: 'integer', format: 'int64' }
const schema = {
  type: 'object',
  'x-kubernetes-validations': [
    { rule: '!has(self.n) || self.n != 9007199254740995', message: 'not this one' },
    { rule: '!has(self.sum) || !has(self.n) || self.sum == self.n + 1', message: 'must be one more' },
  ],
  properties: {
    n: integer,
    sum: integer,
    given: { ...integer, default: '@9007199254740993' },
    most: { ...integer, maximum: 9007199254740992 },
    double: { type: 'number' },
    set: { type: 'array', items: integer, 'x-kubernetes-list-type': 'set' },
    map: {
      type: 'array',
      items: { type: 'object', required: ['id'], properties: { id: integer, v: integer } },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['id'],
    },
    free: { 'x-kubernetes-preserve-unknown-fields': true },
  },
}

describe('whole numbers beyond 2^53', () => {
  let server: TestServer
  const text = async (path: string, how: Parameters<TestServer['ask']>[1] = {}) => {
    const { status, text } = await server.ask(path, how)
    return { status, text }
  }
  const thing = (name: string, members: string) =>
    `{"apiVersion":"abuse.example/v1","kind":"Thing","metadata":{"name":"${name}"}${members ? `,${members}` : ''}}`
  const create = (name: string, members: string) => text(things, { method: 'POST', body: thing(name, members) })
  const patch = (name: string, type: string, body: string, query = '') =>
    text(`${things}/${name}${query}`, { method: 'PATCH', body, headers: { 'content-type': `application/${type}` } })

  before(async () => {
    server = await TestServer.start()
    const body = JSON.stringify(definitionOf('things', 'Thing', schema)).replace(/"@(\d+)"/, '$1')
    const made = await text(definitions, { method: 'POST', body })
    expect(made.status, made.text).to.equal(201)
    expect(made.text).to.contain('"default":9007199254740993')
  })
  after(() => server.stop())

  it('are kept by create, get, list, update, and in every encoding', async () => {
    const members =
      '"n":9007199254740993,"set":[9223372036854775807,-9223372036854775808],"free":{"a":[-9007199254740993]}'
    const made = await create('kept', members)
    expect(made.status, made.text).to.equal(201)
    const shown = async (path: string, accept?: string) => {
      const answer = await text(path, accept ? { headers: { accept } } : {})
      expect(answer.status, answer.text).to.equal(200)
      for (const number of ['9007199254740993', '9223372036854775807', '-9223372036854775808', '-9007199254740993'])
        expect(answer.text).to.contain(number)
    }
    await shown(`${things}/kept`)
    await shown(things)
    await shown(`${things}/kept`, 'application/yaml')
    await shown(`${things}?pretty=true`)
    const read = (await text(`${things}/kept`)).text
    const replaced = await text(`${things}/kept`, { method: 'PUT', body: read })
    expect(replaced.text).to.equal(read)
    const yaml = (await text(`${things}/kept`, { headers: { accept: 'application/yaml' } })).text
    const headers = { 'content-type': 'application/yaml' }
    expect((await text(`${things}/kept`, { method: 'PUT', body: yaml, headers })).text).to.equal(read)
  })

  it('are defaults', async () => {
    expect((await create('defaulted', '')).text).to.contain('"given":9007199254740993')
    expect((await text('/openapi/v3/apis/abuse.example/v1')).text).to.contain('"default":9007199254740993')
  })

  it('are patched, and applied', async () => {
    await create('patched', '"n":9007199254740993,"set":[9007199254740993]')
    const merged = await patch('patched', 'merge-patch+json', '{"sum":9007199254740994}')
    expect(merged.text).to.contain('"n":9007199254740993').and.contain('"sum":9007199254740994')
    const tested =
      '[{"op":"test","path":"/n","value":9007199254740993},{"op":"copy","from":"/n","path":"/free"},{"op":"add","path":"/set/-","value":9007199254740994}]'
    const copied = await patch('patched', 'json-patch+json', tested)
    expect(copied.text).to.contain('"free":9007199254740993').and.contain('"set":[9007199254740993,9007199254740994]')
    const wrong = '[{"op":"test","path":"/n","value":9007199254740992}]'
    expect((await patch('patched', 'json-patch+json', wrong)).status).to.equal(422)
    const map = '"map":[{"id":9007199254740993,"v":9007199254740995},{"id":9007199254740992,"v":1}]'
    const applied = await patch('applied', 'apply-patch+yaml', thing('applied', map), '?fieldManager=a')
    expect(applied.status, applied.text).to.equal(201)
    expect(applied.text).to.contain(map).and.contain('k:{\\"id\\":9007199254740993}')
    const yaml = `apiVersion: abuse.example/v1\nkind: Thing\nmetadata: {name: applied}\nmap: [{id: 9007199254740993, v: 2}]\n`
    const conflict = await patch('applied', 'apply-patch+yaml', yaml, '?fieldManager=b')
    expect([conflict.status, conflict.text]).to.satisfy(
      ([code, said]: [number, string]) => code === 409 && said.includes('[id=9007199254740993].v'),
    )
    const forced = await patch('applied', 'apply-patch+yaml', yaml, '?fieldManager=b&force=true')
    expect(forced.text).to.contain('{"id":9007199254740993,"v":2},{"id":9007199254740992,"v":1}')
  })

  it('are checked: types, limits, sets, rules in CEL', async () => {
    const said = async (members: string) => {
      const { status, text } = await create('checked', members)
      expect(status, text).to.equal(422)
      return text
    }
    expect(await said('"n":9007199254740995')).to.contain('not this one')
    expect(await said('"n":9007199254740993,"sum":9007199254740993')).to.contain('must be one more')
    expect(await said('"most":9007199254740993')).to.contain('should be less than or equal to')
    expect(await said('"set":[9007199254740993,9007199254740993]')).to.contain('Duplicate value: 9007199254740993')
    expect(
      (await create('other', '"set":[9007199254740993,9007199254740992],"double":9007199254740993')).status,
    ).to.equal(201)
  })

  it('are kept or refused in every field of 64 bits of the built-in kinds, and never a failure of the server', async () => {
    const { definitions } = loadBuiltIns(new URL('../../../crds/generated/', import.meta.url))
    const tried: string[] = []
    for (const { group, names, versions, namespaced, strategy } of definitions) {
      const version = versions.find(({ storage }) => storage)!
      if (strategy.createOnly || !version.verbs.includes('create')) continue
      for (const place of wholeFields(version.type(), [])) {
        const base = group ? `/apis/${group}/${version.name}` : `/api/${version.name}`
        const path = `${base}${namespaced ? '/namespaces/default' : ''}/${names.plural}?dryRun=All`
        const head = {
          apiVersion: group ? `${group}/${version.name}` : version.name,
          kind: names.kind,
          metadata: { name: 'a' },
        }
        const object: Record<string, unknown> = { ...head, ...(built(place) as object) }
        object['metadata'] = { ...(object['metadata'] as object), name: 'a' }
        const body = JSON.stringify(object).replace('"@"', '-9007199254740993')
        const answer = await text(path, { method: 'POST', body })
        expect(answer.status, `${body}\n${answer.text}`).to.be.oneOf([201, 400, 403, 409, 422])
        tried.push(body)
      }
    }
    expect(tried.length).to.be.greaterThan(100)
  })

  it('come and go in protobuf', async () => {
    const path = '/apis/apps/v1/namespaces/default/controllerrevisions'
    const body =
      '{"apiVersion":"apps/v1","kind":"ControllerRevision","metadata":{"name":"a"},"revision":9007199254740993,"data":{"n":9007199254740995}}'
    const accept = { accept: 'application/vnd.kubernetes.protobuf' }
    expect((await text(path, { method: 'POST', body })).text).to.contain('"revision":9007199254740993')
    const bytes = (await server.ask(`${path}/a`, { headers: accept })).bytes
    const headers = { 'content-type': 'application/vnd.kubernetes.protobuf' }
    const answer = await text(`${path}/a`, { method: 'PUT', body: bytes, headers })
    expect(answer.text).to.contain('"revision":9007199254740993').and.contain('"n":9007199254740995')
  })
})

type Step = string | 0

/** Where the type has whole numbers of 64 bits, no type twice on a path. */
function wholeFields(type: Type, path: readonly Step[], seen: readonly Type[] = []): (readonly Step[])[] {
  if (seen.includes(type) || path.length > 7) return []
  const below = [...seen, type]
  if (type.shape === 'scalar') return type.scalar === 'integer' && type.format !== 'int32' ? [path] : []
  if (type.shape === 'list') return wholeFields(type.element, [...path, 0], below)
  if (type.shape === 'map') return wholeFields(type.element, [...path, 'key'], below)
  if (type.shape !== 'struct') return []
  return [...(type as StructType).fields.values()].flatMap((field) =>
    wholeFields(field.type, [...path, field.name], below),
  )
}

function built([step, ...rest]: readonly Step[]): unknown {
  if (step === undefined) return '@'
  return step === 0 ? [built(rest)] : { [step]: built(rest) }
}
