/** The funnel's two ends, free of transport: https and the port between processes are its adapters. */
import type { Duplex } from 'node:stream'
import type { Credentials, User } from '../auth/contract.js'

export interface FunnelRequest {
  /** A fixed identity (a port), or what the connection showed. */
  readonly sender: { readonly user: User } | { readonly credentials: Credentials }
  readonly method: string
  /** Path and query as they came, not decoded. */
  readonly url: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Reads the body; called at most once, after authorization. Rejects with 413 beyond the limit. */
  body(): Promise<Uint8Array>
  /** The client went away. */
  readonly signal: AbortSignal
  readonly upgrade?: boolean
}

export interface FunnelResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  /** Whole bytes, pieces that are joined, or a stream that pushes. */
  readonly body?: Uint8Array | readonly Uint8Array[] | ByteStream
  /** 101: the adapter hands over the socket. */
  readonly upgrade?: (socket: Duplex, head: Uint8Array) => void
}

/** A body that comes over time: a watch, a log, a large list. `start` is called once. */
export interface ByteStream {
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
}

export type Funnel = (request: FunnelRequest) => Promise<FunnelResponse>
