/** What the API itself answers to streams that come to nothing: exec, attach, port-forward, logs and proxies of what is missing, unreachable or wrongly asked for. No kubelet is behind either. */
import { networkInterfaces } from 'node:os'
import { apart, core, patchTypes, place } from './writing.mjs'

const key = 'dGhlIHNhbXBsZSBub25jZQ=='
const socket = (...protocols) => ({
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-key': key,
  'sec-websocket-version': '13',
  ...(protocols.length ? { 'sec-websocket-protocol': protocols.join(', ') } : {}),
})
const spdy = (...versions) => ({
  connection: 'Upgrade',
  upgrade: 'SPDY/3.1',
  ...(versions.length ? { 'x-stream-protocol-version': versions.join(', ') } : {}),
})

/** Ways of asking for a stream. */
const ways = {
  plain: {},
  'v5 socket': socket('v5.channel.k8s.io'),
  'v5 and v4 sockets': socket('v5.channel.k8s.io', 'v4.channel.k8s.io'),
  'v4 socket': socket('v4.channel.k8s.io'),
  'base64 socket': socket('base64.channel.k8s.io'),
  'channel socket': socket('channel.k8s.io'),
  'socket without protocol': socket(),
  'unknown socket': socket('none.k8s.io'),
  'tunnel socket': socket('SPDY/3.1+portforward.k8s.io'),
  'unknown tunnel socket': socket('SPDY/3.1+none'),
  'old socket': { ...socket('v5.channel.k8s.io'), 'sec-websocket-version': '8' },
  'socket without key': { ...socket('v5.channel.k8s.io'), 'sec-websocket-key': '' },
  'SPDY v4': spdy('v4.channel.k8s.io'),
  'SPDY of all': spdy('v4.channel.k8s.io', 'v3.channel.k8s.io', 'v2.channel.k8s.io', 'channel.k8s.io'),
  'SPDY port-forward': spdy('portforward.k8s.io'),
  'SPDY without versions': spdy(),
  'unknown upgrade': { connection: 'Upgrade', upgrade: 'none' },
  'upgrade of nothing': { connection: 'Upgrade' },
  'upgrade without connection': { upgrade: 'SPDY/3.1' },
}
const few = ['plain', 'v5 socket', 'v4 socket', 'tunnel socket', 'SPDY v4']

const ownAddress =
  Object.values(networkInterfaces())
    .flat()
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '192.0.2.1'

const address = (type, value) => ({ type, address: value })
const daemonEndpoints = { kubeletEndpoint: { Port: 1 } }
const nodes = {
  bare: {},
  portless: { addresses: [address('InternalIP', ownAddress)] },
  shut: { addresses: [address('InternalIP', '127.0.0.1')], daemonEndpoints },
  own: { addresses: [address('InternalIP', ownAddress)], daemonEndpoints },
  called: { addresses: [address('Hostname', 'nowhere.invalid')], daemonEndpoints },
  both: { addresses: [address('InternalIP', '127.0.0.2'), address('Hostname', '127.0.0.3')], daemonEndpoints },
  outside: { addresses: [address('ExternalIP', ownAddress), address('InternalIP', '127.0.0.1')], daemonEndpoints },
  odd: { addresses: [address('ExternalDNS', '127.0.0.1')], daemonEndpoints },
  declared: {
    addresses: [address('InternalIP', '127.0.0.1')],
    daemonEndpoints,
    declaredFeatures: ['ExtendWebSocketsToKubelet'],
  },
}

