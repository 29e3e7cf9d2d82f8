import { Duplex } from 'node:stream'
import { expect } from 'chai'
import { type Frame, FrameCutter, controlFrame, dataFrame, kinds, words } from './frame.js'
import { HeaderBlocks } from './header-block.js'
import { SpdySession } from './session.js'
import type { SpdyStream } from './stream.js'

/** Two ends of one wire. */
function wire(): [Duplex, Duplex] {
  const ends: Duplex[] = []
  const end = (other: () => Duplex) =>
    new Duplex({
      read() {},
      write(bytes, _, done) {
        other().push(bytes)
        done()
      },
      final(done) {
        other().push(null)
        done()
      },
    })
  ends.push(
    end(() => ends[1] as Duplex),
    end(() => ends[0] as Duplex),
  )
  return ends as [Duplex, Duplex]
}

/** A client made of frames. */
class Client {
  readonly blocks = new HeaderBlocks()
  readonly frames: Frame[] = []
  readonly accepted: SpdyStream[] = []
  readonly ended: Promise<unknown>
  readonly #wire: Duplex
  #wake = () => {}

  constructor() {
    const [mine, theirs] = wire()
    this.#wire = mine
    const cutter = new FrameCutter()
    mine.on('data', (bytes: Buffer) => {
      this.frames.push(...cutter.cut(bytes))
      this.#wake()
    })
    const session = new SpdySession(theirs, (stream) => this.accepted.push(stream))
    this.ended = session.run().catch((error: unknown) => error)
  }

  send(bytes: Buffer): void {
    this.#wire.write(bytes)
  }

  end(): void {
    this.#wire.end()
  }

  async open(id: number, headers: Record<string, string>): Promise<SpdyStream> {
    const body = Buffer.concat([words(id, 0), Buffer.from([0, 0]), await this.blocks.pack(headers)])
    const before = this.frames.length
    this.send(controlFrame(kinds.synStream, body))
    await this.until(before + 1)
    return this.accepted.at(-1) as SpdyStream
  }

  async until(count: number): Promise<void> {
    while (this.frames.length < count) await new Promise<void>((resolve) => (this.#wake = resolve))
  }
}

const text = (stream: SpdyStream) =>
  new Promise<string>((resolve) => {
    let all = ''
    stream.on('data', (bytes) => (all += bytes))
    stream.on('end', () => resolve(all))
  })

describe('a SPDY session', () => {
  it('opens streams with their headers, one compression for all of them, and replies', async () => {
    const client = new Client()
    const first = await client.open(1, { StreamType: 'error', port: '80' })
    const second = await client.open(3, { StreamType: 'data', port: '80' })
    expect(first.headers).to.deep.equal({ streamtype: 'error', port: '80' })
    expect(second.headers).to.deep.equal({ streamtype: 'data', port: '80' })
    for (const frame of client.frames) {
      if (frame.type !== 'control') throw new Error('no control frame')
      expect(frame.kind).to.equal(kinds.synReply)
      expect(await client.blocks.unpack(frame.body.subarray(4))).to.deep.equal({})
    }
  })

  it('carries bytes both ways and half-closes', async () => {
    const client = new Client()
    const stream = await client.open(1, {})
    client.send(Buffer.concat([dataFrame(1, Buffer.from('hel'), false), dataFrame(1, Buffer.from('lo'), true)]))
    expect(await text(stream)).to.equal('hello')
    stream.end('bye')
    await client.until(3)
    expect(
      client.frames.slice(1).map((frame) => frame.type === 'data' && [String(frame.bytes), frame.isLast]),
    ).to.deep.equal([
      ['bye', false],
      ['', true],
    ])
  })

  it('opens streams as a client, and hears what is said in them', async () => {
    const [mine, theirs] = wire()
    const accepted: SpdyStream[] = []
    const server = new SpdySession(theirs, (stream) => void accepted.push(stream))
    const client = new SpdySession(mine, (stream) => stream.destroy())
    const over = [server.run(), client.run()]
    const [first, second] = [await client.open({ streamtype: 'error' }), await client.open({ streamtype: 'stdin' })]
    first.write('a')
    second.end('hello')
    while (accepted.length < 2) await new Promise((resolve) => setImmediate(resolve))
    expect(accepted.map(({ id, headers }) => [id, headers['streamtype']])).to.deep.equal([
      [1, 'error'],
      [3, 'stdin'],
    ])
    expect(await text(accepted[1] as SpdyStream)).to.equal('hello')
    accepted[0]?.write('done')
    accepted[0]?.destroy()
    expect(await text(first), 'before the reset').to.equal('done')
    client.close()
    server.close()
    await Promise.all(over)
    expect([first.destroyed, await text(second)]).to.deep.equal([true, ''])
  })

  it('cuts frames wherever the bytes are cut', async () => {
    const cutter = new FrameCutter()
    const bytes = Buffer.concat([dataFrame(5, Buffer.from('abc'), true), controlFrame(kinds.ping, words(7))])
    const frames = Array.from(bytes, (byte) => [...cutter.cut(Buffer.from([byte]))]).flat()
    expect(frames).to.deep.equal([
      { type: 'data', streamId: 5, isLast: true, bytes: Buffer.from('abc') },
      { type: 'control', kind: kinds.ping, flags: 0, body: words(7) },
    ])
  })

  it('answers pings, and gives window updates to those who speak of windows', async () => {
    const client = new Client()
    client.send(controlFrame(kinds.ping, words(9)))
    await client.until(1)
    expect(client.frames[0]).to.deep.equal({ type: 'control', kind: kinds.ping, flags: 0, body: words(9) })
    await client.open(1, {})
    client.send(controlFrame(kinds.settings, words(0)))
    client.send(dataFrame(1, Buffer.alloc(10), false))
    await client.until(4)
    expect(client.frames.slice(2).map((frame) => frame.type === 'control' && frame.body)).to.deep.equal([
      words(0, 10),
      words(1, 10),
    ])
  })

  it('ends a stream that either side resets', async () => {
    const client = new Client()
    const first = await client.open(1, {})
    client.send(controlFrame(kinds.rstStream, words(1, 5)))
    await new Promise((resolve) => first.once('close', resolve))
    const second = await client.open(3, {})
    second.destroy()
    await client.until(3)
    expect(client.frames[2]).to.deep.equal({ type: 'control', kind: kinds.rstStream, flags: 0, body: words(3, 5) })
  })

  it('stops reading while a stream is full, and goes on when it is read', async () => {
    const client = new Client()
    const stream = await client.open(1, {})
    const block = Buffer.alloc(700_000, 'x')
    for (let at = 0; at < 4; at++) client.send(dataFrame(1, block, at === 3))
    client.send(controlFrame(kinds.ping, words(1)))
    await new Promise((resolve) => setImmediate(resolve))
    expect(client.frames).to.have.length(1)
    expect((await text(stream)).length).to.equal(2_800_000)
    await client.until(2)
  })

  it('ends with the connection, and on a broken frame', async () => {
    const client = new Client()
    const stream = await client.open(1, {})
    client.end()
    expect(await client.ended).to.equal(undefined)
    expect(stream.destroyed).to.equal(true)
    const other = new Client()
    other.send(Buffer.from([0x80, 2, 0, 1, 0, 0, 0, 0]))
    expect(String(await other.ended)).to.contain('not a frame of SPDY/3')
  })
})
