import { once } from 'node:events'
import { expect } from 'chai'
import { type FunnelServer, serveFunnel } from '../../test/kit/funnel-server.js'

const large = Buffer.alloc(20_000_000, 'a')
const body = Buffer.alloc(60_000, 'b')

describe('a request that comes while the answer before it goes out', () => {
  let server: FunnelServer

  before(async () => {
    server = await serveFunnel(async (asked) => {
      const answer = asked.method === 'GET' ? large : Buffer.from(`posted ${(await asked.body()).length}`)
      return { status: 200, headers: {}, body: answer }
    })
  })
  after(() => server.close())

  it('is read whole, in however many records of TLS it comes', async () => {
    const socket = await server.connected()
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
