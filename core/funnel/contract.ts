/** The funnel's two ends, free of transport: https and the port between processes are its adapters. */
import type { Duplex } from 'node:stream'
import type { MaybePromise } from '../kit/index.js'
import type { Credentials, User } from '../auth/contract.js'

export interface FunnelRequest {
  /** A fixed identity (a port), or what the connection showed. */
  readonly sender: { readonly user: User } | { readonly credentials: Credentials }
  readonly method: string
  /** Path and query as they came, not decoded. */
  readonly url: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The values of a header that may come several times, each as it was sent: `headers` has them joined by commas. */
  valuesOf?(header: string): readonly string[]
  /** Reads the body; called at most once, after authorization. Rejects with 413 beyond the limit. Of one longer than `kept` bytes its beginning, which is longer too, may be all. */
  body(kept?: number): Promise<Uint8Array>
  /** Instead of `body`: as it comes, of any size. A transport that lacks it holds bodies whole. */
  stream?(): AsyncIterable<Uint8Array>
  /** Address of the client's end of the connection. */
  readonly peer?: string
  /** The client went away. */
  readonly signal: AbortSignal
  readonly upgrade?: boolean
}

export interface FunnelResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  /** Whole bytes, a source that is read piece by piece, or a stream that pushes. */
  readonly body?: Uint8Array | ByteSource | ByteStream
  /** 101: the adapter hands over the socket. */
  readonly upgrade?: (socket: Duplex, head: Uint8Array) => void
}

/** A body written into the transport's own memory as that comes free: however long a list, a connection holds one piece of it. */
export interface ByteSource {
  /** Undefined: known only at the end. */
  readonly byteLength: number | undefined
  /** Writes what comes next to the target's start; answers how many bytes: some as long as there are any, then 0. */
  read(target: Buffer): number
  /** What has no known length: fetches what comes next to be read; false: that was all. Rejects when the rest can't be had, and what was sent is not all. */
  more?(): Promise<boolean>
}

/** A body that comes over time: a watch, a log, a large list. `start` is called once. */
export interface ByteStream {
  /** How what is written falls into messages, where the client asked for such: JSON lines, protobuf behind four bytes of length, or each piece one. Left out: it is no such stream. */
  readonly messages?: 'lines' | 'lengths' | 'pieces'
  start(sink: ByteSink): void
  /** The client went away or the server stops. */
  stop(): void
}

export interface ByteSink {
  /** False: the receiver is behind; wait for `onDrain` or cut it off. The bytes are taken in any case. */
  write(bytes: Uint8Array): boolean
  /** Bytes taken and not yet handed to the receiver. */
  readonly pendingBytes: number
  onDrain(listener: () => void): void
  end(): void
  /** Instead of `end`: what was sent is not all, and the receiver is to notice. */
  cut(): void
}

/** Answers at once when nothing has to be waited for. Neither throws nor rejects: a failure is a Status. */
export type Funnel = (request: FunnelRequest) => MaybePromise<FunnelResponse>

export const isStream = (body: FunnelResponse['body']): body is ByteStream => body !== undefined && 'start' in body

/** A body that is no stream, whole. */
export function wholeBody(body: Exclude<FunnelResponse['body'], ByteStream>): Uint8Array {
  if (body === undefined) return Buffer.alloc(0)
  if (body instanceof Uint8Array) return body
  if (body.byteLength === undefined) throw new TypeError('a body of unknown length is gathered')
  const whole = Buffer.allocUnsafe(body.byteLength)
  for (let at = 0; at < whole.length; ) at += body.read(whole.subarray(at))
  return whole
}

/** As `wholeBody`, of a body of unknown length too. */
export async function gatheredBody(body: Exclude<FunnelResponse['body'], ByteStream>): Promise<Uint8Array> {
  if (body === undefined || body instanceof Uint8Array || body.byteLength !== undefined) return wholeBody(body)
  const pieces: Buffer[] = []
  do {
    for (;;) {
      const piece = Buffer.allocUnsafe(gatheredBytes)
      const length = body.read(piece)
      if (length === 0) break
      pieces.push(piece.subarray(0, length))
    }
  } while (await body.more?.())
  return Buffer.concat(pieces)
}

const gatheredBytes = 1024 * 1024
