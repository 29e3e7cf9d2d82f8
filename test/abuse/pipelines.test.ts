import { once } from 'node:events'
import { connect, type TLSSocket } from 'node:tls'
import { expect } from 'chai'
import { TestServer } from '../kit/server.js'

const configMap = '/api/v1/namespaces/default/configmaps/kube-root-ca.crt'

describe('requests sent ahead on one connection', () => {
  let server: TestServer
  before(async () => {
    server = await TestServer.start()
  })
  after(() => server.stop())

  async function open(): Promise<TLSSocket> {
    const client = server.authority.issue({ commonName: 'ann', organizations: ['system:masters'], usage: 'client' })
    const { port } = new URL(server.address)
    const ca = server.authority.certificate
    const socket = connect({ host: '127.0.0.1', port: Number(port), ca, cert: client.certificate, key: client.key })
    socket.on('error', () => {})
    await once(socket, 'secureConnect')
    return socket
  }

  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`

  /** Until so many answers have come, or the end. */
  async function answers(socket: TLSSocket, wanted: number): Promise<string[]> {
    let text = ''
    for await (const piece of socket) {
      text += piece
      if (text.split('HTTP/1.1 ').length > wanted && text.trimEnd().endsWith('}')) break
    }
    return [...text.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, code]) => code!)
  }

  it('are answered in their order', async () => {
    const socket = await open()
    socket.write(Array.from({ length: 60 }, (_, at) => get(at % 2 ? `${configMap}-none` : '/version')).join(''))
    const codes = await answers(socket, 60)
    expect(codes).to.deep.equal(Array.from({ length: 60 }, (_, at) => (at % 2 ? '404' : '200')))
    socket.destroy()
  })

  it('are bodies too, each its own', async () => {
    const socket = await open()
    const post = (name: string) => {
      const body = JSON.stringify({ metadata: { name } })
      return `POST /api/v1/namespaces/default/configmaps HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    }
    socket.write(['a', 'b', 'a', 'c'].map(post).join(''))
    expect(await answers(socket, 4)).to.deep.equal(['201', '201', '409', '201'])
    socket.destroy()
  })

  it('are worked at no faster than their answers are taken, and more than a hundred end the connection', async () => {
    const silent = await Promise.all(Array.from({ length: 10 }, open))
    for (const socket of silent) {
      socket.pause()
      socket.write(get('/openapi/v2').repeat(100))
    }
    const before = process.memoryUsage().rss
    for (let at = 0; at < 20; at++) expect((await server.ask('/readyz')).status).to.equal(200)
    expect(process.memoryUsage().rss - before).to.be.below(400 * 1024 * 1024)
    const eager = await open()
    eager.write(get('/version').repeat(2000))
    eager.resume()
    await new Promise((resolve) => eager.once('close', resolve))
    expect((await server.ask('/readyz')).status).to.equal(200)
    for (const socket of silent) socket.destroy()
  })
})
