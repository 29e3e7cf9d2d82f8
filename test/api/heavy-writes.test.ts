import { MessageChannel } from 'node:worker_threads'
import { expect } from 'chai'
import { Port } from '../../core/client/index.js'
import { servePort } from '../../core/funnel/index.js'
import { portCarrier } from '../../core/kit/index.js'
import type { KubeObject } from '../../core/meta/index.js'
import { definitionOf } from '../abuse/definition-of.js'
import { type Asked, TestServer } from '../kit/server.js'

const core = '/api/v1/namespaces/default'
const configMaps = `${core}/configmaps`
const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const things = '/apis/abuse.example/v1/namespaces/default/things'
const merge = 'application/merge-patch+json'
const apply = 'application/apply-patch+yaml'

const keys = (count: number, value: unknown = 'x') =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, value]))
const configMap = (name: string, data: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data })
const pod = (name: string, containers: number, image = 'i') => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: Array.from({ length: containers }, (_, at) => ({ name: `c${at}`, image, env: [{ name: 'E', value: 'v'.repeat(200) }] })) }, // biome-ignore format: one line
})
const thing = (name: string, spec: unknown) => ({
  apiVersion: 'abuse.example/v1',
  kind: 'Thing',
  metadata: { name },
  spec,
})
const scaled = '/apis/apps/v1/namespaces/default/deployments'
const deployment = (replicas: number) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'd' },
  spec: { replicas, selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: pod('', 300).spec } }, // biome-ignore format: one line
})
const rule = { rule: 'self.numbers.all(n, n > 0)', message: 'above zero' }
const numbers = { type: 'array', maxItems: 100_000, items: { type: 'integer', default: 1 } }
const schema = {
  type: 'object',
  properties: {
    spec: { type: 'object', properties: { numbers }, 'x-kubernetes-validations': [rule] },
  },
}
const many = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

const group = '/apis/abuse.example'
const wides = `${group}/v1/namespaces/default/wides`
const said = 'a description of a field, which is as long as such descriptions are, or somewhat longer'
const members = Object.fromEntries(
  Array.from({ length: 600 }, (_, at) => [`field${at}`, { type: 'string', description: said }]),
)
/** A definition of a hundred kilobytes. */
function wide(plural: string, kind: string, more: object = {}) {
  const properties = { ...members, number: { type: 'integer', default: 7 }, other: { type: 'integer', default: 8 } }
  return definitionOf(plural, kind, { type: 'object', properties: { spec: { type: 'object', properties } }, ...more })
}

const schemaWith = (name: string) => {
  const properties = { ...members, [name]: { type: 'integer', default: 7 }, filling: { type: 'string' } }
  return { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties } } } }
}
const turned = definitionOf('turneds', 'Turned', {})
const [version] = turned.spec.versions
const converting = {
  ...turned,
  metadata: {
    ...turned.metadata,
    annotations: { 'operon.dev/conversion': JSON.stringify({ v2: [{ move: 'spec.count', to: 'spec.replicas' }] }) },
  },
  spec: {
    ...turned.spec,
    versions: [
      { ...version, schema: schemaWith('replicas') },
      { ...version, name: 'v2', storage: false, schema: schemaWith('count') },
    ],
  },
}

