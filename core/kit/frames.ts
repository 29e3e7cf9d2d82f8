/** Frames between two processes or threads: u32 length of what follows, u8 type, u32 id, payload; big endian. Neither side trusts the other's lengths. */

/** Writes bytes in order and hands over what arrives. Two exist: a duplex stream and a MessagePort (frame-carriers.ts). */
export interface FrameCarrier {
  /** Takes the bytes in any case; false: the receiver is behind, `onDrain` tells when it has caught up. */
  write(bytes: Uint8Array): boolean
  /** Bytes taken and not yet handed to the receiver; 0 where the carrier can't tell. */
  readonly pendingBytes: number
  start(listener: {
    readonly onBytes: (bytes: Uint8Array) => void
    readonly onDrain: () => void
    /** Called once, also after `close`. */
    readonly onClose: (error?: Error) => void
  }): void
  /** What was written before is still delivered. */
  close(): void
}

export interface FrameListener {
  /** `payload` is a view on memory that later frames do not overwrite; keep it or copy it. Throwing closes the channel. */
  onFrame(type: number, id: number, payload: Buffer): void
  /** The receiver has caught up after `send` gave false. */
  onDrain?(): void
  /** The last call: the other side is gone, or `close` was called, or what came was no frame. */
  onClose(error?: Error): void
}

const headerBytes = 9
/** A frame longer than this is taken for garbage and closes the channel. */
const maxFrameBytes = 256 * 1024 * 1024

/** One end of a channel. All frames sent in one turn of the event loop leave in one write. */
export class FrameChannel {
  readonly #carrier: FrameCarrier
  #listener: FrameListener | undefined
  readonly #reader = new FrameReader()
  #outgoing: Uint8Array[] = []
  #outgoingBytes = 0
  #flushing = false
  #closed = false

  constructor(carrier: FrameCarrier) {
    this.#carrier = carrier
  }

  /** Frames flow from now on; called once. */
  start(listener: FrameListener): void {
    this.#listener = listener
    this.#carrier.start({
      onBytes: (bytes) => this.#receive(bytes),
      onDrain: () => listener.onDrain?.(),
      onClose: (error) => this.#end(error),
    })
  }

  /** Sends a frame whose payload is `parts`, joined. They must not change until the next turn of the loop. False: the receiver is behind. After `close` it does nothing. */
  send(type: number, id: number, ...parts: readonly Uint8Array[]): boolean {
    if (this.#closed) return true
    let length = headerBytes - 4
    for (const part of parts) length += part.byteLength
    const header = Buffer.allocUnsafe(headerBytes)
    header.writeUInt32BE(length, 0)
    header[4] = type
    header.writeUInt32BE(id >>> 0, 5)
    this.#outgoing.push(header, ...parts)
    this.#outgoingBytes += length + 4
    if (!this.#flushing) {
      this.#flushing = true
      setImmediate(() => this.#flush())
    }
    return this.pendingBytes < 4 * 1024 * 1024
  }

  /** Bytes sent and not yet handed to the receiver. */
  get pendingBytes(): number {
    return this.#outgoingBytes + this.#carrier.pendingBytes
  }

  get closed(): boolean {
    return this.#closed
  }

  /** What was sent before is still delivered. */
  close(error?: Error): void {
    if (this.#closed) return
    this.#flush()
    this.#carrier.close()
    this.#end(error)
  }

  #flush(): void {
    this.#flushing = false
    if (!this.#outgoing.length || this.#closed) return
    const bytes = Buffer.allocUnsafeSlow(this.#outgoingBytes)
    let at = 0
    for (const part of this.#outgoing) {
      bytes.set(part, at)
      at += part.byteLength
    }
    this.#outgoing = []
    this.#outgoingBytes = 0
    this.#carrier.write(bytes)
  }

  #receive(bytes: Uint8Array): void {
    if (this.#closed) return
    try {
      this.#reader.push(bytes, (type, id, payload) => {
        if (!this.#closed) this.#listener?.onFrame(type, id, payload)
      })
    } catch (error) {
      this.close(error as Error)
    }
  }

  #end(error?: Error): void {
    if (this.#closed) return
    this.#closed = true
    this.#outgoing = []
    this.#outgoingBytes = 0
    this.#listener?.onClose(error)
  }
}

/** Cuts a stream of bytes, in pieces of any size, into frames. Payloads are views on the pieces where they came whole. */
export class FrameReader {
  #pieces: Buffer[] = []
  #bytes = 0
  /** Total length of the frame that is being collected; 0 while its header is incomplete. */
  #wanted = 0

  /** Calls `onFrame` for each frame completed by `bytes`. Throws on a length that no frame has. */
  push(bytes: Uint8Array, onFrame: (type: number, id: number, payload: Buffer) => void): void {
    this.#pieces.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    this.#bytes += bytes.byteLength
    if (this.#bytes < Math.max(this.#wanted, headerBytes)) return
    const all = this.#pieces.length === 1 ? this.#pieces[0]! : Buffer.concat(this.#pieces, this.#bytes)
    let at = 0
    this.#wanted = 0
    while (all.length - at >= headerBytes) {
      const length = all.readUInt32BE(at)
      if (length < headerBytes - 4 || length > maxFrameBytes) throw new Error(`a frame of ${length} bytes`)
      if (all.length - at < length + 4) {
        this.#wanted = length + 4
        break
      }
      const start = at
      at += length + 4
      onFrame(all[start + 4]!, all.readUInt32BE(start + 5), all.subarray(start + headerBytes, at))
    }
    this.#pieces = at < all.length ? [all.subarray(at)] : []
    this.#bytes = all.length - at
  }
}
