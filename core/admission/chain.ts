/** The admission chain: plugins in order, each asked first whether it admits the request at all. */
import { type MaybePromise, whenThere } from '../kit/index.js'
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

/** Validators ask in this order; those of one stage at once. */
const stages = [undefined, 'late', 'last'] as const

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

  get leavesDefaults(): boolean {
    return this.#plugins.some((plugin) => plugin.mutate && !plugin.complete)
  }

  mutate(): MaybePromise<void> {
    const isOnce = ({ mutates }: AdmissionPlugin) => mutates === 'once'
    const repeated = this.#plugins.filter((plugin) => !isOnce(plugin))
    const round = () => this.#mutateFrom(0, repeated)
    const rounds = whenThere(round(), (asks) => (asks ? round() : false))
    return whenThere(rounds, () => whenThere(this.#mutateFrom(0, this.#plugins.filter(isOnce)), () => {}))
  }

  /** Whether one of them asks for another round. */
  #mutateFrom(start: number, plugins: readonly AdmissionPlugin[]): MaybePromise<boolean> {
    let asks = false
    for (let at = start; at < plugins.length; at++) {
      const plugin = plugins[at]!
      const answer = plugin.mutate?.(this.#in.request, this.#in.context)
      if (answer instanceof Promise)
        return answer.then((said) => {
          const already = this.#keep(plugin, said) || asks
          return whenThere(this.#mutateFrom(at + 1, plugins), (others) => already || others)
        })
      if (this.#keep(plugin, answer)) asks = true
    }
    return asks
  }

  validate(): MaybePromise<void> {
    return this.#validateFrom(0)
  }

  #validateFrom(stage: number): MaybePromise<void> {
    for (let at = stage; at < stages.length; at++) {
      const plugins = this.#plugins.filter(({ validates }) => validates === stages[at])
      const answer = this.#validateAll(plugins)
      if (answer instanceof Promise) return answer.then(() => this.#validateFrom(at + 1))
    }
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
