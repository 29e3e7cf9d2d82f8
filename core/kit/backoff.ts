import type { Random } from './random.js'

/** Waiting times that double from `firstMs` to `maxMs`; with `random`, each is spread over its upper half so that many do not come back at once. */
export class Backoff {
  readonly #firstMs: number
  readonly #maxMs: number
  readonly #random: Random | undefined
  #failures = 0

  constructor(options: { readonly firstMs: number; readonly maxMs: number; readonly random?: Random }) {
    this.#firstMs = options.firstMs
    this.#maxMs = options.maxMs
    this.#random = options.random
  }

  /** How long to wait after one more failure, in milliseconds. */
  next(): number {
    const ms = doubledMs(this.#firstMs, this.#failures++, this.#maxMs)
    return this.#random ? ms * (0.5 + this.#random.fraction() / 2) : ms
  }

  get failures(): number {
    return this.#failures
  }

  /** After a success. */
  reset(): void {
    this.#failures = 0
  }
}

/** `firstMs` doubled `times` times, at most `maxMs`. */
export function doubledMs(firstMs: number, times: number, maxMs: number): number {
  return Math.min(maxMs, firstMs * 2 ** Math.min(times, 52))
}
