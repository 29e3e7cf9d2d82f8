/** Last words to who never got as far as a request: what is no TLS, what is no HTTP, a method that node's parser has never heard of. */
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import { badRequest, methodNotAllowed, type StatusError } from '../meta/index.js'

/** Who speaks plain HTTP where TLS is spoken is told so, below TLS, in the words of Go's server, which people search for; anything else just ends. */
export function refuseHandshake(error: NodeJS.ErrnoException, socket: TLSSocket): void {
  // Not ideal: node hands out no other way to the connection under a handshake that failed.
  const { _parent: connection } = socket as { readonly _parent?: Duplex }
  if (error.code !== 'ERR_SSL_HTTP_REQUEST' || !connection?.writable) return void socket.destroy()
  connection.on('error', () => socket.destroy())
  connection.end(
    'HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n',
    () => void socket.destroy(),
  )
}

/** What the parser gave up on is told why in a Status, and goes. */
export function refuseGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const { code, body } = answerTo(error.code)
  const head = [
    `HTTP/1.1 ${code} ${STATUS_CODES[code]}`,
    ...(body ? ['content-type: application/json'] : []),
    `content-length: ${body.length}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

function answerTo(code: string | undefined): { readonly code: number; readonly body: string } {
  if (code === 'HPE_HEADER_OVERFLOW') return { code: 431, body: '' }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { code: 408, body: '' }
  return told(
    code === 'HPE_INVALID_METHOD' ? methodNotAllowed() : badRequest('the request is not HTTP/1.1 as it should be'),
  )
}

const told = ({ code, status }: StatusError) => ({ code, body: JSON.stringify(status) })
