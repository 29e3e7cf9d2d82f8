/** Proxies over the front door: pods, services and nodes, with a server of ours behind them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { ownAddress } from '../../plugins/runtime/process/host/own-address.js'
import { missing } from '../kit/needs.js'
import { type Asker, TestServer } from '../kit/server.js'

const inDefault = '/api/v1/namespaces/default'
/** Endpoints have no loopback addresses. */
const own = ownAddress()

async function bodyOf(message: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of message as AsyncIterable<Buffer>) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

/** Says what it was asked. */
async function tell(message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '', headers } = message
  if (url.startsWith('/moved')) return void response.writeHead(302, { location: '/elsewhere?a=b' }).end()
  if (url === '/page') {
    const packed = gzipSync('<a href="/x">x</a>')
    return void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(packed)
  }
  if (url === '/breaks') {
    response.writeHead(200, { 'content-type': 'text/plain' }).write('half')
    return void setImmediate(() => response.destroy())
  }
  const body = await bodyOf(message)
  response.setHeader('set-cookie', ['a=1', 'b=2'])
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('x-own', 'yes')
  response.writeHead(url === '/teapot' ? 418 : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ method, url, headers, length: body.length }))
}

describe('proxies of pods, services and nodes', () => {
  let server: TestServer
  let backend: Server
  let port: number
  let jane: Asker

  before(async () => {
    backend = createServer((message, response) => void tell(message, response))
    backend.on('upgrade', (message, socket) => {
      socket.on('error', () => {})
      if (message.url !== '/echo') return void socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 2\r\n\r\nno')
      const offered = message.headers['sec-websocket-protocol'] ?? ''
      socket.write(
        `HTTP/1.1 101 Switching\r\nconnection: Upgrade\r\nupgrade: websocket\r\nx-offered: ${offered}\r\n\r\n`,
      )
      socket.pipe(socket)
    })
    await new Promise<void>((resolve) => backend.listen(0, own, resolve))
    port = (backend.address() as AddressInfo).port
    server = await TestServer.start()
    jane = server.user('jane')
    const post = async (path: string, body: object) =>
      expect((await server.ask(path, { method: 'POST', body })).status, path).to.equal(201)
    const put = async (path: string, status: object) => {
      const body = [{ op: 'add', path: '/status', value: status }]
      const headers = { 'content-type': 'application/json-patch+json' }
      const told = await server.ask(`${path}/status`, { method: 'PATCH', body, headers })
      expect(told.status, told.text).to.equal(200)
    }
    const kubelets = server.server.port
    await post('/api/v1/nodes', { metadata: { name: 'n1' } })
    const addresses = [{ type: 'InternalIP', address: '127.0.0.1' }]
    await put('/api/v1/nodes/n1', { addresses, daemonEndpoints: { kubeletEndpoint: { Port: kubelets } } })
    for (const [name, podIP, nodeName] of [
      ['web', own, 'n1'],
      ['astray', '127.0.0.2', 'n1'],
      ['metadata', '169.254.169.254', 'n1'],
    ] as const) {
      const containers = [{ name: 'app', image: 'app:1', ports: [{ name: 'http', containerPort: port }] }]
      await post(`${inDefault}/pods`, { metadata: { name, labels: { app: name } }, spec: { nodeName, containers } })
      const conditions = [{ type: 'Ready', status: 'True' }]
      await put(`${inDefault}/pods/${name}`, { phase: 'Running', podIP, podIPs: [{ ip: podIP }], conditions })
    }
    for (const app of ['web', 'astray'])
      await post(`${inDefault}/services`, {
        metadata: { name: app },
        spec: { selector: { app }, ports: [{ name: 'main', port: 80, targetPort: 'http' }] },
      })
  })
  after(async () => {
    await server?.stop()
    backend?.close()
  })

  it('passes every method on, with path, query and body, and the answer back as it is', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const body = method === 'GET' || method === 'OPTIONS' ? undefined : '{"kind": nonsense'
      const headers = { accept: 'text/html', 'content-type': 'text/odd' }
      const path = `${inDefault}/pods/web/proxy/a%2Fb/c?pretty=x&watch=true&y=%20`
      const { status, json, headers: back } = await server.ask(path, { method, headers, ...(body ? { body } : {}) })
      expect([status, json.method, json.url]).to.deep.equal([200, method, '/a%2Fb/c?pretty=x&watch=true&y=%20'])
      expect(json.length).to.equal(body?.length ?? 0)
      expect(json.headers['content-type']).to.equal('text/odd')
      expect([back['x-own'], back['set-cookie']]).to.deep.equal(['yes', ['a=1', 'b=2']])
      expect(back).to.not.have.property('access-control-allow-origin')
    }
    expect((await server.ask(`${inDefault}/pods/web/proxy/teapot`)).status).to.equal(418)
    const { status, text, headers } = await server.ask(`${inDefault}/pods/web/proxy/x`, { method: 'HEAD' })
    expect([status, text, headers['x-own']]).to.deep.equal([200, '', 'yes'])
  })

  it('takes bodies that are larger than any object', async () => {
    const body = 'x'.repeat(5 * 1024 * 1024)
    const { json } = await server.ask(`${inDefault}/pods/web/proxy/`, { method: 'POST', body })
    expect(json.length).to.equal(body.length)
  })

  it('says where a request comes from, and never who has sent it', async () => {
    const headers = {
      ...{ authorization: 'Basic x', 'x-remote-user': 'y', 'proxy-authorization': 'z', te: 'gzip' },
      ...{ connection: 'x-mine', 'x-mine': 'hop', 'x-forwarded-for': '192.0.2.1', cookie: 'a=b' },
      'impersonate-user': 'admin',
      'impersonate-group': 'system:masters',
    }
    const { json } = await server.ask(`${inDefault}/pods/web/proxy/a`, { headers })
    expect(json.headers).to.not.have.any.keys(
      ...[
        'authorization',
        'x-remote-user',
        'proxy-authorization',
        'te',
        'x-mine',
        'impersonate-user',
        'impersonate-group',
      ],
    )
    expect(json.headers['cookie']).to.equal('a=b')
    expect(json.headers['x-forwarded-for']).to.match(/^192\.0\.2\.1, .*127\.0\.0\.1$/)
    expect(json.headers['x-forwarded-uri']).to.equal(`${inDefault}/pods/web/proxy/a`)
  })

  it('names ports in each form', async () => {
    for (const name of [
      'pods/web',
      `pods/web:${port}`,
      'pods/http:web:http',
      'services/web:80',
      'services/web:main',
      'services/http:web:main',
    ])
      expect((await server.ask(`${inDefault}/${name}/proxy/`)).status, name).to.equal(200)
    for (const [name, code] of [
      ['pods/ftp:web:80', 400],
      ['pods/a:b:c:d', 400],
      ['pods/web:nope', 400],
      ['pods/web:70000', 503],
      ['pods/none', 404],
      ['services/web', 503],
      ['services/web:81', 503],
      ['services/none:80', 404],
      ['pods/https:web:http', 503],
      ['pods/web:1', 503],
    ] as const) {
      const { status, json } = await server.ask(`${inDefault}/${name}/proxy/`)
      expect([status, json.kind], name).to.deep.equal([code, 'Status'])
    }
  })

  it('are no dry runs', async () => {
    const { status, json } = await server.ask(`${inDefault}/pods/web/proxy/?dryRun=All`)
    expect([status, json.message]).to.deep.equal([400, "a connection can't be tried out: leave out dryRun"])
  })

  it("dials the pod's own address alone", async () => {
    for (const name of ['astray', 'metadata']) {
      const { status, json } = await server.ask(`${inDefault}/pods/${name}/proxy/`)
      expect([status, json.message]).to.deep.equal([400, 'address not allowed'])
    }
    expect((await server.ask(`${inDefault}/services/astray:80/proxy/`)).status).to.equal(503)
    const body = { metadata: { name: 'nobodys' }, spec: { ports: [{ port: 80 }] } }
    await server.ask(`${inDefault}/services`, { method: 'POST', body })
    const { status, json } = await server.ask(`${inDefault}/services/nobodys:80/proxy/`)
    expect([status, json.message]).to.deep.equal([404, 'services "nobodys" not found'])
  })

  it('believes Endpoints only in what is the address of a pod of the namespace', async function () {
    if (own === '127.0.0.1') this.skip()
    const ports = [{ name: 'main', port }]
    const slice = (endpoint: object) => ({
      ...{ metadata: { name: 'web-1', labels: { 'kubernetes.io/service-name': 'web' } }, addressType: 'IPv4', ports },
      endpoints: [{ conditions: { ready: true }, ...endpoint }],
    })
    const place = `/apis/discovery.k8s.io/v1/namespaces/default/endpointslices`
    const targetRef = { kind: 'Pod', name: 'web', namespace: 'default' }
    for (const [endpoint, code] of [
      [{ addresses: [own], targetRef }, 200],
      [{ addresses: [own] }, 503],
      [{ addresses: ['10.9.9.9'], targetRef }, 503],
      [{ addresses: [own], targetRef: { ...targetRef, namespace: 'other' } }, 503],
      [{ addresses: [own], targetRef, conditions: { ready: false } }, 503],
    ] as const) {
      const made = await server.ask(place, { method: 'POST', body: slice(endpoint) })
      expect(made.status, made.text).to.equal(201)
      expect((await server.ask(`${inDefault}/services/web:80/proxy/`)).status, JSON.stringify(endpoint)).to.equal(code)
      await server.ask(`${place}/web-1`, { method: 'DELETE' })
    }
  })

  it('leads to the root with a slash, and redirects and links through the proxy', async () => {
    const root = await server.ask(`${inDefault}/pods/web/proxy?a=b`)
    expect([root.status, root.headers['location']]).to.deep.equal([301, `${inDefault}/pods/web/proxy/?a=b`])
    expect((await server.ask(`${inDefault}/pods/web/proxy`, { method: 'POST' })).json.url).to.equal('/')
    const moved = await server.ask(`${inDefault}/pods/web/proxy/moved`)
    expect([moved.status, moved.headers['location']]).to.deep.equal([302, `${inDefault}/pods/web/proxy/elsewhere?a=b`])
  })

  it("can't be led out of the root by dots, however they are written", async () => {
    for (const path of ['../../x', '%2e%2e/x', './/x', '.%2E/a/../x'])
      expect((await server.ask(`${inDefault}/pods/web/proxy/${path}`)).json.url, path).to.equal('/x')
  })

  it('lets an answer that breaks off break off', async () => {
    let failure: Error | undefined
    await server.ask(`${inDefault}/pods/web/proxy/breaks`).catch((error: Error) => (failure = error))
    expect(failure?.message).to.match(/aborted|hang up/)
  })

  it('asks for the right to the subresource', async () => {
    const { status, json } = await jane.ask(`${inDefault}/pods/web/proxy/a?watch=true`)
    expect(status).to.equal(403)
    expect(json.message).to.contain('cannot get resource "pods/proxy"')
    expect((await jane.ask(`${inDefault}/services/web:80/proxy/`, { method: 'POST' })).json.message).to.contain(
      'cannot create resource "services/proxy"',
    )
    expect((await jane.ask('/api/v1/nodes/n1/proxy/pods')).json.message).to.contain('cannot get resource "nodes/proxy"')
  })

  it("reaches a node's kubelet with the API's own certificate, and no other port of our loopback", async () => {
    // Here the API itself stands at the kubelet's address, and knows no such user.
    const { status, json } = await server.ask('/api/v1/nodes/n1/proxy/api/v1/namespaces')
    expect([status, json.message]).to.satisfy(
      ([code, text]: [number, string]) => code === 403 && text.includes('User "kube-apiserver-kubelet-client"'),
    )
    expect((await server.ask(`/api/v1/nodes/http:n1:${port}/proxy/`)).status).to.equal(400)
  })

  it('works through kubectl proxy, as a person sees it', async function () {
    if (missing(['kubectl']).length) return this.skip()
    const child = spawn('kubectl', ['--kubeconfig', server.kubeconfig, 'proxy', '--port=0'])
    try {
      const [said] = (await once(child.stdout, 'data')) as [Buffer]
      const base = `http://${/127\.0\.0\.1:\d+/.exec(String(said))?.[0]}${inDefault}`
      const posted = await fetch(`${base}/pods/web/proxy/x?y=z`, { method: 'POST', body: 'text' })
      expect((await posted.json()) as object).to.include({ method: 'POST', url: '/x?y=z', length: 4 })
      const page = await fetch(`${base}/services/web:main/proxy/page`)
      expect(await page.text()).to.equal(`<a href="${inDefault}/services/web:main/proxy/x">x</a>`)
      const moved = await fetch(`${base}/pods/web/proxy/moved`)
      expect([moved.redirected, ((await moved.json()) as { url: string }).url]).to.deep.equal([true, '/elsewhere?a=b'])
    } finally {
      child.kill()
    }
    expect(JSON.parse(await server.must('get', '--raw', `${inDefault}/pods/web/proxy/x`)).url).to.equal('/x')
  })

  it('passes an upgrade on only after a 101', async () => {
    const upgraded = await upgrade('echo')
    expect(upgraded.head).to.match(/^HTTP\/1.1 101 .*x-offered: mine\r\n/s)
    upgraded.socket.write('hello')
    expect(await upgraded.more()).to.equal('hello')
    upgraded.socket.destroy()
    const refused = await upgrade('other')
    expect(refused.head).to.match(/^HTTP\/1.1 403 /)
    refused.socket.destroy()
  })

  async function upgrade(path: string) {
    const own = { commonName: 'admin', organizations: ['system:masters'], usage: 'client' } as const
    const { certificate: cert, key } = server.authority.issue(own)
    const ca = server.authority.certificate
    const socket = connect({ host: '127.0.0.1', port: server.server.port, cert, key, ca })
    const more = () => new Promise<string>((resolve) => socket.once('data', (bytes) => resolve(String(bytes))))
    const protocols = 'mine, base64url.bearer.authorization.k8s.io.eA'
    const lines = [
      ...[`GET ${inDefault}/pods/web/proxy/${path} HTTP/1.1`, 'host: x', 'connection: Upgrade', 'upgrade: websocket'],
      ...['sec-websocket-key: eHh4eHh4eHh4eHh4eHh4eA==', 'sec-websocket-version: 13'],
      `sec-websocket-protocol: ${protocols}`,
    ]
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    return { socket, head: await more(), more }
  }
})