const main = { name: 'main', image: 'a:1' }
const ports = [{ containerPort: 1 }, { containerPort: 2, name: 'second' }]
const running = (name) => ({ name, image: '', imageID: '', ready: true, restartCount: 0, state: { running: {} } })
const pods = {
  free: [{ containers: [main] }],
  many: [{ containers: [main, { ...main, name: 'side' }], initContainers: [{ ...main, name: 'first' }] }],
  chosen: [
    { containers: [main, { ...main, name: 'side' }] },
    {},
    { annotations: { 'kubectl.kubernetes.io/default-container': 'side' } },
  ],
  lost: [{ containers: [main], nodeName: 'missing' }],
  done: [{ containers: [main], nodeName: 'shut' }, { phase: 'Succeeded' }],
  failed: [{ containers: [main], nodeName: 'shut' }, { phase: 'Failed' }],
  runs: [
    { containers: [main], nodeName: 'shut' },
    { phase: 'Running', containerStatuses: [running('main')] },
  ],
  ported: [{ containers: [{ ...main, ports }] }, { podIP: ownAddress, podIPs: [{ ip: ownAddress }] }],
  plain: [{ containers: [main] }, { podIP: ownAddress, podIPs: [{ ip: ownAddress }] }],
  looped: [{ containers: [{ ...main, ports }] }, { podIP: '127.0.0.1', podIPs: [{ ip: '127.0.0.1' }] }],
  linked: [{ containers: [{ ...main, ports }] }, { podIP: '169.254.1.1', podIPs: [{ ip: '169.254.1.1' }] }],
  ...Object.fromEntries(Object.keys(nodes).map((name) => [`on-${name}`, [{ containers: [main], nodeName: name }]])),
}

export default async function streams(twins) {
  twins.known.push([
    /^status: "socket hang up"|^body: socket hang up/,
    'upstream breaks the connection where a port is no number: here names of ports are known, others refused',
  ])
  const name = apart('streams')
  const space = await place(twins, name)
  const prefix = `${name}-`
  await prepare(twins, { space, prefix })
  const context = { space, prefix, path: `${space}/pods` }
  await commands(twins, context)
  await logs(twins, context)
  await forwards(twins, context)
  await proxies(twins, context)
  await withoutRights(twins, context)
  for (const node of Object.keys(nodes)) await twins.ask({ method: 'DELETE', path: `${core}/nodes/${prefix}${node}` })
}

async function prepare(twins, { space, prefix }) {
  const report = (path, status) =>
    twins.ask({ method: 'PATCH', path: `${path}/status`, body: { status }, headers: patchTypes.merge })
  for (const [name, status] of Object.entries(nodes)) {
    const path = `${core}/nodes`
    await twins.ask({ method: 'POST', path, body: { metadata: { name: prefix + name } } })
    await report(`${path}/${prefix}${name}`, status)
  }
  for (const [name, [spec, status, metadata]] of Object.entries(pods)) {
    const placed = spec.nodeName ? { ...spec, nodeName: prefix + spec.nodeName } : spec
    const path = `${space}/pods`
    await twins.ask({ method: 'POST', path, body: { metadata: { name, ...metadata }, spec: placed } })
    if (status) await report(`${path}/${name}`, status)
  }
  await twins.ask({
    method: 'PATCH',
    path: `${space}/pods/many/ephemeralcontainers`,
    body: { spec: { ephemeralContainers: [{ ...main, name: 'debug' }] } },
    headers: patchTypes.strategic,
  })
}

const asked = { exec: 'command=a&stdout=1', attach: 'stdout=1', portforward: 'ports=80', log: '', proxy: '' }

async function commands(twins, { path }) {
  const ask = (at, way, method = 'GET') =>
    twins.ask({ method, path: `${path}/${at}`, headers: ways[way] }, { note: way })
  for (const subresource of ['exec', 'attach', 'portforward']) {
    for (const way of Object.keys(ways))
      for (const method of ['GET', 'POST'])
        for (const pod of ['on-shut', 'on-declared'])
          await ask(`${pod}/${subresource}?${asked[subresource]}`, way, method)
    for (const pod of [...Object.keys(pods), 'none'])
      for (const way of few) await ask(`${pod}/${subresource}?${asked[subresource]}`, way)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
      await twins.ask({
        method,
        path: `${path}/free/${subresource}`,
        ...(method === 'PATCH' ? { headers: patchTypes.merge, body: {} } : {}),
      })
    for (const query of [
      'dryRun=All',
      'dryRun=',
      'dryRun=x',
      'pretty=true',
      'fieldManager=',
      'none=1',
      'timeout=x',
      'watch=1',
    ])
      for (const way of ['plain', 'SPDY v4'])
        await ask(`on-shut/${subresource}?${asked[subresource]}&${query}`, way, 'POST')
    await ask(`free/${subresource}/more?${asked[subresource]}`, 'plain')
    await twins.ask({ method: 'POST', path: `${path}/free/${subresource}?${asked[subresource]}`, body: { a: 1 } })
    await twins.ask({
      path: `${path}/free/${subresource}?${asked[subresource]}`,
      headers: { accept: 'application/yaml' },
    })
    await twins.ask({ path: `${path}/free/${subresource}`, headers: { accept: 'none/none' } })
  }
  for (const subresource of ['exec', 'attach'])
    for (const way of few) {
      for (const container of ['main', 'side', 'first', 'debug', 'none', 'UPPER', '%20', ''])
        for (const pod of ['many', 'chosen', 'on-shut', 'runs'])
          await ask(`${pod}/${subresource}?${asked[subresource]}&container=${container}`, way)
      for (const query of [
        '',
        'command=a',
        'stdin=1',
        'stdout=1',
        'command=&stdout=1',
        'command=a&stdout=0',
        'command=a&stdout=x',
        'command=a&stdout=',
        'command=a&stdout',
        'command=a&stdout=true&stdout=false',
        'command=a&tty=1',
        'command=a&tty=yes&stdout=1',
        'command=a&stdin=True&stdout=T&stderr=t&tty=TRUE',
        'command=a&command=b&stdout=1&stderr=1&tty=1',
        'command=a&stdout=1&container=main&container=none',
        'command=%ff&stdout=1',
        'command=%zz&stdout=1',
        'command=a;b&stdout=1',
      ])
        for (const pod of ['on-shut', 'free', 'runs']) await ask(`${pod}/${subresource}?${query}`, way)
    }
}

