/** A stream of messages (a watch, a log) to a client that asked for a WebSocket, as upstream sends it: each event a message, JSON as text and protobuf as binary. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { ByteSink } from '../funnel/index.js'
import { behindBytes } from './https-answer.js'
import type { Ending, MessageStream } from './message-stream.js'
import { bearerProtocol } from './tls-sender.js'

export interface Upgrading {
  readonly message: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
}

/** Nobody sends anything to a watch: what comes is read and forgotten, up to this size a message. */
const maxPayload = 1024 * 1024
/** Those of one stream of bytes, and what each message carries. */
const byteProtocols = ['binary.k8s.io', 'base64.binary.k8s.io']

const servers = {
  frames: acceptor((offered) => offered[0]),
  bytes: acceptor((offered) => offered.find((protocol) => byteProtocols.includes(protocol))),
}

/** Of the subprotocols offered, without the one that carries a token, the one that `choose` likes. */
function acceptor(choose: (offered: readonly string[]) => string | undefined): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload,
    handleProtocols: (offered) =>
      choose([...offered].filter((protocol) => !protocol.startsWith(bearerProtocol))) ?? false,
  })
}

/** Shakes hands and starts the stream; a handshake that is none is answered with 400. `sent` is told what goes on. */
export function sendMessages(stream: MessageStream, upgrading: Upgrading, sent: (ending: Ending) => void): void {
  const { message, socket, head } = upgrading
  const server = servers[stream.messages === 'pieces' ? 'bytes' : 'frames']
  let started = false
  socket.once('close', () => stream.stop())
  server.handleUpgrade(message, socket, head, (client) => {
    started = true
    client.on('error', () => client.terminate())
    const sink = new WebSocketSink(client, socket, stream.messages)
    sent(sink)
    if (stream.messages === 'pieces') sink.greet()
    stream.start(sink)
  })
  if (!started) stream.stop()
}

class WebSocketSink implements ByteSink {
  readonly #client: WebSocket
  readonly #socket: Duplex
  readonly #messages: MessageStream['messages']

  constructor(client: WebSocket, socket: Duplex, messages: MessageStream['messages']) {
    this.#client = client
    this.#socket = socket
    this.#messages = messages
  }

  /** As upstream: an empty message before the first bytes of a log. */
  greet(): void {
    this.#sendPiece(Buffer.alloc(0))
  }

  write(bytes: Uint8Array): boolean {
    if (this.#client.readyState !== this.#client.OPEN) return true
    if (this.#messages === 'lines') this.#sendLines(bytes)
    else if (this.#messages === 'lengths') this.#sendLengths(bytes)
    else if (bytes.length > 0) this.#sendPiece(bytes)
    return this.#socket.writableLength < behindBytes
  }

  #sendLines(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const newline = bytes.indexOf(0x0a, at)
      const end = newline < 0 ? bytes.length : newline + 1
      this.#client.send(bytes.subarray(at, end), { binary: false })
      at = end
    }
  }

  /** The four bytes of length are left out: the message has one. */
  #sendLengths(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at < bytes.length; ) {
      const end = at + 4 + view.getUint32(at)
      this.#client.send(bytes.subarray(at + 4, end), { binary: true })
      at = end
    }
  }

  #sendPiece(bytes: Uint8Array): void {
    if (this.#client.protocol === 'base64.binary.k8s.io') this.#client.send(Buffer.from(bytes).toString('base64'))
    else this.#client.send(bytes, { binary: true })
  }

  get pendingBytes(): number {
    return this.#socket.writableLength
  }

  onDrain(listener: () => void): void {
    this.#socket.on('drain', listener)
  }

  end(): void {
    this.#client.close(1000)
  }

  cut(): void {
    this.#client.terminate()
  }
}
