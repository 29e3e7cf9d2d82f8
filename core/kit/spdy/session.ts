/**
 * A SPDY/3.1 connection over any byte stream: a socket, or a WebSocket in which newer clients tunnel it. A server accepts streams, a client opens them. The
 * other side's window is not waited for: spdystream, the client of all of Kubernetes, neither sends nor honours WINDOW_UPDATE; a client that
 * speaks of windows is given updates.
 */
import type { Duplex } from 'node:stream'
import { type Frame, FrameCutter, controlFrame, dataFrame, flagFin, kinds, words } from './frame.js'
import { HeaderBlocks, type Headers } from './header-block.js'
import { SpdyStream, type StreamCarrier } from './stream.js'

const mostDataBytes = 32 * 1024
const mostStreams = 4096

export class SpdySession implements StreamCarrier {
  readonly #wire: Duplex
  readonly #accept: (stream: SpdyStream) => void
  readonly #cutter = new FrameCutter()
  readonly #blocks = new HeaderBlocks()
  readonly #streams = new Map<number, SpdyStream>()
  /** By us: what has come in them is there to be read when the other side, which ends all of them by a reset, has gone. */
  readonly #opened = new WeakSet<SpdyStream>()
  #nextId = 1
  #speaksWindows = false
  #resume: (() => void) | undefined

  constructor(wire: Duplex, accept: (stream: SpdyStream) => void) {
    this.#wire = wire
    this.#accept = accept
  }

  /** Resolves when the connection has ended; throws when the client breaks the protocol. */
  async run(): Promise<void> {
    try {
      for await (const bytes of this.#wire)
        for (const frame of this.#cutter.cut(bytes as Buffer)) await this.#take(frame)
    } finally {
      for (const id of this.#streams.keys()) this.#drop(id)
      this.#blocks.close()
      this.#wire.destroy()
    }
  }

  /** A stream of a client's own. `headers`: names in lower case. One at a time: await each before the next. */
  async open(headers: Headers): Promise<SpdyStream> {
    const stream = new SpdyStream(this.#nextId, headers, this)
    this.#nextId += 2
    stream.on('error', () => {})
    this.#streams.set(stream.id, stream)
    this.#opened.add(stream)
    const head = Buffer.concat([words(stream.id, 0), Buffer.alloc(2)])
    this.#write(controlFrame(kinds.synStream, Buffer.concat([head, await this.#blocks.pack(headers)])))
    return stream
  }

  /** Ends the connection once what was sent is on its way. */
  close(): void {
    if (!this.#wire.destroyed) this.#wire.end(controlFrame(kinds.goAway, words(0, 0)))
  }

  send(streamId: number, bytes: Buffer, isLast: boolean, sent: () => void): void {
    if (!this.#streams.has(streamId)) {
      sent()
      return
    }
    let at = 0
    do {
      const piece = bytes.subarray(at, at + mostDataBytes)
      at += piece.length
      const isEnd = at >= bytes.length
      this.#write(dataFrame(streamId, piece, isLast && isEnd), isEnd ? sent : undefined)
    } while (at < bytes.length)
    if (isLast) this.#forget(streamId)
  }

  reset(streamId: number): void {
    const cancel = 5
    if (this.#streams.delete(streamId)) this.#write(controlFrame(kinds.rstStream, words(streamId, cancel)))
  }

  drained(): void {
    this.#resume?.()
    this.#resume = undefined
  }

  async #take(frame: Frame): Promise<void> {
    if (frame.type === 'data') return this.#takeData(frame)
    const { kind, flags, body } = frame
    switch (kind) {
      case kinds.synStream:
        return this.#open(body, flags)
      case kinds.headers:
      case kinds.synReply:
        await this.#blocks.unpack(body.subarray(4))
        return
      case kinds.rstStream:
        return this.#drop(body.readUInt32BE(0))
      case kinds.ping:
        return this.#write(controlFrame(kinds.ping, body))
      case kinds.settings:
      case kinds.windowUpdate:
        this.#speaksWindows = true
        return
      case kinds.goAway:
        return
    }
  }

  async #takeData({ streamId, bytes, isLast }: Extract<Frame, { type: 'data' }>): Promise<void> {
    const stream = this.#streams.get(streamId)
    if (this.#speaksWindows && bytes.length) {
      for (const id of [0, streamId]) this.#write(controlFrame(kinds.windowUpdate, words(id, bytes.length)))
    }
    if (!stream) return
    const hasRoom = stream.receive(bytes, isLast)
    if (isLast) this.#forget(streamId)
    if (!hasRoom) await new Promise<void>((resolve) => (this.#resume = resolve))
  }

  async #open(body: Buffer, flags: number): Promise<void> {
    const streamId = body.readUInt32BE(0) & 0x7fffffff
    const headers = await this.#blocks.unpack(body.subarray(10))
    if (this.#streams.has(streamId) || this.#streams.size >= mostStreams) {
      const refused = 3
      return this.#write(controlFrame(kinds.rstStream, words(streamId, refused)))
    }
    const stream = new SpdyStream(streamId, headers, this)
    this.#streams.set(streamId, stream)
    stream.on('error', () => {})
    const reply = Buffer.concat([words(streamId), await this.#blocks.pack({})])
    this.#write(controlFrame(kinds.synReply, reply))
    if (flags & flagFin) stream.receive(Buffer.alloc(0), true)
    this.#accept(stream)
  }

  #drop(streamId: number): void {
    const stream = this.#streams.get(streamId)
    this.#streams.delete(streamId)
    if (stream && this.#opened.has(stream)) stream.endReading()
    else stream?.destroy()
  }

  #forget(streamId: number): void {
    if (this.#streams.get(streamId)?.isOver) this.#streams.delete(streamId)
  }

  #write(bytes: Buffer, sent?: () => void): void {
    if (this.#wire.destroyed) {
      sent?.()
      return
    }
    this.#wire.write(bytes, () => sent?.())
  }
}