async function logs(twins, { path }) {
  const ask = (at, headers = {}) => twins.ask({ path: `${path}/${at}`, headers }, { note: JSON.stringify(headers) })
  for (const pod of [...Object.keys(pods), 'none']) {
    await ask(`${pod}/log`)
    await ask(`${pod}/log`, socket('binary.k8s.io'))
    await ask(`${pod}/log?follow=1&insecureSkipTLSVerifyBackend=true`)
  }
  for (const container of ['main', 'side', 'first', 'debug', 'none', '', '%20'])
    for (const pod of ['many', 'chosen', 'free']) await ask(`${pod}/log?container=${container}`)
  for (const query of [
    'tailLines=-1',
    'tailLines=0',
    'tailLines=x',
    'tailLines=1.5',
    'tailLines=',
    'tailLines=9223372036854775808',
    'tailLines=+1',
    'tailLines=1&tailLines=-1',
    'limitBytes=0',
    'limitBytes=-1',
    'limitBytes=x',
    'limitBytes=',
    'limitBytes=1',
    'sinceSeconds=0',
    'sinceSeconds=-1',
    'sinceSeconds=x',
    'sinceSeconds=1',
    'sinceTime=x',
    'sinceTime=',
    'sinceTime=2020-01-01',
    'sinceTime=2020-01-01T00:00:00Z',
    'sinceTime=2020-01-01T00:00:00.5%2B02:00',
    'sinceTime=null',
    'sinceTime=%222020-01-01T00:00:00Z%22',
    'sinceTime=2020-02-31T00:00:00Z',
    'sinceTime=2020-01-01T24:00:00Z',
    'sinceSeconds=1&sinceTime=2020-01-01T00:00:00Z',
    'sinceSeconds=0&sinceTime=2020-01-01T00:00:00Z',
    'sinceSeconds=1&sinceTime=x',
    'sinceSeconds=1&sinceTime=',
    'stream=',
    'stream=All',
    'stream=Stdout',
    'stream=stdout',
    'stream=none',
    'stream=Stdout&tailLines=1',
    'stream=none&tailLines=1',
    'stream=All&tailLines=1',
    'stream=Stderr&tailLines=-1',
    'follow=x',
    'follow=',
    'follow',
    'follow=0',
    'follow=false',
    'follow=T',
    'previous=x',
    'previous=1',
    'timestamps=x',
    'timestamps=1',
    'insecureSkipTLSVerifyBackend=x',
    'tailLines=-1&limitBytes=0&sinceSeconds=0&stream=x',
    'none=1',
    'dryRun=All',
    'dryRun=x',
    'timeout=x',
    'timeout=1s',
    'watch=1',
    'resourceVersion=x',
    'pretty=1',
    '%zz=1',
    'a;b=1',
  ])
    for (const pod of ['free', 'on-shut', 'none']) await ask(`${pod}/log?${query}`)
  for (const accept of [
    'text/plain',
    'application/json',
    'application/yaml',
    'application/vnd.kubernetes.protobuf',
    'none/none',
    'text/html',
    'application/json;as=Table;v=v1;g=meta.k8s.io',
  ])
    for (const at of ['free/log', 'none/log', 'free/log?tailLines=-1', 'on-shut/log']) await ask(at, { accept })
  for (const [note, headers] of Object.entries(ways)) {
    await twins.ask({ path: `${path}/free/log`, headers }, { note })
    await twins.ask({ path: `${path}/on-shut/log`, headers }, { note })
  }
  for (const protocol of ['binary.k8s.io', 'base64.binary.k8s.io', 'v4.channel.k8s.io', ''])
    for (const at of ['free/log', 'many/log', 'none/log', 'on-shut/log', 'free/log?follow=1'])
      await ask(at, protocol ? socket(protocol) : socket())
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])
    await twins.ask({
      method,
      path: `${path}/free/log`,
      ...(method === 'PATCH' ? { headers: patchTypes.merge, body: {} } : {}),
    })
  await ask('free/log/more')
  await ask('free/log/')
}

