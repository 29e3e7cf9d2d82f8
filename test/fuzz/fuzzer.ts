/** The search: inputs that reach branches of code which no other has reached, or more often, are kept and changed further. */
import type { Random } from '../../core/kit/index.js'
import { forgetHits, noneSeen, noteNew, stepsTaken } from './hits.js'
import { mutate } from './mutate.js'
import type { FuzzTarget } from './target.js'

export interface Found {
  readonly input: Buffer
  readonly error: unknown
}

export interface FuzzerOptions {
  readonly random: Random
  /** Inputs that are known already, besides the target's seeds. */
  readonly corpus: readonly Buffer[]
  /** Hears of each input just before it runs, so that one that never ends can be told. */
  readonly before: (input: Buffer) => void
}

/** No input of the sizes that are tried may take longer. */
const slowMs = 400

/** Steps that any input may take: generous, as it is against work that grows faster than the input. */
export const usualSteps = (bytes: number): number => 200_000 + 5_000 * bytes

export class Fuzzer {
  readonly #target: FuzzTarget
  readonly #options: FuzzerOptions
  readonly #seen = noneSeen()
  readonly #known: Buffer[] = []
  /** Inputs that were run. */
  runs = 0
  /** The most steps for a byte of any input longer than a few. */
  dearest: { readonly stepsPerByte: number; readonly input: Buffer } = { stepsPerByte: 0, input: Buffer.alloc(0) }

  constructor(target: FuzzTarget, options: FuzzerOptions) {
    this.#target = target
    this.#options = options
  }

  get places(): number {
    return this.#seen.reduce((count, bits) => count + (bits === 0 ? 0 : 1), 0)
  }

  /** Inputs that each reached something new, in the order in which they were found. */
  get known(): readonly Buffer[] {
    return this.#known
  }

  /** Runs what is known. Undefined: nothing was wrong. */
  async begin(): Promise<Found | undefined> {
    for (const input of [...this.#target.seeds.map((seed) => Buffer.from(seed)), ...this.#options.corpus]) {
      if (this.#known.length === 0) this.#known.push(input)
      const found = await this.#run(input)
      if (found) return found
    }
    return undefined
  }

  /** One new input. */
  step(): Promise<Found | undefined> {
    const { random } = this.#options
    const among = (from: number) => this.#known[from + Math.floor(random.fraction() * (this.#known.length - from))]!
    const words = this.#target.words?.length ? this.#target.words : ['a']
    // What was found last leads on as often as all the rest.
    const base = among(random.fraction() < 0.5 ? Math.max(0, this.#known.length - 20) : 0)
    return this.#run(mutate(base, { random, words, form: this.#target.form, other: () => among(0) }))
  }

  /** Whether it is the input, and not the machine that was busy: native code (regular expressions) takes no steps. */
  async #isSlow(input: Buffer): Promise<boolean> {
    for (let time = 0; time < 3; time++) {
      const start = process.cpuUsage()
      await this.#target.run(Buffer.from(input))
      if (process.cpuUsage(start).user < slowMs * 1000) return false
    }
    return true
  }

  async #run(input: Buffer): Promise<Found | undefined> {
    this.#options.before(input)
    this.runs++
    forgetHits()
    try {
      const start = performance.now()
      const running = this.#target.run(Buffer.from(input))
      if (running) await running
      if (performance.now() - start > slowMs && (await this.#isSlow(input)))
        return { input, error: new Error(`more than ${slowMs} ms, each of three times`) }
    } catch (error) {
      return { input, error }
    }
    if (noteNew(this.#seen)) this.#known.push(Buffer.from(input))
    const steps = stepsTaken()
    const stepsPerByte = steps / Math.max(64, input.length)
    if (stepsPerByte > this.dearest.stepsPerByte) this.dearest = { stepsPerByte, input }
    const most = (this.#target.steps ?? usualSteps)(input.length)
    if (steps <= most) return undefined
    return { input, error: new Error(`${steps} steps for ${input.length} bytes; ${most} are allowed`) }
  }
}
