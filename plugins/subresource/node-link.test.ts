import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { Authority } from '../../core/http/index.js'
import { systemClock, systemRandom } from '../../core/kit/index.js'
import type { KubeObject, StatusError } from '../../core/meta/index.js'
import { NodeLink } from './node-link.js'

describe("the API's link to a node", () => {
  let folder: string
  let authority: Authority
  let server: Server
  let node: KubeObject
  let link: NodeLink
  const seen: string[] = []

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'link-'))
    const world = { clock: systemClock, random: systemRandom }
    authority = new Authority(folder, world)
    const own = authority.issue({ commonName: 'kubelet', usage: 'server', names: ['127.0.0.1'] })
    const tls = { cert: own.certificate, key: own.key, ca: authority.certificate, requestCert: true }
    server = createServer(tls, (request, response) => {
      seen.push(request.url ?? '')
      if (request.url === '/redirect') response.writeHead(302, { location: '/elsewhere' }).end()
      else if (request.url === '/wrong') response.writeHead(400).end('no such container\n')
      else if (request.url !== '/silent') response.end('log line\n')
    })
    server.on('upgrade', (request, socket) => {
      socket.on('error', () => {})
      const status = { '/up': '101 Switching Protocols', '/ok': '200 OK', '/moved': '302 Found' }[request.url ?? '']
      socket.write(
        `HTTP/1.1 ${status ?? '403 Forbidden'}\r\nconnection: Upgrade\r\nupgrade: websocket\r\nlocation: /up\r\ncontent-length: 0\r\n\r\n`,
      )
      if (request.url === '/up') socket.pipe(socket)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    node = {
      metadata: { name: 'n1' },
      status: {
        addresses: [
          { type: 'Hostname', address: 'n1' },
          { type: 'InternalIP', address: '127.0.0.1' },
        ],
        daemonEndpoints: { kubeletEndpoint: { Port: (server.address() as AddressInfo).port } },
      },
    }
    const client = authority.issue({ commonName: 'api', usage: 'client' })
    link = new NodeLink({ ...client, authorities: authority.certificate, clock: systemClock })
  })
  after(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })

  const never = new AbortController().signal
  const upgrade = (path: string) =>
    link.upgrade(node, path, { headers: { connection: 'Upgrade', upgrade: 'websocket' }, signal: never })
  const failure = async (attempt: Promise<unknown>): Promise<StatusError> => {
    const outcome = await attempt.then(
      () => undefined,
      (error: StatusError) => error,
    )
    if (!outcome) throw new Error('it was let through')
    return outcome
  }

  it('streams what the kubelet sends', async () => {
    let text = ''
    for await (const bytes of await link.stream(node, '/log', { signal: never })) text += bytes
    expect(text).to.equal('log line\n')
  })

  it('passes the words of a refusal on, and follows no redirect', async () => {
    const wrong = await failure(link.stream(node, '/wrong', { signal: never }))
    expect([wrong.code, wrong.message]).to.deep.equal([400, 'no such container'])
    expect((await failure(link.stream(node, '/redirect', { signal: never }))).code).to.equal(500)
    expect(seen).to.not.include('/elsewhere')
  })

  it('takes a 101 for an upgrade and nothing else', async () => {
    const upgraded = await upgrade('/up')
    if ('refused' in upgraded) throw new Error('it was refused')
    const { socket } = upgraded
    socket.write('echo')
    expect(String(await new Promise((resolve) => socket.once('data', resolve)))).to.equal('echo')
    socket.destroy()
    for (const path of ['/ok', '/moved']) expect((await failure(upgrade(path))).code, path).to.equal(500)
    expect(await upgrade('/forbidden')).to.have.nested.property('refused.status', 403)
  })

  it('gives up on a kubelet that does not answer, is not there, or is another', async () => {
    const client = authority.issue({ commonName: 'api', usage: 'client' })
    const parts = { ...client, authorities: authority.certificate, clock: systemClock }
    const impatient = new NodeLink({ ...parts, timeoutMs: 100 })
    expect((await failure(impatient.stream(node, '/silent', { signal: never }))).status).to.include({ code: 500 })
    const nowhere = { metadata: { name: 'n2' }, status: {} }
    expect(
      (await failure(Promise.resolve().then(() => link.stream(nowhere, '/log', { signal: never })))).message,
    ).to.equal('no preferred addresses found; known addresses: []')
    const stranger = new Authority(join(folder, 'other'), { clock: systemClock, random: systemRandom })
    const other = new NodeLink({ ...parts, authorities: stranger.certificate })
    expect((await failure(other.stream(node, '/log', { signal: never }))).message).to.match(
      /^Get "https:.*\/log": .*certificate/,
    )
    let text = ''
    for await (const bytes of await other.stream(node, '/log', { signal: never, trustsAnyBackend: true })) text += bytes
    expect(text).to.equal('log line\n')
  })
})
