/** The channels of a Kubernetes WebSocket: each binary message begins with the number of its channel. */
import type { Readable, Writable } from 'node:stream'
import type { RawData, WebSocket } from 'ws'
import { untilRoom } from './until-room.js'

/** What may wait to be sent before the source is made to wait. */
const roomBytes = 1024 * 1024

export class Channels {
  readonly #socket: WebSocket

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('error', () => socket.terminate())
  }

  /** Calls `take` for each message. It may answer a promise that holds the next ones up. */
  onMessage(take: (channel: number, bytes: Buffer) => Promise<void> | undefined): void {
    this.#socket.on('message', (data: RawData, isBinary: boolean) => {
      const bytes = isBinary || Buffer.isBuffer(data) ? (data as Buffer) : Buffer.from(data as ArrayBuffer)
      if (!bytes.length) return
      const waits = take(bytes[0] as number, bytes.subarray(1))
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
    const message = Buffer.concat([Buffer.from([channel]), bytes])
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
}

/** Undefined: there is room; otherwise resolves when there is. */
export function write(target: Writable, bytes: Buffer): Promise<void> | undefined {
  if (target.destroyed || target.writableEnded || target.write(bytes)) return undefined
  return untilRoom(target)
}
