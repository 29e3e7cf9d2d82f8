import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { expect } from 'chai'
import { Port, TransportError } from '../client/index.js'
import { FrameChannel, portCarrier, portFrame, portWindowBytes } from '../kit/index.js'
import type { ByteSink, Funnel, FunnelRequest } from './contract.js'
import { servePort } from './port.js'

describe('a port to the funnel', () => {
  let channel: MessageChannel
  let funnel: Funnel
  let port: Port
  const userOf = (as: string | undefined) => {
    if (as === 'nobody') throw new Error('this port has no such identity')
    return { username: `user:${as}`, groups: [] }
  }
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString()

  beforeEach(() => {
    channel = new MessageChannel()
    servePort(portCarrier(channel.port1), { funnel: (request) => funnel(request), userOf })
  })
  afterEach(() => channel.port1.close())
  const open = () => (port = new Port(portCarrier(channel.port2)))

  it('carries requests with their bodies, under the identity asked for', async () => {
    funnel = async ({ sender, method, url, headers, body }) => ({
      status: 201,
      headers: { 'x-seen': 'yes' },
      body: Buffer.concat([
        Buffer.from(`${'user' in sender && sender.user.username} ${method} ${url} ${headers['a']} `),
        await body(),
      ]),
    })
    const request = { method: 'POST', url: '/x?y', headers: { a: 'b' }, body: 'hello' }
    const answer = await open().transport('jane').request(request)
    expect([answer.status, answer.headers['x-seen']]).to.deep.equal([201, 'yes'])
    expect(text(answer.body)).to.equal('user:jane POST /x?y b hello')
  })

  it('closes when an identity is asked for that it does not have', async () => {
    funnel = async () => ({ status: 200, headers: {} })
    const failure = await open()
      .transport('nobody')
      .request({ method: 'GET', url: '/' })
      .catch((error: unknown) => error)
    expect(failure).to.be.instanceOf(TransportError)
    await port.closed
  })

  it('closes when it is sent what is no request', async () => {
    funnel = async () => ({ status: 200, headers: {} })
    const raw = new FrameChannel(portCarrier(channel.port2))
    const closed = new Promise<void>((resolve) => raw.start({ onFrame() {}, onClose: () => resolve() }))
    raw.send(portFrame.request, 1, Buffer.from('no head at all'))
    await closed
  })

  it('sends no more of a stream than the reader takes', async () => {
    const piece = Buffer.alloc(256 * 1024)
    let sink: ByteSink | undefined
    let drained = 0
    funnel = async () => ({
      status: 200,
      headers: {},
      body: {
        start(given) {
          sink = given
          given.onDrain(() => drained++)
        },
        stop() {},
      },
    })
    const answer = await open().transport('jane').stream({ method: 'GET', url: '/' })
    const windows = portWindowBytes / piece.length
    for (let sent = 0; sent < windows; sent++) expect(sink?.write(piece)).to.equal(true)
    expect(sink?.write(piece)).to.equal(false)
    expect(sink?.pendingBytes).to.equal(piece.length)
    sink?.end()
    let read = 0
    for await (const chunk of answer.chunks) read += chunk.byteLength
    expect(read).to.equal((windows + 1) * piece.length)
    expect(drained).to.equal(1)
  })

  it('tells a stream and a request that nobody waits any more', async () => {
    let stopped: () => void = () => {}
    const stop = new Promise<void>((resolve) => (stopped = resolve))
    let seen: FunnelRequest | undefined
    funnel = async (request) => {
      seen = request
      return { status: 200, headers: {}, body: { start: (sink) => void sink.write(Buffer.from('x')), stop: stopped } }
    }
    const answer = await open().transport('jane').stream({ method: 'GET', url: '/' })
    const signal = seen!.signal
    for await (const chunk of answer.chunks) {
      expect(text(chunk)).to.equal('x')
      break
    }
    await stop
    expect(signal.aborted).to.equal(true)
  })

  it('ends all that is open when the other side goes', async () => {
    let signal: AbortSignal | undefined
    const asked = new Promise<void>((resolve) => {
      funnel = (request) => {
        signal = request.signal
        resolve()
        return new Promise(() => {})
      }
    })
    const hanging = open().transport('jane').request({ method: 'GET', url: '/' })
    const failed = hanging.catch((error: unknown) => error)
    await asked
    port.close()
    expect(await failed).to.be.instanceOf(TransportError)
    if (!signal?.aborted) await once(signal!, 'abort')
  })
})