/** Requests that are worked at elsewhere, each with what stands before it. */
const steps: readonly (readonly [title: string, path: string, asked: Asked, code?: number])[] = [
  ['creates', configMaps, { method: 'POST', body: configMap('a', keys(10_000)) }],
  ['refuses the second', configMaps, { method: 'POST', body: configMap('a', keys(10_000)) }],
  ['updates', `${configMaps}/a`, { method: 'PUT', body: configMap('a', keys(10_001, 'y')) }],
  ['changes nothing', `${configMaps}/a`, { method: 'PUT', body: configMap('a', keys(10_001, 'y')) }],
  ['merges', `${configMaps}/a`, { method: 'PATCH', body: { data: keys(9_000, null) }, headers: { 'content-type': merge } }], // biome-ignore format: one line
  ['applies', `${configMaps}/a?fieldManager=m`, { method: 'PATCH', body: configMap('a', keys(10_002, 'z')), headers: { 'content-type': apply } }], // biome-ignore format: one line
  ['applies by force', `${configMaps}/a?fieldManager=m&force=true`, { method: 'PATCH', body: configMap('a', keys(10_002, 'z')), headers: { 'content-type': apply } }], // biome-ignore format: one line
  ['applies YAML', `${configMaps}/b?fieldManager=m`, { method: 'PATCH', body: `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\ndata:\n${Object.keys(keys(2000)).map((key) => `  ${key}: x\n`).join('')}`, headers: { 'content-type': apply } }], // biome-ignore format: one line
  ['warns', `${configMaps}?dryRun=All`, { method: 'POST', body: { ...configMap('c', keys(9_000)), stray: 1 } }],
  ['is strict', `${configMaps}?fieldValidation=Strict`, { method: 'POST', body: { ...configMap('c', keys(9_000)), stray: 1 } }], // biome-ignore format: one line
  ['refuses what is wrong', configMaps, { method: 'POST', body: configMap('c', { ...keys(9_000), 'a/b': 'x' }) }],
  ['refuses what is too large', configMaps, { method: 'POST', body: configMap('c', { a: 'x'.repeat(1_600_000) }) }],
  ['finds no namespace', configMaps.replace('default', 'none'), { method: 'POST', body: configMap('c', keys(9_000)) }],
  ['reads no JSON', configMaps, { method: 'POST', body: `${JSON.stringify(configMap('c', keys(9_000)))}}` }],
  ['generates names', configMaps, { method: 'POST', body: { ...configMap('', keys(9_000)), metadata: { generateName: 'g-' } } }], // biome-ignore format: one line
  ['admits pods', `${core}/pods`, { method: 'POST', body: pod('p', 300) }],
  ['refuses pods', `${core}/pods`, { method: 'POST', body: { ...pod('q', 300), spec: { ...pod('q', 300).spec, serviceAccountName: 'nobody' } } }], // biome-ignore format: one line
  ['shows a Table', `${configMaps}/a`, { method: 'PUT', body: configMap('a', keys(10_003)), headers: { 'content-type': 'application/json', accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' } }], // biome-ignore format: one line
  ['creates of a kind of its own', things, { method: 'POST', body: thing('a', { numbers: many(20_000) }) }],
  ['changes a little of what is large', `${configMaps}/a?fieldManager=n`, { method: 'PATCH', body: { data: { k0: 'other' } }, headers: { 'content-type': merge } }], // biome-ignore format: one line
  ['puts little for what is large', `${configMaps}/a`, { method: 'PUT', body: configMap('a', { k0: 'y' }) }],
  [
    'warns of a hundred',
    `${configMaps}?dryRun=All`,
    { method: 'POST', body: { ...configMap('c', {}), ...keys(9_000) } },
  ],
  ['defines kinds', definitions, { method: 'POST', body: wide('wides', 'Wide') }, 201],
  [
    'serves what it has defined',
    wides,
    { method: 'POST', body: { ...thing('a', { number: 1, field7: 'x', stray: 2 }), kind: 'Wide' } },
    201,
  ],
  ['gives no name twice', definitions, { method: 'POST', body: wide('others', 'Wide') }, 201],
  [
    'defines no kind without structure',
    definitions,
    { method: 'POST', body: wide('wrongs', 'Wrong', { type: 'object', properties: { a: {} } }) },
    422,
  ],
  [
    'defines them anew',
    `${definitions}/wides.abuse.example`,
    { method: 'PATCH', body: { metadata: { labels: { a: 'b' } } }, headers: { 'content-type': merge } },
    200,
  ],
  ['defines kinds that convert', definitions, { method: 'POST', body: converting }, 201],
  [
    'creates in another version',
    `${group}/v2/namespaces/default/turneds`,
    {
      method: 'POST',
      body: {
        ...thing('a', { count: 3, filling: 'x'.repeat(70_000) }),
        kind: 'Turned',
        apiVersion: 'abuse.example/v2',
      },
    },
    201,
  ],
  [
    'creates in the stored one',
    `${group}/v1/namespaces/default/turneds?fieldManager=n`,
    { method: 'POST', body: { ...thing('b', { replicas: 4, filling: 'x'.repeat(70_000) }), kind: 'Turned' } },
    201,
  ],
  [
    'patches what it converts',
    `${group}/v2/namespaces/default/turneds/a`,
    { method: 'PATCH', body: { spec: { count: 5 } }, headers: { 'content-type': merge } },
    200,
  ],
  [
    'tells events',
    `${core}/events`,
    {
      method: 'POST',
      body: {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: 'e', annotations: keys(8_000) },
        involvedObject: { namespace: 'default' },
      },
    },
    201,
  ],
  ['asks its rules', things, { method: 'POST', body: thing('b', { numbers: [...many(20_000), 0] }) }],
  ['deletes nothing else', `${configMaps}/b`, { method: 'DELETE', body: { preconditions: { uid: 'x' } } }, 409],
  ['would delete', `${configMaps}/b?dryRun=All`, { method: 'DELETE' }, 200],
  ['deletes', `${configMaps}/b?propagationPolicy=Foreground`, { method: 'DELETE' }, 200],
  ['lets it go', `${configMaps}/b`, { method: 'PATCH', body: { metadata: { finalizers: null } }, headers: { 'content-type': merge } }, 200], // biome-ignore format: one line
  ['deletes nothing that is gone', `${configMaps}/b`, { method: 'DELETE' }, 404],
  ['deletes with grace', `${core}/pods/p?gracePeriodSeconds=7`, { method: 'DELETE' }, 200],
  ['deletes of a kind of its own', `${things}/a`, { method: 'DELETE' }, 200],
  ['deletes kinds', `${definitions}/wides.abuse.example`, { method: 'DELETE' }, 200],
  ['creates what is scaled', scaled, { method: 'POST', body: deployment(1) }, 201],
  ['scales', `${scaled}/d/scale`, { method: 'PATCH', body: { spec: { replicas: 3 } }, headers: { 'content-type': merge } }, 200], // biome-ignore format: one line
]

/** Without what no two runs have in common; managers, whose order is that of their times, by name. */
function lasting(object: KubeObject & Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(object), (key, value: unknown) => {
    if (
      [
        'uid',
        'resourceVersion',
        'creationTimestamp',
        'deletionTimestamp',
        'time',
        'lastTransitionTime',
        'selfLink',
      ].includes(key)
    )
      return undefined
    if (key === 'managedFields')
      return (value as { manager: string }[]).toSorted((a, b) => (a.manager < b.manager ? -1 : 1))
    return typeof value === 'string'
      ? value.replace(/\bg-\w{5}\b|kube-api-access-\w{5}|[\da-f-]{36}|\d+s\b/g, 'random')
      : value
  })
}

describe('heavy writes', () => {
  let [away, here]: TestServer[] = []
  before(async () => {
    ;[away, here] = await Promise.all([TestServer.start(), TestServer.start({ heavyWrites: 'here' })])
    for (const server of [away!, here!]) {
      await server.ask(`${core}/serviceaccounts`, { method: 'POST', body: { metadata: { name: 'default' } } })
      await server.ask(definitions, { method: 'POST', body: definitionOf('things', 'Thing', schema) })
    }
  })
  after(() => Promise.all([away?.stop(), here?.stop()]))

  for (const [title, path, asked, code] of steps)
    it(`${title}, in a thread of their own as in the API's`, async () => {
      const [there, near] = await Promise.all([away!.ask(path, asked), here!.ask(path, asked)])
      expect(there.status).to.equal(code ?? near.status)
      expect(near.status).to.equal(there.status)
      expect(lasting(there.json)).to.deep.equal(lasting(near.json))
      expect(there.headers['warning']).to.deep.equal(near.headers['warning'])
      expect((there.headers['warning'] ?? '').length).to.be.below(12 * 1024)
      expect(there.headers['content-type']).to.equal(near.headers['content-type'])
    })

  it('are judged by the definition as it stands', async () => {
    const name = `${definitions}/things.abuse.example`
    const { json } = await away!.ask(name)
    const definition = json as { spec: { versions: [{ schema: unknown }] } }
    definition.spec.versions[0].schema = {
      openAPIV3Schema: { ...schema, properties: { spec: { type: 'object', properties: { numbers: { ...numbers, maxItems: 10 } } } } }, // biome-ignore format: one line
    }
    expect((await away!.ask(name, { method: 'PUT', body: definition })).status).to.equal(200)
    const { status, json: told } = await away!.ask(things, {
      method: 'POST',
      body: thing('c', { numbers: many(20_000) }),
    })
    expect([status, told.reason]).to.deep.equal([422, 'Invalid'])
  })

  it('come to watchers as all do', async () => {
    const followed = await away!.follow(
      `${configMaps}?watch=true&resourceVersion=${(await away!.ask(configMaps)).json.metadata!['resourceVersion']}`,
    )
    await away!.ask(configMaps, { method: 'POST', body: configMap('watched', keys(10_000)) })
    const event = await followed.next()
    expect(event).to.nested.include({ type: 'ADDED', 'object.metadata.name': 'watched' })
    followed.end()
  })

  it('that race for one object all take place', async () => {
    await away!.ask(configMaps, { method: 'POST', body: configMap('raced', {}) })
    const patches = Array.from({ length: 6 }, (_, at) =>
      away!.ask(`${configMaps}/raced`, {
        method: 'PATCH',
        body: { data: { [`own${at}`]: 'x', filling: 'y'.repeat(70_000) } },
        headers: { 'content-type': merge },
      }),
    )
    expect((await Promise.all(patches)).map(({ status }) => status)).to.deep.equal(Array(6).fill(200))
    const { json } = await away!.ask(`${configMaps}/raced`)
    expect(Object.keys(json['data'] as object)).to.have.length(7)
  })

  it('that a child process asks for together keep each its body', async () => {
    const names = ['p', 'q', 'r', 's'].map((name) => `together-${name}`)
    for (const name of names) await away!.ask(configMaps, { method: 'POST', body: configMap(name, keys(10_000)) })
    const { port1, port2 } = new MessageChannel()
    const userOf = () => ({ username: 'child', groups: ['system:masters'] })
    servePort(portCarrier(port1), { funnel: away!.server.funnel, userOf })
    const port = new Port(portCarrier(port2))
    const asked = { method: 'DELETE', body: '{"dryRun":["All"]}', headers: { 'content-type': 'application/json' } }
    const answers = await Promise.all(
      names.map((name) => port.transport().request({ ...asked, url: `${configMaps}/${name}` })),
    )
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200])
    for (const name of names) expect((await away!.ask(`${configMaps}/${name}`)).status, name).to.equal(200)
    port.close()
  })

  it('that would make a new object need the right to create one', async () => {
    const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'patch', 'update'] }]
    const rbac = '/apis/rbac.authorization.k8s.io/v1/namespaces/default'
    const subjects = [{ kind: 'User', name: 'patcher', apiGroup: 'rbac.authorization.k8s.io' }]
    const roleRef = { kind: 'Role', name: 'patcher', apiGroup: 'rbac.authorization.k8s.io' }
    await away!.ask(`${rbac}/roles`, { method: 'POST', body: { metadata: { name: 'patcher' }, rules } })
    const binding = { metadata: { name: 'patcher' }, subjects, roleRef }
    await away!.ask(`${rbac}/rolebindings`, { method: 'POST', body: binding })
    const patcher = away!.user('patcher')
    const headers = { 'content-type': apply }
    for (const [name, wanted] of [
      ['raced', 200],
      ['new', 403],
    ] as const) {
      const path = `${configMaps}/${name}?fieldManager=m`
      const { status } = await patcher.ask(path, { method: 'PATCH', body: configMap(name, keys(9_000)), headers })
      expect(status).to.equal(wanted)
    }
  })

  it('leave the others their turns', async () => {
    let answered = 0
    let isOver = false
    const heavy = away!.ask(configMaps, { method: 'POST', body: configMap('wide', keys(200_000)) })
    const told = heavy.finally(() => (isOver = true))
    while (!isOver) {
      await away!.ask(`${configMaps}/raced`)
      if (!isOver) answered++
    }
    expect((await told).status).to.equal(413)
    expect(answered).to.be.greaterThan(5)
  })

  it('are told when their thread ends, and the next has a new one', async () => {
    const heavyWrites = new URL('../kit/ending-thread.js', import.meta.url)
    const server = await TestServer.start({ heavyWrites })
    try {
      for (const name of ['a', 'b']) {
        const { status, json } = await server.ask(configMaps, { method: 'POST', body: configMap(name, keys(10_000)) })
        expect([status, json.reason]).to.deep.equal([500, 'InternalError'])
      }
      expect((await server.ask('/readyz')).text).to.equal('ok')
    } finally {
      await server.stop()
    }
  })
})
