/**
 * What upstream's tests of its endpoints and filters hold, asked on the wire: what a path and a method ask for (told by who may not), old prefixes, thresholds of gzip,
 * names of what is created through subresources, owners and YAML that say a thing twice, truncated warnings, audit ids, upgrades that are none, sizes of bodies.
 * ONLY: asked, paths, gzip, bodies, warnings, audit, upgrades, sizes, deadlines.
 */
import { apart, patchTypes, place, webPod } from './writing.mjs'

const parts = { asked, paths, gzip, bodies, warnings, audit, upgrades, sizes, deadlines }

export default async function endpoints(twins) {
  twins.known.push([/no operator answers/, 'nothing answers the kind yet'])
  const name = apart('middle')
  const space = await place(twins, name)
  for (const part of (process.env.ONLY ?? Object.keys(parts).join()).split(','))
    await parts[part](twins, { name, space })
}

const both = (twins, asking) =>
  Promise.all(
    [twins.upstream, twins.operon].map((side) => side.ask(typeof asking === 'function' ? asking(side) : asking)),
  )

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** The sentence of a refusal tells verb, resource, subresource, group and namespace; clients print it. */
async function asked(twins) {
  const places = [
    '/api/v1/namespaces',
    '/api/v1/namespaces/other',
    '/api/v1/namespaces/other/status',
    '/api/v1/namespaces/other/finalize',
    '/api/v1/namespaces/other/pods',
    '/api/v1/namespaces/other/pods/foo',
    '/api/v1/namespaces/other/pods/foo/status',
    '/api/v1/namespaces/other/pods/foo/proxy/subpath/deep',
    '/api/v1/namespaces/other/pods/foo/none/of/it',
    '/api/v1/namespaces/other/nones/foo/bar',
    '/api/v1/pods',
    '/api/v1/pods/foo',
    '/api/v1/pods?watch=true',
    '/api/v1/pods?watch=false',
    '/api/v1/pods?watch=0',
    '/api/v1/pods?watch',
    '/api/v1/pods?watch=',
    '/api/v1/pods?watch=x',
    '/api/v1/pods?watch=x&watch=true',
    '/api/v1/pods?watch=1&fieldSelector=metadata.name%3Dn',
    '/api/v1/pods?fieldSelector=metadata.name%3Dn',
    '/api/v1/pods?fieldSelector=metadata.name%3Dn/m',
    '/api/v1/pods?fieldSelector=metadata.name%3D%20n',
    '/api/v1/pods?fieldSelector=metadata.name%3D..',
    '/api/v1/pods?fieldSelector=metadata.name!%3Dn',
    '/api/v1/pods?fieldSelector=metadata.name%3Dn,spec.nodeName%3Dm',
    '/api/v1/pods?fieldSelector=metadata.name',
    '/api/v1/nodes?fieldSelector=metadata.name%3Dn&limit=x',
    '/api/v1/watch/pods',
    '/api/v1/watch/pods/foo',
    '/api/v1/watch/namespaces/other/pods',
    '/api/v1/watch/namespaces/other/pods/foo',
    '/api/v1/watch/namespaces/other',
    '/api/v1/watch/namespaces/other/pods/foo/status',
    '/api/v1/watch/nones',
    '/api/v1/watch',
    '/api/v1/watch/',
    '/api/v1/proxy/namespaces/other/pods/foo',
    '/api/v1/proxy/namespaces/other/pods/foo/subpath/not',
    '/api/v1/proxy/nodes/n',
    '/api/v1/proxy',
    '/api/v1/nodes',
    '/api/v1/nodes/n/proxy/metrics',
    '/api/v1/nodes/n/status',
    '/apis/extensions/v1/namespaces/other/pods',
    '/apis/extensions/v1beta3/namespaces/other/pods/x',
    '/apis/apps/v1/namespaces/other/deployments/x/scale',
    '/apis/apps/v1/watch/deployments',
    '/apis/apps/v1/proxy/deployments',
    '/apis/version/resource',
    '/apis/group/version/',
    '/apis/group/version',
    '/apis/group',
    '/apis/',
    '/api/version/',
    '/api/v1/',
    '/badprefix/version/resource',
    '/',
    '/api/',
    '/api/v1/namespaces/',
    '/api/v1/namespaces//pods',
    '/api/v1//pods',
    '/api/v1/namespaces/other/services/foo:80/proxy/x',
    '/api/v1/namespaces/other/services/https:foo:80/proxy',
    '/api/v1/namespaces/other/pods/foo%2Fbar',
    '/api/v1/namespaces/oth%20er/pods',
    '/healthz',
    '/healthz/ping/x',
    '/metrics/slis',
    '/debug/pprof/heap',
    '/logs/x',
    '/version',
    '/openapi/v3/apis/apps/v1',
    '/.well-known/openid-configuration',
  ]
  const jane = { 'impersonate-user': 'jane' }
  for (const path of places)
    for (const method of methods) {
      const body = method === 'POST' || method === 'PUT' || method === 'PATCH' ? {} : undefined
      const answers = await twins.ask({ method, path, body, headers: jane, limit: 1500 }, { note: 'jane' })
      const [theirs, ours] = answers.map(({ status, json, text }) => (status === 403 ? (json?.message ?? text) : ''))
      twins.tell(`${method} ${path}: the sentence`, theirs, ours)
    }
}

