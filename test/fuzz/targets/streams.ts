/** What comes over a connection that was upgraded: SPDY and WebSocket frames; and frames between processes. */
import { EventEmitter } from 'node:events'
import { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { FrameReader } from '../../../core/kit/index.js'
import { Channels } from '../../../operators/kubelet/server/channels.js'
import { controlFrame, dataFrame, FrameCutter, kinds, words } from '../../../core/kit/spdy/frame.js'
import { HeaderBlocks } from '../../../core/kit/spdy/header-block.js'
import { SpdySession } from '../../../core/kit/spdy/session.js'
import { type FuzzTarget, same } from '../target.js'

const cuts: FuzzTarget = {
  name: 'spdy-frames',
  seeds: [
    Buffer.concat([controlFrame(kinds.ping, words(1)), dataFrame(1, Buffer.from('abc'), true)]),
    Buffer.concat([dataFrame(3, Buffer.alloc(0), false), controlFrame(kinds.goAway, words(0, 0))]),
  ],
  words: ['\x80\x03', '\x00\x01', '\x00\x00\x00', '\x01'],
  run(input) {
    const outcome = (pieces: readonly Buffer[]) => {
      const cutter = new FrameCutter()
      try {
        return { frames: pieces.flatMap((piece) => cutter.cut(piece)) }
      } catch (error) {
        return { error: (error as Error).message }
      }
    }
    const whole = outcome([input])
    const split = outcome(Array.from(input, (byte) => Buffer.from([byte])))
    same(split, whole, 'byte by byte')
  },
}

const blocks = new HeaderBlocks()
const block = await blocks.pack({ streamtype: 'error', ':path': '/', 'x-stream-protocol-version': 'v4.channel.k8s.io' })
blocks.close()
const opened = Buffer.concat([controlFrame(kinds.synStream, Buffer.concat([words(1, 0), Buffer.from([0, 0]), block])), dataFrame(1, Buffer.from('x'), true)]) // biome-ignore format: one line

const sessions: FuzzTarget = {
  name: 'spdy-session',
  seeds: [opened, Buffer.concat([opened, controlFrame(kinds.ping, words(2)), controlFrame(kinds.rstStream, words(1, 5)), controlFrame(kinds.windowUpdate, words(1, 100)), controlFrame(kinds.settings, words(1, 4, 65_536))])], // biome-ignore format: one list
  words: ['\x80\x03\x00\x01', '\x80\x03\x00\x08', '\x80\x03\x00\x09', '\x00\x00\x00\x01', '\x01', '\x00'],
  async run(input) {
    const wire = new Duplex({ read() {}, write: (_, __, done) => done() })
    wire.on('error', () => {})
    const session = new SpdySession(wire, (stream) => {
      stream.on('error', () => {})
      stream.resume()
    })
    wire.push(input)
    wire.push(null)
    // Who breaks the protocol has the connection ended: what must not happen is an error that nobody catches, or no end.
    await session.run().catch((error: Error) => {
      if (error instanceof TypeError || error instanceof ReferenceError) throw error
    })
    same(wire.destroyed, true, 'ended')
  },
}

/** A socket of `ws` as far as channels know it. */
class Socket extends EventEmitter {
  readonly OPEN = 1
  readonly readyState = 1
  readonly bufferedAmount = 0
  readonly sent: (Buffer | string)[] = []
  send(message: Buffer | string): void {
    this.sent.push(message)
  }
  pause(): void {}
  resume(): void {}
}

const channels: FuzzTarget = {
  name: 'channels',
  seeds: ['\x00abc', '0YWJj', '4eyJXaWR0aCI6MTAsIkhlaWdodCI6NX0=', '\xff\x00'],
  words: ['0', '4', '=', '\xff', 'eyJ'],
  run(input) {
    for (const encoding of ['binary', 'base64'] as const) {
      const socket = new Socket()
      const pair = new Channels(socket as unknown as WebSocket, encoding)
      const heard: [number, string][] = []
      pair.onMessage((channel, bytes) => {
        heard.push([channel, bytes.toString('latin1')])
        void pair.send(channel, bytes)
        return undefined
      })
      socket.emit('message', input, encoding === 'binary')
      const [echo] = socket.sent
      if (echo === undefined) continue
      socket.emit('message', Buffer.from(echo as string), encoding === 'binary')
      if (encoding === 'binary') same(heard[1], heard[0], 'sent and heard again')
      else same(heard[1]?.[1], heard[0]?.[1], 'sent and heard again')
    }
  },
}

const frames: FuzzTarget = {
  name: 'frames',
  seeds: [Buffer.from([0, 0, 0, 7, 1, 0, 0, 0, 1, 65, 66]), Buffer.from([0, 0, 0, 5, 8, 0, 0, 0, 0, 0, 0, 0, 4])],
  words: ['\x00\x00\x00\x05', '\x00', '\xff\xff\xff\xff'],
  run(input) {
    const outcome = (pieces: readonly Buffer[]) => {
      const heard: string[] = []
      const reader = new FrameReader()
      try {
        for (const piece of pieces)
          reader.push(piece, (type, id, payload) => void heard.push(`${type} ${id} ${payload.toString('hex')}`))
      } catch {
        heard.push('no frame')
      }
      return heard
    }
    same(outcome(Array.from(input, (byte) => Buffer.from([byte]))), outcome([input]), 'byte by byte')
  },
}

export const streams: readonly FuzzTarget[] = [cuts, sessions, channels, frames]
