import {
  FrameChannel,
  type FrameCarrier,
  packHead,
  portFrame,
  portWindowBytes,
  type ResponseHead,
  unpackHead,
} from '../kit/index.js'
import { ChunkQueue } from './chunk-queue.js'
import {
  type Transport,
  TransportError,
  type TransportRequest,
  type TransportResponse,
  type TransportStream,
} from './transport.js'

interface Answered {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Buffer | ChunkQueue
}

interface Asked {
  /** Undefined until the answer's head has come. */
  body?: ChunkQueue
  readonly answered: (answer: Answered) => void
  readonly failed: (error: TransportError) => void
  /** Stops listening to the caller's signal. */
  readonly over: () => void
}

/**
 * The asking end of a port: requests over frames to a funnel in another process or thread. One port carries any number of requests, under any of its identities.
 * When the channel closes every open request fails with outcome `unknown`, later ones with `notSent`.
 */
export class Port {
  readonly #channel: FrameChannel
  readonly #asked = new Map<number, Asked>()
  readonly #closed: Promise<void>
  #lastId = 0
  #onNote: (note: unknown) => void = () => {}

  constructor(carrier: FrameCarrier) {
    this.#channel = new FrameChannel(carrier)
    this.#closed = new Promise((resolve) => {
      this.#channel.start({
        onFrame: (type, id, payload) => this.#receive(type, id, payload),
        onClose: (error) => {
          const why = error ? `the port closed: ${error.message}` : 'the port closed'
          for (const [id, asked] of [...this.#asked]) this.#fail(id, asked, why)
          resolve()
        },
      })
    })
  }

  /** Resolves when the other side has gone or `close` was called. */
  get closed(): Promise<void> {
    return this.#closed
  }

  /** A transport under one of the port's identities: an operator's name. Left out: the port's own. Its `close` leaves the port open. */
  transport(as?: string): Transport {
    return {
      request: (request) => this.#request(request, as),
      stream: (request) => this.#stream(request, as),
      close: async () => {},
    }
  }

  /** Tells the other side something that is no request. */
  note(note: unknown): void {
    this.#channel.send(portFrame.note, 0, Buffer.from(JSON.stringify(note)))
  }

  onNote(listener: (note: unknown) => void): void {
    this.#onNote = listener
  }

  close(): void {
    this.#channel.close()
  }

  async #request(request: TransportRequest, as?: string): Promise<TransportResponse> {
    const { status, headers, body } = await this.#open(request, as)
    if (Buffer.isBuffer(body)) return { status, headers, body }
    const pieces: Uint8Array[] = []
    for await (const piece of body) pieces.push(piece)
    return { status, headers, body: Buffer.concat(pieces) }
  }

  async #stream(request: TransportRequest, as?: string): Promise<TransportStream> {
    const { status, headers, body } = await this.#open(request, as)
    if (!Buffer.isBuffer(body)) return { status, headers, chunks: body }
    const chunks = new ChunkQueue({ consumed() {}, dropped() {} })
    if (body.length) chunks.push(body)
    chunks.end()
    return { status, headers, chunks }
  }

  #open(request: TransportRequest, as?: string): Promise<Answered> {
    const { method, url, headers, body, signal } = request
    if (this.#channel.closed) return Promise.reject(new TransportError('the port is closed', 'notSent'))
    if (signal?.aborted) return Promise.reject(new TransportError('aborted before it was sent', 'notSent'))
    const id = this.#freeId()
    const abort = () => this.#abort(id)
    signal?.addEventListener('abort', abort, { once: true })
    const bytes = typeof body === 'string' ? Buffer.from(body) : body
    this.#channel.send(portFrame.request, id, ...packHead({ method, url, headers, as }, ...(bytes ? [bytes] : [])))
    return new Promise((answered, failed) => {
      this.#asked.set(id, { answered, failed, over: () => signal?.removeEventListener('abort', abort) })
    })
  }

  #freeId(): number {
    do this.#lastId = (this.#lastId + 1) >>> 0
    while (this.#lastId === 0 || this.#asked.has(this.#lastId))
    return this.#lastId
  }

  #receive(type: number, id: number, payload: Buffer): void {
    if (type === portFrame.note) this.#onNote(JSON.parse(payload.toString()))
    const asked = this.#asked.get(id)
    if (!asked) return
    switch (type) {
      case portFrame.response: {
        const { head, body } = unpackHead<ResponseHead>(payload)
        this.#forget(id, asked)
        asked.answered({ status: head.status, headers: flat(head.headers), body })
        break
      }
      case portFrame.head: {
        const { head } = unpackHead<ResponseHead>(payload)
        asked.body = this.#bodyOf(id)
        asked.answered({ status: head.status, headers: flat(head.headers), body: asked.body })
        break
      }
      case portFrame.chunk:
        asked.body?.push(payload)
        break
      case portFrame.end:
        if (payload.length) this.#fail(id, asked, payload.toString())
        this.#forget(id, asked)
        asked.body?.end()
    }
  }

  /** The body of a stream; gives the window back in quarters as its reader goes on. */
  #bodyOf(id: number): ChunkQueue {
    let owed = 0
    return new ChunkQueue({
      consumed: (bytes) => {
        owed += bytes
        if (owed < portWindowBytes / 4 || !this.#asked.has(id)) return
        const credit = Buffer.allocUnsafe(4)
        credit.writeUInt32BE(owed)
        owed = 0
        this.#channel.send(portFrame.credit, id, credit)
      },
      dropped: () => this.#abort(id),
    })
  }

  #abort(id: number): void {
    const asked = this.#asked.get(id)
    if (!asked) return
    this.#channel.send(portFrame.abort, id)
    this.#fail(id, asked, 'aborted')
  }

  #forget(id: number, asked: Asked): void {
    this.#asked.delete(id)
    asked.over()
  }

  #fail(id: number, asked: Asked, why: string): void {
    this.#forget(id, asked)
    const error = new TransportError(why, 'unknown')
    if (asked.body) asked.body.end(error)
    else asked.failed(error)
  }
}

function flat(headers: ResponseHead['headers']): Record<string, string> {
  const all: Record<string, string> = {}
  for (const name in headers) all[name] = String(headers[name])
  return all
}
