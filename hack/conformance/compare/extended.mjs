/** APIs that another server answers (APIService): what it is asked for each request, what becomes of each sort of answer, discovery, conditions. */
import { createServer } from 'node:https'
import { setTimeout as pass } from 'node:timers/promises'
import { certificate } from './hook-server.mjs'
import { jane } from './hooked.mjs'
import { alike, differences } from './twins.mjs'

const nth = Date.now() % 1000000
const namespace = `extended-${nth}`
const group = `g${nth}.example.com`
const services = '/apis/apiregistration.k8s.io/v1/apiservices'
const resources = [
  {
    name: 'things',
    singularName: 'thing',
    namespaced: true,
    kind: 'Thing',
    verbs: ['get', 'list', 'watch', 'create'],
    shortNames: ['th'],
    categories: ['all'],
  },
  { name: 'things/status', singularName: '', namespaced: true, kind: 'Thing', verbs: ['get'] },
]

/** An extension server of one side. */
async function extension(answers) {
  const asked = []
  const { key, cert } = certificate([`ext.${namespace}.svc`])
  const server = createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, (request, response) => {
    const pieces = []
    request.on('data', (piece) => pieces.push(piece))
    request.on('end', () => {
      const { method, url, headers } = request
      const path = url.split('?')[0]
      const says = (body, status = 200, more = {}) => {
        response.writeHead(status, { 'content-type': 'application/json', ...more })
        response.end(JSON.stringify(body))
      }
      const version = path.split('/')[3]
      if (answers.discovery && /^\/apis\/[^/]+\/v\w+$/.test(path)) return answers.discovery(request, response)
      if (
        headers['x-remote-user'] === 'system:kube-aggregator' ||
        headers['x-remote-user'] === 'system:aggregator' ||
        /^\/(apis|openapi)(\/[^/]+)?(\/v[^/]*)?$/.test(path)
      ) {
        if (/^\/apis\/[^/]+\/v\w+$/.test(path))
          return says({ kind: 'APIResourceList', apiVersion: 'v1', groupVersion: `${group}/${version}`, resources })
        return says({ kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 }, 404)
      }
      asked.push({
        method,
        url,
        headers,
        body: Buffer.concat(pieces).toString(),
        trusted: request.socket.getPeerCertificate().subject?.CN !== undefined,
      })
      answers.now(request, response, says)
    })
  })
  server.on('tlsClientError', () => {})
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return { asked, port: server.address().port, authority: cert.toString('base64') }
}

