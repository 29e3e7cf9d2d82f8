/** The server in a process of its own, on a file, that can be killed and goes on at the same address; and somebody who asks and watches, over connections that break. */
import { readFileSync } from 'node:fs'
import { Agent, type RequestOptions, request } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { startOperon } from '../bench/servers.js'

export interface Reply {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any
}

export class CrashingServer {
  #running: Awaited<ReturnType<typeof startOperon>>
  readonly #base: RequestOptions
  #agent = new Agent({ keepAlive: true })
  #back: Promise<void> = Promise.resolve()

  private constructor(running: Awaited<ReturnType<typeof startOperon>>) {
    this.#running = running
    const { port, ca, cert, key } = running.address
    const [trusted, certificate, secret] = [ca, cert, key].map((path) => readFileSync(path as string))
    this.#base = { host: '127.0.0.1', port, ca: trusted, cert: certificate, key: secret }
  }

  static async start(): Promise<CrashingServer> {
    return new CrashingServer(await startOperon('server'))
  }

  /** Kills it in the middle of whatever it does, and starts it again. */
  crash(): Promise<void> {
    this.#back = (async () => {
      process.kill(this.#running.pid, 'SIGKILL')
      await this.#running.end()
      this.#running = await startOperon('server', [], this.#running)
    })()
    return this.#back
  }

  /** Resolves when it answers again. */
  back(): Promise<void> {
    return this.#back
  }

  /** Rejects when the connection breaks: whether it was carried out is not known then. */
  async ask(method: string, path: string, body?: object): Promise<Reply> {
    const answer = await this.#open(path, this.#agent, { method, body })
    const pieces: Buffer[] = []
    for await (const piece of answer) pieces.push(piece as Buffer)
    return { status: answer.statusCode ?? 0, json: JSON.parse(Buffer.concat(pieces).toString()) }
  }

  /** Calls `event` with each, until it answers false or the connection breaks. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
  async watch(path: string, event: (event: any) => boolean): Promise<void> {
    const answer = await this.#open(path, new Agent({ keepAlive: false }), { method: 'GET' })
    let rest = ''
    for await (const piece of answer.setEncoding('utf8')) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop() as string
      for (const line of lines) if (!event(JSON.parse(line))) return
    }
  }

  async stop(): Promise<void> {
    this.#agent.destroy()
    await this.#running.stop()
  }

  #open(path: string, agent: Agent, { method, body }: { method: string; body?: object | undefined }) {
    return new Promise<IncomingMessage>((resolve, reject) => {
      const bytes = body && Buffer.from(JSON.stringify(body))
      const headers = bytes ? { 'content-type': 'application/json', 'content-length': bytes.length } : {}
      const call = request({ ...this.#base, agent, method, path, headers }, resolve)
      call.on('error', reject)
      call.end(bytes)
    })
  }
}
