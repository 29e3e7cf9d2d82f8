/** What the typed client stands on: the network (https), a port to the funnel, or a twin in memory for tests. */
export interface Transport {
  /** Answers when the whole body has come. Throws only when there was no answer (`TransportError`): an HTTP error is an answer. */
  request(request: TransportRequest): Promise<TransportResponse>
  /** For watches and logs: answers at the headers; the body comes in chunks as they arrive. */
  stream(request: TransportRequest): Promise<TransportStream>
  close(): Promise<void>
}

export interface TransportRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | string
  readonly signal?: AbortSignal
}

export interface TransportResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface TransportStream {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly chunks: AsyncIterable<Uint8Array>
}

/** No answer came. `sent` tells whether the request may have been carried out. */
export class TransportError extends Error {
  readonly outcome: 'notSent' | 'unknown'

  constructor(message: string, outcome: 'notSent' | 'unknown', options?: ErrorOptions) {
    super(message, options)
    this.outcome = outcome
  }
}