/** Old prefixes, and parts of paths beyond what there is. */
async function paths(twins, { space, name }) {
  await both(twins, { method: 'POST', path: `${space}/configmaps`, body: { metadata: { name: 'one' } } })
  for (const path of [
    '/api/v1/watch/',
    '/api/v1/watch',
    '/api/v1/watch/nones',
    '/api/v1/watch/configmaps',
    `/api/v1/watch/namespaces/${name}/configmaps`,
    `/api/v1/watch/namespaces/${name}/configmaps/one`,
    `/api/v1/watch/namespaces/${name}/configmaps/one/two`,
    `/api/v1/watch/namespaces/${name}/pods/one/status`,
    '/api/v1/watch/namespaces',
    `/api/v1/watch/namespaces/${name}`,
    `/api/v1/watch/configmaps/one`,
    `/api/v1/watch/nodes/none`,
    '/apis/apps/v1/watch/deployments',
    '/apis/authorization.k8s.io/v1/watch/selfsubjectaccessreviews',
    '/api/v1/watch/componentstatuses',
    '/api/v1/watch/bindings',
    `/api/v1/watch/namespaces/${name}/configmaps?fieldSelector=metadata.name%3Done`,
    `/api/v1/watch/namespaces/${name}/configmaps/one?fieldSelector=metadata.name%3Done`,
    `/api/v1/watch/namespaces/${name}/configmaps/one?fieldSelector=metadata.name%3Dtwo`,
    `/api/v1/watch/namespaces/${name}/configmaps/one?watch=false`,
    `/api/v1/watch/namespaces/${name}/configmaps?resourceVersion=1`,
    `/api/v1/watch/namespaces/${name}/configmaps?fieldSelector=Host%3D&labelSelector=name%3Dfoo`,
    `${space}/configmaps/one?watch=true`,
    `${space}/configmaps/none?watch=true`,
    `${space}/configmaps/one?watch=1&resourceVersion=0`,
    `${space}/configmaps/one?watch=1&fieldSelector=metadata.name%3Dtwo`,
    `${space}/configmaps?watch=true&limit=1`,
    `${space}/configmaps?watch=true&continue=x`,
    `/api/v1/proxy/namespaces/${name}/pods/one`,
    '/api/v1/proxy/nodes/n',
    '/api/v1/redirect/nodes/n',
    `${space}/configmaps/one/two`,
    `${space}/configmaps/one/status`,
    `${space}/pods/one/log/x`,
    `${space}/pods/one/status/x`,
    `${space}/pods/one/exec/x`,
    '/api/v1/namespaces/one/two/three/four',
    '/api/v1/bindings',
    `${space}/bindings`,
    `${space}/bindings/x`,
    `${space}/pods/x/binding`,
    `${space}/pods/x/binding/y`,
    '/apis/policy/v1/evictions',
    '/api/v1/pods/x/eviction',
    `${space}/serviceaccounts/default/token/x`,
    '/apis/authentication.k8s.io/v1/tokenreviews/x',
    '/apis/authentication.k8s.io/v1/namespaces/default/tokenreviews',
  ])
    for (const method of methods) {
      const body = method === 'POST' || method === 'PUT' || method === 'PATCH' ? {} : undefined
      if (method === 'DELETE' && !/watch|one\/|x$|redirect|proxy/.test(path)) continue
      await twins.ask({ method, path, body, limit: 700 })
    }
  for (const accept of [
    'application/XYZ',
    'application/yaml',
    'application/json;stream=watch',
    'application/vnd.kubernetes.protobuf;stream=watch',
    'text/event-stream',
    'application/json;as=Table;g=meta.k8s.io;v=v1',
    '*/*;q=0',
  ])
    for (const path of [
      `/api/v1/watch/namespaces/${name}/configmaps`,
      `${space}/configmaps?watch=1`,
      `${space}/configmaps?watch=1&resourceVersion=x`,
    ])
      await twins.ask({ path, headers: { accept }, limit: 500 }, { note: accept })
}

