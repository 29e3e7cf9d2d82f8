/** A failure told inside of a WebSocket, as upstream's API tells it to clients of v5 before any kubelet is reached: the handshake is done, then the error channel says what went wrong. */
import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import type { StatusError } from '../../core/meta/index.js'
import type { SubresourceRequest } from '../../core/registry/contract.js'

const protocol = 'v5.channel.k8s.io'
const channels = { stdout: 1, stderr: 2, error: 3 } as const
/** What the protocol of WebSockets has every server add to a client's key. */
const suffix = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const frames = { binary: 0x82, close: 0x88 } as const
const normalEnd = Buffer.from([0x03, 0xe8])

/** Whether the client offers v5, in a handshake that can be answered. */
export function hearsInBand({ method, headers }: SubresourceRequest): boolean {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim())
  const isHandshake = headers['sec-websocket-version'] === '13' && Boolean(headers['sec-websocket-key'])
  return method === 'GET' && isHandshake && offered.includes(protocol)
}

/** Ends the connection. `hears`: the output that the client has asked for. */
export function tellInBand(
  client: Duplex,
  { status }: StatusError,
  { key, hears }: { readonly key: string; readonly hears: 'stdout' | 'stderr' | 'error' },
): void {
  const accept = createHash('sha1')
    .update(key + suffix)
    .digest('base64')
  const { kind: _, apiVersion: __, ...told } = status
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade']
  const handshake = [`Sec-WebSocket-Accept: ${accept}`, `Sec-WebSocket-Protocol: ${protocol}`, '', '']
  client.end(
    Buffer.concat([
      Buffer.from([...head, ...handshake].join('\r\n')),
      // That the stream stands.
      frame(frames.binary, Buffer.from([channels[hears]])),
      frame(frames.binary, Buffer.concat([Buffer.from([channels.error]), Buffer.from(JSON.stringify(told))])),
      frame(frames.close, normalEnd),
    ]),
  )
}

/** `payload`: less than 64 KiB. */
function frame(head: number, payload: Buffer): Buffer {
  const { length } = payload
  const size = length < 126 ? [length] : [126, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([head, ...size]), payload])
}
