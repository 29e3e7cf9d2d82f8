/** Carries a container's output from its pipes to its log file and to whoever is attached. */
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { CriLines, type StreamName } from './cri-lines.js'
import { leaveLine, openForReading } from './fifo.js'
import { LogFile } from './log-file.js'

/** Bytes waiting for the disk beyond which reading stops for a while. */
const mostBacklog = 1024 * 1024

export interface PumpOptions {
  readonly folder: string
  readonly logPath: string
  readonly now: () => number
  /** A line on standard error that is not the container's. */
  readonly failureToken: string
}

export class OutputPump {
  readonly #options: PumpOptions
  readonly #log: LogFile
  readonly #sockets: Socket[] = []
  readonly #listeners = { stdout: new Set<PassThrough>(), stderr: new Set<PassThrough>() }
  /** True once the shell said that it could not become the command. */
  couldNotExec = false
  /** Resolves when both streams ended and all is in the log. */
  readonly drained: Promise<void>

  /** The pipes must be there. */
  constructor(options: PumpOptions) {
    this.#options = options
    this.#log = new LogFile(options.logPath, options.now)
    this.#log.begin()
    const streams = (['stdout', 'stderr'] as const).map((name) => this.#carry(name))
    this.drained = Promise.all(streams).then(() => this.#log.close())
  }

  /** Tells the shim that the pipes are open here, so that it may end when the container has. */
  acknowledge(): void {
    leaveLine(join(this.#options.folder, 'hold'))
  }

  /** A copy of what comes from now on. */
  listen(name: StreamName): PassThrough {
    const copy = new PassThrough()
    this.#listeners[name].add(copy)
    copy.on('close', () => this.#listeners[name].delete(copy))
    return copy
  }

  /** Ends a copy. */
  leave(copy: PassThrough): void {
    for (const listeners of Object.values(this.#listeners)) listeners.delete(copy)
    copy.end()
  }

  /** Stops reading; what comes later stays in the pipe for the next reader. */
  close(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #carry(name: StreamName): Promise<void> {
    const lines = new CriLines(name, this.#options.now)
    const socket = openForReading(join(this.#options.folder, name))
    this.#sockets.push(socket)
    const token = Buffer.from(this.#options.failureToken)
    socket.on('data', (chunk: Buffer) => {
      const text = this.#withoutToken(chunk, token)
      for (const listener of this.#listeners[name]) hand(listener, text)
      const written = this.#log.append(lines.push(text))
      if (this.#log.backlog > mostBacklog) {
        socket.pause()
        const resume = () => socket.resume()
        written.then(resume, resume)
      } else written.catch(() => {})
    })
    return new Promise((resolve) => {
      socket.on('error', () => {})
      socket.on('close', () => {
        for (const listener of this.#listeners[name]) listener.end()
        this.#log.append(lines.end()).then(resolve, resolve)
      })
    })
  }

  #withoutToken(chunk: Buffer, token: Buffer): Buffer {
    const at = chunk.indexOf(token)
    if (at < 0) return chunk
    this.couldNotExec = true
    let end = at + token.length
    while (chunk[end] === 13 || chunk[end] === 10) end++
    return Buffer.concat([chunk.subarray(0, at), chunk.subarray(end)])
  }
}

/** Whoever takes too long to read is cut off, and costs the others nothing. */
function hand(listener: PassThrough, text: Buffer): void {
  listener.write(text)
  if (listener.readableLength + listener.writableLength > mostBacklog) listener.destroy()
}