/** From how many bytes on an answer is compressed, and for whom. */
async function gzip(twins, { space }) {
  const maps = `${space}/configmaps`
  const whole = await both(twins, { method: 'POST', path: maps, body: { metadata: { name: 'bare' }, data: { a: '' } } })
  const bare = whole.map(({ bytes }) => bytes.length)
  for (const extra of [-3, -2, -1, 0, 1, 2, 3, 2000]) {
    const called = `big-${extra + 10}`.padEnd(8, 'x').slice(0, 8)
    await both(twins, (side) => ({
      method: 'POST',
      path: maps,
      // The answer is to be of 128 KiB but for `extra`: a name of eight letters has four more than the bare one's.
      body: {
        metadata: { name: called },
        data: { a: 'x'.repeat(128 * 1024 - bare[side === twins.upstream ? 0 : 1] - 4 + extra) },
      },
    }))
    const [theirs, ours] = await both(twins, { path: `${maps}/${called}` })
    twins.tell(`${called}: length`, theirs.bytes.length, ours.bytes.length)
    for (const encoding of ['gzip', 'identity'])
      for (const path of [`${maps}/${called}`, `${maps}?fieldSelector=metadata.name%3D${called}`])
        for (const accept of [
          'application/json',
          'application/yaml',
          'application/vnd.kubernetes.protobuf',
          'application/json;as=Table;g=meta.k8s.io;v=v1',
        ])
          await headers(
            twins,
            { path, headers: { 'accept-encoding': encoding, accept } },
            `${theirs.bytes.length} ${encoding} ${accept}`,
          )
  }
  const path = `${maps}/big-13xx`
  for (const encoding of [
    'gzip, deflate',
    'deflate',
    'br, gzip;q=0.1',
    'gzip;q=0',
    'GZIP',
    '*',
    ' gzip ',
    'x-gzip',
    'gzip,identity',
    'gzipped',
  ])
    await headers(twins, { path: maps, headers: { 'accept-encoding': encoding } }, encoding)
  const put = async (method, asking) =>
    headers(
      twins,
      { method, path, headers: { 'accept-encoding': 'gzip', ...asking.headers }, body: asking.body },
      method,
    )
  await put('PATCH', { headers: patchTypes.merge, body: { metadata: { labels: { a: 'b' } } } })
  await put('HEAD', {})
  await put('DELETE', {})
  for (const other of [
    '/openapi/v2',
    '/openapi/v3',
    '/openapi/v3/apis/apps/v1',
    '/metrics',
    '/apis',
    '/api/v1',
    '/healthz?verbose',
    '/version',
    `${maps}?watch=1`,
    `${maps}/none`,
  ])
    await headers(twins, { path: other, headers: { 'accept-encoding': 'gzip' }, limit: 1500 }, 'gzip')
}

