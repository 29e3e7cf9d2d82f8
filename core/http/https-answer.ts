/** A funnel's answer onto node's response: headers once, whole bodies in one write, streams as they come. */
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  type ByteSink,
  type ByteSource,
  type ByteStream,
  type FunnelResponse,
  isStream,
  wholeBody,
} from '../funnel/index.js'
import { chunkOf } from './chunk.js'
import { sendSource } from './send-source.js'

/** `close`: ask the client for a new connection (a body was left unread, or the server is stopping). */
export function sendAnswer(
  response: ServerResponse,
  answer: FunnelResponse,
  options: { readonly close: boolean },
): void {
  const { body } = answer
  if (isCompressed(response, answer)) {
    sendCompressed(response, answer, options)
    return
  }
  if (body instanceof Uint8Array && !options.close && answer.headers['content-length'] !== undefined) {
    response.writeHead(answer.status, answer.headers as Record<string, string>)
    response.end(body)
    return
  }
  const headers: Record<string, string | number | readonly string[]> = { ...answer.headers }
  if (options.close) headers['connection'] = 'close'
  if (isStream(body)) {
    sendStream(response, body, { status: answer.status, headers })
    return
  }
  const isKnown = !body || body.byteLength !== undefined
  if (hasBody(answer.status) && isKnown) headers['content-length'] = body?.byteLength ?? 0
  response.writeHead(answer.status, headers as Record<string, string>)
  if (body === undefined || body instanceof Uint8Array) response.end(body)
  else if (response.req.method === 'HEAD') response.end()
  else if (body.byteLength !== undefined && body.byteLength <= wholeBytes) response.end(wholeBody(body))
  else sendSource(response, body)
}

/** Smaller answers are not compressed, as upstream. */
const compressedBytes = 128 * 1024

/** Long answers are, when the client takes it; streams never are: each event is to arrive at once. */
function isCompressed({ req }: ServerResponse, { body, headers }: FunnelResponse): boolean {
  if (body === undefined || isStream(body) || (body.byteLength ?? compressedBytes + 1) <= compressedBytes) return false
  return req.method !== 'HEAD' && headers['content-encoding'] === undefined && takesGzip(req.headers['accept-encoding'])
}

/** Whether an Accept-Encoding names gzip, and does not refuse it (`gzip;q=0`). */
function takesGzip(accepted: string | string[] | undefined): boolean {
  return (
    typeof accepted === 'string' && /(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)/i.test(accepted)
  )
}

function sendCompressed(
  response: ServerResponse,
  { status, headers, body }: FunnelResponse,
  { close }: { readonly close: boolean },
): void {
  const { 'content-length': _, ...rest } = headers
  const own = {
    ...rest,
    'content-encoding': 'gzip',
    vary: headers['vary'] ? `Accept-Encoding, ${headers['vary']}` : 'Accept-Encoding',
    ...(close ? { connection: 'close' } : {}),
  }
  response.writeHead(status, own as Record<string, string>)
  sendSource(response, body instanceof Uint8Array ? sourceOf(body) : (body as ByteSource), 'gzip')
}

function sourceOf(bytes: Uint8Array): ByteSource {
  let at = 0
  const read = (target: Buffer) => {
    const piece = bytes.subarray(at, at + target.length)
    target.set(piece)
    at += piece.length
    return piece.length
  }
  return { byteLength: bytes.byteLength, read }
}

/** A body up to this is sent in one write. */
const wholeBytes = 32 * 1024

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

/** Bytes that may wait for a client before it counts as behind. */
export const behindBytes = 512 * 1024

/**
 * Writes chunks straight to the socket, framed once for all clients that are sent the same bytes.
 * Invariant: the head was flushed, and between it and `end` nothing goes through the response itself.
 */
class ResponseSink implements ByteSink {
  readonly #response: ServerResponse

  constructor(response: ServerResponse) {
    this.#response = response
  }

  write(bytes: Uint8Array): boolean {
    const response = this.#response
    if (response.destroyed || response.writableEnded || bytes.byteLength === 0) return true
    const { socket } = response
    if (!socket || !response.chunkedEncoding) return response.write(bytes)
    socket.write(chunkOf(bytes))
    return socket.writableLength < behindBytes
  }

  get pendingBytes(): number {
    return this.#response.writableLength
  }

  onDrain(listener: () => void): void {
    const { socket } = this.#response
    this.#response.on('drain', listener)
    socket?.on('drain', listener)
    this.#response.once('close', () => socket?.off('drain', listener))
  }

  end(): void {
    this.#response.end()
  }

  cut(): void {
    this.#response.destroy()
  }
}

/** An answer that is no upgrade, to a client that had asked for one: written by hand, as node gives only the socket. Closes it, at the end of a stream. */
export function refuseUpgrade(socket: Duplex, answer: FunnelResponse): void {
  const { body } = answer
  if (isStream(body)) {
    socket.write(headOf(answer, ['connection: close']))
    socket.once('close', () => body.stop())
    body.start(new SocketSink(socket))
    return
  }
  const bytes = wholeBody(body)
  const ends = [`content-length: ${bytes.length}`, 'connection: close']
  socket.end(Buffer.concat([headOf(answer, ends), bytes]))
}

function headOf({ status, headers }: FunnelResponse, ends: readonly string[]): Buffer {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}`]
  for (const name in headers) {
    if (name === 'content-length') continue
    for (const value of [headers[name]!].flat()) lines.push(`${name}: ${value}`)
  }
  return Buffer.from([...lines, ...ends, '', ''].join('\r\n'), 'latin1')
}

/** What the end of the connection ends. */
class SocketSink implements ByteSink {
  readonly #socket: Duplex

  constructor(socket: Duplex) {
    this.#socket = socket
  }

  write(bytes: Uint8Array): boolean {
    if (this.#socket.writable) this.#socket.write(bytes)
    return this.#socket.writableLength < behindBytes
  }

  get pendingBytes(): number {
    return this.#socket.writableLength
  }

  onDrain(listener: () => void): void {
    this.#socket.on('drain', listener)
  }

  end(): void {
    this.#socket.end()
  }

  cut(): void {
    this.#socket.destroy()
  }
}
