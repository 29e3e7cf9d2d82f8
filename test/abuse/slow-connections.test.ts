import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { expect } from 'chai'
import type { Funnel } from '../../core/funnel/index.js'
import { Authority, type HttpsServer, listenHttps } from '../../core/http/index.js'
import { silentLog, systemClock, systemRandom } from '../../core/kit/index.js'

const crowd = 200

/** Reads the body of a POST, as the API does after it knows who asks. */
const funnel: Funnel = async (asked) => {
  if (asked.method === 'POST') await asked.body()
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: Buffer.from('ok') }
}

describe('slow and half-open connections', () => {
  let folder: string
  let authority: Authority
  let server: HttpsServer
  let sockets: Socket[]

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'operon-slow-'))
    authority = new Authority(join(folder, 'pki'), { clock: systemClock, random: systemRandom })
  })
  after(() => rmSync(folder, { recursive: true }))
  beforeEach(() => {
    sockets = []
  })
  afterEach(async () => {
    for (const socket of sockets) socket.destroy()
    await server.close(0)
  })

  const open = async (patience: object = {}) => {
    const serving = authority.ensure('api', { commonName: 'api', usage: 'server', names: ['127.0.0.1'] })
    const where = { host: '127.0.0.1', port: 0, serving, clientAuthority: authority.certificate }
    server = await listenHttps({ funnel, ...where, clock: systemClock, log: silentLog, patience })
  }

  async function speaking(words: string): Promise<TLSSocket> {
    const socket = connectTls({ host: '127.0.0.1', port: server.port, ca: authority.certificate })
    sockets.push(socket)
    socket.on('error', () => {})
    await once(socket, 'secureConnect')
    socket.write(words)
    return socket
  }

  /** All that the server says until it hangs up. */
  async function heard(socket: Socket): Promise<string> {
    let text = ''
    socket.on('data', (piece) => (text += piece))
    // A server that ends may do so with a reset.
    socket.on('error', () => undefined)
    if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve))
    return text
  }

  async function ask(): Promise<number | undefined> {
    const agent = new Agent({ ca: authority.certificate })
    const call = request({ host: '127.0.0.1', port: server.port, path: '/', agent }).end()
    const [answer] = (await once(call, 'response')) as [IncomingMessage]
    answer.resume()
    await once(answer, 'end')
    agent.destroy()
    return answer.statusCode
  }

  const halfAHead = 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '
  const halfABody = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf'
  const halfAChunk = 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhalf'

  it('leave the others alone, however many they are', async () => {
    await open()
    for (const words of [halfAHead, halfABody, halfAChunk])
      await Promise.all(Array.from({ length: crowd / 4 }, () => speaking(words)))
    for (let at = 0; at < crowd / 4; at++) {
      const silent = connect(server.port, '127.0.0.1')
      sockets.push(silent)
      await once(silent, 'connect')
    }
    for (let at = 0; at < 20; at++) expect(await ask()).to.equal(200)
  })

  it('are ended with 408 when the head or the body takes too long', async () => {
    await open({ headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 })
    for (const words of [halfAHead, halfABody, halfAChunk]) {
      const socket = await speaking(words)
      expect(await heard(socket), words).to.match(/^HTTP\/1.1 408 Request Timeout\r\n/)
    }
    expect(await ask()).to.equal(200)
  })

  it('are ended when they never get through the handshake', async () => {
    await open({ handshakeTimeout: 50 })
    const silent = connect(server.port, '127.0.0.1')
    sockets.push(silent)
    expect(await heard(silent)).to.equal('')
    const mumbling = connect(server.port, '127.0.0.1')
    sockets.push(mumbling)
    mumbling.write(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00]))
    await heard(mumbling)
    expect(await ask()).to.equal(200)
  })

  it('do not hold up the end of the server', async () => {
    await open()
    const slow = await Promise.all([halfAHead, halfABody, halfAChunk].map(speaking))
    await server.close(0)
    await Promise.all(slow.map(heard))
    await open()
  })
})