const said = ['content-encoding', 'vary', 'content-type', 'transfer-encoding']
/** The headers alone, and whether a length is told. */
async function headers(twins, asking, note) {
  const [theirs, ours] = await both(twins, asking)
  const of = ({ status, headers: all }) => ({
    status,
    ...Object.fromEntries(said.map((name) => [name, all[name]])),
    length: 'content-length' in all,
  })
  twins.tell(`${asking.method ?? 'GET'} ${asking.path} ${note}`, of(theirs), of(ours))
}

async function bodies(twins, { space, name }) {
  const maps = `${space}/configmaps`
  await both(twins, { method: 'POST', path: `${space}/pods`, body: { metadata: { name: 'pod' }, spec: webPod } })
  // Created through a subresource: names that the address, or nobody, says.
  for (const metadata of [
    undefined,
    {},
    { name: 'pod' },
    { name: 'other' },
    { generateName: 'pod' },
    { name: '', generateName: 'x' },
    { name: 'pod', namespace: 'elsewhere' },
    { namespace: name },
  ])
    for (const [path, kind, rest] of [
      ['pods/pod/eviction', 'Eviction', { apiVersion: 'policy/v1', deleteOptions: { dryRun: ['All'] } }],
      ['pods/pod/binding', 'Binding', { apiVersion: 'v1', target: { kind: 'Node', name: 'n' } }],
      ['bindings', 'Binding', { apiVersion: 'v1', target: { kind: 'Node', name: 'n' } }],
      ['serviceaccounts/default/token', 'TokenRequest', { apiVersion: 'authentication.k8s.io/v1', spec: {} }],
    ])
      await twins.ask({
        method: 'POST',
        path: `${space}/${path}?dryRun=All`,
        body: { kind, ...rest, ...(metadata ? { metadata } : {}) },
      })
  // Owners that are named twice, in each way of writing.
  const owner = (uid, more) => ({ apiVersion: 'v1', kind: 'ConfigMap', name: 'n', uid, ...more })
  const owners = [
    [owner('1'), owner('1')],
    [owner('1'), owner('2')],
    [owner('1'), owner('1', { controller: true })],
    [owner('1'), owner('1', { name: 'm' })],
    [owner('1'), owner('2'), owner('1'), owner('2'), owner('3')],
    [owner('1', { controller: true }), owner('1', { controller: true })],
    [owner('1', { controller: true }), owner('2', { controller: true })],
  ]
  let count = 0
  for (const ownerReferences of owners) {
    const at = `owned-${++count}`
    const metadata = { name: at, ownerReferences }
    await twins.ask({ method: 'POST', path: maps, body: { metadata } })
    await both(twins, { method: 'POST', path: maps, body: { metadata: { name: at } } })
    await twins.ask({ method: 'PUT', path: `${maps}/${at}`, body: { metadata } })
    for (const [type, sent] of Object.entries(patchTypes))
      await twins.ask({
        method: 'PATCH',
        path: `${maps}/${at}${type === 'apply' ? '?fieldManager=f&force=true' : ''}`,
        headers: sent,
        body:
          type === 'json'
            ? [{ op: 'add', path: '/metadata/ownerReferences', value: ownerReferences }]
            : { apiVersion: 'v1', kind: 'ConfigMap', metadata },
      })
    await twins.ask({ path: `${maps}/${at}` })
  }
  // Of YAML that says a key twice, or knows other keys, and of several documents.
  const yaml = { 'content-type': 'application/yaml' }
  const apply = { 'content-type': 'application/apply-patch+yaml' }
  for (const text of [
    'metadata:\n  name: y\n  name: z\n',
    'metadata: {name: y}\nmetadata: {name: z}\n',
    'metadata: {name: y}\nkind: ConfigMap\nkind: ConfigMap\n',
    'metadata: {name: y}\ndata:\n  a: b\n  a: c\n',
    'metadata: {name: y, unknown: 1}\nfoo: bar\nfoo: baz\n',
    'metadata: {name: y}\n---\nmetadata: {name: z}\n',
    'metadata: {name: y}\n...\nx: y\n',
    '# nothing\n',
    'metadata: {name: y, labels: {a: 1}}\n',
    'metadata: {name: y, labels: {a: yes}}\n',
    'metadata: {name: 012}\n',
    'metadata: {name: y, annotations: {a: ~}}\n',
    'metadata: &a {name: y}\ndata: {x: *a}\n',
    'metadata: {name: y}\ndata:\n  <<: {a: b}\n  c: d\n',
  ])
    for (const validation of ['', 'Strict', 'Warn', 'Ignore']) {
      const query = `?dryRun=All${validation && `&fieldValidation=${validation}`}`
      await twins.ask(
        { method: 'POST', path: `${maps}${query}`, headers: yaml, body: text },
        { note: JSON.stringify(text) },
      )
      await twins.ask(
        { method: 'PUT', path: `${maps}/y${query}`, headers: yaml, body: text },
        { note: JSON.stringify(text) },
      )
      await twins.ask(
        {
          method: 'PATCH',
          path: `${maps}/y${query}&fieldManager=f`,
          headers: apply,
          body: `apiVersion: v1\nkind: ConfigMap\n${text}`,
        },
        { note: JSON.stringify(text) },
      )
    }
  // Patches as upstream's tests have them.
  const pod = `${space}/pods/pod?dryRun=All`
  const patch = (type, body, path = pod) => twins.ask({ method: 'PATCH', path, headers: patchTypes[type], body })
  const port = (value) => ({ spec: { containers: [{ name: 'web', ports: [{ containerPort: value }] }] } })
  for (const value of [80, 80.0, '80', 80.5, 4294967376, -1, true, null, 8e1]) await patch('strategic', port(value))
  for (const text of ['80.0', '8e1', '80.00000001', '1e400', '0x50', '080', '-0', '9223372036854775808'])
    await patch('strategic', `{"spec":{"containers":[{"name":"web","ports":[{"containerPort":${text}}]}]}}`)
  for (const grace of ['30.0', '3e1', '30.5', '9223372036854775807', '9223372036854775808'])
    for (const type of ['merge', 'strategic'])
      await patch(type, `{"spec":{"activeDeadlineSeconds":${grace},"terminationGracePeriodSeconds":${grace}}}`)
  for (const [type, body] of [
    ['strategic', 'barbaz'],
    ['strategic', '[]'],
    ['strategic', '"x"'],
    ['strategic', '{"$patch":"delete"}'],
    ['strategic', '{"$patch":"replace","metadata":{"name":"pod"}}'],
    ['strategic', '{"metadata":{"labels":{"$patch":"delete"}}}'],
    ['json', '{}'],
    ['json', '{"op":"add","path":"/metadata/labels","value":{}}'],
    ['json', 'null'],
    ['json', ''],
    ['json', '[null]'],
    ['json', '[1]'],
    ['json', '[{"op":"test","value":"x","path":"/metadata/name"}]'],
    ['json', '[{"op":"test","path":"/metadata/none","value":null}]'],
    ['json', '[{"op":"remove","path":"/metadata/none"}]'],
    ['json', '[{"op":"replace","path":"/metadata/none","value":1}]'],
    ['json', '[{"op":"move","from":"/metadata/none","path":"/metadata/labels"}]'],
    ['json', '[{"op":"none","path":"/metadata/labels"}]'],
    ['json', '[{"op":"add","path":"metadata/labels","value":{}}]'],
    ['json', '[{"op":"add","path":"/metadata/labels~1x","value":{}}]'],
    ['json', '[{"op":"remove","path":""}]'],
    ['json', '[{"op":"replace","path":"","value":{}}]'],
    ['json', '[{"op":"replace","path":"/metadata/name","value":"other"}]'],
    ['json', '[{"op":"replace","path":"/metadata/namespace","value":"other"}]'],
    ['json', '[{"op":"replace","path":"/metadata/uid","value":"other"}]'],
    ['json', '[{"op":"replace","path":"/kind","value":"Secret"}]'],
    ['json', '[{"op":"replace","path":"/apiVersion","value":"v2"}]'],
    ['merge', '{"metadata":{"name":"other"}}'],
    ['merge', '{"metadata":{"namespace":"other"}}'],
    ['merge', '{"kind":"Secret"}'],
    ['merge', '{"apiVersion":"apps/v1"}'],
    ['merge', '{"metadata":null}'],
    ['merge', 'null'],
    ['merge', '[]'],
    ['merge', '"x"'],
    ['merge', '{'],
    ['strategic', '{"metadata":{"name":"other"}}'],
    ['strategic', '{"metadata":null}'],
    ['strategic', '{"spec":null}'],
  ])
    for (const path of [
      pod,
      `${space}/pods/none?dryRun=All`,
      `${space}/pods/pod/status?dryRun=All`,
      `${maps}/none?dryRun=All`,
      `${pod}&force=true`,
      `${pod}&force=false`,
    ])
      await patch(type, body, path)
  for (const operations of [10000, 10001])
    await patch('json', JSON.stringify(Array(operations).fill({ op: 'add', path: '/metadata/labels', value: {} })), pod)
}

