/** exec and port-forward by WebSocket where the kubelet is older than 1.36 and speaks SPDY alone. As a real kube-apiserver does it (hack/conformance/compare/running.mjs). */
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { expect } from 'chai'
import { WebSocket } from 'ws'
import { SpdySession, type SpdyStream } from '../../core/kit/index.js'
import { TestServer } from '../kit/server.js'

const pod = '/api/v1/namespaces/default/pods/p'
const v5 = 'v5.channel.k8s.io'

/** A kubelet that knows no WebSocket: commands answer with what they were given, a port-forward is an echo. */
function upgrade(request: IncomingMessage, socket: Duplex, seen: string[]): void {
  socket.on('error', () => {})
  const { url = '', headers } = request
  seen.push(`${url} ${headers.upgrade} ${headers['x-stream-protocol-version']}`)
  if (headers.upgrade !== 'SPDY/3.1' || url.includes('refused'))
    return void socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 3\r\n\r\nno!')
  const version = String(headers['x-stream-protocol-version'])
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: SPDY/3.1\r\nx-stream-protocol-version: ${version}\r\n\r\n`,
  )
  if (url.startsWith('/portForward')) return void socket.pipe(socket)
  if (url.includes('lost')) return void socket.once('data', () => socket.destroy())
  const streams = new Map<string, SpdyStream>()
  const session = new SpdySession(socket, (stream) => {
    streams.set(stream.headers['streamtype'] ?? '', stream)
    if (streams.size === 4) void answer(streams).then(() => session.close())
  })
  void session.run().catch(() => {})
}

async function answer(streams: ReadonlyMap<string, SpdyStream>): Promise<void> {
  let text = ''
  for await (const bytes of streams.get('stdin') as SpdyStream) text += bytes
  streams.get('stdout')?.write(`got ${text}`)
  streams.get('stderr')?.write('wrong')
  const details = { causes: [{ reason: 'ExitCode', message: '7' }] }
  const ended = { metadata: {}, status: 'Failure', reason: 'NonZeroExitCode', message: 'exit 7', details }
  streams.get('error')?.write(JSON.stringify(ended))
  // All of a kubelet's streams end by a reset.
  for (const stream of streams.values()) stream.destroy()
}

describe('a kubelet of before 1.36', () => {
  let server: TestServer
  let kubelet: Server
  let token: string
  const seen: string[] = []

  before(async () => {
    server = await TestServer.start()
    await server.must('create', 'clusterrolebinding', 'all', '--clusterrole=cluster-admin', '--serviceaccount=default:default') // biome-ignore format: one command
    token = (await server.must('create', 'token', 'default')).trim()
    const own = server.authority.issue({ commonName: 'kubelet', usage: 'server', names: ['127.0.0.1'] })
    kubelet = createServer({ cert: own.certificate, key: own.key })
    kubelet.on('upgrade', (request, socket) => upgrade(request, socket, seen))
    await once(kubelet.listen(0, '127.0.0.1'), 'listening')
    const status = {
      addresses: [{ type: 'InternalIP', address: '127.0.0.1' }],
      daemonEndpoints: { kubeletEndpoint: { Port: (kubelet.address() as AddressInfo).port } },
    }
    const post = async (path: string, body: object) =>
      expect((await server.ask(path, { method: 'POST', body })).status, path).to.equal(201)
    await post('/api/v1/nodes', { metadata: { name: 'old' }, status })
    const spec = { nodeName: 'old', containers: [{ name: 'main', image: 'a:1' }] }
    await post('/api/v1/namespaces/default/pods', { metadata: { name: 'p' }, spec })
  })
  after(async () => {
    await server.stop()
    kubelet.closeAllConnections()
    kubelet.close()
  })

  function open(path: string, protocols: readonly string[], headers: Record<string, string> = {}): WebSocket {
    const options = { ca: server.authority.certificate, headers: { authorization: `Bearer ${token}`, ...headers } }
    return new WebSocket(`wss://127.0.0.1:${server.server.port}${pod}/${path}`, [...protocols], options)
  }

  /** What each channel has said, once the connection is closed with 1000. */
  async function heard(socket: WebSocket): Promise<Record<number, string>> {
    const channels: Record<number, string> = {}
    socket.on('message', ([channel = -1, ...bytes]: Buffer) => {
      channels[channel] = (channels[channel] ?? '') + String.fromCharCode(...bytes)
    })
    expect((await once(socket, 'close'))[0]).to.equal(1000)
    return channels
  }

  it('is spoken to by SPDY for clients of v5, who may end their input and hear how the command ended', async () => {
    const socket = open('exec?command=a&stdin=1&stdout=1&stderr=1', [v5, 'v4.channel.k8s.io'])
    const said = heard(socket)
    const [first] = (await once(socket, 'message')) as [Buffer]
    expect([...first], 'that it stands').to.deep.equal([1])
    for (const text of ['\0hello', '\0 there', '\xff\0', '\0too late']) socket.send(Buffer.from(text, 'latin1'))
    const { 1: stdout, 2: stderr, 3: end = '' } = await said
    expect([socket.protocol, stdout, stderr]).to.deep.equal([v5, 'got hello there', 'wrong'])
    const { status, reason, message, details } = JSON.parse(end)
    expect([status, reason, details.causes]).to.deep.equal(['Failure', 'NonZeroExitCode', [{ reason: 'ExitCode', message: '7' }]]) // biome-ignore format: one line
    expect(message).to.equal('command terminated with non-zero exit code: command terminated with exit code 7')
    expect(seen.at(-1)).to.equal('/exec/default/p/main?command=a&error=1&input=1&output=1 SPDY/3.1 v4.channel.k8s.io')
  })

  it('that refuses or is lost is told of in the channel of errors', async () => {
    for (const [command, why] of [
      ['refused', 'unable to upgrade connection: no!'],
      ['lost', 'the connection to the kubelet was lost'],
    ] as const) {
      const { 3: end = '' } = await heard(open(`exec?command=${command}&stdout=1`, [v5]))
      expect(JSON.parse(end).message, command).to.equal(`Internal error occurred: ${why}`)
    }
  })

  it('ends the connection on a signal that names no channel', async () => {
    const socket = open('exec?command=a&stdin=1&stdout=1&stderr=1', [v5])
    const said = heard(socket)
    await once(socket, 'open')
    socket.send(Buffer.from([255, 9]))
    expect(Object.keys(await said)).to.deep.equal(['1'])
  })

  it('is not asked where the handshake is none', async () => {
    const before = seen.length
    const wrong = [
      { method: 'POST', headers: {}, status: 405 },
      { method: 'GET', headers: { 'sec-websocket-version': '8' }, status: 400 },
    ]
    for (const { method, headers, status } of wrong) {
      const handshake = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-version': '13', 'sec-websocket-protocol': v5 } // biome-ignore format: one line
      const answer = await server.ask(`${pod}/exec?command=a&stdout=1`, {
        method,
        headers: { ...handshake, ...headers },
      })
      expect(answer.status).to.equal(status)
    }
    expect(seen).to.have.length(before)
  })

  it('gets the SPDY of a port-forward that is tunnelled in a WebSocket', async () => {
    const tunnel = 'SPDY/3.1+portforward.k8s.io'
    // ws takes the name for a broken one, and would miss it in the answer.
    const socket = open('portforward', [], { 'sec-websocket-protocol': tunnel })
    socket.on('error', () => {})
    const [answer] = (await once(socket, 'upgrade')) as [IncomingMessage]
    expect(answer.headers['sec-websocket-protocol']).to.equal(tunnel)
    expect(seen.at(-1)).to.equal('/portForward/default/p SPDY/3.1 portforward.k8s.io')
  })
})
