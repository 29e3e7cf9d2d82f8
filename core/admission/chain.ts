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
    return this.#mutateFrom(0)
  }

  #mutateFrom(start: number): MaybePromise<void> {
    for (let at = start; at < this.#plugins.length; at++) {
      const plugin = this.#plugins[at]!
      const answer = plugin.mutate?.(this.#in.request, this.#in.context)
      if (answer instanceof Promise) return this.#mutateAfter(plugin, answer, at + 1)
      this.#keep(plugin, answer)
    }
  }

  async #mutateAfter(plugin: AdmissionPlugin, answer: Promise<void | Settle>, next: number): Promise<void> {
    this.#keep(plugin, await answer)
    await this.#mutateFrom(next)
  }

  validate(): MaybePromise<void> {
    const refusals: unknown[] = []
    const waits: Promise<void>[] = []
    this.#plugins.forEach((plugin, at) => {
      try {
        const answer = plugin.validate?.(this.#in.request, this.#in.context)
        const refuse = (error: unknown) => void (refusals[at] = error)
        if (answer instanceof Promise) waits.push(answer.then((settle) => this.#keep(plugin, settle), refuse))
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

  #keep(plugin: AdmissionPlugin, settle: void | Settle): void {
    if (settle) this.#settles.push({ plugin: plugin.name, settle })
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
