import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { expect } from 'chai'
import { Authority, kubeconfigText } from '../http/pki/index.js'
import { seededRandom, systemClock } from '../kit/index.js'
import { loadKubeconfig, networkTransport, type Transport, TransportError } from './index.js'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

describe('the network transport', () => {
  const ends: (() => unknown)[] = []
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-client-'))
    ends.push(() => rmSync(folder, { recursive: true }))
  })

  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })

  async function serve(answer: Answer) {
    const server = createHttp(answer).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const transport = networkTransport({ server: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/` })
    ends.push(
      () => server.closeAllConnections(),
      () => server.close(),
      () => transport.close(),
    )
    return { server, transport }
  }

  const failure = (transport: Transport, method = 'GET', signal?: AbortSignal) =>
    transport.request({ method, url: '/x', signal }).then(
      () => undefined,
      (error: TransportError) => error,
    )

  it('sends method, path, headers and body, and keeps the connection', async () => {
    const ports = new Set<unknown>()
    const { transport } = await serve(async (request, response) => {
      ports.add(request.socket.remotePort)
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece)
      response.setHeader('x-answer', 'yes')
      response.statusCode = 418
      response.end(`${request.method} ${request.url} ${request.headers['x-asked']} ${Buffer.concat(pieces)}`)
    })
    for (let turn = 0; turn < 3; turn++) {
      const answer = await transport.request({ method: 'PUT', url: '/x?y=1', headers: { 'x-asked': 'a' }, body: 'é' })
      expect(Buffer.from(answer.body).toString()).to.equal('PUT /base/x?y=1 a é')
      expect(answer.status).to.equal(418)
      expect(answer.headers).to.include({ 'x-answer': 'yes' })
    }
    expect(ports.size).to.equal(1)
  })

  it('hands a stream over piece by piece, and tells the server when the reader leaves', async () => {
    let closed: Promise<unknown> | undefined
    const { transport } = await serve((_, response) => {
      response.write('one')
      closed = once(response, 'close')
    })
    const { chunks } = await transport.stream({ method: 'GET', url: '/watch' })
    for await (const chunk of chunks) {
      expect(Buffer.from(chunk).toString()).to.equal('one')
      break
    }
    await closed
  })

  it('says whether a request without an answer may have been carried out', async () => {
    const { server, transport } = await serve((request) => request.socket.destroy())
    expect(await failure(transport, 'POST')).to.include({ outcome: 'unknown' })
    const port = (server.address() as AddressInfo).port
    server.close()
    await once(server, 'close')
    const nobody = networkTransport({ server: `http://127.0.0.1:${port}` })
    ends.push(() => nobody.close())
    expect(await failure(nobody, 'POST')).to.include({ outcome: 'notSent' })
  })

  it('asks a second time when a kept connection turns out closed, but only for reads', async () => {
    let asked = 0
    const { transport } = await serve((request, response) => {
      if (++asked === 2) request.socket.destroy()
      else response.end()
    })
    expect(await failure(transport)).to.equal(undefined)
    expect(await failure(transport)).to.equal(undefined)
    expect(asked).to.equal(3)
    asked = 1
    expect(await failure(transport, 'POST')).to.include({ outcome: 'unknown' })
    expect(asked).to.equal(2)
  })

  it('ends with the signal', async () => {
    const stop = new AbortController()
    const { transport } = await serve(() => stop.abort())
    expect(await failure(transport, 'GET', stop.signal)).to.be.instanceOf(TransportError)
    expect(await failure(transport, 'GET', stop.signal)).to.include({ outcome: 'notSent' })
  })

  it('shows the certificate of a kubeconfig, and trusts its authority alone', async () => {
    const world = { clock: systemClock, random: seededRandom(1) }
    const authority = new Authority(join(folder, 'pki'), world)
    const stranger = new Authority(join(folder, 'other'), world)
    const pair = authority.issue({ commonName: 'operon', usage: 'server', names: ['127.0.0.1'] })
    const options = { cert: pair.certificate, key: pair.key, ca: authority.certificate }
    const server = createHttps({ ...options, requestCert: true, rejectUnauthorized: true }, (request, response) =>
      response.end((request.socket as TLSSocket).getPeerCertificate().subject.CN),
    ).listen(0, '127.0.0.1')
    await once(server, 'listening')
    ends.push(() => server.close())
    const connect = async (certificateAuthority: string) => {
      const client = authority.issue({ commonName: 'me', usage: 'client' })
      const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
      const path = join(folder, 'kubeconfig')
      writeFileSync(path, kubeconfigText({ server: address, context: 'operon', certificateAuthority, client }))
      const transport = networkTransport(await loadKubeconfig(path))
      ends.push(() => transport.close())
      return transport
    }
    const known = await connect(authority.certificate)
    expect(Buffer.from((await known.request({ method: 'GET', url: '/' })).body).toString()).to.equal('me')
    expect(await failure(await connect(stranger.certificate), 'POST')).to.include({ outcome: 'notSent' })
  })

  describe('kubeconfigs', () => {
    const write = (user: string, { more = '', current = 'here' } = {}) => {
      const path = join(folder, 'config')
      writeFileSync(
        path,
        `apiVersion: v1
kind: Config
current-context: ${current}
contexts:
- {name: here, context: {cluster: c, user: u}}
- {name: lost, context: {cluster: nowhere, user: u}}
clusters:
- {name: c, cluster: {server: "https://example.test", insecure-skip-tls-verify: true${more}}}
users:
- {name: u, user: ${user}}
`,
      )
      return path
    }

    it('give tokens, token files and basic credentials', async () => {
      const address = await loadKubeconfig(write('{token: abc}'))
      expect(address).to.include({ server: 'https://example.test', skipTlsVerify: true })
      expect(address.bearer?.()).to.equal('abc')
      writeFileSync(join(folder, 'token'), 'from-file\n')
      const file = await loadKubeconfig(write('{tokenFile: token}'))
      expect(file.bearer?.()).to.equal('from-file')
      writeFileSync(join(folder, 'token'), 'newer')
      expect(file.bearer?.()).to.equal('newer')
      const basic = await loadKubeconfig(write('{username: me, password: pass}'))
      expect(await basic.credentials?.()).to.deep.equal({ authorization: 'Basic bWU6cGFzcw==' })
    })

    it('with a credential plugin have it asked', async () => {
      const plugin = join(folder, 'plugin')
      const token =
        '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"plugged"}}'
      writeFileSync(plugin, `#!/bin/sh\necho '${token}'\n`)
      chmodSync(plugin, 0o755)
      const address = await loadKubeconfig(
        write(`{exec: {apiVersion: client.authentication.k8s.io/v1, command: ${plugin}, interactiveMode: Never}}`),
      )
      expect(await address.credentials?.()).to.deep.equal({ authorization: 'Bearer plugged' })
    })

    it('say what is missing', async () => {
      const message = (path: string) =>
        loadKubeconfig(path).then(
          () => '',
          (error: Error) => error.message,
        )
      expect(await message(write('{}', { current: 'none' }))).to.contain('there is no context "none"')
      expect(await message(write('{}', { current: 'lost' }))).to.contain('names no cluster with a server')
      expect(await message(write('{}', { more: ', proxy-url: "http://p"' }))).to.contain('proxy-url is not supported')
    })
  })
})