export default async function extended(twins) {
  twins.known.push(
    [/managedFields/, 'compared where writing is'],
    [/things\/(a%2Fb|\.\.|%2e)|invalid name in the path/, 'path tricks are refused before anybody is asked'],
    [/header location: "https/, 'passed on as it was said'],
    [
      /headers\.(accept-encoding|connection)|^asked\[0\]\.url: .*\?/,
      'queries are passed on as they came, no compressed answers asked for',
    ],
    [/x-forwarded-host/, 'the name that the client called, not that of the other server'],
    [/caBundle|columnDefinitions|cells\[3\]/, 'of each side; said in our own words'],
    [/lastTransitionTime/, 'times of their own'],
    [/service\.port: \d+ \| \d+/, 'each side has a server of its own'],
  )
  const sides = [twins.upstream, twins.operon]
  const answers = { now: (_request, _response, says) => says({ kind: 'Thing', metadata: { name: 'x' } }) }
  for (const side of sides) side.extension = await extension(answers)
  const both = async (asking) => {
    const told = await Promise.all(sides.map((side) => side.ask(typeof asking === 'function' ? asking(side) : asking)))
    for (const { status, text } of told)
      if (status >= 300 && status !== 404) console.log(`in vain: ${text.slice(0, 300)}`)
    return told
  }
  const ports = sides.map(({ extension: { port } }) => port)
  const same = (answer) => {
    const text = ports.reduce((at, port) => at.replaceAll(String(port), 'PORT'), answer.text)
    const json =
      answer.json === undefined
        ? undefined
        : JSON.parse(ports.reduce((at, port) => at.replaceAll(String(port), '1'), JSON.stringify(answer.json)))
    return { ...answer, text, json }
  }
  const compare = twins.compare.bind(twins)
  twins.compare = (theirs, ours, options) => compare(same(theirs), same(ours), options)
  const tools = {
    twins,
    both,
    answers,
    sides,
    async ask(method, path, body, note = '', headers = {}, more = {}) {
      for (const side of sides) side.extension.asked.length = 0
      const told = await twins.ask({ method, path, body, headers: { ...jane, ...headers }, ...more }, { note })
      const shown = ({ extension: { asked } }) =>
        asked.map(({ headers: { host, ...rest }, ...each }) =>
          alike({ ...each, headers: { ...rest, 'x-forwarded-for': rest['x-forwarded-for'] && 'said' } }),
        )
      const found = differences(shown(sides[0]), shown(sides[1]), 'asked').filter(
        (line) => !twins.known.some(([pattern]) => pattern.test(line)),
      )
      if (found.length > 0) {
        twins.differed++
        console.log(`${method} ${path} ${note} IS ASKED OTHERWISE`)
        for (const line of found.slice(0, 12)) console.log(`    ${line}`)
      }
      return told
    },
    service:
      (version, more = {}) =>
      (side) => ({
        method: 'POST',
        path: services,
        body: {
          metadata: { name: `${version}.${group}` },
          spec: {
            group,
            version,
            groupPriorityMinimum: 1000,
            versionPriority: 15,
            service: { namespace, name: 'ext', port: side.extension.port },
            caBundle: side.extension.authority,
            ...(typeof more === 'function' ? more(side) : more),
          },
        },
      }),
  }
  await both({ method: 'POST', path: '/api/v1/namespaces', body: { metadata: { name: namespace } } })
  const external = (name, externalName) =>
    both((side) => ({
      method: 'POST',
      path: `/api/v1/namespaces/${namespace}/services`,
      body: {
        metadata: { name },
        spec: { type: 'ExternalName', externalName, ports: [{ port: side.extension.port }] },
      },
    }))
  await external('ext', 'localhost')
  await external('other', 'localhost')
  await external('nowhere', 'nowhere.invalid')
  await both(tools.service('v1'))
  await settled(tools, 'v1')
  const parts = { discovery, requests, answered, conditions }
  const only = process.env.ONLY?.split(',') ?? Object.keys(parts)
  for (const part of only) await parts[part](tools)
  for (const version of ['v1', 'v2', 'v1beta1'])
    await both({ method: 'DELETE', path: `${services}/${version}.${group}` })
}

/** Both have looked. */
async function settled({ both }, version) {
  for (let turn = 0; turn < 60; turn++) {
    const told = await both({ path: `${services}/${version}.${group}` })
    if (told.every(({ json }) => json.status?.conditions?.length)) break
    await pass(200)
  }
  await pass(1500)
}

const aggregated = { accept: 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json' }

async function discovery({ ask, both, service, twins }) {
  const seen = async (note) => {
    const ofGroup = ({ json }) =>
      json?.groups?.filter(({ name }) => name === group) ??
      json?.items?.filter(({ metadata }) => metadata.name === group) ??
      json
    for (const headers of [{}, aggregated]) {
      const told = await both({ path: '/apis', headers })
      twins.asked++
      const found = differences(ofGroup(told[0]), ofGroup(told[1]), 'groups')
      if (found.length > 0) console.log(`discovery ${note}`, ++twins.differed, found.slice(0, 8))
    }
    for (const path of [
      `/apis/${group}`,
      `/apis/${group}/v1`,
      `/apis/${group}/v2`,
      `/apis/${group}/v1/`,
      `/openapi/v3/apis/${group}/v1`,
      `/apis/${group}/`,
    ])
      await ask('GET', path, undefined, note)
    await ask('GET', `${services}/v1.${group}`, undefined, note)
  }
  await seen('one version')
  await both(service('v2', { versionPriority: 20 }))
  await settled({ both }, 'v2')
  await seen('two versions')
  await both(service('v1beta1', { groupPriorityMinimum: 2000 }))
  await settled({ both }, 'v1beta1')
  await seen('three versions')
  await ask('GET', services, undefined, 'listed', { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' })
}

async function requests({ ask }) {
  const things = `/apis/${group}/v1/namespaces/${namespace}/things`
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])
    await ask(
      method,
      `${things}/x?pretty=true&a=b%20c&a=d`,
      ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) ? { a: 'b' } : undefined,
    )
  for (const path of [
    things,
    `${things}?watch=true&timeoutSeconds=5`,
    `${things}/x/status`,
    `${things}/x/any/thing/below`,
    `/apis/${group}/v1/things`,
    `/apis/${group}/v1/none`,
    `${things}/a%2Fb`,
    `${things}/x/`,
    `${things}//x`,
    `${things}/../x`,
    `${things}/%2e%2e/x`,
    `/apis/${group}/v1/namespaces/none/things`,
    `${things}?labelSelector=a%3Db&fieldSelector=x`,
    `/apis/${group}/v1/x?timeout=1s`,
    `${things}/é`,
    `${things}/x;y=z`,
  ])
    await ask('GET', path)
  for (const headers of [
    { accept: 'application/yaml' },
    { accept: 'application/vnd.kubernetes.protobuf' },
    { 'accept-encoding': 'gzip' },
    { 'content-type': 'text/x' },
    { 'user-agent': 'me' },
    { cookie: 'a=b' },
    { 'x-remote-user': 'admin', 'x-remote-group': 'x', 'x-remote-extra-a': 'b', 'x-remote-uid': 'x' },
    { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-host': 'h', 'x-forwarded-proto': 'p', forwarded: 'for=x' },
    { te: 'trailers', 'proxy-authorization': 'x', 'keep-alive': '1' },
    { 'audit-id': 'mine' },
    { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
    { range: 'bytes=0-1' },
    { 'if-none-match': '"x"' },
    { origin: 'https://x' },
    { 'x-any': 'é' },
  ])
    await ask('GET', `${things}/x`, undefined, JSON.stringify(headers), headers)
  for (const as of [{ 'x-none': '1' }, { 'impersonate-user': 'nobody' }])
    await ask('GET', `${things}/x`, undefined, JSON.stringify(as), {}, as['x-none'] ? { as } : { headers: as })
  await ask('POST', things, 'kind: Thing', 'yaml', { 'content-type': 'application/yaml' })
  await ask('POST', things, 'x'.repeat(4_000_000), 'large', { 'content-type': 'text/plain' })
}

async function answered({ ask, answers }) {
  const path = `/apis/${group}/v1/namespaces/${namespace}/things/x`
  const body = JSON.stringify({ kind: 'Thing', a: 'x'.repeat(200) })
  const sorts = {
    plain: (_, response) => response.end('text'),
    nothing: (_, response) => response.end(),
    'without length': (_, response) => {
      response.write('a')
      setTimeout(() => response.end('b'), 50)
    },
    html: (_, response) => {
      response.writeHead(404, { 'content-type': 'text/html' })
      response.end('<html>')
    },
  }
  for (const code of [
    200, 201, 202, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 405, 409, 410, 412, 415, 418, 422, 429, 499, 500,
    501, 502, 503, 504, 599,
  ])
    sorts[`code ${code}`] = (_, response) => {
      response.writeHead(code, { 'content-type': 'application/json', location: '/x', 'retry-after': '3' })
      response.end([204, 304].includes(code) ? undefined : body)
    }
  for (const [name, value] of [
    ['cache-control', 'max-age=3'],
    ['set-cookie', ['a=b', 'c=d']],
    ['warning', '299 - "x"'],
    ['etag', '"x"'],
    ['x-any', 'y'],
    ['vary', 'Accept'],
    ['connection', 'close'],
    ['keep-alive', 'timeout=1'],
    ['access-control-allow-origin', '*'],
    ['audit-id', 'theirs'],
    ['x-kubernetes-pf-flowschema-uid', 'x'],
    ['www-authenticate', 'Basic'],
    ['content-encoding', 'identity'],
    ['transfer-encoding', 'chunked'],
    ['trailer', 'x-t'],
    ['upgrade', 'websocket'],
    ['allow', 'GET'],
    ['date', 'x'],
    ['server', 's'],
    ['strict-transport-security', 'x'],
  ])
    sorts[`header ${name}`] = (_, response) => {
      // Node takes the name of a trailer for a chunked answer alone.
      const sent = name === 'trailer' ? { 'transfer-encoding': 'chunked' } : {}
      response.writeHead(200, { 'content-type': 'application/json', ...sent, [name]: value })
      response.end(body)
    }
  sorts['broken off'] = (_, response) => response.destroy()
  sorts['broken off within'] = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
    response.write('{')
    setTimeout(() => response.destroy(), 50)
  }
  sorts['a hint'] = (_, response) => {
    response.writeEarlyHints({ link: '</x>; rel=preload' })
    response.end('{}')
  }
  sorts.trailers = (_, response) => {
    response.writeHead(200, { 'transfer-encoding': 'chunked', trailer: 'x-t' })
    response.write('a')
    response.addTrailers({ 'x-t': 'y' })
    response.end()
  }
  for (const [told, now] of Object.entries(sorts)) {
    answers.now = now
    for (const method of ['GET', 'POST', 'HEAD']) {
      const [theirs, ours] = await ask(method, path, method === 'POST' ? {} : undefined, told)
      const shown = ({
        headers: {
          date,
          'audit-id': id,
          'x-kubernetes-pf-flowschema-uid': a,
          'x-kubernetes-pf-prioritylevel-uid': b,
          ...rest
        },
      }) => ({
        ...rest,
        ...(id === 'theirs' || id?.includes(',') ? { id } : {}),
        date: Array.isArray(date) ? date : date === 'x' ? 'x' : 'said',
      })
      const found = differences(shown(theirs), shown(ours), 'headers')
      if (found.length > 0) console.log(`${method} ${told}: `, found)
    }
  }
  answers.now = (_request, _response, says) => says({})
}

async function conditions({ ask, both, answers, service, twins }) {
  const look = async (version, note) => {
    await settled({ both }, version)
    const [theirs, ours] = await both({ path: `${services}/${version}.${group}` })
    twins.asked++
    const shown = ({ json }) =>
      json.status?.conditions?.map(({ type, status, reason, message }) => ({ type, status, reason, message }))
    const found = differences(shown(theirs), shown(ours), 'conditions')
    if (found.length > 0) console.log(`condition ${note}`, ++twins.differed, found)
    for (const path of [`/apis/${group}`, `/apis/${group}/${version}`, `/apis/${group}/${version}/x`])
      await ask('GET', path, undefined, note)
    await both({ method: 'DELETE', path: `${services}/${version}.${group}` })
    await pass(500)
  }
  const cases = {
    'no such service': () => ({ service: { namespace, name: 'none', port: 443 } }),
    'no such namespace': () => ({ service: { namespace: 'none', name: 'none', port: 443 } }),
    'no such port': () => ({ service: { namespace, name: 'plain', port: 81 } }),
    'nobody at its port': () => ({ service: { namespace, name: 'plain', port: 80 } }),
    'no such host': (side) => ({ service: { namespace, name: 'nowhere', port: side.extension.port } }),
    'nobody there': () => ({ service: { namespace, name: 'ext', port: 1 } }),
    'another name': (side) => ({ service: { namespace, name: 'other', port: side.extension.port } }),
    'no authority': () => ({ caBundle: undefined }),
    'another authority': () => ({ caBundle: certificate().cert.toString('base64') }),
    'skipped authority': () => ({ caBundle: undefined, insecureSkipTLSVerify: true }),
    'skipped, another name': (side) => ({
      caBundle: undefined,
      insecureSkipTLSVerify: true,
      service: { namespace, name: 'other', port: side.extension.port },
    }),
  }
  await both({
    method: 'POST',
    path: `/api/v1/namespaces/${namespace}/services`,
    body: { metadata: { name: 'plain' }, spec: { ports: [{ port: 80 }] } },
  })
  for (const [told, more] of Object.entries(cases)) {
    await both(service('v3', more))
    await look('v3', told)
  }
  const raw =
    (status, text, headers = { 'content-type': 'application/json' }) =>
    (_, response) => {
      response.writeHead(status, headers)
      response.end(text)
    }
  for (const [told, discovery] of Object.entries({
    404: raw(404, 'no'),
    403: raw(403, '{}'),
    500: raw(500, '{}'),
    503: raw(503, ''),
    301: raw(301, '', { location: '/x' }),
    'not JSON': raw(200, 'x'),
    empty: raw(200, '{}'),
    'another kind': raw(200, '{"kind":"Pod"}'),
    'broken off': (_, response) => response.destroy(),
  })) {
    answers.discovery = discovery
    await both(service('v3'))
    await look('v3', `discovery ${told}`)
    answers.discovery = undefined
  }
}
