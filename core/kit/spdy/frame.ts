/** SPDY/3.1 frames: cut out of a byte stream, and put together. */

export type Frame =
  | { readonly type: 'data'; readonly streamId: number; readonly isLast: boolean; readonly bytes: Buffer }
  | { readonly type: 'control'; readonly kind: number; readonly flags: number; readonly body: Buffer }

/** Kinds of control frames. */
export const kinds = {
  synStream: 1,
  synReply: 2,
  rstStream: 3,
  settings: 4,
  ping: 6,
  goAway: 7,
  headers: 8,
  windowUpdate: 9,
} as const

export const flagFin = 1

/** Larger control frames are refused; data frames come in pieces of any size. */
const mostControlBytes = 64 * 1024
const mostDataBytes = 16 * 1024 * 1024
const headBytes = 8

/** Cuts bytes into frames. Throws on a frame of another version or one that is too large. */
export class FrameCutter {
  #waiting: Buffer[] = []
  #waitingBytes = 0
  /** What the next frame needs, as far as is known. */
  #wantedBytes = headBytes

  cut(bytes: Buffer): Frame[] {
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes < this.#wantedBytes) return []
    const frames: Frame[] = []
    let whole = this.#waiting.length === 1 ? bytes : Buffer.concat(this.#waiting)
    for (;;) {
      this.#wantedBytes = headBytes + (whole.length < headBytes ? 0 : checkedLength(whole))
      if (whole.length < this.#wantedBytes) break
      frames.push(frameOf(whole.subarray(0, this.#wantedBytes)))
      whole = whole.subarray(this.#wantedBytes)
    }
    this.#waiting = whole.length ? [whole] : []
    this.#waitingBytes = whole.length
    return frames
  }
}

export function dataFrame(streamId: number, bytes: Buffer, isLast: boolean): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(streamId & 0x7fffffff)
  head.writeUInt32BE(bytes.length, 4)
  head[4] = isLast ? flagFin : 0
  return Buffer.concat([head, bytes])
}

export function controlFrame(kind: number, body: Buffer, flags = 0): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x8003)
  head.writeUInt16BE(kind, 2)
  head.writeUInt32BE(body.length, 4)
  head[4] = flags
  return Buffer.concat([head, body])
}

/** A body of 32-bit numbers. */
export function words(...numbers: readonly number[]): Buffer {
  const body = Buffer.alloc(numbers.length * 4)
  for (const [at, number] of numbers.entries()) body.writeUInt32BE(number >>> 0, at * 4)
  return body
}

function checkedLength(bytes: Buffer): number {
  const length = bytes.readUIntBE(5, 3)
  const isControl = (bytes[0] as number) >= 128
  if (isControl && bytes.readUInt16BE(0) !== 0x8003) throw new Error('not a frame of SPDY/3')
  if (length > (isControl ? mostControlBytes : mostDataBytes))
    throw new Error(`SPDY frame of ${length} bytes is too large`)
  return length
}

function frameOf(bytes: Buffer): Frame {
  const flags = bytes[4] as number
  const body = bytes.subarray(8)
  if ((bytes[0] as number) >= 128) return { type: 'control', kind: bytes.readUInt16BE(2), flags, body }
  return { type: 'data', streamId: bytes.readUInt32BE(0), isLast: (flags & flagFin) !== 0, bytes: body }
}
