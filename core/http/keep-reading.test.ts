import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { expect } from 'chai'
import { silentLog, systemClock, systemRandom } from '../kit/index.js'
import { Authority, type HttpsServer, listenHttps } from './index.js'

const large = Buffer.alloc(20_000_000, 'a')
const body = Buffer.alloc(60_000, 'b')

describe('a request that comes while the answer before it goes out', () => {
  let folder: string
  let authority: Authority
  let server: HttpsServer

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'operon-https-'))
    authority = new Authority(join(folder, 'pki'), { clock: systemClock, random: systemRandom })
    server = await listenHttps({
      funnel: async (asked) => {
        const answer = asked.method === 'GET' ? large : Buffer.from(`posted ${(await asked.body()).length}`)
        return { status: 200, headers: {}, body: answer }
      },
      host: '127.0.0.1',
      port: 0,
      serving: authority.ensure('apiserver', { commonName: 'server', usage: 'server', names: ['127.0.0.1'] }),
      clientAuthority: authority.certificate,
      clock: systemClock,
      log: silentLog,
    })
  })
  after(async () => {
    await server.close(0)
    rmSync(folder, { recursive: true })
  })

  it('is read whole, in however many records of TLS it comes', async () => {
    const socket = connect({ host: '127.0.0.1', port: server.port, ca: authority.certificate })
    await once(socket, 'secureConnect')
    socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
    await once(socket, 'readable')
    // The rest of the answer waits for a reader by now.
    const head = `POST / HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: ${body.length}\r\n\r\n`
    socket.write(Buffer.concat([Buffer.from(head), body]))
    let size = 0
    let end = ''
    for await (const piece of socket as AsyncIterable<Buffer>) {
      size += piece.length
      end = (end + piece.toString('latin1')).slice(-1000)
    }
    expect(size).to.be.above(large.length)
    expect(end).to.match(/HTTP\/1\.1 200 OK\r\n[\s\S]*posted 60000$/)
  })
})
