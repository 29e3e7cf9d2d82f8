/** Pieces of a body between the frames that bring them and the one reader that takes them. */
export class ChunkQueue implements AsyncIterable<Uint8Array> {
  readonly #listener: { readonly consumed: (bytes: number) => void; readonly dropped: () => void }
  readonly #pieces: Uint8Array[] = []
  #ended = false
  #error: Error | undefined
  #wake: (() => void) | undefined

  /** `consumed`: the reader has gone past so many bytes. `dropped`: it left before the end. */
  constructor(listener: { readonly consumed: (bytes: number) => void; readonly dropped: () => void }) {
    this.#listener = listener
  }

  push(piece: Uint8Array): void {
    if (this.#ended) return
    this.#pieces.push(piece)
    this.#wake?.()
  }

  /** What was pushed before is still read; then the reader sees the end, or the error. */
  end(error?: Error): void {
    if (this.#ended) return
    this.#ended = true
    this.#error = error
    this.#wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        for (let piece = this.#pieces.shift(); piece; piece = this.#pieces.shift()) {
          yield piece
          this.#listener.consumed(piece.byteLength)
        }
        if (this.#ended) break
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
        this.#wake = undefined
      }
      if (this.#error) throw this.#error
    } finally {
      if (!this.#ended) this.#listener.dropped()
    }
  }
}