/** Warnings that are too long, too many, or cannot stand in a header. */
async function warnings(twins, { space }) {
  const maps = `${space}/configmaps?dryRun=All`
  const fields = (count, length, letter = 'f') =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${letter}${at}`.padEnd(length, letter), 1]))
  for (const more of [
    fields(1, 300),
    fields(3, 3),
    fields(1, 4000),
    fields(1, 5000),
    fields(15, 250),
    fields(16, 250),
    fields(17, 250),
    fields(20, 250),
    fields(20, 300),
    fields(40, 300),
    fields(50, 100),
    fields(99, 20),
    fields(101, 20),
    fields(200, 30),
    fields(30, 150, 'ñ'),
    fields(2, 10, 'ñ'),
    fields(2, 10, '😀'),
    { 'a\nb': 1 },
    { 'a\tb': 1 },
    { 'a"b': 1 },
    { 'a\\b': 1 },
    { 'a\u0000b': 1 },
    { 'a\u007fb': 1 },
    { 'a\u0080b': 1 },
    { '': 1 },
    { ' ': 1 },
    { 'a,b': 1 },
    { 'a\u2028b': 1 },
  ])
    for (const validation of ['', '&fieldValidation=Strict']) {
      const body = { metadata: { name: 'w' }, ...more }
      await twins.ask(
        { method: 'POST', path: `${maps}${validation}`, body },
        { note: JSON.stringify(more).slice(0, 60) },
      )
    }
}

/** Headers that every answer has, and an audit id that the client says. */
async function audit(twins, { space }) {
  const told = (answers, names) =>
    answers.map(({ status, headers: all }) => [status, ...names.map((name) => all[name])])
  const names = [
    'audit-id',
    'cache-control',
    'x-content-type-options',
    'strict-transport-security',
    'access-control-allow-origin',
    'date',
    'connection',
    'content-length',
  ].filter((name) => name !== 'date')
  for (const path of [
    '/api/v1',
    '/apis',
    `${space}/configmaps`,
    `${space}/configmaps/none`,
    '/none',
    '/healthz',
    '/healthz/none',
    '/readyz?verbose',
    '/metrics',
    '/openapi/v2',
    '/openapi/v3',
    '/version',
    '/',
    '/.well-known/openid-configuration',
    '/openid/v1/jwks',
    `${space}/configmaps?watch=1`,
    `${space}/pods/x/log`,
  ])
    for (const id of ['my-id', 'x'.repeat(64), 'x'.repeat(65), 'x'.repeat(200), ' ', 'a b', 'ä', ''])
      for (const method of ['GET', 'OPTIONS', 'HEAD']) {
        const answers = await both(twins, {
          method,
          path,
          headers: { 'audit-id': Buffer.from(id).toString('latin1'), origin: 'http://x' },
          limit: 400,
        })
        const [theirs, ours] = told(answers, id === '' ? names.slice(1, -1) : names.slice(0, -1))
        twins.tell(`${method} ${path} audit-id ${id}`, theirs, ours)
      }
  for (const as of [{ 'x-none': '1' }, { authorization: 'Bearer x' }])
    for (const path of ['/api/v1', `${space}/configmaps`, '/healthz', '/none']) {
      const answers = await both(twins, { path, as: { ...as, 'audit-id': 'mine' } })
      const [theirs, ours] = told(answers, names)
      twins.tell(`${path} ${JSON.stringify(as)}`, theirs, ours)
    }
}

const key = 'dGhlIHNhbXBsZSBub25jZQ=='
const encoded = (token) => Buffer.from(token).toString('base64url')

/** Watches over WebSocket: what is an upgrade and what is none, subprotocols, and tokens among them. */
async function upgrades(twins, { space }) {
  for (const side of [twins.upstream, twins.operon]) {
    const { json } = await side.ask({ method: 'POST', path: `${space}/serviceaccounts/default/token`, body: {} })
    side.token = json.status.token
  }
  await both(twins, {
    method: 'POST',
    path: `/apis/rbac.authorization.k8s.io/v1/clusterrolebindings`,
    body: {
      metadata: { name: apart('watchers') },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', name: 'default', namespace: space.split('/').at(-1) }],
    },
  })
  const path = `${space}/configmaps?watch=1`
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    origin: 'http://localhost',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
  }
  for (const connection of ['Upgrade', 'keep-alive, Upgrade', 'upgrade', 'keep-alive', 'Upgrade, close'])
    await twins.ask(
      { path, headers: { connection, upgrade: 'websocket' }, limit: 600 },
      { note: `connection: ${connection}` },
    )
  const protocols = (side) => [
    undefined,
    '',
    'none',
    'binary.k8s.io',
    `base64url.bearer.authorization.k8s.io.${encoded(side.token)}`,
    `base64url.bearer.authorization.k8s.io.${encoded(side.token)}, binary.k8s.io`,
    `binary.k8s.io, base64url.bearer.authorization.k8s.io.${encoded(side.token)}`,
    `base64url.bearer.authorization.k8s.io.${encoded(side.token)}, none`,
    `base64url.bearer.authorization.k8s.io.${encoded(side.token)}, base64url.bearer.authorization.k8s.io.${encoded(side.token)}, dummy`,
    `base64url.bearer.authorization.k8s.io., dummy`,
    `base64url.bearer.authorization.k8s.io.${encoded('no token')}, dummy`,
    `base64url.bearer.authorization.k8s.io.***, dummy`,
    `base64url.bearer.authorization.k8s.io.${Buffer.from(side.token).toString('base64')}==, dummy`,
    `base64url.bearer.authorization.k8s.io.${encoded('\xff\xfe')}, dummy`,
    `BASE64URL.bearer.authorization.k8s.io.${encoded(side.token)}, dummy`,
    `base64url.bearer.authorization.k8s.io.${encoded(side.token)},dummy, other`,
  ]
  for (let at = 0; at < protocols(twins.upstream).length; at++)
    for (const anonymous of [true, false])
      for (const to of [path, `${space}/pods/none/exec?command=a`, '/api/v1']) {
        const sent = (side) => {
          const protocol = protocols(side)[at]
          return { ...upgrade, ...(protocol === undefined ? {} : { 'sec-websocket-protocol': protocol }) }
        }
        await twins.ask(
          (side) =>
            anonymous ? { path: to, as: sent(side), limit: 500 } : { path: to, headers: sent(side), limit: 500 },
          {
            note: `${anonymous ? 'anonymous' : 'admin'} protocol ${at}`,
          },
        )
      }
}

/** Bodies at the limit, with their length told or not. */
async function sizes(twins, { space }) {
  const maps = `${space}/configmaps`
  const limit = 3 * 1024 * 1024
  await both(twins, { method: 'POST', path: maps, body: { metadata: { name: 'sized' } } })
  const padded = (body, size) => `${body.slice(0, -1)}${' '.repeat(size - body.length)}${body.slice(-1)}`
  for (const size of [limit - 1, limit, limit + 1, limit + 1000])
    for (const [method, path, body, headers = {}] of [
      ['POST', `${maps}?dryRun=All`, '{"metadata":{"name":"x"}}'],
      ['PUT', `${maps}/sized?dryRun=All`, '{"metadata":{"name":"sized"}}'],
      ['PATCH', `${maps}/sized?dryRun=All`, '{"metadata":{"labels":{"a":"b"}}}', patchTypes.merge],
      ['PATCH', `${maps}/sized?dryRun=All`, '[{"op":"test","path":"/metadata/name","value":"sized"}]', patchTypes.json],
      [
        'PATCH',
        `${maps}/sized?dryRun=All&fieldManager=f`,
        '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"sized"}}',
        patchTypes.apply,
      ],
      ['DELETE', `${maps}/sized`, '{"kind":"DeleteOptions","apiVersion":"v1","dryRun":["All"]}'],
      [
        'DELETE',
        `${maps}?fieldSelector=metadata.name%3Dnone`,
        '{"kind":"DeleteOptions","apiVersion":"v1","dryRun":["All"]}',
      ],
      [
        'POST',
        `${space}/pods/none/eviction`,
        '{"kind":"Eviction","apiVersion":"policy/v1","metadata":{"name":"none"}}',
      ],
      [
        'POST',
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        '{"spec":{"nonResourceAttributes":{"path":"/","verb":"get"}}}',
      ],
    ])
      for (const chunked of [false, true])
        await twins.ask(
          {
            method,
            path,
            body: padded(body, size),
            headers: { ...headers, ...(chunked ? { 'content-length': [], 'transfer-encoding': 'chunked' } : {}) },
          },
          { note: `${size - limit} ${chunked ? 'chunked' : ''}` },
        )
}

/** What `timeout` says of writes, reads and watches. */
async function deadlines(twins, { space }) {
  const maps = `${space}/configmaps`
  await both(twins, { method: 'POST', path: maps, body: { metadata: { name: 'timed' } } })
  for (const timeout of [
    '',
    '0',
    '0s',
    '1ns',
    '1us',
    '1µs',
    '1ms',
    '10s',
    '1m',
    '-1s',
    '60s',
    '61s',
    '5',
    'foo',
    '1h',
    '1.5s',
    '.5s',
    '1s1s',
    '+1s',
    '1S',
    '10 s',
    'Inf',
    '99999999h',
    '1d',
    '10s&timeout=x',
    'x&timeout=10s',
  ])
    for (const [method, path, body] of [
      ['GET', `${maps}/timed?`],
      ['GET', `${maps}?watch=1&timeoutSeconds=1&`],
      ['POST', `${maps}?dryRun=All&`, { metadata: { name: 'z' } }],
      ['PUT', `${maps}/timed?dryRun=All&`, { metadata: { name: 'timed' } }],
      ['DELETE', `${maps}/none?`],
      ['GET', '/healthz?'],
      ['GET', '/none?'],
      ['GET', `${space}/pods/none/log?`],
    ])
      if (!/^(1ns|1us|1µs|1ms)$/.test(timeout))
        await twins.ask({
          method,
          path: `${path}timeout=${encodeURIComponent(timeout).replaceAll('%26', '&').replaceAll('%3D', '=')}`,
          body,
          limit: 2500,
        })
}
