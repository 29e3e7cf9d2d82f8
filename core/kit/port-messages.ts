/**
 * What the two ends of a port say to each other, in frames (frames.ts). The asking end numbers its requests; every frame about a request carries its id.
 *
 * | frame    | from     | payload |
 * |----------|----------|---------|
 * | request  | asker    | head (RequestHead) and the body |
 * | response | answerer | head (ResponseHead) and the whole body: the request is over |
 * | head     | answerer | head (ResponseHead); chunks and one end follow |
 * | chunk    | answerer | bytes of the body; counts against the asker's window |
 * | end      | answerer | empty: the body is whole; else what broke it, UTF-8 |
 * | abort    | asker    | empty: nobody waits any more. The answerer sends nothing more about this id |
 * | credit   | asker    | u32: bytes of chunks consumed, given back to the window |
 * | note     | both     | JSON, id 0: anything that is no request (heartbeats) |
 */
export const portFrame = { request: 1, response: 2, head: 3, chunk: 4, end: 5, abort: 6, credit: 7, note: 8 } as const

/** Bytes of chunks that the answerer may have outstanding for one request; a single chunk may exceed it. */
export const portWindowBytes = 1024 * 1024

export interface RequestHead {
  readonly method: string
  /** Path and query. */
  readonly url: string
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>
  /** Under which of the port's identities: the operator's name. Left out: the port's own. The answerer decides whether it may. */
  readonly as?: string
}

export interface ResponseHead {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
}

/** The parts of a payload that has a head: u32 length of the head, the head as JSON, the body raw. */
export function packHead(head: RequestHead | ResponseHead, ...body: readonly Uint8Array[]): Uint8Array[] {
  const json = JSON.stringify(head)
  const size = Buffer.byteLength(json)
  const bytes = Buffer.allocUnsafe(4 + size)
  bytes.writeUInt32BE(size, 0)
  bytes.write(json, 4)
  return [bytes, ...body]
}

/** Reverses `packHead`; the body is a view on `payload`. Throws when there is no head. */
export function unpackHead<H extends RequestHead | ResponseHead>(
  payload: Buffer,
): { readonly head: H; readonly body: Buffer } {
  const size = payload.length >= 4 ? payload.readUInt32BE(0) : -1
  if (size < 2 || payload.length < 4 + size) throw new Error('a frame without its head')
  return { head: JSON.parse(payload.toString('utf8', 4, 4 + size)) as H, body: payload.subarray(4 + size) }
}
