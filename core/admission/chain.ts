/** The admission chain: plugins in order, each asked first whether it admits the request at all. */
import type { MaybePromise } from '../kit/index.js'
import type {
  AdmissionChain,
  AdmissionContext,
  AdmissionPlugin,
  AdmissionRequest,
  Passage,
  Settlement,
} from './contract.js'

type Settle = (settlement: Settlement) => void

/** A chain over `plugins` in that order. `onError` hears what a settlement threw. */
export function createAdmissionChain(
  plugins: readonly AdmissionPlugin[],
  context: AdmissionContext,
  onError: (plugin: string, error: unknown) => void,
): AdmissionChain {
  for (const plugin of plugins) plugin.open?.(context)
  return {
    begin(request) {
      let admitting: AdmissionPlugin[] | undefined
      for (const plugin of plugins) if (plugin.admits(request)) (admitting ??= []).push(plugin)
      return admitting && new ChainPassage(admitting, { request, context, onError })
    },
  }
}

interface Surroundings {
  readonly request: AdmissionRequest
  readonly context: AdmissionContext
  readonly onError: (plugin: string, error: unknown) => void
}

/** Once through the mutating plugins, up to one of them. */
interface Round {
  /** Whether a plugin may ask for another. */
  readonly asks: boolean
  readonly until: number
}

class ChainPassage implements Passage {
  readonly #plugins: readonly AdmissionPlugin[]
  readonly #in: Surroundings
  readonly #settles: { readonly plugin: string; readonly settle: Settle }[] = []

  constructor(plugins: readonly AdmissionPlugin[], surroundings: Surroundings) {
    this.#plugins = plugins
    this.#in = surroundings
  }

  get mutates(): boolean {
    return this.#plugins.some((plugin) => plugin.mutate)
  }

  mutate(): MaybePromise<void> {
    return this.#mutateFrom(0, { asks: true, until: this.#plugins.length })
  }

  #mutateFrom(start: number, round: Round): MaybePromise<void> {
    for (let at = start; at < round.until; at++) {
      const plugin = this.#plugins[at]!
      const answer = plugin.mutate?.(this.#in.request, this.#in.context)
      if (answer instanceof Promise) return this.#mutateAfter(answer, at, round)
      const repeated = this.#keep(plugin, answer) && this.#repeat(at, round)
      if (repeated) return repeated.then(() => this.#mutateFrom(at + 1, round))
    }
  }

  async #mutateAfter(answer: Promise<void | 'again' | Settle>, at: number, round: Round): Promise<void> {
    if (this.#keep(this.#plugins[at]!, await answer)) await this.#repeat(at, round)
    await this.#mutateFrom(at + 1, round)
  }

  /** Those up to `at` once more, unless this is such a round already. */
  #repeat(at: number, { asks }: Round): Promise<void> | undefined {
    if (!asks) return undefined
    return Promise.resolve(this.#mutateFrom(0, { asks: false, until: at + 1 }))
  }

  validate(): MaybePromise<void> {
    const last = this.#plugins.findIndex(({ validates }) => validates === 'last')
    if (last < 0) return this.#validateAll(this.#plugins)
    const isLast = ({ validates }: AdmissionPlugin) => validates === 'last'
    const first = this.#validateAll(this.#plugins.filter((plugin) => !isLast(plugin)))
    const others = () => this.#validateAll(this.#plugins.filter(isLast))
    return first instanceof Promise ? first.then(others) : others()
  }

  #validateAll(plugins: readonly AdmissionPlugin[]): MaybePromise<void> {
    const refusals: unknown[] = []
    const waits: Promise<void>[] = []
    plugins.forEach((plugin, at) => {
      try {
        const answer = plugin.validate?.(this.#in.request, this.#in.context)
        const refuse = (error: unknown) => void (refusals[at] = error)
        if (answer instanceof Promise) waits.push(answer.then((settle) => void this.#keep(plugin, settle), refuse))
        else this.#keep(plugin, answer)
      } catch (error) {
        refusals[at] = error
      }
    })
    const throwFirst = () => {
      for (const at in refusals) throw refusals[at]
    }
    return waits.length > 0 ? Promise.all(waits).then(throwFirst) : throwFirst()
  }

  /** Whether it asks for another round. */
  #keep(plugin: AdmissionPlugin, answer: void | 'again' | Settle): boolean {
    if (typeof answer === 'function') this.#settles.push({ plugin: plugin.name, settle: answer })
    return answer === 'again'
  }

  settle(settlement: Settlement): void {
    for (const { plugin, settle } of this.#settles.splice(0)) {
      try {
        settle(settlement)
      } catch (error) {
        this.#in.onError(plugin, error)
      }
    }
  }
}
