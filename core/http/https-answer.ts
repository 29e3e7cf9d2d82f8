/** A funnel's answer onto node's response: headers once, whole bodies in one write, streams as they come. */
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ByteSink, ByteStream, FunnelResponse } from '../funnel/index.js'

/** `close`: ask the client for a new connection (a body was left unread, or the server is stopping). */
export function sendAnswer(
  response: ServerResponse,
  answer: FunnelResponse,
  options: { readonly close: boolean },
): void {
  const { body } = answer
  const headers: Record<string, string | number | readonly string[]> = { ...answer.headers }
  if (options.close) headers['connection'] = 'close'
  if (body !== undefined && 'start' in body) {
    sendStream(response, body, { status: answer.status, headers })
    return
  }
  const pieces = body === undefined ? [] : body instanceof Uint8Array ? [body] : body
  let length = 0
  for (const piece of pieces) length += piece.byteLength
  if (hasBody(answer.status)) headers['content-length'] = length
  response.writeHead(answer.status, headers as Record<string, string>)
  if (pieces.length === 1) return void response.end(pieces[0])
  response.cork()
  for (const piece of pieces) response.write(piece)
  response.end()
  response.uncork()
}

const hasBody = (status: number): boolean => status !== 304 && status !== 204 && status >= 200

function sendStream(
  response: ServerResponse,
  stream: ByteStream,
  head: { readonly status: number; readonly headers: Record<string, string | number | readonly string[]> },
): void {
  response.writeHead(head.status, head.headers as Record<string, string>)
  response.flushHeaders()
  response.once('close', () => stream.stop())
  if (response.destroyed) stream.stop()
  else stream.start(new ResponseSink(response))
}

class ResponseSink implements ByteSink {
  readonly #response: ServerResponse

  constructor(response: ServerResponse) {
    this.#response = response
  }

  write(bytes: Uint8Array): boolean {
    if (this.#response.destroyed || this.#response.writableEnded) return true
    return this.#response.write(bytes)
  }

  get pendingBytes(): number {
    return this.#response.writableLength + (this.#response.socket?.writableLength ?? 0)
  }

  onDrain(listener: () => void): void {
    this.#response.on('drain', listener)
  }

  end(): void {
    this.#response.end()
  }
}

/** An answer that is no upgrade, to a client that had asked for one: written by hand, as node gives only the socket. Closes it. */
export function refuseUpgrade(socket: Duplex, answer: FunnelResponse): void {
  const { body, headers } = answer
  const pieces = body === undefined || 'start' in body ? [] : body instanceof Uint8Array ? [body] : body
  if (body !== undefined && 'start' in body) body.stop()
  const bytes = Buffer.concat(pieces as Uint8Array[])
  const lines = [`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? 'Refused'}`]
  for (const name in headers) {
    if (name === 'content-length') continue
    for (const value of [headers[name]!].flat()) lines.push(`${name}: ${value}`)
  }
  lines.push(`content-length: ${bytes.length}`, 'connection: close', '', '')
  socket.end(Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), bytes]))
}
