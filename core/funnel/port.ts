/** The funnel's second adapter: requests over frames from a child process or thread, under identities that the parent fixes. */
import type { User } from '../auth/index.js'
import {
  FrameChannel,
  type FrameCarrier,
  type MaybePromise,
  packHead,
  portFrame,
  portWindowBytes,
  type RequestHead,
  Turns,
  unpackHead,
} from '../kit/index.js'
import { internalError, StatusError } from '../meta/index.js'
import {
  type ByteSink,
  type ByteStream,
  type Funnel,
  type FunnelResponse,
  gatheredBody,
  isStream,
  wholeBody,
} from './contract.js'

export interface PortOptions {
  readonly funnel: Funnel
  /** The user of a request; `as` is what it asks to be (an operator's name). Throws for a name that this port may not use. */
  readonly userOf: (as: string | undefined) => User
  /** What is no request: heartbeats. */
  readonly onNote?: (note: unknown) => void
  readonly onClose?: () => void
}

/** Serves one end of a channel until it closes. Answers a way to tell the other side something. */
export function servePort(carrier: FrameCarrier, options: PortOptions): { note(note: unknown): void; close(): void } {
  const port = new ServedPort(carrier, options)
  return { note: (note) => port.note(note), close: () => port.close() }
}

interface Arrived {
  readonly id: number
  readonly open: OpenRequest
  readonly payload: Buffer
}

/** Requests begun in one turn of the event loop: some milliseconds. What is done with the first ones then is on its way while the next are begun, and other clients have their turn. */
const mostATurn = 16

class ServedPort {
  readonly #channel: FrameChannel
  readonly #options: PortOptions
  readonly #open = new Map<number, OpenRequest>()
  readonly #requests = new Turns<Arrived>(mostATurn, (arrived) => {
    this.#serve(arrived).catch(() => this.#channel.close())
  })

  constructor(carrier: FrameCarrier, options: PortOptions) {
    this.#options = options
    this.#channel = new FrameChannel(carrier)
    this.#channel.start({
      onFrame: (type, id, payload) => this.#receive(type, id, payload),
      onClose: () => {
        for (const request of [...this.#open.values()]) request.abort()
        this.#open.clear()
        options.onClose?.()
      },
    })
  }

  note(note: unknown): void {
    this.#channel.send(portFrame.note, 0, Buffer.from(JSON.stringify(note)))
  }

  close(): void {
    this.#channel.close()
  }

  #receive(type: number, id: number, payload: Buffer): void {
    if (type === portFrame.request) {
      const open = new OpenRequest((kind, ...parts) => this.#channel.send(kind, id, ...parts))
      this.#open.set(id, open)
      this.#requests.add({ id, open, payload })
    } else if (type === portFrame.abort) {
      this.#open.get(id)?.abort()
      this.#open.delete(id)
    } else if (type === portFrame.credit) this.#open.get(id)?.credit(payload.readUInt32BE(0))
    else if (type === portFrame.note) this.#options.onNote?.(JSON.parse(payload.toString('utf8')))
  }

  /** Rejects for what is no request or asks for an identity that the port does not have: the port is closed then. */
  async #serve({ id, open, payload }: Arrived): Promise<void> {
    if (open.isOver) return
    const { head, body } = unpackHead<RequestHead>(payload)
    const response = await this.#options.funnel({
      sender: { user: this.#options.userOf(head.as) },
      method: head.method,
      url: head.url,
      headers: head.headers ?? {},
      body: async () => body,
      get signal() {
        return open.signal
      },
    })
    if (open.isOver) {
      if (isStream(response.body)) response.body.stop()
      return
    }
    if (isStream(response.body)) open.stream(response, response.body, () => this.#open.delete(id))
    else {
      this.#open.delete(id)
      const { status, headers, body } = await gathered(response, response.body)
      this.#channel.send(portFrame.response, id, ...packHead({ status, headers }, body))
    }
  }
}

interface WholeResponse extends FunnelResponse {
  readonly body: Uint8Array
}

/** An answer whose body can't be had to its end is the failure's. */
function gathered(
  response: FunnelResponse,
  body: Exclude<FunnelResponse['body'], ByteStream>,
): MaybePromise<WholeResponse> {
  const isKnown = body === undefined || body instanceof Uint8Array || body.byteLength !== undefined
  if (isKnown) return { ...response, body: wholeBody(body) }
  return gatheredBody(body).then(
    (whole) => ({ ...response, body: whole }),
    (error: unknown) => {
      const { status } = error instanceof StatusError ? error : internalError(String(error))
      return { ...response, status: status.code ?? 500, body: Buffer.from(JSON.stringify(status)) }
    },
  )
}

/** A request that has not been answered whole. */
class OpenRequest implements ByteSink {
  readonly #send: (type: number, ...parts: readonly Uint8Array[]) => boolean
  /** Made when somebody asks for its signal. */
  #controller: AbortController | undefined
  #isOver = false
  #stream: ByteStream | undefined
  /** Bytes that may still be sent; what exceeds it waits in `#waiting`. */
  #window = portWindowBytes
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #onDrain: () => void = () => {}
  #ended = false
  #over: () => void = () => {}

  constructor(send: (type: number, ...parts: readonly Uint8Array[]) => boolean) {
    this.#send = send
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#isOver) this.#controller.abort()
    return this.#controller.signal
  }

  /** Aborted, or answered whole. */
  get isOver(): boolean {
    return this.#isOver
  }

  get pendingBytes(): number {
    return this.#waitingBytes
  }

  abort(): void {
    this.#finish()
    this.#stream?.stop()
  }

  stream(response: FunnelResponse, body: ByteStream, over: () => void): void {
    this.#stream = body
    this.#over = over
    this.#send(portFrame.head, ...packHead({ status: response.status, headers: response.headers }))
    body.start(this)
  }

  write(bytes: Uint8Array): boolean {
    if (this.#isOver) return true
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    this.#flush()
    return this.#waitingBytes === 0
  }

  onDrain(listener: () => void): void {
    this.#onDrain = listener
  }

  end(): void {
    this.#ended = true
    this.#flush()
  }

  /** Not ideal: the frames have no word for it, the other side takes it for the end. */
  cut(): void {
    this.end()
  }

  credit(bytes: number): void {
    this.#window += bytes
    const wasBehind = this.#waitingBytes > 0
    this.#flush()
    if (wasBehind && this.#waitingBytes === 0) this.#onDrain()
  }

  #finish(): void {
    this.#isOver = true
    this.#controller?.abort()
  }

  #flush(): void {
    while (this.#waiting.length > 0 && this.#window > 0) {
      const bytes = this.#waiting.shift()!
      this.#window -= bytes.length
      this.#waitingBytes -= bytes.length
      this.#send(portFrame.chunk, bytes)
    }
    if (!this.#ended || this.#waiting.length > 0 || this.#isOver) return
    this.#finish()
    this.#send(portFrame.end)
    this.#over()
  }
}
