/** One question of the gRPC health protocol (grpc.health.v1.Health/Check) over plain HTTP/2, as probes ask it. */
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2'
import type { Clock } from '../../../core/kit/index.js'

export interface GrpcHealthTarget {
  readonly clock: Clock
  readonly host: string
  readonly port: number
  readonly service: string
  readonly timeoutMs: number
}

const unimplemented = '12'
const servingStatus = ['UNKNOWN', 'SERVING', 'NOT_SERVING', 'SERVICE_UNKNOWN']
const mostBytes = 4 * 1024 * 1024

/** Resolves when the service says SERVING; throws, in words for an event, otherwise. */
export async function grpcHealth(target: GrpcHealthTarget): Promise<void> {
  const { host, port } = target
  const session = connect(`http://${host.includes(':') ? `[${host}]` : host}:${port}`)
  let expire: () => void = () => {}
  const late = new Promise<never>((_, reject) => {
    expire = () => reject(new Error(`timeout: health rpc did not complete within ${target.timeoutMs / 1000}s`))
  })
  const timer = target.clock.after(target.timeoutMs, expire)
  try {
    const { code, message, body } = await Promise.race([check(session, target), late])
    if (code === unimplemented)
      throw new Error('this server does not implement the grpc health protocol (grpc.health.v1.Health)')
    if (code !== '0') throw new Error(`health rpc failed: code = ${code} desc = ${message}`)
    const status = servingStatus[statusOf(body)] ?? String(statusOf(body))
    if (status !== 'SERVING') throw new Error(`service unhealthy (responded with "${status}")`)
  } finally {
    timer.cancel()
    session.destroy()
  }
}

interface Answer {
  readonly code: string
  readonly message: string
  readonly body: Buffer
}

function check(session: ClientHttp2Session, { host, port, service }: GrpcHealthTarget): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(new Error(`failed to connect service at "${host}:${port}": ${error.message}`))
    session.once('error', fail)
    const stream: ClientHttp2Stream = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      'user-agent': 'kube-probe/1.36',
      te: 'trailers',
    })
    let code = ''
    let message = ''
    const chunks: Buffer[] = []
    let size = 0
    const learn = (headers: Readonly<Record<string, unknown>>) => {
      code = String(headers['grpc-status'] ?? code)
      message = String(headers['grpc-message'] ?? message)
    }
    stream.on('response', (headers) => {
      learn(headers)
      if (headers[':status'] !== 200) message ||= `unexpected HTTP status ${headers[':status']}`
    })
    stream.on('trailers', learn)
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > mostBytes) stream.destroy(new Error('the answer is too large'))
      else chunks.push(chunk)
    })
    stream.once('error', fail)
    stream.once('end', () => resolve({ code, message, body: Buffer.concat(chunks) }))
    stream.end(requestFrame(service))
  })
}

/** A gRPC frame (flag, length) around HealthCheckRequest { service = 1 }. */
function requestFrame(service: string): Buffer {
  const text = Buffer.from(service)
  const message = text.length === 0 ? text : Buffer.concat([Buffer.from([0x0a]), varint(text.length), text])
  const frame = Buffer.alloc(5 + message.length)
  frame.writeUInt32BE(message.length, 1)
  message.copy(frame, 5)
  return frame
}

/** `status = 1` of a HealthCheckResponse in its frame; 0 when it says none. */
function statusOf(body: Buffer): number {
  return body.length >= 7 && body[5] === 0x08 ? (body[6] ?? 0) : 0
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return Buffer.from([...bytes, rest])
    bytes.push((rest & 0x7f) | 0x80)
  }
}
