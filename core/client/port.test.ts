import { MessageChannel } from 'node:worker_threads'
import { expect } from 'chai'
import {
  FrameChannel,
  packHead,
  portCarrier,
  portFrame,
  portWindowBytes,
  type RequestHead,
  unpackHead,
} from '../kit/index.js'
import { Port, TransportError } from './index.js'

type Asked = RequestHead & { readonly id: number; readonly body: string }

/** A port, and the other end of its channel as a test wants to play it. */
function pair(answer: (asked: Asked, far: Far) => void) {
  const { port1, port2 } = new MessageChannel()
  const channel = new FrameChannel(portCarrier(port2))
  const far = new Far(channel)
  channel.start({
    onFrame(type, id, payload) {
      if (type === portFrame.request) {
        const { head, body } = unpackHead<RequestHead>(payload)
        answer({ ...head, id, body: body.toString() }, far)
      } else far.take(type, id, payload)
    },
    onClose: () => far.closed(),
  })
  return { port: new Port(portCarrier(port1)), far }
}

class Far {
  readonly #channel: FrameChannel
  readonly aborted: number[] = []
  readonly notes: string[] = []
  credit = 0
  #changed: () => void = () => {}
  closed: () => void = () => {}

  constructor(channel: FrameChannel) {
    this.#channel = channel
  }

  take(type: number, id: number, payload: Buffer): void {
    if (type === portFrame.abort) this.aborted.push(id)
    if (type === portFrame.credit) this.credit += payload.readUInt32BE()
    if (type === portFrame.note) this.notes.push(payload.toString())
    this.#changed()
  }

  async until(happened: () => boolean): Promise<void> {
    while (!happened()) await new Promise<void>((resolve) => (this.#changed = resolve))
  }

  respond(id: number, status: number, body: string): void {
    this.#channel.send(portFrame.response, id, ...packHead({ status, headers: { a: ['b', 'c'] } }, Buffer.from(body)))
  }

  head(id: number): void {
    this.#channel.send(portFrame.head, id, ...packHead({ status: 200, headers: {} }))
  }

  chunk(id: number, bytes: Uint8Array | string): void {
    this.#channel.send(portFrame.chunk, id, Buffer.from(bytes))
  }

  end(id: number, error = ''): void {
    this.#channel.send(portFrame.end, id, Buffer.from(error))
  }

  note(note: unknown): void {
    this.#channel.send(portFrame.note, 0, Buffer.from(JSON.stringify(note)))
  }

  close(): void {
    this.#channel.close()
  }
}

describe('a port', () => {
  it('carries requests and their answers, many at once, under the identity asked for', async () => {
    const { port } = pair(({ id, method, url, as, body }, far) =>
      far.respond(id, 201, `${as} ${method} ${url} ${body}`),
    )
    const transport = port.transport('fleet')
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, at) => transport.request({ method: 'POST', url: `/x/${at}`, body: `b${at}` })),
    )
    expect(Buffer.from(answers[7]!.body).toString()).to.equal('fleet POST /x/7 b7')
    expect(answers[7]).to.deep.include({ status: 201, headers: { a: 'b,c' } })
    const own = await port.transport().request({ method: 'GET', url: '/' })
    expect(Buffer.from(own.body).toString()).to.equal('undefined GET / ')
    port.close()
  })

  it('collects an answer that comes in chunks, and streams one that comes whole', async () => {
    const { port } = pair(({ id, url }, far) => {
      if (url === '/whole') return far.respond(id, 200, 'whole')
      far.head(id)
      for (const part of ['a', 'b', 'c']) far.chunk(id, part)
      far.end(id)
    })
    const { body } = await port.transport().request({ method: 'GET', url: '/chunks' })
    expect(Buffer.from(body).toString()).to.equal('abc')
    const pieces: Uint8Array[] = []
    for await (const piece of (await port.transport().stream({ method: 'GET', url: '/whole' })).chunks)
      pieces.push(piece)
    expect(Buffer.concat(pieces).toString()).to.equal('whole')
    port.close()
  })

  it('gives the window back as the reader goes on, not before', async () => {
    const { port, far } = pair(({ id }, answerer) => {
      answerer.head(id)
      for (let part = 0; part < 4; part++) answerer.chunk(id, Buffer.alloc(portWindowBytes / 4))
    })
    const { chunks } = await port.transport().stream({ method: 'GET', url: '/' })
    expect(far.credit).to.equal(0)
    const reader = chunks[Symbol.asyncIterator]()
    await reader.next()
    await reader.next()
    await far.until(() => far.credit > 0)
    expect(far.credit).to.equal(portWindowBytes / 4)
    port.close()
  })

  it('tells the other side when the reader leaves, or the caller aborts', async () => {
    const { port, far } = pair(({ id, url }, answerer) => {
      if (url === '/stream') answerer.head(id)
      if (url === '/stream') answerer.chunk(id, 'x')
    })
    const { chunks } = await port.transport().stream({ method: 'GET', url: '/stream' })
    for await (const _ of chunks) break
    await far.until(() => far.aborted.length === 1)
    const stop = new AbortController()
    const asked = port.transport().request({ method: 'GET', url: '/silence', signal: stop.signal })
    stop.abort()
    const error = await asked.catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(TransportError).and.include({ outcome: 'unknown' })
    await far.until(() => far.aborted.length === 2)
    port.close()
  })

  it('says of a body that broke off what broke it', async () => {
    const { port } = pair(({ id }, far) => {
      far.head(id)
      far.chunk(id, 'half')
      far.end(id, 'the disk is full')
    })
    const error = await port
      .transport()
      .request({ method: 'GET', url: '/' })
      .catch((thrown: unknown) => thrown)
    expect(String(error)).to.contain('the disk is full')
    port.close()
  })

  it('fails what is open with an unknown outcome when it closes, and sends nothing afterwards', async () => {
    const { port, far } = pair((_, answerer) => answerer.close())
    const open = await port
      .transport()
      .request({ method: 'POST', url: '/' })
      .catch((thrown: unknown) => thrown)
    expect(open).to.be.instanceOf(TransportError).and.include({ outcome: 'unknown' })
    await port.closed
    const late = await port
      .transport()
      .request({ method: 'POST', url: '/' })
      .catch((thrown: unknown) => thrown)
    expect(late).to.be.instanceOf(TransportError).and.include({ outcome: 'notSent' })
    expect(far.aborted).to.deep.equal([])
  })

  it('carries notes both ways', async () => {
    const { port, far } = pair(() => {})
    const heard = new Promise((resolve) => port.onNote(resolve))
    port.note({ beat: 1 })
    await far.until(() => far.notes.length === 1)
    far.note({ stop: true })
    expect(await heard).to.deep.equal({ stop: true })
    expect(far.notes).to.deep.equal(['{"beat":1}'])
    port.close()
  })
})
