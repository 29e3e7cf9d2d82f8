/** The channels of a Kubernetes WebSocket: each message begins with the number of its channel. */
import type { Readable, Writable } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { untilRoom } from './until-room.js'

/** What may wait to be sent before the source is made to wait. */
const roomBytes = 1024 * 1024

/** `binary`: a byte and bytes. `base64`: text, a digit and base64, for clients that have no binary frames. */
export type ChannelEncoding = 'binary' | 'base64'

const zero = '0'.charCodeAt(0)

export class Channels {
  readonly #socket: WebSocket
  readonly #encoding: ChannelEncoding

  constructor(socket: WebSocket, encoding: ChannelEncoding = 'binary') {
    this.#socket = socket
    this.#encoding = encoding
    socket.on('error', () => socket.terminate())
  }

  /** Calls `take` for each message. It may answer a promise that holds the next ones up. */
  onMessage(take: (channel: number, bytes: Buffer) => Promise<void> | undefined): void {
    this.#socket.on('message', (data: RawData, isBinary: boolean) => {
      const bytes = isBinary || Buffer.isBuffer(data) ? (data as Buffer) : Buffer.from(data as ArrayBuffer)
      if (!bytes.length) return
      const [number, content] = this.#read(bytes)
      const waits = take(number, content)
      if (!waits) return
      this.#socket.pause()
      void waits.finally(() => this.#socket.resume())
    })
  }

  onClose(listener: () => void): void {
    this.#socket.once('close', listener)
  }

  /** Resolves when there is room for more. */
  send(channel: number, bytes: Uint8Array): Promise<void> {
    if (this.#socket.readyState !== this.#socket.OPEN) return Promise.resolve()
    const message = this.#written(channel, bytes)
    if (this.#socket.bufferedAmount < roomBytes) {
      this.#socket.send(message)
      return Promise.resolve()
    }
    return new Promise((resolve) => this.#socket.send(message, () => resolve()))
  }

  /** Resolves when the source has ended and all of it is sent. A source that breaks counts as ended. */
  async pipe(source: Readable, channel: number): Promise<void> {
    try {
      for await (const bytes of source) await this.send(channel, bytes as Buffer)
    } catch {
      // The other end tells by its exit code what became of it.
    }
  }

  close(): void {
    this.#socket.close(1000)
  }

  #read(bytes: Buffer): [number: number, content: Buffer] {
    const [first = 0] = bytes
    if (this.#encoding === 'binary') return [first, bytes.subarray(1)]
    return [first - zero, Buffer.from(bytes.toString('latin1', 1), 'base64')]
  }

  #written(channel: number, bytes: Uint8Array): Buffer | string {
    if (this.#encoding === 'binary') return Buffer.concat([Buffer.from([channel]), bytes])
    return String.fromCharCode(channel + zero) + Buffer.from(bytes).toString('base64')
  }
}

/** Undefined: there is room; otherwise resolves when there is. */
export function write(target: Writable, bytes: Buffer): Promise<void> | undefined {
  if (target.destroyed || target.writableEnded || target.write(bytes)) return undefined
  return untilRoom(target)
}