async function forwards(twins, { path }) {
  for (const query of [
    '',
    'ports=',
    'ports=x',
    'ports=0',
    'ports=-1',
    'ports=70000',
    'ports=80,81',
    'ports=80&ports=81',
    'ports=80&ports=x',
    'ports=2147483648',
    'ports=1.5',
    'ports=%20',
  ])
    for (const way of [...few, 'SPDY port-forward', 'unknown tunnel socket', 'v5 and v4 sockets'])
      for (const pod of ['on-shut', 'free', 'done', 'none'])
        await twins.ask({ path: `${path}/${pod}/portforward?${query}`, headers: ways[way] }, { note: way })
}

async function proxies(twins, { space, prefix, path }) {
  const ask = (at, more = {}, note = '') => twins.ask({ path: at, ...more }, { note })
  const names = (name) => [
    name,
    `${name}:1`,
    `${name}:second`,
    `${name}:none`,
    `${name}:0`,
    `${name}:70000`,
    `${name}:-1`,
    `http:${name}:1`,
    `https:${name}:1`,
    `https:${name}:`,
    `https:${name}`,
    `ftp:${name}:1`,
    `:${name}:1`,
    `${name}:`,
    ':1',
    `a:b:${name}:1`,
    `${name}%3A1`,
  ]
  for (const pod of ['ported', 'free', 'looped', 'linked', 'none'])
    for (const name of names(pod)) await ask(`${path}/${name}/proxy/`)
  for (const pod of ['plain', 'ported', 'free'])
    for (const rest of [
      '',
      '/',
      '?a=b',
      '/?a=b',
      '/x',
      '/x/',
      '/x/../y',
      '/%2e%2e/x',
      '//x',
      '/x%2Fy',
      '?path=/x',
      '/?dryRun=All',
      '?dryRun=All',
      '/?timeout=x',
      '/?pretty=1',
    ]) {
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
        await ask(`${path}/${pod}:1/proxy${rest}`, { method })
      await ask(`${path}/${pod}:1/proxy${rest}`, { headers: ways['v4 socket'] }, 'v4 socket')
    }
  for (const [note, headers] of Object.entries(ways)) await ask(`${path}/ported/proxy/`, { headers }, note)
  const at = `${core}/nodes`
  for (const node of [...Object.keys(nodes), 'none']) {
    for (const name of node === 'own' || node === 'shut' ? names(prefix + node) : [prefix + node, `${prefix + node}:2`])
      await ask(`${at}/${name}/proxy/`)
    for (const way of few) await ask(`${at}/${prefix}${node}/proxy/run`, { headers: ways[way] }, way)
    for (const method of ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      await ask(`${at}/${prefix}${node}/proxy/a`, { method })
    await ask(`${at}/${prefix}${node}/proxy`)
  }
  await services(twins, space)
  const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io'
  for (const one of [`${path}/none/proxy/`, `${at}/none/proxy/`, `${space}/services/none/proxy/`, `${path}/none/exec`])
    for (const type of [accept, 'application/yaml', 'text/html', 'none/none', `${accept},*/*`])
      await ask(one, { headers: { accept: type } }, type)
  await ask(`${space}/services/none/proxy/`, { headers: ways['v4 socket'] }, 'v4 socket')
}

async function services(twins, space) {
  const path = `${space}/services`
  const made = {
    open: {
      ports: [
        { port: 80, name: 'web', targetPort: 1 },
        { port: 81, name: 'more' },
      ],
    },
    nameless: { ports: [{ port: 80, targetPort: 1 }] },
    empty: { ports: [{ port: 80 }] },
    foreign: { ports: [{ port: 80 }] },
    unready: { ports: [{ port: 80 }] },
    wrong: { ports: [{ port: 80 }] },
    elsewhere: { type: 'ExternalName', externalName: 'nowhere.invalid' },
    none: undefined,
  }
  const targetRef = { kind: 'Pod', name: 'ported', namespace: space.split('/').pop() }
  const subsets = {
    open: [{ addresses: [{ ip: ownAddress, targetRef }], ports: [{ port: 1, name: 'web' }] }],
    nameless: [{ addresses: [{ ip: ownAddress, targetRef }], ports: [{ port: 1 }] }],
    empty: [],
    foreign: [{ addresses: [{ ip: '10.1.2.3' }], ports: [{ port: 1 }] }],
    unready: [{ notReadyAddresses: [{ ip: ownAddress, targetRef }], ports: [{ port: 1 }] }],
    wrong: [{ addresses: [{ ip: '10.1.2.3', targetRef }], ports: [{ port: 1 }] }],
  }
  for (const [name, spec] of Object.entries(made)) {
    if (spec) await twins.ask({ method: 'POST', path, body: { metadata: { name }, spec } })
    if (subsets[name])
      await twins.ask({
        method: 'POST',
        path: `${space}/endpoints`,
        body: { metadata: { name }, subsets: subsets[name] },
      })
    for (const asked of [
      name,
      `${name}:80`,
      `${name}:81`,
      `${name}:99`,
      `${name}:web`,
      `${name}:none`,
      `http:${name}:80`,
      `https:${name}:80`,
      `https:${name}:web`,
      `ftp:${name}:80`,
      `:${name}:80`,
      `${name}:`,
      ':80',
      `a:b:${name}:1`,
      `${name}:-1`,
      `${name}:080`,
    ])
      for (const rest of ['/', '', '/x']) await twins.ask({ path: `${path}/${asked}/proxy${rest}` })
    for (const method of ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      await twins.ask({ method, path: `${path}/${name}:80/proxy/` })
    await twins.ask({ path: `${path}/${name}:80/proxy/`, headers: ways['v4 socket'] }, { note: 'v4 socket' })
  }
}

async function withoutRights(twins, { space, path, prefix }) {
  const namespace = space.split('/').pop()
  await twins.ask({ method: 'POST', path: `${space}/serviceaccounts`, body: { metadata: { name: 'reader' } } })
  const rules = [
    {
      apiGroups: [''],
      resources: ['pods', 'pods/log', 'pods/exec', 'pods/attach', 'pods/portforward', 'pods/proxy', 'services/proxy'],
      verbs: ['get'],
    },
  ]
  const rbac = `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}`
  await twins.ask({ method: 'POST', path: `${rbac}/roles`, body: { metadata: { name: 'reader' }, rules } })
  await twins.ask({
    method: 'POST',
    path: `${rbac}/rolebindings`,
    body: {
      metadata: { name: 'reader' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
      subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace }],
    },
  })
  const robot = `system:serviceaccount:${namespace}:`
  for (const who of ['reader', 'default'])
    for (const subresource of Object.keys(asked))
      for (const way of few)
        for (const method of ['GET', 'POST'])
          for (const pod of ['free', 'on-shut', 'none'])
            await twins.ask(
              {
                method,
                path: `${path}/${pod}/${subresource}?${asked[subresource]}`,
                headers: { ...ways[way], 'impersonate-user': robot + who },
              },
              { note: `${who} ${way}` },
            )
  for (const at of [`${core}/nodes/${prefix}own/proxy/`, `${space}/services/open:80/proxy/`])
    for (const way of few)
      for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS'])
        await twins.ask(
          { method, path: at, headers: { ...ways[way], 'impersonate-user': `${robot}reader` } },
          { note: way },
        )
  for (const way of few)
    await twins.ask({ path: `${path}/free/exec?${asked.exec}`, headers: ways[way], as: {} }, { note: `nobody, ${way}` })
}
